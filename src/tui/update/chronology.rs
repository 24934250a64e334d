//! The chronology: moving, filtering, lengths, children, the band, jumps to what is worth a look.

mod filtering;
mod jumps;
mod looking;
mod moving;

use crate::insight::filter::ChronologyFilter;
use crate::insight::lengths::Length;
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::is_wide;
use crate::tui::model::chronology::{ChronologyPane, Findings, Part, Row, Shown, Telling};
use crate::tui::model::{Model, OpenCase, Tab};
use crate::tui::view::chronology::{detail, layout};
use chrono::NaiveDate;
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
            if !moving::moved(model, command)
                && let Some(case) = model.case_mut()
            {
                looking::changed_view(case, command);
            }
        }
    }
    Vec::new()
}

/// Keeps the pane up with its case: shows what is to be shown, and asks for what follows from a file that is another
/// than before, which the board tells too. Called after every message, so it is cheap when nothing changed.
pub fn keep_up(model: &mut Model) -> Option<Effect> {
    show(model);
    let case = model
        .case_mut()
        .filter(|case| matches!(case.tab, Tab::Board | Tab::Chronology))?;
    let file = Arc::clone(case.seen());
    let pane = &mut case.chronology;
    let asked = pane.findings_asked.as_ref();
    if asked.is_some_and(|asked| Arc::ptr_eq(asked, &file)) {
        return None;
    }
    pane.findings_asked = Some(Arc::clone(&file));
    pane.marked.retain(|id| file.entries.contains_key(id));
    Some(Effect::FindOut(file))
}

/// Works out again what is shown when the file, the filter or the length is another than before.
fn show(model: &mut Model) {
    let today = model.today;
    let case = model.case_mut();
    let Some(case) = case.filter(|case| case.tab == Tab::Chronology) else {
        return;
    };
    let day = case.last_day(today);
    let file = Arc::clone(case.seen());
    let pane = &mut case.chronology;
    if !pane.shown.is_of(&file, &pane.filter, pane.length, day) {
        let stood = pane.chosen();
        let stood_on = stood.and_then(|id| file.entries.get(&id)?.body.when.anchor());
        let before = std::mem::take(&mut pane.shown);
        pane.shown = Shown::of(&file, &pane.filter, pane.length, day, before);
        let day = stood_on.unwrap_or(day);
        pane.detail_top = 0;
        case.chronology.place.chosen = stands_at(case, stood, day);
    }
    settle(model);
}

/// What follows from a case file was worked out; an answer about a file that is no longer seen is passed over.
pub fn found_out(model: &mut Model, findings: Arc<Findings>) {
    if let Some(case) = model.case_mut()
        && Arc::ptr_eq(&findings.file, case.seen())
    {
        case.chronology.findings = Some(findings);
    }
}

/// The row of this entry; else the entry that stands nearest before or on the day; else the first row.
fn stands_at(case: &OpenCase, entry: Option<RecordId>, day: NaiveDate) -> usize {
    let rows = &case.chronology.shown.rows;
    let same = rows
        .iter()
        .position(|row| entry.is_some() && row.entry() == entry);
    let stands_by = |row: &Row| {
        let anchor = case.seen().entries.get(&row.entry()?)?.body.when.anchor();
        anchor.map(|anchor| anchor <= day)
    };
    let nearest = || rows.iter().rposition(|row| stands_by(row) == Some(true));
    same.or_else(nearest).unwrap_or(0)
}

/// Goes to an entry, wherever it stands: a filter that hides it is taken away.
pub fn go_to(model: &mut Model, entry: RecordId) {
    if let Some(case) = model.case_mut() {
        case.tab = Tab::Chronology;
        case.chronology.telling = Telling::Entry;
    }
    show(model);
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
    show(model);
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
