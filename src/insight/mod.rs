//! What follows from a case file: pure functions. "Today" is always an argument; no store, no terminal.

pub mod ages;
