//! The plan pane: adding challenges, support and bottom lines, keeping versions, comparing with them.

pub mod detail;

use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::OpenCase;
use crate::tui::model::Tab;
use crate::tui::model::case::plan::SUPPORT;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::request::PaneRequest;
use crate::tui::pane::Pane;
use crate::tui::pane::ledger;
use ratatui::Frame;
use std::sync::Arc;

/// The Support and Solutions Plan.
pub struct PlanTab;

impl Pane for PlanTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            case.plan.refresh(&file, day);
        }
        ledger::refresh(model, detail::detail);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        ledger::back(model)
            || model
                .case_mut()
                .is_some_and(|case| case.plan.since.take().is_some())
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        let Some((case, file, _)) = model.case_seen() else {
            return false;
        };
        let is_version = file.plan_versions.contains_key(&record);
        let is_here = is_version
            || file.plan_steps.contains_key(&record)
            || file.supports.contains_key(&record)
            || file.bottom_lines.contains_key(&record);
        if is_here {
            case.tab = Tab::Plan;
            // A version has no row of its own: what changed since is shown.
            case.plan.since = is_version.then_some(record);
            self.refresh(model);
            ledger::choose(model, record);
        }
        is_here
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        ledger::draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the plan pane.
fn run(model: &mut Model, command: Command) {
    if ledger::run(model, command) {
        return;
    }
    match command {
        Command::PlanAdd => {
            let at = model.case().map(|case| case.plan.ledger.at);
            let kind = match at {
                Some(SUPPORT) => FormKind::Record(RecordKind::Support),
                _ => FormKind::Record(RecordKind::PlanStep),
            };
            model.ask_form(kind)
        }
        Command::BottomLineAdd => model.ask_form(FormKind::Record(RecordKind::BottomLine)),
        Command::PlanAgree => model.ask_form(FormKind::Record(RecordKind::PlanVersion)),
        Command::PlanSince => since(model),
        _ => {}
    }
}

/// Shows what changed since the latest version, then since the one before, at last nothing of it.
fn since(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
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
        return;
    }
    model.ask(PaneRequest::Revisions)
}
