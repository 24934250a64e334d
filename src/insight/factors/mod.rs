//! Factors side by side: for every factor and everybody of whom it is asked, what was found, on what evidence, and what
//! is open about it. Nothing is ever added up: factors stand beside each other, and people weigh them.

mod answers;
mod columns;
mod coverage;
mod evidence;
mod page;
mod questions;
mod sections;
mod shown;
mod together;

pub use answers::{answer_to, answers};
pub use columns::{Column, Whose};
pub use coverage::{Coverage, Support};
pub use evidence::evidenced_by;
pub use page::{domain, factor};
pub use questions::{Question, QuestionKind};
pub use sections::{finding, section};
pub use shown::is_shown;
pub use together::Context;

use super::folding::folded;
use crate::practice::factors::{AskedOf, Factor, Polarity, factors};
use crate::record::{CaseFile, FactorFinding, Record, RecordId, Status, Subject};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How it stands with a factor for somebody. The last two are never the same as absent, nor the same as each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is there.
    Present,
    /// It was looked for and is not there.
    Absent,
    /// It was looked for and cannot be told.
    NotKnown,
    /// Nobody has looked.
    #[default]
    NotRecorded,
}

impl State {
    /// All of them.
    pub const ALL: [State; 4] = [
        State::Present,
        State::Absent,
        State::NotKnown,
        State::NotRecorded,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            State::Present => "present",
            State::Absent => "absent",
            State::NotKnown => "not known",
            State::NotRecorded => "not recorded",
        }
    }
}

impl From<Status> for State {
    fn from(status: Status) -> State {
        match status {
            Status::Present => State::Present,
            Status::Absent => State::Absent,
            Status::NotKnown => State::NotKnown,
        }
    }
}

/// What is known of one factor for one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How it stands.
    pub state: State,
    /// Whether it counts as present only by the handbook's default, because nobody has asked yet.
    pub by_default: bool,
    /// Whether it is asked of this column at all, so that nothing recorded says something.
    pub is_asked: bool,
    /// The findings, the latest first; the others are its history.
    pub findings: Vec<RecordId>,
    /// What it rests on; `None` when nothing is recorded.
    pub coverage: Option<Coverage>,
    /// What is open about it.
    pub questions: Vec<Question>,
}

/// One factor for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The factor.
    pub factor: &'static Factor,
    /// Of a risk from outside the home: what it is, in own words.
    pub named: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// What the row is called: its own words, else the title in the table.
    pub fn name(&self) -> &str {
        match self.named.is_empty() {
            true => &self.factor.name,
            false => &self.named,
        }
    }

    /// Whether anything is recorded.
    pub fn is_recorded(&self) -> bool {
        self.cells.iter().any(|cell| !cell.findings.is_empty())
    }

    /// Whether it is present for anybody.
    pub fn is_present(&self) -> bool {
        self.cells.iter().any(|cell| cell.state == State::Present)
    }

    /// How many questions are open about it.
    pub fn questions(&self) -> usize {
        self.cells.iter().map(|cell| cell.questions.len()).sum()
    }
}

/// All factors by everybody, on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Whom the columns are about.
    pub columns: Vec<Column>,
    /// The factors in the order of the table, risks from outside the home last, one row for each.
    pub rows: Vec<Row>,
    /// Which of them stand together.
    pub context: Vec<Context>,
}

impl Sheet {
    /// The sheet of a case on a day.
    pub fn of(file: &CaseFile, today: NaiveDate) -> Sheet {
        let columns = columns::columns(file);
        let mut rows: Vec<Row> = Vec::new();
        for factor in factors() {
            for named in names_of(file, factor) {
                let cell = |column: &Column| cell(file, factor, &named, column, today);
                let cells = columns.iter().map(cell).collect();
                rows.push(Row {
                    factor,
                    named,
                    cells,
                });
            }
        }
        let mut sheet = Sheet {
            columns,
            rows,
            context: Vec::new(),
        };
        questions::ask_across(file, &mut sheet);
        sheet.context = together::context(&sheet);
        sheet
    }

    /// The protective factors that somebody says offset this risk, as row and column.
    pub fn offset_by(&self, file: &CaseFile, risk: &str) -> Vec<(usize, usize)> {
        self.present(Polarity::Protective)
            .filter(|(row, column)| {
                let latest = self.latest(file, *row, *column);
                latest.is_some_and(|found| found.body.offsets.iter().any(|id| id == risk))
            })
            .collect()
    }

