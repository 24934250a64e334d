//! How writing is typed that leaves the program: a family for other programs, a certificate for people.

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use std::path::PathBuf;

/// A family for other programs, or for people.
#[derive(Debug, ClapArgs)]
pub struct Export {
    /// The family's name, a child's name, the beginning of either, or the case's id
    pub case: String,
    /// The form of the file
    #[arg(long = "as", value_enum, value_name = "FORM", default_value_t)]
    pub form: ExportForm,
    /// Write it to this new file instead; the file is not sealed
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,
}

/// The form in which a family is written for other programs, or for people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// GEDCOM 7.0
    #[default]
    Gedcom7,
    /// GEDCOM 5.5.1, which older genealogy programs read
    Gedcom551,
    /// A page for a browser or a printer: genogram, ecomaps and relationships, drawn and in words
    FamilyHtml,
}

/// A certificate.
#[derive(Debug, ClapArgs)]
pub struct Certificate {
    /// The family's name, a child's name, the beginning of either, or the case's id
    pub case: String,
    /// The goal: its reference, or words of it
    #[arg(long, value_name = "GOAL")]
    pub goal: String,
    /// Plain text, or a page for a browser or a printer
    #[arg(long, value_enum, default_value_t)]
    pub format: DocumentForm,
    /// Name people by their whole names instead of what people call them
    #[arg(long)]
    pub full_name: bool,
    /// Write it to this new file instead; the file is not sealed
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,
}

/// The form of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum DocumentForm {
    /// Plain text of 80 columns
    #[default]
    Text,
    /// A page for a browser or a printer, whole in itself
    Html,
}
