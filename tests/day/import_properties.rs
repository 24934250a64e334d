//! What holds for every table that anybody could send: rows in are rows accounted for, and no word is lost.

use crate::import_desk::{IMPORTED, day, saved};
use proptest::prelude::*;
use throughline::exchange::import::table::TableRows;
use throughline::exchange::import::*;
use throughline::record::*;

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z ,;'£ŵ\"]{0,24}",
        1 => Just(String::new()),
        1 => Just("line\nbreak".to_owned()),
        1 => Just("All three".to_owned()),
        1 => Just("03/04/2021".to_owned()),
    ]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (1u32..29, 1u32..13, 2012i32..2026).prop_map(|(d, m, y)| format!("{d:02}/{m:02}/{y}")),
        1 => Just("March 2021".to_owned()),
        1 => Just("31/02/2021".to_owned()),
        1 => Just("tbc".to_owned()),
        1 => Just(String::new()),
    ]
}

fn row() -> impl Strategy<Value = Vec<String>> {
    let full = (
        date(),
        cell(),
        "[a-z]{3,9} [a-z]{3,9}( |\"|,)?[a-z]{0,9}",
        cell(),
    );
    let full = full.prop_map(|(date, child, text, action)| vec![date, child, text, action]);
    prop_oneof![
        12 => full,
        1 => Just(vec![String::new()]),
        1 => Just(vec![String::new(); 4]),
        1 => Just(["Date", "Child", "Event", "Action"].map(str::to_owned).to_vec()),
        1 => prop::collection::vec(cell(), 1..7),
    ]
}

fn written(rows: &[Vec<String>], separator: char, end: &str) -> String {
    let quoted = |cell: &String| {
        let plain = !cell.contains(['"', '\n', '\r', separator]) && !cell.starts_with(' ');
        if plain {
            cell.clone()
        } else {
            format!("\"{}\"", cell.replace('"', "\"\""))
        }
    };
    let lines = rows.iter().map(|row| {
        row.iter()
            .map(quoted)
            .collect::<Vec<_>>()
            .join(&separator.to_string())
    });
    lines.map(|line| line + end).collect()
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let good = vec!["05/06/2020", "Lowri", "came to school", "none"];
    let good: Vec<String> = good.into_iter().map(str::to_owned).collect();
    prop::collection::vec(row(), 0..24).prop_map(move |mut rows| {
        rows.insert(
            0,
            ["Date", "Child", "Event", "Action"]
                .map(str::to_owned)
                .to_vec(),
        );
        // Enough sound rows that it is a table at all.
        rows.extend(std::iter::repeat_n(good.clone(), 30));
        rows
    })
}

fn zone_row() -> impl Strategy<Value = Vec<String>> {
    let child = prop_oneof![6 => Just("Kuba".to_owned()), 1 => Just("Siân Prosser".to_owned()), 3 => cell()];
    let zone =
        prop_oneof![6 => Just("Orange".to_owned()), 1 => Just("amber".to_owned()), 3 => cell()];
    let full = (child, date(), zone, "[a-z]{3,9} [a-z]{3,9}", cell(), cell());
    let full = full.prop_map(|(child, date, zone, reason, one, other)| {
        vec![child, date, zone, reason, one, other]
    });
    prop_oneof![
        12 => full,
        1 => Just(vec![String::new(); 6]),
        1 => prop::collection::vec(cell(), 1..9),
    ]
}

fn options() -> ImportOptions {
    ImportOptions {
        family: "Any".to_owned(),
        today: day(2026, 11, 23),
        mapping: Mapping::default(),
    }
}

