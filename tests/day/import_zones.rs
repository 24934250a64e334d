//! Tables of decisions on zones: the right child, day and zone, each voice for itself; what cannot be told is set aside.

use crate::import_desk::*;
use crate::import_typed::{TypingDesk, fits, json, said};
use throughline::exchange::import::{FileKind, ImportFiles, SourceFile, plan};
use throughline::practice::Zone;
use throughline::record::*;

fn zones(text: &str) -> ImportFiles {
    ImportFiles {
        zones: vec![SourceFile {
            name: "zones.csv".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }],
        ..ImportFiles::default()
    }
}

fn of_the_sample() -> ImportFiles {
    ImportFiles {
        zones: vec![sample("zones.csv")],
        ..ImportFiles::default()
    }
}

/// The sample family with a table of one row, under the sample's header and a few more columns.
fn brought(row: &str) -> (Result<ZoneDecision, String>, Vec<DoubtKind>) {
    let empty = ";".repeat(10 - row.matches(';').count());
    let header = "Child;Date of decision;Zone;Reason;Social worker;Supervisor;Independent practitioner;Effective from;Months;Reason for period;Period agreed by\n";
    let plan = planned(&IMPORTED.1, &zones(&format!("{header}{row}{empty}\n")));
    let report = &plan.report.files[0];
    let doubts = report.doubts.iter().map(|doubt| doubt.kind).collect();
    let after = saved(&IMPORTED.1, &plan);
    let decision = after.decisions.into_values().next();
    let aside = || report.set_aside[0].why.clone();
    (decision.map(|made| made.body).ok_or_else(aside), doubts)
}

fn made(row: &str) -> ZoneDecision {
    brought(row).0.unwrap()
}

fn aside(row: &str) -> String {
    brought(row).0.unwrap_err()
}

#[test]
fn the_samples_decisions_come_in_for_the_right_children() {
    let plan = planned(&IMPORTED.1, &of_the_sample());
    let file = &plan.report.files[0];
    assert_eq!(
        (file.kind, file.rows, file.entries),
        (FileKind::Zones, 33, 33)
    );
    assert!(
        file.set_aside.is_empty() && file.doubts.is_empty(),
        "{file:?}"
    );
    assert_eq!(plan.report.around.decisions, 33);
    let after = saved(&IMPORTED.1, &plan);
    let told: Vec<(&str, String)> = after
        .children()
        .into_iter()
        .map(|child| {
            let decisions = after.decisions_of(child.id());
            let zones = decisions.iter().map(|made| made.body.zone.letter());
            (child.body.short_name(), zones.collect())
        })
        .collect();
    let told: Vec<(&str, &str)> = told
        .iter()
        .map(|(name, zones)| (*name, zones.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Lowri", "OYOROYYYYY"),
            ("Kuba", "OYOROYYGYOOO"),
            ("Wren", "OYOROYYGYYY")
        ]
    );
    for made in after.decisions.values().map(|made| &made.body) {
        let voices: Vec<VoiceOf> = made.voices.iter().map(|voice| voice.of).collect();
        assert_eq!(voices[..2], [VoiceOf::Practitioner, VoiceOf::Supervisor]);
        assert!(
            made.voices[..2]
                .iter()
                .all(|voice| voice.view == View::NotRecorded)
        );
        assert!(
            made.origin.starts_with("zones.csv, row "),
            "{}",
            made.origin
        );
    }
    let independent = after.decisions.values().flat_map(|made| &made.body.voices);
    let independent: Vec<(&str, View)> = independent
        .filter(|voice| voice.of == VoiceOf::Independent)
        .map(|voice| (voice.name.as_str(), voice.view))
        .collect();
    assert_eq!(
        independent,
        [("G Pellow", View::Agrees); 5],
        "named in the reason"
    );
}

#[test]
fn the_same_decisions_again_change_nothing() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let again = planned(&after, &of_the_sample());
    assert!(again.writes.is_empty());
    let file = &again.report.files[0];
    assert_eq!((file.rows, file.entries, file.set_aside.len()), (33, 0, 33));
    assert!(
        file.set_aside
            .iter()
            .all(|row| row.why == "Already in the case.")
    );
}

#[test]
fn a_reason_put_into_better_words_here_is_not_doubled_by_the_file() {
    let mut after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    for made in after.decisions.values_mut() {
        made.body.reason = "In our own words.".to_owned();
    }
    assert!(planned(&after, &of_the_sample()).writes.is_empty());
}

