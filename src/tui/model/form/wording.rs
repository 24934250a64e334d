//! Which texts of a form are looked after for their words, and what kind of text each is.

use super::{Field, Form, FormKind, Input};
use crate::insight::wording::{Flag, TextOf, open_flags};
use crate::record::{CaseFile, RecordKind};

/// A text and the phrases in it to think about, without those that somebody kept in this case; nothing for short fields,
/// which hold names and the like.
pub fn flagged(form: &Form, field: &Field, file: &CaseFile) -> Option<(String, Vec<Flag>)> {
    let Input::Text(text) = &field.input else {
        return None;
    };
    // What somebody says of themselves is nobody's to reword.
    if form.kind == FormKind::Private {
        return None;
    }
    if !text.is_long() || text.is_blank() {
        return None;
    }
    let of = match (form.kind, field.words.name.as_str()) {
        (FormKind::Record(RecordKind::Entry), "text") => TextOf::Entry,
        (FormKind::Record(RecordKind::Need), "words") => TextOf::Need,
        (
            FormKind::Record(RecordKind::GoalReview) | FormKind::Record(RecordKind::ShownCapacity),
            "evidence",
        ) => TextOf::Evidence,
        _ => TextOf::Other,
    };
    let text = text.text();
    let flags = open_flags(&text, of, file);
    Some((text, flags))
}
