//! An open case and its tabs.

pub mod analysis;
mod around;
pub mod board;
pub mod chronology;
pub mod ecomap;
pub mod factors;
pub mod family;
pub mod goals;
pub mod matrix;
pub mod plan;
pub mod relationships;
pub mod stages;
pub mod supervision;

use super::ledger::Ledger;
use super::request::PaneRequest;
use crate::record::{Body, CaseFile, Record, RecordId};
use crate::tui::command::{Command, Scope};
use analysis::AnalysisPane;
use board::Board;
use chrono::NaiveDate;
use chronology::{ChronologyPane, Findings};
use factors::FactorsPane;
use family::{FamilyPane, View};
use goals::GoalsPane;
use matrix::MatrixPane;
use plan::PlanPane;
use stages::StagesPane;
use std::sync::Arc;
use supervision::SupervisionPane;

macro_rules! tabs {
    ($($variant:ident $number:literal $command:ident $doc:literal)*) => {
        /// A tab of a case.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Tab { #[default] $(#[doc = $doc] $variant,)* }

        impl Tab {
            /// The tabs in their order.
            pub const ALL: [Tab; [$($number),*].len()] = [$(Tab::$variant,)*];

            /// The number that stands before it, and the key that goes to it.
            pub fn number(self) -> u8 {
                match self { $(Tab::$variant => $number,)* }
            }

            /// The name on the tab line.
            pub fn name(self) -> &'static str {
                match self { $(Tab::$variant => stringify!($variant),)* }
            }

            /// Its scope for keys.
            pub fn scope(self) -> Scope {
                match self { $(Tab::$variant => Scope::$variant,)* }
            }

            /// The tab to which a command goes from here.
            pub fn asked(self, command: Command) -> Option<Tab> {
                match command {
                    $(Command::$command => Some(Tab::$variant),)*
                    Command::TabNext => Some(self.step(1)),
                    Command::TabPrevious => Some(self.step(Tab::ALL.len() - 1)),
                    _ => None,
                }
            }
        }
    };
}

tabs! {
    Board 1 TabBoard "Everything in short."
    Family 2 TabFamily "People and where they live."
    Chronology 3 TabChronology "The chronology."
    Analysis 4 TabAnalysis "The story so far, working hypotheses, needs, curiosities."
    Factors 5 TabFactors "Risk and protective factors."
    Matrix 6 TabMatrix "The Risk and Resilience Matrix."
    Plan 7 TabPlan "The Support and Solutions Plan."
    Goals 8 TabGoals "Goals and their reviews."
    Supervision 9 TabSupervision "Supervision: sessions, actions, what is due, decisions and visits."
    Stages 0 TabStages "The stages, their gates and checklists."
}

impl Tab {
    /// The tab so many further on, round and round.
    pub fn step(self, by: usize) -> Tab {
        let at = Tab::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        let to = (at + by) % Tab::ALL.len();
        Tab::ALL.get(to).copied().unwrap_or(self)
    }
}

/// Where to stand in a case that is being opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// The child to look at.
    pub child: Option<RecordId>,
    /// The record to go to.
    pub record: Option<RecordId>,
}

