//! The palette: the commands found, each with its keys, above the line that is typed on.

use crate::tui::layout::palette_rows;
use crate::tui::model::Model;
use crate::tui::model::prompt::Palette;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

/// Draws the list at the bottom of the body.
pub fn draw(model: &Model, palette: &Palette, frame: &mut Frame, body: Rect) {
    let rows = u16::try_from(palette_rows(model))
        .unwrap_or(body.height)
        .min(body.height);
    let area = Rect::new(body.x, body.bottom() - rows, body.width, rows);
    frame.render_widget(Clear, area);
    let look = &model.look;
    let width = usize::from(area.width);
    if palette.found.is_empty() {
        let words = "No command has these words in its name or in what it does.";
        frame.buffer_mut().set_stringn(
            area.x + 1,
            area.bottom() - 1,
            words,
            width - 1,
            look.style(Role::Quiet),
        );
    }
    let shown = palette.found.iter().enumerate().skip(palette.place.top);
    for ((at, command), row) in shown.zip(area.rows()) {
        let keys = model.keymap.keys_for(&palette.scopes, *command);
        let keys = text::cut(&keys.join(", "), width / 5, look.ascii).into_owned();
        let words_room = width.saturating_sub(width / 5 + 27);
        let words = text::fill(command.words(), words_room, look.ascii);
        let line = format!(
            " {} {words}  {keys}",
            text::fill(command.name(), 22, look.ascii)
        );
        let chosen = at == palette.place.chosen;
        let line = if chosen {
            text::fill(&line, width, look.ascii)
        } else {
            line
        };
        let style = look.style(if chosen { Role::Selected } else { Role::Text });
        frame
            .buffer_mut()
            .set_stringn(row.x, row.y, line, width, style);
    }
}
