//! What people read at an analysis or a re-analysis of the matrix (handbook p29-32 and p40).
//!
//! Every part may be missing: what nobody has said is not known, which is never the same as "no".

use super::Zone;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How resilience moves (matrix rows 7 to 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resilience {
    /// Maintained and built on.
    Building,
    /// Maintained.
    Maintained,
    /// Reduced.
    Reduced,
    /// No longer apparent.
    Absent,
}

impl Resilience {
    /// All of them, from least to most concern.
    pub const ALL: [Resilience; 4] = [
        Resilience::Building,
        Resilience::Maintained,
        Resilience::Reduced,
        Resilience::Absent,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Resilience::Building => "kept and built on",
            Resilience::Maintained => "kept",
            Resilience::Reduced => "less than it was",
            Resilience::Absent => "no longer to be seen",
        }
    }
}

/// How it stands with the risk that weighs most and is not resolved (matrix rows 7 to 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskStatus {
    /// Addressed.
    Addressed,
    /// Mitigated by protective factors.
    Mitigated,
    /// Mostly mitigated, or being addressed.
    MostlyMitigated,
    /// Still there, neither addressed nor mitigated, and not new.
    Persisting,
    /// New, or there again.
    NewOrReemerged,
}

impl RiskStatus {
    /// All of them, from least to most concern.
    pub const ALL: [RiskStatus; 5] = [
        RiskStatus::Addressed,
        RiskStatus::Mitigated,
        RiskStatus::MostlyMitigated,
        RiskStatus::Persisting,
        RiskStatus::NewOrReemerged,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            RiskStatus::Addressed => "addressed",
            RiskStatus::Mitigated => "held by protective factors",
            RiskStatus::MostlyMitigated => "mostly held, or being addressed",
            RiskStatus::Persisting => "still there, neither addressed nor held",
            RiskStatus::NewOrReemerged => "new, or there again",
        }
    }
}

/// Capacity for actual change: shown, not promised (handbook p38 and p40).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Not shown.
    NotShown,
    /// Shown without a break since that day; `None` when nobody has said since when.
    Shown(Option<NaiveDate>),
}

/// Whether parents and child want to live together. Described, never decisive (the matrix's fourth row).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wishes {
    /// Parents and child both want it.
    BothWant,
    /// The parents are of two minds.
    ParentsOfTwoMinds,
    /// The child is of two minds.
    ChildOfTwoMinds,
    /// Both are.
    BothOfTwoMinds,
}

impl Wishes {
    /// All of them.
    pub const ALL: [Wishes; 4] = [
        Wishes::BothWant,
        Wishes::ParentsOfTwoMinds,
        Wishes::ChildOfTwoMinds,
        Wishes::BothOfTwoMinds,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Wishes::BothWant => "both want it",
            Wishes::ParentsOfTwoMinds => "parents are of two minds",
            Wishes::ChildOfTwoMinds => "the child is of two minds",
            Wishes::BothOfTwoMinds => "both are of two minds",
        }
    }
}

impl Capacity {
    /// In words: "shown since 20 Feb 2023".
    pub fn words(self) -> String {
        match self {
            Capacity::NotShown => "not shown".to_owned(),
            Capacity::Shown(None) => "shown".to_owned(),
            Capacity::Shown(Some(day)) => format!("shown since {}", day.format("%-d %b %Y")),
        }
    }
}

/// Where the child lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lives {
    /// With the parents or the family.
    Home,
    /// Away from them.
    Away,
}

/// What was read at an analysis. Parts that nobody has said are `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reading {
    /// How resilience moves.
    pub resilience: Option<Resilience>,
    /// How it stands with the worst unresolved risk.
    pub risk: Option<RiskStatus>,
    /// Capacity for actual change of the carers who will care.
    pub capacity: Option<Capacity>,
    /// Whether anything has improved; asked in Orange (rules O1 and O3).
    pub positive_change: Option<bool>,
    /// What parents and child want.
    pub wishes: Option<Wishes>,
}

/// Which cells of the matrix describe the child now: the zone whose words fit, for each row that has its own. The first
/// classification rests on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Levels {
    /// Resilience: strong, some, minimal, none.
    pub resilience: Option<Zone>,
    /// Risk: low, medium, high, severe.
    pub risk: Option<Zone>,
    /// How likely it is that the child's welfare is protected at home.
    pub welfare: Option<Zone>,
}
