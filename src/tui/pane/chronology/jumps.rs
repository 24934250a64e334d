//! Jumps to the next open question, the next place where accounts differ, the next gap.

use crate::tui::command::Command;
use crate::tui::model::case::chronology::Row;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::chronology::{choose, settle};

/// Goes to the next such row. After the last it goes to the first, and says so: whether the last one was just left, or
/// whether one stood further on and passed none.
pub fn jump(model: &mut Model, command: Command) {
    let Some(case) = model.case() else { return };
    let pane = &case.chronology;
    let rows = || {
        pane.shown
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| is_wanted(case, row, command))
    };
    let next = rows().find(|(index, _)| *index > pane.place.chosen);
    let again = next.is_none();
    let Some((row, _)) = next.or_else(|| rows().next()) else {
        return model.say(none(case, command));
    };
    let stood_on_one = rows().any(|(index, _)| index == pane.place.chosen);
    let words = match (again, rows().count()) {
        (false, _) => None,
        (true, 1) if stood_on_one => Some("This is the only one.".to_owned()),
        (true, 1) => Some("No more from there to the end; this is the only one.".to_owned()),
        (true, count) if stood_on_one => Some(format!(
            "That was the last; this is the first of {count} again."
        )),
        (true, count) => Some(format!(
            "No more from there to the end; this is the first of {count}."
        )),
    };
    if let Some(case) = model.case_mut() {
        choose(&mut case.chronology, row);
        case.chronology.follows = true;
    }
    if let Some(words) = words {
        model.say(words);
    }
    settle(model);
}

fn is_wanted(case: &OpenCase, row: &Row, command: Command) -> bool {
    match (command, row) {
        (Command::GapNext, Row::Gap(_)) => true,
        (Command::DoubtNext, Row::Entry(id)) => case
            .seen()
            .entries
            .get(id)
            .is_some_and(|entry| entry.body.open_questions() > 0),
        (Command::ContradictionNext, Row::Entry(id)) => case
            .chronology
            .findings
            .as_ref()
            .is_some_and(|findings| findings.differs(*id)),
        _ => false,
    }
}

/// Why there is nowhere to go.
fn none(case: &OpenCase, command: Command) -> &'static str {
    let pane = &case.chronology;
    match command {
        Command::GapNext if !pane.shown.gaps.is_empty() => {
            "Gaps stand in the full list: show everything, in full, to go through them."
        }
        Command::GapNext => "There is no gap of more than six months.",
        Command::DoubtNext => "No entry shown here has an open question.",
        _ => "Nowhere among what is shown do accounts differ.",
    }
}
