//! The matrix pane: choosing a line, asking why, following the evidence, recording decisions.

pub mod draw;
pub mod layout;
pub mod lines;
pub mod why;

use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::OpenCase;
use crate::tui::model::case::matrix::{About, Side};
use crate::tui::model::form::FormKind;
use crate::tui::model::laid::LaidFor;
use crate::tui::model::list::Place;
use crate::tui::model::request::PaneRequest;
use crate::tui::model::{Model, Tab};
use crate::tui::pane::Pane;
use crate::tui::pane::matrix::draw::{beside, family_lines, matrix_lines};
use crate::tui::pane::matrix::layout::{frames, matrix_width};
use ratatui::Frame;

/// The Risk and Resilience Matrix.
pub struct MatrixTab;

impl Pane for MatrixTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            case.matrix.refresh(&file, case.child, day);
        }
        lay_out(model);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        back(model)
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        let case = model.case();
        let is_decision = case.is_some_and(|case| case.seen().decisions.contains_key(&record));
        if is_decision {
            choose(model, record);
        }
        is_decision
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the matrix pane.
fn run(model: &mut Model, command: Command) {
    let Some((matrix, why)) = model.case().map(|case| frames(model, case)) else {
        return;
    };
    let Some(pane) = model.case_mut().map(|case| &mut case.matrix) else {
        return;
    };
    let (list, page) = (pane.list.lines.len(), pane.page.lines.len());
    let (matrix, why) = (matrix.rows.height.into(), why.rows.height.into());
    let moved = match (pane.family, pane.side) {
        (true, _) => pane.why.scroll(command, page, matrix),
        (false, Side::Matrix) => pane.place.go(command, list, matrix),
        (false, Side::Why) => pane.why.go(command, page, why),
    };
    if moved {
        if pane.side == Side::Matrix && !pane.family {
            pane.why = Place::default();
        }
        return;
    }
    match command {
        Command::Open => open(model),
        Command::PaneNext | Command::PanePrevious if pane.side == Side::Matrix => ask_why(model),
        Command::PaneNext | Command::PanePrevious => pane.side = Side::Matrix,
        Command::Zoom => pane.whole = !pane.whole,
        Command::MatrixFamily => {
            pane.family = !pane.family;
            pane.why = Place::default();
        }
        Command::MatrixChild => next_child(model),
        Command::Filter => model.ask(PaneRequest::Run(Command::SearchCase)),
        Command::MatrixEdit => edit(model),
        Command::MatrixRemove => remove(model),
        Command::Copy => copy(model),
        _ => {}
    }
}

/// Lays out the matrix and what stands beside it, unless they stand as they would, and keeps the chosen lines on the screen.
fn lay_out(model: &mut Model) {
    let Some(case) = model.case() else { return };
    let (matrix, why) = frames(model, case);
    let now = LaidFor::now(
        model,
        case,
        matrix_width(model),
        format!("{:?}", case.child),
    );
    if !case.matrix.list.is_for(&now) {
        let lines = matrix_lines(model, case);
        if let Some(case) = model.case_mut() {
            case.matrix.list.take(now, String::new(), lines);
        }
    }
    let Some(case) = model.case() else { return };
    let pane = &case.matrix;
    let width = match pane.family {
        true => matrix.rows.width,
        false => why.rows.width,
    };
    let choice = format!("{:?}", (case.child, pane.family, pane.about()));
    let now = LaidFor::now(model, case, width, choice);
    if !pane.page.is_for(&now) {
        let (title, lines) = beside(model, case, width);
        if let Some(case) = model.case_mut() {
            case.matrix.page.take(now, title, lines);
        }
    }
    if let Some(pane) = model.case_mut().map(|case| &mut case.matrix)
        && !pane.family
    {
        let (list, page) = (pane.list.lines.len(), pane.page.lines.len());
        pane.place.keep_seen(list, matrix.rows.height.into());
        pane.why.keep_seen(page, why.rows.height.into());
    }
}

/// Asks why of the chosen line; on that side, goes where its line leads.
fn open(model: &mut Model) {
    match model
        .case()
        .map(|case| (case.matrix.family, case.matrix.side))
    {
        Some((false, Side::Matrix)) => ask_why(model),
        Some((false, Side::Why)) => match leads(model) {
            Some(record) => go_to(model, record),
            None => model.say("This line leads nowhere further."),
        },
        _ => {}
    }
}

