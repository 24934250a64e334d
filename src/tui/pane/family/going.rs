//! Going to a record of the family: a person in the list or the genogram, a connection in the ecomap, what lasts in the
//! relationships; a home, a status, a bond or a household at the person it is about.

use crate::record::{CaseFile, RecordId};
use crate::tui::model::case::family::View;
use crate::tui::model::{Model, Tab};

/// Stands on a record of the family; `false` when it is shown elsewhere.
pub fn go_to(model: &mut Model, record: RecordId) -> bool {
    let Some((case, file, day)) = model.case_seen() else {
        return false;
    };
    let person = person_of(&file, record).unwrap_or(record);
    let lasts = child_of(&file, record);
    let is_connection = file.connections.contains_key(&record);
    if !is_connection && lasts.is_none() && !file.people.contains_key(&person) {
        return false;
    }
    let was_genogram = case.tab == Tab::Family && case.family.view == View::Genogram;
    case.tab = Tab::Family;
    let pane = &mut case.family;
    pane.refresh(&file);
    if is_connection {
        pane.view = View::Ecomap;
        pane.ecomap.choose(&file, record);
    } else if lasts.is_some() {
        case.child = lasts;
        pane.view = View::Relationships;
        pane.relationships.map = false;
        pane.relationships.refresh(&file, lasts, day);
        pane.relationships.ledger.choose(record);
    } else {
        pane.choose(person);
        // Whoever adds somebody to the genogram wants to see them there.
        match was_genogram {
            true => pane.genogram.wanted = Some(person),
            false => pane.view = View::People,
        }
    }
    true
}

/// The person at whom a record is shown.
fn person_of(file: &CaseFile, id: RecordId) -> Option<RecordId> {
    let home = file.placements.get(&id).map(|home| home.body.child);
    let status = file.legal.get(&id).map(|status| status.body.child);
    let bond = file.bonds.get(&id).map(|bond| bond.body.from);
    let tie = file.emotional_ties.get(&id).map(|tie| tie.body.from);
    let lives = file.households.get(&id);
    let lives = lives.and_then(|lives| lives.body.people.first().copied());
    home.or(status).or(bond).or(tie).or(lives)
}

/// The child of a relationship, of contact after care or of a promise.
fn child_of(file: &CaseFile, id: RecordId) -> Option<RecordId> {
    let relationship = file.relationships.get(&id).map(|one| one.body.child);
    let contact = file.contacts_after_care.get(&id).map(|one| one.body.child);
    let promise = file.promises.get(&id).map(|one| one.body.child);
    relationship.or(contact).or(promise)
}
