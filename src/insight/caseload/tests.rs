//! Who stands first on the caseload, and what is said of it.

use super::*;
use crate::practice::Zone;
use crate::record::{CaseId, DueDay, FuzzyDate, RecordId, ZoneSpell};
use chrono::{TimeZone, Utc};
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn id(number: u8) -> RecordId {
    CaseId::from_bytes([number; 16])
}

fn child(name: &str, born: &str) -> ChildLine {
    ChildLine {
        id: id(9),
        short_name: name.to_owned(),
        name: format!("{name} Surname"),
        born: (!born.is_empty()).then(|| FuzzyDate::day(born.parse().unwrap())),
        lives: "Foster care, Yvonne Marchbank".to_owned(),
        legal: "Care order".to_owned(),
        zones: Vec::new(),
    }
}

fn case(name: &str, last: &str, doubts: u32, children: Vec<ChildLine>) -> CaseLine {
    CaseLine {
        case: id(1),
        name: name.to_owned(),
        worker: "M Clarke".to_owned(),
        children,
        entries: 3,
        last_entry: (!last.is_empty()).then(|| last.parse().unwrap()),
        open_doubts: doubts,
        written_at: Utc.timestamp_opt(1_795_000_000, 0).unwrap(),
        closed: false,
        supervised_on: Some("2026-11-10".parse().unwrap()),
        dues: Vec::new(),
        recent: Vec::new(),
    }
}

fn caseload() -> Vec<CaseLine> {
    let mut closed = case("Closed", "", 5, vec![child("Zed", "2020-01-01")]);
    closed.closed = true;
    vec![
        closed,
        case("Steady", "2026-11-01", 0, vec![child("Ida", "2012-01-01")]),
        case("Young", "2026-11-01", 0, vec![child("Bo", "2026-06-14")]),
        case("Quiet", "2026-09-01", 0, vec![child("Élan", "2019-01-01")]),
        case("Silent", "2026-04-01", 0, vec![child("Gus", "2019-01-01")]),
        case(
            "Asked",
            "2026-11-20",
            2,
            vec![child("Old", "2010-01-01"), child("Wee", "2024-01-01")],
        ),
        case("Childless", "2026-11-20", 0, Vec::new()),
    ]
}

fn shown(sort: Sort, words: &str) -> Vec<String> {
    let cases = caseload();
    let rows = rows(&cases, sort, &Needle::new(words), today());
    let name = |row: &Row| {
        let (case, child) = row.of(&cases).unwrap();
        child.map_or(case.name.clone(), |child| child.short_name.clone())
    };
    rows.iter().map(name).collect()
}

#[test]
fn who_needs_someone_first_stands_first() {
    assert_eq!(
        shown(Sort::Need, ""),
        ["Wee", "Old", "Gus", "Élan", "Childless", "Bo", "Ida", "Zed"]
    );
}

#[test]
fn every_order_does_what_its_name_says_and_keeps_closed_cases_last() {
    assert_eq!(
        shown(Sort::Name, ""),
        ["Bo", "Élan", "Gus", "Ida", "Old", "Wee", "Childless", "Zed"]
    );
    assert_eq!(
        shown(Sort::Age, ""),
        ["Bo", "Wee", "Élan", "Gus", "Ida", "Old", "Childless", "Zed"],
        "those of one age by their family"
    );
    assert_eq!(
        shown(Sort::LastEntry, "")[..2],
        ["Gus".to_owned(), "Élan".to_owned()]
    );
    let family = shown(Sort::Family, "");
    assert_eq!(
        family[..3],
        ["Old", "Wee", "Childless"],
        "brothers and sisters as they were born"
    );
}

#[test]
fn words_are_found_without_case_and_accents_in_all_that_a_row_tells() {
    assert_eq!(shown(Sort::Name, "elan"), ["Élan"]);
    assert_eq!(shown(Sort::Name, "ASKED we"), ["Wee"]);
    assert_eq!(shown(Sort::Name, "marchbank gus"), ["Gus"]);
    assert_eq!(shown(Sort::Name, "clarke childless"), ["Childless"]);
    assert!(shown(Sort::Name, "nobody").is_empty());
}

