//! The genogram in words: everybody in the order in which they are drawn, with what the lines say. What the drawing can show,
//! the words tell too.

use super::kin::{Genogram, Kin, KinKind, Somebody, Union, UnionState};
use super::layout::{Household, Layout};
use super::relation::relation;
use super::symbols::is_likely;
use crate::insight::ages::Age;
use crate::insight::words::{first_large, listed};
use crate::record::{Arrival, FuzzyDate, RecordId};
use chrono::NaiveDate;

/// Somebody in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InWords {
    /// The place in the genogram.
    pub place: usize,
    /// Their record; `None` for somebody who is not recorded.
    pub person: Option<RecordId>,
    /// The generation, 1 the eldest that is drawn.
    pub generation: usize,
    /// The name with what they are to whoever the family is seen from: "Nerys Prosser, grandmother of Lowri".
    pub heading: String,
    /// What is known of them and of their lines, a sentence each, without a full stop.
    pub lines: Vec<String>,
}

/// Everybody who is drawn, generation by generation, left to right.
pub fn in_words(
    graph: &Genogram,
    layout: &Layout,
    from: usize,
    households: &[Household],
    day: NaiveDate,
) -> Vec<InWords> {
    let one = |place: &super::layout::Place| {
        let person = place.person;
        let somebody = &graph.people[person];
        let mut lines: Vec<String> = life(somebody, day).into_iter().collect();
        lines.extend(others_say(somebody));
        lines.extend(graph.lines_up(person).map(|line| up(graph, line)));
        lines.extend(twins(graph, person));
        lines.extend(unions(graph, person));
        lines.extend(apart(graph, person));
        lines.extend(lives(graph, person, households));
        InWords {
            place: person,
            person: somebody.id,
            generation: place.row + 1,
            heading: heading(graph, person, from),
            lines,
        }
    };
    layout.places.iter().map(one).collect()
}

fn heading(graph: &Genogram, person: usize, from: usize) -> String {
    let name = first_large(&graph.people[person].name);
    match relation(graph, from, person) {
        // "Partner of Carla" already says whose.
        Some(word) if word.contains(" of ") => format!("{name}, {word}"),
        Some(word) => format!("{name}, {word} of {}", graph.people[from].short_name),
        None => name,
    }
}

fn life(somebody: &Somebody, day: NaiveDate) -> Option<String> {
    let born = somebody.born.as_ref();
    let said = |date: &FuzzyDate| date.in_short();
    match (somebody.arrival, born, &somebody.died) {
        (Arrival::Expected, Some(due), _) => Some(format!("Expected, due {}", said(due))),
        (Arrival::Expected, None, _) => Some("Expected".to_owned()),
        (Arrival::Miscarried, born, died) => {
            Some(lost("Lost by miscarriage", died.as_ref().or(born)))
        }
        (Arrival::Stillborn, born, died) => Some(lost("Stillborn", born.or(died.as_ref()))),
        (Arrival::Ended, born, died) => {
            Some(lost("The pregnancy was ended", died.as_ref().or(born)))
        }
        (Arrival::Born, Some(born), Some(died)) => {
            let age =
                Age::at(born, died).map_or(String::new(), |age| format!(", at {}", age.in_words()));
            Some(format!("Born {}, died {}{age}", said(born), said(died)))
        }
        (Arrival::Born, Some(born), None) => {
            let age = Age::on(born, day).filter(|age| is_likely(*age));
            let age = age.map_or(String::new(), |age| format!(", {}", age.in_words()));
            Some(format!("Born {}{age}", said(born)))
        }
        (Arrival::Born, None, Some(died)) => Some(format!("Died {}", said(died))),
        (Arrival::Born, None, None) => None,
    }
}

fn lost(words: &str, on: Option<&FuzzyDate>) -> String {
    on.map_or(words.to_owned(), |on| format!("{words}, {}", on.in_short()))
}

/// Where sources differ, both stand.
fn others_say(somebody: &Somebody) -> Vec<String> {
    let say = |what: &str, dates: &[FuzzyDate]| {
        let dates: Vec<String> = dates.iter().map(FuzzyDate::in_short).collect();
        (!dates.is_empty()).then(|| format!("Others say {what} {}", listed(&dates)))
    };
    let born = say("born", &somebody.born_elsewhere);
    born.into_iter()
        .chain(say("died", &somebody.died_elsewhere))
        .collect()
}

fn names(graph: &Genogram, people: impl IntoIterator<Item = usize>) -> String {
    let names: Vec<&str> = people
        .into_iter()
        .map(|one| graph.people[one].name.as_str())
        .collect();
    listed(&names)
}

