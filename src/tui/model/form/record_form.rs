//! The form of a record, made from its kind's table of fields and from the prompts: what each field offers, what stands in
//! it, and how what was written becomes the record again. What a kind does otherwise stands in [`kinds`](super::kinds).

use super::kinds::inputs::{
    adults, children, date, entries, line, long, many, none_yet, of_kinds, one, one_child, people,
};
use super::kinds::{self, FieldInput, FormKind, same_event, settle};
use super::{Around, Choosable, Field, Form, Input, Layout, Refusal};
use crate::practice::{FieldWords, field_words};
use crate::record::{
    Body, FieldInfo, FieldRole, FuzzyDate, Mint, RecordId, RecordKind, Shape, Value,
};

/// The fields of a form, filled from the record that it changes.
pub(super) fn fields(kind: FormKind, body: Option<&Body>, around: Around<'_>) -> Vec<Field> {
    let input: &dyn Fn(&str) -> Option<Input> = match (kind, body) {
        (FormKind::Record(kind), body) => return fields_of_record(kind, body, around),
        (FormKind::Settle, Some(Body::Entry(entry))) => &|name| settle::input(name, entry, around),
        (_, Some(Body::Entry(entry))) => &|name| same_event::input(name, kind, entry, around),
        _ => &|_| None,
    };
    let words = field_words(kind.key());
    words
        .filter_map(|words| Some(Field::new(words, input(&words.name)?)))
        .collect()
}

/// The record that a form makes of what it changes.
pub(super) fn body(
    form: &Form,
    was: Option<Body>,
    around: Around<'_>,
    mint: &mut Mint,
) -> Result<Body, Refusal> {
    match (form.kind, was) {
        (FormKind::Record(kind), was) => record_of(form, kind, was, around, mint),
        (FormKind::Private, _) => Err(Refusal::new("on", "A private note belongs to no case.")),
        (_, Some(was)) => Ok(was),
        (_, None) => Err(Refusal::new("why", "This entry is no longer in the case.")),
    }
}

/// The fields of a record's form.
fn fields_of_record(kind: RecordKind, known: Option<&Body>, around: Around<'_>) -> Vec<Field> {
    let is_new = known.is_none();
    let begun;
    let body = match known {
        Some(body) => body,
        None => {
            begun = begin(kind, around);
            &begun
        }
    };
    let table = kind.fields();
    let field = |words: &'static FieldWords| {
        if is_new && words.later {
            return None;
        }
        let info = table.iter().find(|info| info.name == words.name);
        let input = match kinds::input(body, &words.name, is_new, around) {
            FieldInput::AsUsual => of_shape(info?, words, body, is_new, around)?,
            FieldInput::Otherwise(input) => input,
            FieldInput::Not => return None,
        };
        Some(Field::new(words, input))
    };
    field_words(kind.key()).filter_map(field).collect()
}

/// What a new record begins with: today, the child who is looked at, and what its kind knows of the moment.
fn begin(kind: RecordKind, around: Around<'_>) -> Body {
    let mut body = kind.blank();
    let only = match around.file.children().as_slice() {
        [only] => Some(only.id()),
        _ => None,
    };
    for info in kind.fields() {
        let value = match info.shape {
            Shape::Day => FuzzyDate::day(around.today).written().to_owned(),
            Shape::Child => match around.child.or(only) {
                Some(child) => child.to_string(),
                None => continue,
            },
            _ => continue,
        };
        // A day and an id are always read.
        let _ = body.set(info.name, &value, around.today);
    }
    kinds::begin(&mut body, around);
    body
}

