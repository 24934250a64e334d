//! What follows from a case file: pure functions. "Today" is always an argument; no store, no terminal.

pub mod ages;
pub mod as_at;
pub mod band;
pub mod bonds;
pub mod caseload;
pub mod changes;
pub mod contradictions;
pub mod date_doubts;
pub mod dates_named;
pub mod due;
pub mod duplicates;
pub mod ecomap;
pub mod emotional;
pub mod factors;
pub mod family;
pub mod filter;
pub mod filter_words;
pub mod folding;
pub mod gaps;
pub mod genogram;
pub mod goals;
pub mod in_a_line;
pub mod joining;
pub mod lately;
pub mod lengths;
pub mod living;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod made_up_sample;
pub mod open_points;
pub mod outside_life;
pub mod people;
pub mod plan;
pub mod reading;
pub mod relationships;
pub mod search;
pub mod spans;
pub mod stages;
pub mod stamp;
pub mod supervision;
pub mod thinking;
pub mod told;
pub mod walk;
pub mod wording;
pub mod words;
pub mod zones;
