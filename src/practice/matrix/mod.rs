//! The Risk and Resilience Matrix (handbook p28-33 and p40-41): its zones, what is read at an analysis, where a child
//! stands, and what follows. The matrix indicates; people decide.
//!
//! [`indicate()`] answers for any reading, also with parts that nobody has said: it names the rule, which conditions hold,
//! the days on which the answer changes by itself, and what people should see. [`classify()`] answers at the beginning.

pub mod cells;
mod classify;
mod dates;
mod indicate;
mod indication;
pub mod months;
mod moves;
mod names;
mod outcome;
mod precedence;
pub mod reading;
pub mod rule;
mod standing;
mod warnings;
pub mod zone;

#[cfg(test)]
mod tests;

pub use classify::{FirstIndication, classify};
pub use dates::{DateAhead, drift_days, next_question};
pub use indicate::indicate;
pub use indication::{Answer, Indication, Missing, Part};
pub use moves::{Condition, Move};
pub use names::{name_of, named};
pub use outcome::Outcome;
pub use reading::{Capacity, Levels, Lives, Reading, Resilience, RiskStatus, Wishes};
pub use rule::{Basis, Rule, rule};
pub use standing::Standing;
pub use warnings::Warning;
pub use zone::Zone;
