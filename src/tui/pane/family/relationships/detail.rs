//! What is chosen among the relationships: somebody as the child says it, a request with how it was decided, a promise; or,
//! where no record is chosen, what lasts and what a move would break.

use crate::insight::relationships::{contact, people_of, promise, somebody, target, what_lasts};
use crate::page::Section;
use crate::record::Record;
use crate::tui::model::ledger::About;
use crate::tui::model::{Model, OpenCase};

/// What is chosen.
pub fn detail(model: &Model, case: &OpenCase) -> Section {
    let file = case.seen();
    let day = case.last_day(model.today);
    let pane = &case.family.relationships;
    let Some(child) = case.child else {
        return Section::default();
    };
    let people = people_of(file, child, day);
    let target = target(file, child, &people, day);
    let chosen = pane.ledger.chosen().map(|row| row.about);
    let one = match chosen {
        Some(About::Offer(_)) => pane.chosen_unwritten().and_then(|chosen| {
            let unwritten = people.iter().filter(|one| one.relationship.is_none());
            let mut same =
                unwritten.filter(|one| one.person == chosen.person && one.name == chosen.name);
            same.next()
        }),
        Some(About::Record(id)) => {
            if let Some(one) = file.contacts_after_care.get(&id) {
                return contact(file, one, day);
            }
            if let Some(one) = file.promises.get(&id) {
                return promise(file, one, day);
            }
            let mut recorded = people.iter();
            recorded.find(|one| one.relationship.map(Record::id) == Some(id))
        }
        _ => None,
    };
    match one {
        Some(one) => somebody(file, one, &target),
        None => what_lasts(file, child, &people, &target, day),
    }
}
