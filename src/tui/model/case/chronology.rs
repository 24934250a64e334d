//! The chronology pane: what of it is shown and where it stands.

pub mod findings;
pub mod rows;

use crate::insight::band::Stretch;
use crate::insight::filter::ChronologyFilter;
use crate::insight::lengths::Length;
use crate::insight::search::Needle;
use crate::record::{CaseFile, RecordId};
use crate::tui::model::list::Place;
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;
use std::sync::Arc;

pub use crate::tui::model::case::chronology::findings::Findings;
pub use crate::tui::model::case::chronology::rows::{Row, Shown};

/// How much time the band shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// From the birth of the oldest child to today.
    #[default]
    Life,
    /// Five years.
    Years,
    /// One year, month by month.
    Months,
}

impl Zoom {
    /// Less time.
    pub fn closer(self) -> Zoom {
        match self {
            Zoom::Life => Zoom::Years,
            Zoom::Years | Zoom::Months => Zoom::Months,
        }
    }

    /// More time.
    pub fn wider(self) -> Zoom {
        match self {
            Zoom::Months => Zoom::Years,
            Zoom::Years | Zoom::Life => Zoom::Life,
        }
    }

    /// Months shown; `None` for the whole life.
    pub fn months(self) -> Option<u32> {
        match self {
            Zoom::Life => None,
            Zoom::Years => Some(60),
            Zoom::Months => Some(12),
        }
    }
}

/// The part of the pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The list of entries.
    #[default]
    List,
    /// The chosen entry in full.
    Detail,
}

/// What the detail tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Telling {
    /// The entry as it is.
    #[default]
    Entry,
    /// How it was changed over time; with the length, the part and whether it had the whole body, to go back to.
    History(Length, Part, bool),
}

/// The state of the chronology pane.
#[derive(Debug, Default)]
pub struct ChronologyPane {
    /// What is shown, as it follows from the file, the filter and the length.
    pub shown: Shown,
    /// Where the list stands.
    pub place: Place,
    /// What is left out. Its child is the child whose chronology is looked at.
    pub filter: ChronologyFilter,
    /// How much is told.
    pub length: Length,
    /// The row that was chosen in another length: the place to come back to, until another is chosen.
    pub stood: Option<Row>,
    /// Entries marked with space, to be joined or copied together.
    pub marked: BTreeSet<RecordId>,
    /// How much time the band shows.
    pub zoom: Zoom,
    /// The first day on the band when it does not show the whole life.
    pub band_from: NaiveDate,
    /// Whether the band goes along with the chosen entry; not after it was moved by hand.
    pub follows: bool,
    /// The words that were filtered by before others began to be typed.
    pub words_before: Option<Needle>,
    /// The part that keys go to.
    pub part: Part,
    /// Whether that part has the whole body.
    pub whole: bool,
    /// What the detail tells.
    pub telling: Telling,
    /// The first line of the detail that is seen.
    pub detail_top: usize,
    /// What follows from the file; `None` until it was first worked out.
    pub findings: Option<Arc<Findings>>,
    /// The file whose findings were asked for last.
    pub findings_asked: Option<Arc<CaseFile>>,
}

impl ChronologyPane {
    /// What follows from this file, as soon as it was worked out.
    pub fn findings_of(&self, file: &Arc<CaseFile>) -> Option<Arc<Findings>> {
        let known = self.findings.as_ref();
        known
            .filter(|known| Arc::ptr_eq(&known.file, file))
            .map(Arc::clone)
    }

    /// The chosen entry; `None` on a gap and in an empty list.
    pub fn chosen(&self) -> Option<RecordId> {
        match self.chosen_row() {
            Some(Row::Entry(id)) => Some(*id),
            _ => None,
        }
    }

    /// The chosen row.
    pub fn chosen_row(&self) -> Option<&Row> {
        self.shown.rows.get(self.place.chosen)
    }

    /// The children whose lives the band shows, oldest first: the chosen child, else all.
    pub fn children(&self, file: &CaseFile) -> Vec<RecordId> {
        match self.filter.child {
            Some(child) => vec![child],
            None => file
                .children()
                .into_iter()
                .map(|child| child.id())
                .collect(),
        }
    }

    /// The stretch of time on the band.
    pub fn stretch(&self) -> Stretch {
        match self.zoom.months() {
            None => self.shown.life,
            Some(months) => Stretch::of_months(self.band_from, months),
        }
    }

    /// Moves the band so that a day is on it, in the middle when it was not.
    pub fn follow(&mut self, day: NaiveDate) {
        let Some(months) = self.zoom.months() else {
            return;
        };
        if !self.stretch().holds(day) {
            let half = Months::new(months / 2);
            self.begin_band(day.checked_sub_months(half).unwrap_or(day));
        }
    }

    /// Begins the band at a day, as far as it stays within the life that it tells of. Entries before or after that
    /// life, such as a date that was mistyped, are told at its edges.
    pub fn begin_band(&mut self, from: NaiveDate) {
        let months = self.zoom.months().unwrap_or(0).saturating_sub(1);
        let life = self.shown.life;
        let last = life
            .to
            .checked_sub_months(Months::new(months))
            .unwrap_or(life.from);
        self.band_from = from.clamp(life.from, last.max(life.from));
    }
}
