//! How much two accounts have in common, and which pairs follow from it.

use super::ready::{Ready, make_all_ready, weight_of};
use super::terms::{Class, Lexicon, Term};
use super::{Pair, Reason, Strength};
use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::record::{AccountId, RecordId, Verdict};
use std::collections::{HashMap, HashSet};

/// From this score on a pair is likely, and sure.
const LIKELY: f32 = 1.8;
const SURE: f32 = 3.2;
const SURE_UNNAMED_NEXT_DAY: f32 = 4.0;
/// What it adds to the score that one account names the other's agency as its source.
const NAMED_SAME_DAY: f32 = 1.4;
const NAMED_NEXT_DAY: f32 = 1.0;
/// What it adds that one text speaks of the other's agency.
const MENTIONED: f32 = 0.3;
/// What the same reference adds.
const SAME_REFERENCE: f32 = 3.0;
/// An account is compared with this many others near its day. A family's busiest day has far fewer; a file that gives
/// one day to all its rows must still be read in time.
const MOST_COMPARED: usize = 400;

pub(super) fn pairs<'a>(
    told: &[Told],
    family: &Family,
    verdicts: impl IntoIterator<Item = &'a Verdict>,
) -> Vec<Pair> {
    let mut lexicon = Lexicon::new();
    lexicon.learn_names(family.names());
    let (ready, weights) = make_all_ready(told, &mut lexicon);
    let decided: HashSet<(AccountId, AccountId)> = verdicts
        .into_iter()
        .flat_map(|verdict| [(verdict.one, verdict.other), (verdict.other, verdict.one)])
        .collect();
    let mut found = Vec::new();
    for (place, one) in ready.iter().enumerate() {
        let later = ready.get(place + 1..).unwrap_or(&[]);
        let near = later
            .iter()
            .take_while(|other| other.from.signed_duration_since(one.to).num_days() <= 1);
        for other in near
            .filter(|other| may_be_one_event(one, other))
            .take(MOST_COMPARED)
        {
            let is_decided =
                || !decided.is_empty() && decided.contains(&(one.told.id(), other.told.id()));
            if may_be_enough(one, other, &weights) && !is_decided() {
                found.extend(compare(one, other, &weights, &lexicon));
            }
        }
    }
    settle(found, told)
}

fn may_be_one_event(one: &Ready, other: &Ready) -> bool {
    one.told.entry != other.told.entry
        && one.teller != other.teller
        && share_a_child(one.told.children, other.told.children)
}

/// Whether two accounts can concern the same child; an account that names none can concern any.
fn share_a_child(one: &[RecordId], other: &[RecordId]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|child| other.contains(child))
}

struct Found {
    pair: Pair,
    score: f32,
}

/// Whether what both share can add up to a likely pair at all: most pairs end here, without a list of what is shared.
fn may_be_enough(one: &Ready, other: &Ready, weights: &[f32]) -> bool {
    let terms = shared(&one.terms.terms, &other.terms.terms);
    let evidence: f32 = terms.map(|term| weight_of(weights, term)).sum();
    let is_named = one.source & other.own != 0 || other.source & one.own != 0;
    let named = if is_named { NAMED_SAME_DAY } else { MENTIONED };
    same_reference(one, other) || evidence * 1.6 + named >= LIKELY
}

/// Whether both carry the same reference of an agency ("MP/2021/0017311").
fn same_reference(one: &Ready, other: &Ready) -> bool {
    let reference = &one.told.account.reference;
    !reference.is_empty() && *reference == other.told.account.reference
}

