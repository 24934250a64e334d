//! An open case and its tabs.

use super::analysis::AnalysisPane;
use super::board::Board;
use super::chronology::{ChronologyPane, Findings};
use super::factors::FactorsPane;
use super::family::{FamilyPane, View};
use super::goals::GoalsPane;
use super::ledger::Ledger;
use super::matrix::MatrixPane;
use super::plan::PlanPane;
use super::stages::StagesPane;
use super::supervision::SupervisionPane;
use crate::record::{Body, CaseFile, Record, RecordId};
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
    /// The story so far, working hypotheses, needs, curiosities.
    Analysis,
    /// Risk and protective factors.
    Factors,
    /// The Risk and Resilience Matrix.
    Matrix,
    /// The Support and Solutions Plan.
    Plan,
    /// Goals and their reviews.
    Goals,
    /// Supervision: sessions, actions, what is due, decisions and visits.
    Supervision,
    /// The stages, their gates and checklists.
    Stages,
}

impl Tab {
    /// The tabs in their order.
    pub const ALL: [Tab; 10] = [
        Tab::Board,
        Tab::Family,
        Tab::Chronology,
        Tab::Analysis,
        Tab::Factors,
        Tab::Matrix,
        Tab::Plan,
        Tab::Goals,
        Tab::Supervision,
        Tab::Stages,
    ];

    /// The number that stands before it, and the key that goes to it.
    pub fn number(self) -> u8 {
        match self {
            Tab::Board => 1,
            Tab::Family => 2,
            Tab::Chronology => 3,
            Tab::Analysis => 4,
            Tab::Factors => 5,
            Tab::Matrix => 6,
            Tab::Plan => 7,
            Tab::Goals => 8,
            Tab::Supervision => 9,
            Tab::Stages => 0,
        }
    }

    /// The name on the tab line.
    pub fn name(self) -> &'static str {
        match self {
            Tab::Board => "Board",
            Tab::Family => "Family",
            Tab::Chronology => "Chronology",
            Tab::Analysis => "Analysis",
            Tab::Factors => "Factors",
            Tab::Matrix => "Matrix",
            Tab::Plan => "Plan",
            Tab::Goals => "Goals",
            Tab::Supervision => "Supervision",
            Tab::Stages => "Stages",
        }
    }

    /// The tab so many further on, round and round.
    pub fn step(self, by: usize) -> Tab {
        let at = Tab::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        let to = (at + by) % Tab::ALL.len();
        Tab::ALL.get(to).copied().unwrap_or(self)
    }

    /// Its scope for keys.
    pub fn scope(self) -> Scope {
        match self {
            Tab::Board => Scope::Board,
            Tab::Family => Scope::Family,
            Tab::Chronology => Scope::Chronology,
            Tab::Analysis => Scope::Analysis,
            Tab::Factors => Scope::Factors,
            Tab::Matrix => Scope::Matrix,
            Tab::Plan => Scope::Plan,
            Tab::Goals => Scope::Goals,
            Tab::Supervision => Scope::Supervision,
            Tab::Stages => Scope::Stages,
        }
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

    /// The case file that is seen: today's, or that of the day as at which it is looked at.
    pub fn seen(&self) -> &Arc<CaseFile> {
        self.as_at.as_ref().map_or(&self.file, |(_, file)| file)
    }

    /// The last day that is known of: today, or the day as at which the case is seen.
    pub fn last_day(&self, today: NaiveDate) -> NaiveDate {
        self.as_at.as_ref().map_or(today, |(day, _)| *day)
    }
}
