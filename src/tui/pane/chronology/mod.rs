//! The chronology: moving, filtering, lengths, children, the band, jumps to what is worth a look.

pub mod accounts;
pub mod band;
pub mod detail;
pub mod draw;
pub mod filtering;
pub mod history;
pub mod jumps;
pub mod layout;
pub mod line;
pub mod list;
pub mod looking;
pub mod moving;
pub mod page;
pub mod story;

use crate::insight::filter::ChronologyFilter;
use crate::insight::lengths::Length;
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::is_wide;
use crate::tui::model::case::chronology::{ChronologyPane, Findings, Part, Row, Shown, Telling};
use crate::tui::model::request::PaneRequest;
use crate::tui::model::{Model, OpenCase, Tab};
use crate::tui::pane::{Pane, Typing};
use chrono::NaiveDate;
use ratatui::Frame;
use std::sync::Arc;

/// The chronology.
pub struct ChronologyTab;

impl Pane for ChronologyTab {
    fn refresh(&self, model: &mut Model) {
        show(model);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        back(model)
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        let case = model.case();
        let is_entry = case.is_some_and(|case| case.seen().entries.contains_key(&record));
        if is_entry {
            go_to(model, record);
        }
        is_entry
    }

    fn typed(&self, model: &mut Model, asked_by: Command, line: &str, typing: Typing) {
        filtering::typed(model, asked_by, line, typing);
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the chronology.
fn run(model: &mut Model, command: Command) {
    match command {
        Command::Filter | Command::FilterForm => filtering::ask(model, command),
        Command::DoubtNext | Command::ContradictionNext | Command::GapNext => {
            jumps::jump(model, command)
        }
        Command::EntryHistory => history(model),
        Command::Copy => copy(model),
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
}

/// Asks for what follows from a file that is another than before, which the board tells too. Called after every message, so it is cheap when nothing changed.
pub fn keep_up(model: &mut Model) -> Option<Effect> {
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
        let before = std::mem::take(&mut pane.shown);
        let length = before.length();
        if length == Some(pane.length) {
            pane.stood = None;
        }
        let chosen = || before.rows.get(pane.place.chosen).cloned();
        let stood = pane.stood.clone().or_else(chosen);
        pane.shown = Shown::of(&file, &pane.filter, pane.length, day, before);
        pane.detail_top = 0;
        // The story is opened after the key events, to be read from its beginning.
        let opens_story = length == Some(Length::KeyEvents) && pane.length == Length::Story;
        case.chronology.place.chosen = match opens_story {
            true => 0,
            false => stands_at(case, stood.as_ref(), day),
        };
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

/// Where this row stands now. One that is left out gives way to the entry nearest in time (to the last day where the row
/// has none), and an entry that was removed to the next one in its place.
fn stands_at(case: &OpenCase, stood: Option<&Row>, last_day: NaiveDate) -> usize {
    let pane = &case.chronology;
    let (rows, at) = (&pane.shown.rows, pane.place.chosen);
    let entries = &case.seen().entries;
    if let Some(same) = rows.iter().position(|row| Some(row) == stood) {
        return same;
    }
    if stood
        .and_then(Row::entry)
        .is_some_and(|id| !entries.contains_key(&id))
    {
        let is_entry = |index: &usize| rows.get(*index).and_then(Row::entry).is_some();
        let next = (at..rows.len()).find(is_entry);
        return next.or_else(|| (0..at).rfind(is_entry)).unwrap_or_default();
    }
    let day_of = |row: &Row| match row {
        Row::Entry(id) => entries.get(id)?.body.when.anchor(),
        Row::Gap(gap) => Some(gap.from),
        Row::WithoutDate => None,
    };
    let day = stood.and_then(day_of).unwrap_or(last_day);
    let dated = rows.iter().enumerate().rev().filter_map(|(index, row)| {
        let stands = day_of(row).filter(|_| row.entry().is_some())?;
        Some((index, stands.signed_duration_since(day).abs()))
    });
    let nearest = dated.min_by_key(|(_, apart)| *apart);
    nearest.map_or(0, |(index, _)| index)
}

/// Goes to an entry, wherever it stands: a filter that hides it is taken away.
fn go_to(model: &mut Model, entry: RecordId) {
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
fn back(model: &mut Model) -> bool {
    let Some(pane) = model.case_mut().map(|case| &mut case.chronology) else {
        return false;
    };
    let before = (pane.telling, pane.part, pane.whole);
    if before == (Telling::Entry, Part::List, false) {
        let marked = std::mem::take(&mut pane.marked).len();
        if marked > 0 {
            let entries = if marked == 1 {
                "entry is"
            } else {
                "entries are"
            };
            model.say(format!(
                "{marked} {entries} no longer marked; nothing else changed."
            ));
            return true;
        }
        // The child stays: whose chronology is looked at is no filter that one steps out of.
        let child_only = ChronologyFilter {
            child: pane.filter.child,
            ..Default::default()
        };
        let filtered = pane.filter != child_only;
        pane.filter = child_only;
        return filtered;
    }
    if !out_of_history(pane) {
        (pane.part, pane.whole) = (Part::List, false);
    }
    true
}

/// From a history back to where one stood before it; `false` when none is told.
fn out_of_history(pane: &mut ChronologyPane) -> bool {
    let Telling::History(length, part, whole) = pane.telling else {
        return false;
    };
    (pane.length, pane.part, pane.whole) = (length, part, whole);
    pane.telling = Telling::Entry;
    pane.detail_top = 0;
    true
}

/// Stands on a row: its detail is told from the beginning.
fn choose(pane: &mut ChronologyPane, row: usize) {
    pane.place.chosen = row;
    pane.detail_top = 0;
    pane.telling = Telling::Entry;
    pane.stood = None;
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
    out_of_story(pane);
    pane.part = Part::Detail;
    pane.whole = !wide;
}

/// The story has no room for an entry in full: its chosen moment is told among all entries.
fn out_of_story(pane: &mut ChronologyPane) {
    if pane.length == Length::Story {
        pane.length = Length::Full;
        pane.stood = None;
    }
}

/// Tells how the chosen entry was changed; its revisions are read first.
fn history(model: &mut Model) {
    let wide = is_wide(model.size);
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.chronology;
    if pane.chosen().is_none() {
        return;
    }
    if out_of_history(pane) {
        return;
    }
    pane.telling = Telling::History(pane.length, pane.part, pane.whole);
    (pane.part, pane.whole, pane.detail_top) = (Part::Detail, !wide, 0);
    out_of_story(pane);
    model.ask(PaneRequest::Revisions);
}

/// Copies the chosen row in full as plain text.
fn copy(model: &mut Model) {
    let Some(case) = model
        .case()
        .filter(|case| case.chronology.chosen_row().is_some())
    else {
        return;
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
    model.ask_copy(text, "Copied to the clipboard as plain text.");
}
