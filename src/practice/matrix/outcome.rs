//! What the matrix can indicate.

use super::Zone;

/// What the matrix indicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The child stays in the zone.
    Stay(Zone),
    /// The child moves to the zone.
    Move(Zone),
    /// The child is in Green, and closing may be considered.
    CloseEligible,
    /// People decide between two zones; until they do the child stays in the first.
    Decide {
        /// The zone in which the child is.
        stay: Zone,
        /// The other zone.
        or: Zone,
    },
    /// Not enough is recorded to say.
    NotEnough,
}

impl Outcome {
    /// The zone that describes the child by this outcome; `None` when not enough is recorded.
    pub fn zone(self) -> Option<Zone> {
        match self {
            Outcome::Stay(zone) | Outcome::Move(zone) | Outcome::Decide { stay: zone, .. } => {
                Some(zone)
            }
            Outcome::CloseEligible => Some(Zone::Green),
            Outcome::NotEnough => None,
        }
    }

    /// Whether people who decide on this zone decide what the outcome names, or one of the ways that it leaves open.
    pub fn leads_to(self, decided: Zone) -> bool {
        match self {
            Outcome::Decide { stay, or } => stay == decided || or == decided,
            other => other.zone() == Some(decided),
        }
    }

    /// In few words.
    pub fn words(self) -> String {
        match self {
            Outcome::Stay(zone) => format!("{} stays", zone.word()),
            Outcome::Move(zone) => format!("to {}", zone.word()),
            Outcome::CloseEligible => "Green, closing may be considered".to_owned(),
            Outcome::Decide { stay, or } => {
                format!("people decide between {} and {}", stay.word(), or.word())
            }
            Outcome::NotEnough => "not enough is recorded".to_owned(),
        }
    }
}
