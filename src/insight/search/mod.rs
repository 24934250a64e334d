//! Search over the texts of a case: words, "phrases" and beginnings of words, without case and accents.

mod needle;
mod texts;

use crate::record::{Body, CaseFile, Entry, Record, RecordId};
pub use needle::Needle;
use std::ops::Range;
pub use texts::{is_searched, texts};

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
/// shows the first of them. Entries come in order of time, then what was thought, planned and decided, then people, homes and
/// legal statuses.
pub fn search(file: &CaseFile, needle: &Needle) -> Vec<Hit> {
    if needle.is_empty() {
        return Vec::new();
    }
    let entries = file.chronology().into_iter().map(|entry| entry.id());
    let case = file.id();
    let mut others: Vec<RecordId> = Vec::new();
    macro_rules! of {
        ($($map:ident)*) => { $(others.extend(file.$map.keys());)* };
    }
    of!(hypotheses stories recognitions needs curiosities plan_steps supports bottom_lines plan_versions goals goal_reviews
        purposes decisions factors capacities lapses);
    others.extend(case);
    of!(people placements legal);
    let all = entries.chain(others);
    all.filter_map(|id| in_record(&file.record(id)?, needle))
        .collect()
}

/// Searches one record.
pub fn in_record(record: &Record<Body>, needle: &Needle) -> Option<Hit> {
    hit(record.id(), needle, texts(&record.body).into_iter())
}

/// Every text of an entry with the name of its field.
pub fn entry_texts(entry: &Entry) -> impl Iterator<Item = (&'static str, &str)> + Clone {
    let told = entry.accounts.iter().flat_map(|account| {
        let own = [
            ("what happened", account.text.as_str()),
            ("source", account.source.as_str()),
            ("reference", account.reference.as_str()),
            ("recorded by", account.recorded_by.as_str()),
            ("source's analysis", account.analysis.as_str()),
            ("source's action", account.action.as_str()),
            ("date as written", account.when.written()),
        ];
        let more = account
            .more
            .iter()
            .map(|(_, value)| ("further", value.as_str()));
        own.into_iter().chain(more)
    });
    let team = [
        ("headline", entry.headline.as_str()),
        ("impact", entry.impact.as_str()),
        ("evidence for the impact", entry.impact_evidence.as_str()),
        ("link to now", entry.link_now.as_str()),
        ("link to the past", entry.link_then.as_str()),
        ("research", entry.research.as_str()),
        ("analysis", entry.analysis.as_str()),
        ("action", entry.action.as_str()),
        ("why no action", entry.why_no_action.as_str()),
        ("family's view", entry.family_view.as_str()),
    ];
    let themes = entry.themes.iter().map(|theme| ("theme", theme.as_str()));
    team.into_iter()
        .take(1)
        .chain(told)
        .chain(team.into_iter().skip(1))
        .chain(themes)
}

fn hit<'a>(
    record: RecordId,
    needle: &Needle,
    texts: impl Iterator<Item = (&'static str, &'a str)> + Clone,
) -> Option<Hit> {
    if !needle.all_in(texts.clone().map(|(_, text)| text)) {
        return None;
    }
    let (field, text, at) = texts
        .into_iter()
        .find_map(|(field, text)| Some((field, text, needle.first_in(text)?)))?;
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
