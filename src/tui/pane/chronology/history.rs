//! How an entry was changed over time: each revision with who wrote it, when, and what became of which field.

use crate::practice::theme_name;
use crate::record::{Body, Entry, Record};
use crate::tui::model::OpenCase;
use crate::tui::pane::chronology::page::Page;

/// Tells the revisions, the newest first.
pub fn tell(page: &mut Page, case: &OpenCase, entry: &Record<Entry>) {
    page.heading("How this entry was changed");
    let Some(revisions) = &case.revisions else {
        return page.quiet("Reading its history.");
    };
    let last_day = case.as_at.as_ref().map(|(day, _)| *day);
    let mut own: Vec<&Record<Body>> = revisions
        .iter()
        .filter(|revision| revision.id() == entry.id())
        .filter(|revision| last_day.is_none_or(|day| revision.meta.recorded_at.date_naive() <= day))
        .collect();
    own.sort_by_key(|revision| revision.meta.revision);
    for (index, revision) in own.iter().enumerate().rev() {
        let meta = &revision.meta;
        page.blank();
        let at = meta
            .recorded_at
            .with_timezone(&chrono::Local)
            .format("%-d %b %Y, %H:%M");
        let author = Some(meta.author.clone()).filter(|author| !author.is_empty());
        let facts = [ordinal(meta.revision), at.to_string()];
        let facts: Vec<String> = facts.into_iter().chain(author).collect();
        page.heading(&facts.join(page.dot()));
        let before = index.checked_sub(1).and_then(|before| own.get(before));
        match (&meta.removed, before) {
            (Some(why), _) => page.words(&format!("Removed: {why}")),
            (None, None) => page.words("Written for the first time."),
            (None, Some(before)) => changes(page, before, revision),
        }
    }
}

fn ordinal(revision: u32) -> String {
    match revision {
        1 => "First writing".to_owned(),
        revision => format!("Change {}", revision - 1),
    }
}

/// Each field that reads otherwise than before: what it said, what it says.
fn changes(page: &mut Page, before: &Record<Body>, after: &Record<Body>) {
    let (Body::Entry(old), Body::Entry(new)) = (&before.body, &after.body) else {
        return;
    };
    if before.meta.removed.is_some() {
        page.words("Brought back.");
    }
    let mut changed = false;
    for ((name, was), (_, is)) in fields(old).into_iter().zip(fields(new)) {
        if was == is {
            continue;
        }
        changed = true;
        match (was.is_empty(), is.is_empty()) {
            (true, _) => page.field(name, &is),
            (_, true) => page.field(name, &format!("taken out; it said: {was}")),
            _ => {
                page.field(name, &is);
                page.field("  it said before", &was);
            }
        }
    }
    if !changed && before.meta.removed.is_none() {
        page.quiet("Saved without a change to its words.");
    }
}

/// Every field as words, in the order of the detail.
fn fields(entry: &Entry) -> Vec<(&'static str, String)> {
    let themes: Vec<&str> = entry.themes.iter().map(|theme| theme_name(theme)).collect();
    let accounts: Vec<String> = entry
        .accounts
        .iter()
        .map(|account| format!("{}: {}", account.source, account.text))
        .collect();
    let origins = entry
        .accounts
        .iter()
        .filter_map(|told| told.origin.as_ref());
    let settled = origins.flat_map(|origin| &origin.doubts);
    let settled = settled.filter(|doubt| doubt.settled);
    let settled: Vec<&str> = settled.map(|doubt| doubt.text.as_str()).collect();
    let text = |words: &String| words.trim().to_owned();
    vec![
        ("When", entry.when.written().to_owned()),
        ("What happened", text(&entry.headline)),
        ("Accounts", accounts.join(" / ")),
        ("Settled", settled.join(" / ")),
        ("Weight", format!("{:?}", entry.significance).to_lowercase()),
        (
            "Colour",
            entry.zone.map_or("", |zone| zone.word()).to_owned(),
        ),
        ("Impact", text(&entry.impact)),
        ("Evidence of it", text(&entry.impact_evidence)),
        ("Linked to now", text(&entry.link_now)),
        ("Linked to before", text(&entry.link_then)),
        ("Research", text(&entry.research)),
        ("What it means", text(&entry.analysis)),
        ("Action taken", text(&entry.action)),
        ("Why no action", text(&entry.why_no_action)),
        ("Family's view", text(&entry.family_view)),
        ("Themes", themes.join("; ")),
        ("Children", entry.children.len().to_string()),
        ("Others involved", entry.people.len().to_string()),
        ("Linked entries", entry.linked.len().to_string()),
    ]
}
