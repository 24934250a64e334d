//! Which records point at which: nothing is removed or joined while something still points at it unnoticed. What points
//! where stands in the table of fields of each kind.

use crate::record::{Body, CaseFile, FieldRole, RecordId, RecordKind, Shape};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// What goes with a record that is removed, itself last: a person's bonds and kept GEDCOM lines, a goal's reviews. Alone
/// they would mean nothing.
pub fn goes_along(file: &CaseFile, id: RecordId) -> Vec<RecordId> {
    let bonds = file.bonds.values();
    let bonds = bonds.filter(|bond| bond.body.from == id || bond.body.to == id);
    let reviews = file.goal_reviews.values();
    let reviews = reviews.filter(|review| review.body.goal == id);
    let mut all: Vec<RecordId> = bonds
        .map(|bond| bond.id())
        .chain(reviews.map(|review| review.id()))
        .chain([id])
        .collect();
    let lines = file.gedcom_lines.values();
    let lines = lines.filter(|kept| kept.body.of.is_some_and(|of| all.contains(&of)));
    let lines: Vec<RecordId> = lines.map(|kept| kept.id()).collect();
    all.splice(0..0, lines);
    all
}

/// The records that point at any of these, without these themselves. What only keeps a moment, such as an agreed version
/// of the plan, does not hold on to it, nor does what no form can change: see [`released`].
pub fn pointing_at(file: &CaseFile, ids: &[RecordId]) -> Vec<(RecordKind, RecordId)> {
    let mut found = Vec::new();
    file.visit(&mut |kind, meta, values| {
        let mut fields = values
            .into_iter()
            .filter(|(info, _)| !info.is(FieldRole::Moment) && !matches!(info.shape, Shape::Kept));
        let points = fields.any(|(_, value)| value.references().iter().any(|id| ids.contains(id)));
        if points && !ids.contains(&meta.id) {
            found.push((kind, meta.id));
        }
    });
    found
}

/// The records that name one of these in a field that no form asks for, such as the session an action was taken on in,
/// naming nothing there any more: nobody could change that by hand.
pub fn released(file: &CaseFile, ids: &[RecordId]) -> Vec<(RecordId, Body)> {
    let mut naming = Vec::new();
    file.visit(&mut |_, meta, values| {
        for (info, value) in values {
            let is_kept = matches!(info.shape, Shape::Kept) && !info.is(FieldRole::Moment);
            if is_kept
                && !ids.contains(&meta.id)
                && value.references().iter().any(|id| ids.contains(id))
            {
                naming.push((meta.id, info.name));
            }
        }
    });
    let release = |(id, field): (RecordId, &'static str)| {
        let mut body = file.record(id)?.body;
        // An empty field is always read.
        let _ = body.set(field, "", NaiveDate::default());
        Some((id, body))
    };
    naming.into_iter().filter_map(release).collect()
}

/// The records that pointed at what moved, pointing at where it is now.
pub fn redirected(file: &CaseFile, moved: &HashMap<RecordId, RecordId>) -> Vec<(RecordId, Body)> {
    if moved.is_empty() {
        return Vec::new();
    }
    let mut citing = Vec::new();
    file.visit(&mut |_, meta, values| {
        let references = values.into_iter().flat_map(|(_, value)| value.references());
        let to_move: Vec<RecordId> = references.filter(|id| moved.contains_key(id)).collect();
        if !to_move.is_empty() {
            citing.push((meta.id, to_move));
        }
    });
    let redirect = |(id, from): (RecordId, Vec<RecordId>)| {
        let mut body = file.record(id)?.body;
        for from in from {
            let to = moved.get(&from)?;
            body.redirect(from, *to);
        }
        Some((id, body))
    };
    citing.into_iter().filter_map(redirect).collect()
}

/// The records whose lists name a record, naming another beside it: where an entry was split, nobody but its writer can
/// tell which part was meant.
pub fn cited_beside(file: &CaseFile, id: RecordId, beside: RecordId) -> Vec<(RecordId, Body)> {
    let mut citing = Vec::new();
    file.visit(&mut |_, meta, values| {
        for (info, value) in values {
            let text = value.as_written("\n");
            if meta.id != id && info.shape.takes_several() && value.references().contains(&id) {
                citing.push((meta.id, info.name, format!("{text}\n{beside}")));
            }
        }
    });
    let mut found: BTreeMap<RecordId, Body> = BTreeMap::new();
    for (record, field, text) in citing {
        let known = || file.record(record).map(|record| record.body);
        let Some(mut body) = found.remove(&record).or_else(known) else {
            continue;
        };
        // Ids are always read; no date is.
        let _ = body.set(field, &text, NaiveDate::default());
        found.insert(record, body);
    }
    found.into_iter().collect()
}
