//! The family as it is read: the people, how they belong together, where each child lived and under which legal status.

use crate::insight::ages::Age;
use crate::insight::emotional::in_words;
use crate::insight::links::entries;
use crate::insight::living::legal_statuses;
use crate::insight::people::full_name;
use crate::insight::words::listed;
use crate::page::Section;
use crate::record::{
    Bond, CaseFile, EmotionalTie, FuzzyDate, Household, LegalStatus, Person, Placement, Record,
};
use chrono::NaiveDate;

/// The family of a case: children first, oldest first, then everybody else by name.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let children = file.children();
    let others = file.people.values();
    let mut others: Vec<_> = others.filter(|person| !person.body.is_child).collect();
    others.sort_by(|a, b| a.body.name.cmp(&b.body.name));
    let mut all = Section::default();
    all.show(|page| page.heading("People"));
    let people = children.iter().copied().chain(others);
    all.each("people", people.map(|one| person(one, day)));
    all.show(|page| page.heading("How they belong together"));
    all.each("bonds", file.bonds.values().map(|one| bond(file, one)));
    if !file.emotional_ties.is_empty() {
        all.show(|page| page.heading("How they get on, as somebody sees it"));
    }
    all.each(
        "emotional_lines",
        file.emotional_ties.values().map(|one| tie(file, one)),
    );
    if !file.households.is_empty() {
        all.show(|page| page.heading("Who else lives together"));
    }
    all.each(
        "households",
        file.households.values().map(|one| household(file, one)),
    );
    all.each(
        "children",
        children.iter().map(|child| history(file, child)),
    );
    all
}

fn written(date: Option<&FuzzyDate>) -> Option<String> {
    date.map(FuzzyDate::to_string)
}

/// Words that are not empty, with what leads them.
fn said(lead: &str, words: &str) -> Option<String> {
    (!words.is_empty()).then(|| format!("{lead}{words}"))
}

fn person(record: &Record<Person>, day: NaiveDate) -> Section {
    let body = &record.body;
    let age = body.born.as_ref().and_then(|born| Age::on(born, day));
    let age = age.filter(|_| body.died.is_none()).map(Age::in_words);
    let (born, died) = (written(body.born.as_ref()), written(body.died.as_ref()));
    let words = [
        said("", &body.relation),
        said("known as ", &body.known_as),
        age.clone(),
        born.as_ref().map(|born| format!("born {born}")),
        died.as_ref().map(|died| format!("died {died}")),
        said("also written ", &listed(&body.also_written)),
        said("reference ", &body.reference),
        said("", &body.notes),
    ];
    let words: Vec<String> = words.into_iter().flatten().collect();
    let mut told = Section::of(record.id(), "");
    told.value("name", &body.name, body.name.as_str(), &words.join("; "));
    told.hide("known_as", body.known_as.as_str());
    told.hide("also_written", body.also_written.clone());
    told.hide("relation", body.relation.as_str());
    told.hide("is_child", body.is_child);
    told.hide("born", born);
    told.hide("age", age);
    told.hide("died", died);
    told.hide("reference", body.reference.as_str());
    told.hide("notes", body.notes.as_str());
    told
}

fn bond(file: &CaseFile, record: &Record<Bond>) -> Section {
    let body = &record.body;
    let name = |id| full_name(file, Some(id), "");
    let words = format!(
        "{} {} {}",
        name(body.from),
        body.kind.words(),
        name(body.to)
    );
    let (since, until) = (written(body.since.as_ref()), written(body.until.as_ref()));
    let lead = |word: &str, date: &Option<String>| {
        date.as_ref()
            .map_or(String::new(), |date| format!(", {word} {date}"))
    };
    let line = format!("{words}{}{}", lead("since", &since), lead("until", &until));
    let mut told = Section::of(record.id(), "");
    told.value("text", "", words, &line);
    told.hide("since", since);
    told.hide("until", until);
    told.hide("note", body.note.as_str());
    told
}

