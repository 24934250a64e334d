//! Dates outside a life.

use super::*;
use crate::insight::made_up::{date, day};

fn person(born: &str, died: &str) -> Person {
    let written = |text: &str| (!text.is_empty()).then(|| date(text));
    Person {
        name: "Ada Reed".into(),
        born: written(born),
        died: written(died),
        ..Person::default()
    }
}

fn kinds(when: &str, person: &Person) -> Vec<DoubtKind> {
    let id = RecordId::from_bytes([1; 16]);
    let found = outside_life(&date(when), [(id, person)], day("2026-11-23"));
    found.into_iter().map(|outside| outside.kind).collect()
}

#[test]
fn only_what_cannot_be_is_doubted() {
    let ada = person("14/6/2014", "12/1/2020");
    assert_eq!(kinds("2009", &ada), [DoubtKind::BeforeBirth]);
    assert_eq!(kinds("13/6/2014", &ada), [DoubtKind::BeforeBirth]);
    assert_eq!(kinds("2014", &ada), []); // she was born that year
    assert_eq!(kinds("14/6/2014", &ada), []);
    assert_eq!(kinds("12/1/2020", &ada), []);
    assert_eq!(kinds("13/1/2020", &ada), [DoubtKind::AfterDeath]);
    assert_eq!(kinds("Jan 2020", &ada), []);
    assert_eq!(kinds("after 2019", &ada), []);
    assert_eq!(kinds("23/11/2026", &person("2014", "")), []);
    assert_eq!(
        kinds("24/11/2026", &person("2014", "")),
        [DoubtKind::InTheFuture]
    );
    assert_eq!(kinds("not known", &ada), []);
}

#[test]
fn uncertain_birth_is_given_the_benefit() {
    assert_eq!(kinds("2012", &person("c. 2013", "")), []);
    assert_eq!(
        kinds("2010", &person("c. 2013", "")),
        [DoubtKind::BeforeBirth]
    );
    assert_eq!(kinds("2010", &person("", "")), []);
}

#[test]
fn the_question_names_the_child_and_thinks_of_the_pregnancy() {
    let ada = person("14/6/2014", "");
    let ask = |when: &str| {
        outside_life(
            &date(when),
            [(RecordId::from_bytes([1; 16]), &ada)],
            day("2026-11-23"),
        )
        .remove(0)
        .text
    };
    assert!(ask("1/3/2014").contains("pregnancy"));
    assert!(ask("2009").contains("before Ada was born (14 June 2014)"));
    assert!(!ask("2009").contains("pregnancy"));
}
