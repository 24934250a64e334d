//! Lists side by side and the chosen line in full, drawn the same in the panes of thinking, of the plan and of goals.

use crate::practice::guide::guide;
use crate::record::RecordId;
use crate::tui::model::ledger::{Ledger, List, Side};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::ledger::layout::frames;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page;
use crate::tui::widget::page::{Line, Page};
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::split::Frame as Place;
use crate::tui::widget::text;
use ratatui::Frame;

/// Draws lists and detail.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let Some(ledger) = case.ledger() else { return };
    let (lists, place) = frames(model, ledger);
    for (at, (list, place)) in ledger.lists.iter().zip(lists).enumerate() {
        let has_keys = ledger.side == Side::Lists && ledger.at == at;
        draw_list(&model.look, list, place, (has_keys, ledger.at == at), frame);
    }
    let has_keys = ledger.side == Side::Detail;
    let lines = ledger
        .page
        .lines
        .iter()
        .map(|line| (line.words.as_str(), line.role));
    page::draw(
        &model.look,
        &ledger.page.title,
        lines,
        ledger.detail,
        has_keys,
        place,
        frame,
    );
}

fn draw_list(
    look: &Look,
    list: &List,
    place: Place,
    (has_keys, is_at): (bool, bool),
    frame: &mut Frame,
) {
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    let unseen = more(list.place.top, place.rows.height.into(), list.rows.len());
    let area = place.heading.intersection(screen);
    heading(look, &list.title, unseen, has_keys, buffer, area);
    let area = place.rows.intersection(screen);
    if list.rows.is_empty() {
        let room = usize::from(area.width).saturating_sub(2);
        for (words, area) in text::wrap(list.empty, room).iter().zip(area.rows()) {
            buffer.set_stringn(area.x + 1, area.y, words, room, look.style(Role::Quiet));
        }
    }
    let lead = lead_columns(list, area.width.into());
    let seen = list.rows.iter().enumerate().skip(list.place.top);
    for ((at, one), area) in seen.zip(area.rows()) {
        let chosen = match (at == list.place.chosen && is_at, has_keys) {
            (false, _) => Chosen::No,
            (true, true) => Chosen::Here,
            (true, false) => Chosen::Elsewhere,
        };
        let words = one.words.split_whitespace().collect::<Vec<_>>().join(" ");
        if one.lead.is_empty() {
            row(look, &[(&words, 0, one.role)], chosen, buffer, area);
            continue;
        }
        let lead_role = match one.role {
            Role::Text => Role::Quiet,
            role => role,
        };
        let pieces = [
            (one.lead.as_str(), lead, lead_role),
            (words.as_str(), 0, one.role),
        ];
        row(look, &pieces, chosen, buffer, area);
    }
}

/// Columns for what leads a row: as wide as the widest, two fifths of the list at most.
fn lead_columns(list: &List, width: usize) -> usize {
    let widest = list.rows.iter().map(|row| text::columns(&row.lead)).max();
    widest.unwrap_or(0).min(width * 2 / 5)
}

/// What tells of the chosen row.
pub type TellsOf = fn(&Model, &OpenCase) -> crate::page::Page;

/// What stands in the place of the detail, laid out at some width, with the words over it.
pub fn laid_out(
    model: &Model,
    case: &OpenCase,
    ledger: &Ledger,
    tells: TellsOf,
    width: u16,
) -> (String, Vec<Line<RecordId>>) {
    let mut page = Page::of(usize::from(width.saturating_sub(2)), &model.look);
    let guide = ledger.list().and_then(|list| guide(list.guide));
    if let Some(guide) = guide.filter(|_| ledger.guide || ledger.chosen().is_none()) {
        for prompt in &guide.prompt {
            page.words(&prompt.asks, Role::Text);
            page.words(" ", Role::Text);
        }
        let title = format!("What the handbook asks: {} ({})", guide.title, guide.page);
        return (title, page.lines());
    }
    let found = tells(model, case);
    page.put(&found);
    (found.title, page.lines())
}
