//! How the chronology is looked at: its parts, its length, whose it is, how much time the band shows.

use crate::insight::lengths::Length;
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::model::OpenCase;
use crate::tui::model::case::chronology::{ChronologyPane, Part};
use crate::tui::pane::chronology::moving::mark;
use chrono::Months;

/// What a command changes about how the chronology is looked at.
pub fn changed_view(case: &mut OpenCase, command: Command) {
    let children: Vec<RecordId> = case
        .seen()
        .children()
        .iter()
        .map(|child| child.id())
        .collect();
    let pane = &mut case.chronology;
    match command {
        Command::PaneNext | Command::PanePrevious => {
            pane.part = match pane.part {
                Part::List if pane.length != Length::Story => Part::Detail,
                _ => Part::List,
            };
        }
        Command::Zoom => pane.whole = !pane.whole,
        Command::Mark => mark(pane),
        Command::BandIn | Command::BandOut => zoom(pane, command),
        Command::BandEarlier | Command::BandLater => pan(pane, command),
        Command::LengthNext => {
            pane.stood = pane.stood.take().or_else(|| pane.chosen_row().cloned());
            pane.length = match pane.length {
                Length::Full => Length::KeyEvents,
                Length::KeyEvents => Length::Story,
                Length::Story => Length::Full,
            };
            (pane.part, pane.whole) = (Part::List, false);
        }
        Command::ChildNext => {
            let next = match pane.filter.child {
                None => children.first(),
                Some(child) => children.iter().skip_while(|other| **other != child).nth(1),
            };
            pane.filter.child = next.copied();
            case.child = next.copied().or(case.child);
        }
        _ => {}
    }
}

fn zoom(pane: &mut ChronologyPane, command: Command) {
    let seen = pane.stretch();
    pane.zoom = if command == Command::BandIn {
        pane.zoom.closer()
    } else {
        pane.zoom.wider()
    };
    if let Some(months) = pane.zoom.months() {
        // The chosen entry stays on the band; without one, the middle stays in the middle.
        let days = seen.to.signed_duration_since(seen.from) / 2;
        let middle = seen.from + days;
        pane.begin_band(
            middle
                .checked_sub_months(Months::new(months / 2))
                .unwrap_or(middle),
        );
    }
    pane.follows = true;
}

fn pan(pane: &mut ChronologyPane, command: Command) {
    let Some(months) = pane.zoom.months() else {
        return;
    };
    let step = Months::new(months / 3);
    let to = match command {
        Command::BandEarlier => pane.band_from.checked_sub_months(step),
        _ => pane.band_from.checked_add_months(step),
    };
    pane.begin_band(to.unwrap_or(pane.band_from));
    pane.follows = false;
}
