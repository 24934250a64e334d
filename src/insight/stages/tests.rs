//! Tests of where a case stands.

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::practice::Zone;
use crate::record::{Body, Case, NamedRole, Voice, VoiceOf, ZoneDecision};

const TODAY: &str = "2026-11-23";

fn mark(family: &mut MadeUp, item: &str, child: Option<RecordId>, progress: Progress) -> RecordId {
    family.put(Body::StageMark(StageMark {
        item: item.into(),
        child,
        progress,
        on: None,
        words: "seen".into(),
        evidence: Vec::new(),
    }))
}

fn settle_gates(family: &mut MadeUp, stage: u8) {
    for list in lists_of(stage).filter(|list| list.kind == ListKind::Gate) {
        for item in &list.item {
            mark(family, &item.id, None, Progress::Done);
        }
    }
}

fn number(seen: Option<&StageSeen>) -> Option<u8> {
    seen.map(|seen| seen.stage.number)
}

fn decided(family: &mut MadeUp, child: RecordId, on: &str, zone: Zone, supervisor: &str) {
    family.put(Body::ZoneDecision(ZoneDecision {
        voices: vec![Voice {
            of: VoiceOf::Supervisor,
            name: supervisor.into(),
            on: None,
            view: Default::default(),
            words: String::new(),
        }],
        ..ZoneDecision::new(child, date(on), zone)
    }));
}

#[test]
fn a_new_case_stands_in_stage_1_with_everything_open() {
    let stages = Stages::of(&MadeUp::new().file, day(TODAY));
    assert_eq!(number(stages.current(None)), Some(1));
    let count = stages.stages[1].count(ListKind::Gate, None);
    assert_eq!((count.all, count.open), (14, 14));
    assert_eq!(count.in_words(), "0 of 14 done, 14 open");
}

#[test]
fn a_stage_ends_when_every_item_of_its_gates_is_done_or_not_needed() {
    let mut family = MadeUp::new();
    settle_gates(&mut family, 1);
    let open = mark(&mut family, "S1R.8", None, Progress::NotYet);
    let stages = Stages::of(&family.file, day(TODAY));
    assert_eq!(
        stages.item("S1R.8").unwrap().said[0].mark,
        Some(open),
        "what was said last"
    );
    assert_eq!(number(stages.current(None)), Some(1));
    mark(&mut family, "S1R.8", None, Progress::NotNeeded);
    let stages = Stages::of(&family.file, day(TODAY));
    assert_eq!(number(stages.current(None)), Some(2));
    assert_eq!(
        stages.stages[1].count(ListKind::Gate, None).in_words(),
        "13 of 14 done, 1 not needed"
    );
}

#[test]
fn reflection_runs_throughout_and_never_holds_a_case_back() {
    let mut family = MadeUp::new();
    for stage in 1..=5 {
        settle_gates(&mut family, stage);
    }
    let stages = Stages::of(&family.file, day(TODAY));
    assert!(!stages.stages[0].is_finished(None));
    assert_eq!(number(stages.current(None)), None);
}

#[test]
fn one_child_may_be_further_than_another() {
    let mut family = MadeUp::new();
    let (ava, ben) = (family.child("Ava", "2019"), family.child("Ben", "2022"));
    for item in ["S1G", "S1R"]
        .iter()
        .zip([6, 8])
        .flat_map(|(list, count)| (1..=count).map(move |at| format!("{list}.{at}")))
    {
        if item != "S1G.4" {
            mark(&mut family, &item, None, Progress::Done);
        }
    }
    mark(&mut family, "S1G.4", Some(ava), Progress::Done);
    let stages = Stages::of(&family.file, day(TODAY));
    let named = stages.item("S1G.4").unwrap();
    assert_eq!(named.state(Some(ava)), State::Done);
    assert_eq!(named.state(Some(ben)), State::Open);
    assert_eq!(number(stages.current(Some(ava))), Some(2));
    assert_eq!(number(stages.current(Some(ben))), Some(1));
    assert_eq!(
        number(stages.current(None)),
        Some(1),
        "the family waits for the slowest"
    );
}

