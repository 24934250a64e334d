//! Families from genealogy programs: brought in whole, brought in again, written for others.

use crate::import_desk::{day, planned, sample};
use throughline::exchange::gedcom::{GedcomForm, export};
use throughline::exchange::import::{ImportFiles, ImportPlan, SourceFile};
use throughline::record::*;

pub fn files(name: &str, bytes: &[u8]) -> ImportFiles {
    ImportFiles {
        families: vec![SourceFile {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        }],
        ..ImportFiles::default()
    }
}

pub fn brought(existing: &CaseFile, files: &ImportFiles) -> (CaseFile, ImportPlan) {
    let plan = planned(existing, files);
    let mut file = existing.clone();
    plan.change(existing, "M Clarke", chrono::Utc::now())
        .apply(&mut file);
    (file, plan)
}

fn from_program(name: &str) -> (CaseFile, ImportPlan) {
    let sample = sample(&format!("gedcom/{name}"));
    brought(&CaseFile::default(), &files(name, &sample.bytes))
}

fn person<'a>(file: &'a CaseFile, name: &str) -> &'a Record<Person> {
    let mut people = file.people.values();
    people
        .find(|person| person.body.name == name)
        .unwrap_or_else(|| panic!("{name} is not here"))
}

/// The bonds in words, with their dates.
pub fn bonds(file: &CaseFile) -> Vec<String> {
    let name = |id: RecordId| file.people[&id].body.name.clone();
    let date = |word: &str, date: &Option<FuzzyDate>| match date {
        Some(date) => format!(", {word} {date}"),
        None => String::new(),
    };
    let bonds = file.bonds.values().map(|bond| &bond.body);
    let mut said: Vec<String> = bonds
        .map(|bond| {
            let dates = date("from", &bond.since) + &date("to", &bond.until);
            format!(
                "{} {} {}{dates}",
                name(bond.from),
                bond.kind.words(),
                name(bond.to)
            )
        })
        .collect();
    said.sort();
    said
}

fn born(file: &CaseFile, name: &str) -> String {
    person(file, name).body.born.as_ref().unwrap().to_string()
}

fn today() -> chrono::NaiveDate {
    day(2026, 11, 23)
}

/// The text of the file that is written, its own numbers left out.
pub fn written(file: &CaseFile, form: GedcomForm) -> String {
    export(file, form, today())
}

#[test]
fn an_old_program_s_ansel_is_read_letter_for_letter() {
    let (file, plan) = from_program("ansel.ged");
    assert_eq!(born(&file, "Siân Vaughan"), "14 May 1961");
    let sian = &person(&file, "Siân Vaughan").body;
    assert_eq!(sian.sex, Sex::Female);
    assert_eq!(
        sian.notes,
        "Kept every letter that the grandmother wrote, and passed them on.\nA second line."
    );
    let other = &sian.born_elsewhere[0];
    assert_eq!(
        (other.date.written(), other.by.as_str()),
        ("about 1962", "Census return")
    );
    let stan = &person(&file, "Stanisław Dąbek").body;
    assert!(
        stan.died.as_ref().unwrap().says_not_known(),
        "he has died, and nobody says when"
    );
    assert_eq!(
        bonds(&file),
        [
            "Siân Vaughan is an adoptive parent of Bjørn Dąbek",
            "Stanisław Dąbek is an adoptive parent of Bjørn Dąbek",
            "Stanisław Dąbek is divorced from Siân Vaughan, from before 1997",
            "Stanisław Dąbek is married to Siân Vaughan, from 8 Jun 1985, to before 1997",
        ]
    );
    assert!(
        plan.report.notices[0].contains("GEDCOM 5.5 in ANSEL"),
        "{:?}",
        plan.report.notices
    );
    let out = written(&file, GedcomForm::Gedcom551);
    for line in [
        "2 PLAC Łódź, Poland",
        "1 NAME Old Tree for DOS",
        "2 PEDI adopted",
        "2 DATE CAL 1962",
        "3 PAGE 112",
        "2 PLAC Caernarfon",
        "1 NAME Siân /Vaughan/",
    ] {
        let line = line.replace("1 NAME Old", "2 NAME Old");
        assert!(out.contains(&line), "{line}\n{out}");
    }
}

