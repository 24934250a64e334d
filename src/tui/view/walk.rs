//! The walk on the screen: what the step shows, the handbook's prompts, the note, and how far the walk is.

use super::present;
use crate::practice::walk::walk_steps;
use crate::record::RecordId;
use crate::tui::layout::walk::{frames, lines, note_width, prompts};
use crate::tui::model::Model;
use crate::tui::model::walk::Walk;
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page::Line;
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::split::Frame as Place;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the walk.
pub fn draw(model: &Model, walk: &Walk, frame: &mut Frame) {
    let frames = frames(model, walk);
    if model.presenting {
        return present::draw(model, walk, frame, frames.lines);
    }
    let lines = lines(model, walk, frames.lines.rows.width);
    let has_keys = walk.writing.is_none();
    let title = match walk.prompts {
        true => "The handbook asks",
        false => "The record shows",
    };
    listing(model, walk, title, &lines, has_keys, frames.lines, frame);
    if !frames.prompts.rows.is_empty() {
        let asked = prompts(model, walk, frames.prompts.rows.width);
        let words = "The handbook asks";
        let seen = frames.prompts.rows.height.into();
        let buffer = frame.buffer_mut();
        let unseen = more(0, seen, asked.len());
        heading(
            &model.look,
            words,
            unseen,
            false,
            buffer,
            frames.prompts.heading,
        );
        for (line, area) in asked.iter().zip(frames.prompts.rows.rows()) {
            let piece = [(line.words.as_str(), 0, line.role)];
            row(&model.look, &piece, Chosen::No, buffer, area);
        }
    }
    note(model, walk, frames.note, note_width(&frames), frame);
}

fn listing(
    model: &Model,
    walk: &Walk,
    title: &str,
    lines: &[Line<RecordId>],
    has_keys: bool,
    place: Place,
    frame: &mut Frame,
) {
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    let unseen = more(walk.place.top, place.rows.height.into(), lines.len());
    let area = place.heading.intersection(screen);
    heading(&model.look, title, unseen, has_keys, buffer, area);
    let seen = lines.iter().enumerate().skip(walk.place.top);
    for ((at, line), area) in seen.zip(place.rows.intersection(screen).rows()) {
        let chosen = match (at == walk.place.chosen, has_keys) {
            (false, _) => Chosen::No,
            (true, true) => Chosen::Here,
            (true, false) => Chosen::Elsewhere,
        };
        let piece = [(line.words.as_str(), 0, line.role)];
        row(&model.look, &piece, chosen, buffer, area);
    }
}

/// The note: the end of its text, or all of it with the caret while it is being written.
fn note(model: &Model, walk: &Walk, place: Place, width: usize, frame: &mut Frame) {
    let quadrant = walk.writing.or(walk.lands_in());
    let (Some(quadrant), false) = (quadrant, place.heading.is_empty()) else {
        return;
    };
    let Some(field) = walk.field(quadrant) else {
        return;
    };
    let is_writing = walk.writing.is_some();
    let pieces = field.rows(width);
    let (caret, column) = field.caret_on(&pieces, width);
    let seen = usize::from(place.rows.height).max(1);
    let top = match is_writing {
        true => (caret + 1).saturating_sub(seen),
        false => pieces.len().saturating_sub(seen),
    };
    let words = format!("Note: {}", quadrant.word());
    let screen = frame.area();
    let unseen = more(top, seen, pieces.len());
    let buffer = frame.buffer_mut();
    heading(
        &model.look,
        &words,
        unseen,
        is_writing,
        buffer,
        place.heading.intersection(screen),
    );
    let area = place.rows.intersection(screen);
    if field.is_blank() && !is_writing {
        let words = "Nothing noted here yet.";
        buffer.set_stringn(
            area.x + 1,
            area.y,
            words,
            width,
            model.look.style(Role::Quiet),
        );
        return;
    }
    for (piece, area) in pieces.iter().skip(top).zip(area.rows()) {
        let line = field.lines().get(piece.line).map_or("", String::as_str);
        let words = line.get(piece.from..piece.to).unwrap_or_default();
        let style = model.look.style(Role::Text);
        buffer.set_stringn(area.x + 1, area.y, words.trim_end(), width + 1, style);
    }
    if is_writing {
        let x = area.x + 1 + u16::try_from(column).unwrap_or(0);
        let y = area.y + u16::try_from(caret.saturating_sub(top)).unwrap_or(0);
        frame.set_cursor_position((
            x.min(area.right().saturating_sub(1)),
            y.min(area.bottom().saturating_sub(1)),
        ));
    }
}

/// How far the walk is, in the place of the tabs: the step by number and name, a sign for each step, what is put off.
pub fn steps(model: &Model, walk: &Walk, frame: &mut Frame, area: Rect) {
    if area.is_empty() {
        return;
    }
    let steps = walk_steps();
    let title = walk.step().map_or("", |step| step.title.as_str());
    let (done, here, ahead, parked) = match model.look.ascii {
        true => ("#", "@", ".", "="),
        false => ("●", "◉", "○", "‖"),
    };
    let signs: Vec<&str> = steps
        .iter()
        .enumerate()
        .map(|(at, step)| match at.cmp(&walk.step) {
            std::cmp::Ordering::Equal => here,
            _ if walk.parked.contains(&step.id) => parked,
            std::cmp::Ordering::Less => done,
            std::cmp::Ordering::Greater => ahead,
        })
        .collect();
    let is_parked = walk
        .step()
        .is_some_and(|step| walk.parked.contains(&step.id));
    let put_off = if is_parked { "  (put off)" } else { "" };
    let words = format!("{} of {}  {title}{put_off}", walk.step + 1, steps.len());
    let room = usize::from(area.width).saturating_sub(2);
    let buffer = frame.buffer_mut();
    let words = text::cut(&words, room, model.look.ascii);
    let style = model.look.style(Role::Heading);
    buffer.set_stringn(area.x + 1, area.y, &words, room, style);
    let signs = signs.concat();
    let wide = text::columns(&signs);
    if text::columns(&words) + wide + 3 <= room {
        let x = area
            .right()
            .saturating_sub(u16::try_from(wide + 1).unwrap_or(0));
        buffer.set_stringn(x, area.y, &signs, wide, model.look.style(Role::Quiet));
    }
}
