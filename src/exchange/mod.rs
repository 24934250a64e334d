//! Files of other programs, and documents that people take away: one file per format. Knows no keys and no panes.

pub mod demo;
pub mod export;
pub mod import;
