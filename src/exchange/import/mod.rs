//! Bringing other agencies' files in.

pub mod encoding;
pub mod fault;
pub mod sniff;
pub mod table;
