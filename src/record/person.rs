//! A person of the family or around it, with dates that may not be exact.

use super::choices::{ChoiceWords, choices};
use super::field_value::FieldValue;
use super::fields::{Shape, Unread, Value, WrittenText, all_of};
use super::fuzzy_date::{DateOrder, FuzzyDate};
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Sex as recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// Recorded as female.
    Female,
    /// Recorded as male.
    Male,
    /// Recorded as something else, see the notes.
    Other,
    /// Not recorded.
    #[default]
    NotKnown,
}

choices! { Sex {
    NotKnown "not recorded",
    Female "female",
    Male "male",
    Other "something else",
} }

/// Whether somebody lives among the family, or never came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Arrival {
    /// Born.
    #[default]
    Born,
    /// Expected: the mother is pregnant. The date of birth is the day on which the baby is due.
    Expected,
    /// Lost by miscarriage, on the day of death.
    Miscarried,
    /// Born without life.
    Stillborn,
    /// The pregnancy was ended.
    Ended,
}

choices! { Arrival {
    Born "born",
    Expected "expected",
    Miscarried "miscarriage",
    Stillborn "stillborn",
    Ended "pregnancy ended",
} }

/// A date that a source gives otherwise than the record does. Both are shown; people decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidDate {
    /// The date.
    pub date: FuzzyDate,
    /// Who says so.
    pub by: String,
}

/// A person: a child of the case, a relative, a carer, a professional close to the family.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Full name as the person writes it.
    pub name: String,
    /// What people call them, when it is another name.
    pub known_as: String,
    /// Other spellings and names by which records speak of them ("PROSSER Sian", "Nain").
    pub also_written: Vec<String>,
    /// Relation to the children, in the family's or the record's words ("maternal grandmother").
    pub relation: String,
    /// Whether this is a child whom the case is about.
    pub is_child: bool,
    /// Born.
    pub born: Option<FuzzyDate>,
    /// Died.
    pub died: Option<FuzzyDate>,
    /// Sex as recorded.
    pub sex: Sex,
    /// The id in the agency's own file, when the person was imported.
    pub reference: String,
    /// Notes.
    pub notes: String,
    /// Born, expected, or never came to live.
    pub arrival: Arrival,
    /// Other dates of birth that sources give.
    pub born_elsewhere: Vec<SaidDate>,
    /// Other dates of death that sources give.
    pub died_elsewhere: Vec<SaidDate>,
}

impl Person {
    /// The short name for narrow places: what people call them, else the first word of the name; the whole of it where that
    /// word is a title, or where the name is of two.
    pub fn short_name(&self) -> &str {
        let mut words = self.name.split_whitespace();
        let first = words.next().unwrap_or(&self.name);
        let titles = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Rev"];
        let is_title = titles.contains(&first.trim_end_matches('.'));
        let of_two = words.any(|word| word == "and" || word == "&");
        match (self.known_as.as_str(), is_title || of_two) {
            ("", true) => &self.name,
            ("", false) => first,
            (known_as, _) => known_as,
        }
    }
}

impl FieldValue for Vec<SaidDate> {
    /// "1990 (police)".
    fn value(&self) -> Value<'_> {
        let said = self.iter().map(|said| match said.by.as_str() {
            "" => said.date.written().into(),
            by => format!("{} ({by})", said.date.written()).into(),
        });
        Value::Texts(said.collect())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        let said = written.parts().map(|part| {
            let (date, by) = part.split_once('(').unwrap_or((part, ""));
            let read = FuzzyDate::from_record(date.trim(), written.today, DateOrder::DayFirst);
            let date = read.map_err(|_| Unread::SaidDate(date.trim().to_owned()))?;
            Ok(SaidDate {
                date,
                by: by.trim().trim_end_matches(')').trim().to_owned(),
            })
        });
        *self = said.collect::<Result<_, _>>()?;
        Ok(())
    }
}

fn child_or_not() -> Vec<ChoiceWords> {
    vec![
        ChoiceWords::new("no", "somebody around them"),
        ChoiceWords::new("yes", "a child of the case"),
    ]
}

fields! { Person {
    name: Shape::Line, [Title];
    known_as: Shape::Line;
    also_written: Shape::Parts(';');
    relation: Shape::Line;
    is_child: Shape::One(child_or_not);
    born: Shape::Date;
    died: Shape::Date, [Ends];
    sex: Shape::One(all_of::<Sex>);
    reference: Shape::Line;
    notes: Shape::Long;
    arrival: Shape::One(all_of::<Arrival>);
    born_elsewhere: Shape::Parts(';');
    died_elsewhere: Shape::Parts(';');
} }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_by_one_name_but_for_titles_and_couples() {
        let called = |name: &str, known_as: &str| {
            let person = Person {
                name: name.into(),
                known_as: known_as.into(),
                ..Person::default()
            };
            person.short_name().to_owned()
        };
        assert_eq!(called("Siân Prosser", ""), "Siân");
        assert_eq!(called("Jakub Dąbek", "Kuba"), "Kuba");
        assert_eq!(called("Mr Obuya", ""), "Mr Obuya");
        assert_eq!(called("Jean and Peter Hart", ""), "Jean and Peter Hart");
        assert_eq!(called("", ""), "");
    }
}
