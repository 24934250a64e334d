//! The engine: from where a child stands and what was read to what the matrix indicates. Total and without a clock of
//! its own; parts that are not known are tried with every answer they could have.

use super::indication::{Answer, Indication, Missing, Part};
use super::months::{month_words, months_after};
use super::precedence::{Found, Known, Shown};
use super::{
    Capacity, Outcome, Reading, Resilience, RiskStatus, Rule, Standing, Zone, dates, moves, rule,
    warnings,
};
use chrono::NaiveDate;

/// What the matrix indicates on a day.
pub fn indicate(standing: &Standing, reading: &Reading, today: NaiveDate) -> Indication {
    let settled = settle(standing, reading, today);
    Indication {
        outcome: settled.outcome,
        rule: settled.rule,
        months: standing.period(),
        moves: moves::moves(standing, reading, today, &settled),
        dates: dates::dates(standing, reading, today),
        warnings: warnings::warnings(standing, reading, today, &settled),
        return_home: warnings::return_home(standing, today, &settled),
        literal: settled.literal,
        possible: settled.possible,
        missing: settled.missing,
    }
}

/// The outcome without what surrounds it.
pub(super) struct Settled {
    pub outcome: Outcome,
    pub rule: &'static Rule,
    pub literal: Option<(Outcome, &'static Rule)>,
    pub possible: Vec<Outcome>,
    pub missing: Vec<Missing>,
}

pub(super) fn settle(standing: &Standing, reading: &Reading, today: NaiveDate) -> Settled {
    let all = completions(standing, reading, today);
    let earlier = standing.earlier_capacity_counts;
    let found: Vec<_> = all.iter().map(|known| known.recommended(earlier)).collect();
    let literal: Vec<_> = all.iter().map(Known::literal).collect();
    let (outcome, rule) = common(&found);
    let literal = common(&literal);
    Settled {
        outcome,
        rule,
        literal: (literal.0 != outcome && literal.0 != Outcome::NotEnough).then_some(literal),
        possible: distinct(found.iter().map(|(outcome, _)| *outcome)),
        missing: missing(standing, reading, today, &all),
    }
}

/// The outcome that all completions share, with the rule that most of them follow; else that not enough is known.
fn common(found: &[Found]) -> (Outcome, &'static Rule) {
    match distinct(found.iter().map(|(outcome, _)| *outcome)).as_slice() {
        [outcome] => {
            let times = |id: &str| found.iter().filter(|(_, other)| *other == id).count();
            let most = found.iter().max_by_key(|(_, id)| times(id));
            (*outcome, rule(most.map_or("U0", |(_, id)| id)))
        }
        _ => (Outcome::NotEnough, rule("U0")),
    }
}

/// Each outcome once, the better ones first.
pub(super) fn distinct(outcomes: impl Iterator<Item = Outcome>) -> Vec<Outcome> {
    let mut outcomes: Vec<_> = outcomes.collect();
    outcomes.sort_by_key(|outcome| (outcome.zone(), *outcome));
    outcomes.dedup();
    outcomes
}

/// The reading with every answer that its unknown parts could have. An answer that contradicts what people said about
/// change for the better is none.
fn completions(standing: &Standing, reading: &Reading, today: NaiveDate) -> Vec<Known> {
    let still = standing.zone == Zone::Orange && reading.positive_change == Some(false);
    let mut resiliences = known_or_all(reading.resilience, &Resilience::ALL);
    if reading.resilience.is_none() && still {
        resiliences.retain(|resilience| *resilience != Resilience::Building);
    }
    let mut capacities = capacities(standing, reading, today);
    if reading.capacity.is_none() && still {
        capacities.retain(|capacity| *capacity == Shown::No);
    }
    let supported = standing
        .supported_until()
        .is_none_or(|until| until <= today);
    let mut all = Vec::new();
    for full in known_or_all(standing.is_full(today), &[false, true]) {
        for capacity in capacities.iter().copied() {
            for resilience in resiliences.iter().copied() {
                for risk in known_or_all(reading.risk, &RiskStatus::ALL) {
                    all.push(Known {
                        zone: standing.zone,
                        resilience,
                        risk,
                        capacity,
                        full,
                        improved: reading.positive_change,
                        supported,
                    });
                }
            }
        }
    }
    all
}

fn known_or_all<T: Copy>(known: Option<T>, all: &[T]) -> Vec<T> {
    known.map_or_else(|| all.to_vec(), |known| vec![known])
}

fn capacities(standing: &Standing, reading: &Reading, today: NaiveDate) -> Vec<Shown> {
    match reading.capacity {
        None => vec![Shown::No, Shown::Short, Shown::Long],
        Some(Capacity::NotShown) => vec![Shown::No],
        Some(Capacity::Shown(None)) => vec![Shown::Short, Shown::Long],
        Some(Capacity::Shown(Some(since))) => {
            match months_after(since, standing.period()) <= today {
                true => vec![Shown::Long],
                false => vec![Shown::Short],
            }
        }
    }
}

fn missing(
    standing: &Standing,
    reading: &Reading,
    today: NaiveDate,
    all: &[Known],
) -> Vec<Missing> {
    let earlier = standing.earlier_capacity_counts;
    let period = month_words(standing.period());
    let answer = |words: String, fits: &dyn Fn(&Known) -> bool| {
        let those = all.iter().filter(|known| fits(known));
        let outcomes = distinct(those.map(|known| known.recommended(earlier).0));
        (!outcomes.is_empty()).then_some(Answer { words, outcomes })
    };
    let mut missing = Vec::new();
    let mut ask = |part, answers: Vec<Option<Answer>>| {
        let answers = answers.into_iter().flatten().collect();
        missing.push(Missing { part, answers });
    };
    if reading.resilience.is_none() {
        let answers = Resilience::ALL
            .map(|level| answer(level.words().to_owned(), &|known| known.resilience == level));
        ask(Part::Resilience, answers.into());
    }
    if reading.risk.is_none() {
        let answers = RiskStatus::ALL
            .map(|status| answer(status.words().to_owned(), &|known| known.risk == status));
        ask(Part::Risk, answers.into());
    }
    if matches!(reading.capacity, None | Some(Capacity::Shown(None))) {
        let answers = vec![
            answer(format!("shown for {period} or more"), &|known| {
                known.capacity == Shown::Long
            }),
            answer(format!("shown for less than {period}"), &|known| {
                known.capacity == Shown::Short
            }),
            answer("not shown".to_owned(), &|known| known.capacity == Shown::No),
        ];
        ask(Part::Capacity, answers);
    }
    if standing.is_full(today).is_none() {
        let zone = standing.zone.word();
        let answers = vec![
            answer(format!("less than {period} in {zone}"), &|known| {
                !known.full
            }),
            answer(format!("{period} or more in {zone}"), &|known| known.full),
        ];
        ask(Part::Time, answers);
    }
    missing
}
