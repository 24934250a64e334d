//! Zones and factors of made-up families: decisions one after the other up to the last day, as chance has them.
//!
//! They keep to what holds for every child: nobody is decided about before birth, and a zone gets better by one step
//! after six months, never sooner.

use super::chance::SeededChance;
use super::last_day;
use crate::practice::Zone;
use crate::practice::factors::{AskedOf, Factor, factors};
use crate::record::{
    FactorFinding, FuzzyDate, RecordId, Status, Subject, View, Voice, VoiceOf, ZoneDecision,
};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// Half a year, in days and a little more, so that six calendar months are over.
const HALF_A_YEAR: u64 = 184;

/// Why people decided, by what became of the zone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ZoneReasons {
    first: Vec<String>,
    better: Vec<String>,
    stays: Vec<String>,
    worse: Vec<String>,
}

/// The decisions on a child; none for one child in six, of whom nobody has decided.
pub(super) fn decisions(
    child: RecordId,
    born: NaiveDate,
    practitioner: &str,
    supervisors: &[String],
    reasons: &ZoneReasons,
    chance: &mut SeededChance,
) -> Vec<(ZoneDecision, NaiveDate)> {
    let mut made = Vec::new();
    if chance.one_in(6) {
        return made;
    }
    let supervisor = chance.pick(supervisors).to_owned();
    let mut zone = chance.pick_of(&Zone::ALL).copied().unwrap_or(Zone::Orange);
    let mut day = (last_day() - Days::new(u64::from(chance.below(700)))).max(born);
    let (mut since, mut bank) = (day, &reasons.first);
    while day <= last_day() {
        let voice = |of, name: &str| Voice {
            of,
            name: name.to_owned(),
            on: None,
            view: View::Agrees,
            words: String::new(),
        };
        let decision = ZoneDecision {
            reason: chance.pick(bank).to_owned(),
            voices: vec![
                voice(VoiceOf::Practitioner, practitioner),
                voice(VoiceOf::Supervisor, &supervisor),
            ],
            ..ZoneDecision::new(child, FuzzyDate::day(day), zone)
        };
        made.push((decision, day));
        day = day + Days::new(60 + u64::from(chance.below(160)));
        let at = Zone::ALL
            .iter()
            .position(|known| *known == zone)
            .unwrap_or(0);
        let near = |place: Option<usize>| place.and_then(|place| Zone::ALL.get(place)).copied();
        let better = near(at.checked_sub(1)).filter(|_| day >= since + Days::new(HALF_A_YEAR));
        let worse = near(Some(at + 1)).filter(|_| chance.one_in(6));
        let next = worse.or(better);
        bank = match (worse, better) {
            (Some(_), _) => &reasons.worse,
            (None, Some(_)) => &reasons.better,
            (None, None) => &reasons.stays,
        };
        if let Some(next) = next {
            (zone, since) = (next, day);
        }
    }
    made
}

/// A finding about a factor that is asked of a parent.
pub(super) fn finding(
    parent: RecordId,
    day: NaiveDate,
    chance: &mut SeededChance,
) -> FactorFinding {
    let asked: Vec<&Factor> = factors()
        .iter()
        .filter(|factor| factor.of.contains(&AskedOf::Parent))
        .collect();
    let factor = chance.pick_of(&asked).map(|factor| factor.id.clone());
    let all = [Status::Present, Status::Absent, Status::NotKnown];
    FactorFinding {
        subject: Subject::Person(parent),
        factor: factor.unwrap_or_default(),
        status: chance.pick_of(&all).copied().unwrap_or_default(),
        on: Some(FuzzyDate::day(day)),
        ..FactorFinding::default()
    }
}
