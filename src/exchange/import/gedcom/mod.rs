//! A GEDCOM file laid over a case: people and bonds that are new, known ones completed, everything else kept.

mod ansel;
mod bonds;
mod encoding;
mod keep;
mod notices;
mod who;

use super::people::completed;
use super::run::ImportRun;
use super::{ImportFault, SourceFile};
use crate::exchange::gedcom::export::PROGRAM;
use crate::exchange::gedcom::facts::{self, Records};
use crate::exchange::gedcom::forms;
use crate::exchange::gedcom::keeping::Keeping;
use crate::exchange::gedcom::lines;
use crate::exchange::gedcom::node::Node;
use crate::exchange::gedcom::sheet::Names;
use crate::exchange::gedcom::ties::{Everybody, Ties};
use crate::record::{Arrival, Body, Person, RecordId};
use encoding::GedcomText;
use notices::FileSummary;
use std::collections::{HashMap, HashSet};

pub use encoding::is_gedcom;

/// Lays the people and bonds of a GEDCOM file over the case. Somebody who is known already is only completed, never
/// overwritten; dates that differ stand beside each other.
///
/// # Errors
/// The file cannot be read as text.
pub fn bring_in(file: &SourceFile, run: &mut ImportRun<'_>) -> Result<(), ImportFault> {
    let text = encoding::decode(&file.name, &file.bytes)?;
    let mut read = lines::parse(&text.text);
    let version = version(&read.records);
    for node in &mut read.records {
        match version.starts_with('7') {
            true => forms::unescape(node),
            false => forms::up(node, ""),
        }
    }
    let mut keeping = Keeping::from_case(run.case());
    let mut records = read.records;
    let people = people(&records, &file.name, is_own(&records));
    let found = {
        let told: Vec<(&Node, Person)> =
            individuals(&records).zip(people.iter().cloned()).collect();
        who::match_people(&told, run.case(), &keeping)
    };
    let known = found.people;
    let alone = known
        .iter()
        .flatten()
        .filter(|id| found.by_name_alone.contains(id));
    let names = alone.filter_map(|id| run.staging.file.people.get(id));
    run.notices.extend(names.map(|known| {
        format!(
            "{}: {} is taken for the person of this case who is called so, by the name alone, since a birth is not told on both sides. Is it the same person?",
            file.name, known.body.name
        )
    }));
    let is_own = is_own(&records);
    rename(&mut records, &known, &keeping);
    let mut brought = GedcomImport {
        file: &file.name,
        run,
    };
    let ids = brought.people(people, &known, &keeping);
    let ids: HashMap<&str, RecordId> = individuals(&records)
        .map(|node| node.xref.as_str())
        .zip(ids)
        .collect();
    let families: Vec<&Node> = records.iter().filter(|node| node.tag == "FAM").collect();
    let everybody = Everybody {
        individuals: individuals(&records).collect(),
        ids,
    };
    let ties = Ties::read(&families, &everybody);
    let bonds = brought.bonds(&ties.bonds);
    brought.say_unsaid(&ties.unsaid);
    let of_family = |xref: &str| ties.of_family.get(xref).map_or(&[][..], Vec::as_slice);
    let families: Vec<(String, Vec<RecordId>)> = families
        .iter()
        .map(|family| {
            let places = of_family(&family.xref).iter();
            let own = places.filter_map(|place| bonds.get(*place).copied());
            (family.xref.clone(), own.collect())
        })
        .collect();
    let ids: HashMap<String, RecordId> = everybody
        .ids
        .iter()
        .map(|(xref, id)| ((*xref).to_owned(), *id))
        .collect();
    let kept = brought.keep(records, &ids, &families, &mut keeping, is_own);
    let summary = FileSummary {
        file: &file.name,
        version: &version,
        text: &text,
        broken: &read.broken,
        people: (ids.len(), known.iter().flatten().count()),
        families: families.len(),
        kept,
    };
    let said = summary.notices(run.case());
    run.notices.extend(said);
    Ok(())
}

/// What the header says is the version.
fn version(records: &[Node]) -> String {
    let head = records.iter().find(|node| node.tag == "HEAD");
    let version = head
        .and_then(|head| head.first("GEDC"))
        .map(|form| form.said("VERS"));
    version.unwrap_or_default().to_owned()
}

/// Whether this program wrote the file, so that its names of people need not be kept.
fn is_own(records: &[Node]) -> bool {
    let mut heads = records.iter().filter(|node| node.tag == "HEAD");
    heads.any(|head| head.said("SOUR") == PROGRAM)
}

fn individuals(records: &[Node]) -> impl Iterator<Item = &Node> {
    records
        .iter()
        .filter(|node| node.tag == "INDI" && !node.xref.is_empty())
}

fn people(records: &[Node], file: &str, is_own: bool) -> Vec<Person> {
    let by_xref: Records = records
        .iter()
        .map(|node| (node.xref.as_str(), node))
        .collect();
    individuals(records)
        .map(|node| facts::read_person(node, &by_xref, file, is_own))
        .collect()
}

