//! The kinds of form, and what a kind's form does otherwise than its table of fields says: what a new record begins with,
//! what a field offers, what is put together from several fields, and what is refused.

mod entry;
mod factor_finding;
mod family;
mod goals;
pub(super) mod inputs;
mod plan;
mod private;
mod relationships;
pub(super) mod same_event;
pub mod settle;
mod stages;
mod supervision;
mod thinking;
mod zone_decision;

use super::{Around, Form, Input, Refusal};
use crate::practice::field_words;
use crate::record::{Body, Mint, RecordKind};

/// What a form writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A record.
    Record(RecordKind),
    /// Two entries that tell one event.
    Join,
    /// An account that tells another event.
    Split,
    /// What is open about an entry.
    Settle,
    /// A private note about a worker; it belongs to no case.
    Private,
}

impl From<RecordKind> for FormKind {
    fn from(kind: RecordKind) -> FormKind {
        FormKind::Record(kind)
    }
}

impl FormKind {
    const ALONE: [FormKind; 4] = [
        FormKind::Join,
        FormKind::Split,
        FormKind::Settle,
        FormKind::Private,
    ];

    /// The key in drafts and in `content/prompts.toml`.
    pub fn key(self) -> &'static str {
        match self {
            FormKind::Record(kind) => kind.key(),
            FormKind::Join => "join",
            FormKind::Split => "split",
            FormKind::Settle => "settle",
            FormKind::Private => "private_note",
        }
    }

    /// The kind of form of a key.
    pub fn from_key(key: &str) -> Option<FormKind> {
        let mut alone = FormKind::ALONE.into_iter();
        let record = || RecordKind::from_key(key).map(FormKind::Record);
        alone.find(|kind| kind.key() == key).or_else(record)
    }

    /// The kind of form that changes a record; `None` for records that the program writes itself.
    pub fn of(body: &Body) -> Option<FormKind> {
        let kind = body.kind();
        let is_asked = field_words(kind.key()).any(|words| !words.asks.is_empty());
        is_asked.then_some(FormKind::Record(kind))
    }

    /// "Add an entry" or "Change an entry".
    pub fn title(self, changes: bool) -> String {
        let own = match self {
            FormKind::Record(RecordKind::StageMark) => "Say how far an item is",
            FormKind::Record(RecordKind::NamedRole) => "Name who has a role",
            FormKind::Record(RecordKind::PlanVersion) => "Keep the plan as agreed",
            FormKind::Record(kind) => {
                let does = if changes { "Change" } else { "Add" };
                return format!("{does} {}", kind.a_one());
            }
            FormKind::Join => "Join two entries",
            FormKind::Split => "Split an account off",
            FormKind::Settle => "Settle a question",
            FormKind::Private => "Write a private note",
        };
        own.to_owned()
    }
}

/// How a field is asked for.
#[expect(
    clippy::large_enum_variant,
    reason = "made once for each field of a form, and taken apart at once"
)]
pub(super) enum FieldInput {
    /// As its shape says.
    AsUsual,
    /// With this input.
    Otherwise(Input),
    /// Not at all.
    Not,
}

impl FieldInput {
    /// With this input where a condition holds, else not at all.
    fn when(asks: bool, input: impl FnOnce() -> Input) -> FieldInput {
        match asks {
            true => FieldInput::Otherwise(input()),
            false => FieldInput::Not,
        }
    }
}

/// What a new record begins with, beside today and the child who is looked at.
pub(super) fn begin(body: &mut Body, around: Around<'_>) {
    match body {
        Body::Entry(entry) => entry::begin(entry, around),
        Body::Bond(bond) => family::begin_bond(bond, around),
        Body::EmotionalTie(tie) => family::begin_tie(tie, around),
        Body::Household(home) => family::begin_household(home, around),
        Body::Connection(connection) => connection.whose = around.beside,
        Body::FactorFinding(found) => factor_finding::begin(found, around),
        Body::StageMark(mark) => stages::begin_mark(mark, around),
        Body::NamedRole(role) => stages::begin_role(role, around),
        Body::Hypothesis(thought) => thought.people = around.child.into_iter().collect(),
        Body::Need(need) => thinking::begin_need(need, around),
        Body::Curiosity(asked) => thinking::begin_curiosity(asked, around),
        Body::PlanStep(step) => step.people = around.child.into_iter().collect(),
        Body::Support(support) => support.steps = plan::step_beside(around),
        Body::BottomLine(line) => line.steps = plan::step_beside(around),
        Body::PlanVersion(version) => plan::begin_version(version, around),
        Body::Goal(goal) => goals::begin(goal, around),
        Body::GoalReview(review) => goals::begin_review(review, around),
        Body::Supervision(session) => supervision::begin(session, around),
        Body::Action(action) => supervision::begin_action(action, around),
        Body::CaseDecision(decision) => supervision::begin_decision(decision, around),
        Body::Occasion(occasion) => supervision::begin_occasion(occasion, around),
        _ => {}
    }
}

