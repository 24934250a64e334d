//! Purposes, goals with their five levels and reviews of a family, as its file of thinking writes them.

use super::DemoFault;
use super::filing::Filing;
use super::thinking::{Said, Thinking, put};
use crate::practice::goals::Level;
use crate::record::{Body, Goal, GoalReview, Purpose, Shown};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PurposeRow {
    words: String,
    whose: Vec<String>,
    on: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalRow {
    whose: Vec<String>,
    words: String,
    purpose: Option<String>,
    #[serde(default)]
    stage: u8,
    /// From much less than expected to much more.
    levels: [String; 5],
    set_on: String,
    agreed_on: Option<String>,
    #[serde(default)]
    agreed_with: String,
    #[serde(default)]
    smart: Vec<String>,
    #[serde(default)]
    reviews_due: Vec<String>,
    #[serde(default)]
    how_reviewed: String,
    #[serde(default)]
    barriers_within: String,
    #[serde(default)]
    barriers_around: String,
    #[serde(default)]
    if_relapse: String,
    began_at: Option<Level>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    why_changed: String,
    ended_on: Option<String>,
    #[serde(default)]
    how_ended: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewRow {
    goal: String,
    on: String,
    level: Level,
    evidence: String,
    shown: Vec<Shown>,
    #[serde(default)]
    different_for_child: String,
    #[serde(default)]
    entries: Vec<String>,
    analysis: String,
    #[serde(default)]
    barriers: String,
    #[serde(default)]
    relapse: String,
    #[serde(default)]
    what_next: String,
}

/// Writes the goals of a family.
pub(super) fn file(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    put(filing, &all.purpose, purpose)?;
    put(filing, &all.goal, goal)?;
    put(filing, &all.review, review)
}

fn purpose(filing: &Filing<'_>, row: PurposeRow) -> Said {
    let on = filing.date(&row.on)?;
    let purpose = Purpose {
        words: row.words,
        people: filing.whos(&row.whose)?,
        on: Some(on.clone()),
    };
    Ok((Body::Purpose(purpose), Some(on)))
}

fn goal(filing: &Filing<'_>, row: GoalRow) -> Said {
    let set_on = filing.date(&row.set_on)?;
    let purpose = row.purpose.as_deref();
    let due = row.reviews_due.iter().map(|due| filing.date(due));
    let goal = Goal {
        reference: String::new(),
        people: filing.whos(&row.whose)?,
        words: row.words,
        purpose: purpose.map(|key| filing.keyed(key)).transpose()?,
        stage: row.stage,
        levels: Box::new(row.levels),
        set_on: set_on.clone(),
        agreed_on: filing.maybe_date(row.agreed_on.as_deref())?,
        agreed_with: row.agreed_with,
        smart: row.smart,
        reviews_due: due.collect::<Result<_, _>>()?,
        how_reviewed: row.how_reviewed,
        barriers_within: row.barriers_within,
        barriers_around: row.barriers_around,
        if_relapse: row.if_relapse,
        began_at: row.began_at,
        importance: None,
        difficulty: None,
        needs: filing.all_keyed(&row.needs)?,
        why_changed: row.why_changed,
        ended_on: filing.maybe_date(row.ended_on.as_deref())?,
        how_ended: row.how_ended,
        origin: String::new(),
    };
    Ok((Body::Goal(goal), Some(set_on)))
}

fn review(filing: &Filing<'_>, row: ReviewRow) -> Said {
    let on = filing.date(&row.on)?;
    let review = GoalReview {
        goal: filing.keyed(&row.goal)?,
        goal_revision: 1,
        on: on.clone(),
        level: row.level,
        evidence: row.evidence,
        shown: row.shown,
        different_for_child: row.different_for_child,
        entries: filing.entries_of(&row.entries)?,
        analysis: row.analysis,
        barriers: row.barriers,
        relapse: row.relapse,
        what_next: row.what_next,
        origin: String::new(),
    };
    Ok((Body::GoalReview(review), Some(on)))
}
