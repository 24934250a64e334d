//! `show CASE plan --since DAY`: what changed since the version of the plan that stood on a day.

use crate::cli::changes::write_fields;
use crate::cli::lines::Lines;
use crate::cli::show::Shown;
use crate::insight::changes::FieldChange;
use crate::insight::plan::{Difference, compare, versions};
use crate::insight::words::day_in_words;
use crate::insight::words::first_large;
use crate::record::RecordId;
use chrono::NaiveDate;
use serde::Serialize;

/// What changed since a version.
#[derive(Serialize)]
pub struct Since {
    asked: NaiveDate,
    /// The version of that day, or the last before it; none when no version was agreed by then.
    version: Option<RecordId>,
    agreed_on: Option<String>,
    /// The earliest version that there is; told where none was agreed by the day that was asked for.
    first_agreed_on: Option<String>,
    changes: Vec<Changed>,
}

#[derive(Serialize)]
struct Changed {
    id: RecordId,
    part: &'static str,
    happened: &'static str,
    text: String,
    fields: Vec<FieldChange>,
}

/// What changed since the version agreed on a day, or the last one before it.
pub fn since(shown: &Shown, asked: NaiveDate) -> Since {
    let all = versions(shown.file);
    let by_then = all.iter().find(|version| {
        let on = version.body.on.anchor();
        on.is_some_and(|on| on <= asked)
    });
    let changes = by_then.map_or_else(Vec::new, |version| {
        compare(&version.body, shown.file, shown.revisions, shown.now)
    });
    let first = all.last().filter(|_| by_then.is_none());
    Since {
        asked,
        version: by_then.map(|version| version.id()),
        agreed_on: by_then.map(|version| version.body.on.in_short()),
        first_agreed_on: first.map(|version| version.body.on.in_short()),
        changes: changes.into_iter().map(changed).collect(),
    }
}

fn changed(difference: Difference) -> Changed {
    Changed {
        id: difference.part,
        part: difference.kind,
        happened: difference.happened.word(),
        text: difference.words,
        fields: difference.fields,
    }
}

impl Since {
    /// As plain lines.
    pub fn write(&self, lines: &mut Lines) {
        let Some(agreed_on) = &self.agreed_on else {
            lines.heading("What changed in the plan");
            let asked = day_in_words(self.asked);
            match &self.first_agreed_on {
                None => lines.item("No version of this plan was agreed yet."),
                Some(first) => lines.item(format!(
                    "No version of this plan was agreed by {asked}; the first was agreed on {first}."
                )),
            }
            return;
        };
        lines.heading(format!("Changed since the plan of {agreed_on}"));
        if self.changes.is_empty() {
            lines.item("Nothing changed since.");
        }
        for change in &self.changes {
            lines.fact(
                &format!("{} {}", first_large(change.happened), change.part),
                &change.text,
            );
            write_fields(lines, &change.fields);
        }
    }
}
