//! Moving through the list and through the chosen entry; marking entries on the way.

use crate::insight::lengths::Length;
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::case::chronology::{ChronologyPane, Part, Row};
use crate::tui::model::list::Place;
use crate::tui::pane::chronology::choose;
use crate::tui::pane::chronology::{detail, layout};

/// Moves in the part that keys go to.
pub fn moved(model: &mut Model, command: Command) -> bool {
    let Some(case) = model.case() else {
        return false;
    };
    let at = layout::layout(model, case);
    let in_detail = case.chronology.part == Part::Detail && case.chronology.length != Length::Story;
    if in_detail {
        let width = usize::from(at.detail.width.saturating_sub(2));
        let lines = detail::lines(model, case, width).len();
        return scrolled(model, command, lines, usize::from(at.detail.height));
    }
    let Some(case) = model.case_mut() else {
        return false;
    };
    let pane = &mut case.chronology;
    let before = pane.place.chosen;
    if !pane
        .place
        .go(command, pane.shown.rows.len(), usize::from(at.list.height))
    {
        return false;
    }
    // The heading over what has no date is no place to stand.
    if pane.chosen_row() == Some(&Row::WithoutDate) {
        let onward = if pane.place.chosen >= before {
            1
        } else {
            usize::MAX
        };
        pane.place.chosen = pane
            .place
            .chosen
            .wrapping_add(onward)
            .min(pane.shown.rows.len().saturating_sub(1));
    }
    if pane.place.chosen != before {
        choose(pane, pane.place.chosen);
        pane.follows = true;
    }
    true
}

fn scrolled(model: &mut Model, command: Command, lines: usize, seen: usize) -> bool {
    let Some(case) = model.case_mut() else {
        return false;
    };
    let pane = &mut case.chronology;
    let mut place = Place {
        top: pane.detail_top,
        ..Place::default()
    };
    let has_moved = place.scroll(command, lines, seen);
    pane.detail_top = place.top;
    has_moved
}

/// Marks the chosen entry, or takes the mark away, and goes on to the next.
pub fn mark(pane: &mut ChronologyPane) {
    let Some(id) = pane.chosen() else { return };
    if !pane.marked.remove(&id) {
        pane.marked.insert(id);
    }
    let next = pane
        .shown
        .rows
        .iter()
        .skip(pane.place.chosen + 1)
        .position(|row| row.entry().is_some());
    if let Some(step) = next {
        choose(pane, pane.place.chosen + 1 + step);
    }
}
