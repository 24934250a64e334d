//! Cells and whom they name.

use super::*;
use crate::exchange::import::staging::Staging;
use crate::record::{Body, Mint, Record};

/// Two children of one name's letters, their parents, and an aunt with the mother's family name.
fn who() -> (PeopleByName, CaseFile) {
    let mut mint = Mint::seeded(1);
    let mut staging = Staging::over(&CaseFile::default(), mint.next_id());
    let people = [
        ("Zoë Björk", "", "2014-01-01", true),
        ("Anna Björk", "Nan", "2016-01-01", true),
        ("Maria Vega", "", "", false),
        ("Anna Vega", "", "", false),
    ];
    for (name, known_as, born, is_child) in people {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let born = FuzzyDate::parse(born, today).ok();
        let person = Person {
            name: name.to_owned(),
            known_as: known_as.to_owned(),
            born,
            is_child,
            ..Person::default()
        };
        staging.put(mint.next_id(), Body::Person(person));
    }
    (PeopleByName::from_case(&staging.file), staging.file)
}

fn names(cell: &str) -> Vec<String> {
    let (mut who, file) = who();
    let name = |id: &RecordId| {
        file.people
            .get(id)
            .map(|person: &Record<Person>| person.body.name.clone())
            .unwrap()
    };
    who.named(cell).people.iter().map(name).collect()
}

#[test]
fn names_are_told_with_and_without_accents_in_any_order() {
    for cell in [
        "Zoë",
        "zoe",
        "BJORK Zoe",
        "Björk, Zoë",
        "Zoë Björk (11)",
        "ZB",
    ] {
        assert_eq!(names(cell), ["Zoë Björk"], "{cell}");
    }
    assert_eq!(names("Zoe & Nan"), ["Zoë Björk", "Anna Björk"]);
    assert_eq!(names("Anna Vega; Zoe"), ["Anna Vega", "Zoë Björk"]);
}

#[test]
fn a_name_that_two_people_have_is_nobody_s() {
    assert!(names("Anna").is_empty());
    assert!(names("Björk").is_empty());
    assert!(names("Ms Vega").is_empty());
    let (mut who, _) = who();
    assert!(who.named("Anna").unknown);
}

#[test]
fn words_for_all_children_count_them_where_they_say_how_many() {
    let (mut who, _) = who();
    let all = |who: &mut PeopleByName, cell: &str| {
        let named = who.named(cell);
        (named.all, named.count)
    };
    assert_eq!(all(&mut who, "All"), (true, None));
    assert_eq!(all(&mut who, "both children"), (true, Some(2)));
    assert_eq!(all(&mut who, "Both"), (true, Some(2)));
    assert_eq!(all(&mut who, "two children BJÖRK"), (true, Some(2)));
    assert_eq!(all(&mut who, "VEGA Maria; 2 children"), (true, Some(2)));
    assert_eq!(all(&mut who, "two adults"), (false, None));
    let born = FuzzyDate::day(chrono::NaiveDate::from_ymd_opt(2015, 5, 5).unwrap());
    assert_eq!(who.children_by(&born).len(), 1, "the younger was not born");
    assert_eq!(who.children_by(&FuzzyDate::unknown("")).len(), 2);
}
