//! The form for what was found about a factor.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{date, entries, ids, line, long, none_yet, one, several};
use crate::insight::factors::{Column, Sheet, answer_to, is_shown};
use crate::practice::factors::{Factor, Polarity, critical_questions, factor, factors};
use crate::practice::source_kinds;
use crate::record::{FactorFinding, FuzzyDate, RecordId, Status, Subject};

const STATES: [(Status, &str, &str); 3] = [
    (Status::Present, "present", "present"),
    (
        Status::Absent,
        "absent",
        "absent: looked for, and not there",
    ),
    (
        Status::NotKnown,
        "not-known",
        "not known: looked for, and cannot be told",
    ),
];

pub(super) fn input(
    name: &str,
    found: Option<&FactorFinding>,
    around: Around<'_>,
) -> Option<Input> {
    let about = found.and_then(|found| factor(&found.factor));
    let about = about.or(around.factor);
    // A draft that is brought back from elsewhere says itself what it is about: until then every field is there.
    let is = |polarity| about.is_none_or(|about| about.polarity == polarity);
    let is_outside = about.is_none_or(|about| about.is_in("outside-home"));
    let text = |part: fn(&FactorFinding) -> &str| found.map_or("", part);
    match name {
        "factor" => {
            let all = factors().iter();
            let all = all.map(|factor| Choosable::new(&factor.id, &factor.name));
            one(all.collect(), about.map_or("", |about| &about.id))
        }
        "means" => about.map(|about| Input::Shown(what_it_means(about))),
        "named" if is_outside => line(text(|found| &found.named)),
        "subject" => {
            let columns = Sheet::of(around.file, around.today).columns;
            let chosen = found.map(|found| &found.subject);
            let asked = around.column.and_then(|column| columns.get(column));
            let chosen = chosen.or(asked.map(|column| &column.subject));
            let chosen = chosen.map_or_else(String::new, key);
            one(subjects(&columns, around), &chosen)
        }
        "status" => {
            let chosen = found.and_then(|found| {
                let mut states = STATES.iter();
                states.find(|(status, ..)| *status == found.status)
            });
            let mut options = vec![none_yet()];
            options.extend(STATES.map(|(_, id, words)| Choosable::new(id, words)));
            one(options, chosen.map_or("", |(_, id, _)| id))
        }
        "on" => match found {
            Some(found) => date(found.on.as_ref()),
            None => date(Some(&FuzzyDate::day(around.today))),
        },
        "evidence" => long(text(|found| &found.evidence)),
        "entries" => {
            let linked = found.map_or(&[][..], |found| &found.entries);
            several(entries(around, None), &ids(linked), Layout::List)
        }
        "said-by" => line(text(|found| &found.said_by)),
        "source-kind" => {
            let mut options = vec![Choosable::new("", "not known")];
            let kinds = source_kinds().iter();
            options.extend(kinds.map(|kind| Choosable::new(&kind.id, &kind.name)));
            one(options, text(|found| &found.source_kind))
        }
        "offsets" if is(Polarity::Protective) => {
            let offsets = found.map_or(&[][..], |found| &found.offsets);
            several(risks(around), offsets, Layout::List)
        }
        "how-offsets" if is(Polarity::Protective) => long(text(|found| &found.how_offsets)),
        "changes-needed" if is_outside => long(text(|found| &found.changes_needed)),
        _ if is(Polarity::Risk) => {
            let question = critical_questions().iter().find(|asked| asked.id == name)?;
            let mut options = vec![none_yet()];
            let choices = question.choices.iter();
            options.extend(choices.map(|choice| Choosable::new(&choice.id, &choice.name)));
            one(options, found.map_or("", |found| answer_to(found, name)))
        }
        _ => None,
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
            .map(|column| Choosable::new(key(&column.subject), &column.name)),
    );
    let others = super::people(around, false).into_iter();
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

/// A subject as a choice keeps it.
fn key(subject: &Subject) -> String {
    match subject {
        Subject::Person(person) => person.to_string(),
        Subject::Together(people) => ids(people).join("+"),
        Subject::Family => "family".to_owned(),
    }
}

fn subject_of(key: &str) -> Option<Subject> {
    if key == "family" {
        return Some(Subject::Family);
    }
    let people: Option<Vec<RecordId>> = key.split('+').map(|id| id.parse().ok()).collect();
    match people?.as_slice() {
        [only] => Some(Subject::Person(*only)),
        several => Some(Subject::Together(several.to_vec())),
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<FactorFinding>,
    around: Around<'_>,
) -> Result<FactorFinding, Refusal> {
    let id = form.text("factor");
    let about = factor(&id);
    if about.is_none() && was.is_none() {
        let words = "Choose the factor in the table first, then say what was found.";
        return Err(Refusal::new("status", words));
    }
    let subject = subject_of(&form.text("subject"))
        .ok_or_else(|| Refusal::new("subject", "Choose whom it is about."))?;
    let status = form.text("status");
    let status = STATES.iter().find(|(_, id, _)| *id == status);
    let Some((status, ..)) = status else {
        let words = "Say whether it is present, absent or not known.";
        return Err(Refusal::new("status", words));
    };
    let named = form.text("named");
    if about.is_some_and(|about| about.is_in("outside-home")) && named.is_empty() {
        let words = "Name the risk in your own words, so that it has a row of its own.";
        return Err(Refusal::new("named", words));
    }
    let (on, origin) = was.map_or((None, String::new()), |was| (was.on, was.origin));
    let found = FactorFinding {
        subject,
        factor: id,
        named,
        status: *status,
        on: form.date("on", on.as_ref(), around.today),
        evidence: form.text("evidence"),
        entries: form.ids("entries"),
        source_kind: form.text("source-kind"),
        said_by: form.text("said-by"),
        offsets: form.parts("offsets", '\n'),
        how_offsets: form.text("how-offsets"),
        rating: form.text("rating"),
        probability: form.text("probability"),
        timescale: form.text("timescale"),
        frequency: form.text("frequency"),
        movement: form.text("movement"),
        changes_needed: form.text("changes-needed"),
        origin,
    };
    if let Some(about) = about.filter(|about| about.never_without_diagnosis)
        && found.status == Status::Present
        && !is_shown(around.file, about, &found)
    {
        let words = "A learning disability alone is never a risk. Name the diagnosis of the mental illness and who made it, or choose not known.";
        return Err(Refusal::new("evidence", words));
    }
    Ok(found)
}