/// A case that is open.
#[derive(Debug)]
pub struct OpenCase {
    /// The case file as it is now in the store.
    pub file: Arc<CaseFile>,
    /// The child who is looked at, for the title line; `None` in a family without children.
    pub child: Option<RecordId>,
    /// The tab.
    pub tab: Tab,
    /// The board.
    pub board: Board,
    /// The chronology pane.
    pub chronology: ChronologyPane,
    /// The family pane.
    pub family: FamilyPane,
    /// The analysis pane.
    pub analysis: AnalysisPane,
    /// The factors pane.
    pub factors: FactorsPane,
    /// The matrix pane.
    pub matrix: MatrixPane,
    /// The plan pane.
    pub plan: PlanPane,
    /// The goals pane.
    pub goals: GoalsPane,
    /// The supervision pane.
    pub supervision: SupervisionPane,
    /// The stages pane.
    pub stages: StagesPane,
    /// The tabs from which somebody went to a record; going back leads there again, the last first.
    pub came_from: Vec<Tab>,
    /// What the pane that is seen asked for.
    pub request: Option<PaneRequest>,
    /// The day as at which the case is seen, with the case file of that day; `None` for today.
    pub as_at: Option<(NaiveDate, Arc<CaseFile>)>,
    /// The day to look back to, while its revisions are being read.
    pub looks_back_to: Option<NaiveDate>,
    /// Every revision, as last asked for.
    pub revisions: Option<Vec<Record<Body>>>,
    /// The words for which the case was searched last.
    pub searched: String,
}

impl OpenCase {
    /// A case just read, on its board.
    pub fn of(file: CaseFile) -> OpenCase {
        OpenCase {
            child: file.children().first().map(|child| child.id()),
            file: Arc::new(file),
            tab: Tab::Board,
            board: Board::default(),
            chronology: ChronologyPane::default(),
            family: FamilyPane::default(),
            analysis: AnalysisPane::default(),
            factors: FactorsPane::default(),
            matrix: MatrixPane::default(),
            plan: PlanPane::default(),
            goals: GoalsPane::default(),
            supervision: SupervisionPane::default(),
            stages: StagesPane::default(),
            came_from: Vec::new(),
            request: None,
            as_at: None,
            looks_back_to: None,
            revisions: None,
            searched: String::new(),
        }
    }

    /// What was found out about the chronology that is seen. While today's is looked through again, the last that there was:
    /// what is offered does not flicker. An earlier day never knows what was found out later.
    pub fn findings_for_offers(&self) -> Option<Arc<Findings>> {
        match self.as_at {
            None => self.chronology.findings.clone(),
            Some(_) => self.chronology.findings_of(self.seen()),
        }
    }

    /// The lists of the tab that is seen, where it is one of thinking, of the plan, of goals or of supervision,
    /// or of the relationships that last.
    pub fn ledger(&self) -> Option<&Ledger> {
        match self.tab {
            Tab::Family if self.family.view == View::Relationships => {
                Some(&self.family.relationships.ledger)
            }
            Tab::Analysis => Some(&self.analysis.ledger),
            Tab::Plan => Some(&self.plan.ledger),
            Tab::Goals => Some(&self.goals.ledger),
            Tab::Supervision => Some(&self.supervision.ledger),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn ledger_mut(&mut self) -> Option<&mut Ledger> {
        match self.tab {
            Tab::Family if self.family.view == View::Relationships => {
                Some(&mut self.family.relationships.ledger)
            }
            Tab::Analysis => Some(&mut self.analysis.ledger),
            Tab::Plan => Some(&mut self.plan.ledger),
            Tab::Goals => Some(&mut self.goals.ledger),
            Tab::Supervision => Some(&mut self.supervision.ledger),
            _ => None,
        }
    }

    /// The scopes that are asked for a key's meaning, the innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        let view = match self.tab {
            Tab::Family => self.family.view.scope(),
            _ => None,
        };
        let thinking = self.ledger().map(|_| Scope::Thinking);
        let inner = view.into_iter().chain([self.tab.scope()]).chain(thinking);
        let outer = [Scope::Case, Scope::List, Scope::Everywhere];
        inner.chain(outer).collect()
    }

    /// The case file that is seen: today's, or that of the day as at which it is looked at.
    pub fn seen(&self) -> &Arc<CaseFile> {
        self.as_at.as_ref().map_or(&self.file, |(_, file)| file)
    }

    /// The last day that is known of: today, or the day as at which the case is seen.
    pub fn last_day(&self, today: NaiveDate) -> NaiveDate {
        self.as_at.as_ref().map_or(today, |(day, _)| *day)
    }
}