/// Goes to the reasons, to the first line that leads somewhere.
fn ask_why(model: &mut Model) {
    if let Some(case) = model.case_mut() {
        case.matrix.side = Side::Why;
        case.matrix.why = Place::default();
    }
    // The reasons have other columns than while the matrix had the room.
    lay_out(model);
    let Some(case) = model.case() else { return };
    let seen = usize::from(frames(model, case).1.rows.height);
    let mut lines = case.matrix.page.lines.iter();
    let first = lines.position(|line| line.leads.is_some());
    if let Some(case) = model.case_mut() {
        case.matrix.why.chosen = first.filter(|at| *at < seen).unwrap_or(0);
    }
}

/// Where the chosen line of the reasons leads.
fn leads(model: &Model) -> Option<RecordId> {
    let case = model.case()?;
    case.matrix.page.lines.get(case.matrix.why.chosen)?.leads
}

/// Goes to a record: a decision stands in this pane, everything else in its own.
fn go_to(model: &mut Model, record: RecordId) {
    let is_decision = model
        .case()
        .is_some_and(|case| case.seen().decisions.contains_key(&record));
    match is_decision {
        true => choose(model, record),
        false => model.ask(PaneRequest::GoTo(record)),
    }
}

/// Chooses a decision among those of its child, and asks why.
fn choose(model: &mut Model, decision: RecordId) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let file = case.seen().clone();
    let Some(child) = file
        .decisions
        .get(&decision)
        .map(|decision| decision.body.child)
    else {
        return;
    };
    case.tab = Tab::Matrix;
    case.child = Some(child);
    MatrixTab.refresh(model);
    let Some(case) = model.case() else {
        return;
    };
    let lines = &case.matrix.list.lines;
    let at = lines
        .iter()
        .position(|line| line.about == About::Decision(decision));
    if let (Some(at), Some(case)) = (at, model.case_mut()) {
        case.matrix.place.chosen = at;
    }
    ask_why(model);
}

/// Goes back from the reasons to the matrix, and from the family's version; says whether it did.
fn back(model: &mut Model) -> bool {
    let Some(pane) = model.case_mut().map(|case| &mut case.matrix) else {
        return false;
    };
    match (pane.family, pane.side) {
        (true, _) => pane.family = false,
        (false, Side::Why) => pane.side = Side::Matrix,
        (false, Side::Matrix) => return false,
    }
    pane.why = Place::default();
    true
}

/// Looks at the next child; the families of one child say so.
fn next_child(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let children: Vec<RecordId> = case
        .seen()
        .children()
        .iter()
        .map(|child| child.id())
        .collect();
    let at = children.iter().position(|child| Some(*child) == case.child);
    let next = at.map_or(0, |at| (at + 1) % children.len().max(1));
    let family = case.matrix.family;
    case.child = children.get(next).copied();
    MatrixTab.refresh(model);
    if let Some(case) = model.case_mut() {
        case.matrix.family = family;
    }
}

/// The record that the chosen line is of: a decision in the ladder, or what a reason leads to and a form can change.
fn chosen(model: &Model) -> Option<RecordId> {
    let case = model.case()?;
    if case.matrix.side == Side::Why
        && let Some(record) = leads(model)
        && case.seen().record(record).is_some()
    {
        return Some(record);
    }
    match case.matrix.about() {
        About::Decision(decision) => Some(decision),
        _ => None,
    }
}

fn edit(model: &mut Model) {
    match chosen(model) {
        Some(record) => model.ask_edit(record),
        None => model.ask_form(FormKind::Record(RecordKind::ZoneDecision)),
    }
}

fn remove(model: &mut Model) {
    let record = chosen(model).filter(|record| {
        let file = model.case().map(|case| &case.file);
        file.is_some_and(|file| {
            file.decisions.contains_key(record)
                || file.capacities.contains_key(record)
                || file.lapses.contains_key(record)
        })
    });
    match record {
        Some(record) => {
            model.ask_remove("remove from the matrix", record, "removed from the matrix");
        }
        None => {
            model.say("Choose a decision, shown capacity or a lapse to remove it.");
        }
    }
}

/// The family's version as text; else the chosen line.
fn copy(model: &mut Model) {
    let Some(case) = model.case() else {
        return;
    };
    let words = match (case.matrix.family, case.matrix.side) {
        (true, _) => family_lines(model, case, 80)
            .iter()
            .map(|line| line.words.trim_end())
            .collect::<Vec<_>>()
            .join("\n"),
        (false, Side::Matrix) => {
            let line = case.matrix.list.lines.get(case.matrix.place.chosen);
            let pieces = line
                .iter()
                .flat_map(|line| &line.pieces)
                .map(|(words, ..)| words.trim());
            pieces.collect::<Vec<_>>().join(" ")
        }
        (false, Side::Why) => {
            let line = case.matrix.page.lines.get(case.matrix.why.chosen);
            line.map_or(String::new(), |line| line.words.trim().to_owned())
        }
    };
    model.ask_copy(words, "It is on the clipboard.");
}
