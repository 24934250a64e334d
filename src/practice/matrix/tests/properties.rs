//! What holds for any child and any reading, also one of which parts are not known.

use super::super::months::months_after;
use super::super::{
    Capacity, Lives, Outcome, Reading, Resilience, RiskStatus, Standing, Wishes, Zone, indicate,
};
use chrono::{Duration, NaiveDate};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// A day within three years.
fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..1100_i64).prop_map(|days| super::day("2024-01-01") + Duration::days(days))
}

fn a_capacity() -> impl Strategy<Value = Capacity> {
    prop_oneof![
        Just(Capacity::NotShown),
        option::of(a_day()).prop_map(Capacity::Shown),
    ]
}

fn a_standing() -> impl Strategy<Value = Standing> {
    let zone = select(Zone::ALL.to_vec());
    let lives = option::of(select(vec![Lives::Home, Lives::Away]));
    let days = (option::of(a_day()), option::of(a_day()));
    (zone, 0..14_u32, lives, days, any::<bool>()).prop_map(
        |(zone, months, lives, (since, returned), earlier_capacity_counts)| Standing {
            zone,
            since,
            months,
            lives,
            returned,
            earlier_capacity_counts,
        },
    )
}

fn a_reading() -> impl Strategy<Value = Reading> {
    (
        option::of(select(Resilience::ALL.to_vec())),
        option::of(select(RiskStatus::ALL.to_vec())),
        option::of(a_capacity()),
        option::of(any::<bool>()),
        option::of(select(Wishes::ALL.to_vec())),
    )
        .prop_map(
            |(resilience, risk, capacity, positive_change, wishes)| Reading {
                resilience,
                risk,
                capacity,
                positive_change,
                wishes,
            },
        )
}

fn zone_of(outcome: Outcome, standing: &Standing) -> Zone {
    outcome.zone().unwrap_or(standing.zone)
}