/// How a field is asked for.
pub(super) fn input(body: &Body, name: &str, is_new: bool, around: Around<'_>) -> FieldInput {
    match body {
        Body::Entry(entry) => entry::input(name, entry, is_new, around),
        Body::Bond(bond) => family::bond_input(name, bond),
        Body::FactorFinding(found) => factor_finding::input(name, found, is_new, around),
        Body::ZoneDecision(decision) => zone_decision::input(name, decision, is_new, around),
        Body::StageMark(mark) => stages::mark_input(name, mark, around),
        Body::NamedRole(role) => stages::role_input(name, role, around),
        Body::Curiosity(asked) if name == "offered" => thinking::offered(asked),
        Body::PlanVersion(version) if name == "parts" => plan::parts(version, around),
        Body::Goal(goal) if name == "why_changed" && goal.agreed_on.is_none() => FieldInput::Not,
        Body::GoalReview(review) if name == "levels" => goals::levels(review, around),
        Body::Supervision(session) if name == "zones_decided" => {
            supervision::zones_decided(session, around)
        }
        Body::Action(action) if name == "serves" => supervision::serves(action, around),
        _ => FieldInput::AsUsual,
    }
}

/// Puts together what several fields say; `was` is the record that is changed.
pub(super) fn finish(
    form: &Form,
    body: &mut Body,
    was: Option<&Body>,
    around: Around<'_>,
    mint: &mut Mint,
) -> Result<(), Refusal> {
    match body {
        Body::Entry(entry) => entry::finish(form, entry, was, around, mint),
        Body::Bond(bond) => family::finish_bond(form, bond),
        Body::Curiosity(asked) => asked.offered = form.text("offered"),
        Body::ZoneDecision(decision) => return zone_decision::finish(form, decision, around),
        Body::GoalReview(review) => goals::finish_review(review, was, around),
        _ => {}
    }
    Ok(())
}

/// What a record still needs before it can be saved, beside what the prompts say.
pub(super) fn check(body: &Body, was: Option<&Body>, around: Around<'_>) -> Option<Refusal> {
    match body {
        Body::Entry(entry) => entry::check(entry),
        Body::Bond(bond) => family::check_bond(bond),
        Body::EmotionalTie(tie) => family::check_tie(tie),
        Body::Connection(connection) => family::check_connection(connection),
        Body::Placement(home) if home.kind.is_empty() && home.carer.is_empty() => refuse(
            "kind",
            "Say what kind of placement it is, or who cared for the child.",
        ),
        Body::FactorFinding(found) => factor_finding::check(found, was, around),
        Body::ZoneDecision(decision) => zone_decision::check(decision, around),
        Body::StageMark(mark) => stages::check_mark(mark, was),
        Body::NamedRole(role) => stages::check_role(role),
        Body::Story(story) => thinking::check_story(story),
        Body::Recognition(seen) if seen.recognised.is_empty() && seen.missing.is_empty() => refuse(
            "recognised",
            "Write how they are recognised, or where it is missing.",
        ),
        Body::Hypothesis(thought) => thinking::check_hypothesis(thought),
        Body::PlanVersion(version) if version.parts.is_empty() => refuse(
            "on",
            "The plan has no part yet: add a challenge, a support or a bottom line first.",
        ),
        Body::Goal(goal) => goals::check(goal, was),
        Body::GoalReview(review) => goals::check_review(review, around),
        Body::Supervision(session) => supervision::check(session),
        Body::Action(action) if action.due.is_none() && action.is_open() => refuse(
            "due",
            "Write by when, such as 30/11/26 or 2 weeks from now; “not known” where it goes on.",
        ),
        Body::Occasion(occasion) => supervision::check_occasion(occasion),
        Body::Relationship(one) => relationships::check(one),
        Body::ContactAfterCare(contact) => relationships::check_contact(contact),
        Body::Promise(promise) => relationships::check_promise(promise),
        _ => None,
    }
}

/// A refusal of a field.
fn refuse(field: &str, words: impl Into<String>) -> Option<Refusal> {
    Some(Refusal::new(field, words))
}
