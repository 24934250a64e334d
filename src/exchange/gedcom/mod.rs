//! GEDCOM, in which genealogy programs and family historians hand families over: versions 5.5.1 and 7.0, in and out.
//!
//! The lines are read by our own small reader. What has no place in the record must be kept as it stood and written back
//! where it belonged, whatever its tag, so a tree of lines is what is needed; a typed library knows the standard's tags and
//! would still have to be gone around for all others, and for files that break the rules.
//!
//! The way in: bytes to text (`encoding`), text to structures (`lines`), 5.5.1 told as 7.0 (`forms`), structures to
//! people and bonds (`facts`, `ties`), laid over the case ([`bring_in`]). The way out: the case to structures
//! (`sheet`, `families`), kept lines laid back (`kept`), a whole file ([`export`]).

mod ansel;
mod bring_in;
mod date;
mod encoding;
mod export;
mod facts;
mod families;
mod forms;
mod keeping;
mod kept;
mod lines;
mod node;
mod sheet;
mod ties;
mod who;
mod words;

pub use bring_in::bring_in;
pub use encoding::is_gedcom;
pub use export::export;
pub use forms::Form;
