//! The analysis pane: adding to its four headings, taking up what the chronology offers, how a hypothesis was thought again.

pub mod detail;

use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::OpenCase;
use crate::tui::model::Tab;
use crate::tui::model::case::analysis::{CURIOUS, HYPOTHESES, NEEDS};
use crate::tui::model::form::FormKind;
use crate::tui::model::request::{FormRequest, PaneRequest};
use crate::tui::pane::Pane;
use crate::tui::pane::ledger;
use ratatui::Frame;

/// The story so far, working hypotheses, needs, curiosities.
pub struct AnalysisTab;

impl Pane for AnalysisTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            let findings = case.findings_for_offers();
            case.analysis.refresh(&file, findings.as_ref(), day);
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
        let is_here = file.stories.contains_key(&record)
            || file.recognitions.contains_key(&record)
            || file.hypotheses.contains_key(&record)
            || file.needs.contains_key(&record)
            || file.curiosities.contains_key(&record);
        if is_here {
            case.tab = Tab::Analysis;
            self.refresh(model);
            ledger::choose(model, record);
        }
        is_here
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        ledger::draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the analysis pane.
fn run(model: &mut Model, command: Command) {
    let is_offer = model
        .case()
        .is_some_and(|case| case.analysis.chosen_offer().is_some());
    match command {
        Command::PartEdit if is_offer => {
            return model.ask_form(FormKind::Record(RecordKind::Curiosity));
        }
        Command::PartRemove if is_offer => return let_go(model),
        _ => {}
    }
    if ledger::run(model, command) {
        return;
    }
    match command {
        Command::ThoughtAdd => add(model),
        Command::RecognitionAdd => model.ask_form(FormKind::Record(RecordKind::Recognition)),
        Command::ThoughtHistory => history(model),
        _ => {}
    }
}

/// Adds to the heading that is chosen; an offer that is chosen is taken up.
fn add(model: &mut Model) {
    let at = model.case().map(|case| case.analysis.ledger.at);
    let kind = match at {
        Some(HYPOTHESES) => FormKind::Record(RecordKind::Hypothesis),
        Some(NEEDS) => FormKind::Record(RecordKind::Need),
        Some(CURIOUS) => FormKind::Record(RecordKind::Curiosity),
        _ => FormKind::Record(RecordKind::Story),
    };
    model.ask_form(kind)
}

/// Lets an offer go, with the reason: nothing that was offered disappears without one.
fn let_go(model: &mut Model) {
    model.say("Write why nobody needs to find this out, then save: it stays to be read.");
    model.ask(PaneRequest::Form(
        FormRequest::new(FormKind::Record(RecordKind::Curiosity)).at("let_go"),
    ));
}

/// Reads how the chosen hypothesis was thought again; it is told at the end of its lines.
fn history(model: &mut Model) {
    let case = model.case();
    let is_hypothesis = case.is_some_and(|case| {
        let chosen = case.analysis.ledger.chosen_record();
        chosen.is_some_and(|id| case.seen().hypotheses.contains_key(&id))
    });
    if !is_hypothesis {
        model.say("Choose a hypothesis first: its history tells how it was thought again.");
        return;
    }
    model.say("How it was thought again stands at the end of its lines.");
    model.ask(PaneRequest::Revisions)
}
