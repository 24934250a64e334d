//! What joins two people: kinship, partnership, care.

use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use serde::{Deserialize, Serialize};

/// The kind of a bond, read from the first person to the second ("Siân is parent of Lowri").
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BondKind {
    /// Birth parent of.
    Parent,
    /// Step-parent of.
    StepParent,
    /// Adoptive parent of.
    AdoptiveParent,
    /// Grandparent of; used when the parent between them is not recorded.
    Grandparent,
    /// Aunt or uncle of; used when the parent between them is not recorded.
    AuntOrUncle,
    /// Brother or sister of, by both parents or not known.
    Sibling,
    /// Half-brother or half-sister of.
    HalfSibling,
    /// Foster carer of.
    FosterCarer,
    /// Kinship carer or special guardian of.
    KinshipCarer,
    /// Married to or in a civil partnership with.
    Married,
    /// Partner of.
    Partner,
    /// Was partner of or married to, separated or divorced.
    Separated,
    /// Advocate of.
    Advocate,
    /// Trusted adult of (handbook p18).
    TrustedAdult,
    /// Another bond, in these words.
    Other(String),
}

/// A bond between two people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bond {
    /// From this person…
    pub from: RecordId,
    /// …to this person.
    pub to: RecordId,
    /// What the first is to the second.
    pub kind: BondKind,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Until when.
    pub until: Option<FuzzyDate>,
    /// Notes.
    pub note: String,
}
