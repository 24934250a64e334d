//! Pairs of accounts that tell one event, and near misses.

use super::*;
use crate::insight::made_up::{MadeUp, date};
use crate::insight::made_up_sample::sample;
use crate::record::Body;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The pairs of a family, each account named by `name`.
fn pairs<T: Ord + Clone>(made: &MadeUp, name: impl Fn(&Told) -> T) -> BTreeMap<(T, T), Strength> {
    let told = made.all_told();
    let names: HashMap<AccountId, T> = told.iter().map(|told| (told.id(), name(told))).collect();
    let verdicts = made.file.verdicts.values().map(|verdict| &verdict.body);
    let found = find(&told, &made.family(), verdicts);
    let named = found.into_iter().map(|pair| {
        let (one, other) = (names[&pair.one].clone(), names[&pair.other].clone());
        let pair_of = if one < other {
            (one, other)
        } else {
            (other, one)
        };
        (pair_of, pair.strength)
    });
    named.collect()
}

fn at(told: &Told) -> (String, u32) {
    let origin = told.account.origin.as_ref().unwrap();
    (
        origin.file.trim_end_matches(".csv").to_owned(),
        origin.record,
    )
}

/// D01 to D14 of the truth table of `tests/samples/README.md`: the row of social care, and the other agency's.
const TOLD_TWICE: [(u32, &str, u32); 14] = [
    (8, "police", 15),
    (13, "police", 14),
    (17, "school", 11),
    (22, "health-visitor", 22),
    (24, "health-visitor", 23),
    (27, "school", 14),
    (28, "school", 15),
    (30, "police", 9),
    (39, "health-visitor", 27),
    (45, "contact-centre", 11),
    (52, "school", 26),
    (59, "police", 5),
    (63, "police", 4),
    (17, "police", 12),
];

