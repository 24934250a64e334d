//! The picture of a genogram read back: symbols, lines that end at them, words that cannot become tags.

use super::{Picture, SIDE, picture};
use crate::exchange::export::svg::testing::{Element, parse};
use crate::insight::genogram::Genogram;
use crate::insight::genogram::layout::Household;
use crate::insight::genogram::symbols::{Hand, Zoom};
use crate::insight::genogram::{GenogramOptions, TieLine};
use crate::record::{
    Arrival, Body, Bond, BondKind, CaseFile, FuzzyDate, Meta, Mint, Person, Record, RecordId, Sex,
    TieKind,
};
use chrono::{DateTime, NaiveDate};

struct TestFamily {
    mint: Mint,
    file: CaseFile,
}

impl TestFamily {
    fn new() -> TestFamily {
        TestFamily {
            mint: Mint::seeded(3),
            file: CaseFile::default(),
        }
    }

    fn put(&mut self, body: Body) -> RecordId {
        let id = self.mint.next_id();
        let meta = Meta {
            id,
            case: id,
            author: "A Worker".into(),
            recorded_at: DateTime::UNIX_EPOCH,
            revision: 1,
            removed: None,
        };
        self.file.apply(Record { meta, body });
        id
    }

    fn person(&mut self, name: &str, sex: Sex, arrival: Arrival) -> RecordId {
        self.put(Body::Person(Person {
            name: name.into(),
            sex,
            arrival,
            ..Person::default()
        }))
    }

    fn bond(&mut self, from: RecordId, kind: BondKind, to: RecordId) {
        self.put(Body::Bond(Bond {
            from,
            to,
            kind,
            since: Some(FuzzyDate::day(day())),
            until: None,
            note: String::new(),
        }));
    }

    /// The elements of its picture, with a household and emotional lines among the first two people.
    fn drawn(&self) -> Vec<Element> {
        let graph = Genogram::of(&self.file, day());
        let households = [Household {
            name: "the <flat>".into(),
            since: None,
            people: vec![0, 1],
        }];
        let ties: Vec<TieLine> = TieKind::ALL
            .map(|kind| TieLine {
                from: 0,
                to: 2,
                kind,
            })
            .into();
        let asked = Picture {
            family: "A & B",
            graph: &graph,
            from: 2,
            hand: Hand {
                zoom: Zoom::Names,
                ascii: false,
                day: day(),
            },
            shown: &GenogramOptions {
                households: true,
                past_care: true,
                ties: TieKind::ALL.into_iter().collect(),
            },
            households: &households,
            ties: &ties,
        };
        parse(&picture(&asked).picture)
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Mother, father, three children; one of them lost, one expected, one adopted by the mother's new wife.
fn family() -> TestFamily {
    let mut family = TestFamily::new();
    let mother = family.person("Ann <b>", Sex::Female, Arrival::Born);
    let father = family.person("Al", Sex::Male, Arrival::Born);
    let child = family.person("Dot", Sex::Female, Arrival::Born);
    let lost = family.person("", Sex::NotKnown, Arrival::Miscarried);
    let due = family.person("", Sex::NotKnown, Arrival::Expected);
    family.bond(mother, BondKind::Divorced, father);
    for one in [child, lost, due] {
        family.bond(mother, BondKind::Parent, one);
        family.bond(father, BondKind::Parent, one);
    }
    let second = family.person("Bea", Sex::Female, Arrival::Born);
    family.bond(mother, BondKind::Married, second);
    family.bond(second, BondKind::AdoptiveParent, child);
    family
}

fn points(element: &Element) -> Vec<(f64, f64)> {
    let written = element.attributes["points"].split(' ');
    let pairs = written.map(|pair| pair.split_once(',').unwrap());
    pairs
        .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
        .collect()
}

/// The elements that are not part of the key.
fn of_family(all: &[Element]) -> Vec<&Element> {
    let key = all.iter().position(|one| one.is("key")).unwrap();
    all.iter()
        .filter(|one| !one.inside.contains(&key))
        .collect()
}

#[test]
fn everybody_has_the_shape_of_the_standard_once() {
    let all = family().drawn();
    let family = of_family(&all);
    assert_eq!(family.iter().filter(|one| one.is("person")).count(), 6);
    let count = |name: &str| family.iter().filter(|one| one.name == name).count();
    let squares = family
        .iter()
        .filter(|one| one.name == "rect" && one.attributes.contains_key("stroke"));
    assert_eq!(squares.count(), 1, "the father");
    // Mother, new wife, and the child twice: the family is seen from her; a mended tie has one of its own.
    assert_eq!(count("circle"), 5);
    assert_eq!(count("polygon"), 2, "a loss and a pregnancy");
}

#[test]
fn every_line_to_a_child_ends_at_the_top_of_a_symbol() {
    let all = family().drawn();
    let family = of_family(&all);
    let ends: Vec<(f64, f64)> = (family.iter())
        .filter(|one| one.is("child"))
        .filter_map(|one| points(one).last().copied())
        .collect();
    assert_eq!(
        ends.len(),
        5,
        "three by birth, one adopted drawn twice beside itself"
    );
    let circles = family.iter().filter(|one| one.name == "circle");
    let tops: Vec<(f64, f64)> = circles
        .filter(|one| (one.number("r") - SIDE / 2.0).abs() < 0.1)
        .map(|one| (one.number("cx"), one.number("cy") - SIDE / 2.0))
        .collect();
    let lines_of_child = ends.iter().filter(|(x, y)| {
        tops.iter()
            .any(|(cx, top)| (x - cx).abs() <= SIDE / 2.0 && (y - top).abs() < 1.0)
    });
    assert_eq!(
        lines_of_child.count(),
        3,
        "birth and adoption, the adoption doubled"
    );
}

#[test]
fn a_divorce_has_two_slashes_and_words_cannot_become_tags() {
    let all = family().drawn();
    let family = of_family(&all);
    assert_eq!(family.iter().filter(|one| one.is("slash")).count(), 2);
    let words: Vec<&str> = all.iter().map(|one| one.words.as_str()).collect();
    assert!(
        words.iter().any(|words| words.contains("Ann <b>")),
        "as words, not as a tag"
    );
    assert!(words.contains(&"the <flat>"));
    assert!(words.contains(&"Genogram: A & B"));
    assert_eq!(
        family.iter().filter(|one| one.is("tie")).count(),
        TieKind::ALL.len()
    );
}

#[test]
fn the_key_explains_every_emotional_line_that_is_drawn() {
    let all = family().drawn();
    let key = all.iter().position(|one| one.is("key")).unwrap();
    let words: Vec<&str> = (all.iter())
        .filter(|one| one.inside.contains(&key))
        .map(|one| one.words.as_str())
        .collect();
    for kind in TieKind::ALL {
        assert!(words.contains(&kind.name()), "{}", kind.name());
    }
}