/// A sentence in which every place is filled.
fn told_in_full(words: &str) -> bool {
    !words.is_empty() && !words.contains(['{', '}'])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_reading_is_answered_and_the_answer_says_why(
        standing in a_standing(), reading in a_reading(), today in a_day()
    ) {
        let told = indicate(&standing, &reading, today);
        prop_assert!(!told.why().is_empty());
        prop_assert!(!told.possible.is_empty());
        prop_assert_eq!(told.outcome == Outcome::NotEnough, told.possible.len() > 1);
        if told.outcome == Outcome::NotEnough {
            prop_assert!(!told.missing.is_empty());
        }
        for told in told.missing.iter().flat_map(|missing| &missing.answers) {
            prop_assert!(!told.outcomes.is_empty() && !told.words.is_empty());
        }
        for condition in told.moves.iter().flat_map(|found| &found.conditions) {
            prop_assert!(told_in_full(&condition.words));
        }
        for words in told.warnings.iter().map(|seen| &seen.words).chain(told.dates.iter().map(|date| &date.words)) {
            prop_assert!(told_in_full(words), "{}", words);
        }
        prop_assert!(told.dates.windows(2).all(|pair| pair[0].on <= pair[1].on));
    }

    /// The move that is indicated is told among the moves, and none of its conditions fails.
    #[test]
    fn a_move_that_is_indicated_has_all_its_conditions(
        standing in a_standing(), reading in a_reading(), today in a_day()
    ) {
        let told = indicate(&standing, &reading, today);
        if told.missing.is_empty() && !matches!(told.outcome, Outcome::Stay(_)) {
            let found = told.moves.iter().find(|found| found.rule == told.rule);
            prop_assert_eq!(found.map(|found| (found.to, found.holds())), Some((told.outcome, Some(true))));
        }
    }

    #[test]
    fn improvement_is_one_zone_and_needs_the_whole_period_of_capacity(
        standing in a_standing(), reading in a_reading(), today in a_day()
    ) {
        let told = indicate(&standing, &reading, today);
        let zone = zone_of(told.outcome, &standing);
        if zone < standing.zone {
            prop_assert_eq!(standing.zone as u8 - zone as u8, 1);
            let Some(Capacity::Shown(Some(since))) = reading.capacity else {
                return Err(TestCaseError::fail("without a day of capacity"));
            };
            prop_assert!(months_after(standing.capacity_counts_from(since), standing.period()) <= today);
            prop_assert_eq!(reading.resilience, Some(Resilience::Building));
        }
    }

    /// A new risk without resilience and capacity is Red on any day, however long the child has been in the zone; and a
    /// worse zone from Green or Yellow is indicated on the first day as on any later one.
    #[test]
    fn deterioration_never_waits(standing in a_standing(), reading in a_reading(), today in a_day(), days in 0..1000_i64) {
        let lost = Reading {
            resilience: Some(Resilience::Absent),
            risk: Some(RiskStatus::NewOrReemerged),
            capacity: Some(Capacity::NotShown),
            ..reading
        };
        prop_assert_eq!(zone_of(indicate(&standing, &lost, today).outcome, &standing), Zone::Red);
        if standing.zone <= Zone::Yellow && reading.capacity != Some(Capacity::Shown(None)) {
            let later = indicate(&standing, &reading, today + Duration::days(days)).outcome;
            if let Outcome::Move(zone) = later && zone > standing.zone {
                prop_assert_eq!(indicate(&standing, &reading, today).outcome, later);
            }
        }
    }

    /// With the same reading a later day gives a better zone only where capacity is shown, and only on the day on which it
    /// has been shown for the period as it counts in that zone. Nothing else that time does improves a zone.
    #[test]
    fn nothing_improves_by_waiting_alone(
        standing in a_standing(), reading in a_reading(), today in a_day(), days in 0..1000_i64
    ) {
        let later = today + Duration::days(days);
        let now = indicate(&standing, &reading, today).outcome;
        let then = indicate(&standing, &reading, later).outcome;
        if let (Some(now), Some(then)) = (now.zone(), then.zone()) && then < now {
            let Some(Capacity::Shown(Some(since))) = reading.capacity else {
                return Err(TestCaseError::fail(format!("{now:?} became {then:?} by waiting")));
            };
            let earned = months_after(standing.capacity_counts_from(since), standing.period());
            prop_assert!(today < earned && earned <= later);
            prop_assert_eq!(now as u8 - then as u8, if now == standing.zone { 1 } else { 2 });
        }
    }

    #[test]
    fn wishes_never_change_what_is_indicated(
        standing in a_standing(), reading in a_reading(), today in a_day(), wishes in select(Wishes::ALL.to_vec())
    ) {
        let with = indicate(&standing, &Reading { wishes: Some(wishes), ..reading }, today);
        let without = indicate(&standing, &Reading { wishes: None, ..reading }, today);
        prop_assert_eq!((with.outcome, with.rule, with.possible), (without.outcome, without.rule, without.possible));
    }

    /// Whoever fills in what was not known comes to one of the outcomes that were announced. Answers that contradict
    /// what people said about change for the better are none.
    #[test]
    fn what_is_filled_in_later_was_announced(
        standing in a_standing(), reading in a_reading(), filled in a_reading(), since in option::of(a_day()), today in a_day()
    ) {
        let said_still = standing.zone == Zone::Orange && reading.positive_change == Some(false);
        let capacity = match reading.capacity {
            Some(Capacity::Shown(None)) => Some(Capacity::Shown(Some(today - Duration::days(90)))),
            None => filled.capacity,
            said => said,
        };
        let contradicts = reading.resilience.is_none() && filled.resilience == Some(Resilience::Building)
            || reading.capacity.is_none() && matches!(filled.capacity, Some(Capacity::Shown(_)));
        prop_assume!(!(said_still && contradicts));
        let fuller = Reading {
            resilience: reading.resilience.or(filled.resilience),
            risk: reading.risk.or(filled.risk),
            capacity,
            ..reading
        };
        let announced = indicate(&standing, &reading, today).possible;
        let dated = Standing { since: standing.since.or(since), ..standing };
        for outcome in indicate(&dated, &fuller, today).possible {
            prop_assert!(announced.contains(&outcome), "{:?} not in {:?}", outcome, announced);
        }
    }

    /// What is indicated changes by itself on the days that are announced, and on no other.
    #[test]
    fn between_two_announced_days_nothing_changes(
        standing in a_standing(), reading in a_reading(), today in a_day(), share in 0.0..1.0_f64
    ) {
        let told = indicate(&standing, &reading, today);
        let next = told.dates.iter().map(|date| date.on).find(|on| *on > today);
        let end = next.unwrap_or(today + Duration::days(1000));
        let between = ((end - today).num_days() - 1) as f64 * share;
        let between = today + Duration::days(between as i64);
        prop_assert_eq!(indicate(&standing, &reading, between).outcome, told.outcome);
        for date in &told.dates {
            prop_assert_eq!(indicate(&standing, &reading, date.on).outcome, date.then);
        }
    }
}
