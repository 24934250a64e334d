//! Drafts: what is typed is on the disk a moment later, and is found again after esc, a lock or a dropped line.

use super::super::private;
use super::{Effect, file_around, findings_around, pairs, show};
use crate::record::RecordId;
use crate::store::Draft;
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::form::drafts::at_time;
use crate::tui::model::form::{Form, FormKind};
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
    let around = model
        .around(&file)
        .offering(pairs(findings.as_deref()), None);
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
