//! The stages pane: choosing a stage or an item, saying how far it is, naming who has a part, going to what shows it.

pub mod detail;
pub mod draw;
pub mod layout;
pub mod page;

use crate::insight::stages::holders;
use crate::practice::stages::RoleOf;
use crate::record::{RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::OpenCase;
use crate::tui::model::case::stages::{Leads, Line, Row, Side};
use crate::tui::model::form::FormKind;
use crate::tui::model::laid::LaidFor;
use crate::tui::model::list::Place;
use crate::tui::model::request::{FormRequest, PaneRequest};
use crate::tui::pane::Pane;
use crate::tui::pane::stages::layout::frames;
use ratatui::Frame;

/// The stages, their gates and checklists.
pub struct StagesTab;

impl Pane for StagesTab {
    fn refresh(&self, model: &mut Model) {
        if let Some((case, file, day)) = model.case_seen() {
            case.stages.refresh(&file, day);
        }
        lay_out(model);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        back(model)
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the stages pane.
fn run(model: &mut Model, command: Command) {
    let Some((list, detail)) = model.case().map(|case| frames(model, case)) else {
        return;
    };
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.stages;
    let line = pane.chosen_line().cloned();
    let (list_seen, detail_seen) = (list.rows.height.into(), detail.rows.height.into());
    let lines = pane.page.lines.len();
    let moved = match pane.side {
        Side::List => pane.place.go(command, pane.rows.len(), list_seen),
        Side::Detail => pane.detail.go(command, lines, detail_seen),
    };
    if moved {
        if pane.side == Side::List {
            pane.detail = Place::default();
        }
        return;
    }
    match command {
        Command::Open => open(model, line),
        Command::PaneNext | Command::PanePrevious if pane.side == Side::List => go_in(model),
        Command::PaneNext | Command::PanePrevious => pane.side = Side::List,
        Command::Filter => model.ask(PaneRequest::Run(Command::SearchCase)),
        Command::Zoom => pane.whole = !pane.whole,
        Command::StageView => pane.turn(),
        Command::StageMark => mark(model, line),
        Command::StageRemove => remove(model, line),
        Command::StageRole => name(model, line),
        Command::Copy => copy(model),
        _ => {}
    }
}

/// Lays out what is chosen, unless it stands as it would, and keeps the chosen lines on the screen.
fn lay_out(model: &mut Model) {
    let Some(case) = model.case() else { return };
    let (list, detail) = frames(model, case);
    let width = detail.rows.width;
    let chosen = case.stages.chosen();
    let now = LaidFor::now(model, case, width, format!("{:?}", (case.child, chosen)));
    if !case.stages.page.is_for(&now) {
        let (day, room) = (case.last_day(model.today), width.saturating_sub(2));
        let lines = detail::lines(case, day, room.into(), &model.look);
        let title = chosen.map(|chosen| detail::title(case, chosen, model.look.dot()));
        if let Some(case) = model.case_mut() {
            case.stages.page.take(now, title.unwrap_or_default(), lines);
        }
    }
    if let Some(pane) = model.case_mut().map(|case| &mut case.stages) {
        let (rows, lines) = (pane.rows.len(), pane.page.lines.len());
        pane.place.keep_seen(rows, list.rows.height.into());
        pane.detail.keep_seen(lines, detail.rows.height.into());
    }
}

/// Opens what is chosen: folds a stage or list, goes into the detail, or follows where its line leads.
fn open(model: &mut Model, line: Option<Line>) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let file = case.seen().clone();
    let pane = &mut case.stages;
    match line.and_then(|line| line.leads) {
        Some(Leads::Item(item)) => {
            pane.go_to(item);
        }
        Some(Leads::Task(task)) => pane.go_to_task(task),
        Some(Leads::To(record)) => {
            let role = file.roles.get(&record);
            match role.map(|role| role.body.person) {
                Some(None) => model.say("Only the name is recorded, so there is no page to go to."),
                Some(Some(person)) => model.ask(PaneRequest::GoTo(person)),
                None => model.ask(PaneRequest::GoTo(record)),
            }
        }
        None if pane.side == Side::Detail => {}
        None if pane.chosen().is_some_and(Row::folds) => pane.fold(),
        None => go_in(model),
    }
}

/// Goes into the detail, to its first line that leads somewhere.
fn go_in(model: &mut Model) {
    if let Some(pane) = model.case_mut().map(|case| &mut case.stages) {
        pane.side = Side::Detail;
        // With the side, the columns change in which it is laid out.
        lay_out(model);
    }
    if let Some(pane) = model.case_mut().map(|case| &mut case.stages) {
        let mut lines = pane.page.lines.iter();
        let first = lines.position(|line| line.leads.is_some());
        pane.detail.chosen = first.unwrap_or(0);
    }
}

/// Goes back from the detail to the list; says whether it did.
fn back(model: &mut Model) -> bool {
    let pane = model.case_mut().map(|case| &mut case.stages);
    let Some(pane) = pane.filter(|pane| pane.side == Side::Detail) else {
        return false;
    };
    pane.side = Side::List;
    true
}

/// The child that a mark or a part is about: that of the chosen line, else the first of whom nothing is said yet, else
/// the one who is looked at.
fn child_asked(model: &Model, line: Option<Line>) -> Option<RecordId> {
    let case = model.case()?;
    if let Some(child) = line.and_then(|line| line.child) {
        return Some(child);
    }
    let pane = &case.stages;
    let is_free = |child: RecordId| match pane.chosen_part() {
        Some(part) if pane.chosen_item().is_none() => {
            let today = case.last_day(model.today);
            holders(case.seen(), part, Some(child), today).is_empty()
        }
        _ => pane.chosen_item().is_some_and(|seen| {
            let mut said = seen.said.iter();
            said.any(|said| said.child == Some(child) && said.mark.is_none())
        }),
    };
    let looked_at = case.child.into_iter();
    let children = case.seen().children().into_iter().map(|child| child.id());
    let mut free = looked_at.chain(children).filter(|child| is_free(*child));
    free.next().or(case.child)
}

/// The mark of the chosen item, for the child asked where it is asked for each.
fn mark_of(model: &Model, child: Option<RecordId>) -> Option<RecordId> {
    let seen = model.case()?.stages.chosen_item()?;
    let mut said = seen.said.iter();
    let said = said.find(|said| said.child.is_none() || said.child == child)?;
    said.mark
}

/// Says how far the chosen item is: changes what was said, or adds a mark.
fn mark(model: &mut Model, line: Option<Line>) {
    let child = child_asked(model, line);
    let mark = mark_of(model, child);
    let Some(case) = model.case_mut() else {
        return;
    };
    if case.stages.chosen_item().is_none() {
        model.say("Choose an item first: enter opens a stage or a list.");
        return;
    }
    case.stages.child = child;
    let form = FormRequest::new(FormKind::Record(RecordKind::StageMark));
    model.ask(PaneRequest::Form(FormRequest {
        target: mark,
        ..form
    }));
}

/// Takes back what was said of the chosen item, or who has a part where that is chosen.
fn remove(model: &mut Model, line: Option<Line>) {
    let role = line.as_ref().and_then(|line| match line.leads {
        Some(Leads::To(record)) => Some(record),
        _ => None,
    });
    let is_role = |id: &RecordId| {
        let case = model.case();
        case.is_some_and(|case| case.file.roles.contains_key(id))
    };
    if let Some(role) = role.filter(is_role) {
        return model.ask_remove("take a name back", role, "named by mistake");
    }
    let child = line.and_then(|line| line.child);
    let child = child.or_else(|| model.case().and_then(|case| case.child));
    match mark_of(model, child) {
        Some(mark) => {
            model.ask_remove("take back what was said of an item", mark, "taken back");
        }
        None => {
            let of_part = model.case().is_some_and(|case| {
                let pane = &case.stages;
                pane.chosen_item().is_none() && pane.chosen_part().is_some()
            });
            model.say(match of_part {
                true => "Choose the name that is to be taken back: tab leads to the names.",
                false => "Nothing is said of it, so there is nothing to take back.",
            });
        }
    }
}

/// Names who has the chosen part, or changes who is named.
fn name(model: &mut Model, line: Option<Line>) {
    let child = child_asked(model, line.clone());
    let today = model.case().map(|case| case.last_day(model.today));
    let (Some(case), Some(today)) = (model.case_mut(), today) else {
        return;
    };
    let Some(part) = case.stages.chosen_part() else {
        let words = "Choose a part at the end of the list (G), or an item that asks for somebody to be named.";
        model.say(words);
        return;
    };
    let chosen = line.and_then(|line| match line.leads {
        Some(Leads::To(record)) => Some(record),
        _ => None,
    });
    let chosen = chosen.filter(|id| case.file.roles.contains_key(id));
    // A second parent may have an advocate of their own; a child and the case have one holder at a time.
    let of = child.filter(|_| part.of == RoleOf::Child);
    let has_one = part.of != RoleOf::Parent;
    let holders = holders(&case.file, part, of, today);
    let named = holders.first().filter(|_| has_one).map(|role| role.id());
    case.stages.child = child;
    let form = FormRequest::new(FormKind::Record(RecordKind::NamedRole));
    let target = chosen.or(named);
    model.ask(PaneRequest::Form(FormRequest { target, ..form }));
}

fn copy(model: &mut Model) {
    let lines = model.case().map(|case| &case.stages.page.lines);
    let words = lines.into_iter().flatten().map(|line| line.words.as_str());
    let text = words.collect::<Vec<_>>().join("\n").trim().to_owned();
    model.ask_copy(text, "What is shown of it is on the clipboard.");
}
