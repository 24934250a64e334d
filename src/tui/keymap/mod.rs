//! Which keys ask for which command, in which scope.

mod file;
#[cfg(test)]
mod tests;

use super::command::{Command, Scope};
use super::input::Key;
use std::collections::BTreeMap;

/// The keymaps that come with the program: name and file.
pub const BUILT_IN: [(&str, &str); 3] = [
    ("default", include_str!("../../../keymaps/default.toml")),
    ("vim", include_str!("../../../keymaps/vim.toml")),
    ("emacs", include_str!("../../../keymaps/emacs.toml")),
];

/// What a keymap says to keys pressed so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Do this.
    Run(Command),
    /// More keys may follow ("g g").
    Wait,
    /// These keys mean nothing here.
    Nothing,
}

/// Keys, one or more after another, and the commands that they ask for, by scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keymap {
    bindings: BTreeMap<Scope, BTreeMap<Vec<Key>, Command>>,
}

impl Keymap {
    /// Asks the scopes from the innermost out. The innermost scope that knows the keys, or the beginning of longer
    /// ones, answers.
    pub fn answer(&self, scopes: &[Scope], keys: &[Key]) -> Answer {
        for bindings in scopes.iter().filter_map(|scope| self.bindings.get(scope)) {
            if let Some(command) = bindings.get(keys) {
                return Answer::Run(*command);
            }
            if bindings.keys().any(|longer| longer.starts_with(keys)) {
                return Answer::Wait;
            }
        }
        Answer::Nothing
    }

    /// The keys for a command as people read them, the shortest first; those that an inner scope uses for something
    /// else are left out.
    pub fn keys_for(&self, scopes: &[Scope], command: Command) -> Vec<String> {
        let bound = scopes
            .iter()
            .filter_map(|scope| self.bindings.get(scope))
            .flatten();
        let mut keys: Vec<&Vec<Key>> = bound
            .filter(|(keys, bound)| {
                **bound == command && self.answer(scopes, keys) == Answer::Run(command)
            })
            .map(|(keys, _)| keys)
            .collect();
        keys.sort_by_key(|keys| {
            (
                keys.len(),
                keys.iter().map(|key| key.to_string().len()).sum::<usize>(),
            )
        });
        keys.into_iter().map(|keys| written(keys)).collect()
    }

    /// The key for a command where a sentence names it; without a key, the name by which the palette finds the command.
    pub fn key_for(&self, scopes: &[Scope], command: Command) -> String {
        let mut keys = self.keys_for(scopes, command).into_iter();
        keys.next().unwrap_or_else(|| command.name().to_owned())
    }

    /// Every binding of a scope.
    pub fn bindings(&self, scope: Scope) -> impl Iterator<Item = (String, Command)> + '_ {
        self.bindings
            .get(&scope)
            .into_iter()
            .flatten()
            .map(|(keys, command)| (written(keys), *command))
    }
}

fn written(keys: &[Key]) -> String {
    keys.iter()
        .map(Key::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}
