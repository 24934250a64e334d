//! How each type that stands in a record says what it holds, takes what somebody wrote, and lets its references lead
//! elsewhere.

use super::choices::FixedChoice;
use super::fields::{Shape, Unread, Value, WrittenText};
use super::{FuzzyDate, RecordId, Subject, Teller};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A type that can stand in a field.
pub trait FieldValue {
    /// What it says.
    fn value(&self) -> Value<'_>;

    /// Takes what somebody wrote. What was not touched stays as it is: a date keeps its reading.
    ///
    /// # Errors
    /// It cannot be read; nothing is changed.
    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread>;

    /// Lets what points at the first record point at the second. Gives whether anything did.
    fn redirect(&mut self, _from: RecordId, _to: RecordId) -> bool {
        false
    }
}

impl FieldValue for String {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.text.to_owned();
        Ok(())
    }
}

impl FieldValue for Vec<String> {
    fn value(&self) -> Value<'_> {
        Value::Texts(self.iter().map(Cow::from).collect())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.parts().map(str::to_owned).collect();
        Ok(())
    }
}

impl FieldValue for Option<FuzzyDate> {
    fn value(&self) -> Value<'_> {
        Value::Date(self.as_ref())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        if written.text.is_empty() {
            *self = None;
        } else {
            self.get_or_insert_default().take(written)?;
        }
        Ok(())
    }
}

impl FieldValue for FuzzyDate {
    fn value(&self) -> Value<'_> {
        Value::Date(Some(self))
    }

    /// What cannot be read is kept as it was written.
    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        if self.written() != written.text {
            let read = FuzzyDate::parse(written.text, written.today);
            *self = read.unwrap_or_else(|_| FuzzyDate::unknown(written.text));
        }
        Ok(())
    }
}

impl FieldValue for Vec<FuzzyDate> {
    fn value(&self) -> Value<'_> {
        Value::Dates(self)
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        let days = written.parts().map(|part| {
            if let Some(known) = self.iter().find(|known| known.written() == part) {
                return Ok(known.clone());
            }
            let read = FuzzyDate::parse(part, written.today).ok();
            let read = read.filter(|date| date.anchor().is_some());
            read.ok_or_else(|| Unread::Day(part.to_owned()))
        });
        *self = days.collect::<Result<_, _>>()?;
        Ok(())
    }
}

impl FieldValue for RecordId {
    fn value(&self) -> Value<'_> {
        Value::Records(self.is_some().then_some(*self).into_iter().collect())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.ids().next().unwrap_or_default();
        Ok(())
    }

    fn redirect(&mut self, from: RecordId, to: RecordId) -> bool {
        let leads = *self == from;
        if leads {
            *self = to;
        }
        leads
    }
}

impl FieldValue for Option<RecordId> {
    fn value(&self) -> Value<'_> {
        Value::Records(self.iter().copied().collect())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.ids().next();
        Ok(())
    }

    fn redirect(&mut self, from: RecordId, to: RecordId) -> bool {
        self.as_mut().is_some_and(|id| id.redirect(from, to))
    }
}

impl FieldValue for Vec<RecordId> {
    fn value(&self) -> Value<'_> {
        Value::Records(self.clone())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.ids().collect();
        Ok(())
    }

    /// One that was there already is not there twice.
    fn redirect(&mut self, from: RecordId, to: RecordId) -> bool {
        let leads = self.contains(&from);
        if self.contains(&to) {
            self.retain(|id| *id != from);
        }
        for id in self.iter_mut() {
            id.redirect(from, to);
        }
        leads
    }
}

impl FieldValue for bool {
    fn value(&self) -> Value<'_> {
        Value::Choice(if *self { "yes" } else { "no" }.into())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.text == "yes";
        Ok(())
    }
}

impl FieldValue for Option<bool> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Choice("".into()), bool::value)
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = (!written.text.is_empty()).then_some(written.text == "yes");
        Ok(())
    }
}

impl<T: FixedChoice> FieldValue for T {
    fn value(&self) -> Value<'_> {
        Value::Choice(self.id().into())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = T::from_id(written.text).unwrap_or(*self);
        Ok(())
    }
}

impl<T: FixedChoice> FieldValue for Option<T> {
    fn value(&self) -> Value<'_> {
        Value::Choice(self.map_or_else(String::new, T::id).into())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = T::from_id(written.text);
        Ok(())
    }
}

