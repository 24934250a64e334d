//! A due put into words: why, by when, from which rule, and what would meet it.

use super::days::{in_words, on_in_words};
use super::facts::{Child, Facts, Held, Period};
use super::{Due, DueKind, DueState, state_on};
use crate::insight::people::short_names;
use crate::insight::spans::ago;
use crate::insight::words::{day_in_words, either};
use crate::practice::timescales::{Limit, Span, Timescale, Whose};
use crate::practice::working_days::Counted;
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;

impl Due {
    /// Whose it is and what: "Kuba: Looked-after review".
    pub fn in_words(&self, file: &CaseFile) -> String {
        match short_names(file, &self.about).as_str() {
            "" => self.what.clone(),
            whose => format!("{whose}: {}", self.what),
        }
    }

    /// By when, from today: "late 3d ago", "in 2w"; that nobody can tell where it has no day.
    pub fn when_in_words(&self, today: NaiveDate) -> String {
        match (self.state, self.day) {
            (DueState::NotRecorded, _) => "not recorded".to_owned(),
            (DueState::Late, Some(day)) => format!("late {}", ago(day, today)),
            (_, Some(day)) => ago(day, today),
            (_, None) => "no day".to_owned(),
        }
    }
}

/// From which a clock counts: the day and the sentence that says so.
pub struct Start {
    /// The day.
    pub day: NaiveDate,
    /// "The last visit to the child was on 3 November 2026."
    pub words: String,
    /// The record that started it.
    pub record: Option<RecordId>,
}

/// A clock that was started by a rule.
pub struct Clocked<'r> {
    /// The rule.
    pub row: &'r Timescale,
    /// What kind of due it makes.
    pub kind: DueKind,
    /// From which it counts.
    pub start: Start,
    /// The length of time, where it is another than the rule's limit.
    pub span: Option<Span>,
    /// Whether anything of what meets it was ever recorded.
    pub was_ever: bool,
    /// More sentences of the why.
    pub more: Vec<String>,
}

impl Facts<'_> {
    /// The due of a clock for a child.
    pub fn due(&self, child: &Child, clocked: Clocked) -> Due {
        let Clocked {
            row,
            kind,
            start,
            span,
            was_ever,
            more,
        } = clocked;
        let Some(used) = span.or(row.span()) else {
            let ask = format!(
                "{} How often is set locally, and nothing is set: say it in timescales.toml.",
                start.words
            );
            return self.without_day(row, kind, child.about(), ask);
        };
        let counted = used.after(start.day, row.first_day_counts, self.by.working_days());
        let mut why = vec![start.words, within(row, used, &counted)];
        let state = state_on(counted.day, self.today);
        let never = state == DueState::Late && !was_ever;
        if never {
            why.push(format!(
                "None is recorded, so nobody can tell whether it was done; the first was due by {}.",
                day_in_words(counted.day)
            ));
        }
        why.push(counted.caveat());
        why.extend(more);
        Due {
            day: (!never).then_some(counted.day),
            state: if never { DueState::NotRecorded } else { state },
            record: start.record,
            ..self.without_day(row, kind, child.about(), said(&why))
        }
    }

    /// A due of which the record does not let a day be told.
    pub fn without_day(
        &self,
        row: &Timescale,
        kind: DueKind,
        about: Vec<RecordId>,
        why: String,
    ) -> Due {
        Due {
            kind,
            what: row.name.clone(),
            short: row.short.clone(),
            about,
            day: None,
            state: DueState::NotRecorded,
            why,
            rule: row.id.clone(),
            source: row.source.clone(),
            check: row.check.clone(),
            met_by: self.met_by(row),
            occasion: row.met_by.first().cloned(),
            record: None,
        }
    }

    fn met_by(&self, row: &Timescale) -> String {
        if !row.meets.is_empty() {
            return row.meets.clone();
        }
        let named = row.met_by.iter().filter_map(|id| self.by.occasion(id));
        let named: Vec<&str> = named.map(|occasion| occasion.name.as_str()).collect();
        format!("Write down the {} when it was held.", either(&named))
    }

    /// The name of an occasion, as a sentence uses it.
    pub fn name_of<'s>(&'s self, held: &'s Held) -> &'s str {
        let id = held.record.body.what.as_str();
        self.by.occasion(id).map_or(id, |occasion| &occasion.name)
    }

    /// "The last visit to the child was on 3 November 2026."
    pub fn after_last(&self, held: &Held) -> Start {
        self.after(held, "The last")
    }

    /// The same of one that began something.
    pub fn after_first(&self, held: &Held) -> Start {
        self.after(held, "The")
    }

    fn after(&self, held: &Held, which: &str) -> Start {
        let on = on_in_words(&held.record.body.on);
        Start {
            day: held.first,
            words: format!("{which} {} was {on}.", self.name_of(held)),
            record: Some(held.record.id()),
        }
    }
}

impl Period<'_> {
    /// The start of a time, as a clock counts from it; `None` where its day is not known.
    pub fn start(&self, whose: Whose) -> Option<Start> {
        Some(Start {
            day: self.since?,
            words: self.words(whose),
            record: None,
        })
    }

    fn words(&self, whose: Whose) -> String {
        let since = in_words(self.written);
        match whose {
            Whose::LookedAfter => format!("Looked after since {since}."),
            Whose::ChildProtection if self.is_supposed => format!(
                "The initial conference was on {since}; whether it made a plan is not recorded."
            ),
            Whose::ChildProtection => format!("Child protection plan since {since}."),
            Whose::ChildInNeed => format!("In need since {since}."),
            Whose::Any => String::new(),
        }
    }

    /// Why nothing can be counted from it.
    pub fn unknown(&self, whose: Whose) -> String {
        let what = match whose {
            Whose::LookedAfter => "the child is looked after",
            Whose::ChildProtection => "the child protection plan goes on",
            Whose::ChildInNeed => "the child is in need",
            Whose::Any => "it goes on",
        };
        format!("Since when {what} is not recorded, so no day can be counted.")
    }
}

/// "Within 6 weeks, by 15 December 2026."; of a local limit that was not set, that it is the common one.
fn within(row: &Timescale, span: Span, counted: &Counted) -> String {
    let by = day_in_words(counted.day);
    let first = match row.first_day_counts {
        true => ", that day counted as the first",
        false => "",
    };
    match (&row.limit, row.first) {
        (Limit::Local, _) | (_, Some(_)) => {
            format!("Within {span}: by {by} ({}).", row.limit_in_words())
        }
        _ => format!("Within {span}{first}: by {by}."),
    }
}

/// Sentences one after the other; empty ones are left out.
pub fn said(sentences: &[String]) -> String {
    let told: Vec<&str> = sentences
        .iter()
        .map(|sentence| sentence.trim())
        .filter(|sentence| !sentence.is_empty())
        .collect();
    told.join(" ")
}
