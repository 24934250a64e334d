//! Joining two entries that tell one event, and splitting an account off again. Nothing is deleted by either.

use super::references::{cited_beside, redirected};
use crate::record::*;
use std::collections::HashMap;

/// The writes that make one entry of two in a case. What cited the second cites the first.
pub fn join(
    mint: &mut Mint,
    file: &CaseFile,
    one: &Record<Entry>,
    other: &Record<Entry>,
) -> Vec<Write> {
    let mut writes = joined(mint, one, other);
    let citing = redirected(file, &HashMap::from([(other.id(), one.id())])).into_iter();
    let citing = citing.filter(|(id, _)| *id != one.id() && *id != other.id());
    writes.extend(citing.map(|(id, body)| Write::Put(id, Box::new(body))));
    writes
}

/// The writes that make one entry of two, without those of records that cite them. The first keeps its id and takes in
/// the accounts of the second and all that the team wrote there; the second is removed with the reason, and a verdict
/// remembers the decision.
pub fn joined(mint: &mut Mint, one: &Record<Entry>, other: &Record<Entry>) -> Vec<Write> {
    let (mut joined, taken) = (one.body.clone(), other.body.clone());
    let verdict = one.body.accounts.first().zip(taken.accounts.first());
    let verdict = verdict.map(|(one, other)| verdict_on(one.id, other.id, true));
    let chosen_by_a_person = most_exact(&joined.accounts).is_some_and(|told| told != joined.when);
    joined.accounts.extend(taken.accounts);
    if !chosen_by_a_person {
        joined.when = most_exact(&joined.accounts).unwrap_or(joined.when);
    }
    take_in(&mut joined.children, taken.children);
    take_in(&mut joined.people, taken.people);
    take_in(&mut joined.themes, taken.themes);
    take_in(&mut joined.linked, taken.linked);
    joined
        .linked
        .retain(|id| *id != one.id() && *id != other.id());
    joined.significance = joined.significance.max(taken.significance);
    joined.zone = joined.zone.max(taken.zone);
    for (kept, added) in [
        (&mut joined.headline, taken.headline),
        (&mut joined.impact, taken.impact),
        (&mut joined.impact_evidence, taken.impact_evidence),
        (&mut joined.link_now, taken.link_now),
        (&mut joined.link_then, taken.link_then),
        (&mut joined.research, taken.research),
        (&mut joined.analysis, taken.analysis),
        (&mut joined.action, taken.action),
        (&mut joined.why_no_action, taken.why_no_action),
        (&mut joined.family_view, taken.family_view),
    ] {
        add_text(kept, &added);
    }
    let mut writes = vec![
        Write::Put(one.id(), Box::new(Body::Entry(joined))),
        Write::Remove(other.id(), format!("joined with {}", one.id())),
    ];
    writes.extend(
        verdict.map(|verdict| Write::Put(mint.next_id(), Box::new(Body::Verdict(verdict)))),
    );
    writes
}

/// The writes that split one account off into an entry of its own. What the team wrote stays with the first entry; what
/// cites it cites both, for nobody but its writer can tell which part was meant. The verdicts see to it that the two are
/// not joined again. `None` when the account is not there or is the only one.
pub fn split(
    mint: &mut Mint,
    file: &CaseFile,
    entry: &Record<Entry>,
    account: AccountId,
) -> Option<Vec<Write>> {
    let (mut left, own): (Vec<Account>, Vec<Account>) = entry
        .body
        .accounts
        .iter()
        .cloned()
        .partition(|told| told.id != account);
    let [own] = <[Account; 1]>::try_from(own).ok()?;
    let verdicts: Vec<_> = left
        .iter()
        .map(|told| verdict_on(told.id, own.id, false))
        .collect();
    if left.is_empty() {
        return None;
    }
    let was_told = most_exact(&entry.body.accounts).is_some_and(|told| told == entry.body.when);
    let apart = Entry {
        people: entry.body.people.clone(),
        linked: vec![entry.id()],
        ..Entry::told_by(vec![own], entry.body.children.clone())
    };
    let mut stays = Entry {
        accounts: std::mem::take(&mut left),
        ..entry.body.clone()
    };
    if was_told {
        stays.when = most_exact(&stays.accounts).unwrap_or(stays.when);
    }
    let new = mint.next_id();
    let mut writes = vec![
        Write::Put(entry.id(), Box::new(Body::Entry(stays))),
        Write::Put(new, Box::new(Body::Entry(apart))),
    ];
    let citing = cited_beside(file, entry.id(), new).into_iter();
    writes.extend(citing.map(|(id, body)| Write::Put(id, Box::new(body))));
    writes.extend(
        verdicts
            .into_iter()
            .map(|verdict| Write::Put(mint.next_id(), Box::new(Body::Verdict(verdict)))),
    );
    Some(writes)
}

fn verdict_on(one: AccountId, other: AccountId, same_event: bool) -> Verdict {
    Verdict {
        one,
        other,
        same_event,
        why: String::new(),
    }
}

fn take_in<T: PartialEq>(kept: &mut Vec<T>, added: Vec<T>) {
    for item in added {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
}

/// Keeps both texts, the second under the first, unless the first has it already.
fn add_text(kept: &mut String, added: &str) {
    if kept.contains(added) {
        return;
    }
    if !kept.is_empty() {
        kept.push_str("\n\n");
    }
    kept.push_str(added);
}

#[cfg(test)]
mod tests;
