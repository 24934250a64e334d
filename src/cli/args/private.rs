//! What `throughline private` takes.

use clap::{Args as ClapArgs, Subcommand, ValueHint};
use std::path::PathBuf;

/// Notes about a worker, in a book that has a passphrase of its own.
#[derive(Debug, Subcommand)]
pub enum Private {
    /// List the books; with --worker, the notes in one
    List(PrivateList),
    /// Write a note: plain answers on standard input, one line each, or a file
    ///
    /// The answers come in this order, an empty line leaves one out: how_are_you, wellbeing, burnout, self_efficacy,
    /// support, training, emotional_availability, what_would_help, agreed. In a file these are the keys, beside
    /// on = "23/11/2026", next_on, and facets = ["S0D.1"] for what restored the worker.
    Add(PrivateAdd),
    /// Read the notes of a book as plain lines of text
    Show(PrivateShow),
    /// Give another person a slot of the book, or a new passphrase to somebody who has one
    LetIn(PrivateLetIn),
}

/// Which books, or which notes.
#[derive(Debug, ClapArgs)]
pub struct PrivateList {
    /// The worker whose book it is
    #[arg(long, value_name = "NAME")]
    pub worker: Option<String>,
    /// Read the book's passphrase from the first line of this file instead of asking
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub private_passphrase_file: Option<PathBuf>,
}

/// A book, and what opens it.
#[derive(Debug, ClapArgs)]
pub struct Book {
    /// The worker whose book it is
    #[arg(long, value_name = "NAME")]
    pub worker: String,
    /// Read the book's passphrase from the first line of this file instead of asking
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub private_passphrase_file: Option<PathBuf>,
}

/// A new note.
#[derive(Debug, ClapArgs)]
pub struct PrivateAdd {
    /// The book; it is made when the worker has none
    #[command(flatten)]
    pub book: Book,
    /// Who spoke with the worker [default: you]
    #[arg(long, value_name = "NAME")]
    pub with: Option<String>,
    /// Take the note from this TOML file; the file itself is not sealed
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub from: Option<PathBuf>,
}

/// Which notes.
#[derive(Debug, ClapArgs)]
pub struct PrivateShow {
    /// The book
    #[command(flatten)]
    pub book: Book,
    /// Only the notes of this day, such as 2026-11-23
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
}

/// Another person.
#[derive(Debug, ClapArgs)]
pub struct PrivateLetIn {
    /// The book
    #[command(flatten)]
    pub book: Book,
    /// Who gets a slot
    #[arg(long, value_name = "NAME")]
    pub person: String,
    /// Read that person's new passphrase from the first line of this file instead of asking
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub new_passphrase_file: Option<PathBuf>,
}
