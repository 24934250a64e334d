//! How much two accounts have in common, and which pairs follow from it.

use super::terms::{Agencies, Class, Lexicon, Term, Terms};
use super::{Pair, Reason, Strength};
use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::record::{AccountId, FuzzyDate, RecordId, Verdict};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// The longest range, in days, that is compared with days inside it.
const LONGEST_RANGE: i64 = 14;
/// Accounts are weighed as if there were at least this many, so that few accounts do not make every word common.
const FEWEST: f32 = 150.0;
/// From this score on a pair is likely, and sure.
const LIKELY: f32 = 1.8;
const SURE: f32 = 3.2;
const SURE_UNNAMED_NEXT_DAY: f32 = 4.0;

/// An account made ready to be compared.
struct Ready<'a> {
    told: Told<'a>,
    from: NaiveDate,
    to: NaiveDate,
    terms: Terms,
    /// Agencies that its source names.
    source: Agencies,
    /// The agency that its teller is.
    own: Agencies,
    /// All that its terms weigh.
    weight: f32,
}

pub(super) fn pairs<'a>(
    told: &[Told],
    family: &Family,
    verdicts: impl IntoIterator<Item = &'a Verdict>,
) -> Vec<Pair> {
    let mut lexicon = Lexicon::new();
    lexicon.learn_names(family.names());
    let mut ready: Vec<Ready> = told
        .iter()
        .filter_map(|told| make_ready(*told, &mut lexicon))
        .collect();
    let weights = weigh(&ready, &lexicon);
    for account in &mut ready {
        account.weight = account
            .terms
            .terms
            .iter()
            .map(|term| weight_of(&weights, *term))
            .sum();
    }
    ready.sort_by_key(|account| account.from);
    let decided: HashSet<(AccountId, AccountId)> = verdicts
        .into_iter()
        .flat_map(|verdict| [(verdict.one, verdict.other), (verdict.other, verdict.one)])
        .collect();
    let mut found = Vec::new();
    for (place, one) in ready.iter().enumerate() {
        for other in ready.get(place + 1..).unwrap_or(&[]) {
            if other.from.signed_duration_since(one.to).num_days() > 1 {
                // Ranges may end later than the accounts after them begin, but none is longer than two weeks.
                if other.from.signed_duration_since(one.from).num_days() > 1 {
                    break;
                }
                continue;
            }
            if !may_be_one_event(one, other) || decided.contains(&(one.told.id(), other.told.id()))
            {
                continue;
            }
            found.extend(compare(one, other, &weights, &lexicon));
        }
    }
    settle(found, told)
}

fn make_ready<'a>(told: Told<'a>, lexicon: &mut Lexicon) -> Option<Ready<'a>> {
    let (from, to) = days(told.when())?;
    let account = told.account;
    let source = lexicon
        .terms([account.source.as_str()].into_iter())
        .agencies;
    let teller = in_words(told.teller());
    let teller = lexicon.terms([teller.as_str(), account.source_kind.as_str()].into_iter());
    let more = account.more.iter().map(|(_, value)| value.as_str());
    let texts = [
        account.text.as_str(),
        account.action.as_str(),
        account.source.as_str(),
    ]
    .into_iter()
    .chain(more);
    let mut terms = lexicon.terms(texts);
    terms.take_in(teller.terms);
    Some(Ready {
        told,
        from,
        to,
        terms,
        source,
        own: teller.agencies,
        weight: 0.0,
    })
}

/// "PoliceExport_2024.csv" as "Police Export 2024 csv".
fn in_words(name: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if letter.is_uppercase() && was_small {
            words.push(' ');
        }
        was_small = letter.is_lowercase();
        words.push(if letter.is_alphanumeric() {
            letter
        } else {
            ' '
        });
    }
    words
}

/// The days between which an account places its event, when they are few enough to be compared.
fn days(when: &FuzzyDate) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(day) = when.exact_day() {
        return Some((day, day));
    }
    let (from, to) = when.earliest().zip(when.latest())?;
    (to.signed_duration_since(from).num_days() <= LONGEST_RANGE).then_some((from, to))
}

/// What each term weighs, from 0 to 1.5: the rarer, the more.
fn weigh(ready: &[Ready], lexicon: &Lexicon) -> Vec<f32> {
    let mut in_accounts = vec![0_u32; lexicon.len()];
    for account in ready {
        for term in &account.terms.terms {
            if let Some(count) = in_accounts.get_mut(*term as usize) {
                *count += 1;
            }
        }
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "weights do not need more than a few digits"
    )]
    let all = (ready.len() as f32).max(FEWEST);
    let weight = |(place, count): (usize, &u32)| {
        #[allow(
            clippy::cast_precision_loss,
            reason = "weights do not need more than a few digits"
        )]
        let rare = ((all + 1.0) / (*count as f32 + 0.5)).ln() / (all + 1.0).ln();
        let term = Term::try_from(place).unwrap_or(Term::MAX);
        let by_class = match lexicon.class(term) {
            Class::Stop => 0.0,
            Class::Name => 0.08,
            Class::Common => 0.25,
            Class::Number => 0.35,
            Class::Word => 1.0,
            Class::Group => 1.0,
            Class::Event => 1.4,
        };
        rare.clamp(0.0, 1.0) * by_class
    };
    in_accounts.iter().enumerate().map(weight).collect()
}

fn weight_of(weights: &[f32], term: Term) -> f32 {
    weights.get(term as usize).copied().unwrap_or(0.0)
}

fn may_be_one_event(one: &Ready, other: &Ready) -> bool {
    one.told.entry != other.told.entry
        && one.told.teller() != other.told.teller()
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
        score += if apart == 0 { 1.4 } else { 1.0 };
    } else {
        if !same_kind {
            score *= 0.85;
        }
        if mentioned {
            score += 0.3;
        }
    }
    let sure = if apart == 1 && pointed == 0 {
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
