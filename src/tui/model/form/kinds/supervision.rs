//! Forms of supervision: a session, what somebody takes on in it, what is decided in it, visits and formal steps.

use super::super::{Around, Choosable, Layout, Refusal};
use super::inputs::{many, of_kinds};
use super::{FieldInput, refuse};
use crate::insight::in_a_line::people_of;
use crate::record::{
    Action, CaseDecision, Occasion, Person, Quadrant, Record, RecordId, RecordKind, Shape,
    Supervision,
};

/// What a walk has gathered so far begins a new session.
pub fn begin(session: &mut Supervision, around: Around<'_>) {
    session.worker = case_holder(around);
    if let Some(walk) = around.walk {
        let noted = |quadrant| walk.note(quadrant).trim().to_owned();
        session.worker = walk.worker.clone();
        session.supervisor = walk.supervisor.clone();
        session.minutes = walk.minutes();
        session.experience = noted(Quadrant::Experience);
        session.reflection = noted(Quadrant::Reflection);
        session.analysis = noted(Quadrant::Analysis);
        session.action = noted(Quadrant::Action);
        session.zones_decided = walk.zones_decided.clone();
        session.parked = walk.parked.clone();
    }
}

fn case_holder(around: Around<'_>) -> String {
    let case = around.file.case.as_ref();
    case.map_or_else(String::new, |case| case.body.worker.clone())
}

/// Decisions on zones by day, child and zone, the newest first.
pub fn zones_decided(session: &Supervision, around: Around<'_>) -> FieldInput {
    let mut decisions: Vec<_> = around.file.decisions.values().collect();
    decisions.sort_by(|one, other| other.body.on.order(&one.body.on));
    let options = decisions.into_iter().map(|decision| {
        let child = around.file.people.get(&decision.body.child);
        let child = child.map_or("", |child| child.body.short_name());
        let zone = decision.body.zone.letter_and_word();
        let on = decision.body.on.in_short();
        Choosable::new(decision.id().to_string(), format!("{on} {child} {zone}"))
    });
    let chosen: Vec<String> = session
        .zones_decided
        .iter()
        .map(RecordId::to_string)
        .collect();
    let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
    FieldInput::Otherwise(many(options.collect(), &chosen, Layout::List))
}

pub fn check(session: &Supervision) -> Option<Refusal> {
    let nothing = session
        .quadrants()
        .iter()
        .all(|(_, words)| words.is_empty());
    if nothing {
        return refuse(
            "analysis",
            "Write at least what you concluded, and why: whoever reads this in a year was not in the room.",
        );
    }
    None
}

/// The session in which something new was taken on or decided: the walk's, else the one that is chosen in the pane.
fn session(around: Around<'_>) -> Option<RecordId> {
    let beside = around
        .beside
        .filter(|id| around.file.supervisions.contains_key(id));
    around.session.or(beside)
}

pub fn begin_action(action: &mut Action, around: Around<'_>) {
    action.owner = case_holder(around);
    action.supervision = session(around);
    if let Some(beside) = around.beside {
        let record = around.file.record(beside);
        action.people = match around.file.people.contains_key(&beside) {
            true => vec![beside],
            false => record
                .as_ref()
                .map_or_else(Vec::new, |record| people_of(&record.body)),
        };
        let is_served = record.is_some_and(|record| served().contains(&record.body.kind()));
        action.serves = is_served.then_some(beside).into_iter().collect();
    }
}

/// The kinds of records that an action can serve.
fn served() -> &'static [RecordKind] {
    let fields = RecordKind::Action.fields();
    let serves = fields.iter().find(|info| info.name == "serves");
    match serves.map(|info| info.shape) {
        Some(Shape::Records(kinds)) => kinds,
        _ => &[],
    }
}

/// What an action can serve; of the decisions on zones the one that stands for each child, and those that it serves
/// already.
pub fn serves(action: &Action, around: Around<'_>) -> FieldInput {
    let file = around.file;
    let stands = |child: &Record<Person>| Some(file.decisions_of(child.id()).last()?.id());
    let standing: Vec<RecordId> = file.children().into_iter().filter_map(stands).collect();
    let is_offered = |option: &Choosable| {
        let id: Option<RecordId> = option.id.parse().ok();
        id.is_some_and(|id| {
            !file.decisions.contains_key(&id)
                || standing.contains(&id)
                || action.serves.contains(&id)
        })
    };
    let options = of_kinds(served(), around).into_iter().filter(is_offered);
    let chosen: Vec<String> = action.serves.iter().map(RecordId::to_string).collect();
    let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
    FieldInput::Otherwise(many(options.collect(), &chosen, Layout::List))
}

pub fn begin_decision(decision: &mut CaseDecision, around: Around<'_>) {
    decision.supervision = session(around);
    if let Some(walk) = around.walk {
        let names = [walk.worker.trim(), walk.supervisor.trim()];
        let names = names.into_iter().filter(|name| !name.is_empty());
        decision.decided_by = names.collect::<Vec<_>>().join(", ");
    }
}

pub fn begin_occasion(occasion: &mut Occasion, around: Around<'_>) {
    occasion.what = around.occasion.unwrap_or_default().to_owned();
    occasion.children = around.child.into_iter().collect();
}

pub fn check_occasion(occasion: &Occasion) -> Option<Refusal> {
    let is_of = |id: &RecordId| occasion.children.is_empty() || occasion.children.contains(id);
    if occasion.seen_alone.iter().chain(&occasion.seen).all(is_of) {
        return None;
    }
    refuse(
        "children",
        "A child is ticked as seen who is not ticked here. Tick them above too.",
    )
}
