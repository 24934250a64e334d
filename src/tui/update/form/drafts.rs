//! Drafts: what is typed is on the disk a moment later, and is found again after esc, a lock or a dropped line.

use super::super::private;
use super::{Effect, file_around, findings_around, show};
use crate::record::RecordId;
use crate::store::Draft;
use crate::tui::command::{Command, Scope};
use crate::tui::model::form::drafts::{at_time, describe};
use crate::tui::model::form::{Around, Form, FormKind};
use crate::tui::model::list::Place;
use crate::tui::model::next::{CaseToOpen, Next};
use crate::tui::model::{Layer, Model};
use crate::tui::update::walk;
use chrono::Duration;
use std::sync::Arc;

/// What is typed is kept this long after the first key that was not kept yet: at most some three writes a second
/// while somebody types, and never more than this much lost when the power goes.
pub const SOON: Duration = Duration::milliseconds(300);

/// Keeps what was typed when its time has come.
pub fn keep_due(model: &mut Model) -> Vec<Effect> {
    match model.keep_by() {
        Some(when) if when <= model.now => keep_now(model),
        _ => Vec::new(),
    }
}

/// Keeps what was typed; a form in which nothing is changed any more needs no draft.
pub fn keep_now(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    // Its draft was kept before the save, and goes with it.
    if form.is_saving {
        return Vec::new();
    }
    if form.kind == FormKind::Private {
        return private::keep(model);
    }
    let is_due = form.keep_by.take().is_some();
    let id = form.draft;
    let draft = form.as_draft(now);
    let was_kept = std::mem::replace(&mut form.is_kept, draft.is_some());
    match draft {
        Some(draft) if is_due || !was_kept => {
            model.drafts.retain(|known| known.id != id);
            model.drafts.push(draft.clone());
            vec![Effect::PutDraft(draft)]
        }
        None if was_kept => forget(model, id),
        _ => Vec::new(),
    }
}

/// Lets go of a draft.
pub fn forget(model: &mut Model, id: RecordId) -> Vec<Effect> {
    // A walk whose draft is thrown away is over.
    model.walk.take_if(|walk| walk.draft == id);
    model.drafts.retain(|known| known.id != id);
    vec![Effect::DropDraft(id)]
}

/// Throws away what was typed, when it is asked for twice.
pub fn throw_away(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    let (is_changed, is_kept, id) = (form.is_changed(), form.is_kept, form.draft);
    if is_changed && !std::mem::replace(&mut form.asked_to_drop, true) {
        let keys = model.keymap.keys_for(&model.scopes(), Command::DraftDrop);
        let key = keys.first().map_or("Ask", |key| key.as_str());
        model.say(format!(
            "{key} again throws away what you typed here. Any other key keeps it."
        ));
        return Vec::new();
    }
    model.layers.pop();
    model.say(if is_changed {
        "Thrown away."
    } else {
        "Nothing was typed."
    });
    if is_kept {
        forget(model, id)
    } else {
        Vec::new()
    }
}

/// The latest draft of a form that was just opened.
pub fn of_form(model: &Model, form: &Form) -> Option<Draft> {
    let drafts = model.drafts.iter().filter(|draft| form.is_of(draft));
    drafts.max_by_key(|draft| draft.written_at).cloned()
}

/// Opens the form of a draft as it was left. The draft's case is the open one, or the draft has none.
pub fn bring_back(model: &mut Model, draft: &Draft) -> Vec<Effect> {
    let file = if draft.case.is_some() {
        file_around(model)
    } else {
        Arc::default()
    };
    let findings = findings_around(model);
    let around = Around::of(model, &file).offering(findings.as_deref(), None);
    match Form::from_draft(draft, around) {
        Some(form) => {
            let differ = form
                .fields
                .iter()
                .filter(|field| field.meanwhile.is_some())
                .count();
            show(model, form);
            let at = at_time(model, draft.written_at);
            model.say(match differ {
                0 => format!("Your draft from {at} is here."),
                _ => format!(
                    "Your draft from {at}. It was saved anew meanwhile: look where both stand."
                ),
            });
        }
        None => model.say_fault(
            "What this draft changes was removed. The draft is kept; undo may bring it back.",
        ),
    }
    Vec::new()
}

/// Shows the drafts; a single one is brought back at once.
pub fn list(model: &mut Model) -> Vec<Effect> {
    match model.drafts.as_slice() {
        [] => {
            model.say("There are no drafts.");
            Vec::new()
        }
        [only] => {
            let only = only.clone();
            go_to(model, only)
        }
        _ => {
            model
                .drafts
                .sort_by_key(|draft| std::cmp::Reverse(draft.written_at));
            model.layers.push(Layer::Drafts(Place::default()));
            Vec::new()
        }
    }
}

/// Brings a draft back, reading its case first when another one is open.
fn go_to(model: &mut Model, draft: Draft) -> Vec<Effect> {
    if walk::is_walk(&draft) {
        return walk::begin(model);
    }
    match draft.case {
        Some(case) if model.case().and_then(|open| open.file.id()) != Some(case) => {
            let mut opening = CaseToOpen::of(case);
            opening.next = Some(Next::Draft(draft));
            vec![Effect::OpenCase(Box::new(opening))]
        }
        _ => bring_back(model, &draft),
    }
}

/// Commands in the list of drafts.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = usize::from(crate::tui::layout::parts(model).body.height).saturating_sub(1);
    let len = model.drafts.len();
    let Some(Layer::Drafts(place)) = model.layers.last_mut() else {
        return Vec::new();
    };
    if place.go(command, len, rows) {
        return Vec::new();
    }
    let chosen = model.drafts.get(place.chosen).cloned();
    match (command, chosen) {
        (Command::Open, Some(draft)) => {
            model.layers.pop();
            go_to(model, draft)
        }
        (Command::DraftDrop, Some(draft)) => {
            place.choose(place.chosen, len.saturating_sub(1), rows);
            if len == 1 {
                model.layers.pop();
            }
            model.say("The draft is thrown away.");
            forget(model, draft.id)
        }
        _ => Vec::new(),
    }
}

/// Says which drafts were found when the store was opened.
pub fn found(model: &mut Model, drafts: Vec<Draft>) {
    let has_walk = walk::drafts_found(model, &drafts);
    model.drafts = drafts;
    if has_walk {
        return;
    }
    let Some(latest) = model.drafts.iter().max_by_key(|draft| draft.written_at) else {
        return;
    };
    let key = model
        .keymap
        .keys_for(&[Scope::Caseload], Command::DraftOpen);
    let key = key.first().map_or("the palette", String::as_str);
    let wait = match model.drafts.len() {
        1 => "1 draft waits".to_owned(),
        more => format!("{more} drafts wait"),
    };
    let latest = describe(model, latest);
    // What to do stands first: a narrow screen cuts the end.
    model.say(format!("{wait} ({key} on the caseload), {latest}"));
}
