//! Letters and editing keys, where letters are text.

use super::{form, palette, private, prompt, search, unlock, walk};
use crate::tui::effect::Effect;
use crate::tui::input::{Key, Took};
use crate::tui::model::{Layer, Model, Screen};

/// Takes a key that no command wants.
pub fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    match model.layers.last_mut() {
        Some(Layer::Prompt(line)) => match line.line.edit(key, usize::MAX) {
            Took::Changed => prompt::changed(model),
            Took::Moved | Took::Nothing => Vec::new(),
        },
        Some(Layer::Palette(words)) => {
            if words.line.edit(key, usize::MAX) == Took::Changed {
                palette::find(model);
            }
            Vec::new()
        }
        Some(Layer::Search(search)) => match search.line.edit(key, usize::MAX) {
            Took::Changed => search::changed(model),
            Took::Moved | Took::Nothing => Vec::new(),
        },
        Some(Layer::Import(pane)) => {
            pane.line_mut().edit(key, usize::MAX);
            Vec::new()
        }
        Some(Layer::Private(pane)) if pane.form().is_none() => {
            private::key(pane, key);
            Vec::new()
        }
        Some(Layer::Form(_) | Layer::Private(_)) => form::key(model, key, true).unwrap_or_default(),
        Some(Layer::Help(..) | Layer::Drafts(_)) => Vec::new(),
        None => {
            if let Some(effects) = walk::key(model, key) {
                return effects;
            }
            if let Screen::Unlock(unlock) = &mut model.screen {
                unlock::key(unlock, key);
            }
            Vec::new()
        }
    }
}

/// Takes text that was pasted in one piece: it is text, never commands.
pub fn pasted(model: &mut Model, words: &str) -> Vec<Effect> {
    model.notice = None;
    match model.layers.last_mut() {
        Some(Layer::Prompt(line)) => {
            line.line.insert(words);
            prompt::changed(model)
        }
        Some(Layer::Palette(palette)) => {
            palette.line.insert(words);
            palette::find(model);
            Vec::new()
        }
        Some(Layer::Search(search)) => {
            search.line.insert(words);
            search::changed(model)
        }
        Some(Layer::Import(pane)) if pane.takes_text() => {
            pane.line_mut().insert(words);
            Vec::new()
        }
        Some(Layer::Private(pane)) if pane.form().is_none() => {
            if !private::pasted(pane, words) {
                model.say("Nothing was pasted: there is no field to paste into here.");
            }
            Vec::new()
        }
        Some(Layer::Form(_) | Layer::Private(_)) => form::paste(model, words),
        Some(Layer::Help(..) | Layer::Drafts(_) | Layer::Import(_)) | None => {
            if model.layers.is_empty() && walk::pasted(model, words) {
                return Vec::new();
            }
            match &mut model.screen {
                Screen::Unlock(unlock) => unlock::pasted(unlock, words),
                _ => model.say("Nothing was pasted: there is no field to paste into here."),
            }
            Vec::new()
        }
    }
}
