//! The form for a person.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{chosen_among, date, line, long, one, one_among};
use crate::record::{Arrival, DateOrder, FuzzyDate, Person, SaidDate, Sex};

const SEXES: [(&str, &str, Sex); 4] = [
    ("", "not recorded", Sex::NotKnown),
    ("female", "female", Sex::Female),
    ("male", "male", Sex::Male),
    ("other", "something else", Sex::Other),
];

const ARRIVALS: [(Arrival, &str, &str); 5] = [
    (Arrival::Born, "", "born"),
    (
        Arrival::Expected,
        "expected",
        "expected: their mother is pregnant",
    ),
    (Arrival::Miscarried, "miscarried", "lost by miscarriage"),
    (Arrival::Stillborn, "stillborn", "stillborn"),
    (Arrival::Ended, "ended", "the pregnancy was ended"),
];

pub(super) fn input(name: &str, person: Option<&Person>, _: Around<'_>) -> Option<Input> {
    let nobody = Person::default();
    let person = person.unwrap_or(&nobody);
    match name {
        "name" => line(&person.name),
        "known-as" => line(&person.known_as),
        "is-child" => {
            let options = vec![
                Choosable::new("", "somebody around them"),
                Choosable::new("child", "a child of the case"),
            ];
            one(options, if person.is_child { "child" } else { "" })
        }
        "relation" => line(&person.relation),
        "born" => date(person.born.as_ref()),
        "died" => date(person.died.as_ref()),
        "sex" => {
            let chosen = SEXES
                .iter()
                .find(|(.., sex)| *sex == person.sex)
                .map_or("", |(id, ..)| *id);
            one(
                SEXES
                    .iter()
                    .map(|(id, words, _)| Choosable::new(*id, *words))
                    .collect(),
                chosen,
            )
        }
        "also-written" => line(&person.also_written.join("; ")),
        "reference" => line(&person.reference),
        "arrival" => one_among(&ARRIVALS, &person.arrival),
        "born-elsewhere" => line(&said(&person.born_elsewhere)),
        "died-elsewhere" => line(&said(&person.died_elsewhere)),
        "notes" => long(&person.notes),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Person>,
    around: Around<'_>,
) -> Result<Person, Refusal> {
    let was = was.unwrap_or_default();
    let name = form.text("name");
    if name.is_empty() {
        return Err(Refusal::new(
            "name",
            "A person needs a name, even if it is only \"the neighbour\".",
        ));
    }
    let sex = form.text("sex");
    Ok(Person {
        name,
        known_as: form.text("known-as"),
        also_written: match form.changed("also-written") {
            true => form.parts("also-written", ';'),
            false => was.also_written,
        },
        relation: form.text("relation"),
        is_child: form.text("is-child") == "child",
        born: form.date("born", was.born.as_ref(), around.today),
        died: form.date("died", was.died.as_ref(), around.today),
        sex: SEXES
            .iter()
            .find(|(id, ..)| *id == sex)
            .map_or(was.sex, |(.., sex)| *sex),
        reference: form.text("reference"),
        notes: form.text("notes"),
        arrival: chosen_among(&ARRIVALS, &form.text("arrival")).unwrap_or(was.arrival),
        born_elsewhere: said_in(form, "born-elsewhere", was.born_elsewhere, around)?,
        died_elsewhere: said_in(form, "died-elsewhere", was.died_elsewhere, around)?,
    })
}

/// "1990 (police); 3 May 1991 (GP)".
fn said(dates: &[SaidDate]) -> String {
    let told = dates.iter().map(|said| match said.by.as_str() {
        "" => said.date.written().to_owned(),
        by => format!("{} ({by})", said.date.written()),
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What [`said`] shows, read again.
fn said_in(
    form: &Form,
    name: &str,
    was: Vec<SaidDate>,
    around: Around<'_>,
) -> Result<Vec<SaidDate>, Refusal> {
    if !form.changed(name) {
        return Ok(was);
    }
    let parts = form.parts(name, ';').into_iter().map(|part| {
        let (date, by) = match part.split_once('(') {
            Some((date, by)) => (date.trim(), by.trim().trim_end_matches(')').trim()),
            None => (part.trim(), ""),
        };
        let read = FuzzyDate::from_record(date, around.today, DateOrder::DayFirst);
        let date = read.map_err(|_| {
            let words = format!(
                "\u{201c}{date}\u{201d} is no date. Write each as 1990 (police), with semicolons between them."
            );
            Refusal::new(name, words)
        })?;
        Ok(SaidDate {
            date,
            by: by.to_owned(),
        })
    });
    parts.collect()
}