#[test]
fn the_reasons_are_told_in_words() {
    let cases = caseload();
    assert_eq!(said(&cases[5], cases[5].children.first()), ["2 questions"]);
    assert_eq!(
        said(&cases[4], cases[4].children.first()),
        ["nothing for 7m"]
    );
    assert_eq!(said(&cases[2], cases[2].children.first()), ["a baby"]);
    assert_eq!(said(&cases[6], None), ["no child recorded"]);
    assert!(
        said(&cases[0], cases[0].children.first()).is_empty(),
        "closed"
    );
    let mut unknown = child("Nobody", "");
    unknown.lives = String::new();
    let new = case("New", "", 0, Vec::new());
    assert_eq!(
        said(&new, Some(&unknown)),
        [
            "no dated entry yet",
            "birth date missing",
            "home not recorded"
        ]
    );
    let unborn = ChildLine {
        lives: String::new(),
        ..child("Baby", "2027-01-10")
    };
    assert_eq!(said(&cases[1], Some(&unborn)), ["not born yet"]);
}

#[test]
fn who_drifts_stands_first_and_is_found_by_zone() {
    let in_zone = |name: &str, zone: Zone, from: &str| {
        let from = from.parse().unwrap();
        let zones = vec![ZoneSpell {
            zone,
            from,
            last_decided: from,
            months: 6,
        }];
        case(
            name,
            "2026-11-20",
            0,
            vec![ChildLine {
                zones,
                ..child(name, "2015-01-01")
            }],
        )
    };
    let cases = vec![
        in_zone("Calm", Zone::Green, "2026-09-01"),
        in_zone("Near", Zone::Orange, "2026-05-26"),
        in_zone("Over", Zone::Red, "2026-05-13"),
        in_zone("New", Zone::Red, "2026-11-01"),
        in_zone("Full", Zone::Yellow, "2026-05-23"),
    ];
    let order = |sort: Sort, words: &str| -> Vec<&str> {
        let rows = rows(&cases, sort, &Needle::new(words), today());
        rows.iter()
            .map(|row| cases[row.case].name.as_str())
            .collect()
    };
    assert_eq!(order(Sort::Need, "")[..3], ["Over", "Near", "Full"]);
    assert_eq!(
        order(Sort::Zone, ""),
        ["Over", "New", "Near", "Full", "Calm"]
    );
    assert_eq!(
        order(Sort::InZone, ""),
        ["Over", "Full", "Near", "Calm", "New"]
    );
    assert_eq!(order(Sort::Name, "red"), ["New", "Over"]);
    let first = |at: usize| reasons(&cases[at], cases[at].children.first(), today())[0].to_string();
    assert_eq!(first(1), "Orange: 3d left");
    assert_eq!(first(2), "Red: 10d over");
}

#[test]
fn six_weeks_without_an_entry_are_not_yet_quiet() {
    let reason = |last: &str| {
        let case = case("A", last, 0, vec![child("B", "2015-01-01")]);
        reasons(&case, case.children.first(), today())
            .first()
            .map(Reason::to_string)
    };
    assert_eq!(reason("2026-10-12"), None);
    assert_eq!(reason("2026-10-11").unwrap(), "nothing for 6w");
}

fn said(case: &CaseLine, child: Option<&ChildLine>) -> Vec<String> {
    let all = reasons(case, child, today());
    all.iter().map(Reason::to_string).collect()
}

fn due(day: &str, what: &str, child: Option<u8>) -> DueDay {
    DueDay {
        day: day.parse().unwrap(),
        what: what.to_owned(),
        child: child.map(id),
    }
}

#[test]
fn what_is_late_stands_before_what_is_due_soon_and_neither_tells_a_limit_twice() {
    let mut late = case("Late", "2026-11-20", 0, vec![child("Ida", "2015-01-01")]);
    late.dues = vec![
        due("2026-11-10", "Review", Some(4)),
        due("2026-11-21", "Visit", Some(9)),
        due("2026-11-22", "Action", None),
        due("2026-11-23", "Review", Some(9)),
        due("2026-12-01", "Goal review", Some(9)),
    ];
    let ida = late.children.first().cloned();
    assert_eq!(
        said(&late, ida.as_ref()),
        ["Visit 2d late and 1 more", "Review today"],
        "what is late for another child is not hers"
    );
    late.dues.drain(..4);
    assert!(said(&late, ida.as_ref()).is_empty(), "eight days ahead");
    late.dues = vec![due("2026-11-30", "Goal review", Some(9))];
    assert_eq!(said(&late, ida.as_ref()), ["Goal review in 7d"]);
    let in_orange = ChildLine {
        zones: vec![ZoneSpell {
            zone: Zone::Orange,
            from: "2026-05-26".parse().unwrap(),
            last_decided: "2026-05-26".parse().unwrap(),
            months: 6,
        }],
        ..child("Ida", "2015-01-01")
    };
    late.dues = vec![
        due("2026-11-21", "Visit", Some(9)),
        due("2026-11-26", "Orange limit", Some(9)),
    ];
    assert_eq!(
        said(&late, Some(&in_orange)),
        ["Orange: 3d left", "Visit 2d late"]
    );
    late.closed = true;
    assert!(said(&late, ida.as_ref()).is_empty());
}

