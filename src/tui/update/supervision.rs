//! The supervision pane: adding sessions, actions, decisions and visits; saying that something is done; meeting what is due.

use super::{as_at, form, ledger, records};
use crate::insight::due::DueKind;
use crate::insight::supervision::last_supervision;
use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model};

/// Does what a command asks of the supervision pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let due = model.case().and_then(|case| case.supervision.chosen_due());
    let due_record = due.and_then(|due| due.record);
    let is_due = due.is_some();
    match command {
        Command::PartEdit if is_due => return meet(model),
        Command::PartRemove if is_due => {
            model.say("A date that is due goes when something meets it: write that down instead.");
            return Vec::new();
        }
        _ => {}
    }
    if let Some(effects) = ledger::run(model, command) {
        return effects;
    }
    match command {
        Command::SupervisionAdd if is_due => meet(model),
        Command::SupervisionAdd => {
            let kind = model.case().map(|case| case.supervision.adds());
            form::open(
                model,
                kind.unwrap_or(FormKind::Record(RecordKind::Supervision)),
                None,
            )
        }
        Command::OccasionAdd => form::open(model, FormKind::Record(RecordKind::Occasion), None),
        Command::ActionDone => done(model, due_record),
        Command::DueMeet => meet(model),
        Command::ChangesSince => ask_since(model),
        _ => Vec::new(),
    }
}

const ASKS_SINCE: &str = "what changed since:";

/// Asks for the day; the chosen session's, else the last one's, stands there already.
fn ask_since(model: &mut Model) -> Vec<Effect> {
    let day = model.case().and_then(|case| {
        let chosen = case.supervision.ledger.chosen_record();
        let chosen = chosen.and_then(|id| case.file.supervisions.get(&id));
        let session = chosen.or_else(|| last_supervision(&case.file, model.today));
        session?.body.on.anchor()
    });
    let text = day.map_or_else(String::new, |day| day.format("%-d/%-m/%Y").to_string());
    let prompt = Prompt::asking(Command::ChangesSince, ASKS_SINCE, &text);
    model.layers.push(Layer::Prompt(prompt));
    Vec::new()
}

/// A day was typed: what changed since then stands in the place of what is chosen. Nothing typed shows that again.
pub fn since(model: &mut Model, typed: &str) -> Vec<Effect> {
    let day = match typed.trim() {
        "" => Ok(None),
        typed => as_at::read(typed, model.today).map(Some),
    };
    match (day, model.case_mut()) {
        (Ok(day), Some(case)) => {
            case.supervision.since = day;
            case.supervision.ledger.guide = false;
            case.supervision.ledger.detail = Place::default();
            ledger::read_revisions(model)
        }
        (Err(words), _) => {
            let prompt = Prompt::asking(Command::ChangesSince, ASKS_SINCE, typed);
            model.layers.push(Layer::Prompt(prompt));
            model.say_fault(words);
            Vec::new()
        }
        (Ok(_), None) => Vec::new(),
    }
}

/// Opens the chosen action where it is said what came of it.
fn done(model: &mut Model, due: Option<RecordId>) -> Vec<Effect> {
    let chosen = model
        .case()
        .and_then(|case| case.supervision.ledger.chosen_record())
        .or(due);
    let is_action = |id: &RecordId| {
        let case = model.case();
        case.is_some_and(|case| case.file.actions.contains_key(id))
    };
    let Some(action) = chosen.filter(is_action) else {
        model.say("Choose an action first.");
        return Vec::new();
    };
    finish_action(model, action)
}

/// Opens an action with today as the day on which it was done, at the question what came of it.
pub fn finish_action(model: &mut Model, action: RecordId) -> Vec<Effect> {
    let effects = form::open(model, FormKind::Record(RecordKind::Action), Some(action));
    let today = model.today;
    if let Some(form) = model.form_mut() {
        let is_open = form.text("done_on").is_empty();
        if is_open {
            form.put("done_on", &today.format("%-d/%-m/%Y").to_string());
        }
        form.go_to("outcome");
    }
    form::keep_seen(model);
    effects
}

/// Opens the form that meets what is due: the review of a goal, the action, a session, a visit or formal step.
fn meet(model: &mut Model) -> Vec<Effect> {
    let due = model.case().and_then(|case| case.supervision.chosen_due());
    let Some(due) = due.cloned() else {
        model.say("Choose something that is due first.");
        return Vec::new();
    };
    match (due.kind, due.record) {
        (DueKind::Action, Some(action)) => finish_action(model, action),
        (DueKind::Goal, Some(goal)) => {
            form::open_beside(model, FormKind::Record(RecordKind::GoalReview), Some(goal))
        }
        (DueKind::Curiosity | DueKind::Relationship, Some(asked)) => records::edit(model, asked),
        (DueKind::Supervision, _) => {
            form::open(model, FormKind::Record(RecordKind::Supervision), None)
        }
        (DueKind::Plan, _) => form::open(model, FormKind::Record(RecordKind::PlanVersion), None),
        (DueKind::Zone, _) => {
            look_at_child(model, &due.about);
            form::open(model, FormKind::Record(RecordKind::ZoneDecision), None)
        }
        (DueKind::Visit | DueKind::Formal, _) => {
            look_at_child(model, &due.about);
            let kind = due.occasion.clone();
            form::open_for_occasion(model, kind.as_deref())
        }
        (DueKind::Action | DueKind::Goal | DueKind::Curiosity | DueKind::Relationship, None) => {
            Vec::new()
        }
    }
}

/// The child whom something due is about becomes the one who is looked at, so that the form begins with them.
fn look_at_child(model: &mut Model, about: &[RecordId]) {
    if let (Some(case), [child]) = (model.case_mut(), about) {
        case.child = Some(*child);
    }
}
