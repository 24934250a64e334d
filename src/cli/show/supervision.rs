//! `show CASE supervision`: the sessions, the newest first, with what was said of the case, taken on and decided in each;
//! what is still to be done; and when the next session is.
//!
//! What was said of the worker is no part of the case and does not come here.

mod lines;

use super::Shown;
use super::linked::{self, Linked, day};
use crate::insight::due::{DueState, dues};
use crate::insight::in_a_line::words_of;
use crate::practice::stages::stage_item;
use crate::record::{Action, CaseDecision, Record, RecordId, Supervision, SupervisionKind};
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Reverse;

#[derive(Serialize)]
pub struct SupervisionPage {
    /// When the next session is, as the last one says.
    next_on: Option<String>,
    /// Whether that day has passed without a session.
    next_has_passed: bool,
    /// What was put off to the next session.
    parked: Vec<String>,
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
    conditions: Vec<String>,
    experience: String,
    reflection: String,
    in_action: String,
    on_action: String,
    analysis: String,
    action: String,
    principles: Vec<Named>,
    facets: Vec<Named>,
    parked: Vec<String>,
    next_on: Option<String>,
    actions: Vec<ActionShown>,
    decisions: Vec<DecisionShown>,
    author: String,
    revision: u32,
}

/// Something of the handbook's checklists.
#[derive(Serialize)]
struct Named {
    id: String,
    name: &'static str,
}

#[derive(Clone, Serialize)]
struct ActionShown {
    id: RecordId,
    text: String,
    what_for: String,
    owner: String,
    due: Option<String>,
    state: &'static str,
    about: Vec<String>,
    serves: Vec<Served>,
    done_on: Option<String>,
    outcome: String,
    let_go: String,
    revision: u32,
}

/// What an action serves: a goal, a need, a thought, a step of the plan.
#[derive(Clone, Serialize)]
struct Served {
    id: RecordId,
    text: String,
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
    let mut held: Vec<&Record<Supervision>> = shown.file.supervisions.values().collect();
    held.sort_by_key(|session| (Reverse(session.body.on.anchor()), Reverse(session.id())));
    let latest = held.first().map(|session| &session.body);
    let next = latest.and_then(|session| session.next_on.as_ref());
    let passed = |day: NaiveDate| day < shown.now;
    let actions = actions(shown);
    let open = actions.iter().filter(|(_, action)| action.is_open());
    SupervisionPage {
        next_on: day(next),
        next_has_passed: next.and_then(|next| next.latest()).is_some_and(passed),
        parked: latest.map_or_else(Vec::new, |session| session.parked.clone()),
        open_actions: open.map(|(_, action)| action.clone()).collect(),
        other_decisions: decisions(shown, None),
        sessions: held
            .into_iter()
            .map(|session| session_shown(shown, session, &actions))
            .collect(),
    }
}

/// How a session was held.
fn kind_words(kind: SupervisionKind) -> &'static str {
    match kind {
        SupervisionKind::Individual => "individual",
        SupervisionKind::Group => "group",
        SupervisionKind::AdHoc => "ad hoc",
    }
}

/// Items by their words; one that the handbook's lists do not have is left out.
fn named(ids: &[String]) -> Vec<Named> {
    let found = ids.iter().filter_map(|id| {
        let (_, item) = stage_item(id)?;
        Some(Named {
            id: id.clone(),
            name: &item.words,
        })
    });
    found.collect()
}

/// Every action with its session, by the day on which it is or was due; those without a day last.
fn actions(shown: &Shown) -> Vec<(Option<RecordId>, ActionShown)> {
    let dues = dues(shown.file, shown.now);
    let mut all: Vec<&Record<Action>> = shown.file.actions.values().collect();
    all.sort_by_key(|action| {
        let due = action.body.due.as_ref().and_then(|due| due.anchor());
        (due.is_none(), due, action.id())
    });
    let one = |action: &Record<Action>| {
        let due = dues.iter().find(|due| due.record == Some(action.id()));
        let state = match (&action.body, due.map(|due| due.state)) {
            (body, _) if body.done_on.is_some() => "done",
            (body, _) if !body.let_go.is_empty() => "let go",
            (_, Some(DueState::Late)) => "late",
            (_, Some(DueState::Today)) => "due today",
            _ => "open",
        };
        (action.body.supervision, action_shown(shown, action, state))
    };
    all.into_iter().map(one).collect()
}

impl ActionShown {
    fn is_open(&self) -> bool {
        self.done_on.is_none() && self.let_go.is_empty()
    }
}

fn action_shown(shown: &Shown, action: &Record<Action>, state: &'static str) -> ActionShown {
    let body = &action.body;
    let served = body.serves.iter().filter_map(|id| {
        let record = shown.file.record(*id)?;
        Some(Served {
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
        state,
        about: shown.short_names(&body.people),
        serves: served.collect(),
        done_on: day(body.done_on.as_ref()),
        outcome: body.outcome.clone(),
        let_go: body.let_go.clone(),
        revision: action.meta.revision,
    }
}

/// The decisions of a session, or those of none.
fn decisions(shown: &Shown, session: Option<RecordId>) -> Vec<DecisionShown> {
    let all = shown.file.case_decisions.values();
    let of = all.filter(|decision| decision.body.supervision == session);
    of.map(|decision| decision_shown(shown, decision)).collect()
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

fn session_shown(
    shown: &Shown,
    session: &Record<Supervision>,
    actions: &[(Option<RecordId>, ActionShown)],
) -> SessionShown {
    let body = &session.body;
    let own = actions.iter().filter(|(of, _)| *of == Some(session.id()));
    SessionShown {
        id: session.id(),
        on: body.on.in_short(),
        kind: kind_words(body.kind),
        worker: body.worker.clone(),
        supervisor: body.supervisor.clone(),
        others: body.others.clone(),
        minutes: body.minutes,
        setting: body.setting.clone(),
        children: shown.short_names(&body.children),
        conditions: body.conditions.clone(),
        experience: body.experience.clone(),
        reflection: body.reflection.clone(),
        in_action: body.in_action.clone(),
        on_action: body.on_action.clone(),
        analysis: body.analysis.clone(),
        action: body.action.clone(),
        principles: named(&body.principles),
        facets: named(&body.facets),
        parked: body.parked.clone(),
        next_on: day(body.next_on.as_ref()),
        actions: own.map(|(_, action)| action.clone()).collect(),
        decisions: decisions(shown, Some(session.id())),
        author: session.meta.author.clone(),
        revision: session.meta.revision,
    }
}