#[test]
fn supervision_that_is_too_long_ago_is_told_and_none_is_not_the_same() {
    let supervised = |on: Option<&str>| {
        let mut case = case("A", "2026-11-20", 0, vec![child("B", "2015-01-01")]);
        case.supervised_on = on.map(|on| on.parse().unwrap());
        said(&case, case.children.first())
    };
    assert!(
        supervised(Some("2026-10-26")).is_empty(),
        "four weeks to the day"
    );
    assert_eq!(supervised(Some("2026-10-25")), ["unsupervised 4w"]);
    assert_eq!(supervised(None), ["no supervision recorded"]);
}

#[test]
fn since_supervision_tells_how_long_ago_it_was_and_what_was_written() {
    let mut case = case("A", "2026-11-20", 0, Vec::new());
    case.recent = vec![
        ("2026-11-10".parse().unwrap(), 5),
        ("2026-11-12".parse().unwrap(), 3),
        ("2026-11-16".parse().unwrap(), 4),
        ("2026-11-20".parse().unwrap(), 1),
    ];
    assert_eq!(since_supervision(&case, today()), "13d, +8");
    assert_eq!(this_week(&case, today()), 1, "a week ago is not this week");
    case.supervised_on = Some(today());
    assert_eq!(since_supervision(&case, today()), "today, steady");
    case.supervised_on = None;
    assert_eq!(since_supervision(&case, today()), "none recorded");
    case.closed = true;
    assert_eq!(since_supervision(&case, today()), "");
}

#[test]
fn a_worker_stands_over_the_rows_with_what_a_manager_asks_first() {
    let mut cases = caseload();
    for (at, worker) in [
        (1, "Zoë"),
        (2, "bob"),
        (3, ""),
        (4, "Bob"),
        (5, "Zoë"),
        (6, "Bob"),
    ] {
        cases[at].worker = worker.to_owned();
    }
    cases[0].worker = "Bob".to_owned();
    cases[5].dues = vec![due("2026-11-20", "Visit", None)];
    cases[4].supervised_on = None;
    cases[2].supervised_on = Some("2026-09-01".parse().unwrap());
    let mut all = rows(&cases, Sort::Need, &Needle::default(), today());
    let workers = by_worker(&cases, &mut all, today());
    let names = all.iter().map(|row| cases[row.case].name.as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "Young",
            "Silent",
            "Childless",
            "Closed",
            "Asked",
            "Asked",
            "Steady",
            "Quiet"
        ],
        "each worker's in the order that was there"
    );
    let told: Vec<_> = workers
        .iter()
        .map(|worker| (worker.from, worker.words()))
        .collect();
    let told: Vec<_> = told
        .iter()
        .map(|(from, words)| (*from, words.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                0,
                "bob: 2 children, 1 family unsupervised too long, 1 family with no supervision recorded"
            ),
            (4, "Zoë: 3 children, 1 late"),
            (7, "Nobody is named as the worker: 1 child"),
        ]
    );
}

proptest! {
    #[test]
    fn sorting_loses_nobody(days in proptest::collection::vec((0u32..4000, 0u32..3, 0usize..4), 0..40)) {
        let cases: Vec<CaseLine> = days.iter().map(|(days, doubts, children)| {
            let last = (today() - chrono::Days::new(u64::from(*days))).to_string();
            case("F", &last, *doubts, vec![child("C", "2019-01-01"); *children])
        }).collect();
        let expected: usize = cases.iter().map(|case| case.children.len().max(1)).sum();
        for sort in [Sort::Need, Sort::Name, Sort::Age, Sort::LastEntry, Sort::Family] {
            let mut rows = rows(&cases, sort, &Needle::default(), today());
            prop_assert_eq!(rows.len(), expected);
            let workers = by_worker(&cases, &mut rows, today());
            prop_assert_eq!(workers.len(), usize::from(expected > 0));
            rows.sort_by_key(|row| (row.case, row.child));
            rows.dedup();
            prop_assert_eq!(rows.len(), expected);
        }
    }
}
