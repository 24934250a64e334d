//! The genogram: how a family belongs together, as a graph (`kin`), drawn by itself ([`layout`]), as signs of a terminal
//! ([`sketch`]) and in words ([`words`]). Notation: annexes H, after McGoldrick; the symbols stand in
//! `practice/genogram`'s key.
//!
//! People, unions and the rest are spoken of by their place in their list (`usize`). Places are made in `kin` only and
//! stay as they are, so that looking one up cannot fail.

pub mod households;
mod kin;
pub mod layout;
mod options;
mod relation;
mod sections;
pub mod sketch;
pub mod symbols;
pub mod words;

pub use kin::{Around, Genogram, Kin, KinKind, LineDates, Somebody, Union, UnionState};
pub use options::{GenogramOptions, TieLine, tie_lines};
pub use relation::relation;
pub use sections::{section, told};

#[cfg(test)]
mod tests;
