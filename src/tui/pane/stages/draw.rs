//! The stages pane: the stages with their lists and items, and the chosen one in full.

use crate::insight::stages::{State, holder, holders};
use crate::practice::stages::{ListKind, RoleOf, Task, part, phases};
use crate::tui::model::case::stages::{Row, Side};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::stages::layout::frames;
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page::draw as draw_lines;
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::split::Frame as Place;
use ratatui::Frame;

/// Columns for how far something is.
const FAR: usize = 12;

/// Draws the list and what is chosen in it.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let (list, detail) = frames(model, case);
    draw_list(model, case, list, frame);
    draw_detail(model, case, detail, frame);
}

fn draw_list(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.stages;
    let screen = frame.area();
    let has_keys = pane.side == Side::List;
    let buffer = frame.buffer_mut();
    heading(
        look,
        &title(case, look.dot()),
        more(pane.place.top, place.rows.height.into(), pane.rows.len()),
        has_keys,
        buffer,
        place.heading.intersection(screen),
    );
    let area = place.rows.intersection(screen);
    let seen = pane.rows.iter().enumerate().skip(pane.place.top);
    for ((at, of), area) in seen.zip(area.rows()) {
        let chosen = match (at == pane.place.chosen, has_keys) {
            (false, _) => Chosen::No,
            (true, true) => Chosen::Here,
            (true, false) => Chosen::Elsewhere,
        };
        let (far, words, role) = words(model, case, *of);
        row(
            look,
            &[(&far, FAR, far_role(&far, role)), (&words, 0, role)],
            chosen,
            buffer,
            area,
        );
    }
}

/// What is open draws the eye; what is settled rests.
fn far_role(far: &str, role: Role) -> Role {
    match far.trim() {
        "open" | "not yet" | "nobody yet" => Role::Attention,
        "done" | "not needed" => Role::Quiet,
        _ => role,
    }
}

/// Where the case stands, and each child where they stand apart.
fn title(case: &OpenCase, dot: &str) -> String {
    let pane = &case.stages;
    if pane.framework {
        return format!("Reunification framework {dot} 22 tasks");
    }
    let number = |child| {
        let current = pane.seen.current(child);
        current.map(|seen| seen.stage.number)
    };
    let now = match pane.seen.current(None) {
        Some(seen) => format!("now in {} {}", seen.stage.number, seen.stage.name),
        None => "every stage is behind them".to_owned(),
    };
    let children = case.seen().children();
    let apart = children
        .iter()
        .any(|child| number(Some(child.id())) != number(None));
    let each = children.iter().filter(|_| apart).map(|child| {
        let stage = number(Some(child.id()));
        let stage = stage.map_or("all done".to_owned(), |stage| stage.to_string());
        format!("{} {stage}", child.body.short_name())
    });
    let parts: Vec<String> = ["Stages".to_owned(), now].into_iter().chain(each).collect();
    parts.join(&format!(" {dot} "))
}

/// How far a line is, its words, and how it looks.
fn words(model: &Model, case: &OpenCase, row: Row) -> (String, String, Role) {
    let pane = &case.stages;
    let dot = model.look.dot();
    let sign = match pane.is_open(row) {
        true => "-",
        false => "+",
    };
    match row {
        Row::Stage(number) => {
            let seen = pane.seen.stages.iter();
            let seen = seen.clone().find(|seen| seen.stage.number == number);
            let words = seen.map_or(String::new(), |seen| {
                let count = seen.count(ListKind::Gate, None).in_words();
                format!("{} {dot} {count}", seen.stage.name)
            });
            (format!("{sign} Stage {number}"), words, Role::Heading)
        }
        Row::List(id) => {
            let mut lists = pane.seen.stages.iter().flat_map(|stage| &stage.lists);
            let seen = lists.find(|seen| seen.list.id == id);
            let words = seen.map_or(String::new(), |seen| {
                let done = seen.count(None);
                format!("{} {dot} {} of {}", seen.list.name, done.done, done.all)
            });
            let kind = match seen.map(|seen| seen.list.kind) {
                Some(ListKind::Gate) => "gate",
                _ => "list",
            };
            (format!(" {sign} {kind}"), words, Role::Text)
        }
        Row::Item(id) => {
            let seen = pane.seen.item(id);
            let state = seen.map_or(State::Open, |seen| seen.state(None));
            let words = seen.map_or(String::new(), |seen| match partly(seen) {
                Some(partly) => format!("{} ({partly})", seen.item.words),
                None => seen.item.words.clone(),
            });
            (format!("  {}", state.words()), words, Role::Text)
        }
        Row::Parts => (
            format!("{sign} Who"),
            "has which part".to_owned(),
            Role::Heading,
        ),
        Row::Part(id) => (
            far_of_part(model, case, id),
            named(model, case, id),
            Role::Text,
        ),
        Row::Phase(number) => {
            let phase = phases().iter().find(|phase| phase.number == number);
            let words = phase.map_or("", |phase| &phase.aim);
            (format!("Phase {number}"), words.to_owned(), Role::Heading)
        }
        Row::Task(id) => {
            let mut tasks = phases().iter().flat_map(|phase| &phase.tasks);
            let Some(task) = tasks.find(|task| task.id == id) else {
                return (String::new(), String::new(), Role::Text);
            };
            let state = task_state(case, task).words();
            (
                format!("  {state}"),
                format!("{} {}", task.code, task.words),
                Role::Text,
            )
        }
    }
}

/// "1 of 2 children", while an item is done for some.
fn partly(seen: &crate::insight::stages::ItemSeen) -> Option<String> {
    let settled = seen
        .said
        .iter()
        .filter(|said| said.state.is_settled())
        .count();
    let all = seen.said.len();
    (settled > 0 && settled < all).then(|| format!("{settled} of {all} children"))
}

/// The most open of the items that answer a task.
fn task_state(case: &OpenCase, task: &Task) -> State {
    let items = task.items.iter().filter_map(|id| case.stages.seen.item(id));
    items
        .map(|seen| seen.state(None))
        .min()
        .unwrap_or(State::Open)
}

/// Whether somebody is named for a part: for every child where each has one.
fn far_of_part(model: &Model, case: &OpenCase, id: &str) -> String {
    let Some(part) = part(id) else {
        return String::new();
    };
    let (file, today) = (case.seen(), case.last_day(model.today));
    let has = |of| !holders(file, part, of, today).is_empty();
    let all = match part.of {
        RoleOf::Child => file.children().iter().all(|child| has(Some(child.id()))),
        RoleOf::Parent | RoleOf::Case => has(None),
    };
    match (all, has(None)) {
        (true, true) => "  named".to_owned(),
        (false, true) => "  partly".to_owned(),
        _ => "  nobody yet".to_owned(),
    }
}

fn named(model: &Model, case: &OpenCase, id: &str) -> String {
    let Some(part) = part(id) else {
        return String::new();
    };
    let file = case.seen();
    let names = holders(file, part, None, case.last_day(model.today));
    let names: Vec<String> = names.iter().map(|role| holder(file, &role.body)).collect();
    match names.is_empty() {
        true => part.name.clone(),
        false => format!("{}: {}", part.name, names.join("; ")),
    }
}

fn draw_detail(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let pane = &case.stages;
    let has_keys = pane.side == Side::Detail;
    let lines = pane.page.lines.iter();
    let lines = lines.map(|line| (line.words.as_str(), line.role));
    let title = &pane.page.title;
    draw_lines(
        &model.look,
        title,
        lines,
        pane.detail,
        has_keys,
        place,
        frame,
    );
}
