//! What the store thread answered, taken into the model.

use crate::tui::effect::{Answer, Effect};
use crate::tui::model::{Model, OpenCase, Screen};

/// Takes an answer in.
pub fn take(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Unlocked(holder) => {
            if model.author.is_empty() {
                model.author = holder;
            }
            model.screen = Screen::Caseload;
            return vec![Effect::LoadCaseload, Effect::LoadDrafts];
        }
        Answer::StaysLocked(words) => {
            if let Screen::Unlock(unlock) = &mut model.screen {
                unlock.waiting = false;
                unlock.refused = Some(words);
            }
        }
        Answer::Caseload(cases) => model.caseload.cases = Some(cases),
        Answer::Case(file) => model.screen = Screen::Case(Box::new(OpenCase::of(*file))),
        Answer::Fault(words) => model.say_fault(words),
        _ => {}
    }
    Vec::new()
}
