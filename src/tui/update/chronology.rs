//! The chronology: moving, filtering, lengths, children, the band, jumps to what is worth a look.

mod filtering;
mod jumps;

use crate::insight::filter::ChronologyFilter;
use crate::insight::lengths::Length;
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::is_wide;
use crate::tui::model::chronology::{ChronologyPane, Part, Row, Shown, Telling};
use crate::tui::model::{Model, OpenCase, Tab};
use crate::tui::view::chronology::{detail, layout};
use chrono::{Months, NaiveDate};
use std::sync::Arc;

pub use filtering::{accepted, changed, left};

/// Does what a command asks of the chronology.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Filter | Command::FilterForm => return filtering::ask(model, command),
        Command::DoubtNext | Command::ContradictionNext | Command::GapNext => {
            jumps::jump(model, command)
        }
        Command::EntryHistory => return history(model),
        Command::Copy => return copy(model),
        Command::Open => open(model),
        Command::FilterClear => {
            if let Some(case) = model.case_mut() {
                case.chronology.filter = Default::default();
            }
        }
        _ => {
            if !moved(model, command)
                && let Some(case) = model.case_mut()
            {
                changed_view(case, command);
            }
        }
    }
    Vec::new()
}

/// Works out again what follows from the file, the filter and the length, when one of them is another than before.
/// Called after every message, so it is cheap when nothing changed.
pub fn keep_up(model: &mut Model) {
    let today = model.today;
    let Some(case) = model.case_mut().filter(|case| case.tab == Tab::Chronology) else {
        return;
    };
    let day = case.last_day(today);
    let file = Arc::clone(case.seen());
    let pane = &mut case.chronology;
    pane.findings_of(&file);
    pane.marked.retain(|id| file.entries.contains_key(id));
    if !pane.shown.is_of(&file, &pane.filter, pane.length, day) {
        let first_look = pane.shown.rows.is_empty();
        let stood = pane.chosen();
        let stood_on = stood.and_then(|id| file.entries.get(&id)?.body.when.anchor());
        pane.shown = Shown::of(&file, &pane.filter, pane.length, day);
        let day = if first_look { Some(day) } else { stood_on };
        pane.detail_top = 0;
        case.chronology.place.chosen = stands_at(case, stood, day);
    }
    settle(model);
}

/// The row of this entry; else the entry that stands nearest before or on the day; else the row where it stood.
fn stands_at(case: &OpenCase, entry: Option<RecordId>, day: Option<NaiveDate>) -> usize {
    let rows = &case.chronology.shown.rows;
    let same = rows
        .iter()
        .position(|row| entry.is_some() && row.entry() == entry);
    let stands_by = |row: &Row| {
        let anchor = case.seen().entries.get(&row.entry()?)?.body.when.anchor();
        anchor.zip(day).map(|(anchor, day)| anchor <= day)
    };
    let nearest = || rows.iter().rposition(|row| stands_by(row) == Some(true));
    same.or_else(nearest).unwrap_or(
        case.chronology
            .place
            .chosen
            .min(rows.len().saturating_sub(1)),
    )
}

/// Goes to an entry, wherever it stands: a filter that hides it is taken away.
pub fn go_to(model: &mut Model, entry: RecordId) {
    if let Some(case) = model.case_mut() {
        case.tab = Tab::Chronology;
        case.chronology.telling = Telling::Entry;
    }
    keep_up(model);
    let row = |pane: &ChronologyPane| {
        pane.shown
            .rows
            .iter()
            .position(|row| row.entry() == Some(entry))
    };
    let hidden = model
        .case()
        .is_some_and(|case| row(&case.chronology).is_none());
    if let Some(case) = model.case_mut().filter(|_| hidden) {
        case.chronology.filter = Default::default();
        case.chronology.length = Length::Full;
    }
    keep_up(model);
    if let Some(pane) = model.case_mut().map(|case| &mut case.chronology)
        && let Some(at) = row(pane)
    {
        choose(pane, at);
    }
    settle(model);
}

/// One step back within the pane; `false` when there is none.
pub fn back(model: &mut Model) -> bool {
    let Some(case) = model.case_mut().filter(|case| case.tab == Tab::Chronology) else {
        return false;
    };
    let pane = &mut case.chronology;
    let before = (pane.telling, pane.part, pane.whole);
    if before == (Telling::Entry, Part::List, false) {
        // The child stays: whose chronology is looked at is no filter that one steps out of.
        let child_only = ChronologyFilter {
            child: pane.filter.child,
            ..Default::default()
        };
        let filtered = pane.filter != child_only;
        pane.filter = child_only;
        return filtered;
    }
    if pane.telling == Telling::History {
        pane.telling = Telling::Entry;
        pane.detail_top = 0;
    } else {
        (pane.part, pane.whole) = (Part::List, false);
    }
    true
}

