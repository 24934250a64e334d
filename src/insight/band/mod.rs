//! The band above a chronology: a stretch of time laid out in columns, with lanes for where a child lived, legal
//! status and what was told.
//!
//! Layout only: which columns, which words fit. How it looks on a terminal is the view's.

mod lanes;
mod scale;
#[cfg(test)]
mod tests;

use crate::practice::{Living, Zone};
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;

pub use lanes::{law, lived};
pub use scale::{Scale, Stretch, Tick};

/// A time on a lane, in columns: from the first up to but not including the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first column.
    pub from: usize,
    /// The column after the last.
    pub to: usize,
    /// What to write in it, the fullest words first; the first that fits is taken.
    pub labels: Vec<String>,
    /// With whom the child lived; `None` on other lanes and where the record does not tell.
    pub living: Option<Living>,
    /// Whether it begins in the stretch that is shown.
    pub begins: bool,
    /// Whether it ends in the stretch that is shown.
    pub ends: bool,
}

/// A lane with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The children whom it tells of; empty for a lane of the whole family.
    pub children: Vec<RecordId>,
    /// Its segments, from left to right, none over another.
    pub segments: Vec<Segment>,
}

/// What was told in one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many entries.
    pub count: usize,
    /// The zone of most concern among those that have a colour.
    pub zone: Option<Zone>,
}

/// A gap on the lane of what was told: columns in which nothing was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapMark {
    /// The first empty column.
    pub from: usize,
    /// The column after the last empty one.
    pub to: usize,
    /// Its whole length in months.
    pub months: u32,
}

/// The band, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Columns to days and back.
    pub scale: Scale,
    /// Years or months along the top.
    pub ticks: Vec<Tick>,
    /// Where each child lived.
    pub lived: Vec<Lane>,
    /// Legal status: a lane for each set of children who share theirs.
    pub law: Vec<Lane>,
    /// What was told, a cell for each column.
    pub told: Vec<Told>,
    /// Gaps between what was told.
    pub gaps: Vec<GapMark>,
    /// How many entries lie before the stretch that is shown, and how many after it.
    pub beyond: (usize, usize),
    /// The column of today.
    pub today: Option<usize>,
}

/// Lays a stretch of time out over `width` columns: the lives of these children (oldest first), the entries by the day
/// at which they stand, and the gaps.
pub fn lay_out(
    file: &CaseFile,
    children: &[RecordId],
    told: &[(NaiveDate, Option<Zone>)],
    gaps: &[Stretch],
    stretch: Stretch,
    today: NaiveDate,
    width: usize,
) -> Band {
    let scale = Scale::new(stretch, width);
    let mut cells = vec![Told::default(); scale.width()];
    let mut beyond = (0, 0);
    for (day, zone) in told {
        match scale.column(*day).and_then(|column| cells.get_mut(column)) {
            Some(cell) => {
                cell.count += 1;
                cell.zone = cell.zone.max(*zone);
            }
            None if *day < stretch.from => beyond.0 += 1,
            None => beyond.1 += 1,
        }
    }
    let gaps = gaps
        .iter()
        .filter_map(|gap| mark(gap, &scale, &cells))
        .collect();
    Band {
        ticks: scale.ticks(),
        lived: children
            .iter()
            .map(|child| lived(file, *child, &scale, today))
            .collect(),
        law: law(file, children, &scale, today),
        told: cells,
        gaps,
        beyond,
        today: scale.column(today),
        scale,
    }
}

/// The empty columns of a gap. What stands within it without naming a day, such as a month, shortens the mark to the
/// longest empty run, since a mark must never hide an entry.
fn mark(gap: &Stretch, scale: &Scale, told: &[Told]) -> Option<GapMark> {
    let first = scale.clamped(gap.from);
    let last = scale.clamped(gap.to);
    let mut best = (0, 0);
    let mut start = first;
    for column in first..=last {
        if told.get(column).is_some_and(|cell| cell.count == 0) {
            if column + 1 - start > best.1 - best.0 {
                best = (start, column + 1);
            }
        } else {
            start = column + 1;
        }
    }
    let months = super::ages::months_between(gap.from, gap.to).unwrap_or(0);
    (best.1 > best.0).then_some(GapMark {
        from: best.0,
        to: best.1,
        months,
    })
}
