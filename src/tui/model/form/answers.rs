//! What stands in a form's fields, as the parts of a record.

use super::{Field, Form};
use crate::record::{FuzzyDate, RecordId};
use chrono::NaiveDate;

impl Form {
    fn named(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.words.name == name)
    }

    /// Whether the form asks for this.
    pub fn has(&self, name: &str) -> bool {
        self.named(name).is_some()
    }

    /// What stands in a field, without blanks around it; empty when the form has no such field.
    pub fn text(&self, name: &str) -> String {
        self.named(name)
            .map_or_else(String::new, |field| field.input.value().trim().to_owned())
    }

    /// Whether the form has the field and something else stands in it than when it was opened.
    pub fn changed(&self, name: &str) -> bool {
        self.named(name).is_some_and(Field::is_changed)
    }

    /// The records chosen in a field.
    pub fn ids(&self, name: &str) -> Vec<RecordId> {
        self.text(name)
            .lines()
            .filter_map(|id| id.parse().ok())
            .collect()
    }

    /// The record chosen in a field of one choice.
    pub fn id(&self, name: &str) -> Option<RecordId> {
        self.ids(name).first().copied()
    }

    /// What stands in a field that names several things, with a sign between them.
    pub fn parts(&self, name: &str, sign: char) -> Vec<String> {
        let text = self.text(name);
        text.split(sign)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The date of a field. A date that was not touched stays as it was read; one that cannot be read is kept as
    /// written; `None` when nothing is written.
    pub fn date(&self, name: &str, was: Option<&FuzzyDate>, today: NaiveDate) -> Option<FuzzyDate> {
        if let Some(was) = was.filter(|was| was.written() == self.text(name)) {
            return Some(was.clone());
        }
        let text = self.text(name);
        (!text.is_empty())
            .then(|| FuzzyDate::parse(&text, today).unwrap_or_else(|_| FuzzyDate::unknown(text)))
    }

    /// The date of a field that a record must have, "not known" included.
    pub fn date_or_unknown(
        &self,
        name: &str,
        was: Option<&FuzzyDate>,
        today: NaiveDate,
    ) -> FuzzyDate {
        self.date(name, was, today)
            .unwrap_or_else(|| FuzzyDate::unknown(""))
    }
}
