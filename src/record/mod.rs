//! What is written down about a family: one file per kind of record.
//!
//! Nothing is overwritten. A save writes a new revision of a record, a removal is a revision that says so, and
//! undo writes the earlier state back as a newer revision. [`CaseFile`] holds everything of one family in memory;
//! [`Change`] is what a save does to it. This floor does not know how records are stored or drawn.

pub mod action;
pub mod bond;
pub mod capacity;
pub mod case;
pub mod case_decision;
pub mod case_file;
pub mod case_line;
pub mod change;
pub mod connection;
pub mod contact_after_care;
pub mod curiosity;
pub mod emotional_tie;
pub mod entry;
pub mod factor_finding;
pub mod fuzzy_date;
pub mod gedcom_lines;
pub mod goal;
pub mod household;
pub mod hypothesis;
pub mod id;
pub mod import;
pub mod legal_status;
pub mod need;
pub mod occasion;
pub mod person;
pub mod placement;
pub mod plan;
pub mod private_note;
pub mod promise;
pub mod relationship;
pub mod stage_mark;
pub mod story;
pub mod supervision;
pub mod verdict;
pub mod wording_kept;
pub mod zone_decision;
pub mod zone_spell;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use action::Action;
pub use bond::{Bond, BondKind};
pub use capacity::{Lapse, ShownCapacity};
pub use case::Case;
pub use case_decision::CaseDecision;
pub use case_file::CaseFile;
pub use case_line::{CaseLine, ChildLine, DueDay};
pub use change::{Change, Write};
pub use connection::{Connection, Flow, SystemKind, Tie};
pub use contact_after_care::{Answer, ContactAfterCare};
pub use curiosity::Curiosity;
pub use emotional_tie::{EmotionalTie, TieKind};
pub use entry::{Account, Doubt, DoubtKind, Entry, Origin, Significance, most_exact};
pub use factor_finding::{FactorFinding, Status, Subject};
pub use fuzzy_date::{DateOrder, DateProblem, FuzzyDate, Part, Reading};
pub use gedcom_lines::GedcomLines;
pub use goal::{Goal, GoalReview, Purpose, Shown};
pub use household::Household;
pub use hypothesis::{Hypothesis, HypothesisState, Strength};
pub(crate) use id::scramble;
pub use id::{AccountId, CaseId, Mint, RecordId};
pub use import::{Import, ImportedFile, SetAside};
pub use legal_status::LegalStatus;
pub use need::Need;
pub use occasion::Occasion;
pub use person::{Arrival, Person, SaidDate, Sex};
pub use placement::Placement;
pub use plan::{BottomLine, Holds, Horizon, PlanStep, PlanVersion, Support};
pub use private_note::{PrivateNote, PrivatePart, PrivateRevision};
pub use promise::Promise;
pub use relationship::{HangsOn, OwnView, Relationship, Ring, Standing};
pub use stage_mark::{NamedRole, Progress, StageMark};
pub use story::{Recognition, Story, Teller};
pub use supervision::{Quadrant, Supervision, SupervisionKind};
pub use verdict::Verdict;
pub use wording_kept::WordingKept;
pub use zone_decision::{Period, View, Voice, VoiceOf, ZoneDecision};
pub use zone_spell::{SIX_MONTHS, ZoneSpell};

/// What every record carries beside its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The record's own id, the same through all its revisions.
    pub id: RecordId,
    /// The case that the record belongs to.
    pub case: CaseId,
    /// Who wrote this revision.
    pub author: String,
    /// When this revision was written.
    pub recorded_at: DateTime<Utc>,
    /// 1 for the first writing, one more for each later one.
    pub revision: u32,
    /// Why the record was removed, when this revision removes it.
    pub removed: Option<String>,
}

/// One revision of one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<T> {
    /// Who, when, which revision.
    pub meta: Meta,
    /// The content.
    pub body: T,
}

impl<T> Record<T> {
    /// The record's id.
    pub fn id(&self) -> RecordId {
        self.meta.id
    }
}

