//! Search finds what people type.

use super::*;
use crate::insight::made_up::MadeUp;

fn found<'a>(typed: &str, text: &'a str) -> Option<&'a str> {
    Needle::new(typed).first_in(text).map(|at| &text[at])
}

#[test]
fn accents_and_case_do_not_matter_in_either_direction() {
    assert_eq!(found("sian", "Then Siân rang"), Some("Siân"));
    assert_eq!(found("DABEK", "Paweł Dąbek came"), Some("Dąbek"));
    assert_eq!(found("Siân", "PROSSER SIAN"), Some("SIAN"));
    assert_eq!(found("sian", "Then Sia\u{302}n rang"), Some("Sia\u{302}n"));
    assert_eq!(found("weiss", "Frau Weiß"), Some("Weiß"));
}

#[test]
fn a_word_is_found_at_the_beginning_of_words() {
    assert_eq!(found("tab", "two tablets"), Some("tab"));
    assert_eq!(found("table", "a stable home"), None);
    assert_eq!(found("ble", "stâble"), None);
    assert_eq!(found("9.30", "at 9.30 sharp"), Some("9.30"));
    assert_eq!(found("£", "owes £340"), Some("£"));
}

#[test]
fn a_phrase_is_found_as_it_stands() {
    assert_eq!(
        found("\"slow voice\"", "had the Slow\n voice on Sunday"),
        Some("Slow\n voice")
    );
    assert_eq!(found("\"slow voice\"", "slow, low voice"), None);
    assert_eq!(
        found("\"the slow voi", "thé  slow voice"),
        Some("thé  slow voi")
    );
    assert!(
        Needle::new("nain \"seven o'clock\"").is_in("Nain rings at seven o’clock — Siân hears")
    );
}

#[test]
fn all_words_must_be_there() {
    let needle = Needle::new("tablets teacher");
    assert!(needle.is_in("her teacher heard of tablets"));
    assert!(!needle.is_in("her teacher"));
    assert!(needle.all_in(["her teacher", "the tablets"].into_iter()));
    assert!(Needle::new("  \"\" ").is_empty());
}

#[test]
fn every_place_is_given_once() {
    let text = "Siân, sian and SIÂN; basian";
    let places = Needle::new("sian").places_in(text);
    let words: Vec<_> = places.into_iter().map(|at| &text[at]).collect();
    assert_eq!(words, ["Siân", "sian", "SIÂN"]);
}

#[test]
fn a_hit_names_its_field_and_shows_the_match_in_one_line() {
    let mut made = MadeUp::new();
    let ada = made.child("Zoë Reed", "1/2/2018");
    let long = format!(
        "{} She said\nZoë’s café was shut. {}",
        "é".repeat(200),
        "ü".repeat(300)
    );
    made.told(&[ada], "a.csv", "School", "1/3/2021", &long);
    made.told(&[ada], "a.csv", "Police", "1/3/2020", "Nothing here");
    let hits = search(&made.file, &Needle::new("cafe"));
    assert_eq!(hits.len(), 1);
    let hit = &hits[0];
    assert_eq!(
        (hit.field, &hit.snippet[hit.matched.clone()]),
        ("what happened", "café")
    );
    assert!(hit.snippet.starts_with('…') && hit.snippet.ends_with('…'));
    assert!(!hit.snippet.contains('\n') && hit.snippet.chars().count() < 140);
    assert_eq!(
        search(&made.file, &Needle::new("zoe reed"))[0].field,
        "Name"
    );
    assert_eq!(search(&made.file, &Needle::new("polic"))[0].field, "source");
    assert!(search(&made.file, &Needle::new("")).is_empty());
}

proptest::proptest! {
    #[test]
    fn any_text_and_any_needle_are_borne(text in ".{0,60}", typed in ".{0,8}") {
        let needle = Needle::new(&typed);
        for at in needle.places_in(&text) {
            let (line, matched) = snippet(&text, at.clone());
            proptest::prop_assert!(text.get(at).is_some() && line.get(matched).is_some());
        }
    }

    #[test]
    fn a_word_of_a_text_is_found_in_it(text in "[A-Za-zÀ-ž ]{1,40}", nth in 0_usize..5) {
        if let Some(word) = text.split_whitespace().nth(nth) {
            proptest::prop_assert!(Needle::new(word).is_in(&text));
            proptest::prop_assert!(Needle::new(&crate::insight::folding::folded(word)).is_in(&text));
        }
    }
}
