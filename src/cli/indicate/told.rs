//! An indication as JSON; `schema.json` beside it describes every field.

use crate::practice::matrix::{
    Basis, FirstIndication, Indication, Missing, Move, Outcome, Part, Rule, Zone,
};
use chrono::NaiveDate;
use serde::Serialize;

/// What the matrix indicates.
#[derive(Serialize)]
pub struct Told {
    today: NaiveDate,
    indicates: ToldOutcome,
    why: ToldRule,
    literal: Option<ToldLiteral>,
    possible: Vec<ToldOutcome>,
    missing: Vec<ToldMissing>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Rest {
    From {
        moves: Vec<ToldMove>,
        dates: Vec<ToldDate>,
        warnings: Vec<ToldWarning>,
        return_home: Option<ToldRule>,
    },
    First {
        rows: Vec<ToldRow>,
        reasons_needed: bool,
        clock_starts: bool,
        clock_from: Option<NaiveDate>,
    },
}

#[derive(Serialize)]
struct ToldOutcome {
    outcome: &'static str,
    zone: Option<Zone>,
    or: Option<Zone>,
    words: String,
}

#[derive(Serialize)]
struct ToldRule {
    rule: &'static str,
    page: &'static str,
    basis: Basis,
    words: String,
    also: &'static [String],
    consider: Option<Zone>,
}

#[derive(Serialize)]
struct ToldLiteral {
    indicates: ToldOutcome,
    why: ToldRule,
}

#[derive(Serialize)]
struct ToldMissing {
    part: Part,
    answers: Vec<ToldAnswer>,
}

#[derive(Serialize)]
struct ToldAnswer {
    answer: String,
    possible: Vec<ToldOutcome>,
}

#[derive(Serialize)]
struct ToldMove {
    to: ToldOutcome,
    why: ToldRule,
    holds: Option<bool>,
    conditions: Vec<ToldCondition>,
}

#[derive(Serialize)]
struct ToldCondition {
    part: Part,
    words: String,
    holds: Option<bool>,
    months: Option<u32>,
    of_months: Option<u32>,
    on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct ToldDate {
    on: NaiveDate,
    why: ToldRule,
    then: ToldOutcome,
}

#[derive(Serialize)]
struct ToldWarning {
    why: ToldRule,
    words: String,
    on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct ToldRow {
    part: Part,
    zone: Zone,
}

impl Told {
    /// An indication for a child who is in a zone.
    pub fn of(told: Indication, today: NaiveDate) -> Told {
        let months = told.months;
        let move_told = |found: Move| ToldMove {
            to: outcome(found.to),
            why: rule(found.rule, months),
            holds: found.holds(),
            conditions: found
                .conditions
                .into_iter()
                .map(|condition| ToldCondition {
                    part: condition.part,
                    words: condition.words,
                    holds: condition.holds,
                    months: condition.months.map(|(done, _)| done),
                    of_months: condition.months.map(|(_, of)| of),
                    on: condition.on,
                })
                .collect(),
        };
        Told {
            today,
            indicates: outcome(told.outcome),
            why: rule(told.rule, months),
            literal: told.literal.map(|(found, by)| ToldLiteral {
                indicates: outcome(found),
                why: rule(by, months),
            }),
            possible: told.possible.into_iter().map(outcome).collect(),
            missing: told.missing.into_iter().map(missing).collect(),
            rest: Rest::From {
                moves: told.moves.into_iter().map(move_told).collect(),
                dates: told
                    .dates
                    .into_iter()
                    .map(|date| ToldDate {
                        on: date.on,
                        why: rule(date.rule, months),
                        then: outcome(date.then),
                    })
                    .collect(),
                warnings: told
                    .warnings
                    .into_iter()
                    .map(|seen| ToldWarning {
                        why: rule(seen.rule, months),
                        words: seen.words,
                        on: seen.on,
                    })
                    .collect(),
                return_home: told.return_home.map(|found| rule(found, months)),
            },
        }
    }

    /// An indication for a first classification.
    pub fn of_first(told: FirstIndication, today: NaiveDate) -> Told {
        let row = |(part, zone)| ToldRow { part, zone };
        Told {
            today,
            indicates: outcome(told.outcome),
            // Its rules speak of no period.
            why: rule(told.rule, 0),
            literal: None,
            possible: told.possible.into_iter().map(outcome).collect(),
            missing: told.missing.into_iter().map(missing).collect(),
            rest: Rest::First {
                rows: told.rows.into_iter().map(row).collect(),
                reasons_needed: told.reasons_needed,
                clock_starts: told.clock_starts,
                clock_from: told.clock_from,
            },
        }
    }
}

fn outcome(outcome: Outcome) -> ToldOutcome {
    ToldOutcome {
        outcome: match outcome {
            Outcome::Stay(_) => "stay",
            Outcome::Move(_) => "move",
            Outcome::CloseEligible => "close_eligible",
            Outcome::Decide { .. } => "decide",
            Outcome::NotEnough => "not_enough",
        },
        zone: outcome.zone(),
        or: match outcome {
            Outcome::Decide { or, .. } => Some(or),
            _ => None,
        },
        words: outcome.words(),
    }
}

fn rule(rule: &'static Rule, months: u32) -> ToldRule {
    ToldRule {
        rule: &rule.id,
        page: &rule.page,
        basis: rule.basis,
        words: rule.said(months),
        also: &rule.also,
        consider: rule.consider,
    }
}

fn missing(missing: Missing) -> ToldMissing {
    ToldMissing {
        part: missing.part,
        answers: missing
            .answers
            .into_iter()
            .map(|answer| ToldAnswer {
                answer: answer.words,
                possible: answer.outcomes.into_iter().map(outcome).collect(),
            })
            .collect(),
    }
}
