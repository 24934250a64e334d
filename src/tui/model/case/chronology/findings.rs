//! What follows from a case file for its chronology, worked out once for each state of the file.

use crate::insight::contradictions;
use crate::insight::contradictions::Contradiction;
use crate::insight::duplicates;
use crate::insight::duplicates::Pair;
use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::record::{AccountId, CaseFile, RecordId};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Contradictions and offered duplicates of a case file.
#[derive(Debug)]
pub struct Findings {
    /// The file from which they follow.
    pub file: Arc<CaseFile>,
    /// Where accounts differ.
    pub contradictions: Vec<Contradiction>,
    /// Accounts of different entries that seem to tell the same event.
    pub offered: Vec<Pair>,
    by_entry: HashMap<RecordId, Vec<usize>>,
    offered_to: HashMap<RecordId, Vec<(RecordId, usize)>>,
}

impl Findings {
    /// Works them out.
    pub fn of(file: &Arc<CaseFile>) -> Findings {
        let told = Told::all(file);
        let family = Family::of_case(file);
        let verdicts = file.verdicts.values().map(|verdict| &verdict.body);
        let contradictions = contradictions::find(&told, &family);
        let offered = duplicates::find(&told, &family, verdicts);
        let entry_of: HashMap<AccountId, RecordId> =
            told.iter().map(|told| (told.id(), told.entry)).collect();
        let mut by_entry: HashMap<RecordId, Vec<usize>> = HashMap::new();
        for (index, contradiction) in contradictions.iter().enumerate() {
            for claim in contradiction.claims.iter().chain(&contradiction.supports) {
                let known = by_entry.entry(claim.entry).or_default();
                if !known.contains(&index) {
                    known.push(index);
                }
            }
        }
        let mut offered_to: HashMap<RecordId, Vec<(RecordId, usize)>> = HashMap::new();
        for (index, pair) in offered.iter().enumerate() {
            let entries = entry_of.get(&pair.one).zip(entry_of.get(&pair.other));
            if let Some((one, other)) = entries.filter(|(one, other)| one != other) {
                offered_to.entry(*one).or_default().push((*other, index));
                offered_to.entry(*other).or_default().push((*one, index));
            }
        }
        Findings {
            file: Arc::clone(file),
            contradictions,
            offered,
            by_entry,
            offered_to,
        }
    }

    /// Where accounts of this entry differ from others.
    pub fn contradictions_of(&self, entry: RecordId) -> impl Iterator<Item = &Contradiction> {
        let indices = self.by_entry.get(&entry).into_iter().flatten();
        indices.filter_map(|index| self.contradictions.get(*index))
    }

    /// How many differences, and how many offered pairs, touch an entry that is shown.
    pub fn touching(&self, shown: impl Fn(&RecordId) -> bool) -> (usize, usize) {
        let differ = self.by_entry.iter().filter(|(entry, _)| shown(entry));
        let differ: HashSet<_> = differ.flat_map(|(_, indices)| indices).collect();
        let offered = self.offered_to.iter().filter(|(entry, _)| shown(entry));
        let offered = offered.flat_map(|(_, offers)| offers);
        let offered: HashSet<_> = offered.map(|(_, pair)| pair).collect();
        (differ.len(), offered.len())
    }

    /// Whether accounts of this entry differ from others.
    pub fn differs(&self, entry: RecordId) -> bool {
        self.by_entry.contains_key(&entry)
    }

    /// Other entries that may tell the same event as this one, and why.
    pub fn offered_with(&self, entry: RecordId) -> impl Iterator<Item = (RecordId, &Pair)> {
        let offers = self.offered_to.get(&entry).into_iter().flatten();
        offers.filter_map(|(other, index)| Some((*other, self.offered.get(*index)?)))
    }
}
