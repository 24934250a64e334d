//! The sample story's decisions on zones replayed: what the matrix indicated before each, beside what people decided.

use crate::import_desk::*;
use std::sync::LazyLock;
use throughline::exchange::import::ImportFiles;
use throughline::insight::zones::present::present;
use throughline::insight::zones::replay::{Indicated, Replayed, replay};
use throughline::insight::zones::telling::beside_in_words;
use throughline::practice::Zone;
use throughline::practice::matrix::{Reading, Wishes, indicate};
use throughline::record::{CaseFile, RecordId};

/// The sample family with its decisions.
static DECIDED: LazyLock<CaseFile> = LazyLock::new(|| {
    let zones = ImportFiles {
        zones: vec![sample("zones.csv")],
        ..ImportFiles::default()
    };
    saved(&IMPORTED.1, &planned(&IMPORTED.1, &zones))
});

fn child(name: &str) -> RecordId {
    let children = DECIDED.children();
    let child = children
        .iter()
        .find(|child| child.body.short_name() == name);
    child.unwrap().id()
}

/// A decision in short: day, zone before and after, the rule behind what was indicated, how the two stand.
fn told(replayed: &Replayed) -> String {
    let decision = &DECIDED.decisions[&replayed.decision].body;
    format!(
        "{} {}{} {} {:?}",
        decision.on.written(),
        replayed.before.map_or('-', Zone::letter),
        decision.zone.letter(),
        replayed.indicated.rule().id,
        replayed.beside,
    )
}

fn all_told(name: &str) -> Vec<String> {
    replay(&DECIDED, child(name)).iter().map(told).collect()
}

/// How the three children's first years went.
const TOGETHER: [&str; 7] = [
    "2021-04-13 -O S7 Same",
    "2021-10-18 OY U0 Possible",
    "2022-05-16 YO Y3 Same",
    "2022-11-21 OR O1/O3 Same",
    "2023-08-29 RO R2 Same",
    "2024-03-04 OY U0 Possible",
    "2024-10-21 YY U0 Possible",
];

#[test]
fn all_thirty_three_decisions_replay_beside_what_was_indicated() {
    let rest = |name: &str, own: &[&str]| {
        let expected: Vec<&str> = TOGETHER.iter().chain(own).copied().collect();
        assert_eq!(all_told(name), expected, "{name}");
        expected.len()
    };
    let all = rest(
        "Lowri",
        &[
            "2025-01-13 YY U0 Possible",
            "2026-02-23 YY U0 Possible",
            "2026-10-06 YY U0 Possible",
        ],
    ) + rest(
        "Kuba",
        &[
            "2025-01-13 YG Y1 Same",
            "2026-02-23 GY G2 Same",
            "2026-05-26 YO Y-X3 Same",
            "2026-07-28 OO O0 Same",
            "2026-10-06 OO O0 Same",
        ],
    ) + rest(
        "Wren",
        &[
            "2025-01-13 YG Y1 Same",
            "2026-02-23 GY G2 Same",
            "2026-05-26 YY Y2 Same",
            "2026-10-06 YY U0 Possible",
        ],
    );
    assert_eq!(all, 33);
}

/// The sentence that explains a decision.
fn explained(name: &str, day: &str) -> String {
    let all = replay(&DECIDED, child(name));
    let one = all
        .iter()
        .find(|one| DECIDED.decisions[&one.decision].body.on.written() == day);
    let one = one.unwrap();
    beside_in_words(one, &DECIDED.decisions[&one.decision].body)
}

#[test]
fn what_a_reason_does_not_say_is_named_and_where_it_would_lead() {
    // The truth table has O2 for this day; the reason says nothing of resilience, which O2 asks for.
    assert_eq!(
        explained("Lowri", "2021-10-18"),
        "Not all that the matrix asks was recorded. Yellow follows where resilience is \u{201c}kept and built on\u{201d}."
    );
    assert!(
        explained("Kuba", "2024-10-21").ends_with("A lapse does not start the clock again (T13).")
    );
    let all = replay(&DECIDED, child("Lowri"));
    let Indicated::Again(_, second) = &all[1].indicated else {
        panic!()
    };
    let o2 = second.moves.iter().find(|one| one.rule.id == "O2").unwrap();
    let holds: Vec<Option<bool>> = o2
        .conditions
        .iter()
        .map(|condition| condition.holds)
        .collect();
    assert_eq!(holds, [None, Some(true), Some(true)], "{o2:?}");
}

#[test]
fn on_the_storys_day_kubas_limit_is_three_days_off_and_wren_and_lowri_stay() {
    let today = "2026-11-23".parse().unwrap();
    let kuba = present(&DECIDED, child("Kuba"), today);
    let clock = kuba.clock.unwrap();
    assert_eq!(
        (
            clock.zone,
            clock.days_left(),
            clock.full_on.to_string().as_str()
        ),
        (Zone::Orange, 3, "2026-11-26")
    );
    assert_eq!(
        kuba.read.reading.positive_change,
        Some(true),
        "recorded in October"
    );
    assert_eq!(
        kuba.read.reading.capacity, None,
        "not shown in May, and something is better since: it is in question"
    );
    let Indicated::Again(_, indication) = &kuba.indicated else {
        panic!()
    };
    let limit = indication
        .dates
        .iter()
        .find(|date| date.on == clock.full_on)
        .unwrap();
    assert_ne!(
        limit.then, indication.outcome,
        "the limit changes what is indicated"
    );
    let wren = present(&DECIDED, child("Wren"), today).clock.unwrap();
    assert_eq!(
        (wren.zone, wren.months_in(), wren.time_in_zone().as_str()),
        (Zone::Yellow, 9, "9m  0d")
    );
    let lowri = present(&DECIDED, child("Lowri"), today).clock.unwrap();
    assert_eq!(
        (lowri.zone, lowri.since.to_string().as_str()),
        (Zone::Yellow, "2024-03-04")
    );
}

#[test]
fn looking_back_knows_only_what_was_decided_then() {
    let on = |day: &str| {
        let present = present(&DECIDED, child("Kuba"), day.parse().unwrap());
        present
            .clock
            .map(|clock| (clock.zone, clock.since.to_string()))
    };
    assert_eq!(on("2021-04-12"), None);
    assert_eq!(
        on("2022-11-20"),
        Some((Zone::Orange, "2022-05-16".to_owned()))
    );
    assert_eq!(on("2022-11-21"), Some((Zone::Red, "2022-11-21".to_owned())));
    assert_eq!(
        on("2025-07-13"),
        Some((Zone::Green, "2025-01-13".to_owned()))
    );
}

#[test]
fn wishes_never_change_what_is_indicated() {
    let lowri = &replay(&DECIDED, child("Lowri"))[7];
    assert_eq!(lowri.read.reading.wishes, Some(Wishes::ChildOfTwoMinds));
    let Indicated::Again(standing, told) = &lowri.indicated else {
        panic!()
    };
    let without = Reading {
        wishes: None,
        ..lowri.read.reading
    };
    let again = indicate(standing, &without, "2025-01-13".parse().unwrap());
    assert_eq!(
        (again.outcome, again.possible),
        (told.outcome, told.possible.clone())
    );
}