#[test]
fn a_zone_is_read_from_a_word_or_a_letter_and_never_guessed() {
    let zone = |cell: &str| made(&format!("Kuba;3/11/2026;{cell};why;A;B")).zone;
    assert_eq!(zone("ORANGE"), Zone::Orange);
    assert_eq!(zone("o"), Zone::Orange);
    assert_eq!(zone("Yellow zone"), Zone::Yellow);
    assert_eq!(zone("stays in green"), Zone::Green);
    assert_eq!(zone("R - red"), Zone::Red);
    let why = |cell: &str| aside(&format!("Kuba;3/11/2026;{cell};why;A;B"));
    assert!(
        why("Amber").contains("it may mean Yellow or Orange"),
        "{}",
        why("Amber")
    );
    assert!(why("amber/orange").contains("may mean Yellow or Orange"));
    assert!(why("Yellow to Orange").contains("does not name one zone"));
    assert!(why("not red").contains("does not name one zone"));
    assert!(why("").contains("No zone is named"));
    assert!(why("zone").contains("No zone is named"));
}

#[test]
fn a_child_is_matched_by_any_of_their_names_and_nobody_else_is() {
    let lowri = |row: &str| {
        IMPORTED.1.people[&made(row).child]
            .body
            .short_name()
            .to_owned()
    };
    assert_eq!(lowri("DABEK Lowri;3/11/2026;Y;why;A;B"), "Lowri");
    assert_eq!(
        lowri("P01;3/11/2026;Y;why;A;B"),
        "Lowri",
        "the agency's own number"
    );
    assert!(
        aside("Sian Prosser;3/11/2026;Y;why;A;B")
            .contains("Siân Prosser is not one of the children")
    );
    assert!(aside("Gwen;3/11/2026;Y;why;A;B").contains("goes by \"Gwen\""));
    assert!(aside("Kuba and Gwen;3/11/2026;Y;why;A;B").contains("goes by"));
    assert!(aside(";3/11/2026;Y;why;A;B").contains("Nobody is named"));
}

#[test]
fn a_row_on_all_three_is_a_decision_for_each() {
    let plan = planned(
        &IMPORTED.1,
        &zones("child,date,zone,reason\nAll three,03/11/2026,Red,why\nBoth,04/11/2026,Red,why\n"),
    );
    let file = &plan.report.files[0];
    assert_eq!(
        (file.rows, file.entries, plan.report.around.decisions),
        (2, 1, 3)
    );
    assert!(
        file.set_aside[0]
            .why
            .contains("The row says 2 children, and 3 had been born by then")
    );
}

#[test]
fn a_day_that_cannot_be_is_refused_and_a_decision_without_one_is_kept_undated() {
    assert!(aside("Kuba;13/06/2031;Y;why;A;B").contains("has not come yet"));
    assert!(aside("Kuba;13/06/1931;Y;why;A;B").contains("long before Kuba was born"));
    let (made, doubts) = brought("Kuba;31/02/2026;Y;why;A;B");
    let made = made.unwrap();
    assert_eq!((made.on.written(), made.on.anchor()), ("31/02/2026", None));
    assert_eq!(doubts, [DoubtKind::NoSuchDay]);
    let (made, doubts) = brought("Kuba;;Y;why;A;B");
    assert_eq!(made.unwrap().on.anchor(), None);
    assert_eq!(doubts, [DoubtKind::NoDate]);
    let (made, _) = brought("Kuba;March 2026;Y;why;A;B");
    assert_eq!(
        made.unwrap().on.reading(),
        Reading::On(Part::Month {
            year: 2026,
            month: 3
        })
    );
    let (_, doubts) = brought("Wren;1 May 2020;R;before the birth;A;B");
    assert_eq!(
        doubts,
        [DoubtKind::BeforeBirth],
        "a decision in the pregnancy is asked about"
    );
}

#[test]
fn each_voice_is_kept_as_the_file_has_it() {
    let voices = made(
        "Kuba;3/11/2026;Y;why;A Brennock;M Tidewell (does not agree: too soon);G. Pellow agrees",
    )
    .voices;
    let told: Vec<_> = voices
        .iter()
        .map(|voice| (voice.name.as_str(), voice.view, voice.words.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("A Brennock", View::NotRecorded, ""),
            ("M Tidewell", View::Dissents, "does not agree: too soon"),
            ("G. Pellow", View::Agrees, "")
        ]
    );
    let voices = made("Kuba;3/11/2026;Y;why;;M Tidewell;none").voices;
    assert_eq!(voices.len(), 1, "nobody is nobody: {voices:?}");
    let table = "child,date,zone,supervisor,supervisor agrees,independent view\nKuba,3/11/2026,Y,M Tidewell,yes,disagrees\n";
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &zones(table)));
    let made = &after.decisions.values().next().unwrap().body;
    let views: Vec<_> = made
        .voices
        .iter()
        .map(|voice| (voice.name.as_str(), voice.view))
        .collect();
    assert_eq!(views, [("M Tidewell", View::Agrees), ("", View::Dissents)]);
}

