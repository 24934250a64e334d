//! The tab line of a case: each tab with the number that goes to it.

use crate::insight::ages::name_and_age;
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
    let mut x = area.x;
    let names = names(case.tab, usize::from(area.width).saturating_sub(1));
    if names.first().is_some_and(|name| name.ends_with([' ', ']'])) {
        x += 1;
    }
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
/// longest names lose letters. The chosen tab keeps its name, and stands in brackets for screens without colour.
fn names(chosen: Tab, room: usize) -> Vec<String> {
    let wide = |names: &[String]| names.iter().map(|name| text::columns(name)).sum::<usize>();
    let with = |letters: &[usize], before: &str, after: &str| -> Vec<String> {
        let name = |(tab, letters): (Tab, &usize)| match tab == chosen {
            true => format!("[{} {}]", tab.number(), tab.name()),
            false => {
                let name: String = tab.name().chars().take(*letters).collect();
                format!("{before}{} {name}{after}", tab.number())
            }
        };
        Tab::ALL.into_iter().zip(letters).map(name).collect()
    };
    let mut letters = Tab::ALL.map(|tab| tab.name().len());
    let roomy = with(&letters, " ", " ");
    if wide(&roomy) <= room {
        return roomy;
    }
    loop {
        let names = with(&letters, " ", "");
        let longest = (0..letters.len())
            .filter(|at| Tab::ALL.get(*at) != Some(&chosen))
            .max_by_key(|at| {
                let tab = Tab::ALL.get(*at).map_or(0, |tab| tab.name().len());
                (letters.get(*at).copied().unwrap_or(0), tab)
            });
        match longest
            .and_then(|at| letters.get_mut(at))
            .filter(|left| **left > 1)
        {
            Some(left) if wide(&names) > room => *left -= 1,
            _ => return names,
        }
    }
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
    let room = usize::from(area.right().saturating_sub(from + 3));
    // A name cut to a letter or two says nothing.
    if others.is_empty() || room < 8 {
        return;
    }
    let words = format!("also {}", others.join(", "));
    let words = text::cut(&words, room, look.ascii);
    let x = area
        .right()
        .saturating_sub(u16::try_from(text::columns(&words) + 1).unwrap_or(0));
    frame
        .buffer_mut()
        .set_stringn(x, area.y, &words, room, look.style(Role::Quiet));
}
