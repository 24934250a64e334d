//! "As at" a day: a case as it was known at the end of that day, without hindsight.
//!
//! Every record has two times: when it happened and when somebody came to know it. What was written in this program
//! is known from the day on which it was written. What was imported was known to the agency that told it: from the
//! day that the account names as known, else from the day that it tells of. What names no day at all was known when it
//! came in; people and bonds without a day are the exception, for a family did not begin with the import: they are
//! shown, except foster carers whom the children had not come to yet.

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
        let known = match &mut record.body {
            Body::Entry(entry) => return self.entry(entry.clone(), &base.meta, day, placed),
            Body::Case(case) => {
                open_until(&mut case.closed, day);
                true
            }
            Body::Person(person) => {
                open_until(&mut person.died, day);
                if !written_then {
                    person.notes.clear();
                }
                let told = |said: &SaidDate| has_begun(&said.date, day);
                person.died_elsewhere.retain(told);
                // A baby who is expected is born on a day that lies ahead: what counts is whether that was known.
                if person.arrival == Arrival::Expected {
                    return written_then.then_some(record);
                }
                person.born.as_ref().is_none_or(|born| has_begun(born, day))
            }
            Body::Bond(bond) => {
                open_until(&mut bond.until, day);
                bond.since
                    .as_ref()
                    .is_none_or(|since| has_begun(since, day))
            }
            Body::Placement(home) => {
                if home.to.as_ref().is_some_and(|to| !has_begun(to, day)) {
                    home.why_ended.clear();
                }
                open_until(&mut home.to, day);
                has_begun(&home.from, day)
            }
            Body::LegalStatus(legal) => {
                open_until(&mut legal.to, day);
                has_begun(&legal.from, day)
            }
            Body::FactorFinding(_) | Body::ZoneDecision(_) | Body::GoalReview(_) => {
                written_then || was_known_before_it_came(&base.body, day)
            }
            Body::ShownCapacity(capacity) => {
                if capacity.to.as_ref().is_some_and(|to| !has_begun(to, day)) {
                    capacity.why_ended.clear();
                }
                open_until(&mut capacity.to, day);
                written_then
            }
            Body::NamedRole(role) => {
                open_until(&mut role.until, day);
                written_then
            }
            Body::Goal(goal) => {
                open_until(&mut goal.agreed_on, day);
                if goal
                    .ended_on
                    .as_ref()
                    .is_some_and(|end| !has_begun(end, day))
                {
                    goal.how_ended.clear();
                }
                open_until(&mut goal.ended_on, day);
                written_then || was_known_before_it_came(&base.body, day)
            }
            Body::Need(need) => {
                if need.met_on.as_ref().is_some_and(|met| !has_begun(met, day)) {
                    need.met_how.clear();
                }
                open_until(&mut need.met_on, day);
                written_then
            }
            Body::PlanStep(step) => {
                if step.to.as_ref().is_some_and(|to| !has_begun(to, day)) {
                    step.why_ended.clear();
                }
                open_until(&mut step.to, day);
                written_then
            }
            Body::Support(support) => {
                open_until(&mut support.to, day);
                written_then
            }
            Body::BottomLine(line) => {
                open_until(&mut line.to, day);
                written_then
            }
            Body::Action(action) => {
                if action
                    .done_on
                    .as_ref()
                    .is_some_and(|done| !has_begun(done, day))
                {
                    action.outcome.clear();
                }
                open_until(&mut action.done_on, day);
                written_then
            }
            Body::EmotionalTie(tie) => {
                open_until(&mut tie.until, day);
                written_then
            }
            Body::Household(home) => {
                open_until(&mut home.until, day);
                home.since
                    .as_ref()
                    .is_none_or(|since| has_begun(since, day))
            }
            Body::Connection(connection) => {
                open_until(&mut connection.until, day);
                // What has a beginning was there from then on, like a bond; what has none, since it was written.
                match &connection.since {
                    Some(since) => has_begun(since, day),
                    None => written_then,
                }
            }
            Body::Relationship(relationship) => {
                let ended = relationship.until.as_ref();
                if ended.is_some_and(|until| !has_begun(until, day)) {
                    relationship.why_ended.clear();
                }
                open_until(&mut relationship.until, day);
                written_then
            }
            Body::ContactAfterCare(contact) => {
                let ended = contact.ended_on.as_ref();
                if ended.is_some_and(|ended| !has_begun(ended, day)) {
                    contact.why_ended.clear();
                }
                open_until(&mut contact.ended_on, day);
                written_then
            }
            Body::Promise(promise) => {
                open_until(&mut promise.kept_on, day);
                written_then
            }
            Body::Import(_)
            | Body::Verdict(_)
            | Body::Lapse(_)
            | Body::StageMark(_)
            | Body::Story(_)
            | Body::Recognition(_)
            | Body::Hypothesis(_)
            | Body::Curiosity(_)
            | Body::PlanVersion(_)
            | Body::Purpose(_)
            | Body::WordingKept(_)
            | Body::Supervision(_)
            | Body::CaseDecision(_)
            | Body::Occasion(_)
            | Body::GedcomLines(_) => written_then,
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
    let imported = |origin: &str, on: &FuzzyDate| !origin.is_empty() && has_begun_by(on, day);
    match body {
        Body::Entry(entry) => entry
            .accounts
            .iter()
            .all(|account| account_was_known_before_it_came(account, day)),
        Body::FactorFinding(finding) => {
            let on = finding.on.as_ref();
            on.is_some_and(|on| imported(&finding.origin, on))
        }
        Body::ZoneDecision(decision) => imported(&decision.origin, &decision.on),
        Body::Goal(goal) => imported(&goal.origin, &goal.set_on),
        Body::GoalReview(review) => imported(&review.origin, &review.on),
        _ => false,
    }
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

fn open_until(end: &mut Option<FuzzyDate>, day: NaiveDate) {
    if end.as_ref().is_some_and(|end| !has_begun(end, day)) {
        *end = None;
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
