//! What a date that is being typed is read as, in words, with how old the children were; or the question it leaves.

use crate::insight::ages::Age;
use crate::record::{FuzzyDate, Part, Reading, RecordKind};
use crate::tui::model::form::{Around, Form, FormKind};
use chrono::NaiveDate;

/// The reading of a date, or why it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// It is read as this.
    As(String),
    /// It cannot be read: it is kept as it is written, with this question.
    Question(String),
}

/// Reads what stands in a date field of a form; `None` while nothing does.
pub fn reading(form: &Form, text: &str, around: Around<'_>) -> Option<Read> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    Some(match FuzzyDate::parse(text, around.today) {
        Ok(date) => Read::As(format!(
            "reads as {}{}",
            in_words(&date),
            then(form, &date, around)
        )),
        Err(problem) => Read::Question(format!("{problem} It is kept as written.")),
    })
}

/// "Tuesday 3 November 2026", "about 2019", "not known".
fn in_words(date: &FuzzyDate) -> String {
    let words = match date.reading() {
        Reading::On(Part::Day(day)) => day.format("%A %-d %B %Y").to_string(),
        Reading::On(part @ Part::Month { .. }) => {
            part.first_day().format("some day in %B %Y").to_string()
        }
        Reading::On(Part::Year(year)) => format!("some day in {year}"),
        other => FuzzyDate::of(other).written().to_owned(),
    };
    let time = date
        .time()
        .map_or_else(String::new, |time| time.format(" at %H:%M").to_string());
    let doubt = if date.is_uncertain() {
        ", not sure"
    } else {
        ""
    };
    format!("{words}{time}{doubt}")
}

/// "; Kuba was 9 years", for the children whom the form is about.
fn then(form: &Form, date: &FuzzyDate, around: Around<'_>) -> String {
    if form.kind == FormKind::Record(RecordKind::Person) {
        return born(form, date, around.today);
    }
    // Only where children are what the form is about does it matter how old they were.
    if !form.has("child") && !form.has("children") {
        return String::new();
    }
    let mut about = form.ids("children");
    about.extend(form.ids("child"));
    let children = around.file.children().into_iter();
    let told = children
        .filter(|child| about.is_empty() || about.contains(&child.id()))
        .filter_map(|child| {
            let age = Age::at(child.body.born.as_ref()?, date)?;
            let was = if date.anchor().is_some_and(|day| day > around.today) {
                "will be"
            } else {
                "was"
            };
            Some(format!(
                "{} {was} {}",
                child.body.short_name(),
                age.in_words()
            ))
        });
    let told: Vec<_> = told.collect();
    if told.is_empty() {
        String::new()
    } else {
        format!("; {}", told.join(", "))
    }
}

fn born(form: &Form, date: &FuzzyDate, today: NaiveDate) -> String {
    let is_birth = form.field().is_some_and(|field| field.words.name == "born");
    let age = Age::on(date, today).filter(|_| is_birth && form.text("died").is_empty());
    match age {
        None | Some(Age::Unborn) => String::new(),
        Some(age) => format!("; {} old today", age.in_words()),
    }
}
