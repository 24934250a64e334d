//! Tables of findings about factors: about the right people, in the words of the file, none guessed and none lost.

use crate::import_desk::*;
use crate::import_typed::{TypingDesk, fits, json, said};
use std::collections::BTreeMap;
use throughline::exchange::import::{FileKind, ImportFiles, SourceFile};
use throughline::record::*;

fn factors(text: &str) -> ImportFiles {
    ImportFiles {
        factors: vec![SourceFile {
            name: "factors.csv".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }],
        ..ImportFiles::default()
    }
}

fn of_the_sample() -> ImportFiles {
    ImportFiles {
        factors: vec![sample("factors.csv")],
        ..ImportFiles::default()
    }
}

/// The sample family with a table of one row.
fn brought(row: &str) -> (Result<Vec<FactorFinding>, String>, Vec<DoubtKind>) {
    let header = "Name;Factor;Status;Evidence;Date;Source;Said by\n";
    let empty = ";".repeat(6_usize.saturating_sub(row.matches(';').count()));
    let plan = planned(&IMPORTED.1, &factors(&format!("{header}{row}{empty}\n")));
    let report = &plan.report.files[0];
    let doubts = report.doubts.iter().map(|doubt| doubt.kind).collect();
    let after = saved(&IMPORTED.1, &plan);
    let made: Vec<FactorFinding> = after.factors.into_values().map(|made| made.body).collect();
    match report.set_aside.first() {
        Some(aside) => (Err(aside.why.clone()), doubts),
        None => (Ok(made), doubts),
    }
}

fn made(row: &str) -> FactorFinding {
    let mut made = brought(row).0.unwrap();
    assert_eq!(made.len(), 1);
    made.remove(0)
}

fn aside(row: &str) -> String {
    brought(row).0.unwrap_err()
}

/// Whom a finding is about, in short names.
fn about(row: &str) -> Vec<String> {
    let name = |id: &RecordId| IMPORTED.1.people[id].body.short_name().to_owned();
    let subjects = brought(row).0.unwrap().into_iter().map(|made| made.subject);
    let words = subjects.map(|subject| match subject {
        Subject::Person(id) => name(&id),
        Subject::Together(ids) => ids.iter().map(name).collect::<Vec<_>>().join(" + "),
        Subject::Family => "family".to_owned(),
    });
    let mut words: Vec<String> = words.collect();
    words.sort();
    words
}

#[test]
fn the_samples_findings_come_in_about_the_right_people() {
    let plan = planned(&IMPORTED.1, &of_the_sample());
    let file = &plan.report.files[0];
    assert_eq!(
        (file.kind, file.rows, file.entries),
        (FileKind::Factors, 58, 58)
    );
    assert!(
        file.set_aside.is_empty() && file.doubts.is_empty(),
        "{file:?}"
    );
    let after = saved(&IMPORTED.1, &plan);
    assert_eq!((after.factors.len(), plan.report.around.findings), (58, 58));
    let mut about: BTreeMap<&str, usize> = BTreeMap::new();
    for made in after.factors.values() {
        let name = match &made.body.subject {
            Subject::Person(id) => after.people[id].body.short_name(),
            Subject::Family => "family",
            Subject::Together(_) => "together",
        };
        *about.entry(name).or_default() += 1;
    }
    let about: Vec<(&str, usize)> = about.into_iter().collect();
    assert_eq!(
        about,
        [
            ("Kuba", 8),
            ("Lowri", 5),
            ("Nerys", 1),
            ("Paweł", 7),
            ("Siân", 17),
            ("Wren", 6),
            ("family", 14)
        ]
    );
    let status = |status| {
        let found = after.factors.values();
        found.filter(|made| made.body.status == status).count()
    };
    let counts = [Status::Present, Status::Absent, Status::NotKnown].map(status);
    assert_eq!(counts, [33, 19, 6], "as the file says, no more and no less");
    let twice = after
        .factors
        .values()
        .filter(|made| made.body.factor == "inter-parental-conflict");
    assert_eq!(twice.count(), 2, "two days, two findings");
}

#[test]
fn the_same_findings_again_change_nothing() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let again = planned(&after, &of_the_sample());
    assert!(again.writes.is_empty());
    assert_eq!(again.report.files[0].set_aside.len(), 58);
}

#[test]
fn a_status_that_changed_since_is_a_finding_of_its_own() {
    let row = |status: &str| {
        factors(&format!(
            "Person,Factor,Status,Date\nSian,Social isolation,{status},3/11/2026\nSian,Neglect,no,3/11/2026\n"
        ))
    };
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &row("absent")));
    let after = saved(&after, &planned(&after, &row("present")));
    assert_eq!(after.factors.len(), 3);
}

