//! The sentences on which the rules about wording are measured, and how well each rule does on them.

use std::collections::{BTreeMap, BTreeSet};
use throughline::insight::wording::{TextOf, flags};

const TABLE: &str = include_str!("wording.tsv");

/// A sentence with what should be found in it.
pub struct Row {
    /// What the text is.
    pub of: TextOf,
    /// The rules that should find something.
    pub expected: BTreeSet<&'static str>,
    /// The text.
    pub text: &'static str,
    /// Whether nobody looked at it while rules were tuned.
    pub held_out: bool,
}

/// Found rightly, found wrongly, missed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    /// Of what was found, how much should be.
    pub fn precision(&self) -> f64 {
        share(self.right, self.wrong)
    }

    /// Of what should be found, how much was.
    pub fn recall(&self) -> f64 {
        share(self.right, self.missed)
    }
}

fn share(right: u32, other: u32) -> f64 {
    f64::from(right) / f64::from((right + other).max(1))
}

/// All sentences.
pub fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.map(row).collect()
}

fn row(line: &'static str) -> Row {
    let [of, expected, text] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
    let of = TextOf::ALL.into_iter().find(|known| known.id() == of);
    let expected = expected.split(',').filter(|rule| *rule != "-");
    Row {
        of: of.unwrap(),
        expected: expected.collect(),
        text,
        held_out: hash(text).is_multiple_of(3),
    }
}

/// FNV-1a: the same on every machine and for ever.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The rules that find something in a sentence.
pub fn found(row: &Row) -> BTreeSet<&'static str> {
    let flags = flags(row.text, row.of).into_iter();
    flags.map(|flag| flag.rule.id.as_str()).collect()
}

/// How each rule does, and all together as "overall".
pub fn tallies<'r>(rows: impl Iterator<Item = &'r Row>) -> BTreeMap<&'static str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for row in rows {
        let found = found(row);
        for rule in found.union(&row.expected) {
            for name in [*rule, "overall"] {
                let tally = tallies.entry(name).or_default();
                match (found.contains(rule), row.expected.contains(rule)) {
                    (true, true) => tally.right += 1,
                    (true, false) => tally.wrong += 1,
                    _ => tally.missed += 1,
                }
            }
        }
    }
    tallies
}
