//! What must be read: shown as a page over the screen, one at a time, until somebody closes it. It never holds a word of a
//! case, so it may stand over a locked screen.

use chrono::{DateTime, Duration, Utc};

/// For so long after a page was closed the next one is said on the hint line: a full disk must not cover the form at every
/// letter.
const LEFT_ALONE: Duration = Duration::minutes(1);

/// Messages that wait to be read.
#[derive(Debug, Default)]
pub struct Notices {
    waiting: Vec<String>,
    closed_at: Option<DateTime<Utc>>,
}

impl Notices {
    /// Adds a message. `false` when a page was closed just before, so that it is to be said on the hint line.
    pub fn add(&mut self, words: &str, now: DateTime<Utc>) -> bool {
        let is_left_alone = self.closed_at.is_some_and(|then| now - then < LEFT_ALONE);
        if self.waiting.is_empty() && is_left_alone {
            return false;
        }
        if !self.waiting.iter().any(|known| known == words) {
            self.waiting.push(words.to_owned());
        }
        true
    }

    /// The message that is shown, and how many wait behind it.
    pub fn shown(&self) -> Option<(&str, usize)> {
        let first = self.waiting.first()?;
        Some((first, self.waiting.len() - 1))
    }

    /// Closes the message that is shown.
    pub fn close(&mut self, now: DateTime<Utc>) {
        if !self.waiting.is_empty() {
            self.waiting.remove(0);
            self.closed_at = Some(now);
        }
    }
}
