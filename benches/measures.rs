//! How long the work that people wait for takes. `cargo bench` prints it; nothing here is a test.
//!
//! By default the store has 400 cases and 40,000 entries and is made before the first measure. To measure on a large one,
//! make it once and name it (its passphrase must be `demo`):
//!
//! ```text
//! cargo run --release -- demo --cases 10000 --entries 1000000 --keep large
//! THROUGHLINE_BENCH_STORE=large cargo bench
//! ```
//!
//! What is seen on a terminal (first paint, bytes and time per key, memory, idle) is measured from outside with a meter
//! that starts the program in a pseudo-terminal and plays keys, for example over
//! `throughline --store large --passphrase-file passphrase --today 2026-11-23`.
#![allow(missing_docs, clippy::unwrap_used)]

use chrono::{DateTime, Utc};
use divan::{Bencher, black_box};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Instant;
use tempfile::TempDir;
use throughline::exchange::demo;
use throughline::insight::{
    as_at::as_at,
    contradictions, duplicates,
    family::Family,
    gaps::family_gaps,
    lengths,
    search::{self, Needle},
    told::Told,
};
use throughline::record::{
    Account, Body, CaseFile, CaseId, CaseLine, Change, Entry, FuzzyDate, Mint, Write,
};
use throughline::store::{Cost, Passphrase, Place, Store};

fn main() {
    LazyLock::force(&OFFICE);
    divan::main();
}

/// The store that is measured, and its largest case.
struct Office {
    _folder: Option<TempDir>,
    store: Store,
    lines: Vec<CaseLine>,
    largest: CaseId,
}

static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let (folder, place) = match std::env::var_os("THROUGHLINE_BENCH_STORE") {
        Some(store) => (None, Place::at(PathBuf::from(store))),
        None => {
            let folder = tempfile::tempdir().unwrap();
            let place = Place::at(folder.path().join("store"));
            let store = Store::create(&place, &passphrase(), "bench", Cost::Full).unwrap();
            let cases: Vec<Change> = demo::large_caseload(400, 40_000, 8).unwrap().collect();
            store.save_together(&cases).unwrap();
            (Some(folder), place)
        }
    };
    let start = Instant::now();
    let store = Store::open(&place, &passphrase(), &mut |_| {}).unwrap();
    let unlocked = start.elapsed();
    let lines = store.caseload().unwrap();
    let usable = start.elapsed();
    let entries: u64 = lines.iter().map(|line| u64::from(line.entries)).sum();
    let largest = lines.iter().max_by_key(|line| line.entries).unwrap();
    println!(
        "{} cases, {entries} entries, {} of them in the largest case\n\
         passphrase to open store {} ms, to caseload {} ms",
        lines.len(),
        largest.entries,
        unlocked.as_millis(),
        usable.as_millis()
    );
    let largest = largest.case;
    Office {
        _folder: folder,
        store,
        lines,
        largest,
    }
});

static CASE: LazyLock<CaseFile> = LazyLock::new(|| OFFICE.store.case_file(OFFICE.largest).unwrap());

fn passphrase() -> Passphrase {
    Passphrase::new("demo".to_owned())
}

mod store {
    use super::*;

    #[divan::bench]
    fn read_the_caseload() -> Vec<CaseLine> {
        OFFICE.store.caseload().unwrap()
    }

    #[divan::bench]
    fn open_the_largest_case() -> CaseFile {
        OFFICE.store.case_file(OFFICE.largest).unwrap()
    }

    #[divan::bench(sample_count = 10)]
    fn search_a_rare_word_in_everything() -> usize {
        let needle = Needle::new("velodrome");
        let cases: Vec<CaseId> = OFFICE.lines.iter().map(|line| line.case).collect();
        let mut found = 0;
        let visit = |_, _| {
            found += 1;
            ControlFlow::Continue(())
        };
        OFFICE.store.find_records(&cases, &needle, visit).unwrap();
        found
    }

    /// One entry, acknowledged once it is on the disk. It is measured in a store of its own, so that a large store that
    /// was named stays as it was.
    #[divan::bench(sample_count = 200)]
    fn save_an_entry(bencher: Bencher) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path().join("store"));
        let store = Store::create(&place, &passphrase(), "bench", Cost::Full).unwrap();
        let family = demo::caseload().unwrap().remove(0);
        store.save(&family).unwrap();
        let file = store.case_file(family.case).unwrap();
        let mut mint = Mint::random();
        bencher
            .with_inputs(|| change(&file, family.case, &mut mint))
            .bench_local_values(|change| store.save(&change).unwrap());
    }

    fn change(file: &CaseFile, case: CaseId, mint: &mut Mint) -> Change {
        let account = Account {
            id: mint.next_id(),
            source: "School".to_owned(),
            source_kind: "school".to_owned(),
            reference: String::new(),
            recorded_by: "Office".to_owned(),
            when: FuzzyDate::day(demo::last_day()),
            known_on: None,
            text: "Read to the class and was clapped for it. ".repeat(6),
            analysis: String::new(),
            action: String::new(),
            more: Vec::new(),
            origin: None,
        };
        let entry = Body::Entry(Entry::told_by(vec![account], Vec::new()));
        let write = Write::Put(mint.next_id(), Box::new(entry));
        Change::of(
            file,
            case,
            "bench",
            "add entry",
            DateTime::<Utc>::MIN_UTC,
            vec![write],
        )
    }
}

