//! The genogram on the screen: the drawing, the same in words, which lines are drawn, and the key.

use crate::insight::genogram::sketch::{Part as Piece, pattern};
use crate::insight::words::listed;
use crate::practice::genogram::signs;
use crate::record::TieKind;
use crate::tui::model::case::family::genogram::{Drawn, GenogramPane, Part, Switch};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::family::genogram::layout::frames;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::heading::heading;
use crate::tui::widget::page;
use crate::tui::widget::page::{Line, Page};
use crate::tui::widget::split::Frame as Place;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let (drawing, beside) = frames(model, case);
    let pane = &case.family.genogram;
    draw_family(model, case, pane, drawing, frame);
    let (title, lines, at) = match pane.part {
        Part::Lines => (
            "Lines and key",
            lines_of(&model.look, pane, beside.rows.width),
            pane.lines,
        ),
        Part::Drawing | Part::Words => (
            "In words",
            words_of(&model.look, pane, beside.rows.width),
            pane.words,
        ),
    };
    let has_keys = pane.part != Part::Drawing;
    let lines = lines.iter().map(|line| (line.words.as_str(), line.role));
    page::draw(&model.look, title, lines, at, has_keys, beside, frame);
}

fn draw_family(
    model: &Model,
    case: &OpenCase,
    pane: &GenogramPane,
    place: Place,
    frame: &mut Frame,
) {
    let look = &model.look;
    let screen = frame.area();
    let title = title(look, case, pane);
    let has_keys = pane.part == Part::Drawing;
    let area = place.heading.intersection(screen);
    let unseen = unseen(pane, place.rows);
    heading(look, &title, unseen, has_keys, frame.buffer_mut(), area);
    let area = place.rows.intersection(screen);
    let Some(drawn) = &pane.drawn else { return };
    if drawn.graph.people.is_empty() && !area.is_empty() {
        let words = "Nobody is recorded yet. Add people, and say what joins them.";
        let room = usize::from(area.width).saturating_sub(1);
        let style = look.style(Role::Quiet);
        frame
            .buffer_mut()
            .set_stringn(area.x + 1, area.y, words, room, style);
        return;
    }
    draw_cells(look, pane, drawn, area, frame);
    draw_texts(look, pane, drawn, area, frame);
}

/// "Genogram · from Lowri · 10 people".
fn title(look: &Look, case: &OpenCase, pane: &GenogramPane) -> String {
    let mut parts = vec!["Genogram".to_owned()];
    let from = pane.from.or(case.child);
    let from = from.and_then(|id| case.seen().people.get(&id));
    parts.extend(from.map(|person| format!("from {}", person.body.short_name())));
    let people = pane
        .drawn
        .as_ref()
        .map_or(0, |drawn| drawn.graph.people.len());
    parts.push(match people {
        1 => "1 person".to_owned(),
        people => format!("{people} people"),
    });
    let drawn = pane.drawn.as_ref();
    let (folded, left_out) = drawn.map_or((0, 0), |drawn| (drawn.folded_away, drawn.left_out));
    if folded > 0 {
        parts.push(format!("{folded} folded away"));
    }
    if left_out > 0 {
        parts.push(format!("{left_out} further away"));
    }
    parts.join(&format!(" {} ", look.dot()))
}

/// Where more of the drawing lies.
fn unseen(pane: &GenogramPane, area: Rect) -> &'static str {
    let Some(drawn) = &pane.drawn else { return "" };
    let layout = &drawn.sketch.layout;
    let left = pane.pan.0 > 0;
    let right = pane.pan.0 + i32::from(area.width) < layout.width;
    let up = pane.pan.1 > 0;
    let down = pane.pan.1 + i32::from(area.height) < layout.height;
    match (left || right, up || down) {
        (false, false) => "",
        (true, false) => match (left, right) {
            (true, true) => "more left and right",
            (true, false) => "more left",
            _ => "more right",
        },
        (false, true) => match (up, down) {
            (true, true) => "more above and below",
            (true, false) => "more above",
            _ => "more below",
        },
        (true, true) => "more all around",
    }
}

fn role_of(piece: Piece, drawn: &Drawn) -> Role {
    match piece {
        Piece::Person(person) => match drawn.graph.people.get(person) {
            Some(somebody) if somebody.is_child => Role::Heading,
            _ => Role::Text,
        },
        Piece::Line | Piece::Dates(_) | Piece::Words => Role::Quiet,
        Piece::Household => Role::Border,
        Piece::Tie(kind) => match kind {
            TieKind::Close | TieKind::Fused | TieKind::Caring | TieKind::Repaired => Role::Done,
            TieKind::Distant => Role::Quiet,
            _ => Role::Attention,
        },
    }
}

