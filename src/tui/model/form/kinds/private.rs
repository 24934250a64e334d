//! The form of a private note. It writes no record of a case: what it asks goes into an open book of private notes.

use super::super::Field;
use super::inputs::{date, line, long, many};
use super::{Form, FormKind, Input, Refusal};
use crate::practice::FieldWords;
use crate::record::private_note::restorative_facets;
use crate::record::{FuzzyDate, PrivateNote, PrivatePart, RecordId};
use crate::tui::model::form::{Choosable, Layout};
use chrono::NaiveDate;
use std::sync::LazyLock;

/// The fields in their order: when and with whom, the parts, what restored the worker, when next.
static WORDS: LazyLock<Vec<FieldWords>> = LazyLock::new(|| {
    let words = |name: &str, heading: &str, label: &str, asks: &str| FieldWords {
        form: FormKind::Private.key().to_owned(),
        name: name.to_owned(),
        heading: heading.to_owned(),
        label: label.to_owned(),
        asks: asks.to_owned(),
        ..FieldWords::default()
    };
    let parts = PrivatePart::ALL.into_iter().map(|part| {
        let heading = match part {
            PrivatePart::WhatWouldHelp | PrivatePart::Agreed => "What follows",
            _ => "In your own words",
        };
        words(part.id(), heading, part.short_name(), part.asks())
    });
    let asked: Vec<&str> = restorative_facets().map(|(_, _, asks)| asks).collect();
    let spoke = [
        words(
            "on",
            "The conversation",
            "When",
            "The day on which you spoke.",
        ),
        words(
            "supervisor",
            "The conversation",
            "With",
            "Who spoke with the worker.",
        ),
    ];
    let last = [
        words("facets", "What follows", "What restored", &asked.join(" ")),
        words(
            "next_on",
            "What follows",
            "Next",
            "When you speak again; empty while that is open.",
        ),
    ];
    spoke.into_iter().chain(parts).chain(last).collect()
});

fn input(name: &str, note: &PrivateNote) -> Option<Input> {
    match name {
        "on" => Some(date(note.on.written())),
        "next_on" => Some(date(note.next_on.as_ref().map_or("", FuzzyDate::written))),
        "supervisor" => Some(line(&note.supervisor)),
        "facets" => {
            let options = restorative_facets().map(|(id, words, _)| Choosable::new(id, words));
            let chosen: Vec<&str> = note.facets.iter().map(String::as_str).collect();
            Some(many(options.collect(), &chosen, Layout::List))
        }
        _ => {
            let part = PrivatePart::ALL
                .into_iter()
                .find(|part| part.id() == name)?;
            Some(long(note.part(part)))
        }
    }
}

impl Form {
    /// A form for a note of a book: `id` and `revision` are those that saving it writes.
    pub fn of_private_note(note: &PrivateNote, id: RecordId, revision: u32) -> Form {
        let fields = WORDS.iter();
        let fields = fields.filter_map(|words| Some(Field::new(words, input(&words.name, note)?)));
        let base = revision.saturating_sub(1);
        let is_old = base > 0;
        let mut form = Form {
            kind: FormKind::Private,
            target: is_old.then_some(id),
            base,
            case: None,
            draft: id,
            fields: fields.collect(),
            at: 0,
            top: 0,
            keep_by: None,
            is_kept: false,
            is_saving: false,
            refusal: None,
            asked_to_drop: false,
        };
        form.go_to(PrivatePart::HowAreYou.id());
        form
    }

    /// The note that it becomes.
    ///
    /// # Errors
    /// When nothing is said in it.
    pub fn private_note(
        &self,
        was: &PrivateNote,
        today: NaiveDate,
    ) -> Result<PrivateNote, Refusal> {
        let mut note = PrivateNote {
            on: self.date_or_unknown("on", Some(&was.on), today),
            supervisor: self.text("supervisor"),
            facets: self.parts("facets", '\n'),
            next_on: self.date("next_on", was.next_on.as_ref(), today),
            ..was.clone()
        };
        for part in PrivatePart::ALL {
            *note.part_mut(part) = self.text(part.id());
        }
        match note.says_nothing() {
            true => Err(Refusal::new(
                PrivatePart::HowAreYou.id(),
                "Nothing is said here yet.",
            )),
            false => Ok(note),
        }
    }
}
