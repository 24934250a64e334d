//! The Support and Solutions Plan of a family, as its file of thinking writes it: challenges, support, bottom lines, and
//! the versions that were agreed with the parts that stood on their day.

use super::DemoFault;
use super::filing::Filing;
use super::thinking::{Said, Thinking, put};
use crate::record::{Body, BottomLine, Holds, Horizon, PlanStep, PlanVersion, Support};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ChallengeRow {
    about: Vec<String>,
    horizon: Horizon,
    words: String,
    family_view: String,
    solution: String,
    needs: Vec<String>,
    factors: Vec<String>,
    goals: Vec<String>,
    plans: Vec<String>,
    start: Option<String>,
    end: Option<String>,
    why_ended: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SupportRow {
    what: String,
    about: Vec<String>,
    provider: String,
    own_network: bool,
    how_reached: String,
    challenges: Vec<String>,
    needs: Vec<String>,
    in_place: Holds,
    used: Holds,
    works: Holds,
    how_it_goes: String,
    start: Option<String>,
    end: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BottomLineRow {
    words: String,
    binds: Vec<String>,
    why: String,
    if_crossed: String,
    said_to_family: String,
    challenges: Vec<String>,
    start: Option<String>,
    end: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct VersionRow {
    on: String,
    agreed_with: Vec<String>,
    others: String,
    family_view: String,
    review: Option<String>,
}

/// Writes the plan of a family.
pub(super) fn file(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    put(filing, &all.challenge, challenge)?;
    put(filing, &all.support, support)?;
    put(filing, &all.bottom_line, bottom_line)?;
    put(filing, &all.version, version)
}

fn challenge(filing: &Filing<'_>, row: ChallengeRow) -> Said {
    let from = filing.maybe_date(row.start.as_deref())?;
    let step = PlanStep {
        people: filing.whos(&row.about)?,
        horizon: row.horizon,
        challenge: row.words,
        family_view: row.family_view,
        solution: row.solution,
        needs: filing.all_keyed(&row.needs)?,
        factors: row.factors,
        goals: filing.all_keyed(&row.goals)?,
        plans: row.plans,
        from: from.clone(),
        to: filing.maybe_date(row.end.as_deref())?,
        why_ended: row.why_ended,
    };
    Ok((Body::PlanStep(step), from))
}

fn support(filing: &Filing<'_>, row: SupportRow) -> Said {
    let from = filing.maybe_date(row.start.as_deref())?;
    let support = Support {
        what: row.what,
        people: filing.whos(&row.about)?,
        provider: row.provider,
        own_network: row.own_network,
        how_reached: row.how_reached,
        steps: filing.all_keyed(&row.challenges)?,
        needs: filing.all_keyed(&row.needs)?,
        in_place: row.in_place,
        used: row.used,
        works: row.works,
        how_it_goes: row.how_it_goes,
        from: from.clone(),
        to: filing.maybe_date(row.end.as_deref())?,
    };
    Ok((Body::Support(support), from))
}

fn bottom_line(filing: &Filing<'_>, row: BottomLineRow) -> Said {
    let from = filing.maybe_date(row.start.as_deref())?;
    let line = BottomLine {
        words: row.words,
        people: filing.whos(&row.binds)?,
        why: row.why,
        if_crossed: row.if_crossed,
        said_to_family: row.said_to_family,
        steps: filing.all_keyed(&row.challenges)?,
        from: from.clone(),
        to: filing.maybe_date(row.end.as_deref())?,
    };
    Ok((Body::BottomLine(line), from))
}

fn version(filing: &Filing<'_>, row: VersionRow) -> Said {
    let on = filing.date(&row.on)?;
    let day = on
        .anchor()
        .ok_or_else(|| filing.fault(format!("“{}” is no day", row.on)))?;
    let version = PlanVersion {
        on: on.clone(),
        with: filing.whos(&row.agreed_with)?,
        others: row.others,
        family_view: row.family_view,
        review: filing.maybe_date(row.review.as_deref())?,
        parts: filing.parts_on(day),
    };
    Ok((Body::PlanVersion(version), Some(on)))
}
