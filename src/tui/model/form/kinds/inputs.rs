//! The inputs that forms are made of: lines, dates, people, entries, one of several, any of several.

use super::super::{Around, Choice, Choosable, Input, Layout};
use crate::record::{Entry, FuzzyDate, Record, RecordId};
use crate::tui::input::TextField;

pub(super) fn line(text: &str) -> Option<Input> {
    Some(Input::Text(TextField::line(text)))
}

pub(super) fn long(text: &str) -> Option<Input> {
    Some(Input::Text(TextField::long(text)))
}

pub(super) fn date(date: Option<&FuzzyDate>) -> Option<Input> {
    Some(Input::Date(TextField::line(
        date.map_or("", |date| date.written()),
    )))
}

pub(super) fn one(options: Vec<Choosable>, chosen: &str) -> Option<Input> {
    Some(Input::Choice(Choice::one(options, chosen, Layout::Flow)))
}

pub(super) fn several(options: Vec<Choosable>, chosen: &[String], layout: Layout) -> Option<Input> {
    let chosen = chosen.iter().map(String::as_str);
    Some(Input::Choice(Choice::several(options, chosen, layout)))
}

pub(super) fn ids(ids: &[RecordId]) -> Vec<String> {
    ids.iter().map(RecordId::to_string).collect()
}

pub(super) fn none_yet() -> Choosable {
    Choosable::new("", "not chosen")
}

pub(super) fn children(around: Around<'_>) -> Vec<Choosable> {
    let children = around.file.children().into_iter();
    children
        .map(|child| Choosable::new(child.id().to_string(), child.body.short_name()))
        .collect()
}

/// One of the children: the record's, else the one who is looked at, else the only one.
pub(super) fn one_child(chosen: Option<RecordId>, around: Around<'_>) -> Option<Input> {
    let mut options = children(around);
    let only = match options.as_slice() {
        [only] => only.id.clone(),
        _ => String::new(),
    };
    options.insert(0, none_yet());
    let chosen = chosen.or(around.child);
    one(options, &chosen.map_or(only, |child| child.to_string()))
}

/// People with what they are to the children, so that two of one name can be told apart. Children stand last.
pub(super) fn people(around: Around<'_>, with_children: bool) -> Vec<Choosable> {
    let mut people: Vec<_> = around.file.people.values().collect();
    people.sort_by(|a, b| (a.body.is_child, &a.body.name).cmp(&(b.body.is_child, &b.body.name)));
    let shown = people
        .into_iter()
        .filter(|person| with_children || !person.body.is_child);
    let words = |name: &str, relation: &str| match relation.is_empty() {
        true => name.to_owned(),
        false => format!("{name} ({relation})"),
    };
    shown
        .map(|person| {
            let id = person.id().to_string();
            let person = &person.body;
            // Found by every name first; by what they are to the children only where no name fits.
            let names = [&person.name, &person.known_as];
            let names: Vec<&str> = (names.into_iter().chain(&person.also_written))
                .map(String::as_str)
                .collect();
            Choosable::new(id, words(&person.name, &person.relation))
                .also_found_by(&names.join(" "))
                .else_found_by(&person.relation)
        })
        .collect()
}

/// One of the people who are there, or nobody yet; a child among them, but not the one whom it is about.
pub(super) fn one_person(
    chosen: Option<RecordId>,
    but: Option<RecordId>,
    around: Around<'_>,
) -> Option<Input> {
    let mut options = people(around, true);
    let but = but.map(|but| but.to_string());
    options.retain(|option| Some(&option.id) != but.as_ref());
    options.insert(0, none_yet());
    one(
        options,
        &chosen.map_or_else(String::new, |id| id.to_string()),
    )
}

/// Entries by their date and first words, in order of time.
pub(super) fn entries(around: Around<'_>, but: Option<RecordId>) -> Vec<Choosable> {
    let entries = around
        .file
        .chronology()
        .into_iter()
        .filter(|entry| Some(entry.id()) != but);
    entries
        .map(|entry| {
            let line = entry_line(entry);
            let told = entry.body.accounts.iter().map(|told| told.text.as_str());
            let words: Vec<_> = [line.as_str()].into_iter().chain(told).collect();
            Choosable::new(entry.id().to_string(), line.as_str()).also_found_by(&words.join(" "))
        })
        .collect()
}

pub(super) fn entry_line(entry: &Record<Entry>) -> String {
    let told = entry.body.accounts.first();
    let words = match (entry.body.headline.is_empty(), told) {
        (true, Some(told)) => told.text.as_str(),
        _ => entry.body.headline.as_str(),
    };
    let source = told.map_or("", |told| told.source.as_str());
    let words: String = words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(120)
        .collect();
    let parts = [entry.body.when.written(), source, &words];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Any of the people, children too.
pub(super) fn who(chosen: &[RecordId], around: Around<'_>) -> Option<Input> {
    several(people(around, true), &ids(chosen), Layout::Flow)
}

/// Any of the entries.
pub(super) fn linked(chosen: &[RecordId], around: Around<'_>) -> Option<Input> {
    several(entries(around, None), &ids(chosen), Layout::List)
}

/// Any of the records of a kind, each by its words.
pub(super) fn of_the_case<'a>(
    all: impl Iterator<Item = (RecordId, &'a str)>,
    chosen: &[RecordId],
) -> Option<Input> {
    let options = all.map(|(id, words)| {
        let short: String = words.chars().take(120).collect();
        Choosable::new(id.to_string(), short).also_found_by(words)
    });
    several(options.collect(), &ids(chosen), Layout::List)
}

/// A date that begins with today in a new record.
pub(super) fn day_of(is_new: bool, known: Option<&FuzzyDate>, around: Around<'_>) -> Option<Input> {
    match is_new {
        true => date(Some(&FuzzyDate::day(around.today))),
        false => date(known),
    }
}

/// One of a few values, each with the id that a draft keeps and its words.
pub(super) fn one_among<T: PartialEq>(all: &[(T, &str, &str)], chosen: &T) -> Option<Input> {
    let options = all.iter().map(|(_, id, words)| Choosable::new(*id, *words));
    let at = all.iter().find(|(value, ..)| value == chosen);
    one(options.collect(), at.map_or("", |(_, id, _)| id))
}

/// The value that an id of [`one_among`] stands for.
pub(super) fn chosen_among<T: Copy>(all: &[(T, &str, &str)], id: &str) -> Option<T> {
    let at = all.iter().find(|(_, known, _)| *known == id);
    at.map(|(value, ..)| *value)
}

/// Whether what is written ended before it began.
pub(super) fn ends_first(since: Option<&FuzzyDate>, until: Option<&FuzzyDate>) -> bool {
    let began = since.and_then(FuzzyDate::earliest);
    let ended = until.and_then(FuzzyDate::latest);
    began.zip(ended).is_some_and(|(began, ended)| ended < began)
}
