//! The decisions of a child's life replayed: what the matrix indicated before each, beside what people decided, and how
//! the two differ. People decide; a difference is something to read, never a fault.

use super::read::{Read, read};
use super::standing::{decisions_until, standing};
use crate::practice::Zone;
use crate::practice::matrix::{FirstIndication, Indication, Outcome, Standing, classify, indicate};
use crate::record::{CaseFile, Record, RecordId, ZoneDecision};

/// What the matrix indicated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Indicated {
    /// For a first classification.
    First(FirstIndication),
    /// For a re-analysis, from where the child stood.
    Again(Standing, Box<Indication>),
}

impl Indicated {
    /// The outcome.
    pub fn outcome(&self) -> Outcome {
        match self {
            Indicated::First(first) => first.outcome,
            Indicated::Again(_, indication) => indication.outcome,
        }
    }

    /// Every outcome that is possible while parts are not known.
    pub fn possible(&self) -> &[Outcome] {
        match self {
            Indicated::First(first) => &first.possible,
            Indicated::Again(_, indication) => &indication.possible,
        }
    }

    /// The rule behind it.
    pub fn rule(&self) -> &'static crate::practice::matrix::Rule {
        match self {
            Indicated::First(first) => first.rule,
            Indicated::Again(_, indication) => indication.rule,
        }
    }
}

/// How a decision stands to what was indicated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// People decided what was indicated.
    Same,
    /// The matrix left it to people, who chose one of the ways that it named.
    LeftToPeople,
    /// Not everything was recorded; what people decided is one of the outcomes that are possible.
    Possible,
    /// People decided otherwise.
    Otherwise,
}

impl Beside {
    /// In two or three words.
    pub fn words(self) -> &'static str {
        match self {
            Beside::Same => "as indicated",
            Beside::LeftToPeople => "left to people",
            Beside::Possible => "one of several",
            Beside::Otherwise => "otherwise",
        }
    }
}

/// A decision beside what was indicated before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// The decision.
    pub decision: RecordId,
    /// The zone before it; `None` at the first classification.
    pub before: Option<Zone>,
    /// What was read at it.
    pub read: Read,
    /// What the matrix indicated from that.
    pub indicated: Indicated,
    /// How the two stand beside each other.
    pub beside: Beside,
}

/// Every decision of a child in order of time. Decisions of which nobody knows the day cannot be replayed.
pub fn replay(file: &CaseFile, child: RecordId) -> Vec<Replayed> {
    let decisions = file.decisions_of(child);
    let dated = decisions
        .iter()
        .filter(|decision| decision.body.on.anchor().is_some());
    dated
        .filter_map(|decision| replayed(file, decision))
        .collect()
}

/// A decision as if it were made now: what the matrix indicated from all that had been decided before it. The decision
/// itself need not be in the case yet.
pub fn replayed(file: &CaseFile, decision: &Record<ZoneDecision>) -> Option<Replayed> {
    let body = &decision.body;
    let on = body.on.anchor()?;
    let mut before = decisions_until(file, body.child, on);
    // Two decisions of one day stand in the order in which they were written.
    before.retain(|other| {
        let earlier = other.body.on.anchor() < Some(on) || other.id() < decision.id();
        other.id() != decision.id() && earlier
    });
    let mut all = before.clone();
    all.push(decision);
    let read = read(file, &all, on);
    let indicated = match standing(file, body.child, &before, on) {
        None => Indicated::First(classify(&read.levels, read.reading.capacity)),
        Some(mut standing) => {
            // A period that is agreed, or capacity that is let count, with the decision counts for it.
            if let Some(period) = &body.period {
                standing.months = period.months;
            }
            standing.earlier_capacity_counts |= !body.earlier_capacity_agreed_by.is_empty();
            let indication = indicate(&standing, &read.reading, on);
            Indicated::Again(standing, Box::new(indication))
        }
    };
    Some(Replayed {
        decision: decision.id(),
        before: before.last().map(|last| last.body.zone),
        beside: beside(&indicated, body.zone),
        read,
        indicated,
    })
}

fn beside(indicated: &Indicated, decided: Zone) -> Beside {
    let possible = indicated.possible();
    match indicated.outcome() {
        Outcome::NotEnough if possible.iter().any(|one| one.leads_to(decided)) => Beside::Possible,
        outcome @ Outcome::Decide { .. } if outcome.leads_to(decided) => Beside::LeftToPeople,
        outcome if outcome.leads_to(decided) => Beside::Same,
        _ => Beside::Otherwise,
    }
}
