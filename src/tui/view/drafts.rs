//! The drafts that were left unfinished, the latest first.

use crate::tui::model::Model;
use crate::tui::model::form::drafts::describe;
use crate::tui::model::list::Place;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the list: when, which family, which form, and how it begins.
pub fn draw(model: &Model, place: Place, frame: &mut Frame, body: Rect) {
    let room = usize::from(body.width).saturating_sub(2);
    let buffer = frame.buffer_mut();
    buffer.set_stringn(
        body.x + 1,
        body.y,
        "Drafts, the latest first",
        room,
        model.look.style(Role::Heading),
    );
    let seen = model.drafts.iter().enumerate().skip(place.top);
    for ((at, draft), y) in seen.zip(body.y + 1..body.bottom()) {
        let begins = draft
            .fields
            .iter()
            .map(|(_, value)| value.trim())
            .find(|value| value.contains(' '));
        let words = [
            describe(model, draft),
            begins.unwrap_or_default().replace('\n', " "),
        ]
        .join("  ");
        let role = if at == place.chosen {
            Role::Selected
        } else {
            Role::Text
        };
        let words = text::cut(&words, room, model.look.ascii);
        buffer.set_stringn(body.x + 1, y, words, room, model.look.style(role));
    }
}
