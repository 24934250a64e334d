//! How a private note is told: a line for each question, or a file in TOML. What cannot be read is said by its line, never
//! by its words.

use super::super::fault::Fault;
use crate::record::private_note::restorative_facets;
use crate::record::{FuzzyDate, PrivateNote, PrivatePart};
use chrono::NaiveDate;
use color_eyre::Result;
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;
use toml::{Table, Value};

/// Asks part by part, where somebody sits at a terminal; takes a line for each. An empty line leaves a part untold.
///
/// # Errors
/// When standard input cannot be read.
pub fn from_answers(note: &mut PrivateNote) -> Result<()> {
    let input = std::io::stdin();
    let asks = input.is_terminal();
    let mut answers = input.lock().lines();
    for part in PrivatePart::ALL {
        if asks {
            // When even the error stream is closed there is nobody left to ask.
            let _ = write!(std::io::stderr(), "{}: {}\n> ", part.name(), part.asks());
        }
        match answers.next().transpose()? {
            Some(answer) => *note.part_mut(part) = answer.trim().to_owned(),
            None => break,
        }
    }
    Ok(())
}

/// Reads a file whose keys are the ids of the parts, `on`, `next_on` and `facets`.
///
/// # Errors
/// [`Fault::FileNotRead`]; [`Fault::NotANote`] for anything else that stands in it.
pub fn from_file(note: &mut PrivateNote, file: &Path, today: NaiveDate) -> Result<(), Fault> {
    let text = std::fs::read_to_string(file).map_err(|source| Fault::FileNotRead {
        file: file.to_owned(),
        source,
    })?;
    let not_one = |at: String| Fault::NotANote {
        file: file.to_owned(),
        at,
    };
    // The reader's own words quote the line that it could not read.
    let table: Table = toml::from_str(&text).map_err(|fault| {
        let line = fault.span().and_then(|span| text.get(..span.start));
        not_one(line.map_or_else(String::new, |before| {
            format!(" (line {} is not TOML)", before.matches('\n').count() + 1)
        }))
    })?;
    for (number, (key, value)) in table.iter().enumerate() {
        let wrong = || not_one(format!(" (value {} is not one of a note)", number + 1));
        take(note, key, value, today).ok_or_else(wrong)?;
    }
    Ok(())
}

/// Takes one value; `None` when a note has no such key or it is of another kind.
fn take(note: &mut PrivateNote, key: &str, value: &Value, today: NaiveDate) -> Option<()> {
    match key {
        "on" => note.on = day(value, today)?,
        "next_on" => note.next_on = Some(day(value, today)?),
        "facets" => note.facets = value.as_array()?.iter().map(facet).collect::<Option<_>>()?,
        _ => {
            let part = PrivatePart::ALL.into_iter().find(|part| part.id() == key)?;
            *note.part_mut(part) = value.as_str()?.trim().to_owned();
        }
    }
    Some(())
}

/// A day as text, or as TOML writes one.
fn day(value: &Value, today: NaiveDate) -> Option<FuzzyDate> {
    let text = match value {
        Value::Datetime(day) => day.to_string(),
        other => other.as_str()?.to_owned(),
    };
    FuzzyDate::parse(&text, today).ok()
}

fn facet(value: &Value) -> Option<String> {
    let asked = value.as_str()?;
    let mut known = restorative_facets().map(|(id, ..)| id);
    known.find(|id| *id == asked).map(str::to_owned)
}