fn draw_cells(look: &Look, pane: &GenogramPane, drawn: &Drawn, area: Rect, frame: &mut Frame) {
    let buffer = frame.buffer_mut();
    for (y, at_row) in (area.top()..area.bottom()).zip(pane.pan.1..) {
        let row = usize::try_from(at_row)
            .ok()
            .and_then(|row| drawn.sketch.cells.get(row));
        let Some(row) = row else { continue };
        for (x, column) in (area.left()..area.right()).zip(pane.pan.0..) {
            let cell = usize::try_from(column)
                .ok()
                .and_then(|column| row.get(column));
            if let Some(Some(cell)) = cell {
                let style = look.style(role_of(cell.part, drawn));
                buffer.set_stringn(x, y, cell.sign.encode_utf8(&mut [0; 4]), 1, style);
            }
        }
    }
}

fn draw_texts(look: &Look, pane: &GenogramPane, drawn: &Drawn, area: Rect, frame: &mut Frame) {
    let buffer = frame.buffer_mut();
    for piece in &drawn.sketch.texts {
        let row = piece.row - pane.pan.1;
        if row < 0 || row >= i32::from(area.height) {
            continue;
        }
        let y = area.y + u16::try_from(row).unwrap_or(0);
        let chosen = matches!(piece.part, Piece::Person(person) if person == pane.at);
        let role = match chosen {
            true => Role::Selected,
            false => role_of(piece.part, drawn),
        };
        let mut words = piece.words.clone();
        if let Piece::Person(person) = piece.part
            && let Some((_, count)) = drawn.hidden.iter().find(|(who, _)| *who == person)
        {
            words.push_str(&format!("+{count}"));
        }
        let column = piece.column - pane.pan.0;
        if chosen && column > 0 && column <= i32::from(area.width) {
            let x = area.x + u16::try_from(column - 1).unwrap_or(0);
            buffer.set_stringn(x, y, look.marker(), 1, look.style(Role::BorderFocused));
        }
        let (skip, x) = match usize::try_from(column) {
            Ok(column) => (0, u16::try_from(column).unwrap_or(u16::MAX)),
            Err(_) => (usize::try_from(-column).unwrap_or(0), 0),
        };
        if x >= area.width {
            continue;
        }
        let seen = text::after(&words, skip);
        let room = usize::from(area.width - x);
        buffer.set_stringn(area.x + x, y, seen, room, look.style(role));
    }
}

/// The genogram in words, each line leading to somebody; also whom nothing joins.
pub fn words_of(look: &Look, pane: &GenogramPane, width: u16) -> Vec<Line<usize>> {
    let mut page = Page::of(usize::from(width.saturating_sub(2)), look);
    let Some(drawn) = &pane.drawn else {
        return page.lines();
    };
    let mut generation = 0;
    for person in &drawn.words {
        if person.generation != generation && drawn.words.len() > 1 {
            generation = person.generation;
            page.heading(&format!("Generation {generation}"));
        }
        let from = page.count();
        let role = match person.place == pane.at {
            true => Role::Heading,
            false => Role::Text,
        };
        page.words(&person.heading, role);
        for line in &person.lines {
            page.set_in(2, line, Role::Quiet);
        }
        page.lead_from(from, &person.place);
    }
    if !drawn.outside.is_empty() {
        page.heading("Also there, no relative and no carer");
        page.words(&listed(&drawn.outside), Role::Quiet);
    }
    page.lines()
}

/// Columns for the signs of the key.
const SIGNS: usize = 6;

/// Which lines are drawn, to be switched, then the key.
pub fn lines_of(look: &Look, pane: &GenogramPane, width: u16) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    let mut put = |words: String, role: Role| {
        lines.push(Line {
            words,
            role,
            leads: None,
            of: None,
        });
    };
    for (switch, on) in pane.switches() {
        let mark = if on { "[x]" } else { "[ ]" };
        let words = match switch {
            Switch::Households => "who lives together".to_owned(),
            Switch::PastCare => "care that ended".to_owned(),
            Switch::Tie(kind) => {
                let signs = pattern(kind, look.ascii).iter().cycle().take(6);
                format!("{} {}", signs.collect::<String>(), kind.name())
            }
        };
        put(format!("{mark} {words}"), Role::Text);
    }
    put(String::new(), Role::Text);
    put("Key".to_owned(), Role::Heading);
    for sign in signs() {
        let shown = if look.ascii { &sign.plain } else { &sign.sign };
        let room = usize::from(width).saturating_sub(SIGNS + 3).max(10);
        for (at, means) in text::wrap(&sign.means, room).iter().enumerate() {
            let shown = if at == 0 { shown.as_str() } else { "" };
            let shown = text::fill(shown, SIGNS, true);
            put(format!("{shown} {means}"), Role::Quiet);
        }
    }
    lines
}
