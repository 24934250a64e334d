//! The analysis pane: adding to its four headings, taking up what the chronology offers, how a hypothesis was thought again.

use super::{form, ledger};
use crate::record::RecordKind;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::model::analysis::{CURIOUS, HYPOTHESES, NEEDS};
use crate::tui::model::form::FormKind;

/// Does what a command asks of the analysis pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let is_offer = model
        .case()
        .is_some_and(|case| case.analysis.chosen_offer().is_some());
    match command {
        Command::PartEdit if is_offer => {
            return form::open(model, FormKind::Record(RecordKind::Curiosity), None);
        }
        Command::PartRemove if is_offer => return let_go(model),
        _ => {}
    }
    if let Some(effects) = ledger::run(model, command) {
        return effects;
    }
    match command {
        Command::ThoughtAdd => add(model),
        Command::RecognitionAdd => {
            form::open(model, FormKind::Record(RecordKind::Recognition), None)
        }
        Command::ThoughtHistory => history(model),
        _ => Vec::new(),
    }
}

/// Adds to the heading that is chosen; an offer that is chosen is taken up.
fn add(model: &mut Model) -> Vec<Effect> {
    let at = model.case().map(|case| case.analysis.ledger.at);
    let kind = match at {
        Some(HYPOTHESES) => FormKind::Record(RecordKind::Hypothesis),
        Some(NEEDS) => FormKind::Record(RecordKind::Need),
        Some(CURIOUS) => FormKind::Record(RecordKind::Curiosity),
        _ => FormKind::Record(RecordKind::Story),
    };
    form::open(model, kind, None)
}

/// Lets an offer go, with the reason: nothing that was offered disappears without one.
fn let_go(model: &mut Model) -> Vec<Effect> {
    let effects = form::open(model, FormKind::Record(RecordKind::Curiosity), None);
    if let Some(form) = model.form_mut() {
        form.go_to("let_go");
    }
    form::keep_seen(model);
    model.say("Write why nobody needs to find this out, then save: it stays to be read.");
    effects
}

/// Reads how the chosen hypothesis was thought again; it is told at the end of its lines.
fn history(model: &mut Model) -> Vec<Effect> {
    let case = model.case();
    let is_hypothesis = case.is_some_and(|case| {
        let chosen = case.analysis.ledger.chosen_record();
        chosen.is_some_and(|id| case.seen().hypotheses.contains_key(&id))
    });
    if !is_hypothesis {
        model.say("Choose a hypothesis first: its history tells how it was thought again.");
        return Vec::new();
    }
    model.say("How it was thought again stands at the end of its lines.");
    ledger::read_revisions(model)
}