impl<T: FixedChoice> FieldValue for Vec<T> {
    fn value(&self) -> Value<'_> {
        Value::Texts(self.iter().map(|value| Cow::from(value.id())).collect())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = written.parts().filter_map(T::from_id).collect();
        Ok(())
    }
}

/// A number in the range of its field; `None` where nothing is written.
fn number(written: &WrittenText<'_>) -> Result<Option<u32>, Unread> {
    let Shape::Number(most) = written.shape else {
        return Ok(None);
    };
    match written.text {
        "" => Ok(None),
        text => {
            let number = text.parse().ok().filter(|number| *number <= most);
            let number = number.ok_or_else(|| Unread::Number(text.to_owned(), most))?;
            Ok(Some(number))
        }
    }
}

impl FieldValue for Option<u32> {
    fn value(&self) -> Value<'_> {
        Value::Number(*self)
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = number(written)?;
        Ok(())
    }
}

impl FieldValue for Option<u8> {
    fn value(&self) -> Value<'_> {
        Value::Number(self.map(u32::from))
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = number(written)?.and_then(|number| number.try_into().ok());
        Ok(())
    }
}

impl FieldValue for u8 {
    /// 0 is nothing said.
    fn value(&self) -> Value<'_> {
        Value::Number((*self > 0).then_some((*self).into()))
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        let number = number(written)?.unwrap_or(0);
        *self = number.try_into().unwrap_or(u8::MAX);
        Ok(())
    }
}

impl FieldValue for u32 {
    fn value(&self) -> Value<'_> {
        Value::Number(Some(*self))
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = number(written)?.unwrap_or(0);
        Ok(())
    }
}

impl FieldValue for Option<NaiveDate> {
    fn value(&self) -> Value<'_> {
        Value::Choice(self.map_or_else(String::new, |day| day.to_string()).into())
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        let read = FuzzyDate::parse(written.text, written.today).ok();
        *self = read.as_ref().and_then(FuzzyDate::exact_day);
        Ok(())
    }
}

/// The group of a text of people and groups, when it is one group and nobody else.
fn people_or_group(written: &WrittenText<'_>) -> Result<(Vec<RecordId>, Option<String>), Unread> {
    // A column of the table of factors joins several people with a plus.
    let parts = written
        .text
        .split(['\n', '+'])
        .filter(|part| !part.is_empty());
    let (people, groups): (Vec<&str>, Vec<&str>) =
        parts.partition(|part| part.parse::<RecordId>().is_ok());
    let people: Vec<RecordId> = people.iter().filter_map(|id| id.parse().ok()).collect();
    match (people.is_empty(), groups.as_slice()) {
        (_, []) => Ok((people, None)),
        (true, [group]) => Ok((people, Some((*group).to_owned()))),
        _ => Err(Unread::Mixed),
    }
}

impl FieldValue for Subject {
    fn value(&self) -> Value<'_> {
        match self {
            Subject::Person(person) => Value::Whose(vec![*person], ""),
            Subject::Together(people) => Value::Whose(people.clone(), ""),
            Subject::Family => Value::Whose(Vec::new(), "family"),
        }
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        let (people, _) = people_or_group(written)?;
        *self = match people.as_slice() {
            [] => Subject::Family,
            [only] => Subject::Person(*only),
            _ => Subject::Together(people),
        };
        Ok(())
    }

    fn redirect(&mut self, from: RecordId, to: RecordId) -> bool {
        match self {
            Subject::Person(person) => person.redirect(from, to),
            Subject::Together(people) => people.redirect(from, to),
            Subject::Family => false,
        }
    }
}

impl FieldValue for Teller {
    fn value(&self) -> Value<'_> {
        match self {
            Teller::Person(person) => Value::Whose(vec![*person], ""),
            Teller::Together(people) => Value::Whose(people.clone(), ""),
            Teller::WiderFamily => Value::Whose(Vec::new(), "wider_family"),
            Teller::Professionals => Value::Whose(Vec::new(), "professionals"),
        }
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        let (people, group) = people_or_group(written)?;
        *self = match (people.as_slice(), group.as_deref()) {
            ([only], _) => Teller::Person(*only),
            ([_, ..], _) => Teller::Together(people),
            ([], Some("professionals")) => Teller::Professionals,
            ([], _) => Teller::WiderFamily,
        };
        Ok(())
    }

    fn redirect(&mut self, from: RecordId, to: RecordId) -> bool {
        match self {
            Teller::Person(person) => person.redirect(from, to),
            Teller::Together(people) => people.redirect(from, to),
            Teller::WiderFamily | Teller::Professionals => false,
        }
    }
}
