//! The band over the list: laid out for the children, the stretch and the entries that are shown.

use crate::insight::band::{Stretch, lay_out};
use crate::record::{CaseFile, RecordId};
use crate::tui::model::case::chronology::Row;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::chronology::layout::Layout;
use crate::tui::widget::band;
use crate::tui::widget::band::{Labels, NAMES};
use ratatui::buffer::Buffer;

/// Draws it.
pub fn draw(model: &Model, case: &OpenCase, at: &Layout, buffer: &mut Buffer) {
    if at.band.height == 0 {
        return;
    }
    let file = case.seen();
    let pane = &case.chronology;
    let children = pane.children(file);
    let gaps: Vec<Stretch> = pane
        .shown
        .gaps
        .iter()
        .map(|gap| Stretch::new(gap.from, gap.to))
        .collect();
    let width = usize::from(at.band.width.saturating_sub(NAMES + 1));
    let laid = lay_out(
        file,
        &children,
        &pane.shown.told,
        &gaps,
        pane.stretch(),
        case.last_day(model.today),
        width,
    );
    let day = match pane.chosen_row() {
        Some(Row::Entry(id)) => file
            .entries
            .get(id)
            .and_then(|entry| entry.body.when.anchor()),
        Some(Row::Gap(gap)) => Some(gap.from),
        _ => None,
    };
    let labels = Labels {
        names: children.iter().map(|child| name(file, *child)).collect(),
        law: laid
            .law
            .iter()
            .map(|lane| {
                lane.children
                    .iter()
                    .map(|child| name(file, *child))
                    .collect()
            })
            .collect(),
        chosen: day.and_then(|day| laid.scale.column(day)),
    };
    band::draw(&laid, at.band_rows, &labels, &model.look, at.band, buffer);
}

fn name(file: &CaseFile, person: RecordId) -> &str {
    file.people
        .get(&person)
        .map_or("", |person| person.body.short_name())
}