fn files(tables: &[String]) -> ImportFiles {
    let named = tables.iter().enumerate().map(|(number, text)| SourceFile {
        name: format!("agency-{number}.csv"),
        bytes: text.clone().into_bytes(),
    });
    ImportFiles {
        chronologies: named.collect(),
        ..ImportFiles::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_in_are_rows_accounted_for(one in table(), other in table(), end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        let tables = [written(&one, ',', end), written(&other, ';', end)];
        let plan = plan(&CaseFile::default(), &files(&tables), &options(), &mut Mint::seeded(3), &mut |_| {}).unwrap();
        for (found, rows) in plan.report.files.iter().zip([&one, &other]) {
            let aside = u32::try_from(found.set_aside.len()).unwrap();
            prop_assert_eq!(found.rows as usize, rows.len() - 1);
            prop_assert_eq!(found.rows, found.entries + found.joined + aside);
            prop_assert!(found.set_aside.iter().all(|row| !row.why.is_empty()));
        }
        let mut file = CaseFile::default();
        plan.change(&file, "A", chrono::DateTime::UNIX_EPOCH).apply(&mut file);
        let accounts: usize = file.entries.values().map(|entry| entry.body.accounts.len()).sum();
        let came_in: u32 = plan.report.files.iter().map(|file| file.entries + file.joined).sum();
        prop_assert_eq!(accounts, came_in as usize);
        prop_assert_eq!(file.entries.len() as u32, plan.report.files.iter().map(|file| file.entries).sum::<u32>());

        // Nothing is doubled by bringing the same files in again.
        let again = throughline::exchange::import::plan(&file, &files(&tables), &options(), &mut Mint::seeded(4), &mut |_| {});
        prop_assert!(again.unwrap().writes.is_empty());
    }

    #[test]
    fn no_word_is_lost(rows in table()) {
        let plan = plan(&CaseFile::default(), &files(&[written(&rows, ',', "\n")]), &options(), &mut Mint::seeded(3), &mut |_| {}).unwrap();
        let mut file = CaseFile::default();
        plan.change(&file, "A", chrono::DateTime::UNIX_EPOCH).apply(&mut file);
        let mut kept = String::new();
        for account in file.entries.values().flat_map(|entry| &entry.body.accounts) {
            kept += &format!("\u{1}{}\u{1}{}\u{1}{}\u{1}", account.when.written(), account.text, account.action);
            kept.extend(account.more.iter().map(|(_, cell)| format!("{cell}\u{1}")));
        }
        for cell in rows.iter().skip(1).filter(|row| row.len() <= 4).flatten() {
            let header = ["Date", "Child", "Event", "Action"].contains(&cell.as_str());
            prop_assert!(header || kept.contains(cell.trim()), "{cell:?} is lost");
        }
    }

    #[test]
    fn a_table_reads_back_as_the_csv_crate_writes_it(rows in prop::collection::vec(prop::collection::vec(cell(), 2..6), 1..12)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let read: Result<Vec<_>, _> = TableRows::new("a.csv", &text, b',').collect();
        let read: Vec<Vec<String>> = read.unwrap().into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b'\n'), Just(b','), Just(b'"'), 0x30u8..0x3A], 0..400), header in any::<bool>()) {
        let mut all = if header { b"Date,Child,Event\n01/02/2021,Lowri,came\n".to_vec() } else { Vec::new() };
        all.extend(bytes);
        let files = ImportFiles { chronologies: vec![SourceFile { name: "any.csv".to_owned(), bytes: all }], ..ImportFiles::default() };
        if let Err(fault) = plan(&CaseFile::default(), &files, &options(), &mut Mint::seeded(5), &mut |_| {}) {
            prop_assert!(fault.to_string().contains("othing was written"));
        }
    }

    #[test]
    fn every_row_of_a_table_of_zones_comes_in_or_is_set_aside(rows in prop::collection::vec(zone_row(), 0..24)) {
        let header = ["Child", "Date", "Zone", "Reason", "Practitioner", "Supervisor"].map(str::to_owned).to_vec();
        let good = ["Lowri Dąbek", "2024-03-04", "Yellow", "why", "A", "B"].map(str::to_owned).to_vec();
        let all: Vec<Vec<String>> = std::iter::once(header).chain(rows).chain(std::iter::repeat_n(good, 3)).collect();
        let zones = SourceFile { name: "zones.csv".to_owned(), bytes: written(&all, ',', "\n").into_bytes() };
        let files = ImportFiles { zones: vec![zones], ..ImportFiles::default() };
        let plan = plan(&IMPORTED.1, &files, &options(), &mut Mint::seeded(9), &mut |_| {}).unwrap();
        let found = &plan.report.files[0];
        prop_assert_eq!(found.rows as usize, all.len() - 1);
        prop_assert_eq!(found.rows, found.entries + u32::try_from(found.set_aside.len()).unwrap());
        prop_assert!(found.set_aside.iter().all(|row| !row.why.is_empty()));
        let after = saved(&IMPORTED.1, &plan);
        prop_assert_eq!(after.decisions.len(), plan.report.around.decisions as usize);
        let kept = after.imports.values().flat_map(|import| &import.body.files).flat_map(|file| &file.set_aside);
        let mut words: Vec<&str> = kept.flat_map(|row| &row.cells).map(|cell| cell.trim()).collect();
        words.extend(after.decisions.values().map(|made| made.body.reason.as_str()));
        for row in all.iter().skip(1).filter(|row| row.len() == 6) {
            prop_assert!(words.contains(&row[3].trim()), "{:?} is lost", row);
        }
    }

    #[test]
    fn every_row_of_a_table_of_factors_comes_in_or_is_set_aside(rows in prop::collection::vec(zone_row(), 0..24), statuses in prop::collection::vec(prop_oneof![Just("yes"), Just("n/k"), Just("perhaps"), Just("")], 24)) {
        let header = ["Person", "Date", "Factor", "Evidence", "Status"].map(str::to_owned).to_vec();
        let rows = rows.into_iter().zip(&statuses).map(|(mut row, status)| {
            row.truncate(4);
            if let Some(factor) = row.get_mut(2).filter(|zone| *zone == "Orange") {
                *factor = "Neglect".to_owned();
            }
            row.push((*status).to_owned());
            row
        });
        let good = ["Lowri Dąbek", "2024-03-04", "Neglect", "why", "yes"].map(str::to_owned).to_vec();
        let all: Vec<Vec<String>> = std::iter::once(header).chain(rows).chain(std::iter::repeat_n(good, 3)).collect();
        let factors = SourceFile { name: "factors.csv".to_owned(), bytes: written(&all, ';', "\r\n").into_bytes() };
        let files = ImportFiles { factors: vec![factors], ..ImportFiles::default() };
        let plan = plan(&IMPORTED.1, &files, &options(), &mut Mint::seeded(9), &mut |_| {}).unwrap();
        let found = &plan.report.files[0];
        prop_assert_eq!(found.rows as usize, all.len() - 1);
        prop_assert_eq!(found.rows, found.entries + u32::try_from(found.set_aside.len()).unwrap());
        let after = saved(&IMPORTED.1, &plan);
        prop_assert_eq!(after.factors.len(), plan.report.around.findings as usize);
    }

    #[test]
    fn no_bytes_make_a_table_of_zones_factors_or_goals_panic(bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b'\n'), Just(b','), Just(b'"'), 0x30u8..0x3A], 0..400), header in any::<bool>(), which in 0..3u8) {
        let mut all = if header { b"Child,Date,Zone,Factor,Status,Goal,Review 1,Level 1\nLowri,01/02/2021,R,Neglect,y,We eat,02/02/2021,+1\n".to_vec() } else { Vec::new() };
        all.extend(bytes);
        let any = || vec![SourceFile { name: "any.csv".to_owned(), bytes: all.clone() }];
        let files = match which {
            0 => ImportFiles { factors: any(), ..ImportFiles::default() },
            1 => ImportFiles { goals: any(), ..ImportFiles::default() },
            _ => ImportFiles { zones: any(), ..ImportFiles::default() },
        };
        if let Err(fault) = plan(&IMPORTED.1, &files, &options(), &mut Mint::seeded(5), &mut |_| {}) {
            prop_assert!(fault.to_string().contains("othing was written"));
        }
    }
}
