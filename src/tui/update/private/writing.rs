//! Writing a private note: the form of an open book, saved into it or kept in it as a draft.

use super::pane;
use crate::record::{PrivateNote, PrivateRevision};
use crate::store::PrivateDraft;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::model::form::{Field, Form};
use crate::tui::model::private::PrivatePane;
use crate::tui::update::form;

/// Opens the form for a new note or the chosen one; what was begun and not saved comes back in it.
pub fn begin(model: &mut Model, is_new: bool) -> Vec<Effect> {
    let (today, author) = (model.today, model.author.clone());
    let fresh = model.mint.next_id();
    let Some(book) = pane(model).and_then(PrivatePane::book_mut) else {
        return Vec::new();
    };
    let supervisor = match author.to_lowercase() == book.owner.to_lowercase() {
        true => "",
        false => author.as_str(),
    };
    let blank = PrivateNote::on(today, &book.owner, supervisor);
    let (note, id, revision) = match (book.draft.as_ref(), book.chosen()) {
        (Some(draft), _) => {
            let known = book.notes.iter().find(|one| one.id == draft.id);
            let revision = known.map_or(1, |one| one.revision + 1);
            (known.map_or(&blank, |one| &one.note), draft.id, revision)
        }
        (None, Some(chosen)) if !is_new => (&chosen.note, chosen.id, chosen.revision + 1),
        (None, _) if is_new => (&blank, fresh, 1),
        _ => {
            model.say("There is no note to change yet.");
            return Vec::new();
        }
    };
    let mut form = Form::of_private_note(note, id, revision);
    let draft = book.draft.take();
    if let Some(draft) = &draft {
        form.is_kept = true;
        for field in &mut form.fields {
            let mut kept = draft.fields.iter();
            if let Some((_, value)) = kept.find(|(name, _)| *name == field.words.name) {
                field.input.set(value);
            }
        }
    }
    book.reading = None;
    book.form = Some(Box::new(form));
    if draft.is_some() {
        model.say("What you began and did not save is here.");
    }
    form::keep_seen(model);
    Vec::new()
}

/// A command of the form.
pub fn write(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::FormSave => save(model),
        Command::DraftDrop => throw_away(model),
        Command::FieldEditor => {
            model.say("A private note is given to no other program; write it here.");
            Vec::new()
        }
        Command::WordingKeep => Vec::new(),
        other => form::run(model, other),
    }
}

fn save(model: &mut Model) -> Vec<Effect> {
    let (today, author, now) = (model.today, model.author.clone(), model.now);
    let Some(book) = pane(model).and_then(PrivatePane::book_mut) else {
        return Vec::new();
    };
    let blank = PrivateNote::on(today, &book.owner, "");
    let Some(form) = book.form.as_deref_mut().filter(|form| !form.is_saving) else {
        return Vec::new();
    };
    let known = book.notes.iter().find(|one| one.id == form.draft);
    let was = known.map_or(&blank, |one| &one.note);
    let made = match form.unclear() {
        Some(refusal) => Err(refusal),
        None => form.private_note(was, today),
    };
    match made {
        Ok(note) => {
            form.is_saving = true;
            let revision = PrivateRevision {
                id: form.draft,
                revision: form.base + 1,
                author,
                recorded_at: now,
                note,
            };
            vec![Effect::SavePrivate(Box::new(revision))]
        }
        Err(refusal) => {
            form.go_to(&refusal.field);
            let words = refusal.words.clone();
            form.refusal = Some(refusal);
            model.say_fault(words);
            form::keep_seen(model);
            Vec::new()
        }
    }
}

fn throw_away(model: &mut Model) -> Vec<Effect> {
    let Some(book) = pane(model).and_then(PrivatePane::book_mut) else {
        return Vec::new();
    };
    let Some(form) = book.form.as_deref_mut().filter(|form| !form.is_saving) else {
        return Vec::new();
    };
    if form.is_changed() && !std::mem::replace(&mut form.asked_to_drop, true) {
        model.say("Once more throws away what you typed here. Any other key keeps it.");
        return Vec::new();
    }
    let is_kept = form.is_kept;
    book.form = None;
    model.say("Thrown away.");
    match is_kept {
        true => vec![Effect::DropPrivateDraft],
        false => Vec::new(),
    }
}

/// What was typed in the form of a note and is not kept yet, for the book.
pub fn keep(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(book) = pane(model).and_then(PrivatePane::book_mut) else {
        return Vec::new();
    };
    let Some(form) = book.form.as_deref_mut().filter(|form| !form.is_saving) else {
        return Vec::new();
    };
    let is_due = form.keep_by.take().is_some();
    let is_changed = form.is_changed();
    let was_kept = std::mem::replace(&mut form.is_kept, is_changed);
    match is_changed {
        true if is_due || !was_kept => {
            let changed = form.fields.iter().filter(|field| Field::is_changed(field));
            let fields = changed.map(|field| (field.words.name.clone(), field.input.value()));
            let draft = PrivateDraft {
                id: form.draft,
                revision: form.base + 1,
                fields: fields.collect(),
                written_at: now,
            };
            book.draft = Some(draft.clone());
            vec![Effect::PutPrivateDraft(draft)]
        }
        false if was_kept => {
            book.draft = None;
            vec![Effect::DropPrivateDraft]
        }
        _ => Vec::new(),
    }
}
