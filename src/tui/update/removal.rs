//! Removing a record: what goes along with it, and what holds on to it.

use super::Effect;
use super::saving::save_in_case;
use crate::insight::references::{goes_along, pointing_at, released};
use crate::record::{RecordId, Write};
use crate::tui::model::search::Search;
use crate::tui::model::{Layer, Model};

/// Removes a record with what goes along with it. Where other records still point at it, lists those instead, so that
/// each can be opened and changed first.
pub fn remove(model: &mut Model, label: &str, id: RecordId, why: &str) -> Vec<Effect> {
    let Some(case) = model.case() else {
        return Vec::new();
    };
    let along = goes_along(&case.file, id);
    let pointing = pointing_at(&case.file, &along);
    if pointing.is_empty() {
        let let_go = released(&case.file, &along).into_iter();
        let let_go = let_go.map(|(id, body)| Write::Put(id, Box::new(body)));
        let gone = along.iter().map(|id| Write::Remove(*id, why.to_owned()));
        let writes: Vec<Write> = let_go.chain(gone).collect();
        return save_in_case(model, label, writes);
    }
    let kind = case
        .file
        .record(id)
        .map_or("record", |record| record.body.kind().one());
    let refers = match pointing.len() {
        1 => "1 record refers".to_owned(),
        count => format!("{count} records refer"),
    };
    let words = format!("Not removed: {refers} to this {kind}. Enter opens one.");
    let ids = pointing.into_iter().map(|(_, id)| id);
    let listing = Search::listing(words, &case.file, ids);
    model.layers.push(Layer::Search(Box::new(listing)));
    Vec::new()
}
