//! What holds for every date and every string, whoever wrote it.

use super::*;
use proptest::prelude::*;
use std::cmp::Ordering;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..130_000i64).prop_map(|n| day(1850, 1, 1) + chrono::Duration::days(n % 120_000))
}

fn any_part() -> impl Strategy<Value = Part> {
    any_day().prop_flat_map(|d| {
        prop_oneof![
            Just(Part::Day(d)),
            Just(Part::Month {
                year: d.year(),
                month: d.month()
            }),
            Just(Part::Year(d.year()))
        ]
    })
}

fn any_reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        Just(Reading::Unknown),
        any_part().prop_map(Reading::On),
        any_part().prop_map(Reading::About),
        any_part().prop_map(Reading::Before),
        any_part().prop_map(Reading::After),
        (any_part(), any_part()).prop_map(|(a, b)| Reading::Between(a, b)),
    ]
}

/// Strings made of what dates are made of, so that odd ones are met often.
fn datelike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,4}",
        "[/.\\- :,?~]",
        Just("between ".to_owned()),
        Just(" and ".to_owned()),
        Just("sat ".to_owned()),
        Just(" may ".to_owned()),
        Just("late ".to_owned()),
        Just("-w".to_owned()),
        Just("t".to_owned()),
        Just("pm".to_owned()),
        Just("by ".to_owned()),
        Just("é".to_owned()),
        Just("summer ".to_owned()),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(text in prop_oneof![any::<String>(), datelike()], now in any_day()) {
        type Read = fn(&str, NaiveDate) -> Result<FuzzyDate, DateProblem>;
        let read: [Read; 2] = [FuzzyDate::parse, |text, now| FuzzyDate::from_record(text, now, DateOrder::DayFirst)];
        for read in read {
            let Ok(date) = read(&text, now) else { continue };
            if let (Some(from), Some(to)) = (date.earliest(), date.latest()) {
                prop_assert!(from <= to);
            }
            prop_assert_eq!(read(date.written(), now).unwrap(), date, "shown, it reads back the same");
        }
        let _ = FuzzyDate::from_record(&text, now, DateOrder::MonthFirst);
    }

    #[test]
    fn a_reading_in_words_reads_back(reading in any_reading()) {
        let date = FuzzyDate::of(reading);
        let again = FuzzyDate::from_record(date.written(), day(2026, 11, 23), DateOrder::DayFirst).unwrap();
        prop_assert_eq!(again, date);
    }

    #[test]
    fn the_order_is_total(a in any_reading(), b in any_reading(), c in any_reading()) {
        let (a, b, c) = (FuzzyDate::of(a), FuzzyDate::of(b), FuzzyDate::of(c));
        prop_assert_eq!(a.order(&a), Ordering::Equal);
        prop_assert_eq!(a.order(&b), b.order(&a).reverse());
        let mut sorted = [a, b, c];
        sorted.sort_by(FuzzyDate::order);
        let [first, _, last] = &sorted;
        prop_assert_ne!(first.order(last), Ordering::Greater);
    }

    #[test]
    fn the_true_age_is_within_the_range(born in any_reading(), then in any_reading(), a in 0..4000i64, b in 0..4000i64) {
        let (born, then) = (FuzzyDate::of(born), FuzzyDate::of(then));
        let within = |date: &FuzzyDate, offset: i64| {
            let (from, to) = (date.earliest()?, date.latest()?);
            Some((from + chrono::Duration::days(offset)).min(to))
        };
        if let (Some(birth), Some(event)) = (within(&born, a), within(&then, b))
            && birth <= event
        {
            let (youngest, oldest) = born.age_range(&then).unwrap();
            let age = event.years_since(birth).unwrap();
            prop_assert!((youngest..=oldest).contains(&age), "{age} not in {youngest}..={oldest}");
        }
    }
}
