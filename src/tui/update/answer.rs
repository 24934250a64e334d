//! What the store thread answered, taken into the model.

use super::{as_at, case, caseload, chronology, form, import, private, saved, search, walk};
use crate::tui::effect::{Answer, Effect};
use crate::tui::model::{Model, OpenCase, Screen};

/// Takes an answer in.
pub fn take(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Unlocked(holder) => return unlocked(model, holder),
        Answer::IdleMinutes(minutes) => model.idle_minutes = minutes,
        Answer::StaysLocked(words) => {
            if let Screen::Unlock(unlock) = &mut model.screen {
                unlock.waiting = false;
                unlock.progress = None;
                unlock.refused = Some(words);
            } else {
                model.say_fault(words);
            }
        }
        Answer::Progress(what, done, of) => {
            if let Screen::Unlock(unlock) = &mut model.screen {
                unlock.progress = Some((what, done, of));
            } else {
                model.say(format!("{what}: {done} of {of}"));
            }
        }
        Answer::Caseload(cases) => caseload::loaded(model, cases),
        Answer::Found(number, finds, complete) => search::found(model, number, finds, complete),
        Answer::Planned(number, planned) => import::planned(model, number, planned),
        Answer::Paths(typed, paths) => return import::completed(model, &typed, &paths),
        Answer::Drafts(drafts) => form::drafts::found(model, drafts),
        Answer::Saved(change) => return saved::saved(model, *change),
        Answer::NotSaved(change, words) => return saved::not_saved(model, &change, words),
        Answer::Case(file) if saved::is_open(model, &file) => {
            return saved::read_again(model, *file);
        }
        Answer::Case(file) => {
            let mut case = OpenCase::of(*file);
            if let Screen::Unlock(unlock) = &model.screen
                && let Some((_, tab)) = unlock.comes_back_to
            {
                case.tab = tab;
            }
            model.screen = Screen::Case(Box::new(case));
            case::arrived(model);
            let mut effects = walk::found_gone(model);
            walk::arrived(model);
            effects.extend(saved::go_on(model));
            return effects;
        }
        Answer::FoundOut(findings) => chronology::found_out(model, findings),
        Answer::Revisions(of, revisions) => as_at::read_back(model, of, revisions),
        Answer::PrivateBooks(covers) => private::books(model, covers),
        Answer::PrivateOpened(opened) => return private::opened(model, *opened),
        Answer::PrivateStaysClosed(words) => private::stays_closed(model, words),
        Answer::PrivateSaved(notes) => private::saved(model, notes),
        Answer::PrivateNotSaved(words) => private::not_saved(model, words),
        Answer::Fault(words) => {
            // The store is open, but the case in which it was locked cannot be read: the caseload still can.
            if matches!(&model.screen, Screen::Unlock(unlock) if unlock.waiting) {
                model.screen = Screen::Caseload;
            }
            model.next = None;
            model.say_fault(words);
        }
    }
    Vec::new()
}

/// The store is open: the caseload is read, and the case in which the screen was locked.
fn unlocked(model: &mut Model, holder: String) -> Vec<Effect> {
    if model.author.is_empty() {
        model.author = holder;
    }
    model.last_key = model.now;
    let mut effects = vec![Effect::LoadCaseload, Effect::LoadDrafts];
    if let Screen::Unlock(unlock) = &model.screen
        && let Some((case, _)) = unlock.comes_back_to
    {
        // The screen goes on asking until the case is there, so that nothing else flashes by.
        effects.push(Effect::OpenCase(case));
        return effects;
    }
    model.screen = Screen::Caseload;
    effects
}