fn up(graph: &Genogram, line: &Kin) -> String {
    let union = &graph.unions[line.union];
    let parents = names(graph, union.partners.iter().copied());
    let siblings = union.children.iter().map(|at| &graph.kin[*at]);
    let siblings = siblings.filter(|one| one.child != line.child && one.kind.is_of_family());
    let siblings = names(graph, siblings.map(|one| one.child));
    match line.kind {
        KinKind::Birth => format!("Child of {parents}"),
        KinKind::Sibling => {
            format!("Brother or sister of {siblings}; the parents are not recorded")
        }
        KinKind::HalfSibling => {
            format!(
                "Half-brother or half-sister of {siblings}; which parent they share is not recorded"
            )
        }
        KinKind::Between => {
            format!("Child of {parents}, as follows from a relative who is recorded")
        }
        KinKind::Adopted => format!("Adopted by {parents}{}", time(line)),
        KinKind::Step => format!("Stepchild of {parents}{}", time(line)),
        KinKind::Foster => format!("Fostered by {parents}{}", time(line)),
        KinKind::Care => format!("Cared for by {parents}{}", time(line)),
        KinKind::Kinship => format!("Cared for in the family by {parents}{}", time(line)),
    }
}

fn time(line: &Kin) -> String {
    let told = line.times.iter().filter_map(|time| {
        let since = time.since.as_ref().map(FuzzyDate::in_short);
        let until = time.until.as_ref().map(FuzzyDate::in_short);
        match (since, until) {
            (Some(since), Some(until)) => Some(format!("{since} to {until}")),
            (Some(since), None) => Some(format!("since {since}")),
            (None, Some(until)) => Some(format!("until {until}")),
            (None, None) => None,
        }
    });
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => String::new(),
        false => format!(", {}", listed(&told)),
    }
}

fn twins(graph: &Genogram, person: usize) -> Vec<String> {
    let pairs = graph.twins.iter().filter_map(|(one, other, identical)| {
        let other = match person {
            it if it == *one => *other,
            it if it == *other => *one,
            _ => return None,
        };
        let word = if *identical { "Identical twin" } else { "Twin" };
        Some(format!("{word} of {}", graph.people[other].name))
    });
    pairs.collect()
}

fn unions(graph: &Genogram, person: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for union in graph.unions_of(person).map(|at| &graph.unions[at]) {
        let other = union.partners.iter().copied().find(|one| *one != person);
        let children = |wanted: KinKind| {
            let lines = union.children.iter().map(|at| &graph.kin[*at]);
            lines
                .filter(move |line| line.kind == wanted)
                .map(|line| line.child)
        };
        if let Some(other) = other {
            let name = &graph.people[other].name;
            let mut said: Vec<String> = (union.states.iter())
                .map(|(state, dates)| {
                    let word = match state {
                        UnionState::Married => "married to",
                        UnionState::Together => "together with",
                        UnionState::Separated => "separated from",
                        UnionState::Divorced => "divorced from",
                        UnionState::CareTogether => "cares together with",
                    };
                    let since = dates
                        .since
                        .as_ref()
                        .map(|since| format!(" since {}", since.in_short()));
                    let until = dates
                        .until
                        .as_ref()
                        .map(|until| format!(" until {}", until.in_short()));
                    format!(
                        "{word} {name}{}{}",
                        since.unwrap_or_default(),
                        until.unwrap_or_default()
                    )
                })
                .collect();
            if said.is_empty() {
                said.push(format!("parent together with {name}"));
            }
            if is_widowed(graph, person, other, union) {
                said.push("widowed".to_owned());
            }
            lines.push(first_large(&said.join(", ")));
        }
        let own = names(graph, children(KinKind::Birth));
        if !own.is_empty() {
            let with = other.map_or(String::new(), |other| {
                format!(" with {}", graph.people[other].short_name)
            });
            lines.push(format!("Children{with}: {own}"));
        }
        for line in union.children.iter().map(|at| &graph.kin[*at]) {
            let word = match line.kind {
                KinKind::Adopted => "Adopted",
                KinKind::Foster => "Fostered",
                KinKind::Kinship => "Cared in the family for",
                KinKind::Care => "Cared for",
                _ => continue,
            };
            lines.push(format!(
                "{word} {}{}",
                graph.people[line.child].name,
                time(line)
            ));
        }
    }
    lines
}

/// Whether a couple lasted until one of the two died and the other lived on.
fn is_widowed(graph: &Genogram, person: usize, other: usize, union: &Union) -> bool {
    let died = |one: usize| graph.people[one].died.as_ref();
    let lived_on = match (died(other), died(person)) {
        (Some(_), None) => true,
        (Some(other), Some(own)) => other.order(own).is_lt(),
        (None, _) => false,
    };
    lived_on && !union.states.is_empty() && !union.is_care_only() && union.slashes() == 0
}

fn apart(graph: &Genogram, person: usize) -> Vec<String> {
    let of = graph
        .apart
        .iter()
        .filter(|(relative, ..)| *relative == person);
    of.map(|(_, child, rows)| {
        let word = if *rows == 2 {
            "Grandparent"
        } else {
            "Aunt or uncle"
        };
        let child = &graph.people[*child].name;
        format!("{word} of {child}; through whom is not recorded, so no line is drawn")
    })
    .collect()
}

fn lives(graph: &Genogram, person: usize, households: &[Household]) -> Vec<String> {
    let with = households
        .iter()
        .filter(|household| household.people.contains(&person));
    with.map(|household| {
        let others = household
            .people
            .iter()
            .copied()
            .filter(|one| *one != person);
        format!(
            "Lives with {} ({})",
            names(graph, others),
            household.in_words()
        )
    })
    .collect()
}
