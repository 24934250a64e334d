//! "As at" a day: a case as it was known at the end of that day, without hindsight.
//!
//! Every record has two times: when it happened and when somebody came to know it. What was written in this program
//! is known from the day on which it was written. What was imported was known to the agency that told it: from the
//! day that the account names as known, else from the day that it tells of. What names no day at all was known when it
//! came in; people and bonds without a day are the exception, for a family did not begin with the import: they are
//! shown, except foster carers whom the children had not come to yet.

use super::in_a_line::day_of;
use crate::record::*;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The case as known at the end of `day`, from all revisions of all its records in any order.
pub fn as_at(revisions: &[Record<Body>], day: NaiveDate) -> CaseFile {
    let mut histories: BTreeMap<RecordId, History> = BTreeMap::new();
    for revision in revisions {
        histories
            .entry(revision.id())
            .or_default()
            .take(revision, day);
    }
    // An account joined to another entry since is shown where it stood on that day.
    let then = histories.values().filter_map(|history| history.then);
    let placed = then
        .filter(|record| record.meta.removed.is_none())
        .flat_map(|record| account_ids(&record.body))
        .collect();
    let mut file = CaseFile::of(
        histories
            .values()
            .filter_map(|history| history.known(day, &placed)),
    );
    let cares = |person: &RecordId| {
        let mut bonds = file.bonds.values();
        bonds.any(|bond| is_foster_care(&bond.body) && bond.body.from == *person)
    };
    let later: Vec<RecordId> = met_through_foster_care(&histories)
        .filter(|carer| !cares(carer))
        .collect();
    file.people.retain(|id, _| !later.contains(id));
    let people = &file.people;
    file.bonds.retain(|_, bond| {
        people.contains_key(&bond.body.from) && people.contains_key(&bond.body.to)
    });
    file
}

fn is_foster_care(bond: &Bond) -> bool {
    bond.kind == BondKind::FosterCarer
}

/// The people who came into the family's life as foster carers and were written down after the day that is asked for.
fn met_through_foster_care<'a>(
    histories: &'a BTreeMap<RecordId, History<'a>>,
) -> impl Iterator<Item = RecordId> + 'a {
    let latest = histories.values().filter_map(|history| history.now);
    let carers = latest.filter_map(|record| match &record.body {
        Body::Bond(bond) if is_foster_care(bond) => Some(bond.from),
        _ => None,
    });
    carers.filter(|carer| {
        histories
            .get(carer)
            .is_some_and(|history| history.then.is_none())
    })
}

fn account_ids(body: &Body) -> Vec<AccountId> {
    match body {
        Body::Entry(entry) => entry.accounts.iter().map(|account| account.id).collect(),
        _ => Vec::new(),
    }
}

/// The revisions of one record that matter for a day.
#[derive(Default)]
struct History<'a> {
    /// The last written by the end of the day.
    then: Option<&'a Record<Body>>,
    /// The last ever.
    now: Option<&'a Record<Body>>,
}

impl<'a> History<'a> {
    fn take(&mut self, revision: &'a Record<Body>, day: NaiveDate) {
        let number =
            |record: &Option<&Record<Body>>| record.map_or(0, |record| record.meta.revision);
        let this = revision.meta.revision;
        if this > number(&self.now) {
            self.now = Some(revision);
        }
        if written_on(&revision.meta) <= day && this > number(&self.then) {
            self.then = Some(revision);
        }
    }

    /// The record as known on the day; `None` when nobody knew of it.
    fn known(&self, day: NaiveDate, placed: &BTreeSet<AccountId>) -> Option<Record<Body>> {
        let written_then = self.then.is_some();
        let base = self.then.or(self.now)?;
        if base.meta.removed.is_some() {
            return None;
        }
        let mut record = base.clone();
        if let Body::Entry(entry) = &record.body {
            return self.entry(entry.clone(), &base.meta, day, placed);
        }
        hide_ends(&mut record.body, day);
        let known = match &mut record.body {
            Body::Person(person) => {
                if !written_then {
                    person.notes.clear();
                }
                let told = |said: &SaidDate| has_begun(&said.date, day);
                person.died_elsewhere.retain(told);
                // A baby who is expected is born on a day that lies ahead: what counts is whether that was known.
                match person.arrival {
                    Arrival::Expected => written_then,
                    _ => has_begun_if(person.born.as_ref(), day),
                }
            }
            Body::Case(_) => true,
            Body::Bond(bond) => has_begun_if(bond.since.as_ref(), day),
            Body::Placement(home) => has_begun(&home.from, day),
            Body::LegalStatus(legal) => has_begun(&legal.from, day),
            Body::Household(home) => has_begun_if(home.since.as_ref(), day),
            // What has a beginning was there from then on, like a bond; what has none, since it was written.
            Body::Connection(Connection {
                since: Some(since), ..
            }) => has_begun(since, day),
            body => written_then || was_known_before_it_came(body, day),
        };
        known.then_some(record)
    }

