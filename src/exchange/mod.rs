//! Files of other programs, documents that people take away, and files in which users set what is theirs: one file per
//! format. Knows no keys and no panes.

pub mod demo;
pub mod export;
pub mod gedcom;
pub mod import;
pub mod own_file;
pub mod own_timescales;
