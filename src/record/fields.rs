//! The table of fields: what a kind of record says, said once. Forms, drafts, the history, searches, "as at", references,
//! plain text and screens read it; labels and prompts stand under the same names in `practice/content/prompts.toml`.
//!
//! The pattern is that of ripgrep's flags: one list feeds everything that must know of every item.

use super::choices::{ChoiceWords, FixedChoice};
use super::{FuzzyDate, RecordId, RecordKind};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A kind of record with a table of fields.
pub trait Fields: Default + 'static {
    /// Its fields, in the order in which they are shown.
    const FIELDS: &'static [TableField<Self>];

    /// Every field with what it says, in the order in which they are shown.
    fn values(&self) -> Vec<(&'static FieldInfo, Value<'_>)> {
        let all = Self::FIELDS.iter();
        all.map(|field| (&field.info, (field.get)(self))).collect()
    }
}

/// What is known of a field whatever its kind.
#[derive(Debug)]
pub struct FieldInfo {
    /// The name: in drafts, prompts, JSON and tables.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// What it is to its record.
    pub roles: &'static [FieldRole],
}

impl FieldInfo {
    /// Whether it has this role.
    pub fn is(&self, role: FieldRole) -> bool {
        self.roles.contains(&role)
    }
}

/// A field of a kind: how it is read and written.
pub struct TableField<T: 'static> {
    /// Its name, shape and roles.
    pub info: FieldInfo,
    /// What it says.
    pub get: for<'a> fn(&'a T) -> Value<'a>,
    /// Lets it say what somebody wrote.
    pub set: fn(&mut T, &WrittenText<'_>) -> Result<(), Unread>,
    /// Lets what points at the first record point at the second.
    pub redirect: fn(&mut T, RecordId, RecordId) -> bool,
}

/// What a field is to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRole {
    /// The words by which people know the record. Of several, the first that says something.
    Title,
    /// The day that it speaks for.
    When,
    /// The people it is about.
    About,
    /// The day on which it began.
    Begins,
    /// The day on which it ended: as at an earlier day, nobody knew it yet.
    Ends,
    /// Another day that nobody knew yet as at an earlier one.
    Later,
    /// What was said when it ended: hidden with the end.
    AfterEnd,
    /// What stood at a moment: the records it names may be removed.
    Moment,
    /// Where it was imported from: not shown as a fact, not searched.
    Origin,
}