#[test]
fn sixteen_bits_with_a_mark_fostering_and_an_advocate() {
    let (file, _) = from_program("utf16.ged");
    let ewa = &person(&file, "Ewa Żółkiewska").body;
    assert_eq!(ewa.known_as, "Ewunia");
    assert_eq!(ewa.also_written, ["Ewa Ashdown"]);
    assert_eq!(person(&file, "Noor Ashdown").body.sex, Sex::Other);
    assert_eq!(
        bonds(&file),
        [
            "Ewa Żółkiewska is a foster carer of Noor Ashdown",
            "Ewa Żółkiewska is separated from Lesley Tarn, from Mar 2020",
            "Graham Ashdown is a foster carer of Noor Ashdown",
            "Graham Ashdown is married to Ewa Żółkiewska",
            "Iris Okonjo is an advocate of Noor Ashdown",
        ]
    );
    let out = written(&file, GedcomForm::Gedcom7);
    for line in [
        "2 PEDI FOSTER",
        "2 TYPE Separation",
        "3 PHRASE advocate",
        "2 _MARNM Ewa /Ashdown/",
    ] {
        assert!(out.contains(line), "{line}\n{out}");
    }
}

#[test]
fn dates_that_are_not_certain_keep_their_words_and_a_stillbirth_is_one() {
    let (file, _) = from_program("cp1252.ged");
    assert_eq!(
        born(&file, "René Lefèvre"),
        "25 Dec 1944 (Christmas, said his sister)"
    );
    let zoe = person(&file, "Zoë").body.born.clone().unwrap();
    assert_eq!(
        (zoe.reading(), zoe.written()),
        (Reading::Unknown, "JULIAN 1 JAN 1700")
    );
    assert_eq!(person(&file, "?").body.arrival, Arrival::Stillborn);
    let out = written(&file, GedcomForm::Gedcom551);
    for line in [
        "2 DATE 11 FEB 1699/00",
        "2 DATE @#DJULIAN@ 1 JAN 1700",
        "2 AGE STILLBORN",
        "2 DATE INT 25 DEC 1944 (Christmas, said his sister)",
    ] {
        assert!(out.contains(line), "{line}\n{out}");
    }
}

#[test]
fn a_program_s_own_tags_are_kept_and_written_back_where_they_belonged() {
    let (file, plan) = from_program("custom.ged");
    assert_eq!(
        person(&file, "Tobias Harrow").body.notes,
        "Likes the sea,\nand boats."
    );
    assert!(
        plan.report
            .notices
            .iter()
            .any(|notice| notice.contains("line 34 could not be read"))
    );
    assert_eq!(
        bonds(&file),
        [
            "Dawn Harrow is a parent of Tobias Harrow",
            "Marc Lisle is a partner of Dawn Harrow, from Aug 2016",
            "Marc Lisle is a step-parent of Tobias Harrow",
            "Piers Harrow is a parent of Tobias Harrow",
            "Piers Harrow is separated from Dawn Harrow, from 2014",
        ]
    );
    let out = written(&file, GedcomForm::Gedcom551);
    for lines in [
        "2 DATE 9 SEP 1979\n2 _PROOF disproven\n",
        "2 ADDR 4 Quay Row\n3 CONT Ilfracombe\n3 CITY Ilfracombe\n2 EMAIL dawn@@example.org\n",
        "0 @M1@ _MEDIA\n1 FILE dawn.jpg\n2 _CROP 0 0 10 10\n",
        "1 _SEPR\n2 DATE 2014\n",
        "1 _PROJECT Harrow line\n",
        "1 MARR\n2 DATE AUG 2016\n2 TYPE Common Law\n",
    ] {
        assert!(out.contains(lines), "{lines}\n{out}");
    }
}

#[test]
fn seven_is_read_with_its_phrases_and_with_people_who_have_no_record() {
    let (file, _) = from_program("seven.ged");
    let tamsin = &person(&file, "Tamsin Orde").body;
    assert_eq!(tamsin.notes, "@tam is how she signs.\n@@ stands for at.");
    assert_eq!(
        born(&file, "Tamsin Orde"),
        "3 Mar 1999 (the day of the storm)"
    );
    assert!(bonds(&file).contains(&"Jory Pell is a partner of Tamsin Orde".to_owned()));
    let out = written(&file, GedcomForm::Gedcom7);
    for lines in [
        "1 NO MARR\n2 DATE FROM 2018 TO 2022\n",
        "1 CHIL @VOID@\n2 PHRASE another child, name not told\n",
        "1 ASSO @VOID@\n2 PHRASE Mr Bray\n2 ROLE FRIEND\n",
        "2 TAG _SKILL https://example.com/skill\n",
        "1 NOTE @@tam is how she signs.\n2 CONT @@@ stands for at.\n",
        "0 @N1@ SNOTE Shared, and led to by nobody.\n",
        "1 EXID 8841\n2 TYPE https://example.com/people\n",
    ] {
        assert!(out.contains(lines), "{lines}\n{out}");
    }
}

