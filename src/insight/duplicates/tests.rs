//! Pairs of accounts that tell one event, and near misses.

use super::*;
use crate::insight::made_up::MadeUp;

/// The pairs as (text, text, strength).
fn pairs(made: &MadeUp) -> Vec<(String, String, Strength)> {
    let told = made.all_told();
    let text = |id| {
        let told = told.iter().find(|told| told.id() == id);
        told.map_or(String::new(), |told| told.account.text.clone())
    };
    let verdicts = made.file.verdicts.values().map(|verdict| &verdict.body);
    let found = find(&told, &made.family(), verdicts);
    found
        .into_iter()
        .map(|pair| (text(pair.one), text(pair.other), pair.strength))
        .collect()
}

#[test]
fn two_agencies_tell_one_row_and_a_verdict_is_respected() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    made.adult("Joan Reed", "mother");
    let one = made.told(
        &[ada],
        "police.csv",
        "Police",
        "14/11/2020",
        "Shouting heard by neighbour. Both sober, disagreement about wages. Eldest girl on stairs.",
    );
    let other = made.told(&[ada], "sc.csv", "Police notification", "15/11/2020", "Police came late last night after a neighbour rang. Joan and her partner had been arguing about money. Ada came down the stairs.");
    made.told(
        &[ada],
        "sc.csv",
        "School",
        "15/11/2020",
        "Ada read a poem to her class and was proud.",
    );
    let found = pairs(&made);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].2, Strength::Sure);
    made.put(crate::record::Body::Verdict(Verdict {
        one: other,
        other: one,
        same_event: false,
        why: String::new(),
    }));
    assert!(pairs(&made).is_empty());
}
