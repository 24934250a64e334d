//! What a GEDCOM file does not say is not made up, what it says is not lost, and nobody is taken for somebody else.

use crate::gedcom::{bonds, brought, files, written};
use throughline::exchange::gedcom::GedcomForm;
use throughline::record::*;

/// These lines as a file of 7.0.
fn tree(lines: &str) -> Vec<u8> {
    format!("0 HEAD\n1 GEDC\n2 VERS 7.0\n{lines}0 TRLR\n").into_bytes()
}

/// A case into which these lines came, and what was said of it.
fn told(case: &CaseFile, lines: &str) -> (CaseFile, Vec<String>) {
    let (file, plan) = brought(case, &files("tree.ged", &tree(lines)));
    (file, plan.report.notices)
}

fn says(notices: &[String], words: &str) -> bool {
    notices.iter().any(|notice| notice.contains(words))
}

fn person<'a>(file: &'a CaseFile, name: &str) -> &'a Person {
    let mut people = file.people.values().map(|person| &person.body);
    people.find(|person| person.name == name).unwrap()
}

#[test]
fn a_child_whose_place_in_a_family_is_not_told_keeps_it_and_somebody_asks() {
    let lines = "0 @I1@ INDI\n1 NAME Ada /Moss/\n1 FAMC @F1@\n2 PEDI OTHER\n3 PHRASE unknown\n1 ASSO @I2@\n2 ROLE OTHER\n\
        0 @I2@ INDI\n1 NAME Ben /Moss/\n1 FAMS @F1@\n0 @I3@ INDI\n1 NAME Cara /Moss/\n1 FAMS @F1@\n\
        0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I3@\n1 MARR Y\n1 CHIL @I1@\n2 _MARK m1\n";
    let (file, notices) = told(&CaseFile::default(), lines);
    assert_eq!(bonds(&file), ["Ben Moss is married to Cara Moss"]);
    let asked = "what is Ben Moss to Ada Moss?";
    assert!(says(&notices, asked), "{notices:?}");
    for form in [GedcomForm::Gedcom7, GedcomForm::Gedcom551] {
        let out = written(&file, form);
        let place = match form {
            GedcomForm::Gedcom7 => "1 FAMC @F1@\n2 PEDI OTHER\n3 PHRASE unknown\n",
            GedcomForm::Gedcom551 => "1 FAMC @F1@\n2 PEDI unknown\n",
        };
        for line in [place, "1 ASSO @I2@\n", "1 CHIL @I1@\n2 _MARK m1\n"] {
            assert!(out.contains(line), "{form:?} lost {line}\n{out}");
        }
        let (back, _) = brought(&CaseFile::default(), &files("tree.ged", out.as_bytes()));
        assert_eq!(bonds(&back), bonds(&file), "{form:?}");
    }
}

#[test]
fn nobody_is_taken_for_another_by_a_name_that_two_bear_and_a_name_alone_is_asked_about() {
    let (case, _) = told(
        &CaseFile::default(),
        "0 @A1@ INDI\n1 NAME Owen /Pryce/\n1 BIRT\n2 DATE 4 MAY 2016\n0 @A2@ INDI\n1 NAME Nia /Pryce/\n",
    );
    let (after, notices) = told(
        &case,
        "0 @B1@ INDI\n1 NAME Owen /Pryce/\n0 @B2@ INDI\n1 NAME Owen /Pryce/\n1 DEAT\n2 DATE 1931\n",
    );
    assert_eq!(after.people.len(), 4, "{notices:?}");
    let (after, notices) = told(
        &case,
        "0 @B1@ INDI\n1 NAME Owen /Pryce/\n1 DEAT\n2 DATE 1931\n",
    );
    assert_eq!(after.people.len(), 3, "who died in 1931 is not the child");
    assert!(!says(&notices, "by the name alone"), "{notices:?}");
    let (after, notices) = told(
        &case,
        "0 @B1@ INDI\n1 NAME Nia /Pryce/\n1 BIRT\n2 DATE 1990\n",
    );
    assert_eq!(after.people.len(), 2);
    assert!(says(&notices, "Nia Pryce is taken for"), "{notices:?}");
    assert!(says(&notices, "by the name alone"), "{notices:?}");
}

#[test]
fn an_older_file_does_not_unmake_a_child_who_has_been_born() {
    let born = "0 @I1@ INDI\n1 NAME Baby /Quill/\n1 BIRT\n2 DATE 2 JUN 2026\n";
    let (case, _) = told(&CaseFile::default(), born);
    for kind in ["Expected birth", "Miscarriage"] {
        let older = format!("0 @I1@ INDI\n1 NAME Baby /Quill/\n1 EVEN\n2 TYPE {kind}\n");
        let (after, notices) = told(&case, &older);
        assert_eq!(person(&after, "Baby Quill").arrival, Arrival::Born);
        assert!(says(&notices, "What is recorded stays"), "{notices:?}");
    }
}

