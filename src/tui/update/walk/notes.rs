//! Notes of a walk: typed in place, kept as part of its draft.

use super::keep_soon;
use crate::record::Quadrant;
use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::input::{Key, Took};
use crate::tui::layout::walk::{frames, note_width};
use crate::tui::model::Model;

/// Begins to write where a note of this step lands.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    let Some(walk) = &mut model.walk else {
        return Vec::new();
    };
    match walk.lands_in() {
        Some(quadrant) => {
            walk.writing = Some(quadrant);
            model.presenting = false;
        }
        None => {
            let scopes = [Scope::Everywhere];
            let key = model.keymap.key_for(&scopes, Command::PrivateNotes);
            let words = format!(
                "What is said here does not go into the child's record. Private notes: {key}."
            );
            model.say(words);
        }
    }
    Vec::new()
}

/// Does a command while a note is being written.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(walk) = &mut model.walk else {
        return Vec::new();
    };
    match command {
        Command::NoteDone => {
            done(model);
        }
        Command::NoteQuadrant => {
            let next = walk.writing.map(Quadrant::next);
            walk.writing = next;
            if let Some(next) = next {
                model.say(format!("Now writing: {}.", next.word()));
            }
        }
        Command::FieldEditor => {
            let quadrant = walk.writing;
            let text = quadrant.map(|quadrant| walk.note(quadrant));
            return text.map(Effect::Editor).into_iter().collect();
        }
        _ => {}
    }
    Vec::new()
}

/// Ends the writing; what was written is kept. Says whether anybody was writing.
pub fn done(model: &mut Model) -> bool {
    let Some(walk) = &mut model.walk else {
        return false;
    };
    let was_writing = walk.writing.take().is_some();
    if was_writing {
        keep_soon(model);
    }
    was_writing
}

/// Takes a key into the note that is being written; `None` when nobody writes one, or it has no use for the key.
pub fn key(model: &mut Model, key: Key) -> Option<Vec<Effect>> {
    let walk = model.walk_seen()?;
    let quadrant = walk.writing?;
    let width = note_width(&frames(model, walk));
    let took = model.walk.as_mut()?.field_mut(quadrant)?.edit(key, width);
    match took {
        Took::Changed => keep_soon(model),
        Took::Moved => {}
        Took::Nothing => return key.typed().map(|_| Vec::new()),
    }
    Some(Vec::new())
}

/// Takes text pasted in one piece; says whether anybody was writing.
pub fn pasted(model: &mut Model, words: &str) -> bool {
    let quadrant = model.walk_seen().and_then(|walk| walk.writing);
    let field = quadrant.and_then(|quadrant| model.walk.as_mut()?.field_mut(quadrant));
    let Some(field) = field else {
        return false;
    };
    field.insert(words);
    keep_soon(model);
    true
}

/// The editor came back with the text of the note; says whether it was the note's.
pub fn edited(model: &mut Model, text: &str) -> bool {
    let quadrant = model.walk_seen().and_then(|walk| walk.writing);
    let field = quadrant.and_then(|quadrant| model.walk.as_mut()?.field_mut(quadrant));
    let Some(field) = field else {
        return false;
    };
    // Editors end a file with a line end of their own.
    field.replace(text.strip_suffix('\n').unwrap_or(text));
    keep_soon(model);
    true
}
