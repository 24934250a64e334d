//! An indication explains itself: conditions, months, days ahead, warnings, return home, and what is missing.

use super::super::{
    Capacity, Indication, Lives, Outcome, Part, Reading, Resilience, RiskStatus, Standing, Zone,
    indicate, rule::rules,
};
use super::{day, reading, shown_since};

fn seen(indication: &Indication) -> Vec<&str> {
    let ids = indication.warnings.iter().map(|seen| &seen.rule.id);
    ids.map(String::as_str).collect()
}

/// A child in Yellow since July whose risks are mostly held and whose mother has shown change for longer.
fn a_child_in_yellow() -> Indication {
    let standing = Standing::new(Zone::Yellow, Some(day("2026-07-21")));
    let reading = reading(
        Resilience::Building,
        RiskStatus::MostlyMitigated,
        shown_since("2026-01-10"),
    );
    indicate(&standing, &reading, day("2026-11-23"))
}

#[test]
fn a_move_says_which_conditions_hold_and_when_the_clock_is_full() {
    let told = a_child_in_yellow();
    let to_green = &told.moves[0];
    assert_eq!(to_green.rule.id, "Y1");
    assert_eq!(to_green.holds(), Some(false));
    let said: Vec<_> = to_green
        .conditions
        .iter()
        .map(|condition| (condition.words.as_str(), condition.holds, condition.months))
        .collect();
    assert_eq!(
        said,
        [
            ("resilience kept and built on", Some(true), None),
            (
                "risks addressed or held by protective factors",
                Some(false),
                None
            ),
            ("capacity shown for six months", Some(false), Some((4, 6))),
        ]
    );
    assert_eq!(to_green.conditions[2].on, Some(day("2027-01-21")));
    assert_eq!(to_green.conditions[2].part, Part::Capacity);
}

#[test]
fn every_rule_that_the_table_names_is_in_the_content_and_every_move_has_words() {
    let table = include_str!("../../../../tests/samples/zone_table.csv");
    let ids: std::collections::BTreeSet<_> = rules().iter().map(|rule| rule.id.as_str()).collect();
    for line in table.lines().skip(1) {
        let id = line.split(',').nth(6).unwrap();
        assert!(ids.contains(id), "{id}");
    }
}

#[test]
fn the_time_in_orange_is_announced_at_four_and_five_months() {
    let mut standing = Standing::new(Zone::Orange, Some(day("2026-06-03")));
    let read = reading(
        Resilience::Maintained,
        RiskStatus::MostlyMitigated,
        Capacity::NotShown,
    );
    let clock = |standing: &Standing, today: &str| {
        let told = indicate(standing, &read, day(today));
        told.warnings
            .first()
            .map(|seen| (seen.rule.id.clone(), seen.on))
    };
    let ends = Some(day("2026-12-03"));
    assert_eq!(clock(&standing, "2026-10-02"), None);
    assert_eq!(
        clock(&standing, "2026-10-03"),
        Some(("W-4".to_owned(), ends))
    );
    assert_eq!(
        clock(&standing, "2026-11-03"),
        Some(("W-5".to_owned(), ends))
    );
    assert_eq!(
        clock(&standing, "2026-12-03"),
        Some(("W-6".to_owned(), ends))
    );
    standing.months = 3;
    let ends = Some(day("2026-09-03"));
    assert_eq!(clock(&standing, "2026-08-02"), None);
    assert_eq!(
        clock(&standing, "2026-08-03"),
        Some(("W-5".to_owned(), ends))
    );
}

#[test]
fn an_agreed_period_is_counted_and_said_and_is_never_nothing() {
    let mut standing = Standing::new(Zone::Orange, Some(day("2026-06-03")));
    standing.months = 3;
    let read = reading(
        Resilience::Building,
        RiskStatus::Mitigated,
        shown_since("2026-06-03"),
    );
    let told = indicate(&standing, &read, day("2026-09-03"));
    assert_eq!(told.outcome, Outcome::Move(Zone::Yellow));
    assert!(told.why().contains("three months"), "{}", told.why());
    standing.months = 0;
    let told = indicate(&standing, &read, day("2026-06-03"));
    assert_eq!(told.outcome, Outcome::Stay(Zone::Orange));
}

