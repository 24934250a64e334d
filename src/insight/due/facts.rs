//! What the clocks of a case read of each child: what happened when, which legal status holds since when, where the child
//! lives.

use super::days::{first_day, has_ended, last_day};
use crate::insight::folding::folded;
use crate::insight::living::{Stay, legal_statuses, stays};
use crate::practice::timescales::{Timescales, Whose};
use crate::practice::{LegalKind, Living, LookedAfter, legal_kind_of, place_of};
use crate::record::{CaseFile, FuzzyDate, LegalStatus, Occasion, Person, Record, RecordId};
use chrono::{Days, Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The short form of the status of a child with a child protection plan.
const CHILD_PROTECTION: &str = "CP";

/// The short form of the status of a child in need.
const CHILD_IN_NEED: &str = "CIN";

/// How many days before a plan or a time in care is written down what began it may have been.
const BEGUN_BEFORE: u64 = 14;

/// What the clocks of a case read.
pub struct Facts<'a> {
    /// The case.
    pub file: &'a CaseFile,
    /// The day on which they are read.
    pub today: NaiveDate,
    /// By which timescales.
    pub by: &'a Timescales,
    /// The children; of a family without one, what is of nobody.
    pub children: Vec<Child<'a>>,
}

/// Something that happened by today.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    /// The record.
    pub record: &'a Record<Occasion>,
    /// The first day that its date can mean.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
}

/// A time in which something holds for a child, up to now.
#[derive(Clone, Copy)]
pub struct Period<'a> {
    /// Since when; `None` where nobody knows.
    pub since: Option<NaiveDate>,
    /// The same as it is written.
    pub written: &'a FuzzyDate,
    /// Whether it is only taken to hold, because a conference was held and nothing was written since.
    pub is_supposed: bool,
}

/// A legal status that holds now, and its kind.
pub struct Status<'a> {
    /// The record.
    pub record: &'a Record<LegalStatus>,
    /// Its kind; `None` where its words are not known.
    pub kind: Option<&'static LegalKind>,
}

/// A child, or the family where no child is recorded.
pub struct Child<'a> {
    /// The child; `None` for the family.
    pub id: Option<RecordId>,
    /// Legal statuses that hold now.
    pub statuses: Vec<Status<'a>>,
    /// All legal statuses, in order of time.
    pub all_statuses: Vec<&'a Record<LegalStatus>>,
    /// Where the child lives.
    pub stay: Option<Stay<'a>>,
    /// The time of being looked after that goes on.
    pub looked_after: Option<Period<'a>>,
    held: BTreeMap<&'a str, Vec<Held<'a>>>,
    ever: BTreeSet<&'a str>,
}

impl<'a> Facts<'a> {
    /// What can be read on a day.
    pub fn of(file: &'a CaseFile, today: NaiveDate, by: &'a Timescales) -> Facts<'a> {
        let children = file.children();
        let mut read: Vec<_> = children
            .into_iter()
            .map(|child| Child::of(file, Some(child), today))
            .collect();
        if read.is_empty() {
            read.push(Child::of(file, None, today));
        }
        Facts {
            file,
            today,
            by,
            children: read,
        }
    }

    /// Whether a decision about the case speaks of a record, so that nothing more is waited for.
    pub fn is_decided(&self, record: RecordId) -> bool {
        let mut decisions = self.file.case_decisions.values();
        decisions.any(|decision| decision.body.evidence.contains(&record))
    }
}

