//! The terminal: what is sent to it, and how it is left as it was found.

pub mod painter;
mod pen;
pub mod sheet;
