//! The timescales against the list of facts from which they were written, and a team's file over them.

use super::*;
use crate::practice::working_days::working_days;
use std::collections::BTreeSet;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

struct Listed {
    id: String,
    limit: String,
    unit: String,
    check: String,
}

/// The rows of the list of facts that the file was written from.
fn listed() -> Vec<Listed> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/samples/timescales_england.csv"
    );
    let mut rows = csv::Reader::from_path(path).unwrap();
    let listed = rows.records().map(Result::unwrap).map(|row| Listed {
        id: row[0].to_owned(),
        limit: row[3].to_owned(),
        unit: row[4].to_owned(),
        check: row[7].to_owned(),
    });
    listed.collect()
}

#[test]
fn every_row_of_the_list_is_there_with_its_limit_and_unit() {
    let england = Timescales::england();
    let listed = listed();
    assert_eq!(listed.len(), 31);
    for of in &listed {
        let row = england
            .row(&of.id)
            .unwrap_or_else(|| panic!("{} is missing", of.id));
        let Ok(number) = of.limit.parse::<u32>() else {
            let expected = match of.unit.as_str() {
                "event" => Limit::Event,
                _ => Limit::Local,
            };
            assert_eq!(row.limit, expected, "{}", of.id);
            continue;
        };
        // "week until first review, then 6 weeks": the number is the first limit, the last of the words the later one.
        let spans = match of.unit.split_once("then ") {
            Some((_, later)) => (format!("{number} week"), Some(later.to_owned())),
            None => {
                let unit = of.unit.split(['(', ',']).next().unwrap();
                let unit = unit.trim_end().trim_end_matches(" minimum");
                (format!("{number} {unit}"), None)
            }
        };
        let expected: (Span, Option<Span>) = (
            spans.0.parse().unwrap(),
            spans.1.map(|later| later.parse().unwrap()),
        );
        let told = match row.first {
            Some(first) => (first, row.span()),
            None => (row.span().unwrap(), None),
        };
        assert_eq!(told, expected, "{}", of.id);
        assert!(!of.check.is_empty());
    }
    let known: BTreeSet<&str> = listed.iter().map(|of| of.id.as_str()).collect();
    let own = england
        .rows
        .iter()
        .filter(|row| !known.contains(row.id.as_str()));
    for row in own {
        assert_eq!(row.standing, Standing::Local, "{} is ours", row.id);
    }
}

#[test]
fn every_row_says_all_that_is_shown_of_it_and_its_occasions_exist() {
    let england = Timescales::england();
    assert_eq!(england.nation, Nation::England);
    let ids: BTreeSet<&str> = england.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), england.rows.len(), "ids are used once");
    for row in &england.rows {
        for text in [&row.name, &row.short, &row.starts, &row.source, &row.check] {
            assert!(!text.is_empty(), "{}", row.id);
        }
        assert!(row.short.split_whitespace().count() <= 2, "{}", row.short);
        assert!(
            !row.met_by.is_empty() || !row.meets.is_empty(),
            "{}",
            row.id
        );
        let until = Some(&row.first_until).filter(|until| !until.is_empty());
        for occasion in row.after.iter().chain(&row.met_by).chain(until) {
            assert!(
                england.occasion(occasion).is_some(),
                "{}: {occasion}",
                row.id
            );
        }
        assert_eq!(
            row.limit == Limit::Event,
            !row.event.is_empty(),
            "{}",
            row.id
        );
        assert!(
            row.commonly.is_none() || row.limit == Limit::Local,
            "{}",
            row.id
        );
        for status in &row.status {
            assert!(
                crate::practice::legal_kinds()
                    .iter()
                    .any(|kind| kind.short == *status)
            );
        }
        for rule in &row.date_rules {
            let known = rule == "D9" || !crate::practice::matrix::rule(rule).page.is_empty();
            assert!(known, "{rule}");
        }
    }
}

