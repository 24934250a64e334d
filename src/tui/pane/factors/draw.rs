//! The factors pane: a table of factors by people, and the chosen factor in full. Each state is a sign that can be read
//! without colour; blank means that the factor is not asked of somebody.

use crate::insight::factors::{self, Cell, Column, State};
use crate::record::RecordId;
use crate::tui::model::case::factors::{FactorsPane, Line, Showing, Side};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::factors::layout::{Table, frames};
use crate::tui::theme::{Look, Role};
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page;
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::split::Frame as Place;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The signs in the table: the sign, its plain letter, what it says.
pub const SIGNS: [(char, char, &str); 6] = [
    ('+', '+', "present"),
    ('-', '-', "absent"),
    ('?', '?', "not known"),
    ('·', '.', "not recorded"),
    ('!', '!', "question"),
    ('*', '*', "strongest"),
];

/// The least room for the title of a factor.
const LEAST_TITLE: usize = 24;

/// Draws the table and the chosen factor.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let (table, detail) = frames(model, case);
    draw_table(model, case, table, frame);
    draw_detail(model, case, detail, frame);
}

/// How wide the title and each column are; columns that do not fit have none.
struct Widths {
    title: usize,
    columns: Vec<usize>,
}

impl Widths {
    /// Columns as wide as their names, all of them narrower where the title would have too little room.
    fn of(room: usize, columns: &[Column]) -> Widths {
        // The marker, the letters of the kind and the blanks after it and after the title.
        let room = room.saturating_sub(5);
        let names = columns.iter().map(|column| text::columns(&column.name));
        let wide = |most: usize| names.clone().map(move |name| name.clamp(3, most));
        let all = |most: usize| wide(most).map(|column| column + 1).sum::<usize>();
        let fits = |most: &usize| all(*most) + LEAST_TITLE <= room;
        let most = (3..=8).rev().find(fits).unwrap_or(3);
        let mut left = room.saturating_sub(LEAST_TITLE);
        let columns: Vec<usize> = wide(most)
            .take_while(|column| {
                let fits = *column < left;
                left = left.saturating_sub(column + 1);
                fits
            })
            .collect();
        let taken: usize = columns.iter().map(|column| column + 1).sum();
        Widths {
            title: room.saturating_sub(taken),
            columns,
        }
    }
}

fn draw_table(model: &Model, case: &OpenCase, table: Table, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.factors;
    let screen = frame.area();
    let has_keys = pane.side == Side::Table;
    let widths = Widths::of(table.rows.width.into(), &pane.sheet.columns);
    let title = title(pane, widths.columns.len(), look);
    let unseen = more(pane.place.top, table.rows.height.into(), pane.lines.len());
    let buffer = frame.buffer_mut();
    let area = table.heading.intersection(screen);
    heading(look, &title, unseen, has_keys, buffer, area);
    let names = pane.sheet.columns.iter().zip(&widths.columns);
    let names = names.map(|(column, width)| (text::fitting(&column.name, *width), *width));
    let mut pieces = vec![("", 2, Role::Quiet), ("", widths.title, Role::Quiet)];
    pieces.extend(names.map(|(name, width)| (name, width, Role::Heading)));
    pieces.push(("", 0, Role::Quiet));
    row(
        look,
        &pieces,
        Chosen::No,
        buffer,
        table.names.intersection(screen),
    );
    let area = table.rows.intersection(screen);
    if pane.lines.is_empty() && !area.is_empty() {
        let words = "No factor is shown: other words, another domain or another view shows more.";
        let width = usize::from(area.width);
        buffer.set_stringn(area.x + 1, area.y, words, width, look.style(Role::Quiet));
    }
    let seen = pane.lines.iter().enumerate().skip(pane.place.top);
    for ((at, line), area) in seen.zip(area.rows()) {
        let chosen = match (at == pane.place.chosen, has_keys) {
            (false, _) => Chosen::No,
            (true, true) => Chosen::Here,
            (true, false) => Chosen::Elsewhere,
        };
        match line {
            Line::Domain(domain) => {
                let words = match domain.apart {
                    true => format!("{}: about services, not the family", domain.name),
                    false => domain.name.clone(),
                };
                row(look, &[(&words, 0, Role::Heading)], chosen, buffer, area);
            }
            Line::Factor(_, at) => factor(look, pane, *at, &widths, chosen, buffer, area),
        }
    }
    legend(look, buffer, table.legend.intersection(screen));
}

