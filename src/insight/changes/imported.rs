//! What imports brought in about times before the first day: counted, so that a chronology of many years does not hide what
//! happened since.

use super::{History, What};
use crate::insight::as_at::{account_was_known_before_it_came, was_known_before_it_came};
use crate::record::{Body, Entry, FuzzyDate, Record, RecordId};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeSet;

/// What kind of thing an import brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Brought {
    /// Entries of the chronology.
    Entries,
    /// Accounts that joined an event which another source tells.
    Accounts,
    /// Findings about factors.
    Findings,
    /// Decisions on zones.
    Decisions,
    /// Goals.
    Goals,
    /// Reviews of goals.
    Reviews,
    /// People.
    People,
    /// What joins them.
    Bonds,
    /// Where children lived.
    Homes,
    /// Legal statuses.
    Statuses,
}

/// Things of one kind that came in and tell of earlier times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// What kind.
    pub brought: Brought,
    /// Which records.
    pub records: Vec<RecordId>,
    /// From which files.
    pub files: BTreeSet<String>,
}

impl Earlier {
    /// "158 entries about earlier times came in, from 5 files".
    pub fn words(&self) -> String {
        let count = self.records.len();
        let (one, several) = match self.brought {
            Brought::Entries => ("entry", "entries"),
            Brought::Accounts => (
                "entry got a further account",
                "entries got a further account",
            ),
            Brought::Findings => ("finding about a factor", "findings about factors"),
            Brought::Decisions => ("decision on a zone", "decisions on zones"),
            Brought::Goals => ("goal", "goals"),
            Brought::Reviews => ("review of a goal", "reviews of goals"),
            Brought::People => ("person", "people"),
            Brought::Bonds => ("bond", "bonds"),
            Brought::Homes => ("home", "homes"),
            Brought::Statuses => ("legal status", "legal statuses"),
        };
        let things = if count == 1 { one } else { several };
        let files = match self.files.len() {
            1 => "1 file".to_owned(),
            files => format!("{files} files"),
        };
        match self.brought {
            Brought::Accounts => format!("{count} {things} about earlier times, from {files}"),
            Brought::People | Brought::Bonds => format!("{count} {things} came in with an import"),
            Brought::Homes | Brought::Statuses => {
                format!("{count} {things} of earlier times came in with an import")
            }
            _ => format!("{count} {things} about earlier times came in, from {files}"),
        }
    }
}

/// What an import brought, when a record is no more than that and was known to those who tell it by the end of the day.
pub(super) fn brought(
    what: What,
    history: &History,
    since: NaiveDate,
    imports: &Imports,
) -> Option<Brought> {
    let (first, now) = (history.first?, history.now?);
    if what == What::New
        && imports.brought(first)
        && first.body == now.body
        && let Some(brought) = of_family(&now.body, since)
    {
        return Some(brought);
    }
    match (what, &now.body) {
        (What::New, Body::Entry(entry)) => {
            let Body::Entry(first) = &first.body else {
                return None;
            };
            let earlier = was_known_before_it_came(&now.body, since);
            (earlier && same_but_told(first, entry)).then_some(Brought::Entries)
        }
        (What::New, body) if first.body == *body => kind_known(body, since),
        (What::Changed, Body::Entry(entry)) => {
            let Body::Entry(stood) = &history.stood?.body else {
                return None;
            };
            let before: BTreeSet<_> = stood.accounts.iter().map(|account| account.id).collect();
            let mut come = entry
                .accounts
                .iter()
                .filter(|account| !before.contains(&account.id))
                .peekable();
            come.peek()?;
            let earlier = come.all(|account| account_was_known_before_it_came(account, since));
            let kept = entry.accounts.iter();
            let kept = kept.filter(|account| before.contains(&account.id));
            let untouched = kept.eq(&stood.accounts) && same_but_told(stood, entry);
            (earlier && untouched).then_some(Brought::Accounts)
        }
        _ => None,
    }
}

/// The moments at which imports were written. People, bonds, homes and statuses name no file of their own; those written in
/// one of these moments came with it.
pub(super) struct Imports(BTreeSet<DateTime<Utc>>);

impl Imports {
    /// Those of a case.
    pub(super) fn of(revisions: &[Record<Body>]) -> Imports {
        let imports = revisions.iter();
        let imports = imports.filter(|record| matches!(record.body, Body::Import(_)));
        Imports(imports.map(|record| record.meta.recorded_at).collect())
    }

    fn brought(&self, first: &Record<Body>) -> bool {
        self.0.contains(&first.meta.recorded_at)
    }
}

/// What frames a family, when it began by the end of the day or has no day.
fn of_family(body: &Body, since: NaiveDate) -> Option<Brought> {
    let (brought, began) = match body {
        Body::Person(person) => (Brought::People, person.born.as_ref()),
        Body::Bond(bond) => (Brought::Bonds, bond.since.as_ref()),
        Body::Placement(home) => (Brought::Homes, Some(&home.from)),
        Body::LegalStatus(legal) => (Brought::Statuses, Some(&legal.from)),
        _ => return None,
    };
    let is_ahead = began
        .and_then(FuzzyDate::anchor)
        .is_some_and(|day| day > since);
    (!is_ahead).then_some(brought)
}

/// What names its own source, when those who tell it knew it by the end of the day.
fn kind_known(body: &Body, since: NaiveDate) -> Option<Brought> {
    let brought = kind(body)?;
    was_known_before_it_came(body, since).then_some(brought)
}

fn kind(body: &Body) -> Option<Brought> {
    match body {
        Body::FactorFinding(_) => Some(Brought::Findings),
        Body::ZoneDecision(_) => Some(Brought::Decisions),
        Body::Goal(_) => Some(Brought::Goals),
        Body::GoalReview(_) => Some(Brought::Reviews),
        _ => None,
    }
}

/// Whether nobody wrote anything of their own: only what sources tell, and the day that follows from it, may differ.
fn same_but_told(before: &Entry, now: &Entry) -> bool {
    let told_as_before = Entry {
        accounts: before.accounts.clone(),
        when: before.when.clone(),
        children: before.children.clone(),
        people: before.people.clone(),
        ..now.clone()
    };
    told_as_before == *before
}

/// Adds a record to those of its kind.
pub(super) fn count(all: &mut Vec<Earlier>, brought: Brought, record: &Record<Body>) {
    let at = match all.iter().position(|earlier| earlier.brought == brought) {
        Some(at) => at,
        None => {
            all.push(Earlier {
                brought,
                records: Vec::new(),
                files: BTreeSet::new(),
            });
            all.len() - 1
        }
    };
    if let Some(earlier) = all.get_mut(at) {
        earlier.records.push(record.id());
        earlier.files.extend(files(&record.body));
    }
}

/// The names of the files from which a record came.
fn files(body: &Body) -> Vec<String> {
    let origin = match body {
        Body::Entry(entry) => {
            let origins = entry
                .accounts
                .iter()
                .filter_map(|told| told.origin.as_ref());
            return origins.map(|origin| origin.file.clone()).collect();
        }
        Body::FactorFinding(found) => &found.origin,
        Body::ZoneDecision(decision) => &decision.origin,
        Body::Goal(goal) => &goal.origin,
        Body::GoalReview(review) => &review.origin,
        _ => return Vec::new(),
    };
    let file = origin
        .rsplit_once(", row ")
        .map_or(origin.as_str(), |(file, _)| file);
    vec![file.to_owned()]
}
