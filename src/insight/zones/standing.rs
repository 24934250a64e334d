//! Where a child stands on a day, from the record: the zone and its clock, where the child lives, a return home.

use crate::insight::folding::folded;
use crate::insight::living::stays;
use crate::practice::matrix::{Lives, Standing};
use crate::practice::{Living, place_of};
use crate::record::{CaseFile, FuzzyDate, Record, RecordId, ZoneDecision, ZoneSpell};
use chrono::NaiveDate;

/// The decisions that had been made by the end of a day, in order of time.
pub fn decisions_until(
    file: &CaseFile,
    child: RecordId,
    day: NaiveDate,
) -> Vec<&Record<ZoneDecision>> {
    let mut decisions = file.decisions_of(child);
    decisions.retain(|decision| decision.body.on.anchor().is_some_and(|on| on <= day));
    decisions
}

/// Where a child stands on a day by these decisions; `None` before the first.
pub fn standing(
    file: &CaseFile,
    child: RecordId,
    decisions: &[&Record<ZoneDecision>],
    day: NaiveDate,
) -> Option<Standing> {
    let spells = ZoneSpell::made_by(decisions);
    let spell = spells.last()?;
    let since = spell.from;
    let (lives, returned) = home(file, child, day);
    let agreed = |decision: &&&Record<ZoneDecision>| {
        decision.body.zone == spell.zone && decision.body.on.anchor() >= Some(since)
    };
    Some(Standing {
        zone: spell.zone,
        since: Some(since),
        months: spell.months,
        lives,
        returned,
        earlier_capacity_counts: decisions
            .iter()
            .filter(agreed)
            .any(|decision| !decision.body.earlier_capacity_agreed_by.is_empty()),
    })
}

/// Where the child lives on a day, and the day on which the child came home, when that was after a time in care.
pub fn home(
    file: &CaseFile,
    child: RecordId,
    day: NaiveDate,
) -> (Option<Lives>, Option<NaiveDate>) {
    let mut lives = None;
    let mut returned = None;
    let mut before = None;
    for stay in stays(file, child) {
        let Some(from) = stay.from().anchor().filter(|from| *from <= day) else {
            continue;
        };
        let kind = place_of(&folded(&stay.last.body.kind));
        let now = kind.map(|place| match place.living {
            Living::Home => Lives::Home,
            Living::Family | Living::LookedAfter => Lives::Away,
        });
        // That the stay before has an end does not make the child any less come back from it.
        if (before, now) == (Some(Lives::Away), Some(Lives::Home)) {
            returned = Some(from);
        }
        if now == Some(Lives::Away) {
            returned = None;
        }
        before = now;
        let is_over = stay
            .to()
            .and_then(FuzzyDate::anchor)
            .is_some_and(|to| to < day);
        lives = now.filter(|_| !is_over);
    }
    (lives, returned)
}
