//! Where a list stands: the chosen line and the first line that is seen.

use crate::tui::command::Command;

/// The place in a list of known length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The chosen line.
    pub chosen: usize,
    /// The first line on the screen.
    pub top: usize,
}

impl Place {
    /// Moves by a list command. `rows` is how many lines are seen. Gives whether the command was one of movement.
    pub fn go(&mut self, command: Command, len: usize, rows: usize) -> bool {
        let last = len.saturating_sub(1);
        let half = (rows / 2).max(1);
        self.chosen = match command {
            Command::Down => self.chosen.saturating_add(1).min(last),
            Command::Up => self.chosen.saturating_sub(1),
            Command::First => 0,
            Command::Last => last,
            Command::PageDown => self.chosen.saturating_add(half).min(last),
            Command::PageUp => self.chosen.saturating_sub(half),
            _ => return false,
        };
        self.keep_seen(len, rows);
        true
    }

    /// Scrolls a page of which no line is marked as chosen; the one that will be goes along. Gives whether the command was one
    /// of movement.
    pub fn scroll(&mut self, command: Command, len: usize, rows: usize) -> bool {
        let last = len.saturating_sub(rows);
        let half = (rows / 2).max(1);
        self.top = match command {
            Command::Down => self.top.saturating_add(1),
            Command::Up => self.top.saturating_sub(1),
            Command::First => 0,
            Command::Last => last,
            Command::PageDown => self.top.saturating_add(half),
            Command::PageUp => self.top.saturating_sub(half),
            _ => return false,
        }
        .min(last);
        let below = self.top + rows.saturating_sub(1);
        self.chosen = self.chosen.clamp(self.top, below);
        true
    }

    /// Chooses a line.
    pub fn choose(&mut self, line: usize, len: usize, rows: usize) {
        self.chosen = line;
        self.keep_seen(len, rows);
    }

    /// Brings the chosen line into the list and onto the screen.
    pub fn keep_seen(&mut self, len: usize, rows: usize) {
        let rows = rows.max(1);
        self.chosen = self.chosen.min(len.saturating_sub(1));
        self.top = self
            .top
            .min(self.chosen)
            .max((self.chosen + 1).saturating_sub(rows));
        self.top = self.top.min(len.saturating_sub(rows.min(len)));
    }
}
