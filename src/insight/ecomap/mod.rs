//! The ecomap: who stands in the middle, the systems around them as somebody sees them, and in words what a drawing shows by
//! its lines (Hartman 1975).

mod also;
pub mod rows;
mod sections;

pub use also::{Also, also_in_the_record};
pub use sections::{in_short, section};

use super::bonds::time;
use super::due::has_ended;
use super::people::{full_name, people_in_order, who};
use crate::record::{CaseFile, Connection, Flow, FuzzyDate, Record, RecordId, SystemKind, Tie};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What is connected with whoever stands in the middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    /// The connection that says so.
    pub record: RecordId,
    /// What it is called.
    pub name: String,
    /// Formal or informal.
    pub kind: SystemKind,
    /// How strong.
    pub strength: Tie,
    /// Whether there is stress in it.
    pub stressful: bool,
    /// Which way it flows.
    pub flow: Flow,
    /// Since when and until when, in words; may be empty.
    pub time: String,
    /// The entries that show it.
    pub evidence: Vec<RecordId>,
    /// Notes.
    pub note: String,
}

/// An ecomap as it is on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ecomap {
    /// Whose; `None` for the family as a whole.
    pub whose: Option<RecordId>,
    /// What the one in the middle is called.
    pub name: String,
    /// What is drawn: informal systems, then formal ones, in each the strongest first.
    pub systems: Vec<System>,
    /// What is told and not drawn: it ended before the day or begins after it.
    pub not_drawn: Vec<System>,
}

/// Who can stand in the middle: the family as a whole, each child, and each grown-up of whom a connection is written.
pub fn centres(file: &CaseFile) -> Vec<Option<RecordId>> {
    let has_one = |person: RecordId| {
        let mut all = file.connections.values();
        all.any(|one| one.body.whose == Some(person))
    };
    let people = people_in_order(file).into_iter().map(|(_, person)| person);
    let people = people.filter(|person| person.body.is_child || has_one(person.id()));
    let people = people.map(|person| Some(person.id()));
    [None].into_iter().chain(people).collect()
}

/// Who stands in the middle, in words.
pub fn centre_name(file: &CaseFile, whose: Option<RecordId>) -> String {
    who(file, whose, "The family")
}

/// The ecomap of one person, or of the family, on a day.
pub fn ecomap(file: &CaseFile, whose: Option<RecordId>, today: NaiveDate) -> Ecomap {
    let mut all: Vec<_> = file.connections.values().collect();
    all.retain(|one| one.body.whose == whose);
    let (now, then): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| is_there(&one.body, today));
    let told = |all: Vec<&Record<Connection>>| {
        let mut told: Vec<System> = all.into_iter().map(|one| system(file, one)).collect();
        told.sort_by_cached_key(order);
        told
    };
    Ecomap {
        whose,
        name: centre_name(file, whose),
        systems: told(now),
        not_drawn: told(then),
    }
}

/// What holds comes first, so that a look at the top shows what can be leaned on; what is calm before what costs; then by
/// name, so that a new connection moves no other one past another.
fn order(system: &System) -> (bool, Reverse<Tie>, bool, String, RecordId) {
    let is_formal = system.kind == SystemKind::Formal;
    (
        is_formal,
        Reverse(system.strength),
        system.stressful,
        system.name.to_lowercase(),
        system.record,
    )
}

/// Whether a connection has begun and not ended on a day. One whose end is not known has ended.
fn is_there(connection: &Connection, today: NaiveDate) -> bool {
    let began = connection.since.as_ref().and_then(FuzzyDate::earliest);
    !has_ended(connection.until.as_ref(), today) && began.is_none_or(|first| first <= today)
}

fn system(file: &CaseFile, record: &Record<Connection>) -> System {
    let connection = &record.body;
    let name = match connection.with.as_str() {
        "" => full_name(file, connection.person, "somebody"),
        with => with.to_owned(),
    };
    System {
        record: record.id(),
        name,
        kind: connection.kind,
        strength: connection.strength,
        stressful: connection.stressful,
        flow: connection.flow,
        time: time(connection.since.as_ref(), connection.until.as_ref()),
        evidence: connection.evidence.clone(),
        note: connection.note.clone(),
    }
}

impl Ecomap {
    /// Whether no connection is written of whoever stands in the middle.
    pub fn is_empty(&self) -> bool {
        self.systems.is_empty() && self.not_drawn.is_empty()
    }
}

impl System {
    /// What the line says, in words: "strong, with stress; gives to them; since 2019".
    pub fn in_words(&self) -> String {
        let mut said = self.strength.words().to_owned();
        if self.stressful {
            said.push_str(", with stress");
        }
        match self.flow {
            Flow::NotKnown => {}
            flow => said.push_str(&format!("; {}", flow.words())),
        }
        if !self.time.is_empty() {
            said.push_str(&format!("; {}", self.time));
        }
        said
    }
}

/// The connections in which somebody stands in the middle, or which are with them, each in a line with its record.
pub fn connections_in_words(
    file: &CaseFile,
    person: RecordId,
    today: NaiveDate,
) -> Vec<(String, RecordId)> {
    let own = ecomap(file, Some(person), today);
    let own = own.systems.iter().chain(&own.not_drawn);
    let mut lines: Vec<_> = own
        .map(|system| {
            let kind = system.kind.words();
            let words = format!("{} ({kind}): {}", system.name, system.in_words());
            (words, system.record)
        })
        .collect();
    let with = file.connections.values();
    let with = with.filter(|one| one.body.person == Some(person));
    lines.extend(with.map(|one| {
        let whose = match one.body.whose {
            None => "the family".to_owned(),
            some => centre_name(file, some),
        };
        let words = system(file, one).in_words();
        (format!("On the ecomap of {whose}: {words}"), one.id())
    }));
    lines
}

#[cfg(test)]
mod tests;
