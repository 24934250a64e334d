//! Bringing chronologies in: the sample family, row by row against its truth table (`tests/samples/README.md`).

use crate::import_desk::*;
use throughline::exchange::import::*;
use throughline::record::*;

#[test]
fn every_file_is_read_in_its_own_form_and_every_row_is_accounted_for() {
    let forms = [
        (SOCIAL, "UTF-8", ',', 69),
        (HEALTH, "windows-1252", ';', 29),
        (SCHOOL, "UTF-8", ',', 35),
        (POLICE, "UTF-8", '\t', 16),
        (CONTACT, "UTF-8", ',', 30),
    ];
    assert_eq!(report().files.len(), forms.len());
    for (found, (file, encoding, separator, rows)) in report().files.iter().zip(forms) {
        assert_eq!(
            (found.file.as_str(), found.encoding.as_str()),
            (file, encoding)
        );
        assert_eq!((found.separator, found.rows), (separator, rows), "{file}");
        let aside = u32::try_from(found.set_aside.len()).unwrap();
        assert_eq!(
            found.rows,
            found.entries + found.joined + aside,
            "{file}: rows in are rows accounted for"
        );
    }
    let accounts: usize = IMPORTED
        .1
        .entries
        .values()
        .map(|entry| entry.body.accounts.len())
        .sum();
    assert_eq!(
        accounts,
        67 + 28 + 34 + 15 + 28,
        "every row with content came in"
    );
}

#[test]
fn blank_rows_and_the_repeated_header_are_set_aside_with_a_reason() {
    let expected = [
        ("E1", SOCIAL, 11, 11, "Blank line."),
        ("E2", SOCIAL, 44, 44, "Blank row: separators only."),
        ("E3", HEALTH, 11, 11, "Blank row: separators only."),
        ("E4", SCHOOL, 8, 8, "Blank line."),
        ("E5", POLICE, 8, 8, "Blank row: separators only."),
        ("E6", CONTACT, 14, 14, "Blank row: separators only."),
        ("S3", CONTACT, 22, 22, "The header again."),
    ];
    let aside = report()
        .files
        .iter()
        .flat_map(|file| file.set_aside.iter().map(|row| (file.file.as_str(), row)));
    let aside: Vec<_> = aside
        .map(|(file, row)| (file, row.record, row.line, row.why.as_str()))
        .collect();
    let wanted: Vec<_> = expected
        .iter()
        .map(|(_, file, record, line, why)| (*file, *record, *line, *why))
        .collect();
    assert_eq!(aside, wanted);
    let import = IMPORTED.1.imports.values().next().unwrap();
    assert_eq!(
        import.body.files[4].set_aside[1].cells[0], "Session",
        "the words of the row are kept"
    );
}

#[test]
fn dates_that_cannot_be_right_are_kept_and_asked_about() {
    let b1 = account(SOCIAL, 15);
    assert_eq!(
        (b1.when.reading(), b1.when.written()),
        (Reading::Unknown, "31/02/2021"),
        "B1: not guessed"
    );
    assert_eq!(doubts(SOCIAL, 15), [DoubtKind::NoSuchDay]);
    let b2 = account(SCHOOL, 33);
    assert_eq!(
        (b2.when.reading(), b2.when.written()),
        (Reading::Unknown, "tbc"),
        "B2"
    );
    assert_eq!(
        (doubts(SCHOOL, 33), line(SCHOOL, 33)),
        (vec![DoubtKind::NoDate], 36)
    );
    let b3 = account(CONTACT, 29);
    assert_eq!(
        (b3.when.reading(), b3.when.written()),
        (Reading::Unknown, "Sat 13 June 2031"),
        "B3"
    );
    assert_eq!(
        doubts(CONTACT, 29),
        [DoubtKind::WeekdayDoesNotFit, DoubtKind::InTheFuture]
    );
    assert_eq!(
        account(SOCIAL, 2).when.reading(),
        Reading::On(Part::Year(2009)),
        "O1: kept with its date"
    );
    assert_eq!(doubts(SOCIAL, 2), [DoubtKind::BeforeBirth]);
    assert_eq!(
        account(HEALTH, 20).when.exact_day(),
        Some(day(2019, 11, 3)),
        "O2: kept with its date"
    );
    assert_eq!(doubts(HEALTH, 20), [DoubtKind::BeforeBirth]);
}

