//! Where each child stands in the matrix: what decisions say, the clock, what is indicated beside what was decided.

pub mod clock;
pub mod evidence;
pub mod family_version;
mod fits;
pub mod present;
pub mod proposed;
pub mod read;
pub mod replay;
pub mod sections;
pub mod standing;
pub mod telling;
pub mod words;
