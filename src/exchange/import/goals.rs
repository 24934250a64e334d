//! A table of goals brought in: whose goal, its five levels, when it was set, and as many reviews as the file has.
//!
//! A level is never guessed: a review without one is still due. A later export of the same goal brings the reviews that
//! are new; what stands here already stays as it is, and a difference is said.

mod columns;
mod row;

use super::case_table::{self, RowIn};
use super::fault::ImportFault;
use super::open_file::{SourceFile, is_usual};
use super::report::FileKind;
use super::run::ImportRun;
use super::side_table::{SideTable, TableForm};
use super::tally::{FileTally, IN_CASE};
use super::who::PeopleByName;
use crate::insight::folding::folded;
use crate::insight::goals::EARLY_DAYS;
use crate::practice::columns::plain;
use crate::practice::goal_columns::goal_role;
use crate::record::{Body, CaseFile, Doubt, DoubtKind, FuzzyDate, Goal, GoalReview, RecordId};
use chrono::Days;
use columns::GoalColumns;
use row::ReadGoal;

const FORM: TableForm = TableForm {
    name: "goals",
    free: "words",
    needs: &[
        (&["people"], "whose goal it is"),
        (&["words"], "the goal"),
        (&["set_on"], "the day on which it was set"),
    ],
};

/// Lays the goals of a table and their reviews over the case.
///
/// # Errors
/// The file is not a table of goals, or the case has no children.
pub(super) fn bring_in(
    file: &SourceFile,
    run: &mut ImportRun<'_>,
) -> Result<FileTally, ImportFault> {
    let columns = GoalColumns::default();
    let is_known = |name: &str| goal_role(name).is_some() || is_usual(name);
    let next = |name: &str| columns.next(name);
    let table = SideTable::read_by(file, run.today, &FORM, next, &is_known)?;
    let (who, reviews) = (PeopleByName::from_case(run.case()), columns.reviews());
    case_table::bring_in(&table, FileKind::Goals, run, |row, run| {
        let read = row::read_goal(row, &table.file, &reviews, run.case(), &who, run.today)?;
        let is_child = |id: &&RecordId| {
            let person = run.case().people.get(id);
            person.is_some_and(|one| one.body.is_child)
        };
        let goal = &read.goal;
        let (date, text) = (goal.set_on.written().to_owned(), goal.words.clone());
        let children = goal.people.iter().filter(is_child).copied().collect();
        let (record, doubts) = lay_over(read, run)?;
        Ok(RowIn {
            record,
            date,
            children,
            source: String::new(),
            text,
            doubts,
        })
    })
}

/// Gives the goal that a row brought, or brought something to, with what is open about it. In words that the case has all
/// of it, or says it otherwise.
fn lay_over(read: ReadGoal, run: &mut ImportRun<'_>) -> Result<(RecordId, Vec<Doubt>), String> {
    let ReadGoal {
        goal,
        reviews,
        stay_out,
        mut doubts,
    } = read;
    let Some((id, known)) = known_goal(&goal, run.case()) else {
        if let Some(other) = same_reference(&goal, run.case()) {
            doubts.push(Doubt::new(
                DoubtKind::Unreadable,
                format!(
                    "There is another goal of theirs with the reference {}: \"{}\". Both are kept. Are they two?",
                    goal.reference, other.words
                ),
            ));
        }
        let id = run.add(Body::Goal(goal));
        for review in reviews {
            run.add(Body::GoalReview(GoalReview { goal: id, ..review }));
        }
        return Ok((id, doubts));
    };
    let mut otherwise = differences(&known, &goal);
    let mut new = Vec::new();
    for review in reviews {
        match known_review(id, &review, run.case()) {
            Some(known) if known.level != review.level => otherwise.push(format!(
                "the level of {} ({} here, {} in the file)",
                review.on,
                known.level.signed(),
                review.level.signed()
            )),
            Some(_) => {}
            None => new.push(review),
        }
    }
    let brings_reviews = !new.is_empty();
    for review in new {
        run.add(Body::GoalReview(GoalReview { goal: id, ..review }));
    }
    let mut changed = known.clone();
    changed.reviews_due = due_now(id, &known, &goal, run.case());
    for (day, words) in stay_out {
        let is_held = day.is_some_and(|day| is_reviewed(id, &day, run.case()));
        if !is_held && !changed.how_reviewed.contains(&words) {
            changed.how_reviewed = format!("{} {words}", changed.how_reviewed)
                .trim()
                .to_owned();
        }
    }
    let is_changed = changed != known;
    if is_changed {
        run.put(id, Body::Goal(changed));
    }
    let differs = (!otherwise.is_empty()).then(|| {
        format!(
            "The goal is in the case, and the file has otherwise: {}. What is here stays; if the file is right, change it here.",
            otherwise.join("; ")
        )
    });
    if !brings_reviews && !is_changed {
        return Err(differs.unwrap_or_else(|| IN_CASE.to_owned()));
    }
    doubts.extend(differs.map(|asks| Doubt::new(DoubtKind::Unreadable, asks)));
    Ok((id, doubts))
}

