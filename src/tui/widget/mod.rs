//! Pieces of a screen that several views draw.

pub mod band;
pub mod ecomap;
pub mod heading;
pub mod page;
pub mod row;
pub mod split;
pub mod text;
