//! What a GEDCOM file tells of a person, read into a person of the record and written from one.

use super::date;
use super::node::Node;
use crate::record::{Arrival, FuzzyDate, Person, SaidDate, Sex};
use std::collections::HashMap;

/// The name of somebody whose name nobody tells.
pub const UNNAMED: &str = "?";
/// The kind of the line that says how somebody is related to the children.
const RELATION: &str = "Relation to the children";
/// The kind of the line that says that the case is about this child.
const CHILD: &str = "Child whom the case is about";
/// The kind of the number by which the record itself knows somebody.
pub const OWN_NUMBER: &str = "Throughline record";

/// What is told only of somebody who lived.
const OF_A_LIFE: [&str; 12] = [
    "FAMS", "OCCU", "RESI", "EDUC", "GRAD", "CENS", "EMIG", "IMMI", "NATU", "RETI", "WILL", "PROB",
];

/// The structures of a file by their xref, to which lines lead.
pub type Records<'a> = HashMap<&'a str, &'a Node>;

/// A name without the signs around the surname.
pub fn plain_name(value: &str) -> String {
    let plain = value.replace('/', " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ")
}

/// The name that a NAME line tells, put together from its pieces when the line itself is empty.
pub fn name_of(name: &Node) -> String {
    match plain_name(&name.value) {
        plain if plain.is_empty() => {
            plain_name(&format!("{} {}", name.said("GIVN"), name.said("SURN")))
        }
        plain => plain,
    }
}

/// Sex as a file says it.
pub fn sex(node: &Node) -> Sex {
    match node.value.trim().to_ascii_uppercase().as_str() {
        "F" => Sex::Female,
        "M" => Sex::Male,
        "" | "U" => Sex::NotKnown,
        _ => Sex::Other,
    }
}

/// The words of a note, its own or those of the shared note that it leads to.
pub fn note<'a>(node: &'a Node, records: &Records<'a>) -> &'a str {
    match node.pointer {
        true => records
            .get(node.value.as_str())
            .map_or("", |note| &note.value),
        false => &node.value,
    }
}

/// The notes under a structure as one text.
pub fn notes(nodes: &[Node], records: &Records) -> String {
    let all = nodes.iter().filter(|node| is_note(node));
    let words = all.map(|node| note(node, records).trim());
    let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
    words.join("\n\n")
}

/// Whether a structure is a note.
pub fn is_note(node: &Node) -> bool {
    matches!(node.tag.as_str(), "NOTE" | "SNOTE")
}

