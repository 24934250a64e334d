//! What the record shows of an item of the stages, in words, and where to look.

use super::{Count, ListKind, StageSeen};
use crate::insight::gaps::{SIX_MONTHS, family_gaps};
use crate::insight::words::counted;
use crate::practice::source_kinds;
use crate::practice::stages::{Part, RoleOf, ShownBy, StageItem, part_of};
use crate::record::{
    CaseFile, Entry, NamedRole, Record, RecordId, Significance, Subject, VoiceOf, ZoneDecision,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Something that the record shows of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shows {
    /// For which child, where it is asked for each.
    pub child: Option<RecordId>,
    /// In words, without the child's name: "161 entries, the last of 12 Nov 2026".
    pub words: String,
    /// Where to look.
    pub record: Option<RecordId>,
}

/// What the record shows of an item; nothing where only people can tell.
pub(super) fn shows(file: &CaseFile, item: &StageItem, today: NaiveDate) -> Vec<Shows> {
    let with = |holds: &dyn Fn(&Entry) -> bool| -> Vec<&Record<Entry>> {
        let chronology = file.chronology().into_iter();
        chronology.filter(|entry| holds(&entry.body)).collect()
    };
    let family = |(words, record)| {
        vec![Shows {
            child: None,
            words,
            record,
        }]
    };
    match item.shown_by {
        None | Some(ShownBy::Stage) => Vec::new(),
        Some(ShownBy::People) => family(people(file)),
        Some(ShownBy::Chronology) => family(entries(&with(&|_| true), "")),
        Some(ShownBy::Story) => {
            let turning = with(&|entry| entry.significance == Significance::Turning);
            family(entries(&turning, " that are turning points"))
        }
        Some(ShownBy::Analysis) => {
            let thought = with(&|entry| !entry.analysis.is_empty() || !entry.themes.is_empty());
            family(entries(&thought, " with analysis or themes"))
        }
        Some(ShownBy::Colour) => {
            let coloured = with(&|entry| entry.zone.is_some());
            family(entries(&coloured, " in a colour of the matrix"))
        }
        Some(ShownBy::Gaps) => family(gaps(file, today)),
        Some(ShownBy::Source) => family(source(file, item)),
        Some(ShownBy::Role) => {
            part_of(&item.id).map_or_else(Vec::new, |part| roles(file, part, today))
        }
        Some(ShownBy::Factors) => family(factors(file)),
        Some(ShownBy::FirstZone) => zones(file, |decisions| decisions.first().copied()),
        Some(ShownBy::ZoneAgain) => zones(file, |decisions| decisions.get(1..)?.last().copied()),
        Some(ShownBy::Supervisor) => family(supervisor(file)),
    }
}

/// Says of the items that sum up a stage how far its gates are.
pub(super) fn sum_up(stages: &mut [StageSeen]) {
    let far: Vec<Count> = stages
        .iter()
        .map(|seen| seen.count(ListKind::Gate, None))
        .collect();
    let items = stages
        .iter_mut()
        .flat_map(|stage| &mut stage.lists)
        .flat_map(|list| list.items.iter_mut().enumerate());
    for (at, seen) in items.filter(|(_, seen)| seen.item.shown_by == Some(ShownBy::Stage)) {
        seen.shows.extend(far.get(at).map(|count| Shows {
            child: None,
            words: format!("before the stage ends, {}", count.in_words()),
            record: None,
        }));
    }
}

/// Who has a part today: for somebody, or for anybody.
pub fn holders<'a>(
    file: &'a CaseFile,
    part: &'a Part,
    of: Option<RecordId>,
    today: NaiveDate,
) -> Vec<&'a Record<NamedRole>> {
    let has = |role: &&Record<NamedRole>| {
        let ended = role.body.until.as_ref().and_then(|until| until.latest());
        role.body.role == part.id
            && (of.is_none() || role.body.of == of)
            && ended.is_none_or(|ended| ended >= today)
    };
    file.roles.values().filter(has).collect()
}

fn people(file: &CaseFile) -> (String, Option<RecordId>) {
    let words = format!(
        "{}, {} between them",
        counted(file.people.len(), "person", "people"),
        counted(file.bonds.len(), "bond", "bonds")
    );
    (words, file.children().first().map(|child| child.id()))
}

fn entries(entries: &[&Record<Entry>], which: &str) -> (String, Option<RecordId>) {
    let count = counted(entries.len(), "entry", "entries");
    let dated = entries.iter().rev().find(|entry| !entry.body.lacks_date());
    let Some(last) = dated.or(entries.last()) else {
        return (format!("no entries{which} yet"), None);
    };
    let words = match last.body.when.in_short() {
        day if day.is_empty() => format!("{count}{which}"),
        day => format!("{count}{which}, the last of {day}"),
    };
    (words, Some(last.id()))
}

fn gaps(file: &CaseFile, today: NaiveDate) -> (String, Option<RecordId>) {
    let gaps = family_gaps(file, SIX_MONTHS, today);
    let words = match gaps.len() {
        0 => "no gap of more than six months".to_owned(),
        count => format!("{} of more than six months", counted(count, "gap", "gaps")),
    };
    let first_after = gaps.last().and_then(|gap| gap.first_after.first());
    (words, first_after.copied())
}

