//! The zones of a child one after the other, as the decisions make them.

use super::{CaseFile, Record, RecordId, ZoneDecision};
use crate::practice::Zone;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A stretch of time in one zone: from the decision that brought the child there to the next that moved the child on.
/// Decisions that the child stays do not begin a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneSpell {
    /// The zone.
    pub zone: Zone,
    /// The day from which it counts.
    pub from: NaiveDate,
    /// The day of the last decision within it.
    pub last_decided: NaiveDate,
    /// The months of its period: six, unless another was agreed.
    pub months: u32,
}

/// The months of a period unless another was agreed (handbook p31).
pub const SIX_MONTHS: u32 = 6;

impl CaseFile {
    /// The decisions on a child's zone in order of time, those without a day last.
    pub fn decisions_of(&self, child: RecordId) -> Vec<&Record<ZoneDecision>> {
        let mut decisions: Vec<_> = self
            .decisions
            .values()
            .filter(|decision| decision.body.child == child)
            .collect();
        decisions.sort_by(|a, b| {
            let by_day = a.body.on.order(&b.body.on);
            by_day.then_with(|| a.id().cmp(&b.id()))
        });
        decisions
    }

    /// The zones of a child one after the other. A decision of which nobody knows the day moves nothing.
    pub fn zone_spells(&self, child: RecordId) -> Vec<ZoneSpell> {
        ZoneSpell::made_by(&self.decisions_of(child))
    }
}

impl ZoneSpell {
    /// The spells that decisions in order of time make.
    pub fn made_by(decisions: &[&Record<ZoneDecision>]) -> Vec<ZoneSpell> {
        let mut spells: Vec<ZoneSpell> = Vec::new();
        for decision in decisions {
            let decision = &decision.body;
            let Some(on) = decision.on.anchor() else {
                continue;
            };
            let months = decision.period.as_ref().map(|period| period.months);
            match spells
                .last_mut()
                .filter(|spell| spell.zone == decision.zone)
            {
                Some(spell) => {
                    spell.last_decided = on;
                    spell.months = months.unwrap_or(spell.months);
                    if let Some(from) = decision.counts_from.as_ref().and_then(|day| day.anchor()) {
                        spell.from = from;
                    }
                }
                None => spells.push(ZoneSpell {
                    zone: decision.zone,
                    from: decision.begins().unwrap_or(on),
                    last_decided: on,
                    months: months.unwrap_or(SIX_MONTHS),
                }),
            }
        }
        spells
    }
}

impl ZoneDecision {
    /// The day from which the zone counts: another than the day of the decision when people said so.
    pub fn begins(&self) -> Option<NaiveDate> {
        let other = self.counts_from.as_ref().and_then(|day| day.anchor());
        other.or_else(|| self.on.anchor())
    }
}
