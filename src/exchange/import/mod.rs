//! Bringing other agencies' files in.
//!
//! [`plan()`] reads the files and says everything that would happen, as writes, as a report and as rows for a preview;
//! nothing is written by it. The command line and the screen both save what it plans as one [`Change`](crate::record::Change), so that an
//! import is there as a whole or not at all, and one undo takes it back.
//!
//! No row is dropped: rows in = rows that came in + accounts joined + rows set aside with a reason, for every file.

mod case_table;
pub mod columns;
mod concerned;
pub mod encoding;
mod factors;
pub mod fault;
mod fitting;
pub mod found;
mod gedcom;
mod goals;
pub mod mapping;
pub mod matching;
pub mod open_file;
mod parents;
pub mod people;
pub mod placements;
pub mod plan;
pub mod report;
pub mod row;
mod running_text;
pub mod side_table;
pub mod slips;
pub mod sniff;
pub mod staging;
pub mod table;
pub mod tally;
pub mod who;
mod zones;

pub use fault::ImportFault;
pub use mapping::{FileMapping, Mapping};
pub use open_file::SourceFile;
pub use plan::{ImportFiles, ImportOptions, ImportPlan, ImportProgress, plan};
pub use report::{FileKind, ImportReport, PreviewRow, RowOutcome, RowPlace, SCHEMA};
