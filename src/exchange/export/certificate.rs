//! The certificate that marks a goal that was reached (inventory S3O.5): whose, the goal, how far they got, the day, who
//! signs. It tells of nothing else in the case.

use super::html::page;
use super::text::{centred, clean, indented};
use crate::insight::folding::folded;
use crate::insight::goals::standings;
use crate::insight::words::{day_in_words, listed};
use crate::page::html::escaped;
use crate::practice::goals::Level;
use crate::record::{CaseFile, Person, RecordId};
use chrono::NaiveDate;

/// By which name people are called on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// As people call them.
    #[default]
    Short,
    /// The whole name.
    Full,
}

/// Why there is nothing to mark yet. The sentences hold no word of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// There is no such goal.
    #[error("This goal is not in the case.")]
    NoGoal,
    /// Nobody has looked at it.
    #[error(
        "This goal has not been reviewed yet, so there is nothing to mark yet; its first review will show how far it is."
    )]
    NotReviewed,
    /// It is not there yet.
    #[error(
        "At its last review this goal stood at {}, so there is nothing to mark yet; what helps next belongs to the next review.",
        .0.words()
    )]
    NotReached(Level),
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Whose goal it was.
    pub whose: String,
    /// The goal, in their words.
    pub goal: String,
    /// The level reached.
    pub level: Level,
    /// How that level was described beforehand; may be empty.
    pub reached: String,
    /// The day of the review; none where its day is not known.
    pub on: Option<String>,
    /// Who signs; empty for a line without a name.
    pub signed_by: String,
    /// Other people of the case whose names stand in the words of the goal. They are for whoever gives it away to read, and
    /// are not printed.
    pub also_names: Vec<String>,
}

const TITLE: &str = "Certificate of achievement";
const CLOSING: &str = "Well done. This is your doing, and it is worth marking.";

/// The certificate of a goal that was reached by its last review.
///
/// # Errors
/// [`NotYet`]: the goal was not reviewed, or its last review found less than was expected.
pub fn certificate(
    file: &CaseFile,
    goal: RecordId,
    naming: Naming,
    signed_by: &str,
    today: NaiveDate,
) -> Result<Certificate, NotYet> {
    let mut all = standings(file, today).into_iter();
    let standing = all.find(|standing| standing.goal.id() == goal);
    let standing = standing.ok_or(NotYet::NoGoal)?;
    let review = &standing.last().ok_or(NotYet::NotReviewed)?.body;
    if review.level < Level::Expected {
        return Err(NotYet::NotReached(review.level));
    }
    let goal = &standing.goal.body;
    let people = goal.people.iter().filter_map(|id| file.people.get(id));
    let names: Vec<String> = people.map(|person| name(&person.body, naming)).collect();
    let reached = goal.levels.get(review.level.place());
    let reached = clean(reached.map_or("", String::as_str));
    let words = clean(&goal.words);
    let others = file
        .people
        .values()
        .filter(|one| !goal.people.contains(&one.id()));
    let told = folded(&format!("{words} {reached}"));
    let named = others.filter(|other| is_named(&other.body, &told));
    let also_names = named
        .map(|other| other.body.short_name().to_owned())
        .collect();
    Ok(Certificate {
        whose: listed(&names),
        goal: words,
        level: review.level,
        reached,
        on: review.on.exact_day().map(day_in_words).or_else(|| {
            let on = review.on.anchor();
            on.map(|_| review.on.in_short())
        }),
        signed_by: clean(signed_by),
        also_names,
    })
}

fn name(person: &Person, naming: Naming) -> String {
    clean(match naming {
        Naming::Short => person.short_name(),
        Naming::Full => &person.name,
    })
}

/// Whether folded words hold what somebody is called.
fn is_named(person: &Person, told: &str) -> bool {
    let first = person.name.split_whitespace().next().unwrap_or_default();
    let called = [folded(person.short_name()), folded(first)];
    let mut words = told.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| !word.is_empty() && called.iter().any(|called| called == word))
}

impl Certificate {
    fn how_far(&self) -> String {
        let far = match self.level {
            Level::MuchMore => "you had come much further than expected",
            Level::More => "you had come further than expected",
            _ => "you had got there",
        };
        let when = match &self.on {
            Some(on) => format!("At its review on {on}"),
            None => "At its last review".to_owned(),
        };
        match self.reached.is_empty() {
            true => format!("{when} {far}."),
            false => format!("{when} {far}:"),
        }
    }

    /// As plain text of at most 80 columns.
    pub fn text(&self) -> String {
        let mut text = centred(&TITLE.to_uppercase());
        text += "\n";
        text += &centred(&format!("for {}", self.whose));
        text += "\n\nThis was your goal:\n\n";
        text += &indented(&self.goal, 4);
        text += "\n";
        text += &indented(&self.how_far(), 0);
        if !self.reached.is_empty() {
            text += "\n";
            text += &indented(&self.reached, 4);
        }
        text += &format!("\n{CLOSING}\n\n\n");
        text += "Signed  ______________________________\n";
        text += &indented(&self.signed_by, 8);
        text += "\nDate    ______________________________\n";
        text
    }

    /// As a page for a browser or a printer, whole in itself.
    pub fn html(&self) -> String {
        let mut main = format!(
            "<h1>{TITLE}</h1>\n<p class=\"whose\">for {}</p>\n",
            escaped(&self.whose)
        );
        main += &format!(
            "<h2>Your goal</h2>\n<blockquote><p>{}</p></blockquote>\n<h2>How far you came</h2>\n<p>{}</p>\n",
            escaped(&self.goal),
            escaped(&self.how_far())
        );
        if !self.reached.is_empty() {
            main += &format!(
                "<blockquote><p>{}</p></blockquote>\n",
                escaped(&self.reached)
            );
        }
        main += &format!(
            "<p>{CLOSING}</p>\n<dl>\n<dt>Signed</dt>\n<dd>{}</dd>\n<dt>Date</dt>\n<dd></dd>\n</dl>\n",
            escaped(&self.signed_by)
        );
        page(TITLE, &main)
    }
}
