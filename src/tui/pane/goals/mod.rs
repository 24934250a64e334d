//! The goals pane: adding goals and purposes, reviewing, the optional score.

pub mod detail;

use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::OpenCase;
use crate::tui::model::Tab;
use crate::tui::model::form::FormKind;
use crate::tui::pane::Pane;
use crate::tui::pane::ledger;
use ratatui::Frame;

/// Goals and their reviews.
pub struct GoalsTab;

impl Pane for GoalsTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            case.goals.refresh(&file, day);
        }
        ledger::refresh(model, detail::detail);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        ledger::back(model)
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        let Some((case, file, _)) = model.case_seen() else {
            return false;
        };
        // A review is read with its goal.
        let review = file.goal_reviews.get(&record);
        let record = review.map_or(record, |review| review.body.goal);
        let is_here = file.goals.contains_key(&record) || file.purposes.contains_key(&record);
        if is_here {
            case.tab = Tab::Goals;
            self.refresh(model);
            ledger::choose(model, record);
        }
        is_here
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        ledger::draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the goals pane.
fn run(model: &mut Model, command: Command) {
    if ledger::run(model, command) {
        return;
    }
    match command {
        Command::GoalAdd => model.ask_form(FormKind::Record(RecordKind::Goal)),
        Command::PurposeAdd => model.ask_form(FormKind::Record(RecordKind::Purpose)),
        Command::GoalReview => review(model),
        Command::GoalScore => {
            if let Some(case) = model.case_mut() {
                case.goals.score = !case.goals.score;
            }
        }
        _ => {}
    }
}

/// Reviews the chosen goal.
fn review(model: &mut Model) {
    let case = model.case();
    let chosen = case.and_then(|case| case.goals.ledger.chosen_record());
    let is_goal = case
        .zip(chosen)
        .is_some_and(|(case, id)| case.file.goals.contains_key(&id));
    match is_goal {
        true => model.ask_form(FormKind::Record(RecordKind::GoalReview)),
        false => {
            model.say("Choose the goal that is reviewed first.");
        }
    }
}
