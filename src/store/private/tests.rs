//! Books of private notes, as whoever opened the store and whoever opened a book see them.

use super::*;
use crate::insight::search::Needle;
use crate::record::*;
use chrono::{DateTime, NaiveDate, Utc};

const WORKER: &str = "A Brennock";

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + minute * 60, 0).unwrap()
}

fn theirs() -> Passphrase {
    Passphrase::new("hail on the Rhinogs".into())
}

fn note(words: &str, number: u64, revision: u32) -> PrivateRevision {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut note = PrivateNote::on(day, WORKER, "M Tidewell");
    note.burnout = words.to_owned();
    PrivateRevision {
        id: RecordId::from_bytes([u8::try_from(number).unwrap(); 16]),
        revision,
        author: "M Tidewell".into(),
        recorded_at: at(number.try_into().unwrap()),
        note,
    }
}

fn store_and_book() -> (Store, PrivateBook) {
    let store = Store::in_memory("M Tidewell").unwrap();
    let book = store
        .make_private_book(WORKER, &theirs(), Cost::Cheap)
        .unwrap();
    (store, book)
}

#[test]
fn a_note_is_kept_put_right_and_both_ways_of_saying_it_stay() {
    let (store, book) = store_and_book();
    store.save_private(&book, &note("sleepless", 1, 1)).unwrap();
    store
        .save_private(&book, &note("sleeps badly", 1, 2))
        .unwrap();
    store.save_private(&book, &note("rested", 2, 1)).unwrap();
    let all = store.private_history(&book).unwrap();
    let words: Vec<_> = all.iter().map(|one| one.note.burnout.as_str()).collect();
    assert_eq!(words, ["sleepless", "sleeps badly", "rested"]);
    let now = store.private_notes(&book).unwrap();
    assert_eq!(now.len(), 2);
    assert_eq!(now[0].note.burnout, "sleeps badly");
}

#[test]
fn two_who_put_the_same_note_right_do_not_overwrite_each_other() {
    let (store, book) = store_and_book();
    store.save_private(&book, &note("a", 1, 1)).unwrap();
    store.save_private(&book, &note("b", 1, 2)).unwrap();
    for (revision, why) in [
        (2, "stands already"),
        (4, "none before it"),
        (0, "no revision"),
    ] {
        let refused = store.save_private(&book, &note("c", 1, revision));
        assert!(matches!(refused, Err(StoreError::Conflict)), "{why}");
    }
    assert_eq!(store.private_history(&book).unwrap().len(), 2);
}

#[test]
fn worker_and_supervisor_have_a_slot_each_and_nobody_else_opens_it() {
    let (store, book) = store_and_book();
    store.save_private(&book, &note("sleepless", 1, 1)).unwrap();
    let hers = Passphrase::new("frost on Cadair".into());
    store
        .let_into_private_book(&book, WORKER, &hers, Cost::Cheap)
        .unwrap();
    let covers = store.private_books().unwrap();
    assert_eq!(covers[0].owner, WORKER);
    assert_eq!(covers[0].holders, ["M Tidewell", WORKER]);
    let opened = store.open_private_book(" a brennock ", &hers).unwrap();
    assert_eq!((opened.holder(), opened.owner()), (WORKER, WORKER));
    assert_eq!(
        store.private_notes(&opened).unwrap()[0].note.burnout,
        "sleepless"
    );

    let new = Passphrase::new("thaw on Cadair".into());
    store
        .change_private_passphrase(&opened, &new, Cost::Cheap)
        .unwrap();
    let refused = store.open_private_book(WORKER, &hers).unwrap_err();
    assert!(
        refused.to_string().contains("does not open this book"),
        "{refused}"
    );
    store.open_private_book(WORKER, &new).unwrap();
    store.open_private_book(WORKER, &theirs()).unwrap();
}

#[test]
fn a_worker_has_one_book_and_of_others_it_is_said_that_there_is_none() {
    let (store, _book) = store_and_book();
    let again = store.make_private_book("a brennock", &theirs(), Cost::Cheap);
    assert!(matches!(again, Err(StoreError::BookExists(_))));
    let none = store.open_private_book("J Singh", &theirs()).unwrap_err();
    assert!(none.to_string().contains("J Singh"), "{none}");
}