#[test]
fn another_first_day_and_another_period_stand_beside_the_decision() {
    let made = made("Wren;16/05/2022;O;why;A;B;;06/05/2022;3 months;aged one;J Pettigrove");
    assert_eq!(
        made.counts_from.as_ref().map(FuzzyDate::written),
        Some("06/05/2022")
    );
    assert_eq!(made.on.written(), "16/05/2022", "both days stay");
    let period = made.period.unwrap();
    assert_eq!(
        (
            period.months,
            period.why.as_str(),
            period.agreed_by.as_str()
        ),
        (3, "aged one", "J Pettigrove")
    );
    let (made, doubts) = brought("Wren;16/05/2022;O;why;A;B;;16/05/2022;shorter;aged one");
    let made = made.unwrap();
    assert_eq!((made.counts_from, made.period), (None, None));
    assert_eq!(
        made.reason, "why Period: shorter. aged one",
        "no word is lost"
    );
    assert!(doubts.contains(&DoubtKind::Unreadable));
}

#[test]
fn columns_that_nobody_asked_for_stay_with_the_reason() {
    let table = "Child,Decision date,RAG,Why,Resilience,Team\nKuba,3/11/2026,Red,\"Not safe, yet\",absent,North\n";
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &zones(table)));
    let made = &after.decisions.values().next().unwrap().body;
    assert_eq!(
        made.reason,
        "Not safe, yet Resilience: absent. Team: North."
    );
}

#[test]
fn what_stays_out_is_kept_in_the_case_with_its_words() {
    let files = zones("child,date,zone,reason\nKuba,03/11/2026,amber,words of the row\n\n");
    let plan = planned(&IMPORTED.1, &files);
    let after = saved(&IMPORTED.1, &plan);
    let kept = after.imports.values().flat_map(|import| &import.body.files);
    let kept: Vec<_> = kept
        .filter(|file| file.file == "zones.csv")
        .flat_map(|file| &file.set_aside)
        .collect();
    assert!(kept[0].cells.contains(&"words of the row".to_owned()));
    assert!(planned(&after, &files).writes.is_empty(), "kept once");
}

#[test]
fn a_family_whose_people_are_not_known_is_asked_for_them() {
    let mint = &mut Mint::seeded(1);
    let fault = plan(
        &CaseFile::default(),
        &of_the_sample(),
        &options(),
        mint,
        &mut |_| {},
    )
    .unwrap_err();
    assert!(
        fault.to_string().contains("no children here yet"),
        "{fault}"
    );
    let with_people = ImportFiles {
        people: Some(sample("people.csv")),
        ..of_the_sample()
    };
    assert_eq!(
        planned(&CaseFile::default(), &with_people)
            .report
            .around
            .decisions,
        33
    );
}

#[test]
fn decisions_on_zones_come_in_once_the_people_are_known() {
    let desk = TypingDesk::with_store();
    let early = desk.import_table("zones", "zones.csv", &[]);
    assert_eq!(early.status.code(), Some(1));
    assert!(
        said(&early).contains("Bring a table of its people in with it"),
        "{}",
        said(&early)
    );
    assert!(desk.import(&["police.csv"], &[]).status.success());
    let ahead = said(&desk.import_table("zones", "zones.csv", &["--dry-run"]));
    assert!(
        ahead.contains("33 rows from 1 file: 33 came in, 0 set aside. None is lost."),
        "{ahead}"
    );
    assert!(ahead.contains("This was a look ahead"), "{ahead}");
    let schema = json(&desk.run(&["import", "zones", "--schema"]));
    let report = json(&desk.import_table("zones", "zones.csv", &["--json"]));
    fits(&report, &schema, &schema, "report");
    assert_eq!(
        (&report["files"][0]["kind"], &report["around"]["decisions"]),
        (&"zones".into(), &33.into())
    );
    let again = said(&desk.import_table("zones", "zones.csv", &[]));
    assert!(
        again.contains("All of it is there already; nothing was written."),
        "{again}"
    );
    assert!(said(&desk.run(&["check"])).contains("All is whole"));
}
