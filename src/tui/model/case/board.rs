//! The board: who and where, what is open, the story in short, what changed lately. Worked out once for each state of
//! the case.

use crate::insight::ages::name_and_age;
use crate::insight::due::dues;
use crate::insight::folding::folded;
use crate::insight::goals::{standings, steps};
use crate::insight::in_a_line::words_of;
use crate::insight::lately::lately;
use crate::insight::lengths::{Length, of_length};
use crate::insight::living::{home_in_words, legal_status, lives};
use crate::insight::open_points::{Point, open_points};
use crate::insight::spans::{ago, span};
use crate::insight::supervision::last_supervision;
use crate::practice::legal_kind_of;
use crate::record::{Body, CaseFile, Person, Record, RecordId};
use crate::store::Draft;
use crate::tui::model::case::Tab;
use crate::tui::model::case::chronology::Findings;
use crate::tui::model::case::goals::in_a_line;
use crate::tui::model::list::Place;
use chrono::NaiveDate;
use std::sync::Arc;

/// A part of the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The children: where they live, since when, their legal status.
    #[default]
    Who,
    /// What is open.
    Open,
    /// The story in one page and the latest entries, the last first.
    Story,
    /// Goals with the level that they reached, and when they are looked at; only where there are goals.
    Goals,
    /// The last supervision, and what is late or due soon; only where there is something.
    Supervision,
    /// What changed lately, and who changed it.
    Lately,
}

impl Part {
    /// The parts in their order on the screen.
    pub const ALL: [Part; 6] = [
        Part::Who,
        Part::Open,
        Part::Story,
        Part::Goals,
        Part::Supervision,
        Part::Lately,
    ];

    /// Its place in that order.
    pub fn at(self) -> usize {
        Part::ALL.iter().position(|part| *part == self).unwrap_or(0)
    }
}

/// Where a row of the board leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To an entry of the chronology.
    Entry(RecordId),
    /// To a person of the family.
    Person(RecordId),
    /// To another record.
    Record(RecordId),
    /// To a draft.
    Draft(RecordId),
    /// To a tab.
    Tab(Tab),
    /// Nowhere.
    Nowhere,
}

/// A row: a few words that lead it (a date, a name), what it says, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Stands first, in a column of its own.
    pub lead: String,
    /// What it says.
    pub words: String,
    /// Where enter goes.
    pub leads: Leads,
}

/// The state of the board.
#[derive(Debug, Default)]
pub struct Board {
    /// The part that keys go to.
    pub focus: Part,
    /// Whether that part has the whole body.
    pub whole: bool,
    /// Where each part's list stands.
    pub places: [Place; 6],
    /// The rows of each part.
    pub rows: [Vec<Row>; 6],
    made_from: Option<(Arc<CaseFile>, bool, NaiveDate, Vec<RecordId>)>,
}

impl Board {
    /// The rows of a part.
    pub fn rows(&self, part: Part) -> &[Row] {
        self.rows.get(part.at()).map_or(&[], Vec::as_slice)
    }