#[test]
fn what_is_missing_says_where_each_answer_would_lead() {
    let standing = Standing::new(Zone::Orange, Some(day("2025-12-15")));
    let mut read = reading(
        Resilience::Building,
        RiskStatus::MostlyMitigated,
        Capacity::NotShown,
    );
    read.capacity = None;
    let told = indicate(&standing, &read, day("2026-06-15"));
    assert_eq!(told.outcome, Outcome::NotEnough);
    let choice = Outcome::Decide {
        stay: Zone::Orange,
        or: Zone::Red,
    };
    let (yellow, red) = (Outcome::Move(Zone::Yellow), Outcome::Move(Zone::Red));
    assert_eq!(told.possible, [yellow, choice, red]);
    let [missing] = told.missing.as_slice() else {
        panic!("{:?}", told.missing);
    };
    let answers: Vec<_> = missing
        .answers
        .iter()
        .map(|answer| (answer.words.as_str(), answer.outcomes.as_slice()))
        .collect();
    assert_eq!(
        answers,
        [
            ("shown for six months or more", [yellow].as_slice()),
            ("shown for less than six months", &[choice]),
            ("not shown", &[red]),
        ]
    );
}

#[test]
fn a_part_that_does_not_matter_is_not_waited_for() {
    let standing = Standing::new(Zone::Orange, Some(day("2025-12-15")));
    let mut read = Reading {
        capacity: Some(Capacity::NotShown),
        ..Reading::default()
    };
    read.positive_change = Some(true);
    let told = indicate(&standing, &read, day("2026-06-15"));
    assert_eq!(told.outcome, Outcome::Move(Zone::Red));
    assert!(told.whatever_is_missing());
    let nothing = indicate(&standing, &Reading::default(), day("2026-01-15"));
    assert_eq!(nothing.outcome, Outcome::NotEnough);
}

#[test]
fn return_home_is_told_by_the_zone_and_its_conflict_is_not_hidden() {
    let shown = shown_since("2025-01-01");
    let home = |zone, since: &str, resilience, risk, capacity| {
        let standing = Standing {
            lives: Some(Lives::Away),
            ..Standing::new(zone, Some(day(since)))
        };
        let told = indicate(
            &standing,
            &reading(resilience, risk, capacity),
            day("2026-11-23"),
        );
        told.return_home.map(|rule| rule.id.clone()).unwrap()
    };
    use Resilience::{Maintained, Reduced};
    use RiskStatus::{Mitigated, NewOrReemerged, Persisting};
    assert_eq!(
        home(Zone::Green, "2026-03-01", Maintained, Mitigated, shown),
        "H-plan"
    );
    assert_eq!(
        home(Zone::Green, "2026-09-01", Maintained, Mitigated, shown),
        "H-green"
    );
    assert_eq!(
        home(Zone::Yellow, "2026-09-01", Maintained, Mitigated, shown),
        "H-yellow"
    );
    assert_eq!(
        home(Zone::Yellow, "2026-03-01", Maintained, Persisting, shown),
        "H-halt"
    );
    assert_eq!(
        home(Zone::Orange, "2026-09-01", Maintained, Mitigated, shown),
        "H-orange"
    );
    assert_eq!(
        home(Zone::Red, "2026-09-01", Maintained, Mitigated, shown),
        "H-red"
    );
    let worse = home(
        Zone::Yellow,
        "2026-09-01",
        Reduced,
        NewOrReemerged,
        Capacity::NotShown,
    );
    assert_eq!(worse, "H-orange");
    let at_home = Standing {
        lives: Some(Lives::Home),
        ..Standing::new(Zone::Yellow, None)
    };
    let told = indicate(&at_home, &Reading::default(), day("2026-11-23"));
    assert_eq!(told.return_home, None);
}

#[test]
fn warnings_tell_what_no_rule_acts_on() {
    let at = |zone, since: &str| Standing::new(zone, Some(day(since)));
    let today = day("2026-11-23");
    let shown = shown_since("2026-01-01");
    let persisting = reading(Resilience::Maintained, RiskStatus::Persisting, shown);
    let told = indicate(&at(Zone::Yellow, "2026-03-01"), &persisting, today);
    assert_eq!(seen(&told), ["T8", "A20"]);
    let lost = reading(
        Resilience::Maintained,
        RiskStatus::Mitigated,
        Capacity::NotShown,
    );
    let told = indicate(&at(Zone::Green, "2026-03-01"), &lost, today);
    assert_eq!(seen(&told), ["W-capacity"]);
    let earlier = reading(Resilience::Building, RiskStatus::Mitigated, shown);
    let told = indicate(&at(Zone::Orange, "2026-09-01"), &earlier, today);
    assert_eq!(told.outcome, Outcome::Move(Zone::Yellow));
    assert_eq!(seen(&told), ["W-earlier"]);
    let unlike = Reading {
        positive_change: Some(false),
        ..reading(
            Resilience::Building,
            RiskStatus::Persisting,
            Capacity::NotShown,
        )
    };
    let at_home = Standing {
        lives: Some(Lives::Home),
        ..at(Zone::Orange, "2026-09-01")
    };
    let told = indicate(&at_home, &unlike, today);
    assert_eq!(seen(&told), ["A20", "W-unlike", "O1"]);
}