fn compare(one: &Ready, other: &Ready, weights: &[f32], lexicon: &Lexicon) -> Option<Found> {
    let mut shared: Vec<(f32, Term)> = shared(&one.terms.terms, &other.terms.terms)
        .map(|term| (weight_of(weights, term), term))
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    let evidence: f32 = shared.iter().map(|(weight, _)| weight).sum();
    let coverage = evidence / one.weight.min(other.weight).max(1.0);
    let pointed =
        usize::from(one.source & other.own != 0) + usize::from(other.source & one.own != 0);
    let mentioned = one.terms.agencies & other.own != 0 || other.terms.agencies & one.own != 0;
    let apart = other.from.signed_duration_since(one.to).num_days();
    let is_range = one.from != one.to || other.from != other.to;
    let mut score = evidence * (0.6 + coverage);
    let same_kind = shared
        .iter()
        .any(|(_, term)| lexicon.class(*term) == Class::Event);
    if is_range {
        score *= 0.7;
    } else if apart == 1 {
        score *= 0.85;
    }
    if pointed > 0 {
        score += if apart == 0 {
            NAMED_SAME_DAY
        } else {
            NAMED_NEXT_DAY
        };
    } else {
        if !same_kind {
            score *= 0.85;
        }
        if mentioned {
            score += MENTIONED;
        }
    }
    let one_reference = same_reference(one, other);
    if one_reference {
        score += SAME_REFERENCE;
    }
    let sure = if apart == 1 && pointed == 0 && !one_reference {
        SURE_UNNAMED_NEXT_DAY
    } else {
        SURE
    };
    let strength = if score >= sure {
        Strength::Sure
    } else if score >= LIKELY {
        Strength::Likely
    } else {
        return None;
    };
    let mut reasons = vec![if is_range {
        Reason::WithinRange
    } else if apart == 0 {
        Reason::SameDay
    } else {
        Reason::OneDayApart
    }];
    if one
        .told
        .children
        .iter()
        .any(|child| other.told.children.contains(child))
    {
        reasons.push(Reason::SameChild);
    }
    if pointed > 0 {
        reasons.push(Reason::NamesTheOther);
    }
    if one_reference {
        reasons.push(Reason::SameReference);
    }
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let told: Vec<String> = shared
        .iter()
        .filter(|(_, term)| {
            !matches!(
                lexicon.class(*term),
                Class::Name | Class::Common | Class::Number
            )
        })
        .take(4)
        .map(|(_, term)| lexicon.shown(*term).to_owned())
        .collect();
    if !told.is_empty() {
        reasons.push(Reason::BothSpeakOf(told));
    }
    let pair = Pair {
        one: one.told.id(),
        other: other.told.id(),
        strength,
        reasons,
    };
    Some(Found { pair, score })
}

/// The terms that both sorted lists have.
fn shared<'a>(one: &'a [Term], other: &'a [Term]) -> impl Iterator<Item = Term> + 'a {
    let mut rest = other.iter().peekable();
    one.iter().copied().filter(move |term| {
        while rest.next_if(|next| **next < *term).is_some() {}
        rest.peek() == Some(&term)
    })
}

/// One account of an agency seldom tells two events that another agency tells as two: of pairs that compete, the best
/// stands, and a lesser one is only offered when it would be sure by itself.
fn settle(mut found: Vec<Found>, told: &[Told]) -> Vec<Pair> {
    let places: HashMap<AccountId, (usize, &str)> = told
        .iter()
        .enumerate()
        .map(|(place, told)| (told.id(), (place, told.teller())))
        .collect();
    let place = |id: AccountId| places.get(&id).copied().unwrap_or((usize::MAX, ""));
    found.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| (a.pair.one, a.pair.other).cmp(&(b.pair.one, b.pair.other)))
    });
    let mut taken: HashSet<(AccountId, &str)> = HashSet::new();
    let mut pairs = Vec::new();
    for Found { mut pair, .. } in found {
        let (one, other) = (place(pair.one), place(pair.other));
        let first_for_one = taken.insert((pair.one, other.1));
        let first_for_other = taken.insert((pair.other, one.1));
        if !(first_for_one && first_for_other) {
            if pair.strength < Strength::Sure {
                continue;
            }
            pair.strength = Strength::Likely;
        }
        if other.0 < one.0 {
            std::mem::swap(&mut pair.one, &mut pair.other);
        }
        pairs.push(pair);
    }
    pairs.sort_by_key(|pair| (place(pair.one).0, place(pair.other).0));
    pairs
}
