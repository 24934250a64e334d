//! The tab line of a case: each tab with the number that goes to it.

use crate::tui::model::{Model, Tab};
use crate::tui::theme::Role;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the line; without a case there is none.
pub fn draw(model: &Model, frame: &mut Frame, area: Rect) {
    let Some(case) = model.case().filter(|_| area.height > 0) else {
        return;
    };
    let mut x = area.x + 1;
    for (number, tab) in (1..).zip(Tab::ALL) {
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
}
