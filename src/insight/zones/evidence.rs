//! Why: what a part of a child's reading rests on, down to the entries of the chronology. What people linked stands first;
//! what the words of a reason only name is offered as such.

use super::present::Present;
use crate::insight::dates_named::entries_named;
use crate::insight::factors::Sheet;
use crate::practice::factors::{CAPACITY, Polarity};
use crate::practice::field_label;
use crate::practice::matrix::Part;
use crate::practice::matrix::cells::Row;
use crate::practice::reading_words::Told;
use crate::record::fields::Fields;
use crate::record::{CaseFile, Record, RecordId, RecordKind, Subject, Value, ZoneDecision};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Resilience.
    Resilience,
    /// Risk.
    Risk,
    /// Capacity for actual change.
    Capacity,
    /// What parents and child want.
    Wishes,
    /// The child's welfare at home.
    Welfare,
    /// Where the child lives.
    Place,
    /// The clock.
    Time,
}

impl From<Row> for Topic {
    fn from(row: Row) -> Topic {
        match row {
            Row::Resilience => Topic::Resilience,
            Row::Risk => Topic::Risk,
            Row::Capacity => Topic::Capacity,
            Row::Wishes => Topic::Wishes,
            Row::Welfare => Topic::Welfare,
            Row::Place => Topic::Place,
        }
    }
}

impl From<Part> for Topic {
    fn from(part: Part) -> Topic {
        match part {
            Part::Resilience => Topic::Resilience,
            Part::Risk => Topic::Risk,
            Part::Welfare => Topic::Welfare,
            Part::Capacity | Part::PositiveChange => Topic::Capacity,
            Part::Time => Topic::Time,
            Part::Place => Topic::Place,
        }
    }
}

impl Topic {
    /// The parts of a reading that tell of it.
    pub fn told(self) -> &'static [Told] {
        match self {
            Topic::Resilience => &[Told::ResilienceLevel, Told::Resilience],
            Topic::Risk => &[Told::RiskLevel, Told::Risk],
            Topic::Capacity => &[Told::Capacity, Told::PositiveChange],
            Topic::Wishes => &[Told::Wishes],
            Topic::Welfare | Topic::Place | Topic::Time => &[],
        }
    }
}

/// Something that a topic rests on, and the entries under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What it is, in a sentence.
    pub words: String,
    /// The record that it is.
    pub record: RecordId,
    /// The entries that people linked as its evidence.
    pub linked: Vec<RecordId>,
    /// The entries of days that its words name.
    pub named: Vec<RecordId>,
    /// Of a decision to which nothing is linked: the last entries before it.
    pub before: Vec<RecordId>,
}

/// What a topic rests on for a child, on a day; `sheet` holds the factors of that day.
pub fn grounds(
    file: &CaseFile,
    sheet: &Sheet,
    child: RecordId,
    topic: Topic,
    present: &Present,
    day: NaiveDate,
) -> Vec<Ground> {
    let mut grounds = Vec::new();
    let mut told = BTreeSet::new();
    for part in topic.told() {
        let Some(source) = present.read.sources.get(part) else {
            continue;
        };
        if told.insert(source.record) {
            grounds.extend(decision(file, source.record, day));
        }
    }
    if topic == Topic::Time {
        grounds.extend(entry_into_zone(file, child, present, day));
    }
    if topic == Topic::Capacity {
        grounds.extend(shown(file, day));
        grounds.extend(lapses(file, day));
    }
    grounds.extend(factors(file, sheet, child, topic, day));
    grounds
}

/// The decision of a record, as a ground.
pub fn decision(file: &CaseFile, record: RecordId, day: NaiveDate) -> Option<Ground> {
    let decision = file.decisions.get(&record)?;
    let body = &decision.body;
    let linked = body.evidence.clone();
    Some(Ground {
        words: format!(
            "Decision of {}, {}: {}",
            body.on.in_short(),
            body.zone.word(),
            body.reason
        ),
        record,
        before: match linked.is_empty() {
            true => shortly_before(file, decision),
            false => Vec::new(),
        },
        named: not_linked(file, &body.reason, &linked, day),
        linked,
    })
}

/// How many entries before a decision are offered.
const BEFORE: usize = 4;

/// The last entries about the child between the decision before and this one: what people had just been told.
fn shortly_before(file: &CaseFile, decision: &Record<ZoneDecision>) -> Vec<RecordId> {
    let body = &decision.body;
    let Some(on) = body.on.anchor() else {
        return Vec::new();
    };
    let earlier = file.decisions_of(body.child);
    let earlier = earlier.iter().filter_map(|other| other.body.on.anchor());
    let since = earlier.filter(|other| *other < on).max();
    let of_child = |children: &[RecordId]| children.is_empty() || children.contains(&body.child);
    let mut found: Vec<(NaiveDate, RecordId)> = file
        .entries
        .values()
        .filter(|entry| of_child(&entry.body.children))
        .filter_map(|entry| Some((entry.body.when.anchor()?, entry.id())))
        .filter(|(day, _)| *day <= on && since.is_none_or(|since| *day > since))
        .collect();
    found.sort();
    found
        .into_iter()
        .rev()
        .take(BEFORE)
        .map(|(_, id)| id)
        .collect()
}

