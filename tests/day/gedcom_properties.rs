//! Whatever a GEDCOM file holds, it is read; whatever a family is, it goes out and comes back.

use crate::gedcom::{bonds, brought, files};
use crate::import_desk::{day, options};
use proptest::prelude::*;
use std::collections::BTreeMap;
use throughline::exchange::gedcom::{GedcomForm, export};
use throughline::exchange::import::plan;
use throughline::record::*;

const FORMS: [GedcomForm; 2] = [GedcomForm::Gedcom7, GedcomForm::Gedcom551];

fn today() -> chrono::NaiveDate {
    day(2026, 11, 23)
}

/// A file of the case with these people and bonds.
fn case(
    people: Vec<Person>,
    bonds: Vec<(usize, usize, BondKind, Option<FuzzyDate>, String)>,
) -> CaseFile {
    let mut mint = Mint::seeded(5);
    let case = mint.next_id();
    let record = |id, body| Record {
        meta: Meta {
            id,
            case,
            author: String::new(),
            recorded_at: chrono::DateTime::UNIX_EPOCH,
            revision: 1,
            removed: None,
        },
        body,
    };
    let ids: Vec<RecordId> = people.iter().map(|_| mint.next_id()).collect();
    let mut records = vec![record(case, Body::Case(Case::default()))];
    let named = ids.iter().zip(people);
    records.extend(named.map(|(id, person)| record(*id, Body::Person(person))));
    let mut known = std::collections::HashSet::new();
    for (from, to, kind, since, note) in bonds {
        let (from, to) = (ids[from % ids.len()], ids[to % ids.len()]);
        // One bond of a kind between two people; a bond to oneself is none.
        if from != to && known.insert((from.min(to), from.max(to), kind.clone())) {
            let bond = Bond {
                from,
                to,
                kind,
                since,
                until: None,
                note,
            };
            records.push(record(mint.next_id(), Body::Bond(bond)));
        }
    }
    CaseFile::of(records)
}

fn dates() -> impl Strategy<Value = FuzzyDate> {
    let written = prop_oneof![
        Just("12 Mar 2004"),
        Just("?12/04/2001"),
        Just("2019"),
        Just("about 1985"),
        Just("before May 1990"),
        Just("after 2001"),
        Just("between 1990 and 1992"),
        Just("early 2019"),
        Just("since May 2018"),
        Just("n/k"),
        Just("14.11.20 22:40"),
        Just("spring 2020"),
        Just("w/c 3 Feb 2020"),
        Just("until 2007"),
    ];
    written.prop_map(|written| FuzzyDate::parse(written, today()).unwrap())
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let person = (
        "[A-ZŁŻ][a-zâąé]{1,8}( [A-ZÉ][a-z'-]{0,8}[a-z]){0,2}",
        "[A-Z@]?[a-z@]{0,5}",
        proptest::option::of(dates()),
        proptest::option::of(dates()),
        prop_oneof![
            Just(Sex::Female),
            Just(Sex::Male),
            Just(Sex::Other),
            Just(Sex::NotKnown)
        ],
        "(@?[a-zé@ ]{0,30}[a-z]\n?@{0,2}[a-z]{1,300})?",
        any::<bool>(),
        prop_oneof![4 => Just(Arrival::Born), 1 => Just(Arrival::Stillborn), 1 => Just(Arrival::Miscarried), 1 => Just(Arrival::Expected)],
    );
    let person = person.prop_map(
        |(name, known_as, born, died, sex, notes, is_child, arrival)| Person {
            relation: if is_child {
                String::new()
            } else {
                "maternal grandmother".to_owned()
            },
            also_written: vec![format!("{name} Otherwise")],
            notes: notes.trim().to_owned(),
            name,
            known_as,
            born,
            died,
            sex,
            is_child,
            arrival,
            ..Person::default()
        },
    );
    proptest::collection::vec(person, 1..8)
}

fn ties() -> impl Strategy<Value = Vec<(usize, usize, BondKind, Option<FuzzyDate>, String)>> {
    use BondKind::*;
    let kind = prop_oneof![
        4 => Just(Parent), 1 => Just(StepParent), 1 => Just(AdoptiveParent), 1 => Just(FosterCarer),
        1 => Just(KinshipCarer), 1 => Just(Grandparent), 1 => Just(Sibling), 1 => Just(IdenticalTwin),
        2 => Just(Married), 1 => Just(Partner), 1 => Just(Separated), 1 => Just(Advocate), 1 => Just(TrustedAdult),
        1 => "[a-z]{3,9} [a-z]{3,9}".prop_map(Other),
    ];
    let bond = (
        0..8usize,
        0..8usize,
        kind,
        proptest::option::of(dates()),
        "([a-z]{1,9})?",
    );
    proptest::collection::vec(bond, 0..14)
}