    /// The parts that are seen: all, but goals and supervision only where there is something of them.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        let is_seen = |part: &Part| match part {
            Part::Goals | Part::Supervision => !self.rows(*part).is_empty(),
            Part::Who | Part::Open | Part::Story | Part::Lately => true,
        };
        Part::ALL.into_iter().filter(is_seen)
    }

    /// The part after the one that keys go to, or before it, round and round.
    pub fn step(&self, forward: bool) -> Part {
        let parts: Vec<Part> = self.parts().collect();
        let at = parts
            .iter()
            .position(|part| *part == self.focus)
            .unwrap_or(0);
        let by = if forward { 1 } else { parts.len() - 1 };
        parts
            .get((at + by) % parts.len())
            .copied()
            .unwrap_or_default()
    }

    /// Where a part's list stands.
    pub fn place(&self, part: Part) -> Place {
        self.places.get(part.at()).copied().unwrap_or_default()
    }

    /// The chosen row.
    pub fn chosen(&self) -> Option<&Row> {
        self.rows(self.focus).get(self.place(self.focus).chosen)
    }

    /// Works the rows out, unless they already follow from this. Findings are told as soon as they are there.
    pub fn refresh(
        &mut self,
        file: &Arc<CaseFile>,
        findings: Option<&Findings>,
        drafts: &[Draft],
        today: NaiveDate,
        ascii: bool,
    ) {
        let drafts: Vec<&Draft> = drafts
            .iter()
            .filter(|draft| draft.case == file.id())
            .collect();
        let ids: Vec<RecordId> = drafts.iter().map(|draft| draft.id).collect();
        let fresh = self
            .made_from
            .as_ref()
            .is_some_and(|(made, found, day, of)| {
                Arc::ptr_eq(made, file)
                    && *found == findings.is_some()
                    && *day == today
                    && *of == ids
            });
        if fresh {
            return;
        }
        self.rows = [
            who(file, today, ascii),
            open(file, findings, &drafts, today),
            story(file, today),
            goals(file, today),
            supervision(file, today),
            changed(file, today),
        ];
        for (place, rows) in self.places.iter_mut().zip(&self.rows) {
            place.keep_seen(rows.len(), usize::MAX);
        }
        self.made_from = Some((Arc::clone(file), findings.is_some(), today, ids));
    }
}

/// A status with more letters than this is told by its short form on the board.
const SHORT_STATUS: usize = 12;

/// Where a child lives and since when, and the legal status with its day.
fn home_and_status(file: &CaseFile, child: RecordId, today: NaiveDate) -> String {
    let home = home_in_words(file, child, today);
    let legal = legal_status(file, child).map(|legal| {
        let words = &legal.body.status;
        let kind = legal_kind_of(&folded(words)).filter(|_| words.len() > SHORT_STATUS);
        let words = kind.map_or(words, |kind| &kind.short);
        match legal.body.from.in_short().as_str() {
            "" => words.clone(),
            from => format!("{words} since {from}"),
        }
    });
    let told: Vec<String> = home.into_iter().chain(legal).collect();
    match told.is_empty() {
        true => "where the child lives is not recorded".to_owned(),
        false => told.join("; "),
    }
}

/// A child in as few words as fit a title: "Kai 5m  ICO  with Winsome and Grace Adeyemi (Foster care, 3m)".
pub fn child_in_short(
    file: &CaseFile,
    child: &Record<Person>,
    today: NaiveDate,
    ascii: bool,
) -> String {
    let mut told = vec![name_and_age(&child.body, today, ascii)];
    if let Some(legal) = legal_status(file, child.id()) {
        let words = &legal.body.status;
        let kind = legal_kind_of(&folded(words));
        told.push(kind.map_or(words, |kind| &kind.short).clone());
    }
    if let Some(stay) = lives(file, child.id()) {
        let home = &stay.last.body;
        let since = stay.from().anchor().map(|day| span(day, today));
        let kind = Some(home.kind.clone()).filter(|kind| !kind.is_empty());
        let beside: Vec<String> = kind.into_iter().chain(since).collect();
        told.push(match home.carer.is_empty() {
            true => beside.join(", "),
            false => format!("with {} ({})", home.carer, beside.join(", ")),
        });
    }
    told.join("  ")
}

fn who(file: &CaseFile, today: NaiveDate, ascii: bool) -> Vec<Row> {
    let children = file.children();
    let row = |child: &&Record<Person>| Row {
        lead: name_and_age(&child.body, today, ascii),
        words: home_and_status(file, child.id(), today),
        leads: Leads::Person(child.id()),
    };
    children.iter().map(row).collect()
}