#[test]
fn a_loss_that_a_mother_lived_through_is_not_her_own_life() {
    let lines = "0 @I1@ INDI\n1 NAME Mara /Voss/\n1 BIRT\n2 DATE 1990\n1 EVEN\n2 TYPE Miscarriage\n2 DATE 2017\n\
        0 @I2@ INDI\n1 NAME Tess /Voss/\n1 FACT\n2 TYPE Stillbirth\n1 FAMS @F1@\n\
        0 @I3@ INDI\n1 NAME Ida /Voss/\n1 EVEN\n2 TYPE Miscarriage\n1 OCCU Nurse\n\
        0 @I4@ INDI\n1 EVEN\n2 TYPE Miscarriage\n2 DATE 2017\n0 @F1@ FAM\n1 WIFE @I2@\n1 CHIL @I4@\n";
    let (file, _) = told(&CaseFile::default(), lines);
    let arrivals = |file: &CaseFile| -> Vec<Arrival> {
        file.people
            .values()
            .map(|person| person.body.arrival)
            .collect()
    };
    use Arrival::{Born, Miscarried};
    assert_eq!(arrivals(&file), [Born, Born, Born, Miscarried]);
    let out = written(&file, GedcomForm::Gedcom7);
    let (back, _) = brought(&CaseFile::default(), &files("back.ged", out.as_bytes()));
    assert_eq!(arrivals(&back), arrivals(&file));
}

#[test]
fn a_better_date_takes_the_place_of_none_and_stands_beside_a_wider_one() {
    let family = |birth: &str, death: &str, divorce: &str| {
        format!(
            "0 @I1@ INDI\n1 NAME Hal /Dunn/\n1 BIRT\n2 DATE {birth}\n1 DEAT {death}\n1 FAMS @F1@\n\
             0 @I2@ INDI\n1 NAME Joy /Dunn/\n1 FAMS @F1@\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 MARR\n2 DATE 2001\n1 DIV {divorce}\n"
        )
    };
    let (case, _) = told(&CaseFile::default(), &family("1970", "Y", "Y"));
    let exact = family("3 MAR 1970", "\n2 DATE 9 SEP 2019", "\n2 DATE 4 APR 2010");
    let (after, notices) = told(&case, &exact);
    let hal = person(&after, "Hal Dunn");
    assert_eq!(hal.born.as_ref().unwrap().to_string(), "1970");
    assert_eq!(hal.born_elsewhere[0].date.to_string(), "3 Mar 1970");
    assert_eq!(hal.died.as_ref().unwrap().to_string(), "9 Sep 2019");
    assert!(hal.died_elsewhere.is_empty());
    assert!(says(&notices, "Which is right?"), "{notices:?}");
    let married = "Hal Dunn is married to Joy Dunn, from 2001, to 4 Apr 2010";
    assert!(
        bonds(&after).contains(&married.to_owned()),
        "{:?}",
        bonds(&after)
    );
    let (_, plan) = brought(&after, &files("tree.ged", &tree(&exact)));
    assert!(plan.writes.is_empty(), "{:?}", plan.writes);
}

#[test]
fn roles_of_an_association_are_said_in_words_and_come_back() {
    let mut lines = "0 @I1@ INDI\n1 NAME Ada /Lind/\n".to_owned();
    let roles = ["FATH", "CHIL", "SPOU", "MULTIPLE", "GODP"];
    for (at, role) in (2..).zip(roles) {
        lines += &format!("1 ASSO @I{at}@\n2 ROLE {role}\n");
    }
    for (at, name) in (2..).zip(["Bo", "Cy", "Di", "Ed", "Flo"]) {
        lines += &format!("0 @I{at}@ INDI\n1 NAME {name} /Lind/\n");
    }
    let (file, _) = told(&CaseFile::default(), &lines);
    let said = bonds(&file).join("\n");
    assert!(said.contains("Bo Lind is a parent of Ada Lind"), "{said}");
    for words in [
        "child",
        "husband or wife",
        "born at the same birth",
        "godparent",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    for form in [GedcomForm::Gedcom7, GedcomForm::Gedcom551] {
        let out = written(&file, form);
        let (back, _) = brought(&CaseFile::default(), &files("back.ged", out.as_bytes()));
        assert_eq!(bonds(&back), bonds(&file), "{form:?}\n{out}");
    }
}
