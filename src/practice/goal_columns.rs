//! What columns of other agencies' tables of goals are called, and levels in their cells, from `content/columns.toml`.

use super::columns::{plain, side_role};
use super::goals::Level;
use serde::Deserialize;
use std::sync::LazyLock;

/// The texts of the five levels, in the order of [`Level::ALL`].
pub const LEVEL_TEXTS: [&str; 5] = [
    "level_much_less",
    "level_less",
    "level_expected",
    "level_more",
    "level_much_more",
];

/// Of these there may be several columns, one for each review.
const OF_REVIEWS: [&str; 5] = ["review", "next_review", "level", "evidence", "analysis"];

/// Whether there may be several such columns, one for each review.
pub fn is_of_a_review(role: &str) -> bool {
    OF_REVIEWS.contains(&role)
}

fn text_of(level: Level) -> Option<&'static str> {
    LEVEL_TEXTS.get(level.place()).copied()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelWords {
    level: Level,
    words: Vec<String>,
}

#[derive(Default, Deserialize)]
struct LevelFile {
    level: Vec<LevelWords>,
}

static FILE: LazyLock<LevelFile> =
    LazyLock::new(|| toml::from_str(include_str!("content/columns.toml")).unwrap_or_default());

/// The role that a column of a table of goals has by its header, and which review it is of where the header numbers it.
pub fn goal_role(header: &str) -> Option<(&'static str, Option<u8>)> {
    if let Some(level) = level_of_cell(header).and_then(text_of) {
        return Some((level, None));
    }
    let header = one_minus(header);
    let (words, number) = without_number(&plain(&header));
    let role = side_role("goals", &words);
    // "Level -2" and "Level 0" are texts of levels; "Level 2" is the level of the second review.
    let role = match role {
        None | Some("level") => {
            let named = signed_in(&header).or((number == Some(0)).then_some(Level::Expected));
            named.and_then(text_of).or(role)
        }
        role => role.filter(|role| *role != "more"),
    }?;
    Some((role, number.filter(|_| is_of_a_review(role))))
}

/// The level that a cell names: as a number from -2 to +2, in words, or in both when they say the same. Nothing else is
/// taken for a level.
pub fn level_of_cell(cell: &str) -> Option<Level> {
    let cell = one_minus(cell);
    let cell = cell.trim().trim_start_matches('(').trim_start();
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = match length {
        0 => ("", cell),
        length => cell.split_at_checked(cell.len() - digits.len() + length)?,
    };
    let words = plain(rest);
    let in_words = FILE.level.iter().find(|level| level.words.contains(&words));
    let in_words = in_words.map(|found| found.level);
    let in_number = || Level::of_number(number.parse().ok()?);
    match (number.is_empty(), words.is_empty()) {
        (true, _) => in_words,
        // "0.5" and "1/2" have words of their own after the first number.
        (false, true) if rest.chars().all(|sign| sign == ')' || sign.is_whitespace()) => {
            in_number()
        }
        (false, true) => None,
        (false, false) => in_number().filter(|level| in_words == Some(*level)),
    }
}

/// All signs that are written for a minus as one.
fn one_minus(text: &str) -> String {
    text.replace(['\u{2212}', '\u{2013}', '\u{2010}', '\u{2011}'], "-")
}

/// A level with its sign that stands in a header as a word of its own.
fn signed_in(header: &str) -> Option<Level> {
    let words = header.split(|c: char| c.is_whitespace() || "()[]:,;".contains(c));
    let signed = words.filter(|word| word.starts_with(['+', '-']));
    signed
        .filter_map(|word| Level::of_number(word.parse().ok()?))
        .next()
}

/// The words of a header without the number of a review, and the number.
fn without_number(plain: &str) -> (String, Option<u8>) {
    const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let number_of = |word: &str| {
        let ordinal = ORDINALS.iter().position(|ordinal| *ordinal == word);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let ending = word.get(digits.len()..).unwrap_or_default();
        let number = digits.parse().ok();
        let number = number.filter(|_| ["", "st", "nd", "rd", "th"].contains(&ending));
        number.or(ordinal.and_then(|place| u8::try_from(place + 1).ok()))
    };
    let mut number = None;
    let kept: Vec<&str> = plain
        .split(' ')
        .filter(|word| match number_of(word) {
            Some(found) => {
                number = number.or(Some(found));
                false
            }
            None => true,
        })
        .collect();
    (kept.join(" "), number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::columns::side_roles;

    #[test]
    fn the_content_reads_and_its_words_stand_in_the_form_in_which_they_are_compared() {
        assert_eq!((side_roles("goals").count(), FILE.level.len()), (24, 5));
        for word in FILE.level.iter().flat_map(|level| &level.words) {
            assert_eq!(*word, plain(word));
        }
    }

    #[test]
    fn headers_of_other_agencies_are_read_by_their_words_and_numbers() {
        for (header, role, number) in [
            ("goal_id", "reference", None),
            ("Goal", "words", None),
            ("Goal statement", "words", None),
            ("Parent named", "people", None),
            ("much less than expected (-2)", "level_much_less", None),
            ("Less than expected", "level_less", None),
            ("Most likely outcome", "level_expected", None),
            ("expected (0)", "level_expected", None),
            ("More than expected outcome (+1)", "level_more", None),
            ("MUCH MORE THAN EXPECTED", "level_much_more", None),
            ("-2", "level_much_less", None),
            ("\u{2212}1", "level_less", None),
            ("0", "level_expected", None),
            ("+1", "level_more", None),
            ("2", "level_much_more", None),
            ("Level -2", "level_much_less", None),
            ("Level 0", "level_expected", None),
            ("Set", "set_on", None),
            ("Date set", "set_on", None),
            ("Agreed with", "agreed_with", None),
            ("review 1", "review", Some(1)),
            ("Review date", "review", None),
            ("Date of second review", "review", Some(2)),
            ("3rd review", "review", Some(3)),
            ("Next review date", "next_review", None),
            ("level 2", "level", Some(2)),
            ("Review 2 level", "level", Some(2)),
            ("Level achieved at review 3", "level", Some(3)),
            ("Evidence", "evidence", None),
            ("Review 1: evidence", "evidence", Some(1)),
            ("Analysis 4", "analysis", Some(4)),
            ("Baseline", "began_at", None),
        ] {
            assert_eq!(goal_role(header), Some((role, number)), "{header}");
        }
        for header in ["Team", "Overall goal", "DOB", "", "More information"] {
            assert_eq!(goal_role(header), None, "{header}");
        }
    }

    #[test]
    fn a_level_is_a_number_or_words_and_nothing_is_guessed() {
        for (cell, number) in [
            ("+2", 2),
            ("2", 2),
            (" \u{2212}1 ", -1),
            ("\u{2013}2", -2),
            ("0", 0),
            ("+0", 0),
            ("(-1)", -1),
            ("Much more than expected", 2),
            ("as expected", 0),
            ("MOST LIKELY", 0),
            ("-2 (much less than expected)", -2),
            ("+1: more than expected", 1),
        ] {
            let level = level_of_cell(cell).map(super::super::goals::Level::number);
            assert_eq!(level, Some(number), "{cell}");
        }
        for cell in [
            "",
            "3",
            "-3",
            "0.5",
            "1/2",
            "1-2",
            "+1 less than expected",
            "achieved",
            "n/k",
            "--1",
            "1+",
            "02",
            "+",
            "-",
            "partly",
            "99999999999",
        ] {
            let is_padded = cell == "02";
            assert_eq!(level_of_cell(cell).is_some(), is_padded, "{cell}");
        }
    }
}
