//! `show CASE supervision`: the sessions, the newest first, with what was said of the case, taken on and decided in each;
//! what is still to be done; and when the next session is.
//!
//! What was said of the worker is no part of the case and does not come here.

mod lines;

use super::Shown;
use super::linked::{self, Linked, day};
use crate::insight::in_a_line::words_of;
use crate::insight::supervision::{
    actions_of, case_decisions, decisions_of, is_late, kind_words, open_actions, question,
    sessions, zone_in_words, zones_of,
};
use crate::practice::guide::name_in;
use crate::practice::stages::stage_item;
use crate::practice::walk::walk_step_title;
use crate::record::{Action, CaseDecision, FuzzyDate, Record, RecordId, Supervision};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct SupervisionPage {
    /// When the next session is, as the last one says.
    next_on: Option<String>,
    /// Whether that day has passed without a session.
    next_has_passed: bool,
    /// What was put off to the next session.
    parked: Vec<Named>,
    open_actions: Vec<ActionShown>,
    sessions: Vec<SessionShown>,
    /// What was decided outside any session.
    other_decisions: Vec<DecisionShown>,
}

#[derive(Serialize)]
struct SessionShown {
    id: RecordId,
    on: String,
    kind: &'static str,
    worker: String,
    supervisor: String,
    others: String,
    minutes: Option<u32>,
    setting: String,
    children: Vec<String>,
    conditions: Vec<Named>,
    experience: String,
    reflection: String,
    in_action: String,
    on_action: String,
    analysis: String,
    action: String,
    principles: Vec<Named>,
    facets: Vec<Named>,
    parked: Vec<Named>,
    next_on: Option<String>,
    actions: Vec<ActionShown>,
    decisions: Vec<DecisionShown>,
    zones_decided: Vec<Linked>,
    /// What is asked where the circle was not gone round.
    question: Option<&'static str>,
    author: String,
    revision: u32,
}

/// Something of a list, by its id and in words.
#[derive(Serialize)]
struct Named {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct ActionShown {
    id: RecordId,
    text: String,
    what_for: String,
    owner: String,
    due: Option<String>,
    state: &'static str,
    about: Vec<String>,
    serves: Vec<Linked>,
    done_on: Option<String>,
    outcome: String,
    let_go: String,
    revision: u32,
}

#[derive(Serialize)]
struct DecisionShown {
    id: RecordId,
    on: String,
    text: String,
    why: String,
    about: Vec<String>,
    decided_by: String,
    views: String,
    evidence: Vec<Linked>,
    change_mind: String,
    revision: u32,
}

/// The supervision of a case.
pub fn page(shown: &Shown) -> SupervisionPage {
    let held = sessions(shown.file);
    let latest = held.first().map(|session| &session.body);
    let next = latest.and_then(|session| session.next_on.as_ref());
    let passed = |day: NaiveDate| day < shown.now;
    let outside = case_decisions(shown.file).into_iter();
    let outside = outside.filter(|decision| decision.body.supervision.is_none());
    SupervisionPage {
        next_on: day(next),
        next_has_passed: next.and_then(|next| next.latest()).is_some_and(passed),
        parked: latest.map_or_else(Vec::new, |session| steps(&session.parked)),
        open_actions: actions_shown(shown, open_actions(shown.file)),
        sessions: held
            .into_iter()
            .map(|session| session_shown(shown, session))
            .collect(),
        other_decisions: decisions_shown(shown, outside),
    }
}

/// Items of Stage Zero in words; one that its lists no longer have stays as it is kept.
fn items(ids: &[String]) -> Vec<Named> {
    named(ids, |id| {
        stage_item(id).map_or_else(|| id.to_owned(), |(_, item)| item.words.clone())
    })
}

/// Steps of the walk by their titles.
fn steps(ids: &[String]) -> Vec<Named> {
    named(ids, |id| walk_step_title(id).to_owned())
}

fn named(ids: &[String], name: impl Fn(&str) -> String) -> Vec<Named> {
    let all = ids.iter().map(|id| Named {
        id: id.clone(),
        name: name(id),
    });
    all.collect()
}

fn actions_shown(shown: &Shown, actions: Vec<&Record<Action>>) -> Vec<ActionShown> {
    let all = actions
        .into_iter()
        .map(|action| action_shown(shown, action));
    all.collect()
}

/// How an action stands.
fn state(action: &Action, now: NaiveDate) -> &'static str {
    match action {
        action if action.done_on.is_some() => "done",
        action if !action.let_go.is_empty() => "let go",
        action if is_late(action, now) => "late",
        action if action.due.as_ref().and_then(FuzzyDate::exact_day) == Some(now) => "due today",
        _ => "open",
    }
}

