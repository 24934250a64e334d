//! What is chosen in the goals, in lines: a goal with its five levels, its reviews as a ladder over time, what stands in the
//! way, and what to ask; and, for those who ask for it, the score.

use crate::insight::goals::{ABOUT, Standing, ladder, questions, score, shown_words, standings};
use crate::insight::thinking::short_names;
use crate::practice::goals::Level;
use crate::practice::guide::name_in;
use crate::record::{CaseFile, Goal, GoalReview, Record, RecordId};
use crate::tui::model::case::goals::ladder as steps;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::facts::{entries, fact, records, to_do};
use crate::tui::theme::Role;
use crate::tui::widget::page::Page;
use chrono::NaiveDate;

/// The lines of what is chosen; gives the words over them.
pub fn detail(model: &Model, case: &OpenCase, page: &mut Page<RecordId>) -> String {
    let file = case.seen();
    let day = case.last_day(model.today);
    let title = chosen(file, case.goals.ledger.chosen_record(), day, page);
    if case.goals.score {
        scored(file, day, page);
    }
    title
}

fn chosen(
    file: &CaseFile,
    id: Option<RecordId>,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    if let Some(purpose) = id.and_then(|id| file.purposes.get(&id)) {
        page.words(&purpose.body.words, Role::Text);
        fact(page, "Whose", &short_names(file, &purpose.body.people));
        let on = purpose.body.on.as_ref().map(|on| on.in_short());
        fact(page, "Since", &on.unwrap_or_default());
        let goals = file.goals.values();
        let goals = goals.filter(|goal| goal.body.purpose == Some(purpose.id()));
        records(page, file, "Stages towards it", goals.map(Record::id));
        return "Purpose".to_owned();
    }
    let all = standings(file, day);
    let Some(standing) = all.iter().find(|standing| Some(standing.goal.id()) == id) else {
        return String::new();
    };
    goal(file, standing, page);
    let asked = questions(standing, file, day);
    if !asked.is_empty() {
        page.heading("To think about");
    }
    for question in asked {
        page.set_in(2, &question, Role::Attention);
    }
    let whose = short_names(file, &standing.goal.body.people);
    match standing.goal.body.reference.as_str() {
        "" => format!("Goal of {whose}"),
        reference => format!("Goal {reference} of {whose}"),
    }
}

fn goal(file: &CaseFile, standing: &Standing, page: &mut Page<RecordId>) {
    let body = &standing.goal.body;
    page.words(&body.words, Role::Text);
    levels(body, standing.level(), page);
    way(file, standing, page);
    page.heading("Agreed and reviewed");
    let day =
        |date: Option<&crate::record::FuzzyDate>| date.map(|on| on.in_short()).unwrap_or_default();
    fact(page, "Set on", &day(Some(&body.set_on)));
    fact(page, "Agreed on", &day(body.agreed_on.as_ref()));
    fact(page, "In their words", &body.agreed_with);
    let smart: Vec<&str> = body.smart.iter().map(|id| name_in("smart", id)).collect();
    fact(page, "It is", &smart.join(", ").to_lowercase());
    let due: Vec<String> = body.reviews_due.iter().map(|due| due.in_short()).collect();
    fact(page, "Review days", &due.join("; "));
    fact(page, "How it is reviewed", &body.how_reviewed);
    fact(page, "In the way, within them", &body.barriers_within);
    fact(page, "In the way, around them", &body.barriers_around);
    fact(page, "If it slips", &body.if_relapse);
    fact(page, "Why the words were changed", &body.why_changed);
    fact(page, "Ended on", &day(body.ended_on.as_ref()));
    fact(page, "How it ended", &body.how_ended);
    if let Some(purpose) = standing.purpose {
        page.words("A stage towards", Role::Heading);
        page.leading(2, &purpose.body.words, Role::Text, purpose.id());
    }
    to_do(page, file, standing.goal.id());
    records(
        page,
        file,
        "Needs that it answers",
        body.needs.iter().copied(),
    );
    let steps = file.plan_steps.values();
    let steps = steps.filter(|step| step.body.goals.contains(&standing.goal.id()));
    records(
        page,
        file,
        "Challenges that it measures",
        steps.map(Record::id),
    );
}

/// The five levels, the best first; the one reached stands in brackets.
fn levels(goal: &Goal, reached: Option<Level>, page: &mut Page<RecordId>) {
    page.heading("Levels");
    for level in Level::ALL.into_iter().rev() {
        let words = goal.levels.get(level.place()).map_or("", String::as_str);
        let words = if words.is_empty() {
            "no words yet"
        } else {
            words
        };
        let (line, role) = match reached == Some(level) {
            true => (
                format!(
                    "[{:>2}] {words} (reached at the last review)",
                    level.signed()
                ),
                Role::Text,
            ),
            false => (format!(" {:>2}  {words}", level.signed()), Role::Quiet),
        };
        page.set_in(1, &line, role);
    }
}

/// The ladder over time, with the evidence of each review.
fn way(file: &CaseFile, standing: &Standing, page: &mut Page<RecordId>) {
    page.heading("The way so far");
    let way = ladder(standing);
    if way.is_empty() {
        page.set_in(2, "not reviewed yet", Role::Quiet);
    }
    for step in way.iter().rev() {
        let when = match step.is_beginning {
            true => format!("{}, where it began", step.on.in_short()),
            false => step.on.in_short(),
        };
        page.set_in(
            1,
            &format!("{} {when}: {}", steps(Some(step.level)), step.level.words()),
            Role::Text,
        );
        if let Some(review) = file.goal_reviews.get(&step.from) {
            of_review(file, review, standing.goal, page);
        }
    }
}

fn of_review(
    file: &CaseFile,
    review: &Record<GoalReview>,
    goal: &Record<Goal>,
    page: &mut Page<RecordId>,
) {
    let body = &review.body;
    let fact = |page: &mut Page<RecordId>, name: &str, words: &str| {
        if !words.is_empty() {
            page.set_in(4, &format!("{name}: {words}"), Role::Text);
        }
    };
    fact(page, "Evidence", &body.evidence);
    let shown: Vec<&str> = body.shown.iter().map(|shown| shown_words(*shown)).collect();
    fact(page, "It is", &shown.join(", "));
    fact(page, "For the child", &body.different_for_child);
    fact(page, "Analysis", &body.analysis);
    fact(page, "In the way", &body.barriers);
    fact(page, "If it slipped", &body.relapse);
    fact(page, "What follows", &body.what_next);
    if body.goal_revision < goal.meta.revision && !goal.body.why_changed.is_empty() {
        page.set_in(
            4,
            "Measured against the goal as it was recorded then.",
            Role::Quiet,
        );
    }
    entries(page, file, "    Entries", &body.entries);
}

/// The score, last of all and only when it was asked for.
fn scored(file: &CaseFile, day: NaiveDate, page: &mut Page<RecordId>) {
    page.heading("Goal attainment score");
    page.words(ABOUT, Role::Quiet);
    match score(file, None, day) {
        None => page.words(
            "No goal with a weight was reviewed, so there is no score.",
            Role::Text,
        ),
        Some(score) => {
            let left_out = match score.left_out.len() {
                0 => String::new(),
                1 => "; 1 goal without a review is left out".to_owned(),
                many => format!("; {many} goals without a review are left out"),
            };
            let counted = score.counted;
            page.words(
                &format!("T {:.2}, from {counted} reviewed{left_out}", score.reached),
                Role::Text,
            );
            if let Some(change) = score.change() {
                page.words(
                    &format!("Change since they began: {change:+.2}"),
                    Role::Text,
                );
            }
        }
    }
}
