//! A record in a line: the day it speaks for, the people it is about, and the words by which people know it. Fields say
//! in their table which of these they are.

use crate::record::{Body, FieldRole, FuzzyDate, RecordId, Value};

/// The day that it speaks for; `None` where it has none.
pub fn day_of(body: &Body) -> Option<&FuzzyDate> {
    let told = body.values().into_iter();
    told.filter(|(info, _)| info.is(FieldRole::When))
        .find_map(|(_, value)| match value {
            Value::Date(date) => date,
            _ => None,
        })
}

/// The words by which people know it; empty where it has none of its own.
pub fn words_of(body: &Body) -> &str {
    match body {
        Body::Entry(entry) => return entry.in_short(),
        Body::Supervision(session) => return session.in_short(),
        _ => {}
    }
    let told = body
        .values()
        .into_iter()
        .filter(|(info, _)| info.is(FieldRole::Title));
    let words = told.filter_map(|(_, value)| match value {
        Value::Text(words) => Some(words),
        _ => None,
    });
    words
        .into_iter()
        .find(|words| !words.is_empty())
        .unwrap_or_default()
}

/// The people it is about; none where it is about the family, or about no one person.
pub fn people_of(body: &Body) -> Vec<RecordId> {
    let told = body
        .values()
        .into_iter()
        .filter(|(info, _)| info.is(FieldRole::About));
    told.flat_map(|(_, value)| value.references()).collect()
}
