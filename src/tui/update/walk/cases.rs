//! Which cases a walk goes through: begun or gone on with, the next one, the end, and the draft that keeps all of it.

use super::who;
use crate::record::{Body, CaseId, Change, RecordId};
use crate::store::Draft;
use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::model::next::CaseToOpen;
use crate::tui::model::walk::{DRAFT, Walk};
use crate::tui::model::{Model, Screen};

/// Goes on with the walk that waits, or begins one: through the open case, the marked ones, or all that the caseload shows.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    if !model.layers.is_empty() || matches!(model.screen, Screen::Unlock(_)) {
        return Vec::new();
    }
    if model.walk_seen().is_some() {
        model.say("This is the walk. Going back leaves it; it is kept.");
        return Vec::new();
    }
    let waiting = model.drafts.iter().find_map(Walk::from_draft);
    let waiting = model.walk.take().or(waiting);
    let case = model.case().and_then(|case| case.file.id());
    // A walk in which nothing was done yet gives way to another case.
    let gives_way =
        |walk: &Walk| !walk.is_begun() && case.is_some_and(|case| walk.case() != Some(case));
    let mut effects = Vec::new();
    if let Some(walk) = waiting.as_ref().filter(|walk| gives_way(walk)) {
        effects = drop_draft(model, walk.draft);
    }
    if let Some(mut walk) = waiting.filter(|walk| !gives_way(walk)) {
        walk.is_away = false;
        let (at, of) = (walk.at + 1, walk.cases.len());
        model.walk = Some(walk);
        effects.extend(open(model));
        model.say(format!("Going on with the walk: family {at} of {of}."));
        return effects;
    }
    let cases = chosen(model);
    if cases.is_empty() {
        model.say("There is no family to walk through. Open one, mark some, or clear the filter.");
        return Vec::new();
    }
    let (session, draft) = (model.mint.next_id(), model.mint.next_id());
    model.walk = Some(Walk::new(cases, session, draft));
    super::keep_soon(model);
    effects.extend(open(model));
    effects
}

/// The cases that a new walk goes through, each once, in the order in which they are seen.
fn chosen(model: &Model) -> Vec<CaseId> {
    if let Some(id) = model.case().and_then(|case| case.file.id()) {
        return vec![id];
    }
    let caseload = &model.caseload;
    let mut cases: Vec<CaseId> = Vec::new();
    for row in &caseload.rows {
        let Some((line, _)) = row.of(caseload.cases()) else {
            continue;
        };
        let is_wanted = match caseload.marked.is_empty() {
            true => !line.closed,
            false => caseload.marked.contains(&line.case),
        };
        if is_wanted && !cases.contains(&line.case) {
            cases.push(line.case);
        }
    }
    cases
}

/// Opens the case that the walk is at, with its revisions: what changed since follows from them.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some(case) = model.walk.as_ref().and_then(Walk::case) else {
        return Vec::new();
    };
    let is_open = model.case().and_then(|open| open.file.id()) == Some(case);
    if is_open {
        arrived(model);
        return vec![Effect::LoadRevisions(case)];
    }
    vec![
        Effect::OpenCase(Box::new(CaseToOpen::of(case))),
        Effect::LoadRevisions(case),
    ]
}

/// A case was opened: the walk sees who sits in its session.
pub fn arrived(model: &mut Model) {
    if model.walk_seen().is_none() {
        return;
    }
    if let Some(mut walk) = model.walk.take() {
        who(model, &mut walk);
        model.walk = Some(walk);
    }
    super::keep_soon(model);
}

/// A change is on the disk. The record of the session ends this case of the walk.
pub fn saved(model: &mut Model, change: &Change) -> Vec<Effect> {
    let Some(walk) = &mut model.walk else {
        return Vec::new();
    };
    if walk.case() != Some(change.case) {
        return Vec::new();
    }
    let session = walk.session;
    let mut is_made = false;
    for record in &change.records {
        if record.meta.removed.is_some() {
            continue;
        }
        walk.took_in(record);
        is_made |= record.id() == session && matches!(record.body, Body::Supervision(_));
    }
    if !is_made {
        super::keep_soon(model);
        return Vec::new();
    }
    walk.made += 1;
    next(model)
}

