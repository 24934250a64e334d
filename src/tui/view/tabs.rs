//! The tab line of a case: each tab with the number that goes to it.

use crate::tui::model::board::name_and_age;
use crate::tui::model::{Model, OpenCase, Tab};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the line; without a case there is none.
pub fn draw(model: &Model, frame: &mut Frame, area: Rect) {
    let Some(case) = model.case().filter(|_| area.height > 0) else {
        return;
    };
    let mut x = area.x + 1;
    let names = names(case.tab, usize::from(area.width).saturating_sub(1));
    for (tab, name) in Tab::ALL.into_iter().zip(names) {
        let style = match tab == case.tab {
            true => model.look.style(Role::Heading),
            false => model.look.style(Role::Text),
        };
        let room = usize::from(area.right().saturating_sub(x));
        (x, _) = frame
            .buffer_mut()
            .set_stringn(x, area.y, &name, room, style);
    }
    siblings(model, case, x, frame, area);
}

/// The names of the tabs, each with its number, so that all of them fit: where room is short they stand closer, then the
/// names are shortened, that of the chosen tab last. It stands in brackets too, for screens without colour.
fn names(chosen: Tab, room: usize) -> Vec<String> {
    let with = |letters: usize, gap: &str| -> Vec<String> {
        let name = |tab: Tab| match tab == chosen {
            true => format!("[{} {}]", tab.number(), tab.name()),
            false => {
                let name: String = tab.name().chars().take(letters).collect();
                format!("{gap}{} {name}{gap}", tab.number())
            }
        };
        Tab::ALL.map(name).into()
    };
    let wide = |names: &[String]| names.iter().map(|name| text::columns(name)).sum::<usize>();
    let mut ways = [(usize::MAX, " ")]
        .into_iter()
        .chain((3..=12).rev().map(|letters| (letters, "")));
    let fitting = ways.find_map(|(letters, gap)| {
        let mut names = with(letters, gap);
        if gap.is_empty() {
            names
                .iter_mut()
                .skip(1)
                .for_each(|name| name.insert(0, ' '));
        }
        (wide(&names) <= room).then_some(names)
    });
    fitting.unwrap_or_else(|| with(3, ""))
}

/// The brothers and sisters of the child who is looked at, with their ages, as far as there is room.
fn siblings(model: &Model, case: &OpenCase, from: u16, frame: &mut Frame, area: Rect) {
    let look = &model.look;
    let day = case.last_day(model.today);
    let children = case.seen().children();
    let others = children
        .iter()
        .filter(|child| Some(child.id()) != case.child);
    let others: Vec<String> = others
        .map(|child| name_and_age(&child.body, day, look.ascii))
        .collect();
    if others.is_empty() {
        return;
    }
    let room = usize::from(area.right().saturating_sub(from + 3));
    let words = format!("also {}", others.join(", "));
    let words = text::cut(&words, room, look.ascii);
    let x = area
        .right()
        .saturating_sub(u16::try_from(text::columns(&words) + 1).unwrap_or(0));
    frame
        .buffer_mut()
        .set_stringn(x, area.y, &words, room, look.style(Role::Quiet));
}
