//! The forms for what somebody takes on, and for a decision about the case.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{date, day_of, ids, line, linked, long, several, who};
use crate::insight::in_a_line::{people_of, words_of};
use crate::insight::people::who_or_somebody;
use crate::insight::supervision::zone_in_words;
use crate::record::{Action, Body, CaseDecision, CaseFile, Person, Record, RecordId};

pub(super) fn input(name: &str, action: Option<&Action>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Action) -> &str| action.map_or("", part);
    match name {
        "what" => long(text(|action| &action.what)),
        "why" => long(text(|action| &action.why)),
        "owner" => {
            let case = around.file.case.as_ref();
            let holder = case.map_or("", |case| &case.body.worker);
            line(action.map_or(holder, |action| &action.owner))
        }
        "due" => date(action.and_then(|action| action.due.as_ref())),
        "people" => {
            let begins = about(around);
            who(action.map_or(&begins, |action| &action.people), around)
        }
        "serves" => {
            let mut beside: Vec<RecordId> = around.beside.into_iter().collect();
            beside.retain(|id| can_be_served(around.file, *id));
            let chosen = action.map_or(beside.as_slice(), |action| &action.serves);
            serves(chosen, around)
        }
        // Nobody has done yet what is only being taken on.
        "done-on" => date(action?.done_on.as_ref()),
        "outcome" => long(&action?.outcome),
        "let-go" => long(&action?.let_go),
        _ => None,
    }
}

/// Whom a new action is about: those of the record that it begins at.
fn about(around: Around<'_>) -> Vec<RecordId> {
    let Some(beside) = around.beside else {
        return Vec::new();
    };
    if around.file.people.contains_key(&beside) {
        return vec![beside];
    }
    let record = around.file.record(beside);
    record.map_or_else(Vec::new, |record| people_of(&record.body))
}

/// Whether it is something that an action serves: a goal, a need, a hypothesis, something we are curious about, a step of the
/// plan, a decision on a zone, a relationship that is to last, contact that was asked for, a promise.
fn can_be_served(file: &CaseFile, id: RecordId) -> bool {
    let record = file.record(id);
    record.is_some_and(|record| {
        matches!(
            record.body,
            Body::Goal(_)
                | Body::Need(_)
                | Body::Hypothesis(_)
                | Body::Curiosity(_)
                | Body::PlanStep(_)
                | Body::ZoneDecision(_)
                | Body::Relationship(_)
                | Body::ContactAfterCare(_)
                | Body::Promise(_)
        )
    })
}

/// What an action can serve; of the decisions on zones the one that stands for each child, and those that it serves already.
fn serves(chosen: &[RecordId], around: Around<'_>) -> Option<Input> {
    let file = around.file;
    let stands = |child: &Record<Person>| Some(file.decisions_of(child.id()).last()?.id());
    let mut decisions: Vec<RecordId> = file.children().into_iter().filter_map(stands).collect();
    let earlier = chosen.iter().filter(|id| file.decisions.contains_key(id));
    decisions.extend(earlier);
    let thoughts = (file.goals.keys())
        .chain(file.needs.keys())
        .chain(file.hypotheses.keys())
        .chain(file.curiosities.keys())
        .chain(file.plan_steps.keys())
        .chain(file.relationships.keys())
        .chain(file.contacts_after_care.keys())
        .chain(file.promises.keys());
    let thoughts = thoughts.filter_map(|id| {
        let body = file.record(*id)?.body;
        let words = match &body {
            Body::Relationship(one) => {
                format!("with {}", who_or_somebody(file, one.person, &one.name))
            }
            body => words_of(body).to_owned(),
        };
        Some((*id, body.kind().one(), words))
    });
    decisions.sort_unstable();
    decisions.dedup();
    let decisions = decisions.into_iter().filter_map(|id| {
        let decision = file.decisions.get(&id)?;
        Some((id, "zone", zone_in_words(file, &decision.body)))
    });
    let options = thoughts.chain(decisions).map(|(id, kind, words)| {
        let words: String = words.chars().take(120).collect();
        Choosable::new(id.to_string(), format!("{kind}: {words}"))
    });
    several(options.collect(), &ids(chosen), Layout::List)
}

