//! Saving a form: what it writes, and what follows when it is on the disk or could not be saved.

use super::super::saving;
use super::{Effect, drafts, file_around, findings_around, keep_seen, on_top, pairs};
use crate::insight::joining;
use crate::record::{Body, CaseFile, Mint, RecordId, RecordKind, Write};
use crate::tui::model::form::kinds::settle;
use crate::tui::model::form::{Around, Form, FormKind, Refusal};
use crate::tui::model::next::SavePurpose;
use crate::tui::model::{Layer, Model};
use std::sync::Arc;

/// Saves what stands in the form, or says what it still needs.
pub fn save(model: &mut Model) -> Vec<Effect> {
    if on_top(model).is_none() {
        return Vec::new();
    }
    let unclear = model.form_mut().and_then(Form::unclear);
    let Some(form) = on_top(model) else {
        return Vec::new();
    };
    let file = if form.case.is_some() {
        file_around(model)
    } else {
        Arc::default()
    };
    let around = model.around(&file);
    let mut mint = model.mint.clone();
    let writes = match unclear {
        Some(refusal) => Err(refusal),
        None => writes(form, around, &mut mint),
    };
    let label = form.label();
    model.mint = mint;
    match writes {
        Err(refusal) => {
            model.say_fault(refusal.words.clone());
            if let Some(form) = model.form_mut() {
                form.go_to(&refusal.field);
                form.refusal = Some(refusal);
            }
            keep_seen(model);
            Vec::new()
        }
        Ok(writes) if writes.is_empty() => {
            let effects = close(model);
            model.say("Nothing was changed, so nothing was saved.");
            effects
        }
        Ok(writes) => {
            let case = file.id().or_else(|| writes.iter().find_map(id_of));
            let Some(case) = case else { return Vec::new() };
            let mut effects = drafts::keep_now(model);
            let Some(form) = model.form_mut() else {
                return effects;
            };
            form.is_saving = true;
            let purpose = SavePurpose::Form(form.draft);
            effects.push(saving::save(model, file, case, &label, writes, purpose));
            effects
        }
    }
}

fn id_of(write: &Write) -> Option<RecordId> {
    match write {
        Write::Put(id, _) => Some(*id),
        Write::Remove(..) => None,
    }
}

/// What a form writes; nothing when the record stays as it is.
fn writes(form: &Form, around: Around<'_>, mint: &mut Mint) -> Result<Vec<Write>, Refusal> {
    match form.kind {
        FormKind::Join => join(form, around.file, mint),
        FormKind::Split => split(form, around.file, mint),
        FormKind::Settle => settle::writes(form, around.file, mint),
        _ => {
            let body = form.body(around, mint)?;
            let was = form.target.and_then(|id| around.file.record(id));
            if was.is_some_and(|was| was.body == body) {
                return Ok(Vec::new());
            }
            // The record of a walk's session has its id from the walk: what was taken on meanwhile names it.
            let of_walk = around
                .session
                .filter(|_| form.kind == FormKind::Record(RecordKind::Supervision));
            let id = form.target.or(of_walk);
            let id = id.unwrap_or_else(|| mint.next_id());
            Ok(vec![Write::Put(id, Box::new(body))])
        }
    }
}

fn join(form: &Form, file: &CaseFile, mint: &mut Mint) -> Result<Vec<Write>, Refusal> {
    let other = form.id("other").and_then(|id| file.entries.get(&id));
    let this = form.target.and_then(|id| file.entries.get(&id));
    match (this, other) {
        (Some(this), Some(other)) => Ok(with_reason(
            joining::join(mint, file, this, other),
            &form.text("why"),
        )),
        _ => Err(Refusal::new(
            "other",
            "Choose the entry that tells the same event.",
        )),
    }
}

fn split(form: &Form, file: &CaseFile, mint: &mut Mint) -> Result<Vec<Write>, Refusal> {
    let entry = form.target.and_then(|id| file.entries.get(&id));
    let account = form.id("account");
    let apart = entry
        .zip(account)
        .and_then(|(entry, account)| joining::split(mint, file, entry, account));
    let apart = apart.ok_or_else(|| {
        Refusal::new(
            "account",
            "Only one account is left here, so there is nothing to split off.",
        )
    })?;
    Ok(with_reason(apart, &form.text("why")))
}

/// Puts the reason into the verdicts among the writes.
fn with_reason(mut writes: Vec<Write>, why: &str) -> Vec<Write> {
    for write in &mut writes {
        if let Write::Put(_, body) = write
            && let Body::Verdict(verdict) = body.as_mut()
        {
            verdict.why = why.to_owned();
        }
    }
    writes
}

/// Takes the form away with its draft.
fn close(model: &mut Model) -> Vec<Effect> {
    match model.layers.pop() {
        Some(Layer::Form(form)) if form.is_kept => drafts::forget(model, form.draft),
        _ => Vec::new(),
    }
}

/// The form with this draft is on the disk: it closes, wherever it lies. The clerk lets go of its draft.
pub fn saved(model: &mut Model, draft: RecordId) {
    model.drafts.retain(|known| known.id != draft);
    model
        .layers
        .retain(|layer| !matches!(layer, Layer::Form(form) if form.draft == draft));
}

/// The form with this draft could not be saved: it stays with all its text, and the words stand where they can be read in
/// full. `false` when it was left meanwhile.
pub fn not_saved(model: &mut Model, draft: RecordId, words: &str) -> bool {
    let Some(form) = model.form_mut().filter(|form| form.draft == draft) else {
        return false;
    };
    form.is_saving = false;
    let field = form.field().map_or("", |field| field.words.name.as_str());
    form.refusal = Some(Refusal::new(field, words));
    keep_seen(model);
    true
}

/// The case was read again under the form: what others saved meanwhile stands beside what was typed.
pub fn case_read_again(model: &mut Model) {
    let file = file_around(model);
    let findings = findings_around(model);
    let around = model
        .around(&file)
        .offering(pairs(findings.as_deref()), None);
    let Some(form) = model.form_mut() else {
        return;
    };
    let now = form
        .target
        .and_then(|id| file.revisions.get(&id))
        .copied()
        .unwrap_or(0);
    if now <= form.base {
        return;
    }
    let differ = form.meet(around);
    keep_seen(model);
    if let Some(form) = model.form_mut() {
        form.refusal = None;
    }
    model.say_fault(match differ {
        0 => "Somebody else saved this too. Nothing collides with yours: save again.",
        _ => "Somebody else saved this too. See both where they differ; saving keeps yours.",
    });
}
