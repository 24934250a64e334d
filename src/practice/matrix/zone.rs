//! The four zones of the Risk and Resilience Matrix: their names, in words before colour.

use serde::{Deserialize, Serialize};

/// A zone of the Risk and Resilience Matrix (handbook p28-31), from least to most concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Zone {
    /// Resilience strong, risk low, capacity to change shown.
    Green,
    /// Some resilience, medium risk, capacity to change shown.
    Yellow,
    /// Minimal resilience, high risk, capacity to change not yet shown.
    Orange,
    /// Resilience absent, severe risk, capacity to change not shown.
    Red,
}

impl Zone {
    /// All four, from least to most concern.
    pub const ALL: [Zone; 4] = [Zone::Green, Zone::Yellow, Zone::Orange, Zone::Red];

    /// The letter that stands before the word on every screen.
    pub fn letter(self) -> char {
        match self {
            Zone::Green => 'G',
            Zone::Yellow => 'Y',
            Zone::Orange => 'O',
            Zone::Red => 'R',
        }
    }

    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Zone::Green => "Green",
            Zone::Yellow => "Yellow",
            Zone::Orange => "Orange",
            Zone::Red => "Red",
        }
    }

    /// Letter and word: "O Orange".
    pub fn letter_and_word(self) -> String {
        format!("{} {}", self.letter(), self.word())
    }

    /// Reads a zone from its word or its letter, in either case.
    pub fn from_word(text: &str) -> Option<Zone> {
        let text = text.trim();
        Zone::ALL.into_iter().find(|zone| {
            text.eq_ignore_ascii_case(zone.word())
                || text.eq_ignore_ascii_case(zone.letter().encode_utf8(&mut [0; 4]))
        })
    }
}