/// The largest case's chronology as an agency would send it, brought into a new case: duplicates and contradictions
/// included. Rows per second are items per second.
mod import {
    use super::*;
    use divan::counter::ItemsCount;
    use throughline::exchange::import::{ImportFiles, ImportOptions, Mapping, SourceFile, plan};

    #[divan::bench(sample_count = 5, sample_size = 1)]
    fn plan_a_long_chronology(bencher: Bencher) {
        let (files, rows) = files();
        let options = ImportOptions {
            family: "Bench".to_owned(),
            today: demo::last_day(),
            mapping: Mapping::default(),
        };
        bencher.counter(ItemsCount::new(rows)).bench_local(|| {
            let nothing = CaseFile::default();
            let planned = plan(
                &nothing,
                &files,
                &options,
                &mut Mint::seeded(1),
                &mut |_| {},
            );
            black_box(planned.unwrap().writes.len())
        });
    }

    fn files() -> (ImportFiles, usize) {
        let mut people = csv::Writer::from_writer(Vec::new());
        people.write_record(["name", "relation", "dob"]).unwrap();
        for person in CASE.people.values() {
            let born = person.body.born.as_ref().map_or("", FuzzyDate::written);
            people
                .write_record([&person.body.name, &person.body.relation, born])
                .unwrap();
        }
        let mut told = csv::Writer::from_writer(Vec::new());
        told.write_record(["Date", "Child", "Source", "What happened"])
            .unwrap();
        let chronology = CASE.chronology();
        for entry in &chronology {
            let (entry, account) = (&entry.body, &entry.body.accounts[0]);
            let child = entry
                .children
                .first()
                .and_then(|child| CASE.people.get(child));
            let child = child.map_or("", |child| child.body.name.as_str());
            told.write_record([entry.when.written(), child, &account.source, &account.text])
                .unwrap();
        }
        let file = |name: &str, bytes| SourceFile {
            name: name.to_owned(),
            bytes,
        };
        let files = ImportFiles {
            chronologies: vec![file("told.csv", told.into_inner().unwrap())],
            people: Some(file("people.csv", people.into_inner().unwrap())),
            placements: None,
            ..ImportFiles::default()
        };
        (files, chronology.len())
    }
}

/// On the largest case.
mod insight {
    use super::*;

    #[divan::bench]
    fn order_the_chronology() -> usize {
        CASE.chronology().len()
    }

    #[divan::bench]
    fn find_gaps() -> usize {
        family_gaps(&CASE, 6, demo::last_day()).len()
    }

    #[divan::bench(sample_count = 10)]
    fn find_events_told_twice() -> usize {
        duplicates::find(&Told::all(&CASE), &Family::of_case(&CASE), []).len()
    }

    #[divan::bench(sample_count = 20)]
    fn find_contradictions() -> usize {
        contradictions::find(&Told::all(&CASE), &Family::of_case(&CASE)).len()
    }

    #[divan::bench]
    fn tell_the_story() -> usize {
        lengths::of_length(&CASE, lengths::Length::Story).len()
    }

    #[divan::bench]
    fn search_the_case() -> usize {
        search::search(&CASE, &Needle::new("velodrome")).len()
    }

    #[divan::bench(sample_count = 20)]
    fn read_as_at_a_day(bencher: Bencher) {
        let revisions = OFFICE.store.revisions(OFFICE.largest).unwrap();
        bencher.bench_local(|| black_box(as_at(&revisions, demo::last_day()).entries.len()));
    }
}

mod making_up {
    use super::*;

    /// What stands between the start of the demo and its caseload.
    #[divan::bench]
    fn the_demo_in_memory() -> Store {
        demo::store().unwrap()
    }
}

mod supervision {
    use super::*;
    use throughline::insight::changes::{Changes, changes};
    use throughline::insight::due::{Due, dues};
    use throughline::insight::walk::{Seen, page};
    use throughline::practice::walk::walk_steps;
    use throughline::record::Record;

    static REVISIONS: LazyLock<Vec<Record<Body>>> =
        LazyLock::new(|| OFFICE.store.revisions(OFFICE.largest).unwrap());

    /// What is due, asked at every save.
    #[divan::bench]
    fn what_is_due(bencher: Bencher) {
        let file = &*CASE;
        bencher.bench_local(|| -> Vec<Due> { dues(black_box(file), demo::last_day()) });
    }

    /// What changed in a year, asked at the second step of the walk.
    #[divan::bench]
    fn changes_of_a_year(bencher: Bencher) {
        let revisions = &*REVISIONS;
        let since = demo::last_day() - chrono::Days::new(365);
        bencher
            .bench_local(|| -> Changes { changes(black_box(revisions), since, demo::last_day()) });
    }

    /// Every step of the walk but that of the changes.
    #[divan::bench]
    fn all_steps_of_the_walk(bencher: Bencher) {
        let file = &*CASE;
        let dues = dues(file, demo::last_day());
        let seen = Seen {
            file,
            today: demo::last_day(),
            until: demo::last_day(),
            session: None,
            zones_decided: &[],
            dues: &dues,
            noted: None,
            revisions: None,
        };
        bencher.bench_local(|| -> usize {
            let steps = walk_steps().iter();
            steps.map(|step| page(&step.id, seen).blocks.len()).sum()
        });
    }
}

mod genogram;
mod screen;
