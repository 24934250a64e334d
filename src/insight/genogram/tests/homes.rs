//! Who lives together, who is left out of a large family, and which emotional lines are drawn.

use super::family::*;
use crate::insight::genogram::households::{households, of_now};
use crate::insight::genogram::tie_lines;
use crate::record::{EmotionalTie, Household, TieKind};

fn today() -> chrono::NaiveDate {
    day("2026-11-23")
}

/// The homes with their people, by first names.
fn homes(kin: &Kin) -> Vec<(String, Vec<String>)> {
    let graph = Genogram::of(&kin.made.file, today());
    let all = households(&kin.made.file, &graph, today());
    let names = |people: &[usize]| {
        people
            .iter()
            .map(|one| graph.people[*one].name.clone())
            .collect()
    };
    all.iter()
        .map(|home| (home.in_words(), names(&home.people)))
        .collect()
}

fn recorded(kin: &mut Kin, name: &str, people: &[&'static str], until: &str) {
    let people = people.iter().map(|one| kin.who(one)).collect();
    kin.made.put(Body::Household(Household {
        name: name.into(),
        people,
        until: (!until.is_empty()).then(|| date(until)),
        ..Household::default()
    }));
}

/// Dot, a child of the case, with her mother.
fn at_home() -> Kin {
    let mut kin = Kin::new();
    let dot = Person {
        name: "Dot".into(),
        is_child: true,
        born: Some(date("2015")),
        ..Person::default()
    };
    kin.person("Dot", dot);
    kin.children(&["Ann"], &[("Dot", "")]);
    kin
}

#[test]
fn a_recorded_household_of_who_cares_is_the_home_by_its_own_name() {
    let mut kin = at_home();
    kin.lived("Dot", &["Ann"], "With parents", "1 Mar 2020", "");
    assert_eq!(
        homes(&kin),
        [(
            "Ann, since 1 Mar 2020".into(),
            vec!["Dot".to_owned(), "Ann".to_owned()]
        )]
    );
    recorded(&mut kin, "Tern Street", &["Ann", "Bob"], "");
    recorded(&mut kin, "An earlier home", &["Ann", "Al"], "2019");
    let told = homes(&kin);
    assert_eq!(told.len(), 1, "one home, and what ended is none: {told:?}");
    assert_eq!(told[0].0, "Tern Street, since 1 Mar 2020");
    assert_eq!(told[0].1, ["Dot", "Ann", "Bob"]);
}

#[test]
fn a_household_of_people_who_are_not_drawn_names_no_home() {
    let mut kin = at_home();
    kin.lived("Dot", &["Ann"], "With parents", "1 Mar 2020", "");
    kin.made.put(Body::Household(Household {
        name: "Elsewhere".into(),
        ..Household::default()
    }));
    assert_eq!(homes(&kin)[0].0, "Ann, since 1 Mar 2020");
}

#[test]
fn staff_of_a_home_live_with_nobody() {
    let mut kin = at_home();
    kin.lived("Dot", &["Bea"], "Children's home", "1 Mar 2020", "");
    assert!(homes(&kin).is_empty(), "{:?}", homes(&kin));
}

#[test]
fn who_only_cared_once_is_left_out_of_today() {
    let mut kin = at_home();
    kin.lived("Dot", &["Bea"], "Foster care", "1 Mar 2020", "1 Mar 2021");
    kin.lived("Dot", &["Cleo"], "Foster care", "1 Mar 2021", "");
    let graph = of_now(&Genogram::of(&kin.made.file, today()));
    assert!(graph.place(kin.who("Bea")).is_none());
    assert!(graph.place(kin.who("Cleo")).is_some());
    let before = Genogram::of(&kin.made.file, day("2020-06-01"));
    assert!(
        of_now(&before).place(kin.who("Bea")).is_some(),
        "an end that lies ahead is none"
    );
}

#[test]
fn an_emotional_line_is_drawn_while_it_goes_on() {
    let mut kin = at_home();
    for (kind, until) in [
        (TieKind::Close, None),
        (TieKind::Hostile, Some(date("2021"))),
        (TieKind::Distant, Some(date("2031"))),
    ] {
        let (from, to) = (kin.who("Ann"), kin.who("Dot"));
        kin.made.put(Body::EmotionalTie(EmotionalTie {
            from,
            to,
            kind,
            since: None,
            until,
            told_by: String::new(),
            evidence: Vec::new(),
            note: String::new(),
        }));
    }
    let graph = Genogram::of(&kin.made.file, today());
    let kinds: Vec<TieKind> = tie_lines(&kin.made.file, &graph, today())
        .iter()
        .map(|tie| tie.kind)
        .collect();
    assert_eq!(kinds, [TieKind::Close, TieKind::Distant]);
}

#[test]
fn of_a_family_of_thousands_the_nearest_are_drawn_and_the_others_counted() {
    let mut kin = at_home();
    let mut parent = kin.who("Dot");
    for at in 0..1000 {
        let child = kin.made.adult(&format!("P{at}"), "");
        kin.made
            .put(Body::Bond(Bond::of(parent, BondKind::Parent, child)));
        parent = child;
    }
    let around = Genogram::seen_from(&kin.made.file, None, today());
    assert_eq!((around.graph.people.len(), around.left_out), (400, 602));
    assert_eq!(
        around.graph.people[around.from].name, "Dot",
        "the eldest child"
    );
    assert!(
        around.graph.place(kin.who("Ann")).is_some(),
        "the nearest stay"
    );
}