/// The decision that brought the child into the zone.
fn entry_into_zone(
    file: &CaseFile,
    child: RecordId,
    present: &Present,
    day: NaiveDate,
) -> Option<Ground> {
    let clock = present.clock?;
    let decisions = file.decisions_of(child);
    let first = decisions.iter().rev().find(|decision| {
        decision.body.zone == clock.zone && decision.body.begins() == Some(clock.since)
    })?;
    self::decision(file, first.id(), day)
}

fn shown(file: &CaseFile, day: NaiveDate) -> Vec<Ground> {
    let grounds = file.capacities.values().map(|shown| {
        let body = &shown.body;
        let until = body
            .to
            .as_ref()
            .map_or(String::new(), |to| format!(" to {}", to.in_short()));
        Ground {
            words: format!(
                "{} shows change since {}{until}: {}{}",
                name(file, body.carer),
                body.from.in_short(),
                body.evidence,
                further(RecordKind::ShownCapacity, body, &["why_ended"])
            ),
            record: shown.id(),
            linked: body.entries.clone(),
            named: not_linked(file, &body.evidence, &body.entries, day),
            before: Vec::new(),
        }
    });
    grounds.collect()
}

fn lapses(file: &CaseFile, day: NaiveDate) -> Vec<Ground> {
    let grounds = file.lapses.values().map(|lapse| {
        let body = &lapse.body;
        Ground {
            words: format!(
                "Lapse of {}, {}: {}{} The clock goes on (T13).",
                name(file, body.carer),
                body.on.in_short(),
                body.what,
                further(RecordKind::Lapse, body, &["how_met", "direction"])
            ),
            record: lapse.id(),
            linked: body.entries.clone(),
            named: not_linked(file, &body.what, &body.entries, day),
            before: Vec::new(),
        }
    });
    grounds.collect()
}

/// What else a record says in these fields, each under its label: " How it was met: …"; nothing for those left empty.
fn further<T: Fields>(kind: RecordKind, body: &T, fields: &[&str]) -> String {
    let said = body
        .values()
        .into_iter()
        .filter(|(info, _)| fields.contains(&info.name));
    let said = said.filter_map(|(info, value)| match value {
        Value::Text(words) if !words.is_empty() => {
            Some(format!(" {}: {words}", field_label(kind.key(), info.name)))
        }
        _ => None,
    });
    said.collect()
}

/// The findings that speak of the topic: risks present, or what protects; of capacity the factor of that name.
fn factors(
    file: &CaseFile,
    sheet: &Sheet,
    child: RecordId,
    topic: Topic,
    day: NaiveDate,
) -> Vec<Ground> {
    let polarity = match topic {
        Topic::Risk => Polarity::Risk,
        Topic::Resilience | Topic::Capacity => Polarity::Protective,
        _ => return Vec::new(),
    };
    let concerns = |subject: &Subject| match subject {
        Subject::Person(person) => {
            let other = file
                .people
                .get(person)
                .is_some_and(|person| person.body.is_child);
            *person == child || !other
        }
        Subject::Together(_) | Subject::Family => true,
    };
    let mut grounds = Vec::new();
    for (row, column) in sheet.present(polarity) {
        let is_capacity = sheet
            .rows
            .get(row)
            .is_some_and(|row| row.factor.id == CAPACITY);
        let of_child = sheet
            .columns
            .get(column)
            .is_some_and(|column| concerns(&column.subject));
        let Some(found) = sheet.latest(file, row, column) else {
            continue;
        };
        if !of_child || (topic == Topic::Capacity) != is_capacity {
            continue;
        }
        let body = &found.body;
        let evidence = match body.evidence.is_empty() {
            true => "no evidence is named".to_owned(),
            false => body.evidence.clone(),
        };
        let on = body
            .on
            .as_ref()
            .map_or(String::new(), |on| format!(", {}", on.in_short()));
        grounds.push(Ground {
            words: format!("{}{on}: {evidence}", sheet.told(row, column)),
            record: found.id(),
            linked: body.entries.clone(),
            named: not_linked(file, &body.evidence, &body.entries, day),
            before: Vec::new(),
        });
    }
    grounds
}

/// The entries of the days that words name, those left out that are linked already.
fn not_linked(file: &CaseFile, words: &str, linked: &[RecordId], day: NaiveDate) -> Vec<RecordId> {
    let mut named = entries_named(file, words, day);
    named.retain(|entry| !linked.contains(entry));
    named
}

fn name(file: &CaseFile, person: RecordId) -> &str {
    file.people
        .get(&person)
        .map_or("Somebody", |person| person.body.short_name())
}
