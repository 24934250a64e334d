//! The first classification: from the cells of the matrix that describe a child to a zone. The handbook gives no rule;
//! the row with the most concern leads.

use super::cells::{Row, short};
use super::indicate::distinct;
use super::indication::{Answer, Missing, Part};
use super::{Capacity, Levels, Outcome, Rule, Zone, rule};
use chrono::NaiveDate;

/// What the matrix indicates at a first classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstIndication {
    /// [`Outcome::Move`] to the zone, or [`Outcome::NotEnough`].
    pub outcome: Outcome,
    /// The rule behind it.
    pub rule: &'static Rule,
    /// The rows that are known, with the zone that each speaks for.
    pub rows: Vec<(Part, Zone)>,
    /// Whether rows lie more than one zone apart, so that the reasons are to be written down.
    pub reasons_needed: bool,
    /// Whether the clock of capacity starts: it is shown, while other rows still speak for Orange or Red.
    pub clock_starts: bool,
    /// Since when capacity has been shown, when the clock starts and that is known.
    pub clock_from: Option<NaiveDate>,
    /// Every zone that is possible while rows are not known.
    pub possible: Vec<Outcome>,
    /// The rows that are not known, and where each answer would lead.
    pub missing: Vec<Missing>,
}

/// The zone that the matrix indicates at first. Resilience, risk and capacity are asked; welfare at home counts likewise
/// where somebody has said it.
pub fn classify(levels: &Levels, capacity: Option<Capacity>) -> FirstIndication {
    let shown = capacity.map(|capacity| capacity != Capacity::NotShown);
    let all = completions(levels, shown);
    let possible = distinct(all.iter().map(|known| Outcome::Move(known.zone())));
    let outcome = match possible.as_slice() {
        [only] => *only,
        _ => Outcome::NotEnough,
    };
    let clock_starts =
        shown == Some(true) && outcome.zone().is_some_and(|zone| zone >= Zone::Orange);
    FirstIndication {
        outcome,
        rule: rule(match outcome {
            Outcome::NotEnough => "U0",
            _ => "S7",
        }),
        rows: rows(levels, shown),
        reasons_needed: apart(levels, shown) > 1,
        clock_starts,
        clock_from: match capacity {
            Some(Capacity::Shown(since)) if clock_starts => since,
            _ => None,
        },
        missing: missing(levels, shown, &all),
        possible,
    }
}

/// Rows without anything missing; welfare may stay unsaid.
struct Known {
    resilience: Zone,
    risk: Zone,
    welfare: Option<Zone>,
    shown: bool,
}

impl Known {
    fn zone(&self) -> Zone {
        let capacity = nearest(self.shown, Zone::Green);
        let others = self
            .welfare
            .map_or(capacity, |welfare| welfare.max(capacity));
        self.resilience.max(self.risk).max(others)
    }
}

/// Capacity that is shown speaks for Green or Yellow, capacity that is not for Orange or Red: the one nearest to another
/// row.
fn nearest(shown: bool, other: Zone) -> Zone {
    match shown {
        true => other.min(Zone::Yellow),
        false => other.max(Zone::Orange),
    }
}

fn completions(levels: &Levels, shown: Option<bool>) -> Vec<Known> {
    let zones = |zone: Option<Zone>| zone.map_or_else(|| Zone::ALL.to_vec(), |zone| vec![zone]);
    let mut all = Vec::new();
    for resilience in zones(levels.resilience) {
        for risk in zones(levels.risk) {
            for shown in shown.map_or_else(|| vec![true, false], |shown| vec![shown]) {
                let welfare = levels.welfare;
                all.push(Known {
                    resilience,
                    risk,
                    welfare,
                    shown,
                });
            }
        }
    }
    all
}

fn described(levels: &Levels) -> Vec<(Part, Zone)> {
    let rows = [
        (Part::Resilience, levels.resilience),
        (Part::Risk, levels.risk),
        (Part::Welfare, levels.welfare),
    ];
    rows.into_iter()
        .filter_map(|(part, zone)| Some((part, zone?)))
        .collect()
}

fn rows(levels: &Levels, shown: Option<bool>) -> Vec<(Part, Zone)> {
    let mut rows = described(levels);
    if let Some(shown) = shown {
        let worst = rows.iter().map(|(_, zone)| *zone).max();
        let zone = nearest(shown, worst.unwrap_or(Zone::Green));
        rows.push((Part::Capacity, zone));
    }
    rows
}

/// How many zones lie between the two rows that are furthest apart.
fn apart(levels: &Levels, shown: Option<bool>) -> u8 {
    let rows: Vec<Zone> = described(levels)
        .into_iter()
        .map(|(_, zone)| zone)
        .collect();
    let distance = |a: Zone, b: Zone| (a as u8).abs_diff(b as u8);
    let between = rows.iter().flat_map(|a| rows.iter().map(move |b| (*a, *b)));
    let with_capacity = rows
        .iter()
        .filter_map(|row| Some((*row, nearest(shown?, *row))));
    between
        .chain(with_capacity)
        .map(|(a, b)| distance(a, b))
        .max()
        .unwrap_or(0)
}

fn missing(levels: &Levels, shown: Option<bool>, all: &[Known]) -> Vec<Missing> {
    let answer = |words: &str, fits: &dyn Fn(&Known) -> bool| Answer {
        words: words.to_owned(),
        outcomes: distinct(
            all.iter()
                .filter(|known| fits(known))
                .map(|known| Outcome::Move(known.zone())),
        ),
    };
    let mut missing = Vec::new();
    if levels.resilience.is_none() {
        let answers = Zone::ALL.map(|zone| {
            answer(short(Row::Resilience, zone), &|known| {
                known.resilience == zone
            })
        });
        missing.push((Part::Resilience, answers.to_vec()));
    }
    if levels.risk.is_none() {
        let answers =
            Zone::ALL.map(|zone| answer(short(Row::Risk, zone), &|known| known.risk == zone));
        missing.push((Part::Risk, answers.to_vec()));
    }
    if shown.is_none() {
        let answers = vec![
            answer("shown", &|known| known.shown),
            answer("not shown", &|known| !known.shown),
        ];
        missing.push((Part::Capacity, answers));
    }
    missing
        .into_iter()
        .map(|(part, answers)| Missing { part, answers })
        .collect()
}
