//! The only code that changes the model: what each message means, and what is to be done about it.

mod answer;
mod as_at;
mod case;
mod caseload;
mod drafts;
mod everywhere;
mod form;
mod help;
mod import;
mod leave;
mod palette;
mod private;
mod prompt;
mod records;
mod removal;
mod saved;
mod saving;
mod search;
mod text;
mod unlock;
mod walk;

use super::command::{Command, Scope};
use super::effect::{Effect, Msg, Request};
use super::input::{Key, KeyName};
use super::keymap::Answer;
use super::model::{Layer, Model, Screen};
use super::pane::chronology;

/// Takes a message in.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Request> {
    let mut effects = take(model, msg);
    effects.extend(chronology::keep_up(model));
    case::refresh(model);
    walk::refresh(model);
    model.waiting.ask(effects)
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => key_pressed(model, key),
        Msg::Paste(_) if model.notices.shown().is_some() => Vec::new(),
        Msg::Paste(words) => text::pasted(model, &words),
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            form::keep_seen(model);
            caseload::keep_seen(model);
            Vec::new()
        }
        Msg::Answer(ticket, answer) => answer::take(model, ticket, answer),
        Msg::Hangup => leave::hang_up(model),
        Msg::Suspend => vec![Effect::Suspend],
        Msg::Resumed => vec![Effect::Redraw],
        Msg::Clock => clock(model),
        Msg::Edited(Ok(text)) if walk::edited(model, &text) => Vec::new(),
        Msg::Edited(text) => form::edited(model, text),
    }
}

/// Midnight has come, or the screen has been left alone for long.
fn clock(model: &mut Model) -> Vec<Effect> {
    if !model.today_is_fixed {
        model.today = model.now.with_timezone(&chrono::Local).date_naive();
    }
    if model.locks_at().is_some_and(|when| when <= model.now) {
        return leave::lock(model);
    }
    let mut effects = form::drafts::keep_due(model);
    effects.extend(walk::keep_due(model));
    effects
}

fn key_pressed(model: &mut Model, key: Key) -> Vec<Effect> {
    // A computer that slept does not wake the loop in time; the key that wakes it must not be one in the case.
    if model.locks_at().is_some_and(|when| when <= model.now) {
        return leave::lock(model);
    }
    model.last_key = model.now;
    if model.notices.shown().is_some() {
        return over_notice(model, key);
    }
    model.notice = None;
    if let Some(walk) = &mut model.walk {
        walk.key_came(model.now);
    }
    if model.takes_text() && model.pending.is_empty() && key.typed().is_some() {
        return text::key(model, key);
    }
    if model.pending.is_empty()
        && let Some(effects) = typed_into(model, key)
    {
        return effects;
    }
    model.pending.push(key);
    match model.keymap.answer(&model.scopes(), &model.pending) {
        Answer::Run(command) => {
            let alone = model.pending.len() == 1;
            model.pending.clear();
            match alone && model.takes_text() && reaches_below(command) {
                true => text::key(model, key),
                false => run(model, command),
            }
        }
        Answer::Wait => Vec::new(),
        Answer::Nothing => {
            let alone = model.pending.len() == 1;
            model.pending.clear();
            // Escape and the next key, when they come in one piece over a slow line, look like alt and that key.
            if alone && key.alt && (key.ctrl || !model.takes_text()) {
                let mut effects = key_pressed(model, Key::plain(KeyName::Esc));
                effects.extend(key_pressed(model, Key { alt: false, ..key }));
                return effects;
            }
            match alone && model.takes_text() {
                true => text::key(model, key),
                false => Vec::new(),
            }
        }
    }
}

/// Over a message that must be read, only escape and what else goes back closes it, and never a letter: somebody may be in the
/// midst of typing. A garbled screen can still be drawn again.
fn over_notice(model: &mut Model, key: Key) -> Vec<Effect> {
    let answer = model.keymap.answer(&[Scope::Everywhere], &[key]);
    match answer {
        Answer::Run(Command::Redraw) => vec![Effect::Redraw],
        Answer::Run(Command::Back) if key.typed().is_none() => {
            model.notices.close(model.now);
            Vec::new()
        }
        _ if key == Key::plain(KeyName::Esc) => {
            model.notices.close(model.now);
            Vec::new()
        }
        // Escape and the next key in one piece.
        _ if key.alt => {
            model.notices.close(model.now);
            key_pressed(model, Key { alt: false, ..key })
        }
        _ => Vec::new(),
    }
}

/// Hands a key to the field or the note that is being written, before the keymap is asked.
fn typed_into(model: &mut Model, key: Key) -> Option<Vec<Effect>> {
    let plain = !key.ctrl && !key.alt && model.layers.is_empty();
    form::key(model, key, false).or_else(|| walk::key(model, key).filter(|_| plain))
}

/// Commands that change or leave what lies under a line being typed; their keys belong to the typing there.
fn reaches_below(command: Command) -> bool {
    let below = [
        Command::Undo,
        Command::Redo,
        Command::SearchCaseload,
        Command::PrivateNotes,
    ];
    below.contains(&command)
}

/// Does what a command asks, wherever it came from (a key, the palette).
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if leave::refuses(model, command) || as_at::refuses(model, command) {
        return Vec::new();
    }
    if command.scope() == Scope::Everywhere {
        return everywhere::run(model, command);
    }
    match model.layers.last() {
        Some(Layer::Help(..)) => help::run(model, command),
        Some(Layer::Palette(_)) => palette::run(model, command),
        Some(Layer::Prompt(_)) => prompt::run(model, command),
        Some(Layer::Form(_)) => form::run(model, command),
        Some(Layer::Private(_)) => private::run(model, command),
        Some(Layer::Drafts(_)) => drafts::run(model, command),
        Some(Layer::Search(_)) => search::run(model, command),
        Some(Layer::Import(_)) => import::run(model, command),
        None => match &model.screen {
            Screen::Unlock(_) => unlock::run(model, command),
            _ if model.walk_seen().is_some() => walk::run(model, command),
            _ if records::is_one(command) => records::run(model, command),
            Screen::Caseload => caseload::run(model, command),
            Screen::Case(_) => match command {
                Command::SearchCase => search::open(model, false),
                Command::ImportChronology => import::open(model),
                Command::AsAt => as_at::ask(model),
                _ => case::run(model, command),
            },
        },
    }
}