#[test]
fn whoever_opened_the_store_alone_reads_nothing_of_a_book() {
    let (store, book) = store_and_book();
    store.save_private(&book, &note("sleepless", 1, 1)).unwrap();
    store.put_private_draft(&book, &draft("sleepless")).unwrap();
    let mut seen = 0;
    store
        .engine
        .scan(b"p", &mut |key, value| {
            let opened = store.seal.open(key, value).unwrap().1;
            assert!(!holds(&opened, "sleepless"), "{key:?}");
            seen += 1;
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
    assert_eq!(seen, 4, "cover, note, draft and count");
    let other = store
        .make_private_book("J Singh", &Passphrase::new("sun".into()), Cost::Cheap)
        .unwrap();
    assert!(store.private_notes(&other).unwrap().is_empty());
    let of_both = PrivateBook {
        number: book.number,
        ..other
    };
    assert!(store.private_notes(&of_both).is_err(), "another book's key");
}

#[test]
fn no_search_and_no_case_knows_of_it() {
    let (store, book) = store_and_book();
    store.save_private(&book, &note("sleepless", 1, 1)).unwrap();
    let case = Mint::seeded(9).next_id();
    let writes = vec![Write::Put(case, Box::new(Body::Case(Case::default())))];
    let file = store.case_file(case).unwrap();
    let change = Change::of(&file, case, "M Tidewell", "add case", at(0), writes);
    store.save(&change).unwrap();
    let cases: Vec<CaseId> = store
        .caseload()
        .unwrap()
        .iter()
        .map(|line| line.case)
        .collect();
    let mut found = 0;
    store
        .find_records(&cases, &Needle::new("sleepless"), |_, _| {
            found += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(found, 0);
    assert_eq!(store.revisions(case).unwrap().len(), 1);
    let everything = format!("{:?} {:?}", store.private_notes(&book).unwrap(), book);
    assert!(!everything.contains("sleepless"), "{everything}");
}

fn draft(words: &str) -> PrivateDraft {
    PrivateDraft {
        id: RecordId::from_bytes([3; 16]),
        revision: 1,
        fields: vec![("burnout".into(), words.into())],
        written_at: at(3),
    }
}

#[test]
fn a_draft_waits_in_the_book_until_it_is_saved_and_is_no_draft_of_a_case() {
    let (store, book) = store_and_book();
    store.put_private_draft(&book, &draft("sl")).unwrap();
    store.put_private_draft(&book, &draft("sleepless")).unwrap();
    assert_eq!(
        store.private_draft(&book).unwrap(),
        Some(draft("sleepless"))
    );
    assert!(store.drafts().unwrap().is_empty());
    store.save_private(&book, &note("sleepless", 3, 1)).unwrap();
    assert_eq!(store.private_draft(&book).unwrap(), None);
    store.put_private_draft(&book, &draft("x")).unwrap();
    store.drop_private_draft(&book).unwrap();
    assert_eq!(store.private_draft(&book).unwrap(), None);
}

#[test]
fn a_revision_that_is_gone_is_missed_with_the_passphrase_and_without() {
    let (store, book) = store_and_book();
    store.save_private(&book, &note("a", 1, 1)).unwrap();
    store.save_private(&book, &note("b", 1, 2)).unwrap();
    let faults = |store: &Store| {
        let mut report = crate::store::CheckReport::default();
        store.check_private(&mut report).unwrap();
        report.faults
    };
    assert_eq!(faults(&store), Vec::<String>::new());
    let mut batch = Batch::default();
    let gone = keys::private_note(book.number, note("a", 1, 1).id, 1);
    batch.delete(gone);
    store.engine.commit(batch).unwrap();
    assert!(faults(&store)[0].contains("as many revisions"));
    assert!(store.private_history(&book).is_err());
    let mut batch = Batch::default();
    batch.delete(keys::private_book(book.number));
    store.engine.commit(batch).unwrap();
    assert!(faults(&store)[0].contains("cover"));
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|part| part == words.as_bytes())
}