fn title(pane: &FactorsPane, columns: usize, look: &Look) -> String {
    let mut parts = vec!["Factors".to_owned()];
    parts.extend(pane.domain.map(|domain| domain.name.clone()));
    match pane.showing {
        Showing::All => {}
        Showing::Recorded => parts.push("recorded".to_owned()),
        Showing::Open => parts.push("with questions".to_owned()),
        Showing::Old => parts.push("six months old or more".to_owned()),
    }
    if !pane.words.is_empty() {
        parts.push(format!("with \"{}\"", pane.words.typed()));
    }
    let recorded = pane.sheet.rows.iter().filter(|row| row.is_recorded());
    let questions: usize = pane.sheet.rows.iter().map(|row| row.questions()).sum();
    parts.push(format!("{} recorded", recorded.count()));
    parts.push(match questions {
        0 => "no question".to_owned(),
        1 => "1 question".to_owned(),
        many => format!("{many} questions"),
    });
    let left_out = pane.sheet.columns.len().saturating_sub(columns);
    if left_out > 0 {
        parts.push(format!("{left_out} more people below"));
    }
    parts.join(&format!(" {} ", look.dot()))
}

fn factor(
    look: &Look,
    pane: &FactorsPane,
    at: usize,
    widths: &Widths,
    chosen: Chosen,
    buffer: &mut ratatui::buffer::Buffer,
    area: Rect,
) {
    let Some(found) = pane.sheet.rows.get(at) else {
        return;
    };
    let strongest = if found.factor.strongest { "*" } else { "" };
    let kind = format!("{}{strongest}", found.factor.polarity.letter());
    let signs = found.cells.iter().zip(&widths.columns);
    let signs: Vec<((String, Role), usize)> = signs
        .map(|(cell, width)| (sign(cell, look), *width))
        .collect();
    let role = match found.is_recorded() {
        true => Role::Text,
        false => Role::Quiet,
    };
    let mut pieces = vec![
        (kind.as_str(), 2, Role::Text),
        (found.name(), widths.title, role),
    ];
    let signs = signs.iter();
    pieces.extend(signs.map(|((sign, role), width)| (sign.as_str(), *width, *role)));
    // A last piece of its own, so that the last column keeps its width.
    pieces.push(("", 0, Role::Text));
    row(look, &pieces, chosen, buffer, area);
}

/// The sign of a cell, with a mark where something is open.
fn sign(cell: &Cell, look: &Look) -> (String, Role) {
    let (at, role) = match cell.state {
        State::NotRecorded if !cell.is_asked => return (String::new(), Role::Quiet),
        State::Present => (0, Role::Text),
        State::Absent => (1, Role::Text),
        State::NotKnown => (2, Role::Text),
        State::NotRecorded => (3, Role::Quiet),
    };
    let (rich, plain, _) = SIGNS.get(at).copied().unwrap_or((' ', ' ', ""));
    let sign = if look.ascii { plain } else { rich };
    match cell.questions.is_empty() {
        true => (sign.to_string(), role),
        false => (format!("{sign}!"), Role::Attention),
    }
}

fn legend(look: &Look, buffer: &mut ratatui::buffer::Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let signs = SIGNS.map(|(rich, plain, words)| {
        let sign = if look.ascii { plain } else { rich };
        format!("{sign} {words}")
    });
    let words = signs.join("  ");
    let width = usize::from(area.width).saturating_sub(1);
    let words = text::cut(&words, width, look.ascii);
    buffer.set_stringn(area.x + 1, area.y, words, width, look.style(Role::Quiet));
}

fn draw_detail(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.factors;
    let Some(told) = told(case) else {
        return;
    };
    let lines = lines_of(model, case, place.rows.width);
    let has_keys = pane.side == Side::Detail;
    let title = told.title.as_str();
    let lines = lines.iter().map(|line| (line.words.as_str(), line.role));
    page::draw(look, title, lines, pane.detail, has_keys, place, frame);
}

/// What is chosen.
fn told(case: &OpenCase) -> Option<crate::page::Page> {
    let (file, sheet) = (case.seen(), &case.factors.sheet);
    Some(match case.factors.chosen()? {
        Line::Domain(of) => factors::domain(file, sheet, of),
        Line::Factor(_, at) => factors::factor(file, sheet, at),
    })
}

/// The lines of what is chosen, at some width; `update` asks for them to know how far they scroll.
pub fn lines_of(model: &Model, case: &OpenCase, width: u16) -> Vec<page::Line<RecordId>> {
    let mut page = page::Page::of(usize::from(width.saturating_sub(2)), &model.look);
    if let Some(told) = told(case) {
        page.put(&told);
    }
    page.lines()
}
