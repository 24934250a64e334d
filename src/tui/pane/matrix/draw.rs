//! The matrix pane: where a child stands in the Risk and Resilience Matrix, and why.

use super::{lines, why};
use crate::insight::zones::family_version::for_family;
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::model::case::matrix::{MatrixLine, Side};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::matrix::layout::{frames, matrix_width};
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page::{self, Line, Page};
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::split::Frame as Place;
use ratatui::Frame;

/// Draws the matrix and why it says so, or the family's version.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let (matrix, why) = frames(model, case);
    if case.matrix.seen.is_none() {
        return nobody(model, matrix, frame);
    }
    if case.matrix.family {
        return draw_page(model, case, matrix, frame);
    }
    draw_matrix(model, case, matrix, frame);
    draw_page(model, case, why, frame);
}

fn nobody(model: &Model, place: Place, frame: &mut Frame) {
    let area = place.rows.intersection(frame.area());
    let words = "The matrix is about a child. The family tab is where children are added.";
    let style = model.look.style(Role::Quiet);
    frame
        .buffer_mut()
        .set_stringn(area.x + 1, area.y, words, area.width.into(), style);
}

fn child_name(case: &OpenCase) -> String {
    let child = case
        .matrix
        .seen
        .as_ref()
        .and_then(|seen| case.seen().people.get(&seen.child));
    child.map_or(String::new(), |child| child.body.short_name().to_owned())
}

fn draw_matrix(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.matrix;
    let has_keys = pane.side == Side::Matrix;
    let lines = &pane.list.lines;
    let title = title(model, case);
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    let unseen = more(pane.place.top, place.rows.height.into(), lines.len());
    heading(
        look,
        &title,
        unseen,
        has_keys,
        buffer,
        place.heading.intersection(screen),
    );
    let seen = lines.iter().enumerate().skip(pane.place.top);
    for ((at, line), area) in seen.zip(place.rows.intersection(screen).rows()) {
        let chosen = match (at == pane.place.chosen, has_keys) {
            (false, _) => Chosen::No,
            (true, true) => Chosen::Here,
            (true, false) => Chosen::Elsewhere,
        };
        let pieces: Vec<_> = line
            .pieces
            .iter()
            .map(|(words, room, role)| (words.as_str(), *room, *role))
            .collect();
        row(look, &pieces, chosen, buffer, area);
    }
}

/// The child, and the key to the others.
fn title(model: &Model, case: &OpenCase) -> String {
    let dot = model.look.dot();
    let name = child_name(case);
    let others = case.seen().children().len() > 1;
    let key = model.keymap.keys_for(&model.scopes(), Command::MatrixChild);
    match key.first().filter(|_| others) {
        Some(key) => format!("Matrix {dot} {name} {dot} {key} another child"),
        None => format!("Matrix {dot} {name}"),
    }
}

/// Draws what stands beside the matrix, or in its place.
fn draw_page(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let pane = &case.matrix;
    let has_keys = pane.side == Side::Why && !pane.family;
    let lines = pane.page.lines.iter();
    let lines = lines.map(|line| (line.words.as_str(), line.role));
    let title = &pane.page.title;
    page::draw(&model.look, title, lines, pane.why, has_keys, place, frame);
}

/// Why the chosen line says so, or the family's version, laid out at some width, with the words over it.
pub fn beside(model: &Model, case: &OpenCase, width: u16) -> (String, Vec<Line<RecordId>>) {
    let pane = &case.matrix;
    match (&pane.seen, pane.family) {
        (_, true) => {
            let title = format!("For the family {} {}", model.look.dot(), child_name(case));
            (title, family_lines(model, case, width))
        }
        (Some(seen), false) => {
            let (about, room) = (pane.about(), usize::from(width.saturating_sub(2)));
            let lines = why::lines(model, case, seen, about, room);
            (why::title(about, seen), lines)
        }
        (None, false) => Default::default(),
    }
}

/// The lines of the matrix, laid out.
pub fn matrix_lines(model: &Model, case: &OpenCase) -> Vec<MatrixLine> {
    let width = usize::from(matrix_width(model).saturating_sub(1));
    let seen = case.matrix.seen.as_ref();
    seen.map_or_else(Vec::new, |seen| lines::lines(model, case, seen, width))
}

/// The family's version.
pub fn family_lines(model: &Model, case: &OpenCase, width: u16) -> Vec<Line<RecordId>> {
    let Some(seen) = &case.matrix.seen else {
        return Vec::new();
    };
    let mut page = Page::of(usize::from(width.saturating_sub(2)).min(78), &model.look);
    for passage in for_family(case.seen(), seen.child, case.last_day(model.today)) {
        page.heading(&passage.heading);
        for words in &passage.words {
            page.words(words, Role::Text);
        }
    }
    page.lines()
}
