//! Forms of the family: what joins two people, how they get on, who lives together, what is around them.

use super::super::{Around, Choosable, Form, Refusal};
use super::inputs::{line, one};
use super::{FieldInput, refuse};
use crate::record::{Bond, BondKind, Connection, EmotionalTie, Household, RecordId, RecordKind};

/// The id of a bond that has no name of its own.
const OTHER: &str = "other";

/// The person chosen in the pane.
fn person_beside(around: Around<'_>) -> Option<RecordId> {
    around
        .beside
        .filter(|id| around.file.people.contains_key(id))
}

pub fn begin_bond(bond: &mut Bond, around: Around<'_>) {
    bond.from = person_beside(around).unwrap_or_default();
}

pub fn begin_tie(tie: &mut EmotionalTie, around: Around<'_>) {
    tie.from = person_beside(around).unwrap_or_default();
}

/// Where a child lives follows from placements: a child is only ticked by somebody who means it.
pub fn begin_household(home: &mut Household, around: Around<'_>) {
    let adult = person_beside(around).filter(|id| {
        let person = around.file.people.get(id);
        person.is_some_and(|person| !person.body.is_child)
    });
    home.people = adult.into_iter().collect();
}

pub fn bond_input(name: &str, bond: &Bond) -> FieldInput {
    let own_words = match &bond.kind {
        BondKind::Other(words) => Some(words.as_str()),
        _ => None,
    };
    match name {
        "kind" => {
            let table = RecordKind::Bond.fields();
            let offered = table.iter().filter(|info| info.name == "kind");
            let offered = offered.flat_map(|info| info.shape.offered());
            let mut options: Vec<_> = offered
                .map(|kind| Choosable::new(kind.id, kind.words))
                .collect();
            options.push(Choosable::new(OTHER, "is, in other words"));
            let chosen = match own_words {
                Some(_) => OTHER.to_owned(),
                None => crate::practice::matrix::name_of(&bond.kind),
            };
            FieldInput::Otherwise(one(options, &chosen))
        }
        "kind_words" => FieldInput::Otherwise(line(own_words.unwrap_or_default())),
        _ => FieldInput::AsUsual,
    }
}

pub fn finish_bond(form: &Form, bond: &mut Bond) {
    if form.text("kind") == OTHER {
        bond.kind = BondKind::Other(form.text("kind_words"));
    }
}

pub fn check_bond(bond: &Bond) -> Option<Refusal> {
    match &bond.kind {
        BondKind::Other(words) if words.is_empty() => {
            refuse("kind_words", "Say here what the one is to the other.")
        }
        _ => same_person(bond.from, bond.to),
    }
}

/// Nobody is joined to themselves.
fn same_person(from: RecordId, to: RecordId) -> Option<Refusal> {
    (from == to).then(|| Refusal::new("to", "Both are the same person. Choose somebody else here."))
}

pub fn check_tie(tie: &EmotionalTie) -> Option<Refusal> {
    if tie.kind.is_of_harm() && tie.told_by.is_empty() {
        return refuse(
            "told_by",
            "Write who says so: harm is recorded as somebody's account, with a name to it.",
        );
    }
    same_person(tie.from, tie.to)
}

pub fn check_connection(connection: &Connection) -> Option<Refusal> {
    let Connection {
        with,
        person,
        whose,
        ..
    } = connection;
    if with.is_empty() && person.is_none() {
        return refuse(
            "with",
            "Write who or what they are connected with, or choose the person below.",
        );
    }
    if person.is_some() && person == whose {
        return refuse(
            "person",
            "This is the person in the middle. Choose who they are connected with.",
        );
    }
    None
}
