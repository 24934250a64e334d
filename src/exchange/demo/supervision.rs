//! Supervision of a family's case, as its file of thinking writes it: sessions, what somebody took on in them, decisions
//! with their reasons, and the visits and meetings that timescales count from.
//!
//! Sessions name no feelings of the worker: what somebody said about themselves is not the case's. A session, an action
//! or a decision is found by its `key`; what was thought, planned and agreed is named by its own.

use super::DemoFault;
use super::filing::Filing;
use super::thinking::{Said, Thinking, put};
use crate::record::{
    Action, Body, CaseDecision, FuzzyDate, Occasion, RecordId, Supervision, SupervisionKind,
};
use serde::Deserialize;

/// Held by the case's worker unless somebody else is named; its minutes are left out where nobody looked at the clock.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SessionRow {
    on: String,
    kind: SupervisionKind,
    worker: Option<String>,
    supervisor: String,
    others: String,
    minutes: Option<u32>,
    setting: String,
    children: Vec<String>,
    conditions: Vec<String>,
    experience: String,
    reflection: String,
    in_action: String,
    on_action: String,
    analysis: String,
    action: String,
    principles: Vec<String>,
    facets: Vec<String>,
    /// The days of the decisions on zones that were taken in it.
    zones: Vec<String>,
    parked: Vec<String>,
    next: Option<String>,
}

/// Written on the day of its session unless `written` says otherwise.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ActionRow {
    what: String,
    why: String,
    owner: String,
    due: Option<String>,
    about: Vec<String>,
    session: Option<String>,
    serves: Vec<String>,
    done_on: Option<String>,
    outcome: String,
    let_go: String,
}

/// Its evidence by the dates of entries.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DecisionRow {
    on: String,
    what: String,
    why: String,
    about: Vec<String>,
    session: Option<String>,
    decided_by: String,
    views: String,
    evidence: Vec<String>,
    change_mind: String,
}

/// For all children of the family when none is named; the entries that tell of it by their dates.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct OccasionRow {
    what: String,
    on: String,
    children: Vec<String>,
    seen: Vec<String>,
    seen_alone: Vec<String>,
    why_not_alone: String,
    by: String,
    outcome: String,
    entries: Vec<String>,
}

/// Writes the supervision of a family.
pub(super) fn file(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    let kinds = [&all.supervision, &all.action, &all.case_decision];
    for key in kinds.into_iter().flatten().filter_map(|row| row.get("key")) {
        filing.mint_key(key.as_str().unwrap_or_default())?;
    }
    put(filing, &all.supervision, session)?;
    put(filing, &all.action, action)?;
    put(filing, &all.case_decision, case_decision)?;
    put(filing, &all.occasion, occasion)
}

fn session(filing: &Filing<'_>, row: SessionRow) -> Said {
    let on = filing.date(&row.on)?;
    let worker = row.worker.unwrap_or_else(|| filing.worker().to_owned());
    let session = Supervision {
        on: on.clone(),
        kind: row.kind,
        worker,
        supervisor: row.supervisor,
        others: row.others,
        minutes: row.minutes,
        setting: row.setting,
        children: filing.whos(&row.children)?,
        conditions: row.conditions,
        experience: row.experience,
        reflection: row.reflection,
        in_action: row.in_action,
        on_action: row.on_action,
        analysis: row.analysis,
        action: row.action,
        principles: row.principles,
        facets: row.facets,
        zones_decided: zones_of(filing, &row.zones),
        parked: row.parked,
        next_on: filing.maybe_date(row.next.as_deref())?,
    };
    Ok((Body::Supervision(session), Some(on)))
}

/// The decisions on zones of these days.
fn zones_of(filing: &Filing<'_>, days: &[String]) -> Vec<RecordId> {
    let decided = filing.bodies().filter(|(_, body)| match body {
        Body::ZoneDecision(decision) => days.iter().any(|day| decision.on.written() == day),
        _ => false,
    });
    decided.map(|(id, _)| id).collect()
}

fn day_of_session(filing: &Filing<'_>, session: RecordId) -> Option<FuzzyDate> {
    filing.bodies().find_map(|(id, body)| match body {
        Body::Supervision(held) if id == session => Some(held.on.clone()),
        _ => None,
    })
}

fn action(filing: &Filing<'_>, row: ActionRow) -> Said {
    let session = row.session.as_deref();
    let session = session.map(|key| filing.keyed(key)).transpose()?;
    let taken_on = session.and_then(|id| day_of_session(filing, id));
    let action = Action {
        what: row.what,
        why: row.why,
        owner: row.owner,
        due: filing.maybe_date(row.due.as_deref())?,
        people: filing.whos(&row.about)?,
        supervision: session,
        serves: filing.all_keyed(&row.serves)?,
        done_on: filing.maybe_date(row.done_on.as_deref())?,
        outcome: row.outcome,
        let_go: row.let_go,
    };
    Ok((Body::Action(action), taken_on))
}

fn case_decision(filing: &Filing<'_>, row: DecisionRow) -> Said {
    let on = filing.date(&row.on)?;
    let session = row.session.as_deref();
    let decision = CaseDecision {
        on: on.clone(),
        what: row.what,
        why: row.why,
        people: filing.whos(&row.about)?,
        supervision: session.map(|key| filing.keyed(key)).transpose()?,
        decided_by: row.decided_by,
        views: row.views,
        evidence: filing.entries_of(&row.evidence)?,
        change_mind: row.change_mind,
    };
    Ok((Body::CaseDecision(decision), Some(on)))
}

fn occasion(filing: &Filing<'_>, row: OccasionRow) -> Said {
    let on = filing.date(&row.on)?;
    let occasion = Occasion {
        what: row.what,
        on: on.clone(),
        children: filing.whos(&row.children)?,
        seen: filing.whos(&row.seen)?,
        seen_alone: filing.whos(&row.seen_alone)?,
        why_not_alone: row.why_not_alone,
        by: row.by,
        outcome: row.outcome,
        entries: filing.entries_of(&row.entries)?,
    };
    Ok((Body::Occasion(occasion), Some(on)))
}
