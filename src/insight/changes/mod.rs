//! What changed in a case since a day, such as the last supervision: what is new, what reads otherwise field by field,
//! what was removed and what was brought back, computed from the revisions of its records.
//!
//! What counts is what stood at the end of the two days. A change that was undone before the second of them is none.

mod headline;
mod imported;
mod order;
mod sections;
mod summary;

pub use crate::record::Heading;
pub use imported::Earlier;
pub use sections::put_fields;

use super::as_at::written_on;
use super::fields::facts;
use super::in_a_line::{day_of, people_of};
use crate::record::{Body, CaseFile, FuzzyDate, Record, RecordId, RecordKind};
use chrono::{DateTime, NaiveDate, Utc};
use headline::Headlines;
use imported::Imports;
use serde::Serialize;
use std::collections::HashMap;

/// A field that reads otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its label.
    pub name: &'static str,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub now: String,
}

/// The fields in which two states of one record differ.
pub fn differences(file: &CaseFile, before: &Body, now: &Body) -> Vec<FieldChange> {
    let pairs = facts(file, before).into_iter().zip(facts(file, now));
    let differing = pairs.filter(|(was, is)| was.words != is.words);
    differing
        .map(|(was, is)| FieldChange {
            name: is.label,
            before: was.words,
            now: is.words,
        })
        .collect()
}

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// It was written for the first time.
    New,
    /// It reads otherwise.
    Changed,
    /// It had been removed before, and is there again.
    BroughtBack,
    /// It was removed.
    Removed,
}

impl What {
    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            What::New => "new",
            What::Changed => "changed",
            What::BroughtBack => "brought back",
            What::Removed => "removed",
        }
    }
}

/// A record that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The record.
    pub id: RecordId,
    /// The record under which it is read: the goal of a review, else the record itself.
    pub under: RecordId,
    /// What happened to it.
    pub what: What,
    /// What kind of thing it is ("hypothesis").
    pub kind: RecordKind,
    /// The people it is about; none for the family.
    pub about: Vec<RecordId>,
    /// The same by what people call them, each by itself.
    pub names: Vec<String>,
    /// The day that it speaks for.
    pub day: Option<FuzzyDate>,
    /// Who wrote it last.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What it is, in a sentence: "Kuba: Orange stays".
    pub headline: String,
    /// FieldChange by field what stood there and what stands there now; of a removal the reason alone, of a new record none.
    pub fields: Vec<FieldChange>,
}

/// The news under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The heading.
    pub heading: Heading,
    /// What imports brought in about earlier times, counted.
    pub earlier: Vec<Earlier>,
    /// Everything else, one by one.
    pub news: Vec<News>,
}

/// What changed between the ends of two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// What was written by the end of this day was known before.
    pub since: NaiveDate,
    /// What was written after this day is not looked at.
    pub until: NaiveDate,
    /// The headings under which there is something, in the order in which supervision asks for them.
    pub groups: Vec<Group>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Everything that is told one by one, in its order.
    pub fn news(&self) -> impl Iterator<Item = &News> {
        self.groups.iter().flat_map(|group| &group.news)
    }
}

/// What changed after the end of `since` and by the end of `until`, from all revisions of a case in any order. Days are
/// those of Greenwich, as everywhere in the record.
pub fn changes(revisions: &[Record<Body>], since: NaiveDate, until: NaiveDate) -> Changes {
    let histories = histories(revisions, since, until);
    let imports = Imports::of(revisions);
    let told = histories.values().filter(|_| since < until);
    let told = told.filter_map(|history| Some((history.what()?, history)));
    let file = file_with_names(&histories);
    let headlines = Headlines::of(&file, until);
    let mut groups: Vec<Group> = Heading::ALL.into_iter().map(Group::empty).collect();
    for (what, history) in told {
        let Some(now) = history.now else { continue };
        let heading = now.body.kind().heading();
        let Some(group) = groups.iter_mut().find(|group| group.heading == heading) else {
            continue;
        };
        match imported::brought(what, history, since, &imports) {
            Some(brought) => imported::count(&mut group.earlier, brought, now),
            None => group.news.extend(news(what, history, &file, &headlines)),
        }
    }
    groups.retain(|group| !group.news.is_empty() || !group.earlier.is_empty());
    for group in &mut groups {
        let body = |news: &News| histories.get(&news.id).and_then(|history| history.now);
        order::sort(&mut group.news, |news| {
            body(news).map(|record| &record.body)
        });
        group.earlier.sort_by_key(|earlier| earlier.brought);
    }
    Changes {
        since,
        until,
        groups,
    }
}

