//! A table of people brought in: the children, their family, carers and advocates, and what joins them.

mod bonds;
mod notes;

pub(super) use bonds::put_new as put_bond;

use super::fault::ImportFault;
use super::open_file::SourceFile;
use super::run::ImportRun;
use super::side_table::{SideRow, SideTable, TableForm};
use crate::insight::folding::folded;
use crate::practice::columns::cell_words;
use crate::practice::relations::relation_of;
use crate::record::{Body, CaseFile, FuzzyDate, Person, RecordId, SaidDate, Sex};

const FORM: TableForm = TableForm {
    name: "people",
    free: "notes",
    needs: &[(&["name", "forename"], "names")],
};

/// Lays the people of a table over the case. Somebody who is known already (by the agency's id or by name) is only
/// completed, never overwritten.
///
/// # Errors
/// The file is not a table of people.
pub fn bring_in(file: &SourceFile, run: &mut ImportRun<'_>) -> Result<(), ImportFault> {
    let table = SideTable::read(file, run.today, &FORM)?;
    let all_children = !table.has("relation");
    let mut told = Vec::new();
    for row in &table.rows {
        let person = person(row, all_children, run);
        if person.name.is_empty() {
            continue;
        }
        let name = person.name.clone();
        let mut say = |words: String| {
            let at = format!("{}, row {}", file.name, row.record);
            run.notices.push(format!("{at}: {words}"));
        };
        if is_sum(&name) {
            say(format!(
                "\"{name}\" is not taken for a person. If it is somebody's name, add them to the case."
            ));
            continue;
        }
        let born = row.cell("born");
        if person.born.is_none() && !born.is_empty() {
            say(format!(
                "the birth of {name} (\"{born}\") cannot be read as a date. The words are kept in the notes; when was it?"
            ));
        }
        let case = &run.staging.file;
        let known = same_person(case, &person).or_else(|| match of_name(case, &person) {
            Some(id) if told.contains(&id) => {
                say(format!(
                    "{name} stands in the table with another birth too ({born} here), so they are two people. Are they?"
                ));
                None
            }
            Some(id) => {
                say(format!(
                    "{name} is known with another birth than {born}. The birth that was known stays, and this one stands beside it. Which is right?"
                ));
                Some(id)
            }
            None => None,
        });
        let known = known.and_then(|id| case.people.get(&id));
        let Some((id, known)) = known.map(|known| (known.id(), known.body.clone())) else {
            told.push(run.add(Body::Person(person)));
            continue;
        };
        let asked = known.born.as_ref().zip(person.born.as_ref());
        let asked = asked.is_some_and(|(one, other)| !one.can_equal(other));
        let completed = completed(known.clone(), person, &file.name);
        let more = |one: &[SaidDate], other: &[SaidDate]| other.len() > one.len();
        if (more(&known.born_elsewhere, &completed.born_elsewhere) && !asked)
            || more(&known.died_elsewhere, &completed.died_elsewhere)
        {
            say(format!(
                "{} is known with another or a less exact date. The one that was known stays, and this one stands beside it. Which is right?",
                known.name
            ));
        }
        if completed != known {
            run.put(id, Body::Person(completed));
        }
        told.push(id);
    }
    bonds::bring_in(&told, run);
    Ok(())
}

/// Whether a name counts the rows above it.
fn is_sum(name: &str) -> bool {
    let plain = folded(name);
    let word = plain.trim_matches(|c: char| !c.is_alphabetic());
    cell_words().sums.iter().any(|known| known == word)
}

/// Somebody of the case who goes by this name, however they were born; a mother and her daughter may share one.
fn of_name(case: &CaseFile, person: &Person) -> Option<RecordId> {
    let name = folded(&person.name);
    let mut people = case.people.values();
    let same = people
        .find(|known| known.body.is_child == person.is_child && folded(&known.body.name) == name);
    same.map(|known| known.id())
}

fn person(row: &SideRow, all_children: bool, run: &ImportRun<'_>) -> Person {
    let name = match row.cell("name") {
        "" => format!("{} {}", row.cell("forename"), row.cell("surname")),
        name => name.to_owned(),
    };
    let mut person = Person {
        name: name.trim().to_owned(),
        is_child: all_children || relation_of(row.cell("relation")) == Some("child"),
        sex: sex(row.cell("sex")),
        ..Person::default()
    };
    row.fill(
        &mut person,
        &["known_as", "relation", "reference", "notes"],
        run.today,
    );
    for (role, word) in [("born", "Born"), ("died", "Died")] {
        let written = row.cell(role);
        if written.is_empty() {
            continue;
        }
        match run.read_date(written) {
            Ok(date) if role == "born" => person.born = Some(date),
            Ok(date) => person.died = Some(date),
            // The words are kept where somebody will read them.
            Err(_) => {
                let notes = format!("{} {word}: {written}.", person.notes);
                person.notes = notes.trim().to_owned();
            }
        }
    }
    notes::other_names(&mut person);
    person
}

fn sex(written: &str) -> Sex {
    match written.to_lowercase().as_str() {
        "f" | "female" | "girl" | "woman" => Sex::Female,
        "m" | "male" | "boy" | "man" => Sex::Male,
        "" | "n/k" | "nk" | "u" | "unknown" | "not known" | "not recorded" => Sex::NotKnown,
        _ => Sex::Other,
    }
}

/// Somebody of the case who is this person: the same name, and births that can be the same day. A year of birth and a day
/// in it are one person; two days are two people of one name.
fn same_person(case: &CaseFile, person: &Person) -> Option<RecordId> {
    let name = folded(&person.name);
    let same = case.people.values().find(|known| {
        let births = known.body.born.as_ref().zip(person.born.as_ref());
        folded(&known.body.name) == name && births.is_none_or(|(one, other)| one.can_equal(other))
    });
    same.map(|known| known.id())
}

/// A date that says nothing gives way to one that says something; one that differs or is more exact stands beside the
/// known one, for somebody to look at.
fn lay_date(
    known: &mut Option<FuzzyDate>,
    elsewhere: &mut Vec<SaidDate>,
    told: Option<FuzzyDate>,
    by: &str,
) {
    let Some(date) = told else { return };
    match known {
        Some(own) if own.says_not_known() => *known = Some(date),
        Some(own) if !own.can_equal(&date) || date.is_more_exact_than(own) => {
            let by = by.to_owned();
            let said = SaidDate { date, by };
            if !elsewhere.contains(&said) {
                elsewhere.push(said);
            }
        }
        Some(_) => {}
        None => *known = Some(date),
    }
}

/// A person with what a table adds. A birth or a death that cannot be the known one, or is more exact,
/// stands beside it, with the name of the table.
pub(crate) fn completed(mut known: Person, told: Person, table: &str) -> Person {
    let fill = |kept: &mut String, added: String| {
        if kept.is_empty() {
            *kept = added;
        }
    };
    fill(&mut known.known_as, told.known_as);
    fill(&mut known.relation, told.relation);
    fill(&mut known.reference, told.reference);
    fill(&mut known.notes, told.notes);
    let (born, died) = (&mut known.born, &mut known.died);
    lay_date(born, &mut known.born_elsewhere, told.born, table);
    lay_date(died, &mut known.died_elsewhere, told.died, table);
    known.is_child |= told.is_child;
    if known.sex == Sex::NotKnown {
        known.sex = told.sex;
    }
    for other in told.also_written {
        if !known.also_written.contains(&other) {
            known.also_written.push(other);
        }
    }
    known
}
