//! Why a file could not be brought in at all: one sentence that names the file and, where there is one, the row.

use thiserror::Error;

/// Why nothing was brought in. Whatever it is, the store is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportFault {
    /// The file has no content.
    #[error("{file} is empty. Ask for it again; nothing was written.")]
    Empty {
        /// The file's name.
        file: String,
    },
    /// The file is a document of another program.
    #[error(
        "{file} is {what}, not a table in plain text. Open it and save it as CSV, then bring that in; nothing was written."
    )]
    OtherProgram {
        /// The file's name.
        file: String,
        /// What it is.
        what: &'static str,
    },
    /// The file holds bytes that no text holds.
    #[error(
        "{file} is not text (line {line} holds bytes that no text has). Save it as CSV and try again; nothing was written."
    )]
    Binary {
        /// The file's name.
        file: String,
        /// The physical line.
        line: u32,
    },
    /// A header and nothing under it.
    #[error(
        "{file} has a header on line {line} and no rows under it. Ask for it again; nothing was written."
    )]
    HeaderOnly {
        /// The file's name.
        file: String,
        /// The header's physical line.
        line: u32,
    },
    /// A quote that is not closed.
    #[error(
        "{file}, row {record}, line {line}: a quotation mark is opened and never closed, so it is not certain where the row ends. Put the mark right in a copy of the file; nothing was written."
    )]
    UnclosedQuote {
        /// The file's name.
        file: String,
        /// The record; the header is 1.
        record: u32,
        /// The physical line on which the record starts.
        line: u32,
    },
    /// A cell larger than any account.
    #[error(
        "{file}, row {record}, line {line}: one cell holds more than {limit} letters, which no entry of a chronology does. The file may be damaged; nothing was written."
    )]
    CellTooLong {
        /// The file's name.
        file: String,
        /// The record; the header is 1.
        record: u32,
        /// The physical line on which the record starts.
        line: u32,
        /// The longest cell that is taken.
        limit: usize,
    },
    /// A line longer than any.
    #[error(
        "{file}, line {line}: one line holds more than {limit} bytes, which no line of a family's history does. The file may be damaged; ask for it again. Nothing was written."
    )]
    LineTooLong {
        /// The file's name.
        file: String,
        /// The physical line.
        line: u32,
        /// The longest line that is taken.
        limit: usize,
    },
    /// No column of dates.
    #[error(
        "{file}: none of the columns {columns} holds dates. Name the right one with --mapping; nothing was written."
    )]
    NoDateColumn {
        /// The file's name.
        file: String,
        /// The columns' names.
        columns: String,
    },
    /// Two columns could be the date.
    #[error(
        "{file}: both \"{one}\" and \"{other}\" could be the date of the event. Say which with --mapping; nothing was written."
    )]
    TwoDateColumns {
        /// The file's name.
        file: String,
        /// The one column.
        one: String,
        /// The other.
        other: String,
    },
    /// No column of words.
    #[error(
        "{file}: none of the columns {columns} tells what happened. Name the right one with --mapping; nothing was written."
    )]
    NoTextColumn {
        /// The file's name.
        file: String,
        /// The columns' names.
        columns: String,
    },
    /// A column of a table of people or placements that cannot be done without.
    #[error(
        "{file} has no column for {what}; its columns are {columns}. Give the column that name and try again; nothing was written."
    )]
    ColumnMissing {
        /// The file's name.
        file: String,
        /// What is missing.
        what: &'static str,
        /// The columns' names.
        columns: String,
    },
    /// A table about people, for a case in which nobody is known.
    #[error(
        "{file} tells of people, and this family has no children here yet. Bring a table of its people in with it (--children, or People on the screen), or see whether its name is written as in the list; nothing was written."
    )]
    NobodyToMatch {
        /// The file's name.
        file: String,
    },
    /// A mapping that does not read.
    #[error("The mapping cannot be read: {why}. Nothing was written.")]
    Mapping {
        /// What the TOML reader says.
        why: String,
    },
    /// A mapping that names a column which the file does not have.
    #[error(
        "{file} has no column \"{column}\", which the mapping names; its columns are {columns}. Nothing was written."
    )]
    NoSuchColumn {
        /// The file's name.
        file: String,
        /// The column named.
        column: String,
        /// The columns there are.
        columns: String,
    },
}
