//! Families of the demo written for other programs, hostile files, and the commands and the screen for both ways.

use crate::desk::Desk;
use crate::gedcom::{brought, files, written};
use crate::import_desk::sample;
use crate::plain::Office;
use std::os::unix::fs::PermissionsExt;
use throughline::exchange::gedcom::GedcomForm;
use throughline::record::*;

#[test]
fn the_sample_family_goes_out_and_comes_back_whole() {
    let demo = throughline::exchange::demo::caseload().unwrap();
    for change in demo {
        let file = CaseFile::of(change.records);
        for form in [GedcomForm::Gedcom7, GedcomForm::Gedcom551] {
            let out = written(&file, form);
            let (back, plan) = brought(&CaseFile::default(), &files("out.ged", out.as_bytes()));
            let people = |file: &CaseFile| {
                file.people
                    .values()
                    .map(|person| person.body.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(people(&back), people(&file), "{}", file.name());
            assert_eq!(back.bonds.len(), file.bonds.len(), "{}", file.name());
            assert!(plan.report.notices.len() == 1, "{:?}", plan.report.notices);
            let (_, again) = brought(&file, &files("out.ged", out.as_bytes()));
            assert_eq!(again.report.around, Default::default(), "{}", file.name());
        }
    }
}

#[test]
fn broken_and_hostile_files_are_refused_or_read_with_what_is_left() {
    let deep: String = (0..10_000)
        .map(|level| format!("{level} NOTE x\n"))
        .collect();
    let (file, _) = brought(
        &CaseFile::default(),
        &files("deep.ged", format!("0 HEAD\n{deep}").as_bytes()),
    );
    assert!(
        written(&file, GedcomForm::Gedcom7)
            .matches("NOTE x")
            .count()
            >= 10_000,
        "all of it is kept"
    );
    let long = format!("0 HEAD\n0 @I1@ INDI\n1 NOTE {}\n", "x".repeat(2 << 20));
    let refused = throughline::exchange::import::plan(
        &CaseFile::default(),
        &files("long.ged", long.as_bytes()),
        &crate::import_desk::options(),
        &mut Mint::seeded(1),
        &mut |_| {},
    );
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("long.ged, line 3")
    );
}

#[test]
fn the_commands_bring_a_family_in_by_its_content_and_write_it_for_its_owner_alone() {
    let office = Office::open();
    let file = office.folder.path().join("tree.txt");
    std::fs::write(&file, sample("gedcom/utf16.ged").bytes).unwrap();
    let said = office.says(&[
        "import",
        "family",
        file.to_str().unwrap(),
        "--family",
        "Ashdown",
    ]);
    assert!(
        said.contains("tree.txt: GEDCOM 5.5.1 in UTF-16LE"),
        "{said}"
    );
    assert!(said.contains("5 people and 5 bonds"), "{said}");
    assert!(
        said.contains("No child of this case is marked yet"),
        "{said}"
    );
    let printed = office.says(&["export", "Ashdown"]);
    assert!(printed.contains("2 VERS 7.0"));
    let out = office.folder.path().join("out.ged");
    let words = [
        "export",
        "Ashdown",
        "--as",
        "gedcom551",
        "--out",
        out.to_str().unwrap(),
    ];
    assert!(office.says(&words).contains("unsealed"));
    assert_eq!(
        std::fs::metadata(&out).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert!(
        std::fs::read_to_string(&out)
            .unwrap()
            .contains("1 CHAR UTF-8")
    );
    assert!(office.refuses(&words).contains("is there already"));
}

#[test]
fn the_screen_previews_a_family_file_and_takes_it_in() {
    let mut desk = Desk::empty();
    let file = format!(
        "{}/tests/samples/gedcom/ansel.ged",
        env!("CARGO_MANIFEST_DIR")
    );
    desk.press("i").type_text("Vaughan");
    desk.press("enter").press("enter").paste(&file);
    desk.press("ctrl-s")
        .shows("What would happen: nothing is written yet")
        .shows("3 people, 4 bonds")
        .shows("GEDCOM 5.5 in ANSEL");
    desk.press("a").shows("Vaughan");
    desk.press("u").shows("There are no families here yet");
}
