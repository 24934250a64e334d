//! Which rule speaks first when everything is known (precedence of the rules: what leads to Red, then to Orange, then to
//! Yellow, then improvements, then clocks, then closing, then staying).

use super::{Outcome, Resilience, RiskStatus, Zone};

/// Capacity as far as the rules ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shown {
    /// Not shown.
    No,
    /// Shown, not for the whole period yet.
    Short,
    /// Shown for the whole period.
    Long,
}

/// A reading without anything missing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub zone: Zone,
    pub resilience: Resilience,
    pub risk: RiskStatus,
    pub capacity: Shown,
    /// The period in the zone is full.
    pub full: bool,
    /// What people said about change for the better.
    pub improved: Option<bool>,
    /// A child who came home has been there for the time of support.
    pub supported: bool,
}

/// An outcome and the name of its rule.
pub(super) type Found = (Outcome, &'static str);

impl Known {
    /// What the rules indicate when capacity counts from the day it was first shown, as the words of the matrix have it.
    pub fn literal(&self) -> Found {
        match self.zone {
            Zone::Green => self.in_green(),
            Zone::Yellow => self.in_yellow(),
            Zone::Orange => self.in_orange(),
            Zone::Red => self.in_red(),
        }
    }

    /// What is indicated: in Yellow capacity must have been shown for the period within the zone too, unless it was
    /// agreed that earlier capacity counts (rule A2).
    pub fn recommended(&self, earlier_counts: bool) -> Found {
        match self.literal() {
            (_, "Y1") if !self.full && !earlier_counts => (Outcome::Stay(Zone::Yellow), "A2"),
            found => found,
        }
    }

    fn new_risk(&self) -> bool {
        self.risk == RiskStatus::NewOrReemerged
    }

    fn capable(&self) -> bool {
        self.capacity != Shown::No
    }

    fn kept(&self) -> bool {
        self.resilience <= Resilience::Maintained
    }

    /// The conditions of O2 and R2.
    fn climbs(&self) -> bool {
        self.resilience == Resilience::Building
            && self.risk <= RiskStatus::MostlyMitigated
            && self.capacity == Shown::Long
    }

    fn in_green(&self) -> Found {
        use Outcome::{CloseEligible, Move, Stay};
        use Resilience::{Absent, Building, Maintained, Reduced};
        match (self.resilience, self.new_risk(), self.capable()) {
            (Absent, true, false) => (Move(Zone::Red), "G4"),
            (Absent, false, false) => (Move(Zone::Red), "G-X4"),
            (Absent, false, true) => (Move(Zone::Orange), "G-X4"),
            (Absent, true, true) => (Move(Zone::Orange), "G-X3"),
            (Reduced, true, false) => (Move(Zone::Orange), "G3"),
            (Building | Maintained, true, false) => (Move(Zone::Orange), "G-X1"),
            (_, false, false) => (Move(Zone::Orange), "G-X5"),
            (Building | Maintained, true, true) => (Move(Zone::Yellow), "G2"),
            (Reduced, true, true) => (Move(Zone::Yellow), "G-X2"),
            (Reduced, false, true) => (Move(Zone::Yellow), "G-X6"),
            (Building | Maintained, false, true) if !self.full => (Stay(Zone::Green), "G0"),
            (Building | Maintained, false, true) if !self.supported => (Stay(Zone::Green), "T4"),
            (Building | Maintained, false, true) => (CloseEligible, "G1"),
        }
    }

    fn in_yellow(&self) -> Found {
        use Outcome::{Decide, Move, Stay};
        use Resilience::{Absent, Building, Maintained, Reduced};
        match (self.resilience, self.new_risk(), self.capable()) {
            (Absent, true, false) => (Move(Zone::Red), "Y4"),
            (Reduced, true, false) => (Move(Zone::Orange), "Y3"),
            (_, _, false) => (Move(Zone::Orange), "Y-X3"),
            (Absent, true, true) => (Move(Zone::Orange), "Y-X1"),
            (Absent, false, true) => (Move(Zone::Orange), "Y-X4"),
            (Reduced, true, true) => (Move(Zone::Orange), "Y-X2"),
            (Building | Maintained, true, true) => (Stay(Zone::Yellow), "Y-X5"),
            (Building, false, true)
                if self.risk <= RiskStatus::Mitigated && self.capacity == Shown::Long =>
            {
                (Move(Zone::Green), "Y1")
            }
            (Building | Maintained, false, true) if self.risk <= RiskStatus::MostlyMitigated => {
                (Stay(Zone::Yellow), "Y2")
            }
            _ if self.full => {
                let (stay, or) = (Zone::Yellow, Zone::Orange);
                (Decide { stay, or }, "Y-D1")
            }
            _ => (Stay(Zone::Yellow), "Y0"),
        }
    }

    fn in_orange(&self) -> Found {
        use Outcome::{Decide, Move, Stay};
        let gone = self.resilience == Resilience::Absent;
        if gone && self.new_risk() && !self.capable() {
            (Move(Zone::Red), "O4")
        } else if self.climbs() {
            (Move(Zone::Yellow), "O2")
        } else if self.full && !self.capable() {
            let rule = if self.improved() { "O-T1" } else { "O1/O3" };
            (Move(Zone::Red), rule)
        } else if self.new_risk() {
            let rule = if self.kept() { "O-X2" } else { "O-X1" };
            (Stay(Zone::Orange), rule)
        } else if self.full {
            let (stay, or) = (Zone::Orange, Zone::Red);
            (Decide { stay, or }, "O-D1")
        } else {
            (Stay(Zone::Orange), "O0")
        }
    }

    /// Whether anything went well without capacity: as people said, else as resilience and risk show. Resilience that is
    /// built on is a change for the better whatever was said.
    fn improved(&self) -> bool {
        self.resilience == Resilience::Building
            || self
                .improved
                .unwrap_or(self.risk <= RiskStatus::MostlyMitigated)
    }

    fn in_red(&self) -> Found {
        if self.climbs() {
            (Outcome::Move(Zone::Orange), "R2")
        } else if self.full {
            (Outcome::Stay(Zone::Red), "R-D1")
        } else {
            (Outcome::Stay(Zone::Red), "R0")
        }
    }
}