/// What a field takes, and how a form asks for it.
#[derive(Clone, Copy)]
pub enum Shape {
    /// One line of words.
    Line,
    /// Words over many lines.
    Long,
    /// A date as people write it.
    Date,
    /// A date that begins with today in a new record.
    Day,
    /// Several dates, with a semicolon between them.
    Dates,
    /// A child of the case.
    Child,
    /// A person of the case; the words stand for nobody chosen.
    Person(&'static str),
    /// A person of the case who is not one of the children; the words stand for nobody chosen.
    Adult(&'static str),
    /// Any people of the case.
    People,
    /// Any people of the case but the children.
    Adults,
    /// Any children of the case.
    Children,
    /// One person, several together, or a group that is not recorded by name: its ids with their words.
    Whose(&'static [(&'static str, &'static str)]),
    /// Entries of the chronology.
    Entries,
    /// One record of these kinds.
    Record(&'static [RecordKind]),
    /// An account of an entry.
    Account,
    /// Any records of these kinds.
    Records(&'static [RecordKind]),
    /// One of what is offered.
    One(fn() -> Vec<ChoiceWords>),
    /// One of what is offered, or none, which these words say.
    OneOr(&'static str, fn() -> Vec<ChoiceWords>),
    /// Any of what is offered, shown side by side.
    Several(fn() -> Vec<ChoiceWords>),
    /// Any of what is offered, shown line by line.
    SeveralInList(fn() -> Vec<ChoiceWords>),
    /// A whole number from 0 to this one.
    Number(u32),
    /// Several words, with this sign between them.
    Parts(char),
    /// No form asks for it: the program writes it.
    Kept,
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shape")
    }
}

impl Shape {
    /// Whether it takes any number of records.
    pub fn takes_several(&self) -> bool {
        matches!(
            self,
            Shape::People | Shape::Adults | Shape::Children | Shape::Entries | Shape::Records(_)
        )
    }

    /// What is offered, for a field that takes something of a list.
    pub fn offered(&self) -> Vec<ChoiceWords> {
        match self {
            Shape::One(all)
            | Shape::OneOr(_, all)
            | Shape::Several(all)
            | Shape::SeveralInList(all) => all(),
            _ => Vec::new(),
        }
    }
}

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// Several words, or the ids of several choices.
    Texts(Vec<Cow<'a, str>>),
    /// A date.
    Date(Option<&'a FuzzyDate>),
    /// Several dates.
    Dates(&'a [FuzzyDate]),
    /// Records, people among them.
    Records(Vec<RecordId>),
    /// People, or the id of a group that is not recorded by name.
    Whose(Vec<RecordId>, &'static str),
    /// The id of a choice; empty where nobody said.
    Choice(Cow<'a, str>),
    /// A number.
    Number(Option<u32>),
    /// Parts that have labels of their own: the accounts of an entry, the voices of a decision.
    Labelled(Vec<(&'static str, Cow<'a, str>)>),
}

impl Value<'_> {
    /// The records that it points at.
    pub fn references(self) -> Vec<RecordId> {
        match self {
            Value::Records(ids) | Value::Whose(ids, _) => ids,
            _ => Vec::new(),
        }
    }

    /// As a form and a draft hold it: what [`Body::set`](super::Body::set) reads again. `sign` stands between several.
    pub fn as_written(&self, sign: &str) -> String {
        let ids = |ids: &[RecordId]| ids.iter().map(RecordId::to_string).collect::<Vec<_>>();
        match self {
            Value::Text(text) => (*text).to_owned(),
            Value::Texts(texts) => texts.join(sign),
            Value::Date(date) => date.map_or_else(String::new, |date| date.written().to_owned()),
            Value::Dates(dates) => {
                let dates: Vec<&str> = dates.iter().map(FuzzyDate::written).collect();
                dates.join("; ")
            }
            Value::Records(chosen) => ids(chosen).join("\n"),
            Value::Whose(people, "") => ids(people).join(sign),
            Value::Whose(_, group) => (*group).to_owned(),
            Value::Choice(id) => id.clone().into_owned(),
            Value::Number(number) => number.map_or_else(String::new, |number| number.to_string()),
            Value::Labelled(_) => String::new(),
        }
    }
}

/// What somebody wrote into a field, with what is needed to read it.
pub struct WrittenText<'a> {
    /// The text, without blanks around it.
    pub text: &'a str,
    /// The day that words such as "yesterday" lean on.
    pub today: NaiveDate,
    /// What the field takes.
    pub shape: Shape,
}

impl WrittenText<'_> {
    /// The text in its parts, each without blanks around it.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let sign = match self.shape {
            Shape::Parts(sign) => sign,
            Shape::Dates => ';',
            _ => '\n',
        };
        let parts = self.text.split(sign).map(str::trim);
        parts.filter(|part| !part.is_empty())
    }

    /// The records whose ids stand in the text.
    pub fn ids(&self) -> impl Iterator<Item = RecordId> {
        self.parts().filter_map(|id| id.parse().ok())
    }
}

/// Why what somebody wrote cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It is not a number in range.
    #[error("“{0}” is not a whole number from 0 to {1}. It may be left empty.")]
    Number(String, u32),
    /// It is not a day.
    #[error("“{0}” is not a date I can read. Write 30/11/26, with a semicolon between several.")]
    Day(String),
    /// It is not a date that a source gave.
    #[error("“{0}” is not a date. Write each as 1990 (police), with semicolons between them.")]
    SaidDate(String),
    /// People and a group, or two groups.
    #[error("Choose people, or a group, not both: write one record for each.")]
    Mixed,
}

/// What [`Body`](super::Body) asks of the fields of any kind.
pub(super) mod dispatch {
    use super::*;

    pub fn value<'a, T: Fields>(body: &'a T, name: &str) -> Option<Value<'a>> {
        let field = T::FIELDS.iter().find(|field| field.info.name == name)?;
        Some((field.get)(body))
    }

    pub fn set<T: Fields>(
        body: &mut T,
        name: &str,
        text: &str,
        today: NaiveDate,
    ) -> Result<(), Unread> {
        match T::FIELDS.iter().find(|field| field.info.name == name) {
            Some(field) => {
                let written = WrittenText {
                    text: text.trim(),
                    today,
                    shape: field.info.shape,
                };
                (field.set)(body, &written)
            }
            None => Ok(()),
        }
    }

    pub fn redirect<T: Fields>(body: &mut T, from: RecordId, to: RecordId) -> bool {
        let each = T::FIELDS
            .iter()
            .map(|field| (field.redirect)(body, from, to));
        each.fold(false, |any, this| any | this)
    }
}

/// Everything that a type with a fixed set of values offers.
pub(crate) fn all_of<T: FixedChoice>() -> Vec<ChoiceWords> {
    let all = T::CHOICES.iter();
    all.map(|value| ChoiceWords::new(value.id(), value.in_words()))
        .collect()
}

/// Yes and no.
pub(crate) fn yes_no() -> Vec<ChoiceWords> {
    vec![ChoiceWords::new("yes", "yes"), ChoiceWords::new("no", "no")]
}
