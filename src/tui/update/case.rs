//! Inside a case: its tabs, and the way to the pane that keys go to.

use super::{form, removal, saving};
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::request::PaneRequest;
use crate::tui::model::{Arrival, Model};
use crate::tui::pane::{self, PANES};

/// Does what a command asks of the case, or hands it to the pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let tab = case.tab.asked(command);
    if let Some(tab) = tab {
        case.tab = tab;
        case.came_from.clear();
        return Vec::new();
    }
    pane::of(case.tab).run(model, command);
    asked(model)
}

/// Does what the pane that is seen asked for.
pub fn asked(model: &mut Model) -> Vec<Effect> {
    let request = model.case_mut().and_then(|case| case.request.take());
    match request {
        None => {}
        Some(PaneRequest::GoTo(record)) => follow(model, record),
        Some(PaneRequest::Run(command)) => return super::run(model, command),
        Some(PaneRequest::Form(form)) => return form::requested(model, form),
        Some(PaneRequest::Remove(label, id, why)) => {
            return removal::remove(model, &label, id, &why);
        }
        Some(PaneRequest::Save(label, writes)) => {
            return saving::save_in_case(model, &label, writes);
        }
        Some(PaneRequest::Copy(words)) => return vec![Effect::Copy(words)],
        Some(PaneRequest::Revisions) => {
            let case = model.case().filter(|case| case.revisions.is_none());
            let id = case.and_then(|case| case.file.id());
            return id.map(Effect::LoadRevisions).into_iter().collect();
        }
    }
    Vec::new()
}

/// Brings the pane that is seen up to date with the case, the day and the size. Asked after every message.
pub fn refresh(model: &mut Model) {
    if let Some(tab) = model.case().map(|case| case.tab) {
        pane::of(tab).refresh(model);
    }
}

/// One step back within the pane that is seen; `false` when there is none.
pub fn back(model: &mut Model) -> bool {
    let tab = model.case().map(|case| case.tab);
    tab.is_some_and(|tab| pane::of(tab).back(model))
}

/// Goes to a record from the pane that is seen; going back leads to this pane again.
fn follow(model: &mut Model, record: RecordId) {
    let Some(tab) = model.case().map(|case| case.tab) else {
        return;
    };
    go_to(model, record);
    if let Some(case) = model.case_mut().filter(|case| case.tab != tab) {
        case.came_from.push(tab);
    }
}

/// Goes back to the pane from which somebody came to this one; says whether there was one.
pub fn come_back(model: &mut Model) -> bool {
    let Some(case) = model.case_mut() else {
        return false;
    };
    match case.came_from.pop() {
        Some(tab) => {
            case.tab = tab;
            true
        }
        None => false,
    }
}

/// Goes to a record, in the pane that shows it.
pub fn go_to(model: &mut Model, record: RecordId) {
    PANES.iter().any(|(_, pane)| pane.go_to(model, record));
}

/// A case was opened: stand where whoever opened it wanted to go.
pub fn arrived(model: &mut Model, arrival: Arrival) {
    let Some(case) = model.case_mut() else {
        return;
    };
    if arrival
        .child
        .is_some_and(|child| case.file.people.contains_key(&child))
    {
        case.child = arrival.child;
    }
    if let Some(record) = arrival.record {
        go_to(model, record);
    }
}
