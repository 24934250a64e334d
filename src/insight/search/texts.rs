//! What is written in a record, text by text, each with the label of its field: what a search looks through.

use crate::practice::field_label;
use crate::record::{Body, FieldInfo, FieldRole, RecordKind, Value};
use std::borrow::Cow;

/// A text with the label of its field.
pub type LabelledText<'a> = (&'static str, Cow<'a, str>);

/// Every text of a record with the label of its field.
pub fn texts(body: &Body) -> Vec<LabelledText<'_>> {
    texts_of(body.kind(), body.values())
}

/// The same of fields that were read already. Choices and names of other records are not words of this one.
pub fn texts_of<'a>(
    kind: RecordKind,
    values: Vec<(&'static FieldInfo, Value<'a>)>,
) -> Vec<LabelledText<'a>> {
    let mut texts = Vec::new();
    for (info, value) in values {
        let label = || field_label(kind.key(), info.name);
        match value {
            _ if info.is(FieldRole::Origin) => {}
            Value::Text("") => {}
            Value::Text(text) => texts.push((label(), text.into())),
            Value::Texts(parts) => texts.extend(parts.into_iter().map(|part| (label(), part))),
            Value::Labelled(parts) => {
                texts.extend(parts.into_iter().map(|(part, text)| match part {
                    "" => (label(), text),
                    part => (part, text),
                }))
            }
            _ => {}
        }
    }
    texts
}
