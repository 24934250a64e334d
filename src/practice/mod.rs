//! The handbook as vocabulary, content and rules.
//!
//! This floor imports nothing of ours. It knows no dates of today, no store and no terminal. Wording that
//! practice may change stands in data files under `practice/content/`, compiled in and checked by tests.

pub mod places;
pub mod same_event;
pub mod sources;
pub mod themes;
pub mod zone;

pub use places::{Living, Place, place_of};
pub use sources::{SourceKind, source_kind_of, source_kinds};
pub use themes::{Theme, theme_name, themes};
pub use zone::Zone;
