//! An open case and its tabs.

use super::chronology::ChronologyPane;
use super::family::FamilyPane;
use crate::record::{Body, CaseFile, Record};
use crate::tui::command::Scope;
use chrono::NaiveDate;
use std::sync::Arc;

/// A tab of a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Everything in short.
    #[default]
    Board,
    /// People and where they live.
    Family,
    /// The chronology.
    Chronology,
}

impl Tab {
    /// The tabs in their order.
    pub const ALL: [Tab; 3] = [Tab::Board, Tab::Family, Tab::Chronology];

    /// The name on the tab line.
    pub fn name(self) -> &'static str {
        match self {
            Tab::Board => "Board",
            Tab::Family => "Family",
            Tab::Chronology => "Chronology",
        }
    }

    /// Its scope for keys.
    pub fn scope(self) -> Scope {
        match self {
            Tab::Board => Scope::Board,
            Tab::Family => Scope::Family,
            Tab::Chronology => Scope::Chronology,
        }
    }
}

/// A case that is open.
#[derive(Debug)]
pub struct OpenCase {
    /// The case file as it is now in the store.
    pub file: Arc<CaseFile>,
    /// The tab.
    pub tab: Tab,
    /// The chronology pane.
    pub chronology: ChronologyPane,
    /// The family pane.
    pub family: FamilyPane,
    /// The day as at which the case is seen, with the case file of that day; `None` for today.
    pub as_at: Option<(NaiveDate, Arc<CaseFile>)>,
    /// Every revision, once they were asked for.
    pub revisions: Option<Vec<Record<Body>>>,
}

impl OpenCase {
    /// A case just read, on its board.
    pub fn of(file: CaseFile) -> OpenCase {
        OpenCase {
            file: Arc::new(file),
            tab: Tab::Board,
            chronology: ChronologyPane::default(),
            family: FamilyPane::default(),
            as_at: None,
            revisions: None,
        }
    }

    /// The case file that is seen: today's, or that of the day as at which it is looked at.
    pub fn seen(&self) -> &Arc<CaseFile> {
        self.as_at.as_ref().map_or(&self.file, |(_, file)| file)
    }
}
