//! The Risk and Resilience Matrix (handbook p28-33 and p40-41): its zones, what is read at an analysis, and where a
//! child stands. The matrix indicates; people decide.

pub mod cells;
pub mod reading;
pub mod zone;

pub use reading::{Capacity, Levels, Lives, Reading, Resilience, RiskStatus, Wishes};
pub use zone::Zone;
