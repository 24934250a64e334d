//! What a search found: a line each, with the words marked where they stand.

use crate::insight::search::Needle;
use crate::tui::model::Model;
use crate::tui::model::search::Search;
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// Draws the list over the body.
pub fn draw(model: &Model, search: &Search, frame: &mut Frame, body: Rect) {
    if body.is_empty() {
        return;
    }
    let look = &model.look;
    let buffer = frame.buffer_mut();
    let head = Rect { height: 1, ..body };
    let unseen = more(
        search.place.top,
        usize::from(body.height - 1),
        search.finds.len(),
    );
    heading(look, &said(search), unseen, true, buffer, head);
    let needle = Needle::new(&search.line.text());
    let width = usize::from(body.width);
    let family_room = if search.everywhere {
        (width / 8).clamp(8, 24)
    } else {
        0
    };
    let when_room = (width / 8).clamp(11, 20);
    let source_room = (width / 8).clamp(8, 24);
    let areas = Rect {
        y: body.y + 1,
        height: body.height - 1,
        ..body
    };
    let mut above = None;
    let seen = search.finds.iter().enumerate().skip(search.place.top);
    for ((at, find), area) in seen.zip(areas.rows()) {
        let chosen = match at == search.place.chosen {
            true => Chosen::Here,
            false => Chosen::No,
        };
        // A family is named once, on the first of its lines that is seen.
        let family = if above == Some(find.case) {
            ""
        } else {
            find.family.as_str()
        };
        above = Some(find.case);
        let mut pieces = vec![
            (find.when.as_str(), when_room, Role::Quiet),
            (find.source.as_str(), source_room, Role::Quiet),
            (find.snippet.as_str(), 0, Role::Text),
        ];
        let mut before = 1 + when_room + 1 + source_room + 1;
        if search.everywhere {
            pieces.insert(0, (family, family_room, Role::Heading));
            before += family_room + 1;
        }
        row(look, &pieces, chosen, buffer, area);
        // The matches, unless the line is cut off before them.
        let room = width.saturating_sub(before + 2);
        for place in needle.places_in(&find.snippet) {
            let ahead = text::columns(find.snippet.get(..place.start).unwrap_or_default());
            let matched = text::columns(find.snippet.get(place).unwrap_or_default());
            if ahead + matched > room {
                continue;
            }
            let (x, long) = (u16::try_from(before + ahead), u16::try_from(matched));
            if let (Ok(x), Ok(long)) = (x, long) {
                let area = Rect::new(area.x + x, area.y, long, 1).intersection(area);
                buffer.set_style(area, look.style(Role::Match));
            }
        }
    }
}

fn said(search: &Search) -> String {
    let count = search.finds.len();
    let families: BTreeSet<_> = search.finds.iter().map(|find| find.case).collect();
    let where_it_is = match (search.everywhere, families.len()) {
        (false, _) => String::new(),
        (true, 1) => " in 1 family".to_owned(),
        (true, count) => format!(" in {count} families"),
    };
    if let Some(title) = &search.title {
        return title.clone();
    }
    match (search.line.is_blank(), count, search.complete) {
        (true, ..) if search.everywhere => "Search every case".to_owned(),
        (true, ..) => "Search this case".to_owned(),
        (_, 0, false) => "Searching ...".to_owned(),
        (_, 0, true) => "Nothing found".to_owned(),
        (_, count, false) => format!("{count} found{where_it_is}, still searching ..."),
        (_, count, true) => format!("{count} found{where_it_is}"),
    }
}
