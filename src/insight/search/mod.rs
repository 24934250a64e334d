//! Search over the texts of a case: words, "phrases" and beginnings of words, without case and accents.

mod needle;
mod texts;

use crate::record::{Body, CaseFile, Record, RecordId, RecordKind};
pub use needle::Needle;
use std::cmp::Ordering;
use std::ops::Range;
pub use texts::{LabelledText, texts, texts_of};

/// A place where a search found something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// The field, in words ("what happened").
    pub field: &'static str,
    /// The text around the match, on one line.
    pub snippet: String,
    /// Where the match stands in the snippet, in bytes on the boundaries of letters.
    pub matched: Range<usize>,
}

/// Letters that a snippet shows before and after its match.
const BEFORE: usize = 30;
const AFTER: usize = 90;

/// Searches everything written in a case. A record is found when all words and phrases stand somewhere in it; the hit
/// shows the first of them. Entries come in order of time, then what was thought, planned and decided, then people, homes
/// and legal statuses.
pub fn search(file: &CaseFile, needle: &Needle) -> Vec<Hit> {
    if needle.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(RecordKind, Hit)> = Vec::new();
    file.visit(&mut |kind, meta, values| {
        if kind.is_searched() {
            let found = hit(meta.id, needle, &texts_of(kind, values));
            hits.extend(found.map(|hit| (kind, hit)));
        }
    });
    let when = |hit: &Hit| file.entries.get(&hit.record).map(|entry| &entry.body.when);
    hits.sort_by(|(one_kind, one), (other_kind, other)| {
        place(*one_kind)
            .cmp(&place(*other_kind))
            .then_with(|| match (when(one), when(other)) {
                (Some(one), Some(other)) => one.order(other),
                _ => Ordering::Equal,
            })
    });
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Which kinds come first.
fn place(kind: RecordKind) -> u8 {
    match kind {
        RecordKind::Entry => 0,
        kind if kind > RecordKind::Entry => 1,
        _ => 2,
    }
}

/// Searches one record.
pub fn in_record(record: &Record<Body>, needle: &Needle) -> Option<Hit> {
    hit(record.id(), needle, &texts(&record.body))
}

fn hit(record: RecordId, needle: &Needle, texts: &[LabelledText<'_>]) -> Option<Hit> {
    if !needle.all_in(texts.iter().map(|(_, text)| text.as_ref())) {
        return None;
    }
    let (field, text, at) = texts
        .iter()
        .find_map(|(field, text)| Some((*field, text.as_ref(), needle.first_in(text)?)))?;
    let (snippet, matched) = snippet(text, at);
    Some(Hit {
        record,
        field,
        snippet,
        matched,
    })
}

/// The text around a match on one line, and where the match stands in it.
pub fn snippet(text: &str, at: Range<usize>) -> (String, Range<usize>) {
    let head = text.get(..at.start).unwrap_or("");
    let found = text.get(at.clone()).unwrap_or("");
    let tail = text.get(at.end..).unwrap_or("");
    let from = head
        .char_indices()
        .rev()
        .nth(BEFORE.saturating_sub(1))
        .map_or(0, |(place, _)| place);
    let to = tail
        .char_indices()
        .nth(AFTER)
        .map_or(tail.len(), |(place, _)| place);
    let mut out = String::new();
    if from > 0 {
        out.push('…');
    }
    push_on_one_line(&mut out, head.get(from..).unwrap_or(""));
    let start = out.len();
    push_on_one_line(&mut out, found);
    let end = out.len();
    push_on_one_line(&mut out, tail.get(..to).unwrap_or(""));
    if to < tail.len() {
        out.push('…');
    }
    (out, start..end)
}

fn push_on_one_line(out: &mut String, text: &str) {
    out.extend(
        text.chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter }),
    );
}

#[cfg(test)]
mod tests;
