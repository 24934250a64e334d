//! How two people feel towards each other and act, as the emotional lines of a genogram draw it.

use super::choices::choices;
use super::fields::{Shape, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// The kind of an emotional line (McGoldrick's notation, annexes H; `formats/genogram_symbols`).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum TieKind {
    /// Close.
    #[default]
    Close,
    /// So close that one does not act without the other.
    Fused,
    /// Distant.
    Distant,
    /// In conflict.
    Hostile,
    /// Close, and in conflict.
    CloseHostile,
    /// Cut off: no contact, by one or by both.
    CutOff,
    /// Was cut off and is repaired.
    Repaired,
    /// Physical abuse, of the second person by the first.
    PhysicalAbuse,
    /// Emotional abuse, of the second person by the first.
    EmotionalAbuse,
    /// Sexual abuse, of the second person by the first.
    SexualAbuse,
    /// The first person controls the second.
    Controlling,
    /// The first person looks after the second.
    Caring,
}

choices! { TieKind {
    Close "is close to",
    Fused "is fused with",
    Distant "is distant from",
    Hostile "is in conflict with",
    CloseHostile "is close to and in conflict with",
    CutOff "is cut off from",
    Repaired "was cut off from and is back with",
    PhysicalAbuse "has physically abused",
    EmotionalAbuse "has emotionally abused",
    SexualAbuse "has sexually abused",
    Controlling "controls",
    Caring "looks after",
} }

impl TieKind {
    /// The name of the line: "cut off".
    pub fn name(self) -> &'static str {
        match self {
            TieKind::Close => "close",
            TieKind::Fused => "fused",
            TieKind::Distant => "distant",
            TieKind::Hostile => "in conflict",
            TieKind::CloseHostile => "close and in conflict",
            TieKind::CutOff => "cut off",
            TieKind::Repaired => "cut off, repaired",
            TieKind::PhysicalAbuse => "physical abuse",
            TieKind::EmotionalAbuse => "emotional abuse",
            TieKind::SexualAbuse => "sexual abuse",
            TieKind::Controlling => "controlling",
            TieKind::Caring => "looking after",
        }
    }

    /// Whether it tells of harm that one does to the other: then it is somebody's account, and says whose.
    pub fn is_of_harm(self) -> bool {
        self.has_direction() && self != TieKind::Caring
    }

    /// The same, of a line that goes on or one that has ended.
    pub fn words_on(self, goes_on: bool) -> &'static str {
        match (self, goes_on) {
            (TieKind::Close, false) => "was close to",
            (TieKind::Fused, false) => "was fused with",
            (TieKind::Distant, false) => "was distant from",
            (TieKind::Hostile, false) => "was in conflict with",
            (TieKind::CloseHostile, false) => "was close to and in conflict with",
            (TieKind::CutOff, false) => "was cut off from",
            (TieKind::Controlling, false) => "controlled",
            (TieKind::Caring, false) => "looked after",
            (kind, _) => kind.words(),
        }
    }

    /// Whether the line goes from the first person to the second, with an arrow at its end.
    pub fn has_direction(self) -> bool {
        matches!(
            self,
            TieKind::PhysicalAbuse
                | TieKind::EmotionalAbuse
                | TieKind::SexualAbuse
                | TieKind::Controlling
                | TieKind::Caring
        )
    }
}

/// An emotional line between two people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmotionalTie {
    /// From this person…
    pub from: RecordId,
    /// …to this person; the direction means something only where the kind has one.
    pub to: RecordId,
    /// The kind.
    pub kind: TieKind,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Until when.
    pub until: Option<FuzzyDate>,
    /// Who sees it so.
    pub told_by: String,
    /// The entries of the chronology that show it.
    pub evidence: Vec<RecordId>,
    /// Notes.
    pub note: String,
}

fields! { EmotionalTie {
    from: Shape::Person("not chosen"), [About];
    kind: Shape::One(all_of::<TieKind>);
    to: Shape::Person("not chosen"), [About];
    since: Shape::Date, [When, Begins];
    until: Shape::Date, [Ends];
    told_by: Shape::Line;
    evidence: Shape::Entries;
    note: Shape::Long;
} }