/// Leaves this case as it is and goes on to the next; what was noted is asked about first.
pub fn skip(model: &mut Model) -> Vec<Effect> {
    if asks_first(model, Command::WalkSkip, "leave this case without a record") {
        return Vec::new();
    }
    next(model)
}

/// Ends the walk; what was noted is asked about first.
pub fn end(model: &mut Model) -> Vec<Effect> {
    if asks_first(
        model,
        Command::WalkEnd,
        "end the walk without a record of this case",
    ) {
        return Vec::new();
    }
    over(model)
}

/// Whether notes of this case would be lost and nobody said yet that they may be.
fn asks_first(model: &mut Model, command: Command, what: &str) -> bool {
    let Some(walk) = &mut model.walk else {
        return false;
    };
    let already = walk.asked.replace(command) == Some(command);
    if already || !walk.has_notes() {
        walk.asked = None;
        return false;
    }
    let key = model.keymap.key_for(&[Scope::Walk], command);
    let finish = model.keymap.key_for(&[Scope::Walk], Command::WalkFinish);
    let words = format!(
        "Notes of this case are not in a record yet. {finish} makes it; {key} again throws them away to {what}."
    );
    model.say(words);
    true
}

/// Goes on to the next case, or ends behind the last.
fn next(model: &mut Model) -> Vec<Effect> {
    let session = model.mint.next_id();
    let Some(walk) = &mut model.walk else {
        return Vec::new();
    };
    walk.next_case(session);
    match walk.case() {
        Some(_) => {
            super::keep_soon(model);
            open(model)
        }
        None => over(model),
    }
}

/// The walk is over: its draft goes, and the caseload says what it came to.
fn over(model: &mut Model) -> Vec<Effect> {
    let Some(walk) = model.walk.take() else {
        return Vec::new();
    };
    model.presenting = false;
    model.caseload.marked.clear();
    if walk.cases.len() > 1 {
        model.screen = Screen::Caseload;
    }
    let records = match walk.made {
        0 => "No record was made.".to_owned(),
        1 => "1 record of supervision was made.".to_owned(),
        made => format!("{made} records of supervision were made."),
    };
    model.say(format!("The walk is over. {records}"));
    drop_draft(model, walk.draft)
}

/// Lets go of the draft of a walk, when it was kept.
fn drop_draft(model: &mut Model, id: RecordId) -> Vec<Effect> {
    let was_kept = model.drafts.iter().any(|draft| draft.id == id);
    model.drafts.retain(|draft| draft.id != id);
    match was_kept {
        true => vec![Effect::DropDraft(id)],
        false => Vec::new(),
    }
}

/// Keeps the walk when its time has come.
pub fn keep_due(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(walk) = &mut model.walk else {
        return Vec::new();
    };
    if walk.keep_by.is_none_or(|by| by > now) {
        return Vec::new();
    }
    walk.keep_by = None;
    let draft = walk.as_draft(now);
    model.drafts.retain(|known| known.id != draft.id);
    model.drafts.push(draft.clone());
    vec![Effect::PutDraft(draft)]
}

/// Says that a walk waits among the drafts that were found; whether one does.
pub fn drafts_found(model: &mut Model, drafts: &[Draft]) -> bool {
    let Some(walk) = drafts.iter().find_map(Walk::from_draft) else {
        return false;
    };
    let key = model.keymap.key_for(&[Scope::Everywhere], Command::Walk);
    let step = walk.step().map_or("", |step| step.title.as_str());
    model.say(format!(
        "Your walk waits: {key} goes on at family {} of {}, {step}.",
        walk.at + 1,
        walk.cases.len()
    ));
    true
}

/// The case that the walk is at cannot be opened any more: it goes on to the next.
pub fn found_gone(model: &mut Model) -> Vec<Effect> {
    let is_gone = model.walk.is_some() && model.case().is_some_and(|case| case.file.case.is_none());
    match is_gone {
        true => next(model),
        false => Vec::new(),
    }
}

/// Whether a draft is of a walk, not of a form.
pub fn is_walk(draft: &Draft) -> bool {
    draft.kind == DRAFT
}