fn same_people(one: &Goal, other: &Goal) -> bool {
    let sorted = |goal: &Goal| {
        let mut people = goal.people.clone();
        people.sort_unstable();
        people
    };
    sorted(one) == sorted(other)
}

fn same_words(one: &str, other: &str) -> bool {
    folded(&plain(one)) == folded(&plain(other))
}

/// The goal of the case that this one is: of the same people, and with the same reference or in the same words. A
/// reference alone is not enough where both the words and the day differ: agencies count their goals from one.
fn known_goal(new: &Goal, case: &CaseFile) -> Option<(RecordId, Goal)> {
    let referred = |known: &Goal| !new.reference.is_empty() && known.reference == new.reference;
    let fits = |known: &Goal| {
        let words = same_words(&known.words, &new.words);
        let other = !new.reference.is_empty() && !known.reference.is_empty() && !referred(known);
        same_people(known, new)
            && (words && !other
                || referred(known) && known.set_on.reading() == new.set_on.reading())
    };
    let mut goals = case.goals.values().filter(|known| fits(&known.body));
    let first = goals.next()?;
    let best = std::iter::once(first)
        .chain(goals)
        .find(|known| referred(&known.body));
    let found = best.unwrap_or(first);
    Some((found.id(), found.body.clone()))
}

/// Another goal of the same people that goes by the same reference.
fn same_reference<'a>(new: &Goal, case: &'a CaseFile) -> Option<&'a Goal> {
    let mut goals = case.goals.values().map(|known| &known.body);
    goals.find(|known| {
        !new.reference.is_empty() && known.reference == new.reference && same_people(known, new)
    })
}

/// What the file has otherwise than the case, in words.
fn differences(known: &Goal, new: &Goal) -> Vec<String> {
    let levels = known.levels.iter().zip(new.levels.iter());
    let levels = levels.filter(|(known, new)| !new.is_empty() && !same_words(known, new));
    let mut found = Vec::new();
    if !same_words(&known.words, &new.words) {
        found.push(format!("its words (\"{}\")", new.words));
    }
    if known.set_on.reading() != new.set_on.reading() {
        found.push(format!("the day set ({})", new.set_on));
    }
    found.extend(levels.map(|(_, new)| format!("a level (\"{new}\")")));
    found
}

/// The review of the case that this one is: of the same goal and day, rather the one at the same level.
fn known_review<'a>(
    goal: RecordId,
    new: &GoalReview,
    case: &'a CaseFile,
) -> Option<&'a GoalReview> {
    let reviews = case.goal_reviews.values().map(|review| &review.body);
    let same = reviews.filter(|known| known.goal == goal && known.on.reading() == new.on.reading());
    same.max_by_key(|known| known.level == new.level)
}

/// Whether a goal was reviewed on a day.
fn is_reviewed(goal: RecordId, day: &FuzzyDate, case: &CaseFile) -> bool {
    let mut reviews = case.goal_reviews.values().map(|review| &review.body);
    reviews.any(|known| known.goal == goal && known.on.reading() == day.reading())
}

/// The days on which a known goal is to be reviewed, once its new reviews are there: without those days on which it was
/// reviewed now, and with those that the file adds.
fn due_now(id: RecordId, known: &Goal, new: &Goal, case: &CaseFile) -> Vec<FuzzyDate> {
    let reviews = case.goal_reviews.values().map(|review| &review.body);
    let last = reviews
        .filter(|review| review.goal == id)
        .filter_map(|review| review.on.anchor())
        .max();
    let is_past = |due: &FuzzyDate| {
        let from = due.anchor()?.checked_sub_days(Days::new(EARLY_DAYS))?;
        last.map(|last| last >= from)
    };
    let stays = known
        .reviews_due
        .iter()
        .filter(|due| !is_reviewed(id, due, case));
    let mut due: Vec<FuzzyDate> = stays.cloned().collect();
    for added in &new.reviews_due {
        let is_there = due.iter().any(|due| due.reading() == added.reading());
        if !is_there && is_past(added) != Some(true) {
            due.push(added.clone());
        }
    }
    due
}