/// Who says what a structure tells: its source by name; empty where it has none.
pub fn said_by(source: &Node, records: &Records) -> String {
    let shared = records
        .get(source.value.as_str())
        .filter(|_| source.pointer);
    let named = shared.map(|shared| {
        let titles = ["TITL", "ABBR", "AUTH"].map(|tag| shared.said(tag));
        titles.into_iter().find(|words| !words.is_empty())
    });
    let words = named.flatten().unwrap_or_else(|| source.said("PAGE"));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a person. `file` says it where a second date has no source of its own.
pub fn read_person(individual: &Node, records: &Records, file: &str, is_own: bool) -> Person {
    let mut person = Person {
        arrival: arrival(individual, is_own),
        notes: notes(&individual.children, records),
        is_child: individual
            .all("FACT")
            .any(|fact| fact.said("TYPE") == CHILD),
        ..Person::default()
    };
    let relation = individual
        .all("FACT")
        .find(|fact| fact.said("TYPE") == RELATION);
    person.relation = relation.map_or(String::new(), |fact| fact.value.clone());
    person.sex = individual.first("SEX").map_or(Sex::NotKnown, sex);
    let mut numbers = individual.all("REFN");
    let number = numbers.find(|number| number.said("TYPE") != OWN_NUMBER);
    person.reference = number.map_or(String::new(), |number| number.value.trim().to_owned());
    names(individual, &mut person);
    (person.born, person.born_elsewhere) = dates(individual, "BIRT", records, file);
    (person.died, person.died_elsewhere) = dates(individual, "DEAT", records, file);
    if person.died.is_none() && person.arrival == Arrival::Born && has_died(individual) {
        person.died = Some(FuzzyDate::unknown(date::NOT_TOLD));
    }
    person
}

fn names(individual: &Node, person: &mut Person) {
    let mut also = Vec::new();
    for name in individual.all("NAME") {
        let nick = name.said("NICK").to_owned();
        let written = name_of(name);
        if person.name.is_empty() {
            person.name = written;
            person.known_as = nick;
        } else {
            also.extend([written, nick]);
        }
        let others = ["_AKA", "_MARNM", "_MARRNM"];
        let others = name
            .children
            .iter()
            .filter(|child| others.contains(&child.tag.as_str()));
        also.extend(others.map(|other| plain_name(&other.value)));
    }
    let aliases = individual.all("ALIA").filter(|alias| !alias.pointer);
    also.extend(aliases.map(|alias| plain_name(&alias.value)));
    if person.name.is_empty() {
        person.name = UNNAMED.to_owned();
    }
    for other in also {
        let known =
            other.is_empty() || other == person.name || person.also_written.contains(&other);
        if !known {
            person.also_written.push(other);
        }
    }
}

/// The date of an event, and the other dates that are given for it.
fn dates(
    individual: &Node,
    tag: &str,
    records: &Records,
    file: &str,
) -> (Option<FuzzyDate>, Vec<SaidDate>) {
    let (mut first, mut elsewhere) = (None, Vec::new());
    for event in individual.all(tag) {
        let Some(date) = date::under(event) else {
            continue;
        };
        let Some(known) = &first else {
            first = Some(date);
            continue;
        };
        let by = event.first("SOUR").map(|source| said_by(source, records));
        let by = by.filter(|words| !words.is_empty());
        let said = SaidDate {
            by: by.unwrap_or_else(|| file.to_owned()),
            date,
        };
        if *known != said.date && !elsewhere.contains(&said) {
            elsewhere.push(said);
        }
    }
    (first, elsewhere)
}

fn has_died(individual: &Node) -> bool {
    let no = |event: &Node| event.value.trim().eq_ignore_ascii_case("N");
    let says = |event: &Node| !no(event) && (!event.value.is_empty() || !event.children.is_empty());
    ["DEAT", "BURI", "CREM"]
        .iter()
        .any(|tag| individual.all(tag).any(says))
}

/// Whether somebody was born and lived; said otherwise only in plain words. An event may be one that a mother lived through;
/// it is somebody's own only in a file that this program wrote (`is_own`), or where nothing else is told of a life.
fn arrival(individual: &Node, is_own: bool) -> Arrival {
    let said = |words: &str| match words.trim().to_lowercase().as_str() {
        "stillborn" | "stillbirth" | "still birth" | "still born" => Some(Arrival::Stillborn),
        "miscarriage" | "miscarried" => Some(Arrival::Miscarried),
        "pregnancy ended" | "abortion" | "termination" => Some(Arrival::Ended),
        "expected" | "expected birth" => Some(Arrival::Expected),
        _ => None,
    };
    let of = |node: &Node| match node.tag.as_str() {
        "BIRT" | "DEAT" => {
            let age = node.first("AGE");
            let age = age.and_then(|age| said(age.said("PHRASE")).or_else(|| said(&age.value)));
            said(node.said("TYPE")).or(age)
        }
        "EVEN" if is_own && node.value == node.said("TYPE") => said(&node.value),
        "EVEN" | "FACT" if !lived(individual, node) => said(node.said("TYPE")),
        "_STIL" | "_STILLBORN" if !node.value.trim().eq_ignore_ascii_case("N") => {
            Some(Arrival::Stillborn)
        }
        _ => None,
    };
    individual.children.iter().find_map(of).unwrap_or_default()
}

/// Whether a life is told of somebody, or this event is of another day than the birth.
fn lived(individual: &Node, event: &Node) -> bool {
    let born = individual.first("BIRT").and_then(date::under);
    let other_day = born.zip(date::under(event));
    other_day.is_some_and(|(born, event)| !born.can_equal(&event))
        || individual
            .children
            .iter()
            .any(|child| OF_A_LIFE.contains(&child.tag.as_str()))
}

/// A person as a structure, without what joins them to others.
pub fn write_person(person: &Person, xref: &str, own_number: &str) -> Node {
    let typed =
        |tag: &str, value: &str, kind: &str| Node::new(tag, value).with([Node::new("TYPE", kind)]);
    let mut node = Node::record(xref, "INDI");
    if person.name != UNNAMED {
        let mut name = Node::new("NAME", with_surname(&person.name));
        if !person.known_as.is_empty() {
            name.children.push(Node::new("NICK", &person.known_as));
        }
        node.children.push(name);
    }
    let others = person.also_written.iter();
    node.children
        .extend(others.map(|other| typed("NAME", &slashless(other), "AKA")));
    match person.sex {
        Sex::Female => node.children.push(Node::new("SEX", "F")),
        Sex::Male => node.children.push(Node::new("SEX", "M")),
        Sex::Other => node.children.push(Node::new("SEX", "X")),
        Sex::NotKnown => {}
    }
    if let Some(born) = &person.born {
        node.children
            .push(Node::new("BIRT", "").with([date::write_date("DATE", born)]));
    }
    node.children.extend(
        person
            .born_elsewhere
            .iter()
            .map(|said| said_date("BIRT", said)),
    );
    node.children.extend(death(person));
    node.children.extend(
        person
            .died_elsewhere
            .iter()
            .map(|said| said_date("DEAT", said)),
    );
    if !matches!(person.arrival, Arrival::Born | Arrival::Stillborn) {
        let words = person.arrival.words();
        node.children.push(typed("EVEN", words, words));
    }
    if !person.relation.is_empty() {
        node.children
            .push(typed("FACT", &person.relation, RELATION));
    }
    if person.is_child {
        node.children.push(typed("FACT", "Yes", CHILD));
    }
    if !person.reference.is_empty() {
        node.children.push(Node::new("REFN", &person.reference));
    }
    if !own_number.is_empty() {
        node.children.push(typed("REFN", own_number, OWN_NUMBER));
    }
    if !person.notes.is_empty() {
        node.children.push(Node::new("NOTE", &person.notes));
    }
    node
}

fn death(person: &Person) -> Option<Node> {
    let age = Node::new("AGE", "0y").with([Node::new("PHRASE", "Stillborn")]);
    let stillborn = (person.arrival == Arrival::Stillborn).then_some(age);
    let died = person.died.as_ref();
    let told = died.filter(|died| died.written() != date::NOT_TOLD);
    match (told, died.is_some() || stillborn.is_some()) {
        (Some(told), _) => {
            let event = Node::new("DEAT", "").with([date::write_date("DATE", told)]);
            Some(event.with(stillborn))
        }
        (None, true) => Some(Node::new("DEAT", "Y").with(stillborn)),
        (None, false) => None,
    }
}

fn said_date(tag: &str, said: &SaidDate) -> Node {
    let source = Node::to("SOUR", "@VOID@").with([Node::new("PAGE", &said.by)]);
    Node::new(tag, "").with([date::write_date("DATE", &said.date), source])
}

/// The last word is taken for the surname, as everywhere where nobody says which it is.
fn with_surname(name: &str) -> String {
    let name = slashless(name);
    match name.rsplit_once(' ') {
        Some((given, surname)) => format!("{given} /{surname}/"),
        None => name,
    }
}

/// A stroke in a name would mark the surname, so that one that looks like it stands there.
fn slashless(name: &str) -> String {
    name.replace('/', "\u{2215}")
}