/// Entries with an account from the kind of source that answers to the item.
fn source(file: &CaseFile, item: &StageItem) -> (String, Option<RecordId>) {
    let kind = source_kinds().iter().find(|kind| kind.item == item.id);
    let Some(kind) = kind else {
        return (String::new(), None);
    };
    let told = |entry: &&Record<Entry>| {
        let mut accounts = entry.body.accounts.iter();
        accounts.any(|account| account.source_kind == kind.id)
    };
    let told: Vec<_> = file.chronology().into_iter().filter(told).collect();
    let mut letters = kind.name.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    let name: String = first.chain(letters).collect();
    entries(&told, &format!(" from {name}"))
}

fn roles(file: &CaseFile, part: &Part, today: NaiveDate) -> Vec<Shows> {
    let named = |child: Option<RecordId>| {
        let holders = holders(file, part, child, today);
        let names: Vec<String> = holders
            .iter()
            .map(|role| holder(file, &role.body))
            .collect();
        Shows {
            child,
            words: match names.is_empty() {
                true => "nobody is named yet".to_owned(),
                false => names.join("; "),
            },
            record: holders.first().map(|role| role.id()),
        }
    };
    match part.of {
        RoleOf::Child => {
            let children = file.children();
            children
                .iter()
                .map(|child| named(Some(child.id())))
                .collect()
        }
        RoleOf::Parent | RoleOf::Case => vec![named(None)],
    }
}

/// Who has a part, in short: "Pauline Whitlock for Jane since 3 Mar 2025".
pub fn holder(file: &CaseFile, role: &NamedRole) -> String {
    let person = |id: Option<RecordId>| id.and_then(|id| file.people.get(&id));
    let name = match person(role.person) {
        Some(person) => &person.body.name,
        None => &role.name,
    };
    let of = person(role.of).map(|of| format!(" for {}", of.body.short_name()));
    let since = role.since.as_ref().map(|since| since.in_short());
    let since = since.filter(|since| !since.is_empty());
    let since = since.map(|since| format!(" since {since}"));
    format!(
        "{name}{}{}",
        of.unwrap_or_default(),
        since.unwrap_or_default()
    )
}

fn factors(file: &CaseFile) -> (String, Option<RecordId>) {
    let findings = file.factors.values();
    let factors: BTreeSet<_> = findings
        .clone()
        .map(|finding| &finding.body.factor)
        .collect();
    let looked_at: BTreeSet<_> = findings
        .clone()
        .flat_map(|finding| match &finding.body.subject {
            Subject::Person(person) => vec![*person],
            Subject::Together(people) => people.clone(),
            Subject::Family => Vec::new(),
        })
        .collect();
    let last = findings.max_by_key(|finding| (finding.meta.recorded_at, finding.id()));
    let Some(last) = last else {
        return ("nothing is recorded of any factor yet".to_owned(), None);
    };
    let words = format!(
        "{} on {}, about {}",
        counted(file.factors.len(), "finding", "findings"),
        counted(factors.len(), "factor", "factors"),
        counted(looked_at.len(), "person", "people")
    );
    (words, Some(last.id()))
}

/// The decisions on a child's zone in order of time.
fn decisions(file: &CaseFile, child: RecordId) -> Vec<&Record<ZoneDecision>> {
    let decisions = file.decisions.values();
    let mut decisions: Vec<_> = decisions
        .filter(|decision| decision.body.child == child)
        .collect();
    decisions.sort_by(|a, b| a.body.on.order(&b.body.on).then(a.id().cmp(&b.id())));
    decisions
}

fn zones<'a>(
    file: &'a CaseFile,
    chosen: impl Fn(&[&'a Record<ZoneDecision>]) -> Option<&'a Record<ZoneDecision>>,
) -> Vec<Shows> {
    let of_child = |child: RecordId| {
        let found = chosen(&decisions(file, child));
        Shows {
            child: Some(child),
            words: found.map_or("no such decision yet".to_owned(), |decision| {
                let zone = decision.body.zone.word();
                format!("{zone}, decided {}", decision.body.on.in_short())
            }),
            record: found.map(Record::id),
        }
    };
    let children = file.children();
    children.iter().map(|child| of_child(child.id())).collect()
}

fn supervisor(file: &CaseFile) -> (String, Option<RecordId>) {
    let heard = file.decisions.values().filter_map(|decision| {
        let mut voices = decision.body.voices.iter();
        let voice = voices.find(|voice| voice.of == VoiceOf::Supervisor)?;
        Some((decision, voice))
    });
    let last = heard.max_by(|(a, _), (b, _)| a.body.on.order(&b.body.on).then(a.id().cmp(&b.id())));
    let Some((decision, voice)) = last else {
        return ("no supervisor is named in a decision yet".to_owned(), None);
    };
    let on = voice.on.as_ref().unwrap_or(&decision.body.on);
    let words = format!("{} had a say on {}", voice.name, on.in_short());
    (words, Some(decision.id()))
}
