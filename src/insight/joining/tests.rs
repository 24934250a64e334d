//! Joining and splitting lose nothing.

use super::*;
use crate::insight::made_up::MadeUp;
use crate::practice::Zone;

fn apply(made: &mut MadeUp, writes: Vec<Write>) {
    let case = RecordId::from_bytes([9; 16]);
    let at = "2026-11-23T10:00:00Z".parse().unwrap();
    Change::of(&made.file, case, "A Worker", "join", at, writes).apply(&mut made.file);
}

#[test]
fn joining_keeps_every_word_and_splitting_gives_the_account_back() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    let ben = made.child("Ben Reed", "1/2/2020");
    let first = made.told(
        &[ada],
        "sc.csv",
        "Social care",
        "between 3 and 10 May 2022",
        "Range only",
    );
    let second = made.told(&[ada, ben], "police.csv", "Police", "6 May 2022", "The day");
    let mut entries: Vec<_> = made.file.chronology().into_iter().cloned().collect();
    entries[0].body.impact = "Frightened".into();
    entries[0].body.themes = vec!["a".into()];
    entries[1].body.impact = "Woke up".into();
    entries[1].body.themes = vec!["a".into(), "b".into()];
    entries[1].body.zone = Some(Zone::Red);
    entries[1].body.significance = Significance::Key;

    let writes = join(&mut made.mint, &made.file, &entries[0], &entries[1]);
    apply(&mut made, writes);
    assert_eq!(made.file.entries.len(), 1);
    let joined = made.file.entries[&entries[0].id()].clone();
    let told: Vec<_> = joined
        .body
        .accounts
        .iter()
        .map(|account| account.id)
        .collect();
    assert_eq!(told, [first, second]);
    assert_eq!(joined.body.when.written(), "6 May 2022");
    assert_eq!(joined.body.impact, "Frightened\n\nWoke up");
    assert_eq!(joined.body.themes, ["a", "b"]);
    assert_eq!(joined.body.children, [ada, ben]);
    assert_eq!(
        (joined.body.zone, joined.body.significance),
        (Some(Zone::Red), Significance::Key)
    );
    let verdict = made.file.verdicts.values().next().unwrap();
    assert!(verdict.body.same_event);

    let writes = split(&mut made.mint, &made.file, &joined, second).unwrap();
    apply(&mut made, writes);
    let entries = made.file.chronology();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].body.when.written(), "between 3 and 10 May 2022");
    assert_eq!(entries[0].body.impact, "Frightened\n\nWoke up");
    assert_eq!(entries[1].body.accounts[0].id, second);
    assert_eq!(entries[1].body.linked, [entries[0].id()]);
    let apart = made.file.verdicts.values().any(|verdict| {
        !verdict.body.same_event && verdict.body.one == first && verdict.body.other == second
    });
    assert!(apart);
}

#[test]
fn a_date_that_a_person_chose_stays() {
    let mut made = MadeUp::new();
    made.told(&[], "a.csv", "A", "May 2022", "x");
    made.told(&[], "b.csv", "B", "6 May 2022", "x");
    let mut entries: Vec<_> = made.file.chronology().into_iter().cloned().collect();
    entries[0].body.when = crate::insight::made_up::date("7 May 2022");
    let writes = join(&mut made.mint, &made.file, &entries[0], &entries[1]);
    apply(&mut made, writes);
    assert_eq!(made.file.chronology()[0].body.when.written(), "7 May 2022");
}

#[test]
fn the_only_account_cannot_be_split_off() {
    let mut made = MadeUp::new();
    let account = made.told(&[], "a.csv", "A", "6 May 2022", "x");
    let entry = made.file.chronology()[0].clone();
    assert!(split(&mut made.mint, &made.file, &entry, account).is_none());
    assert!(
        split(
            &mut made.mint,
            &made.file,
            &entry,
            RecordId::from_bytes([3; 16])
        )
        .is_none()
    );
}
