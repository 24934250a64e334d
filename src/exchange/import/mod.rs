//! Bringing other agencies' files in.
//!
//! [`plan()`] reads the files and says everything that would happen, as writes, as a report and as rows for a preview;
//! nothing is written by it. The command line and the screen both save what it plans as one [`Change`](crate::record::Change), so that an
//! import is there as a whole or not at all, and one undo takes it back.
//!
//! No row is dropped: rows in = rows that came in + accounts joined + rows set aside with a reason, for every file.

mod case_table;
mod columns;
mod concerned;
pub mod encoding;
mod factors;
mod fault;
mod fitting;
mod found;
mod gedcom;
mod goals;
mod mapping;
mod matching;
mod open_file;
mod parents;
mod people;
mod placements;
mod plan;
pub mod report;
mod row;
mod run;
mod running_text;
mod side_table;
mod slips;
mod sniff;
mod staging;
pub mod table;
mod tally;
mod who;
mod zones;

pub use fault::ImportFault;
pub use mapping::{FileMapping, Mapping};
pub use open_file::SourceFile;
pub use plan::{ImportFiles, ImportOptions, ImportPlan, ImportProgress, plan};
pub use report::{FileKind, ImportReport, PreviewRow, RowOutcome, RowPlace, SCHEMA};