#[test]
fn whom_it_is_about_is_read_however_it_is_written() {
    assert_eq!(about("PROSSER Sian;Neglect;yes"), ["Siân"]);
    assert_eq!(about("Nain;Supportive extended family;yes"), ["Nerys"]);
    assert_eq!(about("P02;Neglect;yes"), ["Kuba"]);
    assert_eq!(about("Parents;High stress;yes"), ["Siân + Paweł"]);
    assert_eq!(about("Sian and Pawel;High stress;yes"), ["Siân + Paweł"]);
    assert_eq!(about("mother;High stress;yes"), ["Siân"]);
    assert_eq!(about("Household;High stress;yes"), ["family"]);
    assert_eq!(
        about("Professional network;Lack of resources;yes"),
        ["family"]
    );
    assert_eq!(
        about("All three;Neglect;yes"),
        ["Kuba", "Lowri", "Wren"],
        "each child alone"
    );
    assert!(aside("Gwen;Neglect;yes").contains("goes by \"Gwen\""));
    assert!(aside(";Neglect;yes").contains("Nobody is named"));
}

#[test]
fn a_factor_is_known_by_its_titles_and_a_slip_is_asked_about() {
    let factor = |title: &str| made(&format!("Siân;{title};yes")).factor;
    assert_eq!(factor("NEGLECT"), "neglect");
    assert_eq!(
        factor("Substance abuse"),
        "alcohol-drugs",
        "its title in the annex"
    );
    assert_eq!(factor("alcohol / drugs abuse"), "alcohol-drugs");
    let why = aside("Siân;Neglekt;yes");
    assert!(why.contains("The nearest is \"Neglect\""), "{why}");
    let why = aside("Siân;Learning disability;yes");
    assert!(
        why.contains("no factor of the table") && !why.contains("The nearest"),
        "never a risk by itself: {why}"
    );
    assert!(aside("Siân;;yes").contains("No factor is named"));
    let outside = made("Kuba;Risk from outside the home: older lads at the rec;yes");
    assert_eq!(
        (outside.factor.as_str(), outside.named.as_str()),
        ("outside-home", "older lads at the rec")
    );
}

#[test]
fn present_absent_and_not_known_are_three_and_an_empty_cell_is_none_of_them() {
    let status = |cell: &str| made(&format!("Siân;Neglect;{cell}")).status;
    for (cells, means) in [
        (["Present", "YES", "y"], Status::Present),
        (["absent", "No", "not present"], Status::Absent),
        (["n/k", "Not known", "unclear"], Status::NotKnown),
    ] {
        for cell in cells {
            assert_eq!(status(cell), means, "{cell}");
        }
    }
    assert!(aside("Siân;Neglect;").contains("does not say whether the factor is there"));
    assert!(aside("Siân;Neglect;sometimes").contains("none of present, absent and not known"));
}

#[test]
fn who_said_it_and_when_stand_with_the_finding() {
    let found =
        made("Kuba;Healthy child;yes;\"Seen well; no worry\";March 2026;Health visitor;J Loomis");
    assert_eq!(
        (found.source_kind.as_str(), found.said_by.as_str()),
        ("health", "J Loomis, Health visitor")
    );
    assert_eq!(found.evidence, "Seen well; no worry");
    assert_eq!(
        found.on.unwrap().reading(),
        Reading::On(Part::Month {
            year: 2026,
            month: 3
        })
    );
    assert_eq!(made("Kuba;Healthy child;yes").on, None, "no day is no day");
    let (undated, doubts) = brought("Kuba;Healthy child;yes;;31/02/2026");
    assert_eq!(
        undated.unwrap()[0].on.as_ref().map(FuzzyDate::written),
        Some("31/02/2026")
    );
    assert_eq!(doubts, [DoubtKind::NoSuchDay]);
    assert!(aside("Kuba;Healthy child;yes;;3/11/2031").contains("has not come yet"));
    assert!(aside("Kuba;Healthy child;yes;;3/11/1831").contains("too long ago"));
}

#[test]
fn findings_come_in_as_they_are_typed_and_one_undo_takes_them_back() {
    let desk = TypingDesk::with_store();
    assert!(desk.import(&["police.csv"], &[]).status.success());
    let schema = json(&desk.run(&["import", "factors", "--schema"]));
    let ahead = json(&desk.import_table("factors", "factors.csv", &["--json", "--dry-run"]));
    fits(&ahead, &schema, &schema, "report");
    assert_eq!(ahead["around"]["findings"], 58);
    let report = said(&desk.import_table("factors", "factors.csv", &[]));
    assert!(
        report.contains("58 rows from 1 file: 58 came in, 0 set aside. None is lost."),
        "{report}"
    );
    assert!(
        report.contains("Beside the chronology: 58 findings about factors."),
        "{report}"
    );
    let again = said(&desk.import_table("factors", "factors.csv", &[]));
    assert!(
        again.contains("All of it is there already; nothing was written."),
        "{again}"
    );

    let plan = planned(&IMPORTED.1, &of_the_sample());
    let change = plan.change(&IMPORTED.1, "A Brennock", chrono::DateTime::UNIX_EPOCH);
    let mut file = saved(&IMPORTED.1, &plan);
    let back = Change::of(
        &file,
        plan.case,
        "A Brennock",
        "undo",
        chrono::DateTime::UNIX_EPOCH,
        change.undo(),
    );
    back.apply(&mut file);
    assert!(file.factors.is_empty());
}
