//! The five levels of a goal, and the optional score of goal attainment scaling.
//!
//! The handbook has the levels and no numbers (p56). The score is an addition (Kiresuk and Sherman 1968): off unless
//! somebody asks for it, never near a zone, and no measure of one family against another.

use serde::{Deserialize, Serialize};

/// One of the five described levels of a goal (inventory AN2A, handbook p56).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Level {
    /// Much less than expected.
    MuchLess,
    /// Less than expected.
    Less,
    /// What is most likely.
    #[default]
    Expected,
    /// More than expected.
    More,
    /// Much more than expected.
    MuchMore,
}

impl Level {
    /// From much less to much more.
    pub const ALL: [Level; 5] = [
        Level::MuchLess,
        Level::Less,
        Level::Expected,
        Level::More,
        Level::MuchMore,
    ];

    /// -2 to +2; an order, not a measure.
    pub fn number(self) -> i8 {
        match self {
            Level::MuchLess => -2,
            Level::Less => -1,
            Level::Expected => 0,
            Level::More => 1,
            Level::MuchMore => 2,
        }
    }

    /// The level of a number from -2 to +2.
    pub fn of_number(number: i8) -> Option<Level> {
        Level::ALL
            .into_iter()
            .find(|level| level.number() == number)
    }

    /// Its place among the five texts of a goal.
    pub fn place(self) -> usize {
        usize::from(self.number().saturating_add(2).unsigned_abs())
    }

    /// The number with its sign: "-2", "0", "+1".
    pub fn signed(self) -> &'static str {
        match self {
            Level::MuchLess => "-2",
            Level::Less => "-1",
            Level::Expected => "0",
            Level::More => "+1",
            Level::MuchMore => "+2",
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Level::MuchLess => "much less than expected",
            Level::Less => "less than expected",
            Level::Expected => "as expected",
            Level::More => "more than expected",
            Level::MuchMore => "much more than expected",
        }
    }
}

/// By convention, how much goals of one person are taken to go together.
pub const TOGETHER: f64 = 0.3;

/// The weight of a goal from its importance and difficulty, each 0 to 3; 1 where either is not said.
pub fn weight(importance: Option<u8>, difficulty: Option<u8>) -> f64 {
    match (importance, difficulty) {
        (Some(importance), Some(difficulty)) => f64::from(importance) * f64::from(difficulty),
        _ => 1.0,
    }
}

