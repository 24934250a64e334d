//! The supervision pane: adding sessions, actions, decisions and visits; saying that something is done; meeting what is due.

pub mod detail;

use crate::insight::as_at;
use crate::insight::due::DueKind;
use crate::insight::supervision::last_supervision;
use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::OpenCase;
use crate::tui::model::Tab;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::request::{FormRequest, PaneRequest};
use crate::tui::model::{Layer, Model};
use crate::tui::pane::ledger;
use crate::tui::pane::{Pane, Typing};
use chrono::NaiveDate;
use ratatui::Frame;

/// Supervision: sessions, actions, what is due, decisions and visits.
pub struct SupervisionTab;

impl Pane for SupervisionTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            case.supervision.refresh(&file, day);
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
                .is_some_and(|case| case.supervision.since.take().is_some())
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        let Some((case, file, _)) = model.case_seen() else {
            return false;
        };
        let is_here = file.supervisions.contains_key(&record)
            || file.actions.contains_key(&record)
            || file.case_decisions.contains_key(&record)
            || file.occasions.contains_key(&record);
        if is_here {
            case.tab = Tab::Supervision;
            self.refresh(model);
            ledger::choose(model, record);
        }
        is_here
    }

    fn typed(&self, model: &mut Model, asked_by: Command, line: &str, typing: Typing) {
        if let (Command::ChangesSince, Typing::Taken) = (asked_by, typing) {
            since(model, line)
        }
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        ledger::draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the supervision pane.
fn run(model: &mut Model, command: Command) {
    let due = model.case().and_then(|case| case.supervision.chosen_due());
    let due_record = due.and_then(|due| due.record);
    let is_due = due.is_some();
    match command {
        Command::PartEdit if is_due => return meet(model),
        Command::PartRemove if is_due => {
            model.say("A date that is due goes when something meets it: write that down instead.");
            return;
        }
        _ => {}
    }
    if ledger::run(model, command) {
        return;
    }
    match command {
        Command::SupervisionAdd if is_due => meet(model),
        Command::SupervisionAdd => {
            let kind = model.case().map(|case| case.supervision.adds());
            model.ask_form(kind.unwrap_or(FormKind::Record(RecordKind::Supervision)))
        }
        Command::OccasionAdd => model.ask_form(FormKind::Record(RecordKind::Occasion)),
        Command::ActionDone => done(model, due_record),
        Command::DueMeet => meet(model),
        Command::ChangesSince => ask_since(model),
        _ => {}
    }
}

const ASKS_SINCE: &str = "what changed since:";

/// Asks for the day; the chosen session's, else the last one's, stands there already.
fn ask_since(model: &mut Model) {
    let day = model.case().and_then(|case| {
        let chosen = case.supervision.ledger.chosen_record();
        let chosen = chosen.and_then(|id| case.file.supervisions.get(&id));
        let session = chosen.or_else(|| last_supervision(&case.file, model.today));
        session?.body.on.anchor()
    });
    let text = day.map_or_else(String::new, |day| day.format("%-d/%-m/%Y").to_string());
    let prompt = Prompt::asking(Command::ChangesSince, ASKS_SINCE, &text);
    model.layers.push(Layer::Prompt(prompt));
}

/// A day was typed: what changed since then stands in the place of what is chosen. Nothing typed shows that again.
fn since(model: &mut Model, typed: &str) {
    let day = match typed.trim() {
        "" => Ok(None),
        typed => as_at::day(typed, model.today).map(Some),
    };
    match (day, model.case_mut()) {
        (Ok(day), Some(case)) => {
            case.supervision.since = day;
            case.supervision.ledger.guide = false;
            case.supervision.ledger.detail = Place::default();
            model.ask(PaneRequest::Revisions)
        }
        (Err(words), _) => {
            let prompt = Prompt::asking(Command::ChangesSince, ASKS_SINCE, typed);
            model.layers.push(Layer::Prompt(prompt));
            model.say_fault(words);
        }
        (Ok(_), None) => {}
    }
}

/// Opens the chosen action where it is said what came of it.
fn done(model: &mut Model, due: Option<RecordId>) {
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
        return;
    };
    model.ask(PaneRequest::Form(finishing(action, model.today)));
}

/// The form of an action at the question what came of it, with today as the day on which it was done.
pub fn finishing(action: RecordId, today: NaiveDate) -> FormRequest {
    let form = FormRequest::new(FormKind::Record(RecordKind::Action)).changing(action);
    form.fill("done_on", today.format("%-d/%-m/%Y").to_string())
        .at("outcome")
}

/// Opens the form that meets what is due: the review of a goal, the action, a session, a visit or formal step.
fn meet(model: &mut Model) {
    let due = model.case().and_then(|case| case.supervision.chosen_due());
    let Some(due) = due.cloned() else {
        model.say("Choose something that is due first.");
        return;
    };
    let form = match (due.kind, due.record) {
        (DueKind::Action, Some(action)) => finishing(action, model.today),
        (DueKind::Goal, Some(goal)) => FormRequest {
            beside: Some(goal),
            ..FormRequest::new(FormKind::Record(RecordKind::GoalReview))
        },
        (DueKind::Curiosity | DueKind::Relationship, Some(asked)) => {
            return model.ask_edit(asked);
        }
        (DueKind::Supervision, _) => FormRequest::new(FormKind::Record(RecordKind::Supervision)),
        (DueKind::Plan, _) => FormRequest::new(FormKind::Record(RecordKind::PlanVersion)),
        (DueKind::Zone, _) => FormRequest::new(FormKind::Record(RecordKind::ZoneDecision)),
        (DueKind::Visit | DueKind::Formal, _) => FormRequest {
            occasion: due.occasion.clone(),
            ..FormRequest::new(FormKind::Record(RecordKind::Occasion))
        },
        (DueKind::Action | DueKind::Goal | DueKind::Curiosity | DueKind::Relationship, None) => {
            return;
        }
    };
    // The form begins with the child it is about.
    if let (
        FormKind::Record(RecordKind::ZoneDecision) | FormKind::Record(RecordKind::Occasion),
        [child],
    ) = (form.kind, due.about.as_slice())
        && let Some(case) = model.case_mut()
    {
        case.child = Some(*child);
    }
    model.ask(PaneRequest::Form(form));
}
