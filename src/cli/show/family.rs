//! `show CASE family`: the people, how they belong together, where each child lived and under which legal status.

use super::linked::{self, Linked};
use super::{Page, Shown};
use crate::cli::lines::{Lines, listed};
use crate::insight::ages::Age;
use crate::insight::emotional::in_words;
use crate::record::{FuzzyDate, LegalStatus, Person, Placement, Record, RecordId};
use serde::Serialize;

#[derive(Serialize)]
pub struct FamilyPage {
    people: Vec<PersonShown>,
    bonds: Vec<BondShown>,
    emotional_lines: Vec<TieShown>,
    households: Vec<HouseholdShown>,
    children: Vec<ChildHistory>,
}

#[derive(Serialize)]
struct PersonShown {
    id: RecordId,
    name: String,
    known_as: String,
    also_written: Vec<String>,
    relation: String,
    is_child: bool,
    born: Option<String>,
    age: Option<String>,
    died: Option<String>,
    notes: String,
}

#[derive(Serialize)]
struct BondShown {
    text: String,
    since: Option<String>,
    until: Option<String>,
    note: String,
}

#[derive(Serialize)]
struct TieShown {
    id: RecordId,
    text: String,
    kind: &'static str,
    seen_so_by: String,
    since: Option<String>,
    until: Option<String>,
    evidence: Vec<Linked>,
    note: String,
}

#[derive(Serialize)]
struct HouseholdShown {
    id: RecordId,
    name: String,
    people: Vec<String>,
    since: Option<String>,
    until: Option<String>,
    note: String,
}

#[derive(Serialize)]
struct ChildHistory {
    name: String,
    homes: Vec<Home>,
    legal: Vec<Legal>,
}

#[derive(Serialize)]
struct Home {
    from: String,
    to: Option<String>,
    age: Option<String>,
    kind: String,
    carer: String,
    place: String,
    miles_from_home: Option<u32>,
    why_ended: String,
    note: String,
}

#[derive(Serialize)]
struct Legal {
    from: String,
    to: Option<String>,
    status: String,
    code: String,
    note: String,
}

fn written(date: Option<&FuzzyDate>) -> Option<String> {
    date.map(FuzzyDate::to_string)
}

/// The family of a case: children first, oldest first, then everybody else by name.
pub fn page(shown: &Shown) -> FamilyPage {
    let file = shown.file;
    let children = file.children();
    let mut others: Vec<_> = file
        .people
        .values()
        .filter(|person| !person.body.is_child)
        .collect();
    others.sort_by(|a, b| a.body.name.cmp(&b.body.name));
    let people = children.iter().copied().chain(others);
    let bond = |bond: &Record<crate::record::Bond>| BondShown {
        text: format!(
            "{} {} {}",
            shown.full_name(bond.body.from),
            bond.body.kind.words(),
            shown.full_name(bond.body.to)
        ),
        since: written(bond.body.since.as_ref()),
        until: written(bond.body.until.as_ref()),
        note: bond.body.note.clone(),
    };
    FamilyPage {
        people: people
            .map(|person| PersonShown::of(shown, person))
            .collect(),
        bonds: file.bonds.values().map(bond).collect(),
        emotional_lines: ties(shown),
        households: households(shown),
        children: children
            .iter()
            .map(|child| ChildHistory::of(shown, child))
            .collect(),
    }
}

/// How people get on, each line with both names.
fn ties(shown: &Shown) -> Vec<TieShown> {
    let all = shown.file.emotional_ties.values();
    all.map(|record| {
        let tie = &record.body;
        TieShown {
            id: record.id(),
            text: in_words(shown.file, tie),
            kind: tie.kind.name(),
            seen_so_by: tie.told_by.clone(),
            since: written(tie.since.as_ref()),
            until: written(tie.until.as_ref()),
            evidence: linked::entries(shown.file, &tie.evidence),
            note: tie.note.clone(),
        }
    })
    .collect()
}

/// Who lives together, beside what placements say.
fn households(shown: &Shown) -> Vec<HouseholdShown> {
    let all = shown.file.households.values();
    all.map(|record| {
        let home = &record.body;
        HouseholdShown {
            id: record.id(),
            name: home.name.clone(),
            people: home.people.iter().map(|id| shown.full_name(*id)).collect(),
            since: written(home.since.as_ref()),
            until: written(home.until.as_ref()),
            note: home.note.clone(),
        }
    })
    .collect()
}

impl PersonShown {
    fn of(shown: &Shown, record: &Record<Person>) -> PersonShown {
        let person = &record.body;
        let alive = person.died.is_none();
        let age = person
            .born
            .as_ref()
            .and_then(|born| Age::on(born, shown.now));
        PersonShown {
            id: record.id(),
            name: person.name.clone(),
            known_as: person.known_as.clone(),
            also_written: person.also_written.clone(),
            relation: person.relation.clone(),
            is_child: person.is_child,
            born: written(person.born.as_ref()),
            age: age.filter(|_| alive).map(Age::in_words),
            died: written(person.died.as_ref()),
            notes: person.notes.clone(),
        }
    }
}

