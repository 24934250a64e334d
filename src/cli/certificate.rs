//! `throughline certificate CASE --goal GOAL`: a goal that was reached, marked on paper or on a page.

use super::args::{Certificate as Asked, DocumentForm};
use super::fault::Fault;
use super::find::find;
use super::options::Options;
use super::output::{note, say, write_new};
use crate::exchange::export::{Naming, certificate};
use crate::insight::folding::folded;
use crate::insight::words::listed;
use crate::record::{CaseFile, Goal, Record, RecordId};
use color_eyre::Result;
use std::process::ExitCode;

/// Prints the certificate, or writes it to the file that was named.
pub fn run(options: &Options, asked: &Asked) -> Result<ExitCode> {
    let store = options.open_store()?;
    let case = find(&store.caseload()?, &asked.case)?;
    let file = store.case_file(case)?;
    let goal = goal_named(&file, &asked.goal)?;
    let naming = match asked.full_name {
        true => Naming::Full,
        false => Naming::Short,
    };
    let worker = file.case.as_ref().map_or("", |case| &case.body.worker);
    let signed_by = match &options.author {
        None if !worker.is_empty() => worker.to_owned(),
        _ => options.writer(store.holder()),
    };
    let made = certificate(&file, goal, naming, &signed_by, options.today())?;
    let document = match asked.format {
        DocumentForm::Text => made.text(),
        DocumentForm::Html => made.html(),
    };
    let said = match &asked.out {
        None => say(&document)?,
        Some(path) => write_new(path, &document)?,
    };
    if !made.also_names.is_empty() {
        note(&format!(
            "The words of this goal name {} too; read them through before you give it away.",
            listed(&made.also_names)
        ));
    }
    Ok(said)
}

/// The goal with this reference, or whose words hold these.
fn goal_named(file: &CaseFile, asked: &str) -> Result<RecordId, Fault> {
    let wanted = folded(asked.trim());
    let is_called = |goal: &&Record<Goal>| folded(&goal.body.reference) == wanted;
    let holds = |goal: &&Record<Goal>| folded(&goal.body.words).contains(&wanted);
    let mut found: Vec<&Record<Goal>> = file.goals.values().filter(is_called).collect();
    if found.is_empty() {
        found = file.goals.values().filter(holds).collect();
    }
    match found.as_slice() {
        _ if wanted.is_empty() => Err(Fault::NoSuchGoal),
        [] => Err(Fault::NoSuchGoal),
        [only] => Ok(only.id()),
        several => Err(Fault::SeveralGoals(several.len())),
    }
}
