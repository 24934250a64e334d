//! What is chosen in the analysis: a story with its parts, a hypothesis with what speaks for and against it, a need with what it
//! belongs to, a curiosity with its answer, or what the chronology offers.

use crate::insight::thinking::{curiosity, hypothesis, need, offer_told, recognition, story};
use crate::page::Page;
use crate::tui::model::{Model, OpenCase};
use chrono::NaiveDate;

/// What is chosen.
pub fn detail(model: &Model, case: &OpenCase) -> Page {
    let file = case.seen();
    let day = case.last_day(model.today);
    if let Some(offer) = case.analysis.chosen_offer() {
        let mut page = offer_told(file, offer).page();
        page.quiet(
            "Adding takes it up as something to find out; removing lets it go, with the reason.",
        );
        return page;
    }
    let Some(id) = case.analysis.ledger.chosen_record() else {
        return Page::default();
    };
    let told = if let Some(found) = file.stories.get(&id) {
        story(file, found)
    } else if let Some(found) = file.recognitions.get(&id) {
        recognition(file, found)
    } else if let Some(found) = file.hypotheses.get(&id) {
        // Without "as at" the day that is worked on may be earlier than the last that was written.
        let last = case.as_at.as_ref().map_or(NaiveDate::MAX, |_| day);
        hypothesis(file, found, case.revisions.as_deref(), last)
    } else if let Some(found) = file.needs.get(&id) {
        need(file, found)
    } else if let Some(found) = file.curiosities.get(&id) {
        curiosity(file, found, day)
    } else {
        return Page::default();
    };
    told.page()
}
