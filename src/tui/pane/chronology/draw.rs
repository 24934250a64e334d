//! The chronology: a line that says what is shown, the band, the list, the chosen entry in full.

use super::{band, detail, layout, line, list, story};
use crate::insight::lengths::Length;
use crate::tui::model::case::chronology::Part;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::chronology::layout::Layout;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::heading;
use crate::tui::widget::heading::more;
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
    if at.detail.is_empty() {
        return;
    }
    let width = usize::from(at.detail.width.saturating_sub(2));
    let lines = detail::lines(model, case, width);
    let top = case.chronology.detail_top;
    let unseen = more(top, at.detail.height.into(), lines.len());
    let in_detail = case.chronology.part == Part::Detail;
    rule(&model.look, at.rule, unseen, in_detail, buffer);
    for (y, line) in (at.detail.top()..at.detail.bottom()).zip(lines.iter().skip(top)) {
        buffer.set_line(at.detail.x + 1, y, line, at.detail.width.saturating_sub(1));
    }
}

/// The line before the detail: a lying one says whether there is more of the detail. While keys go to the detail the marker
/// stands at its beginning, where the detail does not scroll it away, for screens without colour.
fn rule(look: &Look, area: Rect, unseen: &str, has_keys: bool, buffer: &mut Buffer) {
    let style = look.style(match has_keys {
        true => Role::BorderFocused,
        false => Role::Border,
    });
    if area.height > 1 {
        for row in area.rows() {
            buffer.set_string(row.x, row.y, look.upright(), style);
        }
    } else if !area.is_empty() {
        let rule = heading::rule(look, unseen, area.width.into());
        buffer.set_string(area.x, area.y, rule, style);
    }
    if has_keys && !area.is_empty() {
        buffer.set_stringn(area.x, area.y, look.marker(), 1, style);
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