/// The session in which something new was taken on or decided: the walk's, else the one that is chosen in the pane.
fn session(was: Option<RecordId>, is_new: bool, around: Around<'_>) -> Option<RecordId> {
    let beside = around
        .beside
        .filter(|id| around.file.supervisions.contains_key(id));
    was.or(around.session.or(beside).filter(|_| is_new))
}

pub(super) fn body(
    form: &Form,
    was: Option<Action>,
    around: Around<'_>,
) -> Result<Action, Refusal> {
    let is_new = was.is_none();
    let (due, done_on, of) = was.map_or((None, None, None), |was| {
        (was.due, was.done_on, was.supervision)
    });
    let action = Action {
        what: form.text("what"),
        why: form.text("why"),
        owner: form.text("owner"),
        due: form.date("due", due.as_ref(), around.today),
        people: form.ids("people"),
        supervision: session(of, is_new, around),
        serves: form.ids("serves"),
        done_on: form.date("done-on", done_on.as_ref(), around.today),
        outcome: form.text("outcome"),
        let_go: form.text("let-go"),
    };
    if action.what.is_empty() {
        return Err(Refusal::new("what", "Write what is to be done."));
    }
    if action.owner.is_empty() {
        let words = "Write who takes it on: what is everybody's is nobody's.";
        return Err(Refusal::new("owner", words));
    }
    if action.due.is_none() && action.is_open() {
        let words = "Write by when, such as 30/11/26 or 2 weeks from now; \u{201c}not known\u{201d} where it goes on.";
        return Err(Refusal::new("due", words));
    }
    let is_ahead = |day: chrono::NaiveDate| day > around.today;
    let done = action.done_on.as_ref().and_then(|done| done.anchor());
    if done.is_some_and(is_ahead) {
        let words = "That day is still ahead. Write the day on which it was done.";
        return Err(Refusal::new("done-on", words));
    }
    if action.done_on.is_some() && action.outcome.is_empty() {
        let words = "Write what came of it; \u{201c}nothing yet\u{201d} is an answer too.";
        return Err(Refusal::new("outcome", words));
    }
    Ok(action)
}

pub(super) fn decision_input(
    name: &str,
    decision: Option<&CaseDecision>,
    around: Around<'_>,
) -> Option<Input> {
    let text = |part: fn(&CaseDecision) -> &str| decision.map_or("", part);
    match name {
        "on" => day_of(
            decision.is_none(),
            decision.map(|decision| &decision.on),
            around,
        ),
        "what" => long(text(|decision| &decision.what)),
        "why" => long(text(|decision| &decision.why)),
        "people" => who(decision.map_or(&[], |decision| &decision.people), around),
        "decided-by" => {
            let both = around.walk.map_or(String::new(), |walk| {
                let names = [walk.worker.trim(), walk.supervisor.trim()];
                let names = names.into_iter().filter(|name| !name.is_empty());
                names.collect::<Vec<_>>().join(", ")
            });
            line(decision.map_or(&both, |decision| &decision.decided_by))
        }
        "views" => long(text(|decision| &decision.views)),
        "evidence" => linked(decision.map_or(&[], |decision| &decision.evidence), around),
        "change-mind" => long(text(|decision| &decision.change_mind)),
        _ => None,
    }
}

pub(super) fn decision(
    form: &Form,
    was: Option<CaseDecision>,
    around: Around<'_>,
) -> Result<CaseDecision, Refusal> {
    let is_new = was.is_none();
    let (on, of) = was.map_or((None, None), |was| (Some(was.on), was.supervision));
    let decision = CaseDecision {
        on: form.date_or_unknown("on", on.as_ref(), around.today),
        what: form.text("what"),
        why: form.text("why"),
        people: form.ids("people"),
        supervision: session(of, is_new, around),
        decided_by: form.text("decided-by"),
        views: form.text("views"),
        evidence: form.ids("evidence"),
        change_mind: form.text("change-mind"),
    };
    let missing = [
        ("what", &decision.what, "Write what was decided."),
        (
            "why",
            &decision.why,
            "Write why: whoever reads this in a year needs the reason.",
        ),
        (
            "decided-by",
            &decision.decided_by,
            "Write who decided: a decision has a name to it.",
        ),
    ];
    match missing.iter().find(|(_, text, _)| text.is_empty()) {
        Some((field, _, words)) => Err(Refusal::new(*field, *words)),
        None => Ok(decision),
    }
}
