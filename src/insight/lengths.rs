//! The three lengths of a chronology: everything, key events, the story in one page.

use crate::record::{CaseFile, Entry, Record, RecordId, Significance};
use std::fmt;

/// How long the chronology is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Length {
    /// Every entry.
    #[default]
    Full,
    /// The key events.
    KeyEvents,
    /// The story in one page: what a duty worker reads in a minute.
    Story,
}

/// Why an entry stands in a shorter length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Everything is shown.
    Everything,
    /// A person marked it as a turning point.
    Turning,
    /// A person marked it as a key event.
    Key,
    /// It tells of something that changes a child's life, such as "a move".
    Tells(String),
    /// It stands for a time of which the story would else say nothing.
    StandsForItsTime,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Everything => f.write_str("everything is shown"),
            Why::Turning => f.write_str("marked as a turning point"),
            Why::Key => f.write_str("marked as a key event"),
            Why::Tells(of) => write!(f, "tells of {of}"),
            Why::StandsForItsTime => f.write_str("stands for its time"),
        }
    }
}

/// An entry of a length, with why it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The entry.
    pub entry: RecordId,
    /// Why.
    pub why: Why,
}

/// The entries of a length, in order of time.
pub fn of_length(file: &CaseFile, length: Length) -> Vec<Chosen> {
    let entries = file.chronology();
    let chosen = |entry: &&Record<Entry>, why: Why| Chosen {
        entry: entry.id(),
        why,
    };
    match length {
        Length::Full => entries
            .iter()
            .map(|entry| chosen(entry, Why::Everything))
            .collect(),
        Length::KeyEvents | Length::Story => entries
            .iter()
            .filter_map(|entry| match entry.body.significance {
                Significance::Turning => Some(chosen(entry, Why::Turning)),
                Significance::Key => Some(chosen(entry, Why::Key)),
                _ => None,
            })
            .collect(),
    }
}
