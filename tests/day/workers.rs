//! The two threads behind the screen: what is typed is kept while a long case is thought about, and what is read after a
//! save sees it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use throughline::exchange::demo;
use throughline::record::*;
use throughline::store::{Cost, Draft, Passphrase, Place, Store};
use throughline::tui::clerk::Clerk;
use throughline::tui::effect::{Answer, Effect, Msg, Request, SaveRequest};
use throughline::tui::model::next::SavePurpose;
use throughline::tui::ticket::Tickets;
use throughline::tui::workers::Workers;

/// Both threads beside a store on the disk.
struct Office {
    workers: Workers,
    tickets: Tickets,
    answers: Receiver<Msg>,
    _folder: tempfile::TempDir,
}

impl Office {
    /// With its store open.
    fn open() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path().join("store"));
        drop(Store::create(&place, &passphrase(), "M Clarke", Cost::Cheap).unwrap());
        let (inbox, answers) = channel();
        let mut office = Office {
            workers: Workers::start(Clerk::of_place(place), None, inbox).unwrap(),
            tickets: Tickets::default(),
            answers,
            _folder: folder,
        };
        office.unlock();
        office
    }

    fn unlock(&mut self) {
        self.ask(Effect::Unlock(passphrase()));
        loop {
            match self.answer() {
                Answer::Unlocked(_) => {}
                Answer::IdleMinutes(_) => return,
                Answer::StaysLocked(words) => panic!("{words}"),
                _ => {}
            }
        }
    }

    fn ask(&mut self, effect: Effect) {
        let ticket = self.tickets.give(effect.question());
        self.workers.ask(Request { ticket, effect });
    }

    fn answer(&self) -> Answer {
        match self.answers.recv_timeout(Duration::from_secs(300)).unwrap() {
            Msg::Answer(_, answer) => answer,
            other => panic!("{other:?}"),
        }
    }
}

/// A case of 5,000 entries.
fn long_case() -> Change {
    let mut all = demo::large_caseload(20, 24_000, 8).unwrap();
    all.find(|change| change.records.len() > 5_000).unwrap()
}

fn passphrase() -> Passphrase {
    Passphrase::new("rain on the Teifi".into())
}

fn draft(id: RecordId) -> Draft {
    Draft {
        id,
        case: None,
        kind: "entry".into(),
        fields: vec![("text".into(), "Half a sent".into())],
        written_at: chrono::DateTime::default(),
    }
}

#[test]
fn a_draft_is_on_the_disk_while_a_long_case_is_searched_for_duplicates() {
    let mut office = Office::open();
    let case = long_case();
    office.ask(Effect::FindOut(Arc::new(CaseFile::of(case.records))));
    let mut mint = Mint::seeded(1);
    let mut took = Vec::new();
    loop {
        let id = mint.next_id();
        let start = Instant::now();
        office.ask(Effect::PutDraft(draft(id)));
        office.ask(Effect::LoadDrafts);
        match office.answer() {
            Answer::Drafts(all) => assert!(all.iter().any(|one| one.id == id)),
            Answer::FoundOut(_) => break,
            other => panic!("{other:?}"),
        }
        took.push(start.elapsed());
    }
    let quickest = took.iter().min().expect("a draft was kept meanwhile");
    assert!(*quickest < Duration::from_millis(300), "{quickest:?}");
}

#[test]
fn what_is_read_after_a_save_was_asked_for_sees_it() {
    let mut office = Office::open();
    let long = long_case();
    let written = long.records.len();
    office.ask(Effect::Save(Box::new(SaveRequest {
        at: chrono::DateTime::default(),
        file: Arc::default(),
        purpose: SavePurpose::Command,
        change: long.clone(),
    })));
    office.ask(Effect::LoadRevisions(long.case));
    assert!(matches!(office.answer(), Answer::Saved(_)));
    match office.answer() {
        Answer::Revisions(of, all) => assert_eq!((of, all.len()), (long.case, written)),
        other => panic!("{other:?}"),
    }
    assert_eq!(office.workers.finish(), 0);
}

#[test]
fn of_questions_that_wait_only_the_last_of_a_kind_is_answered() {
    let mut office = Office::open();
    office.ask(Effect::FindOut(Arc::new(CaseFile::of(long_case().records))));
    let files = [(); 3].map(|()| Arc::new(CaseFile::default()));
    for file in &files {
        office.ask(Effect::FindOut(Arc::clone(file)));
    }
    let found = |answer| match answer {
        Answer::FoundOut(found) => Arc::clone(&found.file),
        other => panic!("{other:?}"),
    };
    // The first may have been begun before the others were asked.
    let mut last = found(office.answer());
    if !Arc::ptr_eq(&last, &files[2]) {
        last = found(office.answer());
    }
    assert!(Arc::ptr_eq(&last, &files[2]));
}

#[test]
fn a_store_that_was_locked_in_the_midst_of_a_search_opens_again() {
    let mut office = Office::open();
    let change = long_case();
    office.ask(Effect::Save(Box::new(SaveRequest {
        at: chrono::DateTime::default(),
        file: Arc::default(),
        purpose: SavePurpose::Command,
        change,
    })));
    office.ask(Effect::SearchCaseload("school".into()));
    office.ask(Effect::Lock);
    office.unlock();
}