/// The content of a record of any kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// The family itself.
    Case(Case),
    /// A person of the family or around it.
    Person(Person),
    /// What joins two people.
    Bond(Bond),
    /// Where a child lived.
    Placement(Placement),
    /// A legal status of a child.
    LegalStatus(LegalStatus),
    /// An entry of the chronology.
    Entry(Entry),
    /// What one import brought.
    Import(Import),
    /// A person's decision that two accounts tell the same event, or two different ones.
    Verdict(Verdict),
    /// What was found about a factor.
    FactorFinding(FactorFinding),
    /// A decision on a child's zone.
    ZoneDecision(ZoneDecision),
    /// Capacity for actual change that a carer showed.
    ShownCapacity(ShownCapacity),
    /// A lapse of a carer.
    Lapse(Lapse),
    /// How far an item of a stage is.
    StageMark(StageMark),
    /// Who has a part in the case.
    NamedRole(NamedRole),
    /// What somebody tells as the story so far.
    Story(Story),
    /// How somebody is recognised.
    Recognition(Recognition),
    /// A working hypothesis.
    Hypothesis(Hypothesis),
    /// What somebody needs.
    Need(Need),
    /// What is still to be found out.
    Curiosity(Curiosity),
    /// A step of the Support and Solutions Plan.
    PlanStep(PlanStep),
    /// A support, service or plan that helps with steps.
    Support(Support),
    /// What is not negotiable.
    BottomLine(BottomLine),
    /// A version of the plan as it was agreed.
    PlanVersion(PlanVersion),
    /// The overall purpose that goals lead to.
    Purpose(Purpose),
    /// A goal with its five levels.
    Goal(Goal),
    /// A review of a goal.
    GoalReview(GoalReview),
    /// A wording that somebody looked at and kept.
    WordingKept(WordingKept),
    /// A session of supervision.
    Supervision(Supervision),
    /// What somebody is to do.
    Action(Action),
    /// A decision about the case.
    CaseDecision(CaseDecision),
    /// A visit, review or formal step.
    Occasion(Occasion),
    /// An emotional line between two people.
    EmotionalTie(EmotionalTie),
    /// People who live together.
    Household(Household),
    /// A line of an ecomap.
    Connection(Connection),
    /// A relationship of a child.
    Relationship(Relationship),
    /// Contact that was asked for after care.
    ContactAfterCare(ContactAfterCare),
    /// What somebody promised a child.
    Promise(Promise),
    /// What a GEDCOM file told that has no place of its own.
    GedcomLines(GedcomLines),
}

impl Body {
    /// The highest number of a kind.
    pub const KINDS: u8 = 38;

    /// The kind's number: part of the key in the store and never used for another kind.
    pub fn kind(&self) -> u8 {
        match self {
            Body::Case(_) => 1,
            Body::Person(_) => 2,
            Body::Bond(_) => 3,
            Body::Placement(_) => 4,
            Body::LegalStatus(_) => 5,
            Body::Entry(_) => 6,
            Body::Import(_) => 7,
            Body::Verdict(_) => 8,
            Body::FactorFinding(_) => 9,
            Body::ZoneDecision(_) => 10,
            Body::ShownCapacity(_) => 11,
            Body::Lapse(_) => 12,
            Body::StageMark(_) => 13,
            Body::NamedRole(_) => 14,
            Body::Story(_) => 15,
            Body::Recognition(_) => 16,
            Body::Hypothesis(_) => 17,
            Body::Need(_) => 18,
            Body::Curiosity(_) => 19,
            Body::PlanStep(_) => 20,
            Body::Support(_) => 21,
            Body::BottomLine(_) => 22,
            Body::PlanVersion(_) => 23,
            Body::Purpose(_) => 24,
            Body::Goal(_) => 25,
            Body::GoalReview(_) => 26,
            Body::WordingKept(_) => 27,
            Body::Supervision(_) => 28,
            Body::Action(_) => 29,
            Body::CaseDecision(_) => 30,
            Body::Occasion(_) => 31,
            Body::EmotionalTie(_) => 32,
            Body::Household(_) => 33,
            Body::Connection(_) => 34,
            Body::Relationship(_) => 35,
            Body::ContactAfterCare(_) => 36,
            Body::Promise(_) => 37,
            Body::GedcomLines(_) => 38,
        }
    }
}
