//! What people should see beside an indication: time that runs out, conditions of closing, what differs, and what the
//! matrix says of a return home.

use super::dates::drift_days;
use super::indicate::Settled;
use super::{
    Capacity, Lives, Outcome, Reading, Resilience, RiskStatus, Rule, Standing, Wishes, Zone, rule,
};
use chrono::NaiveDate;

/// Something that people should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The rule behind it.
    pub rule: &'static Rule,
    /// What it is, in a sentence.
    pub words: String,
    /// The day that it speaks of.
    pub on: Option<NaiveDate>,
}

pub(super) fn warnings(
    standing: &Standing,
    reading: &Reading,
    today: NaiveDate,
    settled: &Settled,
) -> Vec<Warning> {
    let mut found: Vec<(&str, Option<NaiveDate>)> = Vec::new();
    let mut see = |holds: bool, id| {
        if holds {
            found.push((id, None));
        }
    };
    let zone = standing.zone;
    let persisting = reading.risk == Some(RiskStatus::Persisting);
    let stays = matches!(
        settled.outcome,
        Outcome::Stay(_) | Outcome::CloseEligible | Outcome::Decide { .. }
    );
    see(reading.risk == Some(RiskStatus::NewOrReemerged), "T1");
    see(nothing_changed(standing, reading, today, settled), "T8");
    see(persisting && stays, "A20");
    see(
        zone <= Zone::Yellow && reading.capacity == Some(Capacity::NotShown),
        "W-capacity",
    );
    see(counts_from_before(standing, reading), "W-earlier");
    see(
        zone == Zone::Yellow && standing.earlier_capacity_counts,
        "W-agreed",
    );
    see(unlike(standing, reading), "W-unlike");
    see(settled.outcome == Outcome::CloseEligible, "A11");
    see(
        settled.outcome == Outcome::CloseEligible && standing.lives == Some(Lives::Away),
        "A11-away",
    );
    let at_home = standing.lives == Some(Lives::Home);
    // A child who is to be in Orange or Red is meant too.
    let worst = settled.outcome.zone().map_or(zone, |to| to.max(zone));
    see(at_home && worst == Zone::Orange, "O1");
    see(at_home && worst == Zone::Red, "R1");
    see(wishes_differ(zone, reading.wishes), "A16");
    let clock = running_out(standing, today, settled);
    let clock = clock.map(|id| (id, standing.full_on()));
    let told = |(id, on): (&str, Option<NaiveDate>)| Warning {
        rule: rule(id),
        words: rule(id).said(standing.period()).replace(
            "{on}",
            &on.map_or_else(String::new, |on| on.format("%-d %b %Y").to_string()),
        ),
        on,
    };
    clock.into_iter().chain(found).map(told).collect()
}

/// The time in Orange or Red that ends or has ended.
fn running_out(standing: &Standing, today: NaiveDate, settled: &Settled) -> Option<&'static str> {
    let reached = |day: Option<NaiveDate>| day.is_some_and(|day| day <= today);
    let full = reached(standing.full_on());
    // A child who moves on to a better zone does not drift.
    let moves_on = settled
        .outcome
        .zone()
        .is_some_and(|zone| zone < standing.zone);
    let (plan, last) = drift_days(standing);
    match standing.zone {
        Zone::Orange if moves_on => None,
        Zone::Orange if full => Some("W-6"),
        Zone::Orange if reached(last) => Some("W-5"),
        Zone::Orange if reached(plan) => Some("W-4"),
        Zone::Red if full && !moves_on => Some("A7"),
        _ => None,
    }
}

/// No change in a set period is itself a concern (rule T8).
fn nothing_changed(
    standing: &Standing,
    reading: &Reading,
    today: NaiveDate,
    settled: &Settled,
) -> bool {
    let unmoved = reading.resilience == Some(Resilience::Maintained)
        && reading.risk == Some(RiskStatus::Persisting);
    standing.zone != Zone::Green
        && standing.is_full(today) == Some(true)
        && match reading.positive_change {
            Some(improved) => !improved && reading.resilience != Some(Resilience::Building),
            None => unmoved || settled.rule.id == "O1/O3",
        }
}

/// Whether capacity counts that was shown before Orange or Red began.
fn counts_from_before(standing: &Standing, reading: &Reading) -> bool {
    match (reading.capacity, standing.since) {
        (Some(Capacity::Shown(Some(shown))), Some(since)) => {
            standing.zone >= Zone::Orange && shown < since
        }
        _ => false,
    }
}

/// Whether the reading says that nothing improved and shows that something did.
fn unlike(standing: &Standing, reading: &Reading) -> bool {
    standing.zone == Zone::Orange
        && reading.positive_change == Some(false)
        && (reading.resilience == Some(Resilience::Building)
            || matches!(reading.capacity, Some(Capacity::Shown(_))))
}

/// Green and Yellow are described by parents and child who both want it, Orange and Red by two minds (rule A16).
fn wishes_differ(zone: Zone, wishes: Option<Wishes>) -> bool {
    wishes.is_some_and(|wishes| (wishes == Wishes::BothWant) != (zone <= Zone::Yellow))
}

/// What the matrix says of a return home to a child who does not live there. A zone that is indicated and worse counts
/// already, a better one not before people decide.
pub(super) fn return_home(
    standing: &Standing,
    today: NaiveDate,
    settled: &Settled,
) -> Option<&'static Rule> {
    if standing.lives == Some(Lives::Home) || standing.returned.is_some() {
        return None;
    }
    let indicated = settled.outcome.zone().unwrap_or(standing.zone);
    let id = match standing.zone.max(indicated) {
        Zone::Green if standing.is_full(today) == Some(true) => "H-plan",
        Zone::Green => "H-green",
        Zone::Yellow if matches!(settled.outcome, Outcome::Decide { .. }) => "H-halt",
        Zone::Yellow => "H-yellow",
        Zone::Orange => "H-orange",
        Zone::Red => "H-red",
    };
    Some(rule(id))
}