#[test]
fn what_the_record_shows_is_offered_and_ticks_nothing() {
    let mut family = MadeUp::new();
    let (ava, ben) = (family.child("Ava", "2019"), family.child("Ben", "2022"));
    let gran = family.adult("Pauline Whitlock", "grandmother");
    family.told(&[ava], "s.csv", "School", "2 Mar 2024", "Ava sang.");
    let mut review = family.account("r.csv", "Review", "4 Jun 2024", "All met.");
    review.source_kind = "reviews".into();
    let review = family.entry(&[ava, ben], vec![review]);
    family.put(Body::NamedRole(NamedRole {
        role: "trusted_adult".into(),
        of: Some(ava),
        person: Some(gran),
        name: String::new(),
        since: Some(date("3 Mar 2024")),
        until: None,
        note: String::new(),
    }));
    decided(&mut family, ava, "3 Jun 2026", Zone::Orange, "J Singh");
    decided(&mut family, ava, "21 Jul 2026", Zone::Yellow, "R Okafor");
    let stages = Stages::of(&family.file, day(TODAY));
    let shown = |item: &str| -> Vec<String> {
        let shows = &stages.item(item).unwrap().shows;
        shows.iter().map(|shows| shows.words.clone()).collect()
    };
    assert_eq!(shown("S1G.2"), ["3 people, 0 bonds between them"]);
    assert_eq!(shown("S1G.3"), ["2 entries, the last of 4 Jun 2024"]);
    assert_eq!(
        shown("S1H.6"),
        ["1 entry from reviews, the last of 4 Jun 2024"]
    );
    assert_eq!(stages.item("S1H.6").unwrap().shows[0].record, Some(review));
    let named = [
        "Pauline Whitlock for Ava since 3 Mar 2024",
        "nobody is named yet",
    ];
    assert_eq!(shown("S1G.4"), named);
    assert_eq!(
        shown("S2K.1"),
        ["Orange, decided 3 Jun 2026", "no such decision yet"]
    );
    assert_eq!(
        shown("S4O.1"),
        ["Yellow, decided 21 Jul 2026", "no such decision yet"]
    );
    assert_eq!(shown("S2K.2"), ["R Okafor had a say on 21 Jul 2026"]);
    assert_eq!(shown("S2A.1"), ["nothing is recorded of any factor yet"]);
    assert_eq!(
        shown("S5H.2"),
        ["before the stage ends, 0 of 14 done, 14 open"]
    );
    assert!(shown("S3P.3").is_empty(), "only people can tell");
    for stage in &stages.stages {
        assert_eq!(stage.count(ListKind::Gate, None).done, 0);
    }
}

#[test]
fn a_part_that_has_ended_is_nobodys() {
    let mut family = MadeUp::new();
    family.put(Body::NamedRole(NamedRole {
        role: "supervisor".into(),
        of: None,
        person: None,
        name: "J Singh".into(),
        since: None,
        until: Some(date("1 Nov 2026")),
        note: String::new(),
    }));
    let said = |today: &str| {
        let stages = Stages::of(&family.file, day(today));
        stages.item("S0J.2").unwrap().shows[0].words.clone()
    };
    assert_eq!(said("2026-11-01"), "J Singh");
    assert_eq!(said("2026-11-02"), "nobody is named yet");
}

#[test]
fn the_matrix_is_looked_at_again_about_six_months_after_the_case_was_opened() {
    let mut family = MadeUp::new();
    family.put(Body::Case(Case {
        opened: Some(date("31 Aug 2025")),
        ..Case::default()
    }));
    let stages = Stages::of(&family.file, day(TODAY));
    assert_eq!(stages.look_again, Some(day("2026-02-28")));
}
