//! What holds whatever the days are.

use super::*;
use chrono::Days;
use proptest::prelude::*;

fn from(offset: u32) -> NaiveDate {
    day("2021-01-04") + Days::new(offset.into())
}

fn written(on: NaiveDate) -> String {
    on.format("%-d %b %Y").to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_met_is_not_late_on_the_day_on_which_it_was_met(start in 0..2000u32, later in 0..400u32, which in 0..6usize) {
        let (begins, meets, rule) = [
            ("referral", "referral-decision", "REFERRAL_DECISION"),
            ("referral", "assessment", "ASSESS"),
            ("strategy-discussion", "initial-conference", "ICPC"),
            ("initial-conference", "core-group", "CORE_GROUP"),
            ("initial-conference", "review-conference", "RCPC_1"),
            ("proceedings-issued", "final-order", "PLO_26"),
        ][which];
        let mut family = MadeUp::new();
        let child = family.child("Ava Oakes", "4 Mar 2019");
        let (began, met) = (from(start), from(start + later));
        held(&mut family, begins, &written(began), &[child]);
        held(&mut family, meets, &written(met), &[child]);
        prop_assert!(by_rule(&family, rule, &met.to_string()).is_empty());
    }

    #[test]
    fn a_visit_or_review_is_never_late_on_its_own_day(start in 0..1500u32, later in 0..700u32, order in 0..3usize) {
        let mut family = MadeUp::new();
        let child = family.child("Ava Oakes", "4 Mar 2019");
        let (since, today) = (from(start), from(start + later));
        legal(&mut family, child, ["Section 20", "Interim care order", "Care order"][order], &written(since), "");
        let kind = if order == 0 { "Foster care" } else { "Placed with parent" };
        stays_at(&mut family, child, kind, &written(since), "");
        for what in ["visit", "looked-after-review"] {
            held(&mut family, what, &written(today), &[child]);
        }
        let all = dues_by(&family.file, today, Timescales::england());
        let formal = all.iter().filter(|due| due.rule.starts_with("LAC") || due.rule.ends_with("_HOME"));
        for due in formal {
            prop_assert_eq!(due.state, DueState::Ahead, "{:?}", due);
        }
    }

    #[test]
    fn a_later_start_is_never_due_earlier(start in 0..2000u32, later in 0..60u32) {
        let due = |on: NaiveDate| {
            let mut family = MadeUp::new();
            held(&mut family, "referral", &written(on), &[]);
            one(&family, "ASSESS", &on.to_string()).day
        };
        prop_assert!(due(from(start)) <= due(from(start + later)));
    }
}
