//! Accounts that tell one event: the sure ones joined, the likely ones offered.

use super::report::{Duplicate, DuplicateState, RowPlace};
use super::staging::Staging;
use crate::insight::duplicates::{self, Pair, Strength};
use crate::insight::family::Family;
use crate::insight::joining;
use crate::insight::told::Told;
use crate::record::{AccountId, Entry, Mint, RecordId, Write};
use std::collections::{HashMap, HashSet};

/// Joins what is sure among the new accounts and between them and what is there. Gives what was found, and for every new
/// entry that joined another the entry in which its account stands now.
pub fn join(
    staging: &mut Staging,
    new: &HashSet<RecordId>,
    mint: &mut Mint,
) -> (Vec<Duplicate>, HashMap<RecordId, RecordId>) {
    let (pairs, stands_in, places) = {
        let told = Told::all(&staging.file);
        let family = Family::of_case(&staging.file);
        let verdicts = staging.file.verdicts.values().map(|verdict| &verdict.body);
        let pairs = duplicates::find(&told, &family, verdicts);
        let stands_in: HashMap<AccountId, RecordId> =
            told.iter().map(|told| (told.id(), told.entry)).collect();
        let in_pairs: HashSet<AccountId> = pairs
            .iter()
            .flat_map(|pair| [pair.one, pair.other])
            .collect();
        let places = told.iter().filter(|told| in_pairs.contains(&told.id()));
        let places: HashMap<AccountId, RowPlace> = places
            .map(|told| (told.id(), RowPlace::of_account(told.account)))
            .collect();
        (pairs, stands_in, places)
    };
    let mut moved: HashMap<RecordId, RecordId> = HashMap::new();
    let mut found = Vec::new();
    for pair in pairs {
        let home =
            |account: AccountId| stands_in.get(&account).map(|entry| settled(&moved, *entry));
        let (Some(one), Some(other)) = (home(pair.one), home(pair.other)) else {
            continue;
        };
        let fresh = |account: AccountId| {
            stands_in
                .get(&account)
                .is_some_and(|entry| new.contains(entry))
        };
        if !fresh(pair.one) && !fresh(pair.other) {
            continue;
        }
        // What was there stays where it is, and the new account comes to it.
        let (kept, taken) = if new.contains(&other) {
            (one, other)
        } else {
            (other, one)
        };
        let joined = one == other
            || (pair.strength == Strength::Sure
                && new.contains(&taken)
                && merge(staging, kept, taken, mint));
        if joined && one != other {
            moved.insert(taken, kept);
        }
        found.push(duplicate(&pair, joined, &places));
    }
    let moved = moved
        .keys()
        .map(|entry| (*entry, settled(&moved, *entry)))
        .collect();
    (found, moved)
}

/// Makes one entry of two, unless one teller would then tell one event twice.
fn merge(staging: &mut Staging, kept: RecordId, taken: RecordId, mint: &mut Mint) -> bool {
    let entries = &staging.file.entries;
    let (Some(one), Some(other)) = (entries.get(&kept), entries.get(&taken)) else {
        return false;
    };
    let told_twice = Told::all_of(kept, &one.body)
        .any(|one| Told::all_of(taken, &other.body).any(|other| one.teller() == other.teller()));
    if told_twice {
        return false;
    }
    let joined = joining::joined(mint, one, other)
        .into_iter()
        .find_map(|write| match write {
            Write::Put(id, body) if id == kept => Some(body),
            _ => None,
        });
    let Some(body) = joined else { return false };
    staging.take_back(taken);
    staging.put(kept, *body);
    true
}

fn settled(moved: &HashMap<RecordId, RecordId>, mut entry: RecordId) -> RecordId {
    while let Some(next) = moved.get(&entry) {
        entry = *next;
    }
    entry
}

fn duplicate(pair: &Pair, joined: bool, places: &HashMap<AccountId, RowPlace>) -> Duplicate {
    let mut accounts: Vec<RowPlace> = [pair.one, pair.other]
        .iter()
        .filter_map(|account| places.get(account).cloned())
        .collect();
    accounts.sort();
    let state = if joined {
        DuplicateState::Joined
    } else {
        DuplicateState::Offered
    };
    Duplicate {
        accounts,
        state,
        because: pair.because(),
    }
}

/// The accounts of an entry by which the same row is known when it comes again.
pub fn keys(entry: &Entry) -> impl Iterator<Item = RowKey> + '_ {
    entry
        .accounts
        .iter()
        .filter(|account| account.origin.is_some())
        .map(|account| RowKey {
            when: account.when.written().to_owned(),
            source: account.source.clone(),
            reference: account.reference.clone(),
            text: account.text.clone(),
            action: account.action.clone(),
        })
}

/// What makes a row the same row when a file comes again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    when: String,
    source: String,
    reference: String,
    text: String,
    action: String,
}
