//! A form on the screen: its fields under their headings, and the prompt of the one that keys go to at the foot.

use crate::tui::layout::form::page::{LABEL, Row, page, text_width};
use crate::tui::layout::form::{FOOT, rows_seen};
use crate::tui::model::Model;
use crate::tui::model::form::{Field, Form, Input};
use crate::tui::theme::Role;
use crate::tui::widget::heading::{more, rule};
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the form.
pub fn draw(model: &Model, form: &Form, frame: &mut Frame, body: Rect) {
    let empty = crate::record::CaseFile::default();
    let file = model.case().map_or(&empty, |case| &case.file);
    let around = model.around(file);
    let width = text_width(model.size.0);
    let page = page(form, around, width, model.look.ascii);
    let seen = rows_seen(body.height);
    for (row, y) in page
        .rows
        .iter()
        .skip(form.top)
        .take(seen)
        .zip(body.y..body.bottom())
    {
        draw_row(
            model,
            row,
            frame,
            Rect {
                y,
                height: 1,
                ..body
            },
        );
    }
    foot(model, form, (page.rows.len(), seen), frame, body);
    if let Some(row) = page.caret.0.checked_sub(form.top).filter(|row| *row < seen) {
        let x = usize::from(body.x) + LABEL + page.caret.1;
        let y = usize::from(body.y) + row;
        let (x, y) = (
            u16::try_from(x).unwrap_or(u16::MAX),
            u16::try_from(y).unwrap_or(u16::MAX),
        );
        frame.set_cursor_position((
            x.min(body.right().saturating_sub(1)),
            y.min(body.bottom().saturating_sub(1)),
        ));
    }
}

fn draw_row(model: &Model, row: &Row, frame: &mut Frame, area: Rect) {
    let room = usize::from(area.width);
    let buffer = frame.buffer_mut();
    if let Some((label, role)) = &row.label {
        let mark = match role {
            Role::Selected => model.look.marker(),
            _ => " ",
        };
        let label_room = if *role == Role::Heading {
            room
        } else {
            LABEL - 2
        };
        let label = text::cut(label, label_room.saturating_sub(1), model.look.ascii);
        let (x, y) = buffer.set_stringn(area.x, area.y, mark, room, model.look.style(Role::Text));
        buffer.set_stringn(x, y, label, label_room, model.look.style(*role));
    }
    let mut x = area.x.saturating_add(u16::try_from(LABEL).unwrap_or(0));
    for (words, role) in &row.pieces {
        let room = usize::from(area.right().saturating_sub(x));
        (x, _) = buffer.set_stringn(x, area.y, words, room, model.look.style(*role));
    }
}

/// A line with how much of the form is seen, and the prompt.
fn foot(model: &Model, form: &Form, (rows, seen): (usize, usize), frame: &mut Frame, body: Rect) {
    let top = body.bottom().saturating_sub(FOOT).max(body.y);
    if body.height <= FOOT {
        return;
    }
    let buffer = frame.buffer_mut();
    let border = model.look.style(Role::Border);
    let width = usize::from(body.width);
    let how = form.field().map_or("", how);
    let left = width.saturating_sub(2 + text::columns(how));
    let rest = rule(&model.look, more(form.top, seen, rows), left);
    let words = format!("{}{how}{rest}", model.look.rule().repeat(2));
    buffer.set_stringn(body.x, top, words, width, border);
    let asks = form.field().map_or("", |field| field.words.asks.as_str());
    for (words, y) in text::wrap(asks, width.saturating_sub(2))
        .iter()
        .zip(top + 1..body.bottom())
    {
        buffer.set_stringn(body.x + 1, y, words, width, model.look.style(Role::Quiet));
    }
}

/// How a field is filled, where it is not by typing alone.
fn how(field: &Field) -> &'static str {
    match &field.input {
        Input::Choice(choice) if !choice.many => " arrows choose, letters find ",
        Input::Choice(choice) if choice.typed.is_empty() => {
            " space ticks, arrows move, letters find "
        }
        Input::Choice(_) => " enter ticks what is found, arrows move ",
        Input::Text(text) if text.is_long() => " enter begins a new line ",
        Input::Text(_) | Input::Date(_) | Input::Shown(_) => "",
    }
}
