//! The words of the matrix, from `content/matrix.toml`: its zones, its rows and what each cell says, to practitioners
//! and to the family.

use super::Zone;
use super::rule::filled;
use serde::Deserialize;
use std::sync::LazyLock;

/// One of something for each zone.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerZone<T> {
    green: T,
    yellow: T,
    orange: T,
    red: T,
}

impl<T> PerZone<T> {
    /// The one of a zone.
    pub fn of(&self, zone: Zone) -> &T {
        match zone {
            Zone::Green => &self.green,
            Zone::Yellow => &self.yellow,
            Zone::Orange => &self.orange,
            Zone::Red => &self.red,
        }
    }
}

/// A row of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// What carries the child and the family.
    Resilience,
    /// The risk of harm.
    Risk,
    /// Capacity for actual change.
    Capacity,
    /// What parents and child want.
    Wishes,
    /// How likely it is that the child's welfare is protected at home.
    Welfare,
    /// Where the zone points for the child's home.
    Place,
}

/// A cell of the matrix in words.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// In at most 15 characters.
    pub short: String,
    /// In a sentence.
    pub words: String,
    /// To the family.
    pub family: String,
}

/// A row of the matrix in words.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct RowWords {
    /// Which row.
    pub row: Row,
    /// Its name.
    pub name: String,
    /// What it asks of whoever reads it.
    pub asks: String,
    /// Where the handbook has it.
    pub page: String,
    /// Its name in the family's version.
    pub family: String,
    /// What it says in each zone.
    #[serde(flatten)]
    pub cells: PerZone<Cell>,
}

/// A zone as the family reads it.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyWords {
    /// What it means.
    pub means: String,
    /// What helps.
    pub helps: String,
    /// What happens next.
    next: String,
    /// What is said of the child's home while the child lives there; empty where the row's own words serve.
    #[serde(default)]
    pub at_home: String,
}

impl FamilyWords {
    /// What happens next, with the agreed period.
    pub fn next(&self, months: u32) -> String {
        filled(&self.next, months)
    }
}

/// A zone of the matrix in words.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneWords {
    /// Where the handbook has it.
    pub page: String,
    /// What it means.
    pub means: String,
    /// The plans that go with it; a suggestion, never a legal step.
    pub plan: String,
    /// Whether the matrix leaves the plan open and we inferred it.
    #[serde(default)]
    pub inferred: bool,
    /// What it says when the child lives at home; empty where it says nothing of its own.
    pub at_home: String,
    /// The same in at most 13 characters: a cell with its brackets.
    #[serde(default)]
    pub at_home_short: String,
    /// To the family.
    pub family: FamilyWords,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    some_change: String,
    zone: PerZone<ZoneWords>,
    row: Vec<RowWords>,
}

static MATRIX: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("../content/matrix.toml")).unwrap_or_default());

/// The rows, in the order of the matrix.
pub fn rows() -> &'static [RowWords] {
    &MATRIX.row
}

/// What a row says in a zone, in at most 15 characters: "minimal".
pub fn short(row: Row, zone: Zone) -> &'static str {
    let words = rows().iter().find(|words| words.row == row);
    words.map_or("", |words| &words.cells.of(zone).short)
}

/// What is said to a family when something is better and the change asked for is not shown yet.
pub fn some_change() -> &'static str {
    &MATRIX.some_change
}

/// What a zone means.
pub fn zone_words(zone: Zone) -> &'static ZoneWords {
    MATRIX.zone.of(zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family_sentences() -> Vec<&'static str> {
        let zones = Zone::ALL.map(|zone| &zone_words(zone).family);
        let zones = zones
            .into_iter()
            .flat_map(|zone| [&zone.means, &zone.helps, &zone.next]);
        let rows = rows().iter().flat_map(|row| {
            Zone::ALL
                .map(|zone| &row.cells.of(zone).family)
                .into_iter()
                .chain([&row.family])
        });
        zones.chain(rows).map(String::as_str).collect()
    }

    #[test]
    fn the_matrix_has_six_rows_in_the_handbooks_order_and_no_cell_is_empty() {
        let file: File = toml::from_str(include_str!("../content/matrix.toml")).expect("it reads");
        assert_eq!(file.row.len(), 6);
        assert!(file.row.is_sorted_by(|a, b| a.row < b.row));
        for row in &file.row {
            for zone in Zone::ALL {
                let cell = row.cells.of(zone);
                assert!(
                    !cell.short.is_empty() && !cell.words.is_empty() && !cell.family.is_empty()
                );
            }
        }
    }

    #[test]
    fn a_short_cell_fits_a_quarter_of_a_small_screen() {
        for row in rows() {
            assert!(row.name.chars().count() <= 12, "{}", row.name);
            for zone in Zone::ALL {
                let short = &row.cells.of(zone).short;
                assert!(short.is_ascii() && short.len() <= 15, "{short}");
            }
        }
    }

    #[test]
    fn the_family_reads_short_plain_words_that_neither_frighten_nor_blame() {
        for text in family_sentences() {
            assert!(!text.is_empty());
            for word in [
                "abuse",
                "fail",
                "fault",
                "removed",
                "refus",
                "danger",
                "capacity",
                "resilience",
                "assessment",
                "proceedings",
                "welfare",
                "permanence",
            ] {
                assert!(!text.to_lowercase().contains(word), "{word}: {text}");
            }
            for sentence in text.split(['.', ':']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 24, "{words} words: {sentence}");
            }
        }
    }

    #[test]
    fn only_orange_and_red_speak_of_a_child_who_is_at_home_and_their_plans_are_ours() {
        for zone in Zone::ALL {
            let concern = zone >= Zone::Orange;
            assert_eq!(!zone_words(zone).at_home.is_empty(), concern);
            assert_eq!(zone_words(zone).inferred, concern);
        }
    }
}