fn open(
    file: &CaseFile,
    findings: Option<&Findings>,
    drafts: &[&Draft],
    today: NaiveDate,
) -> Vec<Row> {
    let differing = findings.map_or(&[][..], |findings| &findings.contradictions);
    let offered = findings.map_or(&[][..], |findings| &findings.offered);
    let points = open_points(file, differing, offered, today);
    let draft = |draft: &&Draft| Row {
        lead: "draft".to_owned(),
        words: format!(
            "{} begun and not saved, {}",
            draft.kind.replace('-', " "),
            ago(draft.written_at.date_naive(), today)
        ),
        leads: Leads::Draft(draft.id),
    };
    let point = |point: Point| Row {
        lead: point.kind.words().to_owned(),
        words: point.text,
        leads: Leads::Entry(point.entry),
    };
    drafts
        .iter()
        .map(draft)
        .chain(points.into_iter().map(point))
        .collect()
}

/// The last few entries whatever they weigh, and before them the story in one page: the newest first.
fn story(file: &CaseFile, today: NaiveDate) -> Vec<Row> {
    const LAST: usize = 3;
    let chronology = file.chronology();
    let happened = |entry: &&&Record<crate::record::Entry>| {
        entry.body.when.anchor().is_some_and(|day| day <= today)
    };
    let last: Vec<RecordId> = chronology
        .iter()
        .rev()
        .filter(happened)
        .take(LAST)
        .map(|entry| entry.id())
        .collect();
    let key: Vec<RecordId> = of_length(file, Length::Story)
        .into_iter()
        .map(|chosen| chosen.entry)
        .collect();
    let told = chronology
        .iter()
        .rev()
        .filter(|entry| last.contains(&entry.id()) || key.contains(&entry.id()));
    told.map(|entry| Row {
        lead: entry.body.when.in_short(),
        words: entry.body.in_short().to_owned(),
        leads: Leads::Entry(entry.id()),
    })
    .collect()
}

/// Goals with the level that they reached; those that have ended are left to the goals pane.
fn goals(file: &CaseFile, today: NaiveDate) -> Vec<Row> {
    let going = standings(file, today);
    let going = going.iter().filter(|standing| !standing.is_ended);
    going
        .map(|standing| Row {
            lead: steps(standing.level()),
            words: in_a_line(file, standing, today),
            leads: Leads::Record(standing.goal.id()),
        })
        .collect()
}

/// How many days ahead the board tells what is due.
const SOON_DAYS: i64 = 14;

/// What is late or due within two weeks, the earliest first, then the last session.
fn supervision(file: &CaseFile, today: NaiveDate) -> Vec<Row> {
    let near = dues(file, today).into_iter().filter_map(|due| {
        due.day
            .filter(|day| (*day - today).num_days() <= SOON_DAYS)?;
        Some(Row {
            lead: due.when_in_words(today),
            words: due.in_words(file),
            leads: due
                .record
                .map_or(Leads::Tab(Tab::Supervision), Leads::Record),
        })
    });
    let last = last_supervision(file, today).map(|last| {
        let body = &last.body;
        let next = body.next_on.as_ref().map(|next| next.in_short());
        let next = next.map_or_else(String::new, |next| format!("; next {next}"));
        Row {
            lead: body.on.in_short(),
            words: format!("supervision with {}{next}", body.supervisor),
            leads: Leads::Record(last.id()),
        }
    });
    near.chain(last).collect()
}

fn changed(file: &CaseFile, today: NaiveDate) -> Vec<Row> {
    let rows = lately(file).into_iter().map(|written| {
        let first = written.records.first().copied();
        let record = first.and_then(|id| file.record(id));
        let body = record.as_ref().map(|record| &record.body);
        let words = body.map_or("", words_of);
        let what = match written.records.len() {
            1 if !words.is_empty() => format!(": {words}"),
            _ => String::new(),
        };
        Row {
            lead: ago(written.day, today),
            words: format!("{} {written}{what}", written.author),
            leads: match (first, body) {
                (Some(id), Some(Body::Entry(_))) => Leads::Entry(id),
                (Some(id), Some(Body::Person(_))) => Leads::Person(id),
                (Some(id), Some(_)) if !words.is_empty() => Leads::Record(id),
                _ => Leads::Nowhere,
            },
        }
    });
    rows.collect()
}
