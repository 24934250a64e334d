//! The line above the band: whose chronology, how much is told, what is filtered, and what is worth a look.

use crate::insight::filter_words;
use crate::insight::filter_words::KNOWS;
use crate::insight::lengths::Length;
use crate::insight::words::listed;
use crate::record::{CaseFile, RecordId};
use crate::tui::command::Command;
use crate::tui::model::case::chronology::ChronologyPane;
use crate::tui::model::{Layer, Model, OpenCase};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(model: &Model, case: &OpenCase, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width.saturating_sub(2));
    if area.height == 0 {
        return;
    }
    let (ascii, quiet) = (model.look.ascii, model.look.style(Role::Quiet));
    if asks_for_filter(model) {
        let words = text::cut(&format!("Words, and {KNOWS}"), room, ascii).into_owned();
        buffer.set_stringn(area.x + 1, area.y, words, room, quiet);
        return;
    }
    let pane = &case.chronology;
    let file = case.seen();
    let dot = if ascii { " - " } else { " · " };
    let shown = shown(file, pane).join(dot);
    let left = text::cut(&shown, room, ascii);
    let right = to_look_at(
        file,
        pane,
        ascii,
        room.saturating_sub(text::columns(&left) + 3),
    );
    let style = model.look.style(if pane.filter.is_empty() {
        Role::Heading
    } else {
        Role::Attention
    });
    buffer.set_stringn(area.x + 1, area.y, &left, room, style);
    let x = room + 1 - text::columns(&right);
    let x = area.x + u16::try_from(x).unwrap_or(u16::MAX);
    buffer.set_stringn(x, area.y, &right, room, quiet);
}

fn asks_for_filter(model: &Model) -> bool {
    matches!(model.layers.last(), Some(Layer::Prompt(prompt)) if prompt.asked_by == Some(Command::FilterForm))
}

/// Whose chronology and how much of it, part by part.
fn shown(file: &CaseFile, pane: &ChronologyPane) -> Vec<String> {
    let names: Vec<&str> = pane
        .children(file)
        .iter()
        .filter_map(|child| file.people.get(child))
        .map(|child| child.body.short_name())
        .collect();
    let mut parts = vec![listed(&names)];
    parts.retain(|names| !names.is_empty());
    match pane.length {
        Length::Full => {}
        Length::KeyEvents => parts.push("key events".to_owned()),
        Length::Story => parts.push("the story in one page".to_owned()),
    }
    parts.extend(filter_words::in_words(&pane.filter, file));
    let (entries, of) = (pane.shown.entries, pane.shown.of);
    parts.push(match entries == of {
        true => format!("{of} {}", if of == 1 { "entry" } else { "entries" }),
        false => format!("{entries} of {of}"),
    });
    if !pane.marked.is_empty() {
        parts.push(format!("{} marked", pane.marked.len()));
    }
    parts
}

/// What is worth a look in the entries that the filter shows, with the letters by which the list shows it.
/// As many of them as there is room for.
fn to_look_at(file: &CaseFile, pane: &ChronologyPane, ascii: bool, room: usize) -> String {
    let shown = |entry: &RecordId| {
        let entry = file.entries.get(entry);
        entry.is_some_and(|entry| pane.filter.shows(&entry.body))
    };
    let findings = pane.findings.as_deref();
    let (differ, offered) = findings.map_or((0, 0), |findings| findings.touching(shown));
    let counts = [
        ("?", "?", pane.shown.questions, "open"),
        ("≠", "!", differ, "differ"),
        ("≈", "~", offered, "same?"),
        (
            "┄",
            "~~~",
            pane.shown.gaps.len(),
            if pane.shown.gaps.len() == 1 {
                "gap"
            } else {
                "gaps"
            },
        ),
    ];
    let counts = counts.iter().filter(|(_, _, count, _)| *count > 0);
    let words = counts.map(|(rich, plain, count, word)| {
        format!("{} {count} {word}", if ascii { plain } else { rich })
    });
    let mut words: Vec<String> = words.collect();
    while text::columns(&words.join("  ")) > room {
        words.pop();
    }
    words.join("  ")
}