impl Group {
    fn empty(heading: Heading) -> Group {
        Group {
            heading,
            earlier: Vec::new(),
            news: Vec::new(),
        }
    }
}

/// The revisions of one record that matter for two days.
#[derive(Default)]
struct History<'a> {
    /// The first ever.
    first: Option<&'a Record<Body>>,
    /// The last by the end of the first day.
    then: Option<&'a Record<Body>>,
    /// The last by the end of the second day.
    now: Option<&'a Record<Body>>,
    /// The last by the end of the first day that was no removal.
    stood: Option<&'a Record<Body>>,
}

fn histories(
    revisions: &[Record<Body>],
    since: NaiveDate,
    until: NaiveDate,
) -> HashMap<RecordId, History<'_>> {
    let mut histories: HashMap<RecordId, History> = HashMap::new();
    for record in revisions {
        let written = written_on(&record.meta);
        let history = histories.entry(record.id()).or_default();
        let this = record.meta.revision;
        let later = |known: Option<&Record<Body>>| known.is_none_or(|it| it.meta.revision < this);
        if history.first.is_none_or(|it| this < it.meta.revision) {
            history.first = Some(record);
        }
        if written <= until && later(history.now) {
            history.now = Some(record);
        }
        if written <= since && later(history.then) {
            history.then = Some(record);
        }
        if written <= since && record.meta.removed.is_none() && later(history.stood) {
            history.stood = Some(record);
        }
    }
    histories
}

fn is_gone(record: &Record<Body>) -> bool {
    record.meta.removed.is_some()
}

impl History<'_> {
    /// What happened between the two days; none when it stands as it stood.
    fn what(&self) -> Option<What> {
        let now = self.now?;
        let gone = is_gone(now);
        match self.then {
            None => (!gone).then_some(What::New),
            Some(then) if is_gone(then) => (!gone).then_some(What::BroughtBack),
            Some(_) if gone => Some(What::Removed),
            Some(then) if then.meta.revision >= now.meta.revision => None,
            Some(then) => (then.body != now.body).then_some(What::Changed),
        }
    }
}

/// What stood at the end of the second day, and those people too who were removed by then: what they were called is told.
fn file_with_names(histories: &HashMap<RecordId, History>) -> CaseFile {
    let now = histories.values().filter_map(|history| history.now);
    let named = now.filter(|record| !is_gone(record) || matches!(record.body, Body::Person(_)));
    CaseFile::of(named.map(|record| {
        let mut record = record.clone();
        record.meta.removed = None;
        record
    }))
}

/// The news of one record; none when it was written anew and every field reads as before.
fn news(what: What, history: &History, file: &CaseFile, headlines: &Headlines) -> Option<News> {
    let now = history.now?;
    let fields = match what {
        What::New => Vec::new(),
        What::Changed | What::BroughtBack => history
            .stood
            .map_or_else(Vec::new, |stood| differences(file, &stood.body, &now.body)),
        What::Removed => vec![FieldChange {
            name: "Why",
            before: String::new(),
            now: now.meta.removed.clone().unwrap_or_default(),
        }],
    };
    if what == What::Changed && fields.is_empty() {
        return None;
    }
    let about = people_of(&now.body);
    let called = |id: &RecordId| Some(file.people.get(id)?.body.short_name().to_owned());
    let under = match &now.body {
        Body::GoalReview(review) => review.goal,
        _ => now.id(),
    };
    Some(News {
        id: now.id(),
        under,
        what,
        kind: now.body.kind(),
        names: about.iter().filter_map(called).collect(),
        about,
        day: day_of(&now.body).cloned(),
        author: now.meta.author.clone(),
        at: now.meta.recorded_at,
        headline: headlines.of_record(now.id(), &now.body),
        fields,
    })
}

#[cfg(test)]
mod tests;
