//! What is recorded of a person, in lines: names, life, bonds, where a child lived, legal statuses, notes.

use crate::insight::ages::Age;
use crate::insight::bonds::bonds_in_words;
use crate::insight::ecomap::connections_in_words;
use crate::insight::emotional::{emotional_in_words, households_in_words};
use crate::insight::living::{Stay, days, legal_statuses, stays};
use crate::insight::spans::span;
use crate::insight::words::first_large;
use crate::record::{CaseFile, FuzzyDate, Person, RecordId};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use chrono::NaiveDate;

/// A line, and the record that it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub words: String,
    /// How it looks.
    pub role: Role,
    /// The record that is changed from here: the person, a bond, a place, a legal status.
    pub record: RecordId,
}

/// The lines, at most `width` columns wide where they can be broken.
pub fn lines(
    file: &CaseFile,
    id: RecordId,
    today: NaiveDate,
    width: usize,
    ascii: bool,
) -> Vec<Line> {
    let Some(person) = file.people.get(&id).map(|person| &person.body) else {
        return Vec::new();
    };
    let mut page = Page {
        lines: Vec::new(),
        width: width.max(20),
        record: id,
    };
    about(&mut page, person, today);
    for (words, bonds) in bonds_in_words(file, id) {
        page.record = bonds.first().copied().unwrap_or(id);
        page.wrapped(&first_large(&words), Role::Text);
    }
    page.record = id;
    beside_bonds(&mut page, file, id, today);
    let lived = stays(file, id);
    if person.is_child || !lived.is_empty() {
        page.heading(&lived_heading(&lived));
        for stay in lived.iter().rev() {
            home(&mut page, stay, today, ascii);
        }
        if lived.is_empty() {
            page.wrapped("Not recorded yet.", Role::Quiet);
        }
        page.record = id;
        page.heading("Legal status");
        let statuses = legal_statuses(file, id);
        for status in statuses.iter().rev() {
            let time = time(&status.body.from, status.body.to.as_ref(), today, ascii);
            page.record = status.id();
            page.dated(&time, &status.body.status);
            page.beside(&status.body.note);
        }
        if statuses.is_empty() {
            page.wrapped("Not recorded yet.", Role::Quiet);
        }
    }
    page.record = id;
    cared_for(&mut page, file, id, today, ascii);
    page.record = id;
    if !person.notes.is_empty() {
        page.heading("Notes");
        page.wrapped(&person.notes, Role::Text);
    }
    page.lines
}

/// Lines being put together.
struct Page {
    lines: Vec<Line>,
    width: usize,
    record: RecordId,
}

/// Columns for the time of something, so that times stand under each other.
const TIME: usize = 34;

impl Page {
    fn push(&mut self, words: String, role: Role) {
        let record = self.record;
        self.lines.push(Line {
            words,
            role,
            record,
        });
    }

    fn wrapped(&mut self, words: &str, role: Role) {
        let lines = text::wrap(words, self.width);
        for line in lines {
            self.push(line, role);
        }
    }

    fn heading(&mut self, words: &str) {
        self.push(String::new(), Role::Text);
        self.push(words.to_owned(), Role::Heading);
    }

    /// The time, and beside it what it was; under it where there is little room.
    fn dated(&mut self, time: &str, words: &str) {
        let room = self.width.saturating_sub(TIME + 1);
        if room < 24 {
            self.push(time.to_owned(), Role::Quiet);
            self.beside(words);
            return;
        }
        let mut lines = text::wrap(words, room).into_iter();
        let first = lines.next().unwrap_or_default();
        let time = text::fill(time, TIME, true);
        self.push(format!("{time} {first}").trim_end().to_owned(), Role::Text);
        for line in lines {
            self.push(format!("{} {line}", " ".repeat(TIME)), Role::Text);
        }
    }

    /// More on what stands above, set in under it.
    fn beside(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let wide = self.width.saturating_sub(TIME + 1) >= 24;
        let indent = if wide { TIME + 1 } else { 3 };
        for line in text::wrap(words, self.width.saturating_sub(indent)) {
            self.push(format!("{}{line}", " ".repeat(indent)), Role::Quiet);
        }
    }
}

