//! What is worth asking about a goal. Nothing is refused for it; people know why it is as it is.

use super::{Standing, earliest, last_day};
use crate::insight::folding::folded;
use crate::insight::words::{day_in_words, listed};
use crate::practice::goals::Level;
use crate::practice::guide::smart_parts;
use crate::record::{CaseFile, FuzzyDate, GoalReview, RecordId, SIX_MONTHS, Shown};
use chrono::{Months, NaiveDate};

/// What is worth asking about a goal, the most pressing first; of one that has ended only how it ended.
pub fn questions(standing: &Standing, file: &CaseFile, today: NaiveDate) -> Vec<String> {
    let goal = &standing.goal.body;
    if standing.is_ended {
        let asks = "It has ended, and nobody wrote down how. What was reached, and what goes on?";
        let untold = goal.how_ended.trim().is_empty();
        return untold.then(|| asks.to_owned()).into_iter().collect();
    }
    let mut asked = Vec::new();
    asked.extend(on_the_next_review(standing));
    asked.extend(on_the_last_review(standing, today));
    if goal.agreed_on.is_none() {
        asked.push(format!(
            "It is not written down when this was agreed with {}. Is it theirs, in their words?",
            who(&goal.people, file)
        ));
    }
    asked.extend(on_the_levels(&goal.levels));
    asked.extend(on_smart(&goal.smart));
    asked.extend(on_days(standing, today));
    asked.extend(
        standing
            .held()
            .iter()
            .filter_map(|held| on_attendance(&held.body)),
    );
    asked
}

fn who(people: &[RecordId], file: &CaseFile) -> String {
    let people = people.iter().filter_map(|id| file.people.get(id));
    let names: Vec<&str> = people.map(|person| person.body.short_name()).collect();
    match names.is_empty() {
        true => "those whose goal it is".to_owned(),
        false => listed(&names),
    }
}

fn on_the_next_review(standing: &Standing) -> Option<String> {
    match standing.next_due {
        Some(due) if standing.is_late => Some(format!(
            "It was to be reviewed on {}, and no review is written down. When will you look at it together?",
            day_in_words(due)
        )),
        Some(_) => None,
        None if standing.last().is_none() => {
            Some("No day is set to look at it together. When will it be reviewed?".to_owned())
        }
        None => Some("No review is planned after the last one. When is the next?".to_owned()),
    }
}

/// Nobody has looked at it for half a year.
fn on_the_last_review(standing: &Standing, today: NaiveDate) -> Option<String> {
    let half_a_year_ago = today.checked_sub_months(Months::new(SIX_MONTHS))?;
    let is_old = |on: &FuzzyDate| last_day(on).filter(|day| *day < half_a_year_ago);
    match standing.last() {
        Some(last) => is_old(&last.body.on).map(|day| {
            format!(
                "The last review was on {}, more than six months ago. How does it stand now?",
                day_in_words(day)
            )
        }),
        None => is_old(&standing.goal.body.set_on).map(|day| {
            format!(
                "It was set on {}, more than six months ago, and was never reviewed. How does it stand?",
                day_in_words(day)
            )
        }),
    }
}

fn on_the_levels(levels: &[String; 5]) -> Vec<String> {
    let mut asked = Vec::new();
    let is_empty = |level: &&Level| text(levels, **level).is_empty();
    let missing: Vec<&str> = Level::ALL
        .iter()
        .filter(is_empty)
        .map(|level| level.words())
        .collect();
    match missing.as_slice() {
        [] => {}
        [_, _, _, _, _] => asked.push(
            "None of the five levels is described yet. What would each look like?".to_owned(),
        ),
        missing => asked.push(format!(
            "It is not described yet what would be {}. What would it look like?",
            listed(missing)
        )),
    }
    for (at, level) in Level::ALL.iter().enumerate() {
        for other in Level::ALL.iter().skip(at + 1) {
            let (one, two) = (text(levels, *level), text(levels, *other));
            if !one.is_empty() && one == two {
                asked.push(format!(
                    "\"{}\" and \"{}\" are described in the same words. How would you tell them apart?",
                    level.words(),
                    other.words()
                ));
            }
        }
    }
    asked
}

/// The text of a level without what does not tell texts apart.
fn text(levels: &[String; 5], level: Level) -> String {
    let text = levels.get(level.place()).map_or("", String::as_str);
    folded(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn on_smart(ticked: &[String]) -> Option<String> {
    let open: Vec<String> = smart_parts()
        .filter(|part| !ticked.contains(&part.id))
        .map(|part| part.name.to_lowercase())
        .collect();
    match open.as_slice() {
        [] => None,
        _ if ticked.is_empty() => Some(format!(
            "Nobody has said yet whether it is {}. Is it?",
            listed(&open)
        )),
        open => Some(format!("Is it {}? That is not ticked yet.", listed(open))),
    }
}

/// Days that cannot all be right.
fn on_days(standing: &Standing, today: NaiveDate) -> Vec<String> {
    let goal = &standing.goal.body;
    let mut asked = Vec::new();
    let Some(set) = earliest(&goal.set_on) else {
        asked.push("It is not clear on which day it was set. When was it?".to_owned());
        return asked;
    };
    let before = |on: &FuzzyDate| last_day(on).filter(|day| *day < set);
    let reviewed = standing.reviews.iter();
    if let Some(day) = reviewed.filter_map(|review| before(&review.body.on)).min() {
        asked.push(format!(
            "It was reviewed on {}, before it was set on {}. Which day is right?",
            day_in_words(day),
            day_in_words(set)
        ));
    }
    let due = goal.reviews_due.iter();
    if let Some(day) = due.filter_map(before).min() {
        asked.push(format!(
            "Its review is planned for {}, before it was set on {}. Which day is right?",
            day_in_words(day),
            day_in_words(set)
        ));
    }
    for review in &standing.reviews {
        if let Some(day) = earliest(&review.body.on).filter(|day| *day > today) {
            asked.push(format!(
                "A review is written down for {}, which has not come yet; it is not counted. Which day is right?",
                day_in_words(day)
            ));
        }
    }
    asked
}

/// Coming and agreeing is no change by itself (S3O.6).
fn on_attendance(review: &GoalReview) -> Option<String> {
    let only =
        !review.shown.is_empty() && review.shown.iter().all(|shown| *shown == Shown::Attendance);
    (only && review.different_for_child.trim().is_empty()).then(|| {
        format!(
            "The review of {} rests on somebody having come or taken part. What is different for the child?",
            review.on.in_short()
        )
    })
}
