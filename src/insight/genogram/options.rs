//! What a drawing of a genogram shows beside the family itself, whether a terminal or a picture draws it.

use super::Genogram;
use crate::insight::due::has_ended;
use crate::record::{CaseFile, TieKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What is drawn beside the family itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GenogramOptions {
    /// The lines around households.
    pub households: bool,
    /// Care that ended, too.
    pub past_care: bool,
    /// Emotional lines of these kinds.
    pub ties: BTreeSet<TieKind>,
}

impl GenogramOptions {
    /// Whether a line to a child is drawn.
    pub fn draws(&self, graph: &Genogram, line: usize) -> bool {
        self.past_care || graph.kin[line].is_now()
    }
}

/// An emotional line between two people who are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieLine {
    /// From.
    pub from: usize,
    /// To.
    pub to: usize,
    /// Of which kind.
    pub kind: TieKind,
}

/// The emotional lines between people who are drawn that go on on a day. What ended is told in words, with its time.
pub fn tie_lines(file: &CaseFile, graph: &Genogram, day: NaiveDate) -> Vec<TieLine> {
    let all = file.emotional_ties.values().map(|tie| &tie.body);
    let now = all.filter(|tie| !has_ended(tie.until.as_ref(), day));
    let lines = now.filter_map(|tie| {
        Some(TieLine {
            from: graph.place(tie.from)?,
            to: graph.place(tie.to)?,
            kind: tie.kind,
        })
    });
    lines.filter(|line| line.from != line.to).collect()
}