fn tie(file: &CaseFile, record: &Record<EmotionalTie>) -> Section {
    let body = &record.body;
    let mut told = Section::of(record.id(), "");
    let words = in_words(file, body);
    told.show(|page| page.lead_in("", words.as_str(), Some(record.id())));
    told.hide("text", words);
    told.hide("kind", body.kind.name());
    told.hide("seen_so_by", body.told_by.as_str());
    told.hide("since", written(body.since.as_ref()));
    told.hide("until", written(body.until.as_ref()));
    told.links("evidence", "", entries(file, &body.evidence));
    told.hide("note", body.note.as_str());
    told
}

fn household(file: &CaseFile, record: &Record<Household>) -> Section {
    let body = &record.body;
    let name = match body.name.as_str() {
        "" => "A household",
        name => name,
    };
    let people: Vec<String> = body
        .people
        .iter()
        .map(|id| full_name(file, Some(*id), ""))
        .collect();
    let (since, until) = (written(body.since.as_ref()), written(body.until.as_ref()));
    let dates = match (&since, &until) {
        (None, None) => String::new(),
        (Some(since), None) => format!(", since {since}"),
        (None, Some(until)) => format!(", until {until}"),
        (Some(since), Some(until)) => format!(", {since} to {until}"),
    };
    let words = format!("{}{dates}", listed(&people));
    let mut told = Section::of(record.id(), "");
    told.hide("name", body.name.as_str());
    told.value("people", name, people, &words);
    told.hide("since", since);
    told.hide("until", until);
    told.hide("note", body.note.as_str());
    told
}

/// Where a child lived and under which legal status.
fn history(file: &CaseFile, child: &Record<Person>) -> Section {
    let (id, name) = (child.id(), child.body.name.as_str());
    let homes = file.placements.values();
    let mut homes: Vec<_> = homes.filter(|home| home.body.child == id).collect();
    homes.sort_by(|a, b| a.body.from.order(&b.body.from));
    let born = child.body.born.as_ref();
    let mut told = Section::default();
    told.hide("name", name);
    told.show(|page| page.heading(format!("Where {name} lived")));
    told.each("homes", homes.into_iter().map(|one| home(one, born)));
    told.show(|page| page.heading(format!("Legal status of {name}")));
    let statuses = legal_statuses(file, id);
    if statuses.is_empty() {
        told.show(|page| page.say("None recorded."));
    }
    told.each("legal", statuses.into_iter().map(legal));
    told
}

fn period(from: &FuzzyDate, to: Option<&FuzzyDate>) -> String {
    let to = written(to).map_or("until now".to_owned(), |to| format!("to {to}"));
    format!("{from} {to}")
}

fn home(record: &Record<Placement>, born: Option<&FuzzyDate>) -> Section {
    let body = &record.body;
    let age = born.and_then(|born| Age::at(born, &body.from));
    let age = age.map(|age| match age {
        Age::Days(0) => "birth".to_owned(),
        age => age.in_words(),
    });
    let words = [
        age.as_ref().map(|age| format!("at {age}")),
        said("", &body.kind),
        said("", &body.carer),
        said("", &body.place),
        body.miles_from_home
            .map(|miles| format!("{miles} miles from home")),
        said("ended: ", &body.why_ended),
        said("", &body.note),
    ];
    let words: Vec<String> = words.into_iter().flatten().collect();
    let mut told = Section::of(record.id(), "");
    let label = period(&body.from, body.to.as_ref());
    told.value("from", &label, body.from.to_string(), &words.join("; "));
    told.hide("to", written(body.to.as_ref()));
    told.hide("age", age);
    told.hide("kind", body.kind.as_str());
    told.hide("carer", body.carer.as_str());
    told.hide("place", body.place.as_str());
    told.hide("miles_from_home", body.miles_from_home);
    told.hide("why_ended", body.why_ended.as_str());
    told.hide("note", body.note.as_str());
    told
}

fn legal(record: &Record<LegalStatus>) -> Section {
    let body = &record.body;
    let note = said("; ", &body.note).unwrap_or_default();
    let mut told = Section::of(record.id(), "");
    told.hide("from", body.from.to_string());
    told.hide("to", written(body.to.as_ref()));
    let label = period(&body.from, body.to.as_ref());
    let words = format!("{}{note}", body.status);
    told.value("status", &label, body.status.as_str(), &words);
    told.hide("code", body.code.as_str());
    told.hide("note", body.note.as_str());
    told
}
