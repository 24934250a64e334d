//! Accounts made ready to be compared: their terms, and what each term weighs among all of them.

use super::terms::{Agencies, Class, Lexicon, Term, Terms};
use crate::insight::told::Told;
use crate::record::FuzzyDate;
use chrono::NaiveDate;
use std::collections::HashMap;

/// The longest range, in days, that is compared with days inside it.
const LONGEST_RANGE: i64 = 14;
/// Accounts are weighed as if there were at least this many, so that few accounts do not make every word common.
const FEWEST: f32 = 150.0;

/// An account made ready to be compared.
pub struct Ready<'a> {
    pub told: Told<'a>,
    /// The number of its teller.
    pub teller: u32,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub terms: Terms,
    /// Agencies that its source names.
    pub source: Agencies,
    /// The agency that its teller is.
    pub own: Agencies,
    /// All that its terms weigh.
    pub weight: f32,
}

/// The accounts that name a day or a short range, in order of time, and what each term weighs among them.
pub fn make_all_ready<'a>(told: &[Told<'a>], lexicon: &mut Lexicon) -> (Vec<Ready<'a>>, Vec<f32>) {
    let mut tellers: HashMap<&'a str, (u32, Terms)> = HashMap::new();
    let ready = told
        .iter()
        .filter_map(|told| make_ready(*told, lexicon, &mut tellers));
    let mut ready: Vec<Ready> = ready.collect();
    let weights = weigh(&ready, lexicon);
    for account in &mut ready {
        let terms = account.terms.terms.iter();
        account.weight = terms.map(|term| weight_of(&weights, *term)).sum();
    }
    ready.sort_by_key(|account| account.from);
    (ready, weights)
}

fn make_ready<'a>(
    told: Told<'a>,
    lexicon: &mut Lexicon,
    tellers: &mut HashMap<&'a str, (u32, Terms)>,
) -> Option<Ready<'a>> {
    let (from, to) = days(told.when())?;
    let account = told.account;
    let source = lexicon
        .terms([account.source.as_str()].into_iter())
        .agencies;
    let next = u32::try_from(tellers.len()).unwrap_or(u32::MAX);
    let (teller, teller_terms) = tellers.entry(told.teller()).or_insert_with(|| {
        let name = in_words(told.teller());
        (
            next,
            lexicon.terms([name.as_str(), account.source_kind.as_str()].into_iter()),
        )
    });
    let (teller, own) = (*teller, teller_terms.agencies);
    let of_teller = teller_terms.terms.clone();
    let more = account.more.iter().map(|(_, value)| value.as_str());
    let texts = [
        account.text.as_str(),
        account.action.as_str(),
        account.source.as_str(),
    ]
    .into_iter()
    .chain(more);
    let mut terms = lexicon.terms(texts);
    terms.take_in(of_teller);
    Some(Ready {
        told,
        teller,
        from,
        to,
        terms,
        source,
        own,
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
    // Weights do not need more than a few digits, so counts may lose some here and below.
    let all = (ready.len() as f32).max(FEWEST);
    let weight = |(place, count): (usize, &u32)| {
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

/// What a term weighs.
pub fn weight_of(weights: &[f32], term: Term) -> f32 {
    weights.get(term as usize).copied().unwrap_or(0.0)
}
