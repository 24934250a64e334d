//! The relationships that last: lists and the chosen line in full, or the map.

use crate::insight::relationships::child_name;
use crate::tui::layout::parts;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::split::Frame as Place;
use ratatui::Frame;
use ratatui::layout::Rect;

pub use crate::tui::pane::family::relationships::detail::detail;
pub use crate::tui::pane::family::relationships::map::{MapLine, lines_of};

/// Draws them.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let pane = &case.family.relationships;
    match pane.map {
        true => draw_map(model, case, frame),
        false => crate::tui::pane::ledger::draw::draw(model, case, frame),
    }
}

/// The lines of the map of the child who is looked at; `update` asks for them to know how far they scroll.
pub fn map_lines(model: &Model, case: &OpenCase, room: Rect) -> Vec<MapLine> {
    match case.child {
        Some(child) => lines_of(
            case.seen(),
            child,
            case.last_day(model.today),
            (room.width.into(), room.height.into()),
            &model.look,
        ),
        None => Vec::new(),
    }
}

fn draw_map(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let look = &model.look;
    let place = Place::of(parts(model).body);
    let screen = frame.area();
    let lines = map_lines(model, case, place.rows);
    let top = case.family.relationships.map_place.top;
    let title = match case.child {
        Some(child) => format!("The circles around {}", child_name(case.seen(), child)),
        None => "No child is recorded in this case yet".to_owned(),
    };
    let unseen = more(top, place.rows.height.into(), lines.len());
    let area = place.heading.intersection(screen);
    let buffer = frame.buffer_mut();
    heading(look, &title, unseen, true, buffer, area);
    let area = place.rows.intersection(screen);
    for (line, area) in lines.iter().skip(top).zip(area.rows()) {
        let mut x = area.x;
        for (words, role) in line {
            let left = usize::from(area.right().saturating_sub(x));
            (x, _) = buffer.set_stringn(x, area.y, words, left, look.style(*role));
        }
    }
}
