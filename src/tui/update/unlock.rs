//! Typing the passphrase.

use crate::store::Passphrase;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::input::{Key, KeyName};
use crate::tui::model::unlock::Unlock;
use crate::tui::model::{Model, Screen};
use zeroize::Zeroize;

/// Does the command when it is one of this screen.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Screen::Unlock(unlock) = &mut model.screen else {
        return Vec::new();
    };
    if command != Command::Unlock || unlock.waiting {
        return Vec::new();
    }
    if unlock.typed.is_empty() {
        unlock.refused = Some("Type the passphrase first.".to_owned());
        return Vec::new();
    }
    unlock.waiting = true;
    unlock.refused = None;
    vec![Effect::Unlock(Passphrase::from(std::mem::take(
        &mut unlock.typed,
    )))]
}

/// Takes a letter or an editing key.
pub fn key(unlock: &mut Unlock, key: Key) {
    if let Some(letter) = key.typed() {
        unlock.typed.push(letter);
        return;
    }
    match key.name {
        KeyName::Backspace => {
            unlock.typed.pop();
        }
        KeyName::Char('u') if key.ctrl => unlock.typed.zeroize(),
        _ => {}
    }
}

/// Takes a pasted passphrase; the line end that came with it does not count.
pub fn pasted(unlock: &mut Unlock, words: &str) {
    unlock.typed.push_str(words.trim_end_matches(['\r', '\n']));
}
