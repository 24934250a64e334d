//! The tab line of a case: each tab with the number that goes to it.

use crate::tui::model::board::name_and_age;
use crate::tui::model::{Model, OpenCase, Tab};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the line; without a case there is none.
pub fn draw(model: &Model, frame: &mut Frame, area: Rect) {
    let Some(case) = model.case().filter(|_| area.height > 0) else {
        return;
    };
    let mut x = area.x + 1;
    for tab in Tab::ALL {
        let number = tab.number();
        // The chosen tab stands in brackets too, for screens without colour.
        let chosen = tab == case.tab;
        let (name, style) = match chosen {
            true => (
                format!("[{number} {}]", tab.name()),
                model.look.style(Role::Heading),
            ),
            false => (
                format!(" {number} {} ", tab.name()),
                model.look.style(Role::Text),
            ),
        };
        let room = usize::from(area.right().saturating_sub(x));
        (x, _) = frame
            .buffer_mut()
            .set_stringn(x, area.y, &name, room, style);
    }
    siblings(model, case, x, frame, area);
}

/// The brothers and sisters of the child who is looked at, with their ages, as far as there is room.
fn siblings(model: &Model, case: &OpenCase, from: u16, frame: &mut Frame, area: Rect) {
    let look = &model.look;
    let day = case.last_day(model.today);
    let children = case.seen().children();
    let others = children
        .iter()
        .filter(|child| Some(child.id()) != case.child);
    let others: Vec<String> = others
        .map(|child| name_and_age(&child.body, day, look.ascii))
        .collect();
    if others.is_empty() {
        return;
    }
    let room = usize::from(area.right().saturating_sub(from + 3));
    let words = format!("also {}", others.join(", "));
    let words = text::cut(&words, room, look.ascii);
    let x = area
        .right()
        .saturating_sub(u16::try_from(text::columns(&words) + 1).unwrap_or(0));
    frame
        .buffer_mut()
        .set_stringn(x, area.y, &words, room, look.style(Role::Quiet));
}
