//! `throughline export CASE --as FORM`: the people of a case and what joins them, for other programs or as a page for people.

use super::args::{Export as Asked, ExportForm};
use super::find::find;
use super::options::Options;
use super::output::{say, write_new};
use crate::exchange::export::family_report;
use crate::exchange::gedcom::{self, GedcomForm};
use color_eyre::Result;
use std::process::ExitCode;

/// Prints the file, or writes it to the one that was named.
pub fn run(options: &Options, asked: &Asked) -> Result<ExitCode> {
    let store = options.open_store()?;
    let case = find(&store.caseload()?, &asked.case)?;
    let file = store.case_file(case)?;
    let document = match asked.form {
        ExportForm::Gedcom7 => gedcom::export(&file, GedcomForm::Gedcom7, options.today()),
        ExportForm::FamilyHtml => family_report::report(&file, options.today()),
        ExportForm::Gedcom551 => gedcom::export(&file, GedcomForm::Gedcom551, options.today()),
    };
    match &asked.out {
        None => say(&document),
        Some(path) => write_new(path, &document),
    }
}
