//! Files of other programs: one file per format. Knows no keys and no panes.

pub mod demo;
pub mod import;
