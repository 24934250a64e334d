//! The store as the floors above it use it.

use super::*;
use crate::insight::search::Needle;
use crate::record::*;
use chrono::{DateTime, Utc};
use std::ops::ControlFlow;

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + minute * 60, 0).unwrap()
}

fn put(id: RecordId, name: &str) -> Write {
    let body = Case {
        name: name.into(),
        ..Case::default()
    };
    Write::Put(id, Box::new(Body::Case(body)))
}

fn change(store: &Store, case: CaseId, minute: i64, writes: Vec<Write>) -> Change {
    let file = store.case_file(case).unwrap();
    Change::of(&file, case, "M Clarke", "test", at(minute), writes)
}

#[test]
fn a_family_is_saved_changed_and_read_as_it_was() {
    let store = Store::in_memory("M Clarke").unwrap();
    let mut mint = Mint::seeded(1);
    let (case, person) = (mint.next_id(), mint.next_id());
    let first = vec![
        put(case, "Hughes"),
        Write::Put(person, Box::new(Body::Person(Person::default()))),
    ];
    store.save(&change(&store, case, 0, first)).unwrap();
    store
        .save(&change(&store, case, 1, vec![put(case, "Hughes and Rees")]))
        .unwrap();
    let removal = vec![Write::Remove(person, "entered twice".into())];
    store.save(&change(&store, case, 2, removal)).unwrap();

    let file = store.case_file(case).unwrap();
    assert_eq!(file.name(), "Hughes and Rees");
    assert!(
        file.people.is_empty(),
        "a removed person is gone from the case"
    );
    assert_eq!(
        file.revisions[&person], 2,
        "and its revisions are still counted"
    );
    assert_eq!(store.caseload().unwrap().len(), 1);
    assert_eq!(store.caseload().unwrap()[0].name, "Hughes and Rees");

    let all = store.revisions(case).unwrap();
    assert_eq!(all.len(), 4);
    let before: Vec<_> = all
        .into_iter()
        .filter(|r| r.meta.recorded_at <= at(0))
        .collect();
    let then = CaseFile::of(before);
    assert_eq!(then.name(), "Hughes", "as at the first minute");
    assert_eq!(then.people.len(), 1);
    let history = store.history(case, case).unwrap();
    assert_eq!(
        history.iter().map(|r| r.meta.revision).collect::<Vec<_>>(),
        [1, 2]
    );
}

#[test]
fn two_people_who_save_the_same_record_do_not_overwrite_each_other() {
    let store = Store::in_memory("M Clarke").unwrap();
    let case = Mint::seeded(1).next_id();
    store
        .save(&change(&store, case, 0, vec![put(case, "Hughes")]))
        .unwrap();
    let mine = change(&store, case, 1, vec![put(case, "Hughes and Rees")]);
    let theirs = change(&store, case, 1, vec![put(case, "Rees")]);
    store.save(&theirs).unwrap();
    assert!(matches!(store.save(&mine), Err(StoreError::Conflict)));
    assert_eq!(store.case_file(case).unwrap().name(), "Rees");
    assert_eq!(
        store.revisions(case).unwrap().len(),
        2,
        "nothing of the refused save was written"
    );
}

#[test]
fn a_case_that_is_removed_leaves_the_caseload_and_comes_back_by_undo() {
    let store = Store::in_memory("M Clarke").unwrap();
    let case = Mint::seeded(1).next_id();
    store
        .save(&change(&store, case, 0, vec![put(case, "Hughes")]))
        .unwrap();
    let removal = change(
        &store,
        case,
        1,
        vec![Write::Remove(case, "made twice".into())],
    );
    store.save(&removal).unwrap();
    assert!(store.caseload().unwrap().is_empty());
    store
        .save(&change(&store, case, 2, removal.undo()))
        .unwrap();
    assert_eq!(store.caseload().unwrap()[0].name, "Hughes");
}

