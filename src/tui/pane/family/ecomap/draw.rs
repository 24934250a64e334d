//! The ecomap on the screen: the drawing with its key, and the same in words with what shows it.

use crate::insight::ecomap;
use crate::insight::ecomap::{Ecomap, System, also_in_the_record};
use crate::insight::links::evidence_in_short;
use crate::insight::words::first_large;
use crate::record::{CaseFile, RecordId, SystemKind};
use crate::tui::command::Command;
use crate::tui::model::case::ecomap::Part;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::family::ecomap::layout::frames;
use crate::tui::theme::Role;
use crate::tui::widget::ecomap::{Drawing, key};
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page;
use crate::tui::widget::page::{Line, Page};
use ratatui::Frame;

/// The ecomap that is looked at.
pub fn seen(model: &Model, case: &OpenCase) -> Ecomap {
    let day = case.last_day(model.today);
    ecomap::ecomap(case.seen(), case.family.ecomap.whose, day)
}

/// Draws it.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let ecomap = seen(model, case);
    draw_drawing(model, case, &ecomap, frame);
    draw_words(model, case, &ecomap, frame);
}

fn draw_drawing(model: &Model, case: &OpenCase, ecomap: &Ecomap, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.family.ecomap;
    let place = frames(model, case);
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    let area = place.drawing.rows.intersection(screen);
    let has_keys = pane.part == Part::Drawing;
    let room = usize::from(place.drawing.rows.height);
    let drawing = Drawing::of(ecomap, usize::from(area.width), room);
    let chosen = pane.chosen_of(ecomap).and_then(|(at, _)| at);
    let top = pane.top.min(drawing.rows().saturating_sub(room));
    let next = model
        .keymap
        .keys_for(&model.scopes(), Command::EcomapCentre);
    let next = next
        .first()
        .map(|key| format!(" {} {key} the next in the middle", look.dot()));
    let dot = look.dot();
    let title = format!(
        "Ecomap {dot} {} {dot} {}{}",
        ecomap.name,
        match ecomap.systems.len() {
            1 => "1 connection".to_owned(),
            several => format!("{several} connections"),
        },
        next.unwrap_or_default()
    );
    heading(
        look,
        &title,
        more(top, room, drawing.rows()),
        has_keys,
        buffer,
        place.drawing.heading.intersection(screen),
    );
    drawing.draw(look, chosen, has_keys, top, buffer, area);
    let area = place.key.intersection(screen);
    let width = usize::from(area.width.saturating_sub(2));
    for (words, area) in key(look, width).iter().zip(area.rows()) {
        buffer.set_stringn(area.x + 1, area.y, words, width, look.style(Role::Quiet));
    }
}

fn draw_words(model: &Model, case: &OpenCase, ecomap: &Ecomap, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.family.ecomap;
    let place = frames(model, case).words;
    let has_keys = pane.part == Part::Words;
    let lines = words(model, case, place.rows.width);
    let title = match pane.chosen_of(ecomap) {
        Some((_, system)) => format!("{} {} {}", system.name, look.dot(), system.kind.words()),
        None => "In words".to_owned(),
    };
    let lines = lines.iter().map(|line| (line.words.as_str(), line.role));
    page::draw(look, &title, lines, pane.words, has_keys, place, frame);
}

/// The words at some width: the chosen connection in full, then all of them, what is not drawn, and what else is known.
pub fn words(model: &Model, case: &OpenCase, width: u16) -> Vec<Line<RecordId>> {
    let ecomap = seen(model, case);
    let file = case.seen();
    let mut page = Page::of(usize::from(width.saturating_sub(2)), &model.look);
    match case.family.ecomap.chosen_of(&ecomap) {
        Some((_, system)) => in_full(&mut page, file, system),
        None => {
            let keys = model
                .keymap
                .keys_for(&model.scopes(), Command::ConnectionAdd);
            let key = keys.first().map_or(":connection-add", String::as_str);
            let words = format!(
                "Nothing around {} is recorded yet; {key} adds what is there.",
                match ecomap.whose {
                    None => "the family",
                    Some(_) => &ecomap.name,
                }
            );
            page.words(&words, Role::Quiet);
        }
    }
    for (kind, title) in [
        (SystemKind::Informal, "Informal"),
        (SystemKind::Formal, "Formal"),
    ] {
        let own = ecomap.systems.iter().filter(|one| one.kind == kind);
        listed(&mut page, title, own);
    }
    listed(
        &mut page,
        "Told and not drawn: not on this day",
        ecomap.not_drawn.iter(),
    );
    let day = case.last_day(model.today);
    let also = also_in_the_record(file, ecomap.whose, day);
    if !also.is_empty() {
        page.heading("Also in the record");
        let words = "Not drawn until somebody says how strong it is.";
        page.words(words, Role::Quiet);
    }
    for one in also {
        let words = format!("{} ({})", one.name, one.as_what);
        page.leading(2, &words, Role::Text, one.record);
    }
    page.lines()
}

/// A connection with everything that is known of it.
fn in_full(page: &mut Page<RecordId>, file: &CaseFile, system: &System) {
    page.words(&first_large(&system.in_words()), Role::Text);
    page.words(&system.note, Role::Text);
    for id in &system.evidence {
        page.leading(0, &evidence_in_short(file, *id), Role::Quiet, *id);
    }
}

fn listed<'a>(page: &mut Page<RecordId>, title: &str, systems: impl Iterator<Item = &'a System>) {
    for (at, system) in systems.enumerate() {
        if at == 0 {
            page.heading(title);
        }
        let words = format!("{}: {}", system.name, system.in_words());
        page.leading(2, &words, Role::Text, system.record);
    }
}