/// Bonds in words, whichever of a couple stands first.
fn either_way(file: &CaseFile) -> Vec<String> {
    let mut file = file.clone();
    for bond in file.bonds.values_mut().map(|bond| &mut bond.body) {
        let name = |id: &RecordId| file.people[id].body.name.clone();
        if bond.kind.is_of_partners() && name(&bond.to) < name(&bond.from) {
            std::mem::swap(&mut bond.from, &mut bond.to);
        }
    }
    let notes = file.bonds.values().map(|bond| bond.body.note.clone());
    let mut all: Vec<String> = bonds(&file).into_iter().chain(notes).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_can_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for start in [&b"0 HEAD\n"[..], b"0 HEAD\n1 CHAR ANSEL\n", b"\xFF\xFE0\0 \0H\0E\0A\0D\0\n\0"] {
            let all = [start, &bytes].concat();
            let _ = plan(&CaseFile::default(), &files("any.ged", &all), &options(), &mut Mint::seeded(1), &mut |_| {});
        }
    }

    #[test]
    fn no_lines_can_break_it_and_none_is_lost(
        lines in proptest::collection::vec((0..5usize, "(@[A-C]1@ )?(INDI|FAM|NAME|BIRT|DEAT|DATE|FAMC|FAMS|HUSB|WIFE|CHIL|PEDI|ASSO|ROLE|NOTE|SOUR|MARR|EVEN|TYPE|SEX|_OWN)( (@[A-C]1@|FOSTER|unknown|1990|x{0,300}|M|Separation))?"), 0..40)
    ) {
        let mut text = "0 HEAD\n1 GEDC\n2 VERS 7.0\n".to_owned();
        let mut marks = 0;
        let mut called = std::collections::HashSet::new();
        for (level, line) in &lines {
            marks += 1;
            // One name calls one structure; lines lead to few, so that they meet.
            let name = line.get(..4).filter(|name| name.starts_with('@'));
            let line = match name.is_some_and(|name| !called.insert(name)) {
                true => &line[5..],
                false => line.as_str(),
            };
            text.push_str(&format!("{level} {line}\n{} _MARK m{marks}\n", level + 1));
        }
        let (file, _) = brought(&CaseFile::default(), &files("any.ged", text.as_bytes()));
        for form in FORMS {
            let out = export(&file, form, today());
            for mark in 1..=marks {
                let line = format!("_MARK m{mark}\n");
                prop_assert!(out.contains(&line), "{form:?} lost {line} of\n{text}\nin\n{out}");
            }
            let (back, _) = brought(&CaseFile::default(), &files("any.ged", out.as_bytes()));
            let count = |file: &CaseFile| (file.people.len(), file.bonds.len());
            prop_assert_eq!(count(&back), count(&file), "{:?}\n{}\n{}", form, text, out);
        }
    }

    #[test]
    fn a_family_goes_out_and_comes_back(people in people(), ties in ties()) {
        let file = case(people, ties);
        for form in FORMS {
            let out = export(&file, form, today());
            let (back, _) = brought(&CaseFile::default(), &files("family.ged", out.as_bytes()));
            let people = |file: &CaseFile| file.people.values().map(|person| person.body.clone()).collect::<Vec<_>>();
            prop_assert_eq!(people(&back), people(&file), "{}", out);
            prop_assert_eq!(either_way(&back), either_way(&file), "{}", out);
            let (_, again) = brought(&file, &files("family.ged", out.as_bytes()));
            prop_assert!(again.report.around == Default::default(), "{:?}\n{}", again.report.around, out);
        }
    }
}

#[test]
fn a_long_line_comes_back_in_one_piece() {
    let person = Person {
        name: "Ada Long".to_owned(),
        notes: "word and word and ".repeat(200).trim().to_owned(),
        ..Person::default()
    };
    let out = export(
        &case(vec![person], Vec::new()),
        GedcomForm::Gedcom551,
        today(),
    );
    let longest: BTreeMap<usize, &str> = out
        .lines()
        .map(|line| (line.chars().count(), line))
        .collect();
    assert!(
        *longest.keys().last().unwrap() <= 255,
        "5.5.1 allows no longer line"
    );
}
