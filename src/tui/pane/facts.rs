//! Facts in the lines of what is chosen: a name with its words, entries of the chronology and other records that lead there.

use crate::insight::in_a_line::words_of;
use crate::insight::supervision::actions_for;
use crate::record::{CaseFile, Record, RecordId};
use crate::tui::theme::Role;
use crate::tui::widget::page::Page;

/// Letters of what a line leads to; all of it can be read there.
const BEGINNING: usize = 90;

/// A named fact; nothing when there is nothing to say.
pub fn fact(page: &mut Page<RecordId>, name: &str, words: &str) {
    if !words.trim().is_empty() {
        page.words(&format!("{name}: {words}"), Role::Text);
    }
}

/// Entries under a heading, each leading to its place in the chronology; nothing when there are none.
pub fn entries(page: &mut Page<RecordId>, file: &CaseFile, name: &str, linked: &[RecordId]) {
    if !linked.is_empty() {
        page.words(name, Role::Heading);
        leads(page, file, linked);
    }
}

/// Entries, each leading to its place in the chronology, in order of time.
pub fn leads(page: &mut Page<RecordId>, file: &CaseFile, linked: &[RecordId]) {
    let mut found: Vec<_> = linked
        .iter()
        .filter_map(|id| file.entries.get(id))
        .collect();
    found.sort_by(|one, other| one.body.when.order(&other.body.when));
    let missing = linked.len() - found.len();
    for entry in found {
        let words = format!("{} {}", entry.body.when.in_short(), entry.body.in_short());
        page.leading(2, &beginning(&words), Role::Text, entry.id());
    }
    if missing > 0 {
        page.set_in(2, "(an entry that is no longer in the case)", Role::Quiet);
    }
}

/// Records under a heading, each leading to its place; nothing when there are none. What is no longer in the case is passed
/// over.
pub fn records(
    page: &mut Page<RecordId>,
    file: &CaseFile,
    name: &str,
    ids: impl Iterator<Item = RecordId>,
) {
    let found: Vec<_> = ids.filter_map(|id| file.record(id)).collect();
    if !found.is_empty() {
        page.words(name, Role::Heading);
    }
    for record in found {
        page.leading(
            2,
            &beginning(words_of(&record.body)),
            Role::Text,
            record.id(),
        );
    }
}

/// What is still to be done for a record, each leading to its action.
pub fn to_do(page: &mut Page<RecordId>, file: &CaseFile, record: RecordId) {
    let open = actions_for(file, record).into_iter();
    let open = open.filter(|action| action.body.is_open());
    records(page, file, "To do", open.map(Record::id));
}

fn beginning(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(BEGINNING) {
        Some((at, _)) => format!("{}...", line.get(..at).unwrap_or(&line).trim_end()),
        None => line,
    }
}
