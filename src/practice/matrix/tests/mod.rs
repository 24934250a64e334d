//! The engine against what practice wrote down: every vector, every row of the table, and what must hold for any reading.

mod classify;
mod explains;
mod properties;
mod table;
mod vectors;

use super::{Capacity, Reading, Resilience, RiskStatus};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn reading(resilience: Resilience, risk: RiskStatus, capacity: Capacity) -> Reading {
    Reading {
        resilience: Some(resilience),
        risk: Some(risk),
        capacity: Some(capacity),
        ..Reading::default()
    }
}

fn shown_since(text: &str) -> Capacity {
    Capacity::Shown(Some(day(text)))
}
