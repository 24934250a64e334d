//! The goals pane: adding goals and purposes, reviewing, the optional score.

use super::{form, ledger};
use crate::record::RecordKind;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::model::form::FormKind;

/// Does what a command asks of the goals pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(effects) = ledger::run(model, command) {
        return effects;
    }
    match command {
        Command::GoalAdd => form::open(model, FormKind::Record(RecordKind::Goal), None),
        Command::PurposeAdd => form::open(model, FormKind::Record(RecordKind::Purpose), None),
        Command::GoalReview => review(model),
        Command::GoalScore => {
            if let Some(case) = model.case_mut() {
                case.goals.score = !case.goals.score;
            }
            ledger::keep_seen(model);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Reviews the chosen goal.
fn review(model: &mut Model) -> Vec<Effect> {
    let case = model.case();
    let chosen = case.and_then(|case| case.goals.ledger.chosen_record());
    let is_goal = case
        .zip(chosen)
        .is_some_and(|(case, id)| case.file.goals.contains_key(&id));
    match is_goal {
        true => form::open(model, FormKind::Record(RecordKind::GoalReview), None),
        false => {
            model.say("Choose the goal that is reviewed first.");
            Vec::new()
        }
    }
}
