//! Reading keymap files: a section a scope, a line a binding. Faults name file, line and the nearest right name.

use super::Keymap;
use crate::tui::command::{Command, Scope};
use crate::tui::input::Key;
use std::collections::BTreeMap;
use toml::Spanned;

/// What is wrong with a keymap file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {what}")]
pub struct KeymapFault {
    /// The file as the user knows it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, with the nearest right name.
    pub what: String,
}

type Sections = BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Spanned<String>>>;

impl Keymap {
    /// A keymap that comes with the program; `None` for a name that does not.
    ///
    /// # Errors
    /// When the file is at fault; tests hold that none is.
    pub fn built_in(name: &str) -> Option<Result<Keymap, KeymapFault>> {
        let (name, text) = super::BUILT_IN.iter().find(|(known, _)| *known == name)?;
        let mut keymap = Keymap::default();
        Some(
            keymap
                .lay_over(&format!("keymaps/{name}.toml"), text)
                .map(|()| keymap),
        )
    }

    /// Lays a file's bindings over this keymap: a key that it names is rebound, or freed by an empty command.
    ///
    /// # Errors
    /// An unknown scope, key or command, or the same keys twice in a scope; the keymap is then as it was.
    pub fn lay_over(&mut self, file: &str, text: &str) -> Result<(), KeymapFault> {
        let fault = |at: usize, what: String| KeymapFault {
            file: file.to_owned(),
            line: line_of(text, at),
            what,
        };
        let sections: Sections = toml::from_str(text).map_err(|e| {
            fault(
                e.span().map_or(0, |span| span.start),
                e.message().to_owned(),
            )
        })?;
        let mut laid = self.clone();
        for (section, lines) in &sections {
            let name = section.get_ref();
            let scope = Scope::ALL
                .into_iter()
                .find(|scope| scope.name() == name)
                .ok_or_else(|| {
                    let near = nearest(name, Scope::ALL.into_iter().map(Scope::name));
                    fault(
                        section.span().start,
                        format!("there is no part of the screen called \"{name}\"{near}"),
                    )
                })?;
            let mut seen: BTreeMap<Vec<Key>, usize> = BTreeMap::new();
            for (keys, command) in lines {
                let at = keys.span().start;
                let parsed: Result<Vec<Key>, _> =
                    keys.get_ref().split_whitespace().map(str::parse).collect();
                let parsed = parsed.map_err(|e| fault(at, e.to_string()))?;
                if let Some(first) = seen.insert(parsed.clone(), at) {
                    let first = line_of(text, first);
                    return Err(fault(
                        at,
                        format!(
                            "\"{}\" already has a command on line {first}",
                            keys.get_ref()
                        ),
                    ));
                }
                let bindings = laid.bindings.entry(scope).or_default();
                let name = command.get_ref();
                if name.is_empty() {
                    bindings.remove(&parsed);
                    continue;
                }
                let command_known = Command::from_name(name).ok_or_else(|| {
                    let near = nearest(name, Command::ALL.iter().map(|command| command.name()));
                    fault(
                        command.span().start,
                        format!("there is no command called \"{name}\"{near}"),
                    )
                })?;
                bindings.insert(parsed, command_known);
            }
            if let Some((short, long)) = laid.clash(scope) {
                let what = format!(
                    "\"{long}\" can never be pressed, because \"{short}\" is a command by itself"
                );
                return Err(fault(section.span().start, what));
            }
        }
        *self = laid;
        Ok(())
    }

    /// A binding that begins another of the same scope.
    fn clash(&self, scope: Scope) -> Option<(String, String)> {
        let bindings = self.bindings.get(&scope)?;
        let mut pairs = bindings
            .keys()
            .flat_map(|a| bindings.keys().map(move |b| (a, b)));
        let (short, long) = pairs.find(|(a, b)| a.len() < b.len() && b.starts_with(a))?;
        Some((super::written(short), super::written(long)))
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// `; did you mean "…"?` with the name that shares most letters in order, or nothing when none is near.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let best = known.map(|known| (distance(name, known), known)).min();
    match best {
        Some((far, known)) if far * 2 <= name.len().max(known.len()) => {
            format!("; did you mean \"{known}\"?")
        }
        _ => String::new(),
    }
}

/// Edits between two words (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let new = (diagonal + usize::from(x != *y))
                .min(left + 1)
                .min(*cell + 1);
            diagonal = *cell;
            *cell = new;
            left = new;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
