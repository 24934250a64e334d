//! The panes of a case, each behind one tab: what it shows, what it does on a command, how it is drawn.
//!
//! A pane is one [`Pane`] in [`PANES`]. Its state stands in [`model::case`](super::model::case), where forms and the
//! screen find it; what it does and draws stands in a module here. Panes do not know each other: whoever goes from one
//! to another says to which record (`PaneRequest::GoTo`), and every pane is asked whether that is one of its own.

pub mod analysis;
pub mod board;
pub mod chronology;
pub mod factors;
pub mod family;
pub mod goals;
pub mod ledger;
pub mod matrix;
pub mod plan;
pub mod stages;
pub mod supervision;

use super::command::Command;
use super::model::{Model, OpenCase, Tab};
use crate::record::RecordId;
use ratatui::Frame;

/// How far a line is that a pane asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// It changed, and goes on.
    Goes,
    /// It was taken.
    Taken,
    /// It was left: what followed it letter by letter goes back.
    Left,
}

/// What every pane does. Commands come only while it is the pane that is seen.
pub trait Pane: Sync {
    /// Brings what is shown up to date with the case, the day and the size of the screen. Asked after every message, so it
    /// does nothing while nothing changed.
    fn refresh(&self, model: &mut Model);

    /// Does what a command asks.
    fn run(&self, model: &mut Model, command: Command);

    /// One step back within the pane; `false` when there is none.
    fn back(&self, _model: &mut Model) -> bool {
        false
    }

    /// Stands on a record of the case that is seen here; `false` when it is shown elsewhere.
    fn go_to(&self, _model: &mut Model, _record: RecordId) -> bool {
        false
    }

    /// Follows a line that one of its commands asked for.
    fn typed(&self, _model: &mut Model, _asked_by: Command, _line: &str, _typing: Typing) {}

    /// Draws it.
    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame);
}

/// Every pane with its tab.
pub const PANES: [(Tab, &dyn Pane); Tab::ALL.len()] = [
    (Tab::Board, &board::BoardTab),
    (Tab::Family, &family::FamilyTab),
    (Tab::Chronology, &chronology::ChronologyTab),
    (Tab::Analysis, &analysis::AnalysisTab),
    (Tab::Factors, &factors::FactorsTab),
    (Tab::Matrix, &matrix::MatrixTab),
    (Tab::Plan, &plan::PlanTab),
    (Tab::Goals, &goals::GoalsTab),
    (Tab::Supervision, &supervision::SupervisionTab),
    (Tab::Stages, &stages::StagesTab),
];

/// The pane behind a tab.
pub fn of(tab: Tab) -> &'static dyn Pane {
    let mut panes = PANES.into_iter();
    let pane = panes.find(|(of, _)| *of == tab);
    pane.map_or(&board::BoardTab, |(_, pane)| pane)
}