/// Stands on a row: its detail is told from the beginning.
fn choose(pane: &mut ChronologyPane, row: usize) {
    pane.place.chosen = row;
    pane.detail_top = 0;
    pane.telling = Telling::Entry;
}

/// Keeps the list on its chosen row and the band on its day.
fn settle(model: &mut Model) {
    let Some(rows) = model
        .case()
        .map(|case| usize::from(layout::layout(model, case).list.height))
    else {
        return;
    };
    let Some(case) = model.case_mut() else { return };
    let day = match case.chronology.chosen_row() {
        Some(Row::Entry(id)) => case
            .seen()
            .entries
            .get(id)
            .and_then(|entry| entry.body.when.anchor()),
        Some(Row::Gap(gap)) => Some(gap.from),
        _ => None,
    };
    let pane = &mut case.chronology;
    pane.place.keep_seen(pane.shown.rows.len(), rows);
    if let Some(day) = day.filter(|_| pane.follows) {
        pane.follow(day);
    }
}

/// Moves in the part that keys go to.
fn moved(model: &mut Model, command: Command) -> bool {
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
    let top = &mut case.chronology.detail_top;
    let last = lines.saturating_sub(seen);
    let half = (seen / 2).max(1);
    *top = match command {
        Command::Down => *top + 1,
        Command::Up => top.saturating_sub(1),
        Command::First => 0,
        Command::Last => last,
        Command::PageDown => *top + half,
        Command::PageUp => top.saturating_sub(half),
        _ => return false,
    }
    .min(last);
    true
}

/// Enter: the chosen row in full; out of the story, the entry among the others.
fn open(model: &mut Model) {
    let wide = is_wide(model.size);
    let Some(case) = model.case_mut() else { return };
    let pane = &mut case.chronology;
    if pane.chosen_row().is_none() {
        return;
    }
    if pane.length == Length::Story {
        pane.length = Length::Full;
    }
    pane.part = Part::Detail;
    pane.whole = !wide;
}

/// What a command changes about how the chronology is looked at.
fn changed_view(case: &mut OpenCase, command: Command) {
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
            pane.length = match pane.length {
                Length::Full => Length::KeyEvents,
                Length::KeyEvents => Length::Story,
                Length::Story => Length::Full,
            };
            (pane.part, pane.whole) = (Part::List, false);
            if pane.length == Length::Story {
                choose(pane, 0);
            }
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

/// Marks the chosen entry, or takes the mark away, and goes on to the next.
fn mark(pane: &mut ChronologyPane) {
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

fn zoom(pane: &mut ChronologyPane, command: Command) {
    let seen = pane.stretch();
    pane.zoom = if command == Command::BandIn {
        pane.zoom.closer()
    } else {
        pane.zoom.wider()
    };
    if let Some(months) = pane.zoom.months() {
        // The middle stays in the middle; the chosen entry, when it was on the band, stays on it.
        let days = seen.to.signed_duration_since(seen.from) / 2;
        let middle = seen.from + days;
        pane.band_from = middle
            .checked_sub_months(Months::new(months / 2))
            .unwrap_or(middle);
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
    // The band does not leave the life that it tells of.
    let life = pane.shown.life;
    let last = life
        .to
        .checked_sub_months(Months::new(months - 1))
        .unwrap_or(life.from);
    pane.band_from = to
        .unwrap_or(pane.band_from)
        .clamp(life.from, last.max(life.from));
    pane.follows = false;
}

/// Tells how the chosen entry was changed; its revisions are read first.
fn history(model: &mut Model) -> Vec<Effect> {
    let wide = is_wide(model.size);
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let pane = &mut case.chronology;
    if pane.chosen().is_none() {
        return Vec::new();
    }
    if pane.telling == Telling::History {
        pane.telling = Telling::Entry;
        return Vec::new();
    }
    pane.telling = Telling::History;
    (pane.part, pane.whole, pane.detail_top) = (Part::Detail, !wide, 0);
    if pane.length == Length::Story {
        pane.length = Length::Full;
    }
    case.file
        .id()
        .map(Effect::LoadRevisions)
        .into_iter()
        .collect()
}

/// Copies the chosen row in full as plain text.
fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(case) = model
        .case()
        .filter(|case| case.chronology.chosen_row().is_some())
    else {
        return Vec::new();
    };
    let lines = detail::lines(model, case, 100);
    let lines = lines.iter().map(|line| {
        let words: String = line
            .spans
            .iter()
            .map(|span| span.content.as_ref())
            .collect();
        words.trim_end().to_owned()
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    model.say("Copied to the clipboard as plain text.");
    vec![Effect::Copy(text)]
}
