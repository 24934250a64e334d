//! Days that people agreed themselves: reviews of goals and of the plan, answers that are waited for, supervision.

use super::days::{in_words, last_day, on_in_words};
use super::facts::Facts;
use super::telling::{Clocked, Start};
use super::{Due, DueKind, DueState, state_on};
use crate::insight::goals::standings;
use crate::insight::plan::versions;
use crate::insight::words::day_in_words;
use crate::practice::timescales::Clock;
use crate::record::{FuzzyDate, Record, RecordId, Supervision};
use chrono::NaiveDate;

/// Days that people agreed.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let mut all = goals(facts);
    all.extend(plan(facts));
    all.extend(curiosities(facts));
    all.extend(supervision(facts));
    all
}

/// What was agreed in this case, as a due.
pub(super) struct Agreed {
    pub(super) kind: DueKind,
    pub(super) what: String,
    pub(super) short: &'static str,
    pub(super) rule: &'static str,
    pub(super) about: Vec<RecordId>,
    pub(super) day: Option<NaiveDate>,
    pub(super) why: String,
    pub(super) met_by: &'static str,
    pub(super) record: RecordId,
}

impl Agreed {
    pub(super) fn due(self, today: NaiveDate) -> Due {
        Due {
            kind: self.kind,
            what: self.what,
            short: self.short.to_owned(),
            about: self.about,
            day: self.day,
            state: self
                .day
                .map_or(DueState::NotRecorded, |day| state_on(day, today)),
            why: self.why,
            rule: self.rule.to_owned(),
            source: "Agreed in this case".to_owned(),
            check: String::new(),
            met_by: self.met_by.to_owned(),
            occasion: None,
            record: Some(self.record),
        }
    }
}

fn goals(facts: &Facts) -> Vec<Due> {
    let standings = standings(facts.file, facts.today).into_iter();
    let due = standings.filter_map(|standing| {
        let goal = &standing.goal.body;
        let next = standing.next_due?;
        let written = goal
            .reviews_due
            .iter()
            .find(|due| due.anchor() == Some(next))?;
        let last = standing
            .last()
            .map_or("It was not reviewed yet.".to_owned(), |last| {
                format!("Last reviewed {}.", on_in_words(&last.body.on))
            });
        let agreed = Agreed {
            kind: DueKind::Goal,
            what: format!("Review of a goal: {}", goal.words),
            short: "Goal",
            rule: "GOAL_REVIEW",
            about: goal.people.clone(),
            day: last_day(written),
            why: format!(
                "Set {}, to be reviewed {}. {last}",
                on_in_words(&goal.set_on),
                by(written)
            ),
            met_by: "A review of the goal, with the level reached and what shows it.",
            record: standing.goal.id(),
        };
        Some(agreed.due(facts.today))
    });
    due.collect()
}

/// "on 30 November 2026"; "in Dec 2026" as it is written, its last day counting.
pub(super) fn by(date: &FuzzyDate) -> String {
    match (date.exact_day(), last_day(date)) {
        (None, Some(last)) => format!(
            "{} (by {} at the latest)",
            date.written(),
            day_in_words(last)
        ),
        _ => on_in_words(date),
    }
}

/// The review of the version that was agreed last.
fn plan(facts: &Facts) -> Option<Due> {
    let agreed = |date: &FuzzyDate| date.anchor().is_some_and(|on| on <= facts.today);
    let all = versions(facts.file);
    let version = all.into_iter().find(|version| agreed(&version.body.on))?;
    let body = &version.body;
    let reviewed = match &body.review {
        Some(review) => format!("its review is {}", by(review)),
        None => "it names no day for its review".to_owned(),
    };
    let agreed = Agreed {
        kind: DueKind::Plan,
        what: "Review of the plan".to_owned(),
        short: "Plan",
        rule: "PLAN_REVIEW",
        about: Vec::new(),
        day: body.review.as_ref().and_then(last_day),
        why: format!(
            "The plan was agreed {}; {reviewed}. No later version is agreed.",
            on_in_words(&body.on)
        ),
        met_by: "A version of the plan that is agreed anew.",
        record: version.id(),
    };
    Some(agreed.due(facts.today))
}

fn curiosities(facts: &Facts) -> Vec<Due> {
    let open = facts
        .file
        .curiosities
        .values()
        .filter(|one| one.body.is_open());
    let due = open.filter_map(|curiosity| {
        let body = &curiosity.body;
        let wanted = body.by.as_ref()?;
        let from = match body.from_whom.trim() {
            "" => String::new(),
            whom => format!(" From: {whom}."),
        };
        let agreed = Agreed {
            kind: DueKind::Curiosity,
            what: body.words.clone(),
            short: "Question",
            rule: "CURIOSITY",
            about: body.people.clone(),
            day: Some(last_day(wanted)?),
            why: format!("We wanted to know it {}.{from}", by(wanted)),
            met_by: "An answer, or why it is no longer asked.",
            record: curiosity.id(),
        };
        Some(agreed.due(facts.today))
    });
    due.collect()
}

/// The next session: on the day that the last one named, else as often as the team meets.
fn supervision(facts: &Facts) -> Option<Due> {
    let row = facts.by.rows_of(Clock::Supervision).next()?;
    let day_of = |session: &Record<Supervision>| session.body.on.anchor();
    let sessions = facts.file.supervisions.values();
    let held = sessions.filter(|session| day_of(session).is_some_and(|on| on <= facts.today));
    let Some(last) = held.max_by_key(|session| (day_of(session), session.id())) else {
        let why = "No session of supervision is recorded in this case.".to_owned();
        return Some(facts.without_day(row, DueKind::Supervision, Vec::new(), why));
    };
    let words = format!("The last session was {}.", on_in_words(&last.body.on));
    let next = last.body.next_on.as_ref();
    if let Some((written, day)) = next.and_then(|next| Some((next, last_day(next)?))) {
        return Some(Due {
            day: Some(day),
            state: state_on(day, facts.today),
            source: "Agreed in supervision".to_owned(),
            check: String::new(),
            record: Some(last.id()),
            ..facts.without_day(
                row,
                DueKind::Supervision,
                Vec::new(),
                format!("{words} It named the next: {}.", in_words(written)),
            )
        });
    }
    let start = Start {
        day: day_of(last)?,
        words,
        record: Some(last.id()),
    };
    let clocked = Clocked {
        row,
        kind: DueKind::Supervision,
        start,
        span: None,
        was_ever: true,
        more: Vec::new(),
    };
    Some(Due {
        about: Vec::new(),
        ..facts.due(facts.children.first()?, clocked)
    })
}
