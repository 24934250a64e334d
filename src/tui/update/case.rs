//! Inside a case: its tabs, and the way to the pane that keys go to.

use super::{as_at, chronology};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Tab};

/// Does what a command asks of the case, or hands it to the pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    match command {
        Command::TabBoard => case.tab = Tab::Board,
        Command::TabFamily => case.tab = Tab::Family,
        Command::TabChronology => case.tab = Tab::Chronology,
        Command::TabNext => case.tab = case.tab.step(1),
        Command::TabPrevious => case.tab = case.tab.step(Tab::ALL.len() - 1),
        Command::AsAt => return as_at::ask(model),
        _ => return pane(case.tab, model, command),
    }
    Vec::new()
}

/// Hands a command to the pane of a tab.
fn pane(tab: Tab, model: &mut Model, command: Command) -> Vec<Effect> {
    match tab {
        Tab::Chronology => chronology::run(model, command),
        Tab::Board | Tab::Family => Vec::new(),
    }
}

/// A case was opened: stand where whoever opened it wanted to go.
pub fn arrived(model: &mut Model) {
    let Some(arrival) = model.arriving.take() else {
        return;
    };
    let Some(case) = model.case_mut() else {
        return;
    };
    if arrival
        .child
        .is_some_and(|child| case.file.people.contains_key(&child))
    {
        case.child = arrival.child;
    }
    if let Some(entry) = arrival
        .record
        .filter(|record| case.file.entries.contains_key(record))
    {
        chronology::go_to(model, entry);
    }
}