/// Gives structures of the file other names where the case calls somebody by another, or something else by the same.
fn rename(records: &mut [Node], known: &[Option<RecordId>], keeping: &Keeping) {
    let called: HashMap<RecordId, &str> = keeping
        .of_people()
        .map(|(of, node)| (of, node.xref.as_str()))
        .collect();
    let mut names = Names::default();
    keeping.all().for_each(|node| names.take(&node.xref));
    records.iter().for_each(|node| names.take(&node.xref));
    let mut new: HashMap<String, String> = HashMap::new();
    // Where somebody has the name under which an earlier file told of them, the two are editions of one file.
    let mut one_file = false;
    for (node, id) in individuals(records).zip(known) {
        let name = id.and_then(|id| called.get(&id).copied());
        one_file |= name == Some(node.xref.as_str());
        match name {
            Some(name) if name != node.xref => new.insert(node.xref.clone(), name.to_owned()),
            None if keeping.called(&node.xref).is_some() => {
                new.insert(node.xref.clone(), names.fresh("I"))
            }
            _ => None,
        };
    }
    for node in records
        .iter()
        .filter(|node| node.tag != "INDI" && !node.xref.is_empty())
    {
        if let Some(other) = keeping.called(&node.xref)
            && (!one_file || other.tag != node.tag)
            && other != node
        {
            new.insert(node.xref.clone(), names.fresh("X"));
        }
    }
    if !new.is_empty() {
        records.iter_mut().for_each(|node| call_anew(node, &new));
    }
}

fn call_anew(node: &mut Node, new: &HashMap<String, String>) {
    if let Some(name) = new.get(&node.xref) {
        node.xref.clone_from(name);
    }
    if let Some(name) = new.get(&node.value).filter(|_| node.pointer) {
        node.value.clone_from(name);
    }
    node.children
        .iter_mut()
        .for_each(|child| call_anew(child, new));
}

/// A file on its way into a case.
struct GedcomImport<'a, 'm> {
    file: &'a str,
    run: &'a mut ImportRun<'m>,
}

impl GedcomImport<'_, '_> {
    fn people(
        &mut self,
        people: Vec<Person>,
        known: &[Option<RecordId>],
        keeping: &Keeping,
    ) -> Vec<RecordId> {
        let came_before: HashSet<RecordId> = keeping.of_people().map(|(of, _)| of).collect();
        let mut ids = Vec::new();
        for (told, known) in people.into_iter().zip(known) {
            let before = known.and_then(|id| self.run.case().people.get(&id));
            let before = before.map(|person| person.body.clone());
            let Some((id, before)) = known.zip(before) else {
                ids.push(self.run.add(Body::Person(told)));
                continue;
            };
            ids.push(id);
            let after = self.complete(before.clone(), told, came_before.contains(&id));
            if after != before {
                self.run.put(id, Body::Person(after));
            }
        }
        ids
    }

    /// A known person with what the file adds. A date that cannot be the known one stands beside it.
    fn complete(&mut self, known: Person, told: Person, came_before: bool) -> Person {
        let name = known.name.clone();
        let notes = (known.notes.clone(), told.notes.clone());
        let (other, arrival) = (told.name.clone(), told.arrival);
        let elsewhere = (told.born_elsewhere.clone(), told.died_elsewhere.clone());
        let (births, deaths) = (known.born_elsewhere.len(), known.died_elsewhere.len());
        // An older file still expects a child who has been born since.
        let has_dates = known.born.is_some() || known.died.is_some();
        let mut person = completed(known, told, self.file);
        if person.born_elsewhere.len() > births {
            self.run.notices.push(format!(
                "{}: {name} is known with another or a less exact birth. The birth that was known stays, and the file's stands beside it. Which is right?",
                self.file
            ));
        }
        if person.died_elsewhere.len() > deaths {
            self.run.notices.push(format!(
                "{}: {name} is known with another or a less exact death. The one that was known stays, and the file's stands beside it. Which is right?",
                self.file
            ));
        }
        for said in elsewhere.0 {
            if person.born.as_ref() != Some(&said.date) && !person.born_elsewhere.contains(&said) {
                person.born_elsewhere.push(said);
            }
        }
        for said in elsewhere.1 {
            if person.died.as_ref() != Some(&said.date) && !person.died_elsewhere.contains(&said) {
                person.died_elsewhere.push(said);
            }
        }
        if person.arrival == Arrival::Born && arrival != Arrival::Born {
            if has_dates || arrival == Arrival::Expected {
                self.run.notices.push(format!(
                    "{}: {name} stands there as \"{}\". What is recorded stays. Which is right?",
                    self.file,
                    arrival.words()
                ));
            } else {
                person.arrival = arrival;
            }
        }
        let is_other = other != person.name && other != facts::UNNAMED;
        if is_other && !person.also_written.contains(&other) {
            person.also_written.push(other);
        }
        // What a first file tells of somebody whom the case knows is added; a later edition does not bring back what was
        // taken out since.
        let (own, theirs) = notes;
        if !came_before && !own.is_empty() && !theirs.is_empty() && !own.contains(&theirs) {
            person.notes = format!("{own}\n\n{theirs}");
        }
        person
    }
}