/// The T-score of reviewed goals, each a weight and the level reached, `together` from 0 to 1 ([`TOGETHER`]): 50 when all
/// land as expected. `None` without a reviewed goal, when no weight is above 0, and for weights that are no weights.
///
/// T = 50 + 10 Σ(w·x) / √((1 − r) Σw² + r (Σw)²), with x from -2 to +2.
pub fn t_score(goals: &[(f64, Level)], together: f64) -> Option<f64> {
    let sound = goals
        .iter()
        .all(|(weight, _)| weight.is_finite() && *weight >= 0.0);
    let largest = goals.iter().map(|(weight, _)| *weight).fold(0.0, f64::max);
    if !sound || largest == 0.0 || !(0.0..=1.0).contains(&together) {
        return None;
    }
    // The score does not change when all weights are scaled; scaled to 1 their squares neither vanish nor overflow.
    let scaled = goals
        .iter()
        .map(|(weight, level)| (weight / largest, f64::from(level.number())));
    let (mut reached, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for (weight, number) in scaled {
        reached += weight * number;
        sum += weight;
        squares += weight * weight;
    }
    let spread = ((1.0 - together) * squares + together * sum * sum).sqrt();
    Some(50.0 + 10.0 * reached / spread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scored(goals: &[(f64, i8)], together: f64) -> f64 {
        let goals: Vec<_> = goals
            .iter()
            .map(|(weight, number)| (*weight, Level::of_number(*number).unwrap()))
            .collect();
        t_score(&goals, together).unwrap()
    }

    fn alike(found: f64, expected: f64) {
        assert!(
            (found - expected).abs() < 0.005,
            "{found} is not {expected}"
        );
    }

    #[test]
    fn the_worked_examples_to_two_places() {
        alike(scored(&[(1.0, 1)], TOGETHER), 60.00);
        alike(scored(&[(1.0, 1), (1.0, 0), (1.0, -1)], TOGETHER), 50.00);
        let third = [(3.0, 1), (2.0, 0), (1.0, -1)];
        alike(scored(&third, TOGETHER), 54.41);
        alike(scored(&third, 0.0), 55.35);
        alike(scored(&third, 1.0), 53.33);
        alike(
            scored(
                &third.map(|(weight, number)| (weight * 10.0, number)),
                TOGETHER,
            ),
            54.41,
        );
        let fourth = [(6.0, 2), (4.0, -1), (3.0, 0), (2.0, -2)];
        alike(scored(&fourth, TOGETHER), 53.76);
        alike(
            scored(
                &[(1.0, -1), (1.0, -1), (1.0, 0), (1.0, 1), (1.0, 2)],
                TOGETHER,
            ),
            53.02,
        );
    }

    #[test]
    fn the_edges_to_two_places() {
        alike(scored(&[(1.0, -2)], TOGETHER), 30.00);
        alike(scored(&[(1.0, 2)], TOGETHER), 70.00);
        alike(scored(&[(1.0, 1); 2], TOGETHER), 62.40);
        alike(scored(&[(1.0, 2); 3], TOGETHER), 77.39);
        alike(scored(&[(1.0, -2); 3], TOGETHER), 22.61);
        alike(scored(&[(1.0, 2); 5], TOGETHER), 80.15);
        alike(scored(&[(1.0, -2); 5], TOGETHER), 19.85);
        let baseline = scored(&[(6.0, -1), (4.0, -1), (3.0, -1), (2.0, -1)], TOGETHER);
        alike(baseline, 35.89);
        let baseline = scored(&[(6.0, -1), (4.0, -1), (3.0, -2), (2.0, -2)], TOGETHER);
        alike(baseline, 31.19);
        let reached = scored(&[(6.0, 2), (4.0, -1), (3.0, 0), (2.0, -2)], TOGETHER);
        alike(reached - baseline, 22.58);
    }

    #[test]
    fn every_row_of_the_table_of_vectors_to_two_places() {
        let table = include_str!("../../tests/samples/gas_tscore_test_vectors.csv");
        let mut rows = 0;
        for row in table.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let [weights, levels, together, expected] = cells[..] else {
                panic!("{row}");
            };
            let weights = weights.split(' ').map(|weight| weight.parse().unwrap());
            let goals: Vec<(f64, i8)> = weights
                .zip(levels.split(' ').map(|level| level.parse().unwrap()))
                .collect();
            alike(
                scored(&goals, together.parse().unwrap()),
                expected.parse().unwrap(),
            );
            rows += 1;
        }
        assert_eq!(rows, 12);
    }

    #[test]
    fn nothing_reviewed_is_no_score_and_not_fifty() {
        assert_eq!(t_score(&[], TOGETHER), None);
        assert_eq!(t_score(&[(0.0, Level::More)], TOGETHER), None);
        assert_eq!(t_score(&[(-1.0, Level::More)], TOGETHER), None);
        assert_eq!(t_score(&[(f64::NAN, Level::More)], TOGETHER), None);
        assert_eq!(t_score(&[(1.0, Level::More)], 1.5), None);
    }

    #[test]
    fn weights_come_from_importance_and_difficulty() {
        assert_eq!(weight(Some(3), Some(2)), 6.0);
        assert_eq!(weight(Some(3), None), 1.0);
        assert_eq!(weight(Some(0), Some(2)), 0.0);
    }

    #[test]
    fn levels_are_an_order_with_places() {
        for (place, level) in Level::ALL.into_iter().enumerate() {
            assert_eq!(level.place(), place);
            assert_eq!(Level::of_number(level.number()), Some(level));
            assert_eq!(
                level.signed().trim_start_matches('+'),
                level.number().to_string()
            );
        }
        assert_eq!(Level::of_number(3), None);
    }

    proptest! {
        #[test]
        fn the_score_is_the_same_when_weights_are_scaled(
            goals in prop::collection::vec((0.01f64..9.0, 0usize..5), 1..12), by in 1e-6f64..1e6, together in 0.0f64..=1.0
        ) {
            let of = |by: f64| {
                let goals: Vec<_> = goals.iter().map(|(weight, level)| (weight * by, Level::ALL[*level])).collect();
                t_score(&goals, together).unwrap()
            };
            prop_assert!((of(1.0) - of(by)).abs() < 1e-6);
        }

        #[test]
        fn a_higher_level_never_lowers_the_score(weights in prop::collection::vec(0.01f64..9.0, 1..8), at in 0usize..8) {
            let at = at % weights.len();
            let with = |level| {
                let goals: Vec<_> = weights.iter().enumerate().map(|(place, weight)| {
                    (*weight, if place == at { level } else { Level::Expected })
                }).collect();
                t_score(&goals, TOGETHER).unwrap()
            };
            prop_assert!(with(Level::Less) < with(Level::Expected));
            prop_assert!(with(Level::Expected) < with(Level::MuchMore));
        }
    }
}