#[test]
fn bringing_a_file_in_twice_doubles_nobody_and_writes_nothing() {
    for name in [
        "ansel.ged",
        "utf16.ged",
        "cp1252.ged",
        "custom.ged",
        "seven.ged",
    ] {
        let (file, _) = from_program(name);
        let again = files(name, &sample(&format!("gedcom/{name}")).bytes);
        let (_, plan) = brought(&file, &again);
        assert!(plan.writes.is_empty(), "{name}: {:?}", plan.writes);
    }
}

#[test]
fn both_forms_bring_the_same_people_and_bonds_back() {
    for name in [
        "ansel.ged",
        "utf16.ged",
        "cp1252.ged",
        "custom.ged",
        "seven.ged",
    ] {
        let (file, _) = from_program(name);
        for form in [GedcomForm::Gedcom7, GedcomForm::Gedcom551] {
            let out = written(&file, form);
            let (back, _) = brought(&CaseFile::default(), &files(name, out.as_bytes()));
            let people = |file: &CaseFile| {
                file.people
                    .values()
                    .map(|person| person.body.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(people(&back), people(&file), "{name} {form:?}");
            assert_eq!(bonds(&back), bonds(&file), "{name} {form:?}");
        }
    }
}

#[test]
fn what_differs_from_the_case_stands_beside_it_and_children_stay_children() {
    let (before, _) = from_program("seven.ged");
    let mut before = before;
    let kerra = person(&before, "Kerra Pell").clone();
    before.people.insert(
        kerra.id(),
        Record {
            body: Person {
                is_child: true,
                born: Some(FuzzyDate::day(day(2021, 10, 13))),
                ..kerra.body.clone()
            },
            ..kerra
        },
    );
    let again = files("tree.ged", &sample("gedcom/seven.ged").bytes);
    let (after, plan) = brought(&before, &again);
    assert_eq!(after.people.len(), before.people.len());
    let kerra = &person(&after, "Kerra Pell").body;
    assert!(kerra.is_child);
    assert_eq!(kerra.born, Some(FuzzyDate::day(day(2021, 10, 13))));
    let other = &kerra.born_elsewhere[0];
    assert_eq!(
        (other.date.written(), other.by.as_str()),
        ("12 Oct 2021", "tree.ged")
    );
    assert!(
        plan.report
            .notices
            .iter()
            .any(|notice| notice.contains("Which is right?"))
    );
}

#[test]
fn two_files_that_call_different_people_by_one_name_do_not_mix() {
    let (file, _) = from_program("ansel.ged");
    let (both, _) = brought(
        &file,
        &files("cp1252.ged", &sample("gedcom/cp1252.ged").bytes),
    );
    assert_eq!(
        both.people.len(),
        6,
        "@I1@ of the one file is not @I1@ of the other"
    );
    let out = written(&both, GedcomForm::Gedcom7);
    let (back, _) = brought(&CaseFile::default(), &files("both.ged", out.as_bytes()));
    assert_eq!(bonds(&back), bonds(&both));
    assert!(out.contains("1 _SOUR OldTree") && out.contains("1 _SOUR FamilyBuilder"));
}

#[test]
fn what_is_put_right_or_taken_out_here_is_not_written_as_it_was() {
    let (mut file, _) = from_program("ansel.ged");
    let sian = person(&file, "Siân Vaughan").clone();
    let put_right = Person {
        born: Some(FuzzyDate::day(day(1961, 5, 15))),
        name: "Siân Roe".to_owned(),
        ..sian.body.clone()
    };
    file.people.insert(
        sian.id(),
        Record {
            body: put_right,
            ..sian
        },
    );
    let bjorn = person(&file, "Bjørn Dąbek").id();
    file.people.remove(&bjorn);
    let out = written(&file, GedcomForm::Gedcom7);
    assert!(
        out.contains("2 DATE 15 MAY 1961") && !out.contains("14 MAY 1961"),
        "{out}"
    );
    assert!(out.contains("1 NAME Siân /Roe/") && !out.contains("/Vaughan/"));
    assert!(
        out.contains("2 PLAC Pwllheli, Gwynedd"),
        "where she was born nobody put right"
    );
    assert!(!out.contains("Bjørn") && !out.contains("CHIL"));
}