#[test]
fn the_sample_family_has_its_fourteen_pairs_and_no_others() {
    let found: BTreeSet<_> = pairs(&sample(), at).into_keys().collect();
    let told_twice = TOLD_TWICE.iter().map(|(record, file, other)| {
        (
            (*file).to_owned(),
            *other,
            "social-care".to_owned(),
            *record,
        )
    });
    let wanted: BTreeSet<_> = told_twice
        .map(|(file, record, social, row)| {
            let (one, other) = ((file, record), (social, row));
            if one < other {
                (one, other)
            } else {
                (other, one)
            }
        })
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn rows_of_the_sample_family_that_have_nothing_in_common_stay_apart_even_on_one_day() {
    let mut made = sample();
    for entry in made.file.entries.values_mut() {
        entry.body.accounts[0].when = date("1/1/2025");
    }
    let found = pairs(&made, at);
    let true_pair = |one: &(String, u32), other: &(String, u32)| {
        TOLD_TWICE.iter().any(|(social, file, record)| {
            [one, other].contains(&&("social-care".to_owned(), *social))
                && [one, other].contains(&&((*file).to_owned(), *record))
        })
    };
    let wrong = |least: Strength| {
        let wrong = found
            .iter()
            .filter(|((one, other), strength)| **strength >= least && !true_pair(one, other));
        wrong.map(|(pair, _)| pair).collect::<Vec<_>>()
    };
    // Some 9,500 pairs are possible; a handful speak of the same event at different times.
    assert!(
        wrong(Strength::Sure).len() <= 1,
        "{:?}",
        wrong(Strength::Sure)
    );
    assert!(
        wrong(Strength::Likely).len() <= 12,
        "{:?}",
        wrong(Strength::Likely)
    );
}

/// Every event that is told twice hangs together through pairs, and no pair joins two events.
fn is_told_apart(name: &str) {
    let (made, events) = MadeUp::story(name);
    let told = made.all_told();
    let mut missing: BTreeMap<&String, usize> = BTreeMap::new();
    for event in events.values().filter(|event| !event.is_empty()) {
        *missing.entry(event).or_default() += 1;
    }
    for pair in find(&told, &made.family(), []) {
        let (one, other) = (&events[&pair.one], &events[&pair.other]);
        assert!(
            !one.is_empty() && one == other,
            "{one:?} and {other:?}: {}",
            pair.because()
        );
        *missing.get_mut(one).unwrap() -= 1;
    }
    missing.retain(|_, accounts| *accounts > 1);
    assert!(missing.is_empty(), "not found: {missing:?}");
}

#[test]
fn a_family_in_a_tower_block() {
    is_told_apart("tower-block.csv");
}

#[test]
fn a_family_with_a_kitchen_fire() {
    is_told_apart("kitchen-fire.csv");
}

#[test]
fn a_brother_in_a_childrens_home_and_a_sister_in_foster_care() {
    is_told_apart("childrens-home.csv");
}

const POLICE: &str =
    "Shouting heard by neighbour. Both sober, disagreement about wages. Eldest girl on stairs.";
const SOCIAL: &str = "Police came late last night after a neighbour rang. Joan and her partner had been arguing about money. Ada came down the stairs.";

/// A family with the row that police told on the 14th and social care on the given day.
fn row_told(social_care_on: &str) -> (MadeUp, [AccountId; 2]) {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    made.adult("Joan Reed", "mother");
    let one = made.told(&[ada], "police.csv", "Police", "14/11/2020", POLICE);
    let other = made.told(
        &[ada],
        "sc.csv",
        "Police notification",
        social_care_on,
        SOCIAL,
    );
    (made, [one, other])
}

fn count(made: &MadeUp) -> usize {
    pairs(made, |told| told.id()).len()
}

#[test]
fn days_must_agree_within_one() {
    for (when, found) in [
        ("13/11/2020", 1),
        ("14/11/2020", 1),
        ("15/11/2020", 1),
        ("16/11/2020", 0),
        ("12/11/2020", 0),
        ("between 10 and 16 November 2020", 1),
        ("between 15 and 20 November 2020", 1),
        ("between 16 and 20 November 2020", 0),
        ("2020", 0),
        ("not known", 0),
    ] {
        assert_eq!(count(&row_told(when).0), found, "{when}");
    }
}

#[test]
fn what_a_person_decided_is_left_alone() {
    for same_event in [true, false] {
        let (mut made, [one, other]) = row_told("15/11/2020");
        made.put(Body::Verdict(Verdict {
            one: other,
            other: one,
            same_event,
            why: String::new(),
        }));
        assert_eq!(count(&made), 0);
    }
}

#[test]
fn one_teller_does_not_tell_an_event_twice_and_other_children_have_other_events() {
    let (mut made, _) = row_told("15/11/2020");
    let ada = made.file.children()[0].id();
    let ben = made.child("Ben Reed", "1/2/2019");
    made.told(&[ben], "school.csv", "Police", "14/11/2020", POLICE);
    assert_eq!(count(&made), 1);
    // The police told it twice: no pair of the two, and only one of them is sure to be what social care heard of.
    made.told(&[ada], "police.csv", "Police", "14/11/2020", POLICE);
    let strengths: Vec<_> = pairs(&made, |told| told.id()).into_values().collect();
    assert_eq!(strengths.len(), 2);
    assert_eq!(
        strengths
            .iter()
            .filter(|strength| **strength == Strength::Sure)
            .count(),
        1
    );
}

#[test]
fn the_same_reference_tells_one_event_in_whatever_words() {
    for (references, found) in [
        (["MP/24/17", "MP/24/17"], 1),
        (["MP/24/17", "MP/24/18"], 0),
        (["", ""], 0),
    ] {
        let mut made = MadeUp::new();
        for (place, (file, text)) in [
            ("police.csv", "Words of advice."),
            ("sc.csv", "Joan was shaken."),
        ]
        .into_iter()
        .enumerate()
        {
            let mut account = made.account(file, "", "3/3/2024", text);
            account.reference = references[place].into();
            made.entry(&[], vec![account]);
        }
        assert_eq!(count(&made), found, "{references:?}");
    }
}

#[test]
fn reasons_are_said_in_words() {
    let (made, _) = row_told("15/11/2020");
    let found = find(&made.all_told(), &made.family(), []);
    assert_eq!(
        found[0].because(),
        "one day apart; same child; one names the other's agency; both speak of an argument, money, stairs and neighbours"
    );
}

#[test]
fn a_file_that_gives_one_day_to_all_its_rows_is_read_in_time() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    for number in 0..3000 {
        let file = if number % 2 == 0 { "a.csv" } else { "b.csv" };
        made.told(
            &[ada],
            file,
            "",
            "1/1/2020",
            &format!("Visit number {number}, all well."),
        );
    }
    assert!(find(&made.all_told(), &made.family(), []).len() <= 3000);
}
