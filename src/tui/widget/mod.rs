//! Pieces of a screen that several views draw.

pub mod band;
pub mod text;