#[test]
fn the_occasions_that_records_name_are_there_and_visits_are_told_apart() {
    let england = Timescales::england();
    for id in [
        "visit",
        "looked-after-review",
        "referral",
        "referral-decision",
        "assessment",
        "strategy-discussion",
        "initial-conference",
        "core-group",
        "review-conference",
        "child-in-need-review",
        "proceedings-issued",
        "proceedings-ended",
        "police-protection",
        "emergency-protection",
        "child-assessment-order",
        "return-home",
        "permanence-plan",
        "placed-before-assessment",
        "temporary-carer",
        "short-break",
        "final-order",
    ] {
        let occasion = england.occasion(id).unwrap_or_else(|| panic!("{id}"));
        assert_eq!(occasion.visit, id == "visit");
    }
    assert_eq!(england.occasions.len(), 21);
}

#[test]
fn every_row_with_a_length_of_time_has_a_worked_day() {
    let worked = [
        ("LAC_REVIEW_1", "2025-12-01", "2025-12-31"),
        ("LAC_REVIEW_2", "2025-12-31", "2026-03-31"),
        ("LAC_REVIEW_N", "2025-08-31", "2026-02-28"),
        ("LAC_VISIT_1", "2026-11-02", "2026-11-09"),
        ("LAC_VISIT_Y1", "2026-11-02", "2026-12-14"),
        ("LAC_VISIT_LT", "2026-11-30", "2027-02-28"),
        ("LAC_VISIT_OTHER", "2026-12-21", "2027-02-01"),
        ("PWP_PRE_ASSESS", "2026-11-02", "2026-12-14"),
        ("ICO_HOME", "2026-11-02", "2026-11-30"),
        ("CO_HOME", "2026-11-02", "2026-12-14"),
        ("SHORT_BREAK", "2026-11-02", "2026-11-19"),
        ("ASSESS", "2026-11-02", "2027-01-07"),
        ("REFERRAL_DECISION", "2026-11-06", "2026-11-09"),
        ("ICPC", "2025-12-15", "2026-01-08"),
        ("CORE_GROUP", "2026-03-20", "2026-04-07"),
        ("RCPC_1", "2026-11-30", "2027-02-28"),
        ("RCPC_N", "2026-02-28", "2026-08-28"),
        ("CP_VISIT", "2025-12-15", "2025-12-31"),
        ("CIN_VISIT", "2026-11-02", "2026-12-14"),
        ("CIN_REVIEW", "2026-05-04", "2026-11-04"),
        ("PLO_26", "2026-01-01", "2026-07-01"),
        ("PPO", "2026-11-02", "2026-11-05"),
        ("EPO", "2026-11-02", "2026-11-09"),
        ("CAO", "2026-11-02", "2026-11-08"),
        ("T4", "2026-11-02", "2026-11-09"),
        ("HANDBOOK_G", "2025-03-17", "2025-09-17"),
        ("HANDBOOK_Y", "2023-08-29", "2024-02-29"),
        ("HANDBOOK_O", "2025-12-15", "2026-06-15"),
        ("HANDBOOK_R", "2024-08-29", "2025-02-28"),
        ("HANDBOOK_S4", "2025-08-31", "2026-02-28"),
        ("HANDBOOK_POST", "2025-07-26", "2026-01-26"),
        ("SUPERVISION", "2026-10-31", "2026-11-30"),
    ];
    let england = Timescales::england();
    for (id, start, due) in worked {
        let row = england.row(id).unwrap();
        let counted = row.due_after(day(start), england.working_days()).unwrap();
        assert_eq!(counted, Counted::on(day(due)), "{id}");
    }
    let first = |id: &str| {
        let row = england.row(id).unwrap();
        row.first
            .unwrap()
            .after(day("2026-11-02"), false, england.working_days())
            .day
    };
    for id in ["PWP_PRE_ASSESS", "ICO_HOME", "CO_HOME"] {
        assert_eq!(first(id), day("2026-11-09"), "{id}, weekly at first");
    }
    let worked: BTreeSet<&str> = worked.iter().map(|(id, ..)| *id).collect();
    let untold = england.rows.iter().filter(|row| row.span().is_some());
    let untold: Vec<_> = untold
        .filter(|row| !worked.contains(row.id.as_str()))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
    let open = england.rows.iter().filter(|row| row.span().is_none());
    let open: Vec<&str> = open.map(|row| row.id.as_str()).collect();
    assert_eq!(open, ["PERM_PLAN", "CORE_GROUP_N"]);
}

