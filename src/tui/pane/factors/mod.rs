//! The factors pane: choosing a factor, reading what was found, adding and changing findings, going to their entries.

pub mod draw;
pub mod layout;

use crate::insight::factors::Column;
use crate::insight::search::Needle;
use crate::record::{RecordId, RecordKind, Subject};
use crate::tui::command::Command;
use crate::tui::model::OpenCase;
use crate::tui::model::case::factors::Side;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::request::PaneRequest;
use crate::tui::model::{Layer, Model, Tab};
use crate::tui::pane::factors::draw::lines_of;
use crate::tui::pane::factors::layout::frames;
use crate::tui::pane::{Pane, Typing};
use crate::tui::widget::page::Line;
use ratatui::Frame;

/// Risk and protective factors.
pub struct FactorsTab;

impl Pane for FactorsTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            case.factors.refresh(&file, day);
        }
        keep_seen(model);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        back(model)
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        match model.case_mut() {
            Some(case) if case.seen().factors.contains_key(&record) => {
                case.tab = Tab::Factors;
                true
            }
            _ => false,
        }
    }

    fn typed(&self, model: &mut Model, asked_by: Command, line: &str, typing: Typing) {
        let pane = model.case_mut().map(|case| &mut case.factors);
        if let Some(pane) = pane.filter(|_| asked_by == Command::Filter) {
            // A line that is left gives back the words from before.
            let words = match typing {
                Typing::Left => pane.words_before.take(),
                Typing::Goes | Typing::Taken => Some(Needle::new(line)),
            };
            if let Some(words) = words {
                pane.look_for(words);
            }
        }
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the factors pane.
fn run(model: &mut Model, command: Command) {
    let Some((lines, table_seen, detail_seen)) = sizes(model) else {
        return;
    };
    let line = chosen_line(model, &lines);
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.factors;
    let moved = match pane.side {
        Side::Table => pane.place.go(command, pane.lines.len(), table_seen),
        Side::Detail => pane.detail.go(command, lines.len(), detail_seen),
    };
    if moved {
        if pane.side == Side::Table {
            pane.detail = Place::default();
        }
        // The heading of a domain over the first factor is seen with it.
        if pane.place.top == 1 && pane.place.chosen < table_seen {
            pane.place.top = 0;
        }
        return;
    }
    match command {
        Command::Open => open(model, line),
        Command::PaneNext | Command::PanePrevious => {
            pane.side = match pane.side {
                Side::Table => Side::Detail,
                Side::Detail => Side::Table,
            };
        }
        Command::Zoom => pane.whole = !pane.whole,
        Command::Filter => {
            let prompt = Prompt::asking(command, "words", pane.words.typed());
            pane.words_before = Some(pane.words.clone());
            model.layers.push(Layer::Prompt(prompt));
        }
        Command::FactorDomain => pane.next_domain(),
        Command::FactorView => pane.next_showing(),
        Command::FactorAdd => return add(model, line),
        Command::FactorEdit => return edit(model, line),
        Command::FactorRemove => return remove(model, line),
        Command::Copy => return copy(model, &lines),
        _ => {}
    }
    keep_seen(model);
}

/// The lines of the detail, and how many lines of table and detail are seen.
fn sizes(model: &Model) -> Option<(Vec<Line<RecordId>>, usize, usize)> {
    let case = model.case()?;
    let (table, detail) = frames(model, case);
    let lines = lines_of(model, case, detail.rows.width);
    Some((lines, table.rows.height.into(), detail.rows.height.into()))
}

/// The chosen line of the detail, while keys go there.
fn chosen_line(model: &Model, lines: &[Line<RecordId>]) -> Option<Line<RecordId>> {
    let pane = &model.case()?.factors;
    let at = Some(pane.detail.chosen).filter(|_| pane.side == Side::Detail)?;
    lines.get(at).cloned()
}

/// Keeps the chosen line on the screen.
fn keep_seen(model: &mut Model) {
    let Some((lines, table_seen, detail_seen)) = sizes(model) else {
        return;
    };
    if let Some(case) = model.case_mut() {
        let pane = &mut case.factors;
        pane.place.keep_seen(pane.lines.len(), table_seen);
        pane.detail.keep_seen(lines.len(), detail_seen);
    }
}

/// Goes back from the chosen factor to the table, or from some factors to all; says whether there was such a step.
fn back(model: &mut Model) -> bool {
    let Some(pane) = model.case_mut().map(|case| &mut case.factors) else {
        return false;
    };
    if pane.side == Side::Detail {
        pane.side = Side::Table;
        pane.whole = false;
        return true;
    }
    if !pane.words.is_empty() {
        pane.look_for(Needle::default());
        return true;
    }
    false
}

/// Goes into the chosen factor, or follows where its line leads.
fn open(model: &mut Model, line: Option<Line<RecordId>>) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.factors;
    let Some(leads) = line.and_then(|line| line.leads) else {
        pane.side = Side::Detail;
        return;
    };
    match pane.sheet.place_of(leads) {
        Some((row, _)) if Some(row) == pane.chosen_row() => model.ask_edit(leads),
        Some((row, _)) => pane.go_to(row),
        None => model.ask(PaneRequest::GoTo(leads)),
    }
}