fn action_shown(shown: &Shown, action: &Record<Action>) -> ActionShown {
    let body = &action.body;
    let served = body.serves.iter().filter_map(|id| {
        let record = shown.file.record(*id)?;
        Some(Linked {
            id: *id,
            text: words_of(&record.body).to_owned(),
        })
    });
    ActionShown {
        id: action.id(),
        text: body.what.clone(),
        what_for: body.why.clone(),
        owner: body.owner.clone(),
        due: day(body.due.as_ref()),
        state: state(body, shown.now),
        about: shown.short_names(&body.people),
        serves: served.collect(),
        done_on: day(body.done_on.as_ref()),
        outcome: body.outcome.clone(),
        let_go: body.let_go.clone(),
        revision: action.meta.revision,
    }
}

fn decisions_shown<'a>(
    shown: &Shown,
    decisions: impl IntoIterator<Item = &'a Record<CaseDecision>>,
) -> Vec<DecisionShown> {
    let all = decisions.into_iter();
    all.map(|decision| decision_shown(shown, decision))
        .collect()
}

fn decision_shown(shown: &Shown, decision: &Record<CaseDecision>) -> DecisionShown {
    let body = &decision.body;
    DecisionShown {
        id: decision.id(),
        on: body.on.in_short(),
        text: body.what.clone(),
        why: body.why.clone(),
        about: shown.short_names(&body.people),
        decided_by: body.decided_by.clone(),
        views: body.views.clone(),
        evidence: linked::entries(shown.file, &body.evidence),
        change_mind: body.change_mind.clone(),
        revision: decision.meta.revision,
    }
}

fn zones_shown(shown: &Shown, decided: &[RecordId]) -> Vec<Linked> {
    let zones = zones_of(shown.file, decided).into_iter();
    let zones = zones.map(|decision| Linked {
        id: decision.id(),
        text: zone_in_words(shown.file, &decision.body),
    });
    zones.collect()
}

fn session_shown(shown: &Shown, session: &Record<Supervision>) -> SessionShown {
    let body = &session.body;
    let (file, id) = (shown.file, session.id());
    SessionShown {
        id,
        on: body.on.in_short(),
        kind: kind_words(body.kind),
        worker: body.worker.clone(),
        supervisor: body.supervisor.clone(),
        others: body.others.clone(),
        minutes: body.minutes,
        setting: body.setting.clone(),
        children: shown.short_names(&body.children),
        conditions: named(&body.conditions, |id| name_in("condition", id).to_owned()),
        experience: body.experience.clone(),
        reflection: body.reflection.clone(),
        in_action: body.in_action.clone(),
        on_action: body.on_action.clone(),
        analysis: body.analysis.clone(),
        action: body.action.clone(),
        principles: items(&body.principles),
        facets: items(&body.facets),
        parked: steps(&body.parked),
        next_on: day(body.next_on.as_ref()),
        actions: actions_shown(shown, actions_of(file, id)),
        decisions: decisions_shown(shown, decisions_of(file, id)),
        zones_decided: zones_shown(shown, &body.zones_decided),
        question: question(body.quadrants()),
        author: session.meta.author.clone(),
        revision: session.meta.revision,
    }
}