#[test]
fn limits_are_said_in_words() {
    let words = |id: &str| Timescales::england().row(id).unwrap().limit_in_words();
    assert_eq!(words("LAC_REVIEW_1"), "20 working days");
    assert_eq!(words("ICO_HOME"), "1 week, then 4 weeks");
    assert_eq!(words("SUPERVISION"), "local, commonly once a month");
    assert_eq!(words("CORE_GROUP_N"), "local, not set yet");
    assert!(words("PERM_PLAN").starts_with("the second looked-after review"));
}

#[test]
fn a_team_sets_its_own_limits_and_adds_rows() {
    let own = r#"
[[occasion]]
id = "health-check"
name = "health check"
short = "Health"

[[timescale]]
id = "CP_VISIT"
limit = "5 working days"

[[timescale]]
id = "HEALTH"
name = "Health assessment of a looked after child"
short = "Health"
whose = "looked-after"
limit = "12 months"
repeats = true
met_by = ["health-check"]
"#;
    let laid = Timescales::england().with_own(own).unwrap();
    let visits = laid.row("CP_VISIT").unwrap();
    assert_eq!(visits.limit_in_words(), "5 working days");
    assert!(visits.source.contains("timescales.toml") && visits.source.contains("commonly 10"));
    let health = laid.row("HEALTH").unwrap();
    assert_eq!(
        (health.clock, health.standing),
        (Clock::Occasions, Standing::Local)
    );
    assert_eq!(laid.rows.len(), Timescales::england().rows.len() + 1);
    let nothing = Timescales::england().with_own("# nothing yet\n").unwrap();
    assert_eq!(&nothing, Timescales::england());
}

#[test]
fn a_slip_in_a_teams_file_is_named_with_its_line_and_what_was_meant() {
    let fault = |own: &str| Timescales::england().with_own(own).unwrap_err().to_string();
    let said = fault("[[timescale]]\nid = \"LAC_REVEW_1\"\nlimit = \"10 working days\"\n");
    assert!(
        said.starts_with(
            "line 2: there is no timescale \"LAC_REVEW_1\"; did you mean \"LAC_REVIEW_1\"?"
        ),
        "{said}"
    );
    let said = fault("[[timescale]]\nid = \"CP_VISIT\"\nlimit = \"10 workng days\"\n");
    assert!(
        said.starts_with("line 3: ") && said.contains("did you mean \"working days\"?"),
        "{said}"
    );
    let said = fault("[[timescale]]\nid = \"CP_VISIT\"\nlimt = \"10 days\"\n");
    assert!(
        said.starts_with("line 3: ") && said.contains("limt"),
        "{said}"
    );
    let said = fault(
        "\n[[timescale]]\nid = \"X\"\nname = \"X\"\nlimit = \"1 week\"\nafter = [\"refferal\"]\nmet_by = [\"visit\"]\n",
    );
    assert!(
        said.starts_with("line 6: there is no occasion \"refferal\"; did you mean \"referral\"?"),
        "{said}"
    );
    let said = fault("[[timescale]]\nid = \"HANDBOOK_O\"\nlimit = \"4 months\"\n");
    assert!(said.contains("child by child"), "{said}");
    let said = fault(
        "[[timescale]]\nid = \"X\"\nname = \"X\"\nlimit = \"1 week\"\nmet_by = [\"visit\"]\n",
    );
    assert!(said.contains("when the clock of \"X\" starts"), "{said}");
    let said = fault("[[timescale]]\nid = \"LAC_VISIT_1\"\nmet_by = [\"referral\"]\n");
    assert!(said.contains("add a row with an id of your own"), "{said}");
    assert!(fault("[[timescale]\n").starts_with("line 1: "));
    assert!(
        fault("[[timescale]]\nid = \"CP_VISIT\"\nlimit = \"0 days\"\n").contains("20 working days")
    );
}

#[test]
fn months_and_weeks_are_not_the_same_half_year() {
    let calendar = working_days(Nation::England);
    let after = |span: &str| {
        span.parse::<Span>()
            .unwrap()
            .after(day("2025-03-17"), false, calendar)
            .day
    };
    assert_eq!(after("6 months"), day("2025-09-17"));
    assert_eq!(after("26 weeks"), day("2025-09-15"));
    assert_eq!(after("72 hours"), day("2025-03-20"));
}
