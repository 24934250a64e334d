//! The handbook as vocabulary, content and rules.
//!
//! This floor imports nothing of ours. It knows no dates of today, no store and no terminal. Wording that
//! practice may change stands in data files under `practice/content/`, compiled in and checked by tests.

pub mod attention;
pub mod claims;
pub mod columns;
pub mod factors;
pub mod genogram;
pub mod goal_columns;
pub mod goals;
pub mod guide;
pub mod lasting;
pub mod legal_statuses;
pub mod matrix;
pub mod nearest;
pub mod places;
pub mod prompts;
pub mod reading_words;
pub mod relations;
pub mod same_event;
pub mod sources;
pub mod stages;
pub mod story;
pub mod themes;
pub mod timescales;
pub mod walk;
pub mod wording;
pub mod working_days;

pub use attention::{Attention, attention};
pub use factors::{Factor, Polarity, factor, factor_name, factors};
pub use legal_statuses::{LegalKind, LookedAfter, legal_kind_of, legal_kinds};
pub use matrix::Zone;
pub use places::{Living, Place, place_of};
pub use prompts::{FieldWords, field_label, field_words};
pub use sources::{SourceKind, source_kind_name, source_kind_of, source_kinds};
pub use themes::{Theme, theme_name, themes};
pub use timescales::{Timescale, Timescales, timescales};