impl ChildHistory {
    fn of(shown: &Shown, child: &Record<Person>) -> ChildHistory {
        let id = child.id();
        let mut homes: Vec<&Placement> = shown
            .file
            .placements
            .values()
            .map(|home| &home.body)
            .collect();
        homes.retain(|home| home.child == id);
        homes.sort_by(|a, b| a.from.order(&b.from));
        let mut legal: Vec<&LegalStatus> =
            shown.file.legal.values().map(|legal| &legal.body).collect();
        legal.retain(|legal| legal.child == id);
        legal.sort_by(|a, b| a.from.order(&b.from));
        let born = child.body.born.as_ref();
        ChildHistory {
            name: child.body.name.clone(),
            homes: homes.into_iter().map(|home| Home::of(home, born)).collect(),
            legal: legal.into_iter().map(Legal::of).collect(),
        }
    }
}

impl Home {
    fn of(home: &Placement, born: Option<&FuzzyDate>) -> Home {
        Home {
            from: home.from.to_string(),
            to: written(home.to.as_ref()),
            age: born
                .and_then(|born| Age::at(born, &home.from))
                .map(|age| match age {
                    Age::Days(0) => "birth".to_owned(),
                    age => age.in_words(),
                }),
            kind: home.kind.clone(),
            carer: home.carer.clone(),
            place: home.place.clone(),
            miles_from_home: home.miles_from_home,
            why_ended: home.why_ended.clone(),
            note: home.note.clone(),
        }
    }

    fn line(&self) -> (String, String) {
        let mut said: Vec<String> = Vec::new();
        said.extend(self.age.as_ref().map(|age| format!("at {age}")));
        said.extend(
            [&self.kind, &self.carer, &self.place]
                .into_iter()
                .filter(|it| !it.is_empty())
                .cloned(),
        );
        said.extend(
            self.miles_from_home
                .map(|miles| format!("{miles} miles from home")),
        );
        if !self.why_ended.is_empty() {
            said.push(format!("ended: {}", self.why_ended));
        }
        said.extend(Some(self.note.clone()).filter(|note| !note.is_empty()));
        (period(&self.from, self.to.as_deref()), said.join("; "))
    }
}

impl Legal {
    fn of(legal: &LegalStatus) -> Legal {
        Legal {
            from: legal.from.to_string(),
            to: written(legal.to.as_ref()),
            status: legal.status.clone(),
            code: legal.code.clone(),
            note: legal.note.clone(),
        }
    }
}

fn period(from: &str, to: Option<&str>) -> String {
    match to {
        Some(to) => format!("{from} to {to}"),
        None => format!("{from} until now"),
    }
}

impl Page for FamilyPage {
    fn write(&self, lines: &mut Lines) {
        lines.heading("People");
        for person in &self.people {
            let mut said: Vec<String> = vec![person.relation.clone()];
            said.retain(|relation| !relation.is_empty());
            if !person.known_as.is_empty() {
                said.push(format!("known as {}", person.known_as));
            }
            said.extend(person.age.clone());
            said.extend(person.born.as_ref().map(|born| format!("born {born}")));
            said.extend(person.died.as_ref().map(|died| format!("died {died}")));
            if !person.also_written.is_empty() {
                said.push(format!("also written {}", listed(&person.also_written)));
            }
            said.extend(Some(person.notes.clone()).filter(|notes| !notes.is_empty()));
            lines.item(format!("{}: {}", person.name, said.join("; ")));
        }
        lines.heading("How they belong together");
        for bond in &self.bonds {
            let since = bond.since.as_ref().map(|since| format!(", since {since}"));
            let until = bond.until.as_ref().map(|until| format!(", until {until}"));
            lines.item(format!(
                "{}{}{}",
                bond.text,
                since.unwrap_or_default(),
                until.unwrap_or_default()
            ));
        }
        if !self.emotional_lines.is_empty() {
            lines.heading("How they get on, as somebody sees it");
        }
        for tie in &self.emotional_lines {
            lines.item(&tie.text);
        }
        if !self.households.is_empty() {
            lines.heading("Who lives together, beside what is told of the children");
        }
        for home in &self.households {
            let name = match home.name.as_str() {
                "" => "A household",
                name => name,
            };
            let dates = match (&home.since, &home.until) {
                (None, None) => String::new(),
                (Some(since), None) => format!(", since {since}"),
                (None, Some(until)) => format!(", until {until}"),
                (Some(since), Some(until)) => format!(", {since} to {until}"),
            };
            lines.fact(name, format!("{}{dates}", listed(&home.people)));
        }
        for child in &self.children {
            lines.heading(format!("Where {} lived", child.name));
            for home in &child.homes {
                let (period, said) = home.line();
                lines.fact(&period, said);
            }
            lines.heading(format!("Legal status of {}", child.name));
            for legal in &child.legal {
                let note = if legal.note.is_empty() {
                    String::new()
                } else {
                    format!("; {}", legal.note)
                };
                lines.fact(
                    &period(&legal.from, legal.to.as_deref()),
                    format!("{}{note}", legal.status),
                );
            }
            if child.legal.is_empty() {
                lines.item("None recorded.");
            }
        }
    }
}
