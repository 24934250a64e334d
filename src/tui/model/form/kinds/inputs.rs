//! The inputs that forms are made of: lines, dates, people, entries, one of several, any of several.

use super::super::{Around, Choice, Choosable, Input, Layout};
use crate::insight::in_a_line::words_of;
use crate::insight::people::who_or_somebody;
use crate::insight::supervision::zone_in_words;
use crate::record::{Body, CaseFile, Entry, Record, RecordId, RecordKind};
use crate::tui::input::TextField;

/// Letters of a record's words that a list shows; the rest finds it too.
const BEGINNING: usize = 120;

pub fn line(text: &str) -> Input {
    Input::Text(TextField::line(text))
}

pub fn long(text: &str) -> Input {
    Input::Text(TextField::long(text))
}

pub fn date(written: &str) -> Input {
    Input::Date(TextField::line(written))
}

pub fn one(options: Vec<Choosable>, chosen: &str) -> Input {
    Input::Choice(Choice::one(options, chosen, Layout::Flow))
}

pub fn many(options: Vec<Choosable>, chosen: &[&str], layout: Layout) -> Input {
    Input::Choice(Choice::several(options, chosen.iter().copied(), layout))
}

pub fn none_yet() -> Choosable {
    Choosable::new("", "not chosen")
}

pub fn children(around: Around<'_>) -> Vec<Choosable> {
    let children = around.file.children().into_iter();
    children
        .map(|child| Choosable::new(child.id().to_string(), child.body.short_name()))
        .collect()
}

/// One of the children, or none yet.
pub fn one_child(chosen: &str, around: Around<'_>) -> Input {
    let mut options = children(around);
    options.insert(0, none_yet());
    one(options, chosen)
}

pub fn adults(around: Around<'_>) -> Vec<Choosable> {
    people(around, false)
}

/// People with what they are to the children, so that two of one name can be told apart. Children stand last.
pub fn people(around: Around<'_>, with_children: bool) -> Vec<Choosable> {
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

/// Entries by their date and first words, in order of time.
pub fn entries(around: Around<'_>, but: Option<RecordId>) -> Vec<Choosable> {
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

pub fn entry_line(entry: &Record<Entry>) -> String {
    let source = entry
        .body
        .accounts
        .first()
        .map_or("", |told| told.source.as_str());
    let words = beginning(entry.body.in_short());
    let parts = [entry.body.when.written(), source, &words];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The first words of a text, on one line.
pub fn beginning(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(BEGINNING).collect()
}

/// The records of these kinds by their words, but the one that is changed; each with its kind where they are of several.
pub fn of_kinds(kinds: &[RecordKind], around: Around<'_>) -> Vec<Choosable> {
    let mut ids: Vec<RecordId> = Vec::new();
    for kind in kinds {
        let of_kind = around.file.metas().filter(|(_, of)| of == kind);
        ids.extend(of_kind.map(|(meta, _)| meta.id));
    }
    ids.retain(|id| Some(*id) != around.target);
    let options = ids.into_iter().filter_map(|id| {
        let body = around.file.record(id)?.body;
        let words = in_a_list(&body, around.file);
        let short = match kinds.len() {
            1 => beginning(&words),
            _ => format!("{}: {}", body.kind().one(), beginning(&words)),
        };
        Some(Choosable::new(id.to_string(), short).also_found_by(&words))
    });
    options.collect()
}

fn in_a_list(body: &Body, file: &CaseFile) -> String {
    match body {
        Body::Relationship(one) => format!("with {}", who_or_somebody(file, one.person, &one.name)),
        Body::ZoneDecision(decision) => zone_in_words(file, decision),
        body => words_of(body).to_owned(),
    }
}
