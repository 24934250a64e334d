//! Each rule on made-up families: from which day it counts, what meets it, when it does not speak.

mod agreed;
mod formal;
mod lasting;
mod looked_after;
mod properties;
mod zones;

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::record::*;

pub fn stays_at(
    family: &mut MadeUp,
    child: RecordId,
    kind: &str,
    from: &str,
    to: &str,
) -> RecordId {
    family.put(Body::Placement(Placement {
        child,
        from: date(from),
        to: (!to.is_empty()).then(|| date(to)),
        kind: kind.to_owned(),
        carer: String::new(),
        carers: Vec::new(),
        place: String::new(),
        miles_from_home: None,
        why_ended: String::new(),
        note: String::new(),
    }))
}

pub fn legal(family: &mut MadeUp, child: RecordId, status: &str, from: &str, to: &str) -> RecordId {
    family.put(Body::LegalStatus(LegalStatus {
        child,
        status: status.to_owned(),
        code: String::new(),
        from: date(from),
        to: (!to.is_empty()).then(|| date(to)),
        note: String::new(),
    }))
}

pub fn occasion(what: &str, on: &str, children: &[RecordId]) -> Occasion {
    Occasion {
        what: what.to_owned(),
        on: date(on),
        children: children.to_vec(),
        seen: Vec::new(),
        seen_alone: Vec::new(),
        why_not_alone: String::new(),
        by: String::new(),
        outcome: String::new(),
        entries: Vec::new(),
    }
}

pub fn held(family: &mut MadeUp, what: &str, on: &str, children: &[RecordId]) -> RecordId {
    family.put(Body::Occasion(occasion(what, on, children)))
}

/// What is due by a rule on a day, by England's timescales.
pub fn by_rule(family: &MadeUp, rule: &str, today: &str) -> Vec<Due> {
    let mut all = dues_by(&family.file, day(today), Timescales::england());
    all.retain(|due| due.rule == rule);
    all
}

/// The one due of a rule.
pub fn one(family: &MadeUp, rule: &str, today: &str) -> Due {
    let mut all = by_rule(family, rule, today);
    assert_eq!(all.len(), 1, "{rule} on {today}: {all:#?}");
    all.remove(0)
}

/// The day and state of the one due of a rule.
pub fn due_on(family: &MadeUp, rule: &str, today: &str) -> (String, DueState) {
    let due = one(family, rule, today);
    (
        due.day.map_or("none".to_owned(), |day| day.to_string()),
        due.state,
    )
}

/// The rules that speak on a day.
pub fn rules(family: &MadeUp, today: &str) -> Vec<String> {
    let all = dues_by(&family.file, day(today), Timescales::england());
    all.into_iter().map(|due| due.rule).collect()
}

/// A child who came to be looked after in foster care on a Monday.
pub fn fostered() -> (MadeUp, RecordId) {
    let mut family = MadeUp::new();
    let child = family.child("Ava Oakes", "4 Mar 2019");
    legal(&mut family, child, "Section 20", "1 Dec 2025", "");
    stays_at(&mut family, child, "Foster care", "1 Dec 2025", "");
    (family, child)
}

#[test]
fn each_due_says_why_by_which_rule_from_where_and_what_meets_it() {
    let (family, child) = fostered();
    let due = one(&family, "LAC_REVIEW_1", "2025-12-08");
    assert_eq!(due.what, "First looked-after review");
    assert_eq!(due.about, [child]);
    assert_eq!(
        due.why,
        "Looked after since 1 December 2025. Within 20 working days: by 31 December 2025."
    );
    assert!(due.source.contains("reg 33(1)") && due.check.contains("legislation.gov.uk"));
    assert_eq!(
        due.met_by,
        "Write down the looked-after review when it was held."
    );
    for due in dues_by(&family.file, day("2026-11-23"), Timescales::england()) {
        assert!(
            !due.why.is_empty() && !due.source.is_empty() && !due.met_by.is_empty(),
            "{due:?}"
        );
        assert_eq!(
            due.day.is_none(),
            due.state == DueState::NotRecorded,
            "{due:?}"
        );
    }
}

#[test]
fn the_earliest_comes_first_and_what_has_no_day_last() {
    let (mut family, child) = fostered();
    held(&mut family, "visit", "5 Dec 2025", &[child]);
    let all = dues_by(&family.file, day("2025-12-08"), Timescales::england());
    let days: Vec<_> = all.iter().map(|due| due.day).collect();
    let mut sorted = days.clone();
    sorted.sort_by_key(|day| (day.is_none(), *day));
    assert_eq!(days, sorted);
    assert_eq!(all.last().unwrap().rule, "SUPERVISION", "never recorded");
}

#[test]
fn nothing_is_due_in_a_closed_case_nor_to_somebody_who_is_grown() {
    let (mut family, _) = fostered();
    let file = &mut family.file;
    let case = |closed: &str| Case {
        closed: Some(date(closed)),
        ..Case::default()
    };
    let record = |body: Case| Record {
        meta: file.people.values().next().unwrap().meta.clone(),
        body,
    };
    let (closed, closing) = (record(case("1 Nov 2026")), record(case("1 Dec 2026")));
    file.case = Some(closed);
    assert!(rules(&family, "2026-11-23").is_empty());
    family.file.case = Some(closing);
    assert!(!rules(&family, "2026-11-23").is_empty(), "not closed yet");
    let (family, _) = fostered();
    assert!(rules(&family, "2037-03-03").contains(&"LAC_REVIEW_1".to_owned()));
    assert_eq!(rules(&family, "2037-03-04"), ["SUPERVISION"], "18 today");
}

#[test]
fn a_teams_own_limit_and_row_count() {
    let (mut family, child) = fostered();
    let own = "[[timescale]]\nid = \"LAC_VISIT_1\"\nlimit = \"2 days\"\n\
        [[timescale]]\nid = \"OWN\"\nname = \"Second visit of the team\"\nshort = \"Visit\"\nlimit = \"1 week\"\n\
        after = [\"referral\"]\nmet_by = [\"visit\"]\n";
    let by = Timescales::england().with_own(own).unwrap();
    held(&mut family, "referral", "2 Dec 2025", &[child]);
    let all = dues_by(&family.file, day("2025-12-02"), &by);
    let on = |rule: &str| all.iter().find(|due| due.rule == rule).unwrap();
    assert_eq!(on("LAC_VISIT_1").day, Some(day("2025-12-03")));
    assert!(on("LAC_VISIT_1").source.contains("as it comes: 1 week"));
    assert_eq!(
        (on("OWN").day, on("OWN").kind),
        (Some(day("2025-12-09")), DueKind::Visit)
    );
    assert_eq!(on("OWN").source, "Your team's timescales.toml");
}
