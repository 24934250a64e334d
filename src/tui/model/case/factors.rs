//! The factors pane: risk and protective factors, people side by side.

use crate::insight::factors::Sheet;
use crate::insight::search::Needle;
use crate::practice::factors::{Domain, domains};
use crate::record::{CaseFile, RecordId};
use crate::tui::model::list::Place;
use chrono::NaiveDate;
use std::sync::Arc;

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a domain.
    Domain(&'static Domain),
    /// A factor under a domain, by its row on the sheet.
    Factor(&'static Domain, usize),
}

/// The side of the pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The table.
    #[default]
    Table,
    /// The chosen line in full.
    Detail,
}

/// Which factors are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Showing {
    /// All of them.
    #[default]
    All,
    /// Those of which something is recorded.
    Recorded,
    /// Those about which something is open.
    Open,
    /// Those that rest on what is six months old or more.
    Old,
}

/// The state of the factors pane.
#[derive(Debug, Default)]
pub struct FactorsPane {
    /// All factors by everybody.
    pub sheet: Sheet,
    /// The lines of the table that are shown.
    pub lines: Vec<Line>,
    /// Where the table stands.
    pub place: Place,
    /// The side that keys go to.
    pub side: Side,
    /// Whether that side has the whole body.
    pub whole: bool,
    /// Where the lines of the chosen one stand.
    pub detail: Place,
    /// The one domain that is shown; `None` for all.
    pub domain: Option<&'static Domain>,
    /// Which factors are shown.
    pub showing: Showing,
    /// The words that shown factors have.
    pub words: Needle,
    /// The words before others were being typed.
    pub words_before: Option<Needle>,
    /// The column for which a finding is being added.
    pub column: Option<usize>,
    made_from: Option<(Arc<CaseFile>, NaiveDate)>,
}

impl FactorsPane {
    /// The chosen line.
    pub fn chosen(&self) -> Option<Line> {
        self.lines.get(self.place.chosen).copied()
    }

    /// The row of the sheet that is chosen.
    pub fn chosen_row(&self) -> Option<usize> {
        match self.chosen()? {
            Line::Factor(_, row) => Some(row),
            Line::Domain(_) => None,
        }
    }

    /// Works the sheet out, unless it already follows from this file and day.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, today: NaiveDate) {
        let made = self.made_from.as_ref();
        if made.is_some_and(|(made, day)| Arc::ptr_eq(made, file) && *day == today) {
            return;
        }
        let chosen = self.chosen();
        let name = self.chosen_row().and_then(|row| self.sheet.rows.get(row));
        let name = name.map(|row| (row.factor, row.named.clone()));
        self.sheet = Sheet::of(file, today);
        self.made_from = Some((Arc::clone(file), today));
        // A risk from outside the home that was named moves the rows after it.
        let mut rows = self.sheet.rows.iter();
        let row = rows.position(|row| name == Some((row.factor, row.named.clone())));
        self.lay_out(match chosen {
            Some(Line::Factor(domain, was)) => Some(Line::Factor(domain, row.unwrap_or(was))),
            other => other,
        });
    }

    /// Shows the next domain; after the last all of them.
    pub fn next_domain(&mut self) {
        let all = domains();
        self.domain = match self.domain {
            None => all.first(),
            Some(shown) => {
                let at = all.iter().position(|domain| domain.id == shown.id);
                at.and_then(|at| all.get(at + 1))
            }
        };
        self.lay_out(self.chosen());
    }

    /// Shows all factors, those recorded, those with questions, or those that are old.
    pub fn next_showing(&mut self) {
        self.showing = match self.showing {
            Showing::All => Showing::Recorded,
            Showing::Recorded => Showing::Open,
            Showing::Open => Showing::Old,
            Showing::Old => Showing::All,
        };
        self.lay_out(self.chosen());
    }

    /// Shows only factors with these words, in their titles, their meaning or their evidence.
    pub fn look_for(&mut self, words: Needle) {
        self.words = words;
        self.lay_out(self.chosen());
    }

    /// Goes to a row of the sheet, whatever is shown.
    pub fn go_to(&mut self, row: usize) {
        let is_row = |line: &Line| matches!(line, Line::Factor(_, at) if *at == row);
        if !self.lines.iter().any(is_row) {
            self.domain = None;
            self.showing = Showing::All;
            self.words = Needle::default();
            self.lay_out(None);
        }
        if let Some(at) = self.lines.iter().position(is_row) {
            self.place.chosen = at;
            self.detail = Place::default();
        }
    }

    fn lay_out(&mut self, chosen: Option<Line>) {
        let mut lines = Vec::new();
        let shown = self.domain.map_or(domains(), std::slice::from_ref);
        for domain in shown {
            let rows = 0..self.sheet.rows.len();
            let mut rows = rows.filter(|row| self.is_shown(*row, domain)).peekable();
            if rows.peek().is_some() {
                lines.push(Line::Domain(domain));
                lines.extend(rows.map(|row| Line::Factor(domain, row)));
            }
        }
        self.lines = lines;
        let at = self.lines.iter().position(|line| Some(*line) == chosen);
        if at.is_none() {
            self.side = Side::Table;
            self.detail = Place::default();
        }
        // The first factor, not the heading over it.
        self.place.chosen = at.unwrap_or(1).min(self.lines.len().saturating_sub(1));
    }

    fn is_shown(&self, row: usize, domain: &Domain) -> bool {
        let Some(row) = self.sheet.rows.get(row) else {
            return false;
        };
        let shows = match self.showing {
            Showing::All => true,
            Showing::Recorded => row.is_recorded(),
            Showing::Open => row.questions() > 0,
            Showing::Old => {
                let mut covered = row.cells.iter().filter_map(|cell| cell.coverage.as_ref());
                covered.any(|coverage| coverage.is_old)
            }
        };
        let file = self.made_from.as_ref().map(|(file, _)| file);
        let has_words = || {
            let found = row.cells.iter().flat_map(|cell| &cell.findings);
            let evidence = |id: &RecordId| Some(file?.factors.get(id)?.body.evidence.as_str());
            let own = [row.name(), &row.factor.name, &row.factor.means];
            let also = row.factor.also.iter().map(String::as_str);
            let texts = own.into_iter().chain(also);
            self.words.all_in(texts.chain(found.filter_map(evidence)))
        };
        row.factor.is_in(&domain.id) && shows && (self.words.is_empty() || has_words())
    }
}
