//! The form for what was found about a factor.

use super::super::{Around, Choosable, Input, Layout, Refusal};
use super::inputs::{adults, many, none_yet, one};
use super::{FieldInput, refuse};
use crate::insight::factors::{Column, Sheet, is_shown};
use crate::practice::factors::{Factor, Polarity, critical_questions, factor, factors};
use crate::record::field_value::FieldValue;
use crate::record::{Body, FactorFinding, Status};

pub fn begin(found: &mut FactorFinding, around: Around<'_>) {
    found.factor = around
        .factor
        .map_or_else(String::new, |factor| factor.id.clone());
}

/// Only what is asked of a factor of this kind. A draft that is brought back from elsewhere says itself what it is about:
/// until then every field is there.
pub fn input(name: &str, found: &FactorFinding, is_new: bool, around: Around<'_>) -> FieldInput {
    let about = factor(&found.factor).or(around.factor);
    let is = |polarity| about.is_none_or(|about| about.polarity == polarity);
    let is_outside = about.is_none_or(|about| about.is_in("outside-home"));
    let is_critical = critical_questions().iter().any(|asked| asked.id == name);
    match name {
        "means" => match about {
            Some(about) => FieldInput::Otherwise(Input::Shown(what_it_means(about))),
            None => FieldInput::Not,
        },
        "named" | "changes_needed" if !is_outside => FieldInput::Not,
        "offsets" | "how_offsets" if !is(Polarity::Protective) => FieldInput::Not,
        _ if is_critical && !is(Polarity::Risk) => FieldInput::Not,
        "subject" => {
            let columns = Sheet::of(around.file, around.today).columns;
            let asked = around.column.and_then(|column| columns.get(column));
            let chosen = match is_new {
                true => asked.map(|column| &column.subject),
                false => Some(&found.subject),
            };
            let chosen = chosen.map_or_else(String::new, |subject| subject.value().as_written("+"));
            FieldInput::Otherwise(one(subjects(&columns, around), &chosen))
        }
        "offsets" => {
            let chosen: Vec<&str> = found.offsets.iter().map(String::as_str).collect();
            FieldInput::Otherwise(many(risks(around), &chosen, Layout::List))
        }
        _ => FieldInput::AsUsual,
    }
}

/// What it means and what to take care with, to be read while the finding is written.
fn what_it_means(factor: &Factor) -> String {
    let care = match factor.caveat.as_str() {
        "" => String::new(),
        caveat => format!("\nTake care: {caveat}"),
    };
    format!("{}\nEvidence: {}{care}", factor.means, factor.evidence)
}

/// Everybody of whom a finding can be: the columns of the sheet, then other grown-ups, who become a column by it.
fn subjects(columns: &[Column], around: Around<'_>) -> Vec<Choosable> {
    let mut options = vec![none_yet()];
    options.extend(
        columns
            .iter()
            .map(|column| Choosable::new(column.subject.value().as_written("+"), &column.name)),
    );
    let others = adults(around).into_iter();
    let others: Vec<Choosable> = others
        .filter(|other| !options.iter().any(|known| known.id == other.id))
        .collect();
    options.extend(others);
    options
}

/// The risks that are present first: those are the ones to offset.
fn risks(around: Around<'_>) -> Vec<Choosable> {
    let sheet = Sheet::of(around.file, around.today);
    let is_present = |id: &str| {
        let mut rows = sheet.rows.iter();
        rows.any(|row| row.factor.id == id && row.is_present())
    };
    let risks = factors().iter();
    let risks = risks.filter(|factor| factor.polarity == Polarity::Risk);
    let (present, others): (Vec<&Factor>, Vec<&Factor>) =
        risks.partition(|factor| is_present(&factor.id));
    let present = present
        .into_iter()
        .map(|factor| Choosable::new(&factor.id, format!("{} (present)", factor.name)));
    let others = others.into_iter();
    let others = others.map(|factor| Choosable::new(&factor.id, &factor.name));
    present.chain(others).collect()
}

pub fn check(found: &FactorFinding, was: Option<&Body>, around: Around<'_>) -> Option<Refusal> {
    let about = factor(&found.factor);
    if about.is_none() && was.is_none() {
        return refuse(
            "status",
            "Choose the factor in the table first, then say what was found.",
        );
    }
    if about.is_some_and(|about| about.is_in("outside-home")) && found.named.is_empty() {
        return refuse(
            "named",
            "Name the risk in your own words, so that it has a row of its own.",
        );
    }
    if let Some(about) = about.filter(|about| about.never_without_diagnosis)
        && found.status == Status::Present
        && !is_shown(around.file, about, found)
    {
        return refuse(
            "evidence",
            "A learning disability alone is never a risk. Name the diagnosis of the mental illness and who made it, or choose not known.",
        );
    }
    None
}
