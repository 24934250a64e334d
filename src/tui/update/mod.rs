//! The only code that changes the model: what each message means, and what is to be done about it.

mod answer;
mod everywhere;

use super::command::Command;
use super::effect::{Effect, Msg};
use super::input::Key;
use super::keymap::Answer;
use super::model::Model;

/// Takes a message in.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => key_pressed(model, key),
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Msg::Answer(answer) => answer::take(model, answer),
        Msg::Hangup => vec![Effect::Quit],
        Msg::Paste(_) | Msg::Clock | Msg::Edited(_) => Vec::new(),
    }
}

fn key_pressed(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.pending.push(key);
    match model.keymap.answer(&model.scopes(), &model.pending) {
        Answer::Run(command) => {
            model.pending.clear();
            run(model, command)
        }
        Answer::Wait => Vec::new(),
        Answer::Nothing => {
            model.pending.clear();
            Vec::new()
        }
    }
}

/// Does what a command asks, wherever it came from (a key, the palette).
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    everywhere::run(model, command)
}
