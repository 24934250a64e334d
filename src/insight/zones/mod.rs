//! Where each child stands in the matrix: what decisions say, the clock, what is indicated beside what was decided.

pub mod clock;
pub mod read;
pub mod words;
