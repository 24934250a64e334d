//! The fields of a record as people read them: every kind, always the same fields in the same order for a kind, names of
//! people and words of records in the place of ids.

mod circle;
mod facts;
mod plan;
mod relations;
mod thinking;

pub(super) use circle::{item_words, part_words, progress_words};
pub(super) use facts::account_in_words;

use crate::insight::in_a_line::{day_of, kind_words, words_of};
use crate::insight::people::short_names;
use crate::record::{Body, CaseFile, FuzzyDate, RecordId};
use serde::Serialize;

/// A field with its name; empty where nobody said anything.
pub type Named = (&'static str, String);

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub now: String,
}

/// The fields of a record of any kind. `file` gives the names of people and the words of other records.
pub fn fields(file: &CaseFile, body: &Body) -> Vec<Named> {
    match body {
        Body::Case(case) => facts::case(case),
        Body::Person(person) => facts::person(person),
        Body::Bond(bond) => facts::bond(file, bond),
        Body::Placement(home) => facts::placement(file, home),
        Body::LegalStatus(legal) => facts::legal_status(file, legal),
        Body::Entry(entry) => facts::entry(file, entry),
        Body::Import(import) => facts::import(import),
        Body::Verdict(verdict) => facts::verdict(file, verdict),
        Body::Occasion(occasion) => facts::occasion(file, occasion),
        Body::EmotionalTie(tie) => relations::emotional_tie(file, tie),
        Body::Household(home) => relations::household(file, home),
        Body::Connection(connection) => relations::connection(file, connection),
        Body::Relationship(relationship) => relations::relationship(file, relationship),
        Body::ContactAfterCare(contact) => relations::contact_after_care(file, contact),
        Body::Promise(promise) => relations::promise(file, promise),
        Body::GedcomLines(kept) => relations::gedcom_lines(file, kept),
        Body::FactorFinding(found) => thinking::factor_finding(file, found),
        Body::Story(story) => thinking::story(file, story),
        Body::Recognition(seen) => thinking::recognition(file, seen),
        Body::Hypothesis(thought) => thinking::hypothesis(file, thought),
        Body::Need(need) => thinking::need(file, need),
        Body::Curiosity(asked) => thinking::curiosity(file, asked),
        Body::WordingKept(kept) => thinking::wording_kept(kept),
        Body::PlanStep(step) => plan::plan_step(file, step),
        Body::Support(support) => plan::support(file, support),
        Body::BottomLine(line) => plan::bottom_line(file, line),
        Body::PlanVersion(version) => plan::plan_version(file, version),
        Body::Purpose(purpose) => plan::purpose(file, purpose),
        Body::Goal(goal) => plan::goal(file, goal),
        Body::GoalReview(review) => plan::goal_review(file, review),
        Body::ZoneDecision(decision) => circle::zone_decision(file, decision),
        Body::ShownCapacity(shown) => circle::shown_capacity(file, shown),
        Body::Lapse(lapse) => circle::lapse(file, lapse),
        Body::StageMark(mark) => circle::stage_mark(file, mark),
        Body::NamedRole(role) => circle::named_role(file, role),
        Body::Supervision(session) => circle::supervision(file, session),
        Body::Action(action) => circle::action(file, action),
        Body::CaseDecision(decision) => circle::case_decision(file, decision),
    }
}

/// The fields in which two states of one record differ.
pub fn differences(file: &CaseFile, before: &Body, now: &Body) -> Vec<Field> {
    let pairs = fields(file, before).into_iter().zip(fields(file, now));
    let differing = pairs.filter(|((_, was), (_, is))| was != is);
    differing
        .map(|((name, before), (_, now))| Field { name, before, now })
        .collect()
}

/// A date in the form in which all dates are told, with its time of day when one was written.
fn day(date: &FuzzyDate) -> String {
    match date.time() {
        Some(_) => date.written().to_owned(),
        None => date.in_short(),
    }
}

fn day_if(date: Option<&FuzzyDate>) -> String {
    date.map_or_else(String::new, day)
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

fn several(parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| part.as_ref().to_owned())
        .collect();
    parts.join("; ")
}

fn people(file: &CaseFile, ids: &[RecordId]) -> String {
    short_names(file, ids)
}

fn one_person(file: &CaseFile, id: Option<RecordId>) -> String {
    id.map_or_else(String::new, |id| short_names(file, &[id]))
}

/// Other records by their words, an entry with its day before them.
fn records(file: &CaseFile, ids: &[RecordId]) -> String {
    several(ids.iter().map(|id| record_in_words(file, *id)))
}

fn one_record(file: &CaseFile, id: Option<RecordId>) -> String {
    id.map_or_else(String::new, |id| record_in_words(file, id))
}

fn record_in_words(file: &CaseFile, id: RecordId) -> String {
    if let Some(entry) = file.entries.get(&id) {
        return format!("{}: {}", day(&entry.body.when), entry.body.in_short());
    }
    let Some(record) = file.record(id) else {
        return "a record that is no longer in this case".to_owned();
    };
    let words = match &record.body {
        // A session is known by its day; what was said in it is too long to stand for it.
        Body::Supervision(_) => "",
        body => words_of(body),
    };
    match (words, day_of(&record.body)) {
        ("", Some(on)) => format!("{}, {}", kind_words(&record.body), day(on)),
        ("", None) => kind_words(&record.body).to_owned(),
        (words, _) => words.to_owned(),
    }
}