impl<'a> Child<'a> {
    fn of(file: &'a CaseFile, child: Option<&'a Record<Person>>, today: NaiveDate) -> Child<'a> {
        let id = child.map(Record::id);
        let mut held: BTreeMap<&str, Vec<Held>> = BTreeMap::new();
        let mut ever = BTreeSet::new();
        for record in file.occasions.values() {
            let body = &record.body;
            let concerns =
                body.children.is_empty() || id.is_none_or(|id| body.children.contains(&id));
            // Who came and saw only the others did not visit this child.
            let unseen = !body.seen.is_empty() && id.is_some_and(|id| !body.seen.contains(&id));
            if !concerns || unseen {
                continue;
            }
            ever.insert(body.what.as_str());
            if let Some(first) = first_day(&body.on).filter(|first| *first <= today) {
                let last = last_day(&body.on).unwrap_or(first).min(today);
                let of_kind = held.entry(body.what.as_str()).or_default();
                of_kind.push(Held {
                    record,
                    first,
                    last,
                });
            }
        }
        for of_kind in held.values_mut() {
            of_kind.sort_by_key(|held| (held.first, held.last, held.record.id()));
        }
        let all_statuses = id.map_or(Vec::new(), |id| legal_statuses(file, id));
        let all_stays = id.map_or(Vec::new(), |id| stays(file, id));
        let kinds: Vec<Status> = all_statuses
            .iter()
            .map(|record| Status::of(record))
            .collect();
        let is_grown = child.is_some_and(|child| is_grown(&child.body, today));
        let looked_after = looked_after(&kinds, &all_stays, today).filter(|_| !is_grown);
        let holds = |status: &Status| status.record.body.holds_on(today);
        let here = |stay: &Stay| {
            first_day(stay.from()).is_none_or(|from| from <= today) && !has_ended(stay.to(), today)
        };
        Child {
            id,
            statuses: kinds
                .into_iter()
                .filter(|status| holds(status) && !is_grown)
                .collect(),
            stay: all_stays.into_iter().rev().find(here),
            all_statuses,
            looked_after,
            held,
            ever,
        }
    }

    /// Whom a due of this child is about.
    pub fn about(&self) -> Vec<RecordId> {
        self.id.into_iter().collect()
    }

    /// What of these kinds happened, in order of time.
    pub fn held<S: AsRef<str>>(&self, kinds: &[S]) -> Vec<Held<'a>> {
        let of_kind = kinds.iter().filter_map(|kind| self.held.get(kind.as_ref()));
        let mut all: Vec<Held> = of_kind.flatten().copied().collect();
        all.sort_by_key(|held| (held.first, held.last, held.record.id()));
        all
    }

    /// The same, since a day.
    pub fn held_since<S: AsRef<str>>(&self, kinds: &[S], since: NaiveDate) -> Vec<Held<'a>> {
        let mut held = self.held(kinds);
        held.retain(|held| held.last >= since);
        held
    }

    /// Whether anything of these kinds was ever recorded, with or without a day.
    pub fn was_ever<S: AsRef<str>>(&self, kinds: &[S]) -> bool {
        kinds.iter().any(|kind| self.ever.contains(kind.as_ref()))
    }

    /// The status of a kind that holds now, by its short form.
    pub fn status(&self, short: &str) -> Option<&Status<'a>> {
        self.statuses.iter().find(|status| status.is(short))
    }

    /// The kind of place where the child lives.
    pub fn living(&self) -> Option<Living> {
        self.stay.as_ref().and_then(living)
    }

    /// Since when a child belongs to those for whom something is due.
    pub fn period(&self, whose: Whose) -> Option<Period<'a>> {
        match whose {
            Whose::Any => None,
            Whose::LookedAfter => self.looked_after,
            Whose::ChildProtection => self.protected(),
            Whose::ChildInNeed if self.looked_after.is_some() || self.protected().is_some() => None,
            Whose::ChildInNeed => self.status(CHILD_IN_NEED).map(Status::period),
        }
    }

    /// A child protection plan that goes on. A conference with nothing written after it may have made one.
    fn protected(&self) -> Option<Period<'a>> {
        if let Some(plan) = self.status(CHILD_PROTECTION) {
            return Some(plan.period());
        }
        let conference = *self.held(&["initial-conference"]).last()?;
        let since = conference.first;
        let goes_on = |status: &&'a Record<LegalStatus>| {
            let began = first_day(&status.body.from).is_none_or(|from| from >= since);
            let ended = status
                .body
                .to
                .as_ref()
                .and_then(last_day)
                .is_some_and(|to| to >= since);
            began || ended
        };
        (!self.all_statuses.iter().any(goes_on)).then_some(Period {
            since: Some(since),
            written: &conference.record.body.on,
            is_supposed: true,
        })
    }
}

