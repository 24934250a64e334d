//! The story in one page: who the children are and where they live, then what changed their lives, to be read in a
//! minute by somebody who has never seen the case.

use crate::insight::ages::Age;
use crate::insight::living::{legal_status, lives};
use crate::insight::words::day_in_words;
use crate::record::{CaseFile, Entry, Person, Record};
use crate::tui::model::case::chronology::Row;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::chronology::list::what_happened;
use crate::tui::pane::chronology::page::Page;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Letters of an entry that the story tells: some twenty words, so that the page is read in a minute. The rest is one
/// key away.
const LONGEST: usize = 130;

/// The story's lines, with the rows of the chosen entry among them.
pub struct Story {
    /// All lines.
    pub lines: Vec<Line<'static>>,
    /// The first line of the chosen entry and the line after its last.
    pub chosen: (usize, usize),
}

/// Tells it at this width.
pub fn tell(model: &Model, case: &OpenCase, width: usize) -> Story {
    let file = case.seen();
    let pane = &case.chronology;
    let mut page = Page::new(&model.look, width);
    let today = case.last_day(model.today);
    for child in pane
        .children(file)
        .iter()
        .filter_map(|child| file.people.get(child))
    {
        page.words(&who_is(file, child, today));
    }
    page.blank();
    let mut chosen = (0, 0);
    for (index, row) in pane.shown.rows.iter().enumerate() {
        let Some(entry) = row.entry().and_then(|id| file.entries.get(&id)) else {
            if *row == Row::WithoutDate {
                page.blank();
                page.heading("Without a date yet");
            }
            continue;
        };
        let from = page.lines.len();
        let role = if index == pane.place.chosen {
            Role::Selected
        } else {
            Role::Text
        };
        page.hanging(role, &entry.body.when.in_short(), &told(&entry.body));
        if index == pane.place.chosen {
            chosen = (from, page.lines.len());
        }
    }
    if pane.shown.entries == 0 {
        page.quiet("No entry is marked as a key event or a turning point yet. Mark them, and the story tells itself here.");
    }
    Story {
        lines: page.lines,
        chosen,
    }
}

/// Draws it, scrolled so that the chosen entry is seen.
pub fn draw(model: &Model, case: &OpenCase, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(2)).min(100);
    let story = tell(model, case, width);
    let rows = usize::from(area.height);
    // At the first entry the children stand above it; further down, the chosen entry is the last that is seen.
    let top = story.chosen.1.saturating_sub(rows);
    for (y, line) in (area.top()..area.bottom()).zip(story.lines.iter().skip(top)) {
        buffer.set_line(area.x + 1, y, line, area.width.saturating_sub(1));
    }
    let (from, to) = story.chosen;
    let y = from.checked_sub(top).and_then(|y| u16::try_from(y).ok());
    if let Some(y) = y.filter(|y| from < to && *y < area.height) {
        let style = model.look.style(Role::Selected);
        buffer.set_stringn(area.x, area.y + y, model.look.marker(), 1, style);
    }
}

/// "Kuba is 9 years old and lives with Siân Prosser (placed with parent) since 26 July 2025, under a care order."
fn who_is(file: &CaseFile, child: &Record<Person>, today: chrono::NaiveDate) -> String {
    let name = child.body.short_name();
    let age = child
        .body
        .born
        .as_ref()
        .and_then(|born| Age::on(born, today));
    let age = age.map_or_else(|| "of an age not recorded".to_owned(), Age::in_words);
    let home = match lives(file, child.id()) {
        Some(stay) => {
            let home = &stay.last.body;
            let kind = home.kind.to_lowercase();
            let place = match (home.carer.is_empty(), kind.is_empty()) {
                (false, false) => format!("with {} ({kind})", home.carer),
                (false, true) => format!("with {}", home.carer),
                (true, _) => format!("in {kind}"),
            };
            let since = stay.from().exact_day().map(day_in_words);
            let since = since.unwrap_or_else(|| stay.from().in_short());
            format!("lives {place} since {since}")
        }
        None => "where the child lives is not recorded".to_owned(),
    };
    let legal = legal_status(file, child.id()).map(|legal| legal.body.status.clone());
    let legal =
        legal.filter(|status| !status.is_empty() && !status.to_lowercase().starts_with("none"));
    let legal = legal
        .map(|status| format!("; {status}"))
        .unwrap_or_default();
    format!("{name}, {age}: {home}{legal}.")
}

/// What the story tells of an entry: whole sentences as far as they fit, and the first one in any case.
fn told(entry: &Entry) -> String {
    let words = what_happened(entry);
    let mut ends = words.match_indices(". ").map(|(at, _)| at + 1);
    let first = ends.next();
    let end = ends.take_while(|end| *end <= LONGEST).last().or(first);
    match end.filter(|_| words.len() > LONGEST) {
        Some(end) => words.get(..end).unwrap_or(&words).to_owned(),
        None => words,
    }
}
