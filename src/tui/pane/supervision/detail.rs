//! What is chosen in supervision: a session with its four quadrants, an action, a decision, a visit, or why something is due
//! and what would meet it.

use crate::insight::changes::changes;
use crate::insight::due;
use crate::insight::supervision::{action, belongs_to, decision, occasion, session};
use crate::insight::words::day_in_words;
use crate::page::Page;
use crate::tui::model::{Model, OpenCase};

/// What is chosen.
pub fn detail(model: &Model, case: &OpenCase) -> Page {
    let file = case.seen();
    let day = case.last_day(model.today);
    if let Some(since) = case.supervision.since {
        let until = case.last_day(model.today.max(model.now.date_naive()));
        let mut page = match &case.revisions {
            Some(revisions) => changes(revisions, since, until).section().page(),
            None => Page::waiting("Looking through what was written ..."),
        };
        page.title = format!("What changed since {}", day_in_words(since));
        return page;
    }
    if let Some(found) = case.supervision.chosen_due() {
        return due::page(file, found, day);
    }
    let Some(id) = case.supervision.ledger.chosen_record() else {
        return Page::default();
    };
    if let Some(found) = file.supervisions.get(&id) {
        session(file, found, day).page()
    } else if let Some(found) = file.actions.get(&id) {
        let mut page = action(file, found, day).page();
        page.append(belongs_to(file, found.body.supervision), None);
        page
    } else if let Some(found) = file.case_decisions.get(&id) {
        let mut page = decision(file, found).page();
        page.append(belongs_to(file, found.body.supervision), None);
        page
    } else if let Some(found) = file.occasions.get(&id) {
        occasion(file, found).page()
    } else {
        Page::default()
    }
}