    fn entry(
        &self,
        mut entry: Entry,
        meta: &Meta,
        day: NaiveDate,
        placed: &BTreeSet<AccountId>,
    ) -> Option<Record<Body>> {
        let written_then = self.then.is_some();
        let all = entry.accounts.len();
        entry.accounts.retain(|account| {
            was_known(account, written_then, day) && (written_then || !placed.contains(&account.id))
        });
        let hidden = entry.accounts.len() < all;
        if let Some(Record {
            meta,
            body: Body::Entry(now),
        }) = self.now
            && written_then
            && meta.removed.is_none()
        {
            // What was imported since may have been known to its agency even then.
            let since = now.accounts.iter().filter(|account| {
                !placed.contains(&account.id) && account_was_known_before_it_came(account, day)
            });
            entry.accounts.extend(since.cloned());
        }
        if entry.accounts.is_empty() {
            return None;
        }
        if hidden {
            entry.when = most_exact(&entry.accounts).unwrap_or(entry.when);
        }
        if !written_then {
            entry = as_told(entry);
        }
        Some(Record {
            meta: meta.clone(),
            body: Body::Entry(entry),
        })
    }
}

/// Whether an import brought it in and those who tell it knew it by the end of the day, however late it came in. What
/// was written here, and what names no day, was known when it was written.
pub fn was_known_before_it_came(body: &Body, day: NaiveDate) -> bool {
    if let Body::Entry(entry) = body {
        let mut accounts = entry.accounts.iter();
        return accounts.all(|account| account_was_known_before_it_came(account, day));
    }
    let is_imported =
        |value: Option<Value<'_>>| matches!(value, Some(Value::Text(origin)) if !origin.is_empty());
    is_imported(body.value("origin")) && day_of(body).is_some_and(|on| has_begun_by(on, day))
}

/// The same of one account of an entry.
pub fn account_was_known_before_it_came(account: &Account, day: NaiveDate) -> bool {
    account.origin.is_some() && was_known(account, false, day)
}

/// The day on which a revision was written, at Greenwich.
pub fn written_on(meta: &Meta) -> NaiveDate {
    meta.recorded_at.date_naive()
}

fn was_known(account: &Account, written_then: bool, day: NaiveDate) -> bool {
    match (account.known_on, &account.origin) {
        (Some(known), _) => known <= day,
        (None, Some(_)) => {
            let told = account.when.latest().or_else(|| account.when.anchor());
            written_then || told.is_some_and(|told| told <= day)
        }
        (None, None) => written_then,
    }
}

/// Whether what begins then had begun by the end of the day; what has no beginning always had.
fn has_begun(from: &FuzzyDate, day: NaiveDate) -> bool {
    from.earliest()
        .or_else(|| from.anchor())
        .is_none_or(|from| from <= day)
}

/// Whether it had surely begun: what has no day had not.
fn has_begun_by(from: &FuzzyDate, day: NaiveDate) -> bool {
    from.anchor().is_some_and(|from| from <= day)
}

fn has_begun_if(from: Option<&FuzzyDate>, day: NaiveDate) -> bool {
    from.is_none_or(|from| has_begun(from, day))
}

/// Takes away every end that still lay ahead, and what was said when it came.
fn hide_ends(body: &mut Body, day: NaiveDate) {
    let lies_ahead =
        |value: &Value<'_>| matches!(value, Value::Date(Some(end)) if !has_begun(end, day));
    let fields = body.values();
    let is_ahead = fields
        .iter()
        .any(|(info, value)| info.is(FieldRole::Ends) && lies_ahead(value));
    let hidden: Vec<&str> = fields
        .iter()
        .filter(|(info, value)| {
            let is_day = info.is(FieldRole::Ends) || info.is(FieldRole::Later);
            is_day && lies_ahead(value) || is_ahead && info.is(FieldRole::AfterEnd)
        })
        .map(|(info, _)| info.name)
        .collect();
    for name in hidden {
        // Emptying a field cannot fail.
        let _ = body.set(name, "", day);
    }
}

/// An entry as its accounts alone tell it.
fn as_told(entry: Entry) -> Entry {
    Entry {
        when: entry.when,
        people: entry.people,
        ..Entry::told_by(entry.accounts, entry.children)
    }
}

/// The last day that typed words can mean, up to today.
///
/// # Errors
/// In words, when they are no date, or a day to come.
pub fn day(typed: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let date = FuzzyDate::parse(typed, today).map_err(|problem| problem.to_string())?;
    let day = date.latest().or_else(|| date.anchor());
    let day =
        day.ok_or_else(|| "Write a day to look back to, such as 4/3/2022 or mar 2022.".to_owned())?;
    match date.earliest().or_else(|| date.anchor()) {
        Some(earliest) if earliest > today => {
            Err("That day is still to come. Write a day up to today, such as 4/3/2022.".to_owned())
        }
        _ => Ok(day.min(today)),
    }
}

#[cfg(test)]
mod tests;
