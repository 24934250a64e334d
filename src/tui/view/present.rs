//! The walk shown large, for two people at one screen: whose turn it is in letters of four rows, the lines with room between,
//! no keys, no notes.

use super::walk::lines;
use crate::practice::walk::walk_step_title;
use crate::tui::layout::split::Frame as Place;
use crate::tui::model::Model;
use crate::tui::model::walk::Walk;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

/// Rows of a large letter.
const LARGE: u16 = 4;

/// Columns of a large letter.
const WIDE: u16 = 4;

/// Draws the step.
pub fn draw(model: &Model, walk: &Walk, frame: &mut Frame, place: Place) {
    let body = place.heading.union(place.rows).intersection(frame.area());
    let title = walk.step().map_or("", |step| walk_step_title(&step.id));
    let below = headline(model, title, frame, body);
    let margin = below.width / 12;
    let area = Rect {
        x: below.x + margin,
        width: below.width.saturating_sub(margin * 2),
        ..below
    };
    let lines = lines(model, walk, area.width);
    let buffer = frame.buffer_mut();
    // A blank row between lines that begin anew; what goes on from the line above stands close to it.
    let mut y = area.y;
    for line in lines.iter().skip(walk.place.top) {
        if y >= area.bottom() {
            break;
        }
        if line.words.trim().is_empty() {
            y += 1;
            continue;
        }
        let style = match line.role {
            Role::Quiet => model.look.style(Role::Text),
            role => model.look.style(role).add_modifier(Modifier::BOLD),
        };
        let words = text::cut(&line.words, area.width.into(), model.look.ascii);
        buffer.set_stringn(area.x, y, &words, area.width.into(), style);
        y += 1;
    }
}

/// Draws the title as large as there is room; gives what is left below.
fn headline(model: &Model, title: &str, frame: &mut Frame, body: Rect) -> Rect {
    let columns = u16::try_from(text::columns(title)).unwrap_or(u16::MAX);
    let wanted = columns.saturating_mul(WIDE);
    let fits = wanted + 2 <= body.width && body.height >= LARGE * 3 && !model.look.ascii;
    let style = model.look.style(Role::Heading);
    let tall = if fits { LARGE } else { 1 };
    let area = Rect {
        y: body.y + 1,
        height: tall.min(body.height.saturating_sub(1)),
        x: body.x
            + body
                .width
                .saturating_sub(if fits { wanted } else { columns * 2 })
                / 2,
        width: body.width,
    }
    .intersection(body);
    match fits {
        true => BigText::builder()
            .pixel_size(PixelSize::Quadrant)
            .style(style)
            .lines([title.into()])
            .build()
            .render(area, frame.buffer_mut()),
        false => {
            let spaced: Vec<String> = title
                .to_uppercase()
                .chars()
                .map(|letter| letter.to_string())
                .collect();
            let words = spaced.join(" ");
            let room = usize::from(area.width);
            let words = text::cut(&words, room, model.look.ascii).into_owned();
            frame
                .buffer_mut()
                .set_stringn(area.x, area.y, words, room, style);
        }
    }
    let top = (area.bottom() + 1).min(body.bottom());
    Rect {
        y: top,
        height: body.bottom().saturating_sub(top),
        ..body
    }
}