/// What a field of this shape offers, with what it says.
fn of_shape(
    info: &FieldInfo,
    words: &FieldWords,
    body: &Body,
    is_new: bool,
    around: Around<'_>,
) -> Option<Input> {
    let value = body.value(info.name)?;
    let sign = match info.shape {
        Shape::Parts(';') => "; ",
        Shape::Parts(',') => ", ",
        _ => "\n",
    };
    let text = value.as_written(sign);
    let chosen: Vec<&str> = text.lines().collect();
    let offered = || {
        let all = info.shape.offered().into_iter();
        all.map(|choice| Choosable::new(choice.id, choice.words))
            .collect::<Vec<_>>()
    };
    let or_nobody = |nobody: &str, mut people: Vec<Choosable>| {
        people.insert(0, Choosable::new("", nobody));
        one(people, &text)
    };
    Some(match info.shape {
        Shape::Line | Shape::Number(_) | Shape::Parts(_) | Shape::Dates => line(&text),
        Shape::Long => long(&text),
        Shape::Date | Shape::Day => date(&text),
        Shape::Child => one_child(&text, around),
        Shape::Person(nobody) => {
            let but = child_of(body);
            let mut people = people(around, true);
            people.retain(|person| Some(&person.id) != but.as_ref());
            or_nobody(nobody, people)
        }
        Shape::Adult(nobody) => or_nobody(nobody, people(around, false)),
        Shape::People => many(people(around, true), &chosen, Layout::Flow),
        Shape::Adults => many(adults(around), &chosen, Layout::Flow),
        Shape::Children => many(children(around), &chosen, Layout::Flow),
        Shape::Whose(groups) => {
            let mut options = people(around, true);
            options.extend(groups.iter().map(|(id, words)| Choosable::new(*id, *words)));
            // What is only begun and says nobody is not the family's yet.
            let chosen = match is_new && !text.is_empty() && text.parse::<RecordId>().is_err() {
                true => Vec::new(),
                false => chosen,
            };
            many(options, &chosen, Layout::Flow)
        }
        Shape::Entries => many(entries(around, around.target), &chosen, Layout::List),
        Shape::Record(kinds) => {
            let mut options = of_kinds(kinds, around);
            options.insert(0, none_yet());
            one(options, &text)
        }
        Shape::Records(kinds) => many(of_kinds(kinds, around), &chosen, Layout::List),
        Shape::One(_) if is_new && !words.needs.is_empty() => {
            let mut options = offered();
            options.insert(0, none_yet());
            one(options, "")
        }
        Shape::One(_) => one(offered(), &text),
        Shape::OneOr(nobody_said, _) => {
            let mut options = offered();
            options.insert(0, Choosable::new("", nobody_said));
            one(options, &text)
        }
        Shape::Several(_) => many(offered(), &chosen, Layout::Flow),
        Shape::SeveralInList(_) => many(offered(), &chosen, Layout::List),
        Shape::Kept | Shape::Account => return None,
    })
}

/// The child a record is of, who is nobody's "other person".
fn child_of(body: &Body) -> Option<String> {
    let (_, child) = body
        .values()
        .into_iter()
        .find(|(info, _)| matches!(info.shape, Shape::Child))?;
    child.references().first().map(RecordId::to_string)
}

/// The record that a form makes of what it changes: fields that nobody touched stay as they are.
///
/// # Errors
/// The first field that keeps it from being saved, in the order in which they are asked.
fn record_of(
    form: &Form,
    kind: RecordKind,
    was: Option<Body>,
    around: Around<'_>,
    mint: &mut Mint,
) -> Result<Body, Refusal> {
    let mut body = was.clone().unwrap_or_else(|| begin(kind, around));
    for field in &form.fields {
        let (words, text) = (field.words, form.text(&field.words.name));
        if was.is_none() || field.is_changed() {
            let set = body.set(&words.name, &text, around.today);
            set.map_err(|unread| Refusal::new(words.name.as_str(), unread.to_string()))?;
        }
    }
    kinds::finish(form, &mut body, was.as_ref(), around, mint)?;
    let place = |refusal: &Refusal| {
        let mut fields = form.fields.iter();
        fields.position(|field| field.words.name == refusal.field)
    };
    let missing = needed(form, &body, around).err();
    let refused = kinds::check(&body, was.as_ref(), around);
    match missing.into_iter().chain(refused).min_by_key(place) {
        Some(first) => Err(first),
        None => Ok(body),
    }
}

/// What the prompts say must not be empty, must be a day, or must not lie ahead; and an end before its beginning.
fn needed(form: &Form, body: &Body, around: Around<'_>) -> Result<(), Refusal> {
    let values = body.values();
    let day_of = |role: FieldRole| {
        let mut dates = values.iter().filter(|(info, _)| info.is(role));
        dates.find_map(|(info, value)| match value {
            Value::Date(Some(date)) => Some((info.name, *date)),
            _ => None,
        })
    };
    let has_ended = day_of(FieldRole::Ends).is_some();
    for field in &form.fields {
        let words = field.words;
        let said = values.iter().find(|(info, _)| info.name == words.name);
        let text = form.text(&words.name);
        let (day, is_of_end) = match said {
            Some((info, Value::Date(date))) => (
                Some(date.and_then(FuzzyDate::anchor)),
                info.is(FieldRole::AfterEnd),
            ),
            Some((info, _)) => (None, info.is(FieldRole::AfterEnd)),
            None => (None, false),
        };
        let is_missing = text.is_empty() || matches!(day, Some(None));
        if !words.needs.is_empty() && is_missing && (!is_of_end || has_ended) {
            return Err(Refusal::new(words.name.as_str(), words.needs.as_str()));
        }
        if !words.past.is_empty() && day.flatten().is_some_and(|day| day > around.today) {
            return Err(Refusal::new(words.name.as_str(), words.past.as_str()));
        }
    }
    if let (Some((beginning, begins)), Some((end, ends))) = (day_of(FieldRole::Begins), day_of(FieldRole::Ends))
        && let (Some(begins), Some(ends)) = (begins.earliest(), ends.latest())
        && ends < begins
        // What nobody touched here does not keep somebody from saving the rest.
        && form.fields.iter().any(|field| field.is_changed() && (field.words.name == end || field.words.name == beginning))
    {
        return Err(Refusal::new(end, "This is before the day it began."));
    }
    Ok(())
}