/// The finding that a change is about: that of the chosen line, else the only one of the chosen factor.
fn finding(model: &Model, line: Option<Line<RecordId>>) -> Option<RecordId> {
    if let Some(found) = line.and_then(|line| line.of) {
        return Some(found);
    }
    let pane = &model.case()?.factors;
    let row = pane.sheet.rows.get(pane.chosen_row()?)?;
    let mut recorded = row.cells.iter().filter(|cell| !cell.findings.is_empty());
    match (recorded.next(), recorded.next()) {
        (Some(only), None) => only.findings.first().copied(),
        _ => None,
    }
}

/// Goes to the findings of the chosen factor, so that one can be chosen.
fn ask_which(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.factors;
    let row = pane.chosen_row().and_then(|row| pane.sheet.rows.get(row));
    match row.map(|row| row.is_recorded()) {
        None => model.say("Choose a factor first."),
        Some(false) => model.say("Nothing is recorded about it yet."),
        Some(true) => {
            pane.side = Side::Detail;
            model.say("Several findings are recorded: choose one of them below.");
        }
    }
}

fn edit(model: &mut Model, line: Option<Line<RecordId>>) {
    match finding(model, line) {
        Some(found) => model.ask_edit(found),
        None => ask_which(model),
    }
}

fn remove(model: &mut Model, line: Option<Line<RecordId>>) {
    match finding(model, line) {
        Some(found) => {
            model.ask_remove("remove a finding", found, "removed from the factors");
        }
        None => ask_which(model),
    }
}

/// Adds a finding about the chosen factor, for whom the chosen line tells of, else for the child who is looked at, else
/// for the only one of whom it is asked. Where several could be meant the form asks, so that nobody is named by chance.
fn add(model: &mut Model, line: Option<Line<RecordId>>) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let looked_at = case.child.map(Subject::Person);
    let pane = &mut case.factors;
    let Some(row) = pane.chosen_row().and_then(|at| pane.sheet.rows.get(at)) else {
        model.say("Choose a factor first, then add what was found.");
        return;
    };
    let is_asked = |at: &usize| row.cells.get(*at).is_some_and(|cell| cell.is_asked);
    let columns = &pane.sheet.columns;
    let mut asked = (0..columns.len()).filter(is_asked);
    let only = asked.next().filter(|_| asked.next().is_none());
    let is_looked_at = |column: &Column| Some(&column.subject) == looked_at.as_ref();
    let child = columns.iter().position(is_looked_at).filter(is_asked);
    let told = line.and_then(|line| pane.sheet.place_of(line.of?));
    let told = told.map(|(_, column)| column);
    pane.column = told.or(child).or(only);
    model.ask_form(FormKind::Record(RecordKind::FactorFinding))
}

fn copy(model: &mut Model, lines: &[Line<RecordId>]) {
    let text: Vec<&str> = lines.iter().map(|line| line.words.as_str()).collect();
    let text = text.join("\n").trim().to_owned();
    if text.is_empty() {
        return;
    }
    model.ask_copy(text, "What stands here is on the clipboard.");
}
