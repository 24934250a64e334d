//! The moves that the handbook allows from a zone, and how each of their conditions stands.

use super::indicate::Settled;
use super::indication::Part;
use super::months::{full_months, months_after};
use super::rule::{condition_words, filled};
use super::{Capacity, Outcome, Reading, Resilience, RiskStatus, Rule, Standing, Zone, rule};
use chrono::NaiveDate;

/// A move and its conditions; all of them must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Where it leads.
    pub to: Outcome,
    /// The rule that allows it.
    pub rule: &'static Rule,
    /// Its conditions.
    pub conditions: Vec<Condition>,
}

impl Move {
    /// Whether all conditions hold; `None` when none fails and some are not known.
    pub fn holds(&self) -> Option<bool> {
        all(self.conditions.iter().map(|condition| condition.holds))
    }
}

/// A condition of a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The part of the reading that it looks at.
    pub part: Part,
    /// What must be so.
    pub words: String,
    /// Whether it is so; `None` when that is not known.
    pub holds: Option<bool>,
    /// Of a condition that time brings: how many months have gone by, and how many it takes.
    pub months: Option<(u32, u32)>,
    /// The day on which it holds by itself, if nothing else changes and that day is still to come.
    pub on: Option<NaiveDate>,
}

/// What a rule asks.
#[derive(Clone, Copy)]
enum Ask {
    BuiltOn,
    Kept,
    Less,
    Gone,
    Held,
    MostlyHeld,
    RiskNew,
    NoNewRisk,
    CapacityLong,
    CapacityStill,
    CapacityGone,
    Time,
    Home,
    NothingImproved,
    TooLittle,
    ShortOf,
}

/// A rule that moves, where it leads, and what it asks; `None` where capacity decides between two zones. Those that the
/// handbook states are always told, the others when they are the ones that lead to the outcome.
type Path = (&'static str, Option<Outcome>, &'static [Ask]);

fn paths(zone: Zone) -> Vec<Path> {
    use Ask::*;
    let to = |zone| Some(Outcome::Move(zone));
    let decide = |stay, or| Some(Outcome::Decide { stay, or });
    match zone {
        Zone::Green => vec![
            (
                "G1",
                Some(Outcome::CloseEligible),
                &[Time, Kept, NoNewRisk, CapacityStill, Home],
            ),
            ("G2", to(Zone::Yellow), &[Kept, RiskNew, CapacityStill]),
            ("G3", to(Zone::Orange), &[Less, RiskNew, CapacityGone]),
            ("G4", to(Zone::Red), &[Gone, RiskNew, CapacityGone]),
            ("G-X1", to(Zone::Orange), &[Kept, RiskNew, CapacityGone]),
            ("G-X2", to(Zone::Yellow), &[Less, RiskNew, CapacityStill]),
            ("G-X3", to(Zone::Orange), &[Gone, RiskNew, CapacityStill]),
            ("G-X4", None, &[Gone, NoNewRisk]),
            ("G-X5", to(Zone::Orange), &[CapacityGone, NoNewRisk]),
            ("G-X6", to(Zone::Yellow), &[Less, NoNewRisk, CapacityStill]),
        ],
        Zone::Yellow => vec![
            ("Y1", to(Zone::Green), &[BuiltOn, Held, CapacityLong]),
            (
                "Y-D1",
                decide(Zone::Yellow, Zone::Orange),
                &[Time, TooLittle],
            ),
            ("Y3", to(Zone::Orange), &[Less, RiskNew, CapacityGone]),
            ("Y4", to(Zone::Red), &[Gone, RiskNew, CapacityGone]),
            ("Y-X1", to(Zone::Orange), &[Gone, RiskNew, CapacityStill]),
            ("Y-X2", to(Zone::Orange), &[Less, RiskNew, CapacityStill]),
            ("Y-X3", to(Zone::Orange), &[CapacityGone]),
            ("Y-X4", to(Zone::Orange), &[Gone, NoNewRisk, CapacityStill]),
        ],
        Zone::Orange => vec![
            ("O2", to(Zone::Yellow), &[BuiltOn, MostlyHeld, CapacityLong]),
            (
                "O-D1",
                decide(Zone::Orange, Zone::Red),
                &[Time, CapacityStill, NoNewRisk, ShortOf],
            ),
            ("O-T1", to(Zone::Red), &[Time, CapacityGone]),
            ("O1/O3", to(Zone::Red), &[Time, NothingImproved]),
            ("O4", to(Zone::Red), &[Gone, RiskNew, CapacityGone]),
        ],
        Zone::Red => vec![("R2", to(Zone::Orange), &[BuiltOn, MostlyHeld, CapacityLong])],
    }
}

pub(super) fn moves(
    standing: &Standing,
    reading: &Reading,
    today: NaiveDate,
    settled: &Settled,
) -> Vec<Move> {
    let look = Look {
        standing,
        reading,
        today,
    };
    let told = |id: &str| !id.contains("-X") || id == settled.rule.id;
    let paths = paths(standing.zone).into_iter();
    paths
        .filter(|(id, ..)| told(id))
        .map(|(id, to, asks)| Move {
            to: to.unwrap_or(settled.outcome),
            rule: rule(id),
            conditions: asks
                .iter()
                .filter(|ask| !matches!(ask, Ask::Home) || standing.returned.is_some())
                .map(|ask| look.condition(*ask))
                .collect(),
        })
        .collect()
}