impl Period<'_> {
    /// The day from which what happened belongs to it: what begins a plan is often some days before it is written down.
    pub fn reaches_back_to(&self) -> Option<NaiveDate> {
        self.since?.checked_sub_days(Days::new(BEGUN_BEFORE))
    }
}

impl<'a> Status<'a> {
    fn of(record: &'a Record<LegalStatus>) -> Status<'a> {
        Status {
            record,
            kind: legal_kind_of(&folded(&record.body.status)),
        }
    }

    /// Whether it is of the kind with this short form.
    pub fn is(&self, short: &str) -> bool {
        self.kind.is_some_and(|kind| kind.short == short)
    }

    /// The time for which it holds.
    pub fn period(&self) -> Period<'a> {
        Period {
            since: first_day(&self.record.body.from),
            written: &self.record.body.from,
            is_supposed: false,
        }
    }
}

impl LegalStatus {
    fn holds_on(&self, today: NaiveDate) -> bool {
        first_day(&self.from).is_none_or(|from| from <= today)
            && !has_ended(self.to.as_ref(), today)
    }
}

/// Whether a child is looked after on a day.
pub fn is_looked_after(file: &CaseFile, child: RecordId, today: NaiveDate) -> bool {
    let child = file.people.get(&child);
    child.is_some_and(|child| Child::of(file, Some(child), today).looked_after.is_some())
}

/// Whether somebody is 18 whatever the date of birth means.
fn is_grown(person: &Person, today: NaiveDate) -> bool {
    let born = person.born.as_ref().and_then(last_day);
    let grown = born.and_then(|born| born.checked_add_months(Months::new(18 * 12)));
    grown.is_some_and(|grown| grown <= today)
}

/// The kind of place of a stay.
pub fn living(stay: &Stay) -> Option<Living> {
    place_of(&folded(&stay.last.body.kind)).map(|place| place.living)
}

/// The time of being looked after that goes on: statuses that make a child looked after, one after the other without a day
/// between them.
fn looked_after<'a>(
    statuses: &[Status<'a>],
    stays: &[Stay],
    today: NaiveDate,
) -> Option<Period<'a>> {
    let counts = |status: &&Status<'a>| match status.kind.map(|kind| kind.looked_after) {
        Some(LookedAfter::Always) => true,
        Some(LookedAfter::WhenAccommodated) => stays.iter().any(|stay| {
            let begins = first_day(stay.from())
                <= status.record.body.to.as_ref().map_or(Some(today), last_day);
            let lasts = stay
                .to()
                .is_none_or(|to| last_day(to) >= first_day(&status.record.body.from));
            begins && lasts && living(stay) == Some(Living::LookedAfter)
        }),
        _ => false,
    };
    let mut current: Option<(Period<'a>, Option<NaiveDate>)> = None;
    for status in statuses.iter().filter(counts) {
        let body = &status.record.body;
        let from = first_day(&body.from);
        if from.is_some_and(|from| from > today) {
            continue;
        }
        let to = match has_ended(body.to.as_ref(), today) {
            true => body.to.as_ref().and_then(last_day),
            false => Some(NaiveDate::MAX),
        };
        let goes_on = current.as_ref().is_some_and(|(_, end)| {
            let end = end.and_then(|end| end.checked_add_days(Days::new(1)).or(Some(end)));
            from.zip(end).is_none_or(|(from, end)| from <= end)
        });
        current = match current {
            Some((period, end)) if goes_on => Some((period, end.max(to))),
            _ => Some((status.period(), to)),
        };
    }
    current
        .filter(|(_, end)| *end == Some(NaiveDate::MAX))
        .map(|(period, _)| period)
}
