//! A key as keymap files write it: `j`, `G`, `ctrl-d`, `shift-tab`, `esc`, `space`.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::fmt;
use std::str::FromStr;

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyName {
    /// A letter, digit or sign, as typed: shift is in the letter.
    Char(char),
    /// A function key.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and tab.
    ShiftTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key with ctrl or alt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub name: KeyName,
    /// With ctrl.
    pub ctrl: bool,
    /// With alt; no keymap of ours relies on it, since many terminals do not send it.
    pub alt: bool,
}

const NAMED: &[(&str, KeyName)] = &[
    ("enter", KeyName::Enter),
    ("esc", KeyName::Esc),
    ("tab", KeyName::Tab),
    ("shift-tab", KeyName::ShiftTab),
    ("backspace", KeyName::Backspace),
    ("delete", KeyName::Delete),
    ("insert", KeyName::Insert),
    ("up", KeyName::Up),
    ("down", KeyName::Down),
    ("left", KeyName::Left),
    ("right", KeyName::Right),
    ("home", KeyName::Home),
    ("end", KeyName::End),
    ("page-up", KeyName::PageUp),
    ("page-down", KeyName::PageDown),
    ("space", KeyName::Char(' ')),
];

impl Key {
    /// A key by itself.
    pub fn plain(name: KeyName) -> Key {
        Key {
            name,
            ctrl: false,
            alt: false,
        }
    }

    /// The letter that the key types, when it types one.
    pub fn typed(self) -> Option<char> {
        match self.name {
            KeyName::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// The key of a terminal event. Releases and keys that we do not use give `None`. Backspace sent as ctrl-h is
    /// backspace.
    pub fn from_event(event: KeyEvent) -> Option<Key> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let name = match event.code {
            KeyCode::Char('h' | 'H') if ctrl => return Some(Key::plain(KeyName::Backspace)),
            // One byte stands for ctrl-_, ctrl-/ and ctrl-7; it is undo to hands that know Emacs.
            KeyCode::Char('7' | '/') if ctrl => KeyName::Char('_'),
            KeyCode::Char(letter) if ctrl => KeyName::Char(letter.to_ascii_lowercase()),
            KeyCode::Char(letter) => KeyName::Char(letter),
            KeyCode::F(number) => KeyName::F(number),
            KeyCode::Enter => KeyName::Enter,
            KeyCode::Esc => KeyName::Esc,
            KeyCode::BackTab => {
                return Some(Key {
                    name: KeyName::ShiftTab,
                    ctrl,
                    alt,
                });
            }
            KeyCode::Tab if shift => KeyName::ShiftTab,
            KeyCode::Tab => KeyName::Tab,
            KeyCode::Backspace => KeyName::Backspace,
            KeyCode::Delete => KeyName::Delete,
            KeyCode::Insert => KeyName::Insert,
            KeyCode::Up => KeyName::Up,
            KeyCode::Down => KeyName::Down,
            KeyCode::Left => KeyName::Left,
            KeyCode::Right => KeyName::Right,
            KeyCode::Home => KeyName::Home,
            KeyCode::End => KeyName::End,
            KeyCode::PageUp => KeyName::PageUp,
            KeyCode::PageDown => KeyName::PageDown,
            _ => return None,
        };
        Some(Key { name, ctrl, alt })
    }
}

/// As keymap files write it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, name)| *name == self.name) {
            return f.write_str(name);
        }
        match self.name {
            KeyName::Char(letter) => write!(f, "{letter}"),
            KeyName::F(number) => write!(f, "f{number}"),
            _ => Ok(()),
        }
    }
}

/// Words that are not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a key; keys are written j, G, ctrl-d, shift-tab, esc, space, f1, page-down"
)]
pub struct NotAKey(pub String);

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Key, NotAKey> {
        let mut rest = text;
        let (mut ctrl, mut alt) = (false, false);
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-") {
                (ctrl, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (alt, rest) = (true, after);
            } else {
                break;
            }
        }
        let named = NAMED
            .iter()
            .find(|(name, _)| *name == rest)
            .map(|(_, name)| *name);
        let mut letters = rest.chars();
        let name = match (named, letters.next(), letters.next()) {
            (Some(name), ..) => name,
            (None, Some(letter), None) => KeyName::Char(letter),
            (None, Some('f'), Some(_)) => match rest.trim_start_matches('f').parse() {
                Ok(number @ 1..=12) => KeyName::F(number),
                _ => return Err(NotAKey(text.to_owned())),
            },
            _ => return Err(NotAKey(text.to_owned())),
        };
        Ok(Key { name, ctrl, alt })
    }
}
