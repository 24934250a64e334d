//! The chronology: a line that says what is shown, the band, the list, the chosen entry in full.

mod accounts;
mod band;
pub mod detail;
mod history;
pub mod layout;
mod line;
pub mod list;
mod page;
pub mod story;

use crate::insight::lengths::Length;
use crate::tui::model::chronology::Part;
use crate::tui::model::{Model, OpenCase};
use crate::tui::theme::{Look, Role};
use layout::Layout;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the chronology of a case.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let at = within(layout::layout(model, case), frame.area());
    let buffer = frame.buffer_mut();
    line::draw(model, case, at.line, buffer);
    band::draw(model, case, &at, buffer);
    match case.chronology.length {
        Length::Story => story::draw(model, case, at.list, buffer),
        Length::Full | Length::KeyEvents => list::draw(model, case, &at, buffer),
    }
    let in_detail = case.chronology.part == Part::Detail;
    rule(&model.look, at.rule, in_detail, buffer);
    if at.detail.height > 0 {
        let width = usize::from(at.detail.width.saturating_sub(2));
        let lines = detail::lines(model, case, width);
        let top = case.chronology.detail_top;
        for (y, line) in (at.detail.top()..at.detail.bottom()).zip(lines.iter().skip(top)) {
            buffer.set_line(at.detail.x + 1, y, line, at.detail.width.saturating_sub(1));
        }
    }
}

/// The line before the detail. While keys go to the detail the marker stands at its beginning, where the detail does not
/// scroll it away, for screens without colour.
fn rule(look: &Look, area: Rect, has_keys: bool, buffer: &mut Buffer) {
    let role = match has_keys {
        true => Role::BorderFocused,
        false => Role::Border,
    };
    let (rich, plain) = if area.height > 1 {
        ('│', "|")
    } else {
        ('─', "-")
    };
    let glyph = if look.ascii {
        plain.to_owned()
    } else {
        rich.to_string()
    };
    for y in area.top()..area.bottom() {
        buffer.set_string(
            area.x,
            y,
            glyph.repeat(usize::from(area.width)),
            look.style(role),
        );
    }
    if has_keys && !area.is_empty() {
        buffer.set_stringn(area.x, area.y, look.marker(), 1, look.style(role));
    }
}

/// The parts, kept inside the frame: the terminal may already be smaller than the model knows.
fn within(at: Layout, area: Rect) -> Layout {
    Layout {
        line: at.line.intersection(area),
        band: at.band.intersection(area),
        columns: at.columns.intersection(area),
        list: at.list.intersection(area),
        rule: at.rule.intersection(area),
        detail: at.detail.intersection(area),
        ..at
    }
}
