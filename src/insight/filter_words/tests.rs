//! What people type as a filter, what it lets through, and how it is said back.

use super::*;
use crate::insight::made_up::{MadeUp, day};
use crate::record::Body;

fn family() -> (MadeUp, RecordId, RecordId) {
    let mut made = MadeUp::new();
    let ola = made.child("Ola Berg", "2015-03-01");
    let tam = made.child("Tam Berg", "2018-03-01");
    made.adult("Rhiân Berg", "mother");
    (made, ola, tam)
}

fn read(made: &MadeUp, text: &str) -> Result<ChronologyFilter, FilterProblem> {
    parse(text, &made.file, day("2026-11-23"))
}

#[test]
fn every_condition_can_be_typed_and_is_said_back() {
    let (made, _, tam) = family();
    let text = "source:police child:tam person:rhian zone:O,R from:2021 to:\"mar 2022\" doubts tablets \"on the stairs\"";
    let filter = read(&made, text).unwrap();
    assert_eq!(filter.source.as_deref(), Some("police"));
    assert_eq!(filter.child, Some(tam));
    assert_eq!(filter.zones, [Zone::Orange, Zone::Red]);
    assert_eq!(filter.period, Some((day("2021-01-01"), day("2022-03-31"))));
    assert!(filter.only_doubts && !filter.only_joined && filter.person.is_some());
    assert_eq!(filter.words, Needle::new("tablets \"on the stairs\""));
    assert_eq!(
        in_words(&filter, &made.file).join(" · "),
        "told by Police · about Rhiân · zone Orange or Red · 1 January 2021 to 31 March 2022 · with an open question · words tablets \"on the stairs\""
    );
}

#[test]
fn what_is_typed_again_reads_the_same() {
    let (made, ..) = family();
    for text in [
        "",
        "tablets \"counts them\"",
        "source:\"health visitor\" theme:school",
        "child:Ola zone:GY in:2020",
        "to:2019 joined key",
        "from:3/2/2021 doubts",
    ] {
        let filter = read(&made, text).unwrap();
        let again = typed(&filter, &made.file);
        assert_eq!(
            read(&made, &again).unwrap(),
            filter,
            "{text} was written {again}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_answered_with_what_can() {
    let (made, ..) = family();
    let said = |text| read(&made, text).unwrap_err().to_string();
    assert_eq!(
        said("child:Zed"),
        "Nobody here is called \"Zed\". There are Ola and Tam."
    );
    assert!(said("zone:blue").contains("green, yellow, orange or red"));
    assert!(said("from:31/02/2021").contains("not in the calendar"));
    assert!(said("sauce:police").contains("source:"));
    assert!(said("from:2022 to:2021").contains("before it begins"));
    assert!(said("theme:ponies").contains("School and learning"));
}

#[test]
fn a_time_of_day_in_the_words_is_no_condition() {
    let (made, ..) = family();
    assert_eq!(read(&made, "17:42").unwrap().words, Needle::new("17:42"));
}

#[test]
fn a_theme_in_the_workers_own_words_can_be_asked_for() {
    let (mut made, ola, _) = family();
    let account = made.account("a.csv", "School", "2021-03-10", "Came in.");
    let id = made.entry(&[ola], vec![account]);
    let mut record = made.file.record(id).unwrap();
    if let Body::Entry(entry) = &mut record.body {
        entry.themes = vec!["the allotment".to_owned()];
    }
    record.meta.revision += 1;
    made.file.apply(record);
    assert_eq!(
        read(&made, "theme:allot").unwrap().themes,
        ["the allotment"]
    );
}
