//! Private notes on the screen: what stands apart said plainly on top, below it the book being opened, its notes, or the form.

use super::form;
use crate::record::PrivatePart;
use crate::record::PrivateRevision;
use crate::record::private_note::restorative_facets;
use crate::tui::layout::PRIVATE_HEAD;
use crate::tui::model::Model;
use crate::tui::model::private::{KEPT_APART, OpenBook, PrivatePane, PrivateStep, Secret};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the layer.
pub fn draw(model: &Model, pane: &PrivatePane, frame: &mut Frame, body: Rect) {
    let width = usize::from(body.width).saturating_sub(2);
    for (line, y) in text::wrap(KEPT_APART, width)
        .iter()
        .zip(body.y..body.bottom().min(body.y + PRIVATE_HEAD))
    {
        let style = model.look.style(Role::Attention);
        frame
            .buffer_mut()
            .set_stringn(body.x + 1, y, line, width, style);
    }
    let head = PRIVATE_HEAD.min(body.height);
    let rest = Rect {
        y: body.y + head,
        height: body.height - head,
        ..body
    };
    match &pane.part {
        PrivateStep::Whose(_) => whose(model, pane, frame, rest),
        PrivateStep::Secret(secret) => ask(model, pane, secret, frame, rest),
        PrivateStep::Book(book) => match &book.form {
            Some(form) => form::draw(model, form, frame, rest),
            None => notes(model, book, frame, rest),
        },
    }
}

/// Writes lines from the top of an area; gives the row after the last.
fn say(model: &Model, lines: &[(String, Role)], frame: &mut Frame, area: Rect) -> u16 {
    let width = usize::from(area.width).saturating_sub(2);
    let wrapped = lines.iter().flat_map(|(words, role)| {
        let rows = text::wrap(words, width);
        rows.into_iter().map(move |row| (row, *role))
    });
    let mut y = area.y;
    for (row, role) in wrapped {
        if y < area.bottom() {
            let style = model.look.style(role);
            frame
                .buffer_mut()
                .set_stringn(area.x + 1, y, row, width, style);
        }
        y += 1;
    }
    y
}

fn whose(model: &Model, pane: &PrivatePane, frame: &mut Frame, area: Rect) {
    let PrivateStep::Whose(line) = &pane.part else {
        return;
    };
    let label = "Whose book?  ";
    let y = say(model, &[(label.to_owned(), Role::Heading)], frame, area) - 1;
    let x = area.x + 1 + u16::try_from(text::columns(label)).unwrap_or(0);
    let room = usize::from(area.right().saturating_sub(x));
    let role = match line.is_offered() {
        true => Role::Selected,
        false => Role::Text,
    };
    let words = line.text();
    frame
        .buffer_mut()
        .set_stringn(x, y, &words, room, model.look.style(role));
    let (_, caret) = line.caret_on(&line.rows(usize::MAX), usize::MAX);
    let caret = x.saturating_add(u16::try_from(caret).unwrap_or(0));
    frame.set_cursor_position((caret.min(area.right().saturating_sub(1)), y));
    let mut lines = vec![(String::new(), Role::Text)];
    if let Some(words) = &pane.refused {
        lines.push((words.clone(), Role::Fault));
    }
    for cover in pane.covers.iter().flatten() {
        let holders = cover.holders.join(", ");
        lines.push((format!("{}: opened by {holders}", cover.owner), Role::Text));
    }
    lines.push((
        "A worker without a book gets one: its passphrase is asked for twice.".to_owned(),
        Role::Quiet,
    ));
    let area = Rect {
        y: y + 1,
        height: area.bottom().saturating_sub(y + 1),
        ..area
    };
    say(model, &lines, frame, area);
}

fn ask(model: &Model, pane: &PrivatePane, secret: &Secret, frame: &mut Frame, area: Rect) {
    let owner = &secret.owner;
    let words = match (secret.is_new, secret.first.is_some()) {
        (false, _) => format!("The passphrase of the book of {owner}"),
        (true, false) => {
            format!("{owner} has no book yet. A passphrase for a new one, not the one of the store")
        }
        (true, true) => "The same passphrase again".to_owned(),
    };
    let asked = say(model, &[(words, Role::Heading)], frame, area);
    let label = "Passphrase  ";
    let room = usize::from(area.width).saturating_sub(text::columns(label) + 3);
    let letters = secret.typed.graphemes(true).count().min(room);
    let below = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let dots = format!("{label}{}", model.look.hidden().repeat(letters));
    let after = say(model, &[(dots, Role::Text)], frame, below(asked));
    let said = match (&pane.refused, pane.waiting) {
        (_, true) => ("Opening the book.".to_owned(), Role::Quiet),
        (Some(words), false) => (words.clone(), Role::Fault),
        (None, false) => (
            "Nobody can bring back a passphrase that everybody forgot.".to_owned(),
            Role::Quiet,
        ),
    };
    say(
        model,
        &[(String::new(), Role::Text), said],
        frame,
        below(after),
    );
    if !pane.waiting && asked < area.bottom() {
        let caret = u16::try_from(text::columns(label) + letters).unwrap_or(0);
        frame.set_cursor_position((area.x + 1 + caret, asked));
    }
}

