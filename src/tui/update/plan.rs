//! The plan pane: adding challenges, support and bottom lines, keeping versions, comparing with them.

use super::{form, ledger};
use crate::record::RecordKind;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::plan::SUPPORT;
use std::sync::Arc;

/// Does what a command asks of the plan pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(effects) = ledger::run(model, command) {
        return effects;
    }
    match command {
        Command::PlanAdd => {
            let at = model.case().map(|case| case.plan.ledger.at);
            let kind = match at {
                Some(SUPPORT) => FormKind::Record(RecordKind::Support),
                _ => FormKind::Record(RecordKind::PlanStep),
            };
            form::open(model, kind, None)
        }
        Command::BottomLineAdd => form::open(model, FormKind::Record(RecordKind::BottomLine), None),
        Command::PlanAgree => form::open(model, FormKind::Record(RecordKind::PlanVersion), None),
        Command::PlanSince => since(model),
        _ => Vec::new(),
    }
}

/// Shows what changed since the latest version, then since the one before, at last nothing of it.
fn since(model: &mut Model) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let file = Arc::clone(case.seen());
    case.plan.next_version(&file);
    case.plan.ledger.detail = Place::default();
    case.plan.ledger.guide = false;
    if case.plan.since.is_none() {
        if file.plan_versions.is_empty() {
            let key = model.keymap.key_for(&model.scopes(), Command::PlanAgree);
            let words = format!("No version was agreed yet. {key} keeps the plan as it is agreed.");
            model.say(words);
        }
        return Vec::new();
    }
    ledger::read_revisions(model)
}
