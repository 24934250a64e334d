//! Wording to think about in a free text: found, explained, with a question instead. It flags; it never blocks, and
//! what stands in somebody's own words, is denied, or is taken up to be put right is passed over.
//!
//! The rules are data: [`crate::practice::wording`]. A text is read into words (`text`), the phrases of the rules are
//! tried where their first word stands (`book`, `pattern`, `trial`), and two rules look at texts as a whole (`whole`).

mod book;
mod letters;
mod pattern;
mod quotes;
mod text;
mod trial;
mod whole;

pub use crate::practice::wording::{Rule, TextOf};

use super::folding::folded;
use crate::practice::wording;
use crate::record::CaseFile;
use book::book;
use std::ops::Range;
use text::Text;

/// The rule on compliance taken for change, by its id.
const COMPLIANCE: &str = "compliance";

/// A phrase to think about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Why it was found.
    pub rule: &'static Rule,
    /// Where it stands: bytes of the text, on letter boundaries.
    pub at: Range<usize>,
}

impl Flag {
    /// The phrase as it stands in the text.
    pub fn phrase<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.at.clone()).unwrap_or("")
    }

    /// The phrase in folded letters with single blanks: what a
    /// [`WordingKept`](crate::record::WordingKept) remembers.
    pub fn key(&self, text: &str) -> String {
        let words: Vec<&str> = self.phrase(text).split_whitespace().collect();
        folded(&words.join(" "))
    }
}

/// The phrases to think about, in order of place; none overlaps another.
pub fn flags(text: &str, of: TextOf) -> Vec<Flag> {
    let rules = wording::rules();
    let read = Text::of(text);
    let mut found = book().found(&read, of);
    // Where two begin together the longer one tells more; where both are as long, the rule that is listed first.
    found.sort_by_key(|(rule, at)| (at.start, std::cmp::Reverse(at.end), *rule));
    let mut end = 0;
    found.retain(|(_, at)| {
        let apart = at.start >= end;
        end = if apart { at.end } else { end };
        apart
    });
    let flag = |(rule, at)| {
        Some(Flag {
            rule: rules.get(rule)?,
            at,
        })
    };
    found.into_iter().filter_map(flag).collect()
}

/// The phrases to think about, without those that somebody looked at and kept in this case.
pub fn open_flags(text: &str, of: TextOf, file: &CaseFile) -> Vec<Flag> {
    let mut found = flags(text, of);
    found.retain(|flag| {
        let key = flag.key(text);
        let kept = file.wordings_kept.values().map(|kept| &kept.body);
        !kept
            .into_iter()
            .any(|kept| kept.rule == flag.rule.id && kept.phrase == key)
    });
    found
}

/// Whether a text as evidence of change tells only of attendance, taking part or agreement.
pub fn tells_only_of_attendance(text: &str) -> bool {
    book().is_wholly(COMPLIANCE, &Text::of(text))
}