#[test]
fn rows_with_commas_in_free_words_lose_nothing() {
    let s1 = account(SOCIAL, 34);
    assert_eq!(
        s1.action, "Letter before proceedings explained line by line, copy to solicitor",
        "S1"
    );
    assert_eq!(doubts(SOCIAL, 34), [DoubtKind::TooManyCells]);
    let s2 = account(CONTACT, 9);
    assert_eq!(
        s2.text, "On time, brought a pop-up book of trams, Wren sat beside him for the first time",
        "S2"
    );
    assert_eq!(doubts(CONTACT, 9), [DoubtKind::TooManyCells]);
}

#[test]
fn dates_that_are_not_exact_read_as_they_are_meant() {
    let on = |year, month| Reading::On(Part::Month { year, month });
    let expected = [
        ("I1", 5, "2018", Reading::On(Part::Year(2018))),
        ("I2", 6, "c. 2019", Reading::About(Part::Year(2019))),
        ("I3", 12, "January 2021", on(2021, 1)),
        ("I4", 18, "March 2021", on(2021, 3)),
        (
            "I5",
            20,
            "?12/04/2021",
            Reading::On(Part::Day(day(2021, 4, 12))),
        ),
        (
            "I6",
            30,
            "between 3 and 10 May 2022",
            Reading::Between(Part::Day(day(2022, 5, 3)), Part::Day(day(2022, 5, 10))),
        ),
        ("I7", 33, "August 2022", on(2022, 8)),
    ];
    for (id, record, written, reading) in expected {
        let when = &account(SOCIAL, record).when;
        assert_eq!((when.written(), when.reading()), (written, reading), "{id}");
        assert_eq!(when.is_uncertain(), id == "I5", "{id}");
        assert!(doubts(SOCIAL, record).is_empty(), "{id} is no fault");
    }
}

#[test]
fn no_other_row_is_doubted() {
    let asked = report().files.iter().flat_map(|file| {
        file.doubts
            .iter()
            .map(|doubt| (file.file.as_str(), doubt.record))
    });
    let mut asked: Vec<_> = asked.collect();
    asked.dedup();
    let expected = [
        (SOCIAL, 2),
        (SOCIAL, 15),
        (SOCIAL, 34),
        (HEALTH, 20),
        (SCHOOL, 33),
        (POLICE, 17),
        (CONTACT, 9),
        (CONTACT, 29),
    ];
    assert_eq!(asked, expected);
    assert_eq!(
        doubts(POLICE, 17),
        [DoubtKind::WhichChild],
        "\"Occupants\" names no child"
    );
}

#[test]
fn the_gaps_of_the_family_are_found() {
    let gaps: Vec<_> = report()
        .gaps
        .iter()
        .map(|gap| (gap.from, gap.to, gap.days))
        .collect();
    let (g1, g2) = (
        (day(2015, 11, 12), day(2016, 9, 21), 314),
        (day(2020, 1, 28), day(2020, 8, 19), 204),
    );
    assert_eq!(gaps, [g1, g2]);
}

#[test]
fn the_same_files_again_change_nothing() {
    let (_, file) = &*IMPORTED;
    let again = planned(file, &family());
    assert!(again.writes.is_empty(), "{} writes", again.writes.len());
    for found in &again.report.files {
        assert_eq!((found.entries, found.joined), (0, 0), "{}", found.file);
        assert_eq!(usize::try_from(found.rows).unwrap(), found.set_aside.len());
    }
    let row = &again.report.files[0].set_aside[0];
    assert_eq!(
        (row.record, row.why.as_str()),
        (2, "Already in the chronology.")
    );
}

#[test]
fn one_undo_takes_an_import_back() {
    let (plan, file) = &*IMPORTED;
    let change = plan.change(
        &CaseFile::default(),
        "A Brennock",
        chrono::DateTime::UNIX_EPOCH,
    );
    let undo = Change::of(
        file,
        plan.case,
        "A Brennock",
        "undo",
        chrono::DateTime::UNIX_EPOCH,
        change.undo(),
    );
    let mut after = file.clone();
    undo.apply(&mut after);
    assert!(
        after.entries.is_empty()
            && after.people.is_empty()
            && after.imports.is_empty()
            && after.case.is_none()
    );
}

#[test]
fn the_preview_shows_the_doubtful_rows_first() {
    let preview = &IMPORTED.0.preview;
    assert_eq!(preview.len(), 69 + 29 + 35 + 16 + 30);
    let doubtful = preview
        .iter()
        .take_while(|row| !row.doubts.is_empty())
        .count();
    assert_eq!(doubtful, 8);
    assert!(preview[doubtful..].iter().all(|row| row.doubts.is_empty()));
    assert!(
        preview[doubtful..doubtful + 7]
            .iter()
            .all(|row| matches!(row.outcome, RowOutcome::SetAside(_)))
    );
}
