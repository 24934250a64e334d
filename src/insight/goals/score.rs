//! The score of goal attainment scaling over the goals of a case or of one person. An addition to the handbook: asked for,
//! never shown by itself, never near a zone.

use super::standings;
use crate::practice::goals::{Level, TOGETHER, t_score, weight};
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;

/// What a reader must know before the number.
pub const ABOUT: &str = "An addition, not in the handbook: goal attainment scaling (Kiresuk and Sherman 1968). 50 means that all went as expected. The levels are an order and no measure; one person's score is not comparable with another's; it says nothing about the zone.";

/// The score of the goals that were reviewed.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The T-score of the levels reached at the last review of each: 50 when all went as expected.
    pub reached: f64,
    /// The T-score of the levels at which the same goals began; none unless that is said of each.
    pub began: Option<f64>,
    /// How many goals it counts.
    pub counted: usize,
    /// The goals that nobody has reviewed yet; they are left out, and are not taken for "as expected".
    pub left_out: Vec<RecordId>,
}

impl Score {
    /// From where they began to what was reached.
    pub fn change(&self) -> Option<f64> {
        self.began.map(|began| self.reached - began)
    }
}

/// The score of somebody's goals, or of all goals of the case; none when nothing was reviewed, or when no goal that was
/// reviewed has a weight.
pub fn score(file: &CaseFile, person: Option<RecordId>, today: NaiveDate) -> Option<Score> {
    let (mut reached, mut began, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for standing in standings(file, today) {
        let goal = &standing.goal.body;
        if person.is_some_and(|person| !goal.people.contains(&person)) {
            continue;
        }
        let weight = weight(goal.importance, goal.difficulty);
        match standing.level() {
            Some(level) => {
                reached.push((weight, level));
                began.push(goal.began_at.map(|began| (weight, began)));
            }
            None => left_out.push(standing.goal.id()),
        }
    }
    let began: Option<Vec<(f64, Level)>> = began.into_iter().collect();
    Some(Score {
        reached: t_score(&reached, TOGETHER)?,
        began: began.and_then(|began| t_score(&began, TOGETHER)),
        counted: reached.len(),
        left_out,
    })
}
