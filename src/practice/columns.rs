//! What columns of other agencies' tables are called, from `content/columns.toml`.

use super::Zone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a column of a chronology tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// When it happened.
    Date,
    /// At what time of day.
    Time,
    /// When the source came to know of it.
    KnownOn,
    /// Whom it concerns.
    Child,
    /// Who else was there.
    People,
    /// Who told it.
    Source,
    /// What happened.
    Text,
    /// What the source concluded.
    Analysis,
    /// What the source did.
    Action,
    /// The source's own reference.
    Reference,
    /// Who recorded it.
    RecordedBy,
    /// Something that is kept beside the account under the column's own name.
    More,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    role: Role,
    words: Vec<String>,
}

/// Words in cells that stand for something else than themselves.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellWords {
    /// All children of the family who had been born by then.
    pub all_children: Vec<String>,
    /// Before the day on which a thing was told, in a source's name or a text.
    pub told_later: Vec<String>,
    /// Words beside a name that name nobody else.
    pub beside_names: Vec<String>,
    /// Words that say that somebody is not meant.
    pub denials: Vec<String>,
    /// What the last row of a table has for a name where it counts the rows above it.
    pub sums: Vec<String>,
    /// Words beside the word for a zone that name none.
    pub beside_zones: Vec<String>,
    /// Colours that are no zone and may mean two of them.
    pub unsure_zones: Vec<String>,
    /// In the place of a person: the family, and the professionals around it.
    pub family: Vec<String>,
    /// In the place of a person: both parents.
    pub parents: Vec<String>,
    /// That a voice agrees.
    pub agrees: Vec<String>,
    /// That a voice does not agree.
    pub dissents: Vec<String>,
    /// In the place of a name: there is none.
    pub nobody: Vec<String>,
    /// That something is there.
    pub present: Vec<String>,
    /// That it is not there.
    pub absent: Vec<String>,
    /// That it cannot be told.
    pub not_known: Vec<String>,
    /// Before the independent practitioner's name in a reason.
    pub independent_view: Vec<String>,
    /// First names that are everyday words as well.
    pub everyday_names: Vec<String>,
    /// The months, each of which may be a name too.
    pub months: Vec<String>,
    /// Words after which the name of a month is the month.
    pub before_months: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    column: Vec<Column>,
    cells: CellWords,
    /// The columns of every other table, by its name.
    table: BTreeMap<String, Vec<SideColumn>>,
    zone: Vec<ZoneWords>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SideColumn {
    role: String,
    words: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneWords {
    zone: Zone,
    words: Vec<String>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/columns.toml")).unwrap_or_default());

/// How well a header names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It holds the words.
    Holds(usize),
    /// It is these words.
    Is,
}

/// The role that a chronology's column has by its header, and how well the header names it.
pub fn role_of_header(header: &str) -> Option<(Role, Fit)> {
    best(
        header,
        FILE.column
            .iter()
            .map(|column| (column.role, &column.words)),
    )
}

/// What a column of another table ("people", "goals") tells by its header: mostly the name of a field of its record.
pub fn side_role(table: &str, header: &str) -> Option<&'static str> {
    let columns = FILE.table.get(table).into_iter().flatten();
    let columns = columns.map(|column| (column.role.as_str(), &column.words));
    best(header, columns).map(|(role, _)| role)
}

/// Everything that columns of another table can tell.
pub fn side_roles(table: &str) -> impl Iterator<Item = &'static str> {
    let columns = FILE.table.get(table).into_iter().flatten();
    columns.map(|column| column.role.as_str())
}

/// The zone that a single word or letter names.
pub fn zone_of_word(word: &str) -> Option<Zone> {
    let word = plain(word);
    let mut zones = FILE.zone.iter();
    let named = zones.find(|zone| zone.words.contains(&word));
    named.map(|found| found.zone)
}

/// Words in cells that stand for something else than themselves.
pub fn cell_words() -> &'static CellWords {
    &FILE.cells
}

/// What a header names best among lists of words.
fn best<'a, T>(
    header: &str,
    columns: impl Iterator<Item = (T, &'a Vec<String>)>,
) -> Option<(T, Fit)> {
    let header = plain(header);
    let fits = columns.filter_map(|(role, words)| {
        let fit = |word: &String| {
            if *word == header {
                Some(Fit::Is)
            } else {
                let held = format!(" {header} ").contains(&format!(" {word} "));
                held.then_some(Fit::Holds(word.len()))
            }
        };
        Some((role, words.iter().filter_map(fit).max()?))
    });
    // Of equals the first in the file wins.
    fits.fold(None, |best: Option<(T, Fit)>, found| match best {
        Some(best) if best.1 >= found.1 => Some(best),
        _ => Some(found),
    })
}

/// Lower case, words only: the form in which words of tables are compared.
pub fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace(['\'', '’'], "");
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_file_reads() {
        let file: Result<File, _> = toml::from_str(include_str!("content/columns.toml"));
        let file = file.map_err(|fault| fault.to_string());
        assert!(file.is_ok(), "{:?}", file.err());
        let chronology = FILE.column.iter().flat_map(|column| &column.words);
        let others = FILE
            .table
            .values()
            .flatten()
            .flat_map(|column| &column.words);
        for word in chronology.chain(others) {
            let compared = "words stand in the form in which they are compared";
            assert_eq!(*word, plain(word), "{compared}");
        }
    }

    #[test]
    fn headers_are_read_by_their_words() {
        let role = |header| role_of_header(header).map(|(role, _)| role);
        assert_eq!(role("Date of Incident"), Some(Role::Date));
        assert_eq!(role("Date recorded"), Some(Role::KnownOn));
        assert_eq!(role("Date of birth"), Some(Role::More));
        assert_eq!(role("Reported by"), Some(Role::Source));
        assert_eq!(role("What happened?"), Some(Role::Text));
        assert_eq!(role("Zzz"), None);
    }
}