fn notes(model: &Model, book: &OpenBook, frame: &mut Frame, area: Rect) {
    if let (Some(top), Some(note)) = (book.reading, book.chosen()) {
        return read(model, note, top, frame, area);
    }
    let holders = book.holders.join(", ");
    let words = format!("Book of {}. Slots: {holders}.", book.owner);
    let words = text::cut(
        &words,
        usize::from(area.width).saturating_sub(2),
        model.look.ascii,
    );
    say(model, &[(words.into_owned(), Role::Heading)], frame, area);
    let rest = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let mut none = Vec::new();
    if book.draft.is_some() {
        none.push((
            "A note was begun and not saved.".to_owned(),
            Role::Attention,
        ));
    }
    if book.notes.is_empty() {
        none.push(("No note yet.".to_owned(), Role::Quiet));
    }
    let y = say(model, &none, frame, rest);
    let room = usize::from(area.width).saturating_sub(2);
    let seen = book.notes.iter().enumerate().skip(book.place.top);
    for ((at, revision), y) in seen.zip(y..area.bottom()) {
        let role = match at == book.place.chosen {
            true => Role::Selected,
            false => Role::Text,
        };
        let line = text::fill(&line_of(revision), room, model.look.ascii);
        let style = model.look.style(role);
        let mark = match at == book.place.chosen {
            true => model.look.marker(),
            false => " ",
        };
        let buffer = frame.buffer_mut();
        buffer.set_stringn(area.x, y, mark, 1, model.look.style(Role::Text));
        buffer.set_stringn(area.x + 1, y, line, room, style);
    }
}

/// The day, with whom, and how the note begins.
fn line_of(revision: &PrivateRevision) -> String {
    let note = &revision.note;
    let parts = PrivatePart::ALL.into_iter().map(|part| note.part(part));
    let begins = parts.map(str::trim).find(|words| !words.is_empty());
    let with = match note.supervisor.is_empty() {
        true => String::new(),
        false => format!("with {}", note.supervisor),
    };
    let words = [
        note.on.in_short(),
        with,
        begins.unwrap_or_default().replace('\n', " "),
    ];
    words.join("  ")
}

/// A note in full, from a line on.
fn read(model: &Model, revision: &PrivateRevision, top: usize, frame: &mut Frame, area: Rect) {
    let note = &revision.note;
    let mut lines = vec![(line_of_heading(revision), Role::Heading)];
    for part in PrivatePart::ALL {
        if !note.part(part).trim().is_empty() {
            lines.push((part.name().to_owned(), Role::Quiet));
            lines.push((note.part(part).to_owned(), Role::Text));
        }
    }
    let served = restorative_facets().filter(|(id, ..)| note.facets.iter().any(|one| one == id));
    let served: Vec<&str> = served.map(|(_, words, _)| words).collect();
    if !served.is_empty() {
        lines.push(("What restored".to_owned(), Role::Quiet));
        lines.push((served.join("; "), Role::Text));
    }
    if let Some(next) = &note.next_on {
        lines.push((format!("Next: {next}"), Role::Text));
    }
    let width = usize::from(area.width).saturating_sub(2);
    let rows: Vec<(String, Role)> = lines
        .iter()
        .flat_map(|(words, role)| text::wrap(words, width).into_iter().map(|row| (row, *role)))
        .collect();
    let last = rows.len().saturating_sub(usize::from(area.height));
    let seen: Vec<(String, Role)> = rows.into_iter().skip(top.min(last)).collect();
    say(model, &seen, frame, area);
}

fn line_of_heading(revision: &PrivateRevision) -> String {
    let note = &revision.note;
    let with = match note.supervisor.is_empty() {
        true => String::new(),
        false => format!(", with {}", note.supervisor),
    };
    let written = match revision.revision {
        1 => format!(". Written by {}.", revision.author),
        more => format!(". Written by {}, revision {more}.", revision.author),
    };
    format!("{}{with}{written}", note.on)
}