fn about(page: &mut Page, person: &Person, today: NaiveDate) {
    let mut first = Vec::new();
    if !person.relation.is_empty() {
        first.push(first_large(&person.relation));
    }
    if !person.known_as.is_empty() {
        first.push(format!("known as {}", person.known_as));
    }
    if !first.is_empty() {
        page.wrapped(&first.join(", "), Role::Text);
    }
    let born = person.born.as_ref().map(|born| {
        let day = born.in_short();
        match Age::on(born, today).filter(|_| person.died.is_none()) {
            Some(Age::Unborn) => format!("Expected {day}"),
            Some(age) => format!("Born {day}, {}", age.in_words()),
            None => format!("Born {day}"),
        }
    });
    let died = person.died.as_ref().map(|died| {
        let age = person.born.as_ref().and_then(|born| Age::at(born, died));
        let day = died.in_short();
        match age {
            Some(age) => format!("died {day}, at {}", age.in_words()),
            None => format!("died {day}"),
        }
    });
    let life: Vec<String> = born.into_iter().chain(died).collect();
    match life.is_empty() {
        true => page.wrapped("Date of birth not recorded", Role::Quiet),
        false => page.wrapped(&first_large(&life.join("; ")), Role::Text),
    }
    if !person.also_written.is_empty() {
        let names = person.also_written.join(", ");
        page.wrapped(&format!("Also written: {names}"), Role::Quiet);
    }
    if !person.reference.is_empty() {
        page.wrapped(&format!("Reference: {}", person.reference), Role::Quiet);
    }
}

/// How many moves there were.
fn lived_heading(lived: &[Stay]) -> String {
    match lived.len().saturating_sub(1) {
        0 => "Where they lived".to_owned(),
        1 => "Where they lived (1 move)".to_owned(),
        moves => format!("Where they lived ({moves} moves)"),
    }
}

fn home(page: &mut Page, stay: &Stay, today: NaiveDate, ascii: bool) {
    let home = &stay.last.body;
    page.record = stay.last.id();
    page.dated(
        &time(stay.from(), stay.to(), today, ascii),
        &home.kind_and_carer(),
    );
    let miles = home.miles_from_home.map(|miles| match miles {
        1 => "1 mile from home".to_owned(),
        miles => format!("{miles} miles from home"),
    });
    let place = Some(home.place.clone()).filter(|place| !place.is_empty());
    let where_it_is: Vec<String> = place.into_iter().chain(miles).collect();
    page.beside(&where_it_is.join(", "));
    if !home.why_ended.is_empty() {
        page.beside(&format!("Ended: {}", home.why_ended));
    }
    page.beside(&home.note);
}

/// How somebody gets on with others, with whom they live, and what is around them.
fn beside_bonds(page: &mut Page, file: &CaseFile, id: RecordId, today: NaiveDate) {
    let told = [
        ("How they get on", emotional_in_words(file, id)),
        ("Household", households_in_words(file, id)),
        ("Around them", connections_in_words(file, id, today)),
    ];
    for (heading, lines) in told {
        if !lines.is_empty() {
            page.heading(heading);
        }
        for (words, record) in lines {
            page.record = record;
            page.wrapped(&first_large(&words), Role::Text);
        }
        page.record = id;
    }
}

/// The children whom a grown-up cares or cared for.
fn cared_for(page: &mut Page, file: &CaseFile, id: RecordId, today: NaiveDate, ascii: bool) {
    let mut told = Vec::new();
    for child in file.children() {
        let with = stays(file, child.id());
        let with = with
            .into_iter()
            .filter(|stay| stay.last.body.carers.contains(&id));
        told.extend(with.map(|stay| {
            let time = time(stay.from(), stay.to(), today, ascii);
            (
                time,
                stay.last.id(),
                format!("{} ({})", child.body.short_name(), stay.last.body.kind),
            )
        }));
    }
    if !told.is_empty() {
        page.heading("Cared for");
    }
    for (time, placement, words) in told {
        page.record = placement;
        page.dated(&time, &words);
    }
}

/// "18 Nov 2022 – 26 Jul 2025, 2y8m".
fn time(from: &FuzzyDate, to: Option<&FuzzyDate>, today: NaiveDate, ascii: bool) -> String {
    let dash = if ascii { '-' } else { '–' };
    let lasted = days(from, to, today).map(|(first, last)| span(first, last));
    let lasted = lasted.filter(|lasted| !lasted.is_empty());
    let lasted = lasted.map_or(String::new(), |lasted| format!(", {lasted}"));
    let from = from.in_short();
    match to {
        Some(to) => format!("{from} {dash} {}{lasted}", to.in_short()),
        None => format!("since {from}{lasted}"),
    }
}