#[test]
fn drafts_and_settings_are_kept_until_let_go() {
    let store = Store::in_memory("M Clarke").unwrap();
    let mut mint = Mint::seeded(1);
    let mut draft = Draft {
        id: mint.next_id(),
        case: None,
        kind: "entry".into(),
        fields: vec![("what".into(), "Sch".into())],
        written_at: at(0),
    };
    store.put_draft(&draft).unwrap();
    draft.fields[0].1 = "School rang".into();
    store.put_draft(&draft).unwrap();
    assert_eq!(store.drafts().unwrap(), [draft.clone()]);
    store.drop_draft(draft.id).unwrap();
    store.drop_draft(draft.id).unwrap();
    assert!(store.drafts().unwrap().is_empty());

    assert_eq!(store.setting("idle-minutes").unwrap(), None);
    store.set_setting("idle-minutes", "5").unwrap();
    store.set_setting("idle-minutes", "10").unwrap();
    assert_eq!(
        store.setting("idle-minutes").unwrap().as_deref(),
        Some("10")
    );
}

#[test]
fn a_search_sees_current_entries_only() {
    let store = Store::in_memory("M Clarke").unwrap();
    let mut mint = Mint::seeded(1);
    let (case, one, two) = (mint.next_id(), mint.next_id(), mint.next_id());
    let entry = |words: &str| Box::new(Body::Entry(sample::entry(words)));
    let writes = vec![
        put(case, "Hughes"),
        Write::Put(one, entry("School rang")),
        Write::Put(two, entry("Police came")),
    ];
    store.save(&change(&store, case, 0, writes)).unwrap();
    let removal = vec![Write::Remove(one, "wrong family".into())];
    store.save(&change(&store, case, 1, removal)).unwrap();
    assert_eq!(found(&store, &[case], "came"), [two]);
    assert!(found(&store, &[case], "rang").is_empty(), "it was removed");
}

/// The records that a search finds.
fn found(store: &Store, cases: &[CaseId], words: &str) -> Vec<RecordId> {
    let mut seen = Vec::new();
    let visit = |_, entry: Record<Body>| {
        seen.push(entry.id());
        ControlFlow::Continue(())
    };
    store
        .find_records(cases, &Needle::new(words), visit)
        .unwrap();
    seen
}

#[test]
fn a_search_over_the_caseload_is_the_same_with_packs_and_without_and_after_every_save() {
    let (_folder, place, passphrase, store) = on_disk();
    let memory = Store::in_memory("M Clarke").unwrap();
    let mut mint = Mint::seeded(1);
    let cases: Vec<CaseId> = (0..30).map(|_| mint.next_id()).collect();
    let entry = |words: &str| Box::new(Body::Entry(sample::entry(words)));
    for (number, case) in (0..).zip(&cases) {
        let words = ["Siân rang the school", "Police came", "Nain's house"][number % 3];
        let writes = vec![
            put(*case, "Hughes"),
            Write::Put(mint.next_id(), entry(words)),
        ];
        let change = change(&store, *case, 0, writes);
        store.save(&change).unwrap();
        memory.save(&change).unwrap();
    }
    let same = |store: &Store, words: &str, count: usize| {
        let all = found(store, &cases, words);
        assert_eq!(all, found(&memory, &cases, words), "{words}");
        assert_eq!(all.len(), count, "{words}");
    };
    for _twice in 0..2 {
        same(&store, "sian SCH", 10);
        same(&store, "\"nain's house\"", 10);
        same(&store, "ool", 0);
    }
    let more = vec![Write::Put(mint.next_id(), entry("School again"))];
    let change = change(&store, cases[1], 1, more);
    store.save(&change).unwrap();
    memory.save(&change).unwrap();
    same(&store, "school", 11);
    drop(store);
    let store = Store::open(&place, &passphrase, &mut |_| {}).unwrap();
    same(&store, "school", 11);
    drop(store);
    std::fs::write(place.search(), "damaged").unwrap();
    assert!(
        !Store::check(&place, &passphrase, &mut |_| {})
            .unwrap()
            .is_sound()
    );
    let store = Store::open(&place, &passphrase, &mut |_| {}).unwrap();
    same(&store, "school", 11);
}

#[test]
fn a_search_stops_when_told() {
    let store = Store::in_memory("M Clarke").unwrap();
    let mut mint = Mint::seeded(1);
    let case = mint.next_id();
    let mut writes = vec![put(case, "Hughes")];
    for _ in 0..5 {
        let entry = sample::entry("School rang");
        writes.push(Write::Put(mint.next_id(), Box::new(Body::Entry(entry))));
    }
    store.save(&change(&store, case, 0, writes)).unwrap();
    let mut seen = 0;
    let visit = |_, _| {
        seen += 1;
        ControlFlow::Break(())
    };
    store
        .find_records(&[case], &Needle::new("school"), visit)
        .unwrap();
    assert_eq!(seen, 1);
}

