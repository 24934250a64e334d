//! The walk shown large, for two people at one screen: the step's name in letters of four rows, what it shows, no keys and no
//! notes.

use crate::tui::layout::walk::LARGE;
use crate::tui::layout::walk::lines;
use crate::tui::model::Model;
use crate::tui::model::walk::Walk;
use crate::tui::theme::Role;
use crate::tui::widget::split::Frame as Place;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

/// Draws the step.
pub fn draw(model: &Model, walk: &Walk, frame: &mut Frame, place: Place) {
    let screen = frame.area();
    let title = walk.step().map_or("", |step| step.title.as_str());
    headline(model, title, frame, place.heading.intersection(screen));
    let lines = lines(model, walk, place.rows.width);
    let buffer = frame.buffer_mut();
    let seen = lines.iter().skip(walk.place.top);
    for (line, area) in seen.zip(place.rows.intersection(screen).rows()) {
        // What is quiet among keys and panes is read as well as the rest from two chairs away.
        let style = match line.role {
            Role::Quiet => model.look.style(Role::Text),
            role => model.look.style(role).add_modifier(Modifier::BOLD),
        };
        let words = text::cut(&line.words, area.width.into(), model.look.ascii);
        buffer.set_stringn(area.x, area.y, &words, area.width.into(), style);
    }
}

/// The name in the middle: in large letters where the place has the rows for them, else in spaced capitals.
fn headline(model: &Model, title: &str, frame: &mut Frame, place: Rect) {
    let style = model.look.style(Role::Heading);
    let columns = u16::try_from(text::columns(title)).unwrap_or(u16::MAX);
    let is_large = place.height >= LARGE;
    let wide = columns.saturating_mul(if is_large { LARGE } else { 2 });
    let indent = place.width.saturating_sub(wide) / 2;
    let area = Rect {
        x: place.x + indent,
        width: place.width - indent,
        ..place
    };
    if is_large {
        let large = BigText::builder()
            .pixel_size(PixelSize::Quadrant)
            .style(style)
            .lines([title.into()])
            .build();
        return large.render(area, frame.buffer_mut());
    }
    let letters: Vec<String> = title.to_uppercase().chars().map(String::from).collect();
    let words = letters.join(" ");
    let room = usize::from(area.width);
    let words = text::cut(&words, room, model.look.ascii);
    let buffer = frame.buffer_mut();
    buffer.set_stringn(area.x, area.y, words, room, style);
}
