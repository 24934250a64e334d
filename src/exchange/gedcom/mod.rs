//! GEDCOM, in which genealogy programs and family historians hand families over: versions 5.5.1 and 7.0, in and out.
//!
//! The lines are read by our own small reader. What has no place in the record must be kept as it stood and written back
//! where it belonged, whatever its tag, so a tree of lines is what is needed; a typed library knows the standard's tags and
//! would still have to be gone around for all others, and for files that break the rules.
//!
//! The way in: text to structures (`lines`), 5.5.1 told as 7.0 (`forms`), structures to people and bonds (`facts`,
//! `ties`); [`import`](super::import) lays them over the case. The way out: the case to structures
//! (`sheet`, `families`), kept lines laid back (`kept`), a whole file ([`export`]).

mod date;
pub(super) mod export;
pub(super) mod facts;
pub(super) mod families;
pub(super) mod forms;
pub(super) mod keeping;
pub(super) mod kept;
pub(super) mod lines;
pub(super) mod node;
pub(super) mod sheet;
pub(super) mod ties;
mod words;

pub use export::export;
pub use forms::GedcomForm;