/// Records to save in tests of this floor.
mod sample {
    use super::*;

    pub fn entry(words: &str) -> Entry {
        Entry {
            when: FuzzyDate::unknown(""),
            headline: words.into(),
            children: Vec::new(),
            people: Vec::new(),
            accounts: Vec::new(),
            significance: Significance::Ordinary,
            impact: String::new(),
            impact_evidence: String::new(),
            link_now: String::new(),
            link_then: String::new(),
            research: String::new(),
            analysis: String::new(),
            action: String::new(),
            why_no_action: String::new(),
            family_view: String::new(),
            themes: Vec::new(),
            zone: None,
            linked: Vec::new(),
        }
    }
}

/// A store in a folder of its own, with a passphrase that costs next to nothing to try.
fn on_disk() -> (tempfile::TempDir, Place, Passphrase, Store) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path().join("store"));
    let passphrase = Passphrase::new("a long enough sentence".into());
    let store = Store::create(&place, &passphrase, "M Clarke", Cost::Cheap).unwrap();
    (folder, place, passphrase, store)
}

#[test]
fn what_was_saved_is_there_on_the_next_day() {
    let (_folder, place, passphrase, store) = on_disk();
    let case = Mint::seeded(1).next_id();
    store
        .save(&change(&store, case, 0, vec![put(case, "Hughes")]))
        .unwrap();
    let long = "x".repeat(100_000);
    store
        .save(&change(&store, case, 1, vec![put(case, &long)]))
        .unwrap();
    drop(store);
    let store = Store::open(&place, &passphrase, &mut |_| {}).unwrap();
    assert_eq!(store.case_file(case).unwrap().name(), long);
    assert_eq!(store.holder(), "M Clarke");
    assert!(store.notices().is_empty(), "{:?}", store.notices());
    store
        .save(&change(&store, case, 2, vec![put(case, "Rees")]))
        .unwrap();
    drop(store);
    let store = Store::open(&place, &passphrase, &mut |_| {}).unwrap();
    assert_eq!(store.case_file(case).unwrap().name(), "Rees");
    assert_eq!(store.revisions(case).unwrap().len(), 3);
}

#[test]
fn a_wrong_passphrase_and_a_second_program_are_told_so() {
    let (_folder, place, passphrase, store) = on_disk();
    let Err(StoreError::InUse { by }) = Store::open(&place, &passphrase, &mut |_| {}) else {
        panic!("two programs opened one store");
    };
    assert!(by.contains("M Clarke"), "{by}");
    drop(store);
    let wrong = Passphrase::new("another sentence".into());
    let refused = Store::open(&place, &wrong, &mut |_| {});
    assert!(matches!(refused, Err(StoreError::WrongPassphrase { .. })));
    assert!(Store::open(&place, &passphrase, &mut |_| {}).is_ok());
    let again = Store::create(&place, &passphrase, "M Clarke", Cost::Cheap);
    assert!(matches!(again, Err(StoreError::StoreExists(_))));
}

#[test]
fn changes_of_several_cases_are_saved_together_or_not_at_all() {
    let (_folder, place, passphrase, store) = on_disk();
    let mut mint = Mint::seeded(1);
    let (one, two) = (mint.next_id(), mint.next_id());
    let new = |case, name| change(&store, case, 0, vec![put(case, name)]);
    let refused = store.save_together(&[new(one, "Hughes"), new(two, "Rees"), new(one, "Ellis")]);
    assert!(matches!(refused, Err(StoreError::Conflict)));
    assert!(store.caseload().unwrap().is_empty());
    store
        .save_together(&[new(one, "Hughes"), new(two, "Rees")])
        .unwrap();
    assert_eq!(store.caseload().unwrap().len(), 2);
    drop(store);
    let report = Store::check(&place, &passphrase, &mut |_| {}).unwrap();
    assert!(report.is_sound(), "{report:?}");
}
