//! The title line: the program, where you are, who writes, which day it is.

use crate::insight::words::counted;
use crate::tui::model::case::board::child_in_short;
use crate::tui::model::{Layer, Model, OpenCase, Screen};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the line.
pub fn draw(model: &Model, frame: &mut Frame, area: Rect) {
    let style = model.look.style(Role::Title);
    let room = usize::from(area.width);
    let right = right(model);
    let taken = text::columns(&right) + 2;
    let left = format!(" throughline  {}", place(model));
    let left = text::cut(&left, room.saturating_sub(taken), model.look.ascii);
    let buffer = frame.buffer_mut();
    buffer.set_style(area, style);
    buffer.set_stringn(area.x, area.y, &left, room, style);
    if text::columns(&left) + taken <= room {
        let x = area
            .right()
            .saturating_sub(u16::try_from(taken - 1).unwrap_or(area.width));
        buffer.set_stringn(x, area.y, &right, room, style);
    }
}

/// Who writes and which day it is; the day as at which a case is seen takes their place.
fn right(model: &Model) -> String {
    if let Some((day, _)) = model.case().and_then(|case| case.as_at.as_ref()) {
        return format!("As known on {}", day.format("%a %-d %b %Y"));
    }
    if let Some(walk) = model.walk_seen() {
        let minutes = walk.minutes().map(|minutes| format!("{minutes} min  "));
        let today = model.today.format("%a %-d %b %Y");
        return format!("{}{today}", minutes.unwrap_or_default());
    }
    let today = model.today.format("%a %-d %b %Y");
    match (&model.screen, model.author.is_empty()) {
        (Screen::Unlock(_), _) | (_, true) => today.to_string(),
        (_, false) => format!("{}  {today}", model.author),
    }
}

/// Where you are.
fn place(model: &Model) -> String {
    // Over private notes the title names no case: they belong to none.
    if matches!(model.layers.last(), Some(Layer::Private(_))) {
        return "Private notes".to_owned();
    }
    let form = match model.layers.last() {
        Some(Layer::Form(form)) => Some(form.title()),
        _ => None,
    };
    match &model.screen {
        Screen::Unlock(unlock) if unlock.was_open => "Locked".to_owned(),
        Screen::Unlock(_) => String::new(),
        Screen::Caseload => form.unwrap_or_else(|| caseload(model)),
        Screen::Case(case) => {
            let step = model.look.step();
            if let (Some(walk), None) = (model.walk_seen(), &form) {
                let (at, of) = (walk.at + 1, walk.cases.len());
                return format!("Supervision {at} of {of} {step} {}", case.seen().name());
            }
            let here = form.unwrap_or_else(|| who(model, case));
            format!("{} {step} {here}", case.seen().name())
        }
    }
}

/// The child who is looked at: age, legal status, with whom and for how long. The tab in a family without children.
fn who(model: &Model, case: &OpenCase) -> String {
    let file = case.seen();
    let child = case.child.and_then(|child| file.people.get(&child));
    match child {
        Some(child) => child_in_short(file, child, case.last_day(model.today), model.look.ascii),
        None => case.tab.name().to_owned(),
    }
}

fn caseload(model: &Model) -> String {
    let Some(cases) = &model.caseload.cases else {
        return "Caseload".to_owned();
    };
    let children: usize = cases.iter().map(|case| case.children.len()).sum();
    let dot = if model.look.ascii { "-" } else { "·" };
    let children = counted(children, "child", "children");
    format!(
        "Caseload {dot} {children}, {}",
        counted(cases.len(), "family", "families")
    )
}
