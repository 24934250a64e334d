//! What a GEDCOM file told that has no place of its own here, kept so that it can be written back.

use super::fields::Shape;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Lines of a GEDCOM file as they stood, whatever their meaning, with what they belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GedcomLines {
    /// The person or bond whose lines they are; `None` for lines of the file itself.
    pub of: Option<RecordId>,
    /// The cross-reference by which the file called it ("@I1@"), so that other kept lines still lead to it.
    pub xref: String,
    /// The lines, levels and all, with `\n` between them.
    pub lines: String,
}

fields! { GedcomLines {
    of: Shape::Kept, [About];
    xref: Shape::Kept;
    lines: Shape::Kept;
} }