struct Look<'a> {
    standing: &'a Standing,
    reading: &'a Reading,
    today: NaiveDate,
}

impl Look<'_> {
    fn condition(&self, ask: Ask) -> Condition {
        let (part, id) = named(ask);
        let words = filled(condition_words(id), self.standing.period())
            .replace("{zone}", self.standing.zone.word());
        let (months, on) = match ask {
            Ask::Time => self.clock(self.standing.since),
            Ask::CapacityLong => self.clock(self.shown_since()),
            Ask::Home => (None, self.ahead(self.standing.supported_until())),
            _ => (None, None),
        };
        Condition {
            part,
            words,
            holds: self.holds(ask),
            months,
            on,
        }
    }

    fn holds(&self, ask: Ask) -> Option<bool> {
        let resilience = self.reading.resilience;
        let risk = self.reading.risk;
        let shown = self
            .reading
            .capacity
            .map(|capacity| capacity != Capacity::NotShown);
        match ask {
            Ask::BuiltOn => resilience.map(|level| level == Resilience::Building),
            Ask::Kept => resilience.map(|level| level <= Resilience::Maintained),
            Ask::Less => resilience.map(|level| level == Resilience::Reduced),
            Ask::Gone => resilience.map(|level| level == Resilience::Absent),
            Ask::Held => risk.map(|status| status <= RiskStatus::Mitigated),
            Ask::MostlyHeld => risk.map(|status| status <= RiskStatus::MostlyMitigated),
            Ask::RiskNew => risk.map(|status| status == RiskStatus::NewOrReemerged),
            Ask::NoNewRisk => risk.map(|status| status != RiskStatus::NewOrReemerged),
            Ask::CapacityStill => shown,
            Ask::CapacityGone => shown.map(|shown| !shown),
            Ask::CapacityLong => match self.shown_since() {
                Some(since) => Some(months_after(since, self.standing.period()) <= self.today),
                None => shown.filter(|shown| !shown),
            },
            Ask::Time => self.standing.is_full(self.today),
            Ask::Home => self
                .standing
                .supported_until()
                .map(|until| until <= self.today),
            Ask::NothingImproved => self.nothing_improved(),
            Ask::TooLittle => {
                let less = resilience.map(|level| level >= Resilience::Reduced);
                any([less, risk.map(|status| status == RiskStatus::Persisting)])
            }
            Ask::ShortOf => {
                let asks = [Ask::BuiltOn, Ask::MostlyHeld, Ask::CapacityLong];
                all(asks.into_iter().map(|ask| self.holds(ask))).map(|met| !met)
            }
        }
    }

    /// As people said; where nobody said, nothing improved when neither resilience nor risk nor capacity shows it.
    fn nothing_improved(&self) -> Option<bool> {
        match self.reading.positive_change {
            Some(improved) => Some(!improved && self.holds(Ask::BuiltOn) != Some(true)),
            None => {
                let signs = [Ask::BuiltOn, Ask::MostlyHeld, Ask::CapacityStill];
                any(signs.map(|sign| self.holds(sign))).map(|improved| !improved)
            }
        }
    }

    fn shown_since(&self) -> Option<NaiveDate> {
        match self.reading.capacity {
            Some(Capacity::Shown(Some(since))) => Some(self.standing.capacity_counts_from(since)),
            _ => None,
        }
    }

    fn clock(&self, from: Option<NaiveDate>) -> (Option<(u32, u32)>, Option<NaiveDate>) {
        let period = self.standing.period();
        let done = from.map(|from| (full_months(from, self.today).min(period), period));
        (
            done,
            self.ahead(from.map(|from| months_after(from, period))),
        )
    }

    fn ahead(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        day.filter(|day| *day > self.today)
    }
}

fn named(ask: Ask) -> (Part, &'static str) {
    match ask {
        Ask::BuiltOn => (Part::Resilience, "built_on"),
        Ask::Kept => (Part::Resilience, "kept"),
        Ask::Less => (Part::Resilience, "less"),
        Ask::Gone => (Part::Resilience, "gone"),
        Ask::Held => (Part::Risk, "held"),
        Ask::MostlyHeld => (Part::Risk, "mostly_held"),
        Ask::RiskNew => (Part::Risk, "risk_new"),
        Ask::NoNewRisk => (Part::Risk, "no_new_risk"),
        Ask::CapacityLong => (Part::Capacity, "capacity_long"),
        Ask::CapacityStill => (Part::Capacity, "capacity_still"),
        Ask::CapacityGone => (Part::Capacity, "capacity_gone"),
        Ask::Time => (Part::Time, "time"),
        Ask::Home => (Part::Place, "home"),
        Ask::NothingImproved => (Part::PositiveChange, "nothing_improved"),
        Ask::TooLittle => (Part::PositiveChange, "too_little"),
        Ask::ShortOf => (Part::PositiveChange, "short_of"),
    }
}

/// Whether all hold: one that fails settles it, one that is not known leaves it open.
fn all(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    any(parts.into_iter().map(|part| part.map(|holds| !holds))).map(|fails| !fails)
}

/// Whether any holds: one that does settles it, one that is not known leaves it open.
fn any(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut open = false;
    for part in parts {
        match part {
            Some(true) => return Some(true),
            Some(false) => {}
            None => open = true,
        }
    }
    (!open).then_some(false)
}