    /// What is present of one kind, as row and column.
    pub fn present(&self, polarity: Polarity) -> impl Iterator<Item = (usize, usize)> + '_ {
        let rows = self.rows.iter().enumerate();
        let rows = rows.filter(move |(_, row)| row.factor.polarity == polarity);
        rows.flat_map(|(at, row)| {
            let cells = row.cells.iter().enumerate();
            let present = cells.filter(|(_, cell)| cell.state == State::Present);
            present.map(move |(column, _)| (at, column))
        })
    }

    /// The latest finding of a cell.
    pub fn latest<'f>(
        &self,
        file: &'f CaseFile,
        row: usize,
        column: usize,
    ) -> Option<&'f Record<FactorFinding>> {
        let cell = self.rows.get(row)?.cells.get(column)?;
        file.factors.get(cell.findings.first()?)
    }

    /// Of whom a cell is told: "Alcohol/drugs abuse of Siân".
    pub fn told(&self, row: usize, column: usize) -> String {
        let name = self.rows.get(row).map_or("", Row::name);
        match self.columns.get(column) {
            None => name.to_owned(),
            Some(column) => format!("{name} ({})", column.name),
        }
    }
}

/// The rows that a factor has: one, or of risks from outside the home one for each that was named.
fn names_of(file: &CaseFile, factor: &Factor) -> Vec<String> {
    let own = |found: &&Record<FactorFinding>| {
        found.body.factor == factor.id && factor.is_in("outside-home")
    };
    let mut names: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for found in file.factors.values().filter(own) {
        if known.insert(folded(found.body.named.trim())) {
            names.push(found.body.named.trim().to_owned());
        }
    }
    if names.is_empty() {
        names.push(String::new());
    }
    names.sort();
    names
}

fn cell(
    file: &CaseFile,
    factor: &'static Factor,
    named: &str,
    column: &Column,
    today: NaiveDate,
) -> Cell {
    let is_named = |found: &FactorFinding| {
        !factor.is_in("outside-home") || folded(found.named.trim()) == folded(named)
    };
    let mut found: Vec<&Record<FactorFinding>> = file
        .factors
        .values()
        .filter(|found| found.body.factor == factor.id && is_named(&found.body))
        .filter(|found| columns::is_same(&found.body.subject, &column.subject))
        .collect();
    found.sort_by_key(|found| {
        let day = coverage::day_of(found);
        std::cmp::Reverse((day, found.meta.recorded_at, found.id()))
    });
    let Some(latest) = found.first() else {
        return Cell {
            is_asked: is_asked(factor, column),
            ..Cell::default()
        };
    };
    let by_default = factor.present_by_default
        && latest.body.status == Status::NotKnown
        && !latest.body.entries.is_empty();
    let state = match latest.body.status {
        Status::NotKnown if by_default => State::Present,
        Status::Present if questions::is_blocked(file, factor, latest) => State::NotKnown,
        status => State::from(status),
    };
    let coverage = Coverage::of(file, &found, today);
    let mut cell = Cell {
        state,
        by_default,
        is_asked: true,
        findings: found.iter().map(|found| found.id()).collect(),
        questions: Vec::new(),
        coverage: Some(coverage),
    };
    cell.questions = questions::ask(file, factor, column, latest, &cell, today);
    cell
}

/// Whether a factor is asked of whom a column is about. Somebody assessed as a carer is asked what a parent is.
fn is_asked(factor: &Factor, column: &Column) -> bool {
    let asked = |of| factor.of.contains(&of);
    match column.whose {
        Whose::Child => asked(AskedOf::Child),
        Whose::Parent | Whose::Carer => asked(AskedOf::Parent),
        Whose::Together => asked(AskedOf::Together),
        Whose::Family => asked(AskedOf::Family),
        Whose::Other => false,
    }
}

/// Whether two subjects can be meant by the same words: the same, or one takes the other in.
fn meet(one: &Subject, other: &Subject) -> bool {
    let people = |subject: &Subject| match subject {
        Subject::Family => None,
        Subject::Person(person) => Some(vec![*person]),
        Subject::Together(people) => Some(people.clone()),
    };
    match (people(one), people(other)) {
        (Some(one), Some(other)) => one.iter().any(|person| other.contains(person)),
        _ => true,
    }
}

#[cfg(test)]
mod tests;
