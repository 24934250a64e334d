//! A page as it is laid out for the screen, kept so that it is laid out once and not by every key and every frame.

use super::{Model, OpenCase};
use crate::record::CaseFile;
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// A line, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<L> {
    /// The words.
    pub words: String,
    /// How it looks.
    pub role: Role,
    /// Where it leads.
    pub leads: Option<L>,
    /// What it tells of: where the heading over it leads.
    pub of: Option<L>,
}

/// What a page was laid out for: it is laid out again when one of these is another.
#[derive(Debug)]
pub struct LaidFor {
    /// The case file that is seen.
    file: Arc<CaseFile>,
    /// The last day that is known of.
    day: NaiveDate,
    /// The columns that it has, and whether they hold ASCII only.
    room: (u16, bool),
    /// What is chosen and asked for.
    choice: String,
}

impl LaidFor {
    /// What a page of the case that is seen is laid out for now.
    pub fn now(model: &Model, case: &OpenCase, width: u16, choice: String) -> LaidFor {
        LaidFor {
            file: Arc::clone(case.seen()),
            day: case.last_day(model.today),
            room: (width, model.look.ascii),
            choice,
        }
    }
}

impl PartialEq for LaidFor {
    fn eq(&self, other: &LaidFor) -> bool {
        // A case file is never changed while it is shared, so the same file in memory is the same case.
        Arc::ptr_eq(&self.file, &other.file)
            && (self.day, self.room, &self.choice) == (other.day, other.room, &other.choice)
    }
}

/// A page laid out in lines of some kind.
#[derive(Debug)]
pub struct LaidPage<T> {
    /// The words over it.
    pub title: String,
    /// Its lines.
    pub lines: Vec<T>,
    laid_for: Option<LaidFor>,
}

impl<T> Default for LaidPage<T> {
    fn default() -> LaidPage<T> {
        LaidPage {
            title: String::new(),
            lines: Vec::new(),
            laid_for: None,
        }
    }
}

impl<T> LaidPage<T> {
    /// Whether it was laid out for this.
    pub fn is_for(&self, now: &LaidFor) -> bool {
        self.laid_for.as_ref() == Some(now)
    }

    /// Takes what was laid out.
    pub fn take(&mut self, now: LaidFor, title: String, lines: Vec<T>) {
        (self.title, self.lines, self.laid_for) = (title, lines, Some(now));
    }
}
