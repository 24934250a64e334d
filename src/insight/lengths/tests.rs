//! The shorter lengths choose what matters and say why.

use super::*;
use crate::insight::made_up::{MadeUp, date};
use crate::insight::made_up_sample::sample;
use crate::record::{Body, Doubt, DoubtKind, Significance};

fn reasons(file: &CaseFile, length: Length) -> Vec<(String, String)> {
    let chosen = of_length(file, length).into_iter();
    chosen
        .map(|chosen| {
            (
                file.entries[&chosen.entry].body.when.written().to_owned(),
                chosen.why.to_string(),
            )
        })
        .collect()
}

#[test]
fn the_story_of_the_sample_family_has_its_turning_points_over_the_whole_life() {
    let made = sample();
    let story = reasons(&made.file, Length::Story);
    assert_eq!(story.len(), STORY);
    let tells = |day: &str| {
        let found = story.iter().find(|(when, _)| when.starts_with(day));
        found.map_or("", |(_, why)| why.as_str())
    };
    assert_eq!(tells("27-Jun-14"), "tells of a birth");
    assert_eq!(tells("30/03/2021"), "tells of a child protection plan");
    assert_eq!(tells("06.05.22"), "tells of an emergency");
    assert_eq!(tells("18/11/2022"), "tells of coming into care");
    assert_eq!(tells("28/07/2023"), "tells of a court order");
    assert_eq!(tells("26/07/2025"), "tells of a return home");
    assert_eq!(tells("2026-11-18"), "the latest, where things stand");
    // The date in 2031 is a slip, the one before Wren's birth another: nobody's story rests on them.
    assert_eq!(
        reasons(&made.file, Length::Story),
        story,
        "the same every time"
    );
    let key = of_length(&made.file, Length::KeyEvents);
    let all = made.file.entries.len();
    assert!(
        key.len() > STORY && key.len() < all / 3,
        "{} of {all}",
        key.len()
    );
    assert_eq!(of_length(&made.file, Length::Full).len(), all);
}

#[test]
fn what_a_person_marked_stands_first_and_background_stands_back() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/1/2015");
    for year in 2016..=2025 {
        for month in 1..=12 {
            made.told(
                &[ada],
                "a.csv",
                "Court",
                &format!("2/{month}/{year}"),
                "Care order made.",
            );
        }
    }
    let ids: Vec<RecordId> = made
        .file
        .chronology()
        .iter()
        .map(|entry| entry.id())
        .collect();
    for (place, significance) in [
        (3, Significance::Turning),
        (4, Significance::Key),
        (5, Significance::Background),
    ] {
        let mut entry = made.file.entries[&ids[place]].body.clone();
        entry.significance = significance;
        entry.accounts[0].text = "An ordinary day.".into();
        let record = made.written(ids[place], "2026-11-23", 2, Body::Entry(entry));
        made.file.apply(record);
    }
    let story = of_length(&made.file, Length::Story);
    let why = |place: usize| {
        story
            .iter()
            .find(|chosen| chosen.entry == ids[place])
            .map(|chosen| &chosen.why)
    };
    assert_eq!(why(3), Some(&Why::Turning));
    assert_eq!(story.len(), STORY);
    let key = of_length(&made.file, Length::KeyEvents);
    assert!(
        key.iter()
            .any(|chosen| chosen.entry == ids[4] && chosen.why == Why::Key)
    );
    assert!(key.iter().all(|chosen| chosen.entry != ids[5]));
    // Every year but one or two has its entry.
    let years: std::collections::BTreeSet<String> = reasons(&made.file, Length::Story)
        .iter()
        .map(|(when, _)| when[when.len() - 4..].to_owned())
        .collect();
    assert!(years.len() >= 8, "{years:?}");
}

#[test]
fn the_record_of_homes_and_orders_speaks_too_and_quiet_years_have_their_entry() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/1/2015");
    made.told(&[ada], "a.csv", "School", "3/3/2016", "A good day.");
    made.told(
        &[ada],
        "a.csv",
        "Carer",
        "4/4/2021",
        "Ada brought her bear.",
    );
    made.told(&[ada], "a.csv", "School", "5/5/2025", "Another good day.");
    made.put(Body::Placement(crate::record::Placement {
        child: ada,
        from: date("4/4/2021"),
        to: None,
        kind: "Foster care".into(),
        carer: String::new(),
        carers: Vec::new(),
        place: String::new(),
        miles_from_home: None,
        why_ended: String::new(),
        note: String::new(),
    }));
    let story: Vec<String> = reasons(&made.file, Length::Story)
        .into_iter()
        .map(|(_, why)| why)
        .collect();
    assert_eq!(
        story,
        [
            "stands for its time",
            "tells of a move",
            "the latest, where things stand"
        ]
    );
    assert_eq!(
        reasons(&made.file, Length::KeyEvents),
        [("4/4/2021".to_owned(), "tells of a move".to_owned())]
    );
}

#[test]
fn a_date_that_is_still_in_doubt_is_not_the_latest() {
    let mut made = MadeUp::new();
    made.told(&[], "a.csv", "A", "3/3/2024", "Sure.");
    let mut account = made.account("a.csv", "A", "3/3/2031", "A slip of the year.");
    let doubt = Doubt {
        kind: DoubtKind::InTheFuture,
        text: String::new(),
        settled: false,
    };
    account.origin.as_mut().unwrap().doubts.push(doubt);
    made.entry(&[], vec![account]);
    made.told(&[], "a.csv", "A", "tbc", "Nobody knows when.");
    assert_eq!(
        reasons(&made.file, Length::Story),
        [(
            "3/3/2024".to_owned(),
            "the latest, where things stand".to_owned()
        )]
    );
    assert!(of_length(&CaseFile::default(), Length::Story).is_empty());
}
