//! The form for a person.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{date, line, long, one};
use crate::record::{Person, Sex};

const SEXES: [(&str, &str, Sex); 4] = [
    ("", "not recorded", Sex::NotKnown),
    ("female", "female", Sex::Female),
    ("male", "male", Sex::Male),
    ("other", "something else", Sex::Other),
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
    })
}
