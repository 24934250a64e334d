//! The board: what a duty worker needs in one minute.

use crate::insight::open_points::OpenPointKind;
use crate::tui::model::case::board::{Leads, Part, Row};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::board::layout as board;
use crate::tui::pane::board::layout::Frame as Place;
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the parts that are seen.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    for place in board::frames(model, case) {
        draw_part(model, case, place, frame);
    }
}

fn draw_part(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let look = &model.look;
    let screen = frame.area();
    let board = &case.board;
    let has_keys = board.focus == place.part;
    let rows = board.rows(place.part);
    let title = title(case, place.part, rows, look.dot());
    let buffer = frame.buffer_mut();
    let tall = usize::from(place.lines).max(1);
    let stands = board.place(place.part);
    let seen = usize::from(place.rows.height) / tall;
    heading(
        look,
        &title,
        more(stands.top, seen, rows.len()),
        has_keys,
        buffer,
        place.heading.intersection(screen),
    );
    let note = case.seen().case.as_ref().map_or("", |case| &case.body.note);
    let width = usize::from(place.note.width);
    let lines = text::wrap(note, width.saturating_sub(2));
    let more = lines.len() > usize::from(place.note.height);
    for (at, area) in place.note.intersection(screen).rows().enumerate() {
        let line = lines.get(at).map_or("", String::as_str);
        let is_last = at + 1 == usize::from(place.note.height);
        let line = match more && is_last {
            true => format!("{} ...", text::fitting(line, width.saturating_sub(6))),
            false => line.to_owned(),
        };
        buffer.set_stringn(area.x + 1, area.y, line, width, look.style(Role::Attention));
    }
    let area = place.rows.intersection(screen);
    if rows.is_empty() && !area.is_empty() {
        let words = text::cut(
            nothing(place.part),
            usize::from(area.width).saturating_sub(2),
            look.ascii,
        );
        buffer.set_stringn(
            area.x + 1,
            area.y,
            words,
            usize::from(area.width),
            look.style(Role::Quiet),
        );
    }
    let lead = lead_columns(rows, place.part, area);
    let areas: Vec<Rect> = area.rows().collect();
    let seen = rows.iter().enumerate().skip(stands.top);
    for ((at, one), areas) in seen.zip(areas.chunks(tall)) {
        let chosen = match at == stands.chosen && has_keys {
            true => Chosen::Here,
            false => Chosen::No,
        };
        let role = match (place.part, one.leads) {
            (Part::Open, _) => Role::Attention,
            (Part::Supervision, _) if is_late(one) => Role::Attention,
            (_, Leads::Person(_)) => Role::Heading,
            _ => Role::Quiet,
        };
        let room = usize::from(area.width).saturating_sub(lead + 2);
        let lines = spread(&one.words, room, areas.len());
        for (nth, area) in areas.iter().take(lines.len().max(1)).enumerate() {
            let lead_words = if nth == 0 { one.lead.as_str() } else { "" };
            let words = lines.get(nth).map_or("", String::as_str);
            let pieces = [(lead_words, lead, role), (words, 0, Role::Text)];
            row(look, &pieces, chosen, buffer, *area);
        }
    }
}

/// Words over so many lines; what is left after the last is cut off there.
fn spread(words: &str, room: usize, tall: usize) -> Vec<String> {
    if tall <= 1 {
        return vec![words.to_owned()];
    }
    let mut lines = text::wrap(words, room);
    if lines.len() > tall {
        let rest = lines.split_off(tall - 1);
        lines.push(rest.join(" "));
    }
    lines
}

/// Columns for what leads a row: as wide as the widest, a third of the part at most.
fn lead_columns(rows: &[Row], part: Part, area: Rect) -> usize {
    let most = match part {
        Part::Who | Part::Goals => usize::from(area.width) / 3,
        _ => usize::from(area.width) / 4,
    };
    let widest = rows.iter().map(|row| text::columns(&row.lead)).max();
    widest.unwrap_or(0).min(most)
}

fn title(case: &OpenCase, part: Part, rows: &[Row], dot: &str) -> String {
    let worker = case
        .seen()
        .case
        .as_ref()
        .map_or("", |case| &case.body.worker);
    match part {
        Part::Who if worker.is_empty() => "Who and where".to_owned(),
        Part::Who => format!("Who and where {dot} held by {worker}"),
        Part::Open if rows.is_empty() => "What is open".to_owned(),
        Part::Open => open_title(rows, dot),
        Part::Story if rows.is_empty() => "The story and the latest".to_owned(),
        Part::Story => {
            let all = case.seen().entries.len();
            format!(
                "The story and the latest {dot} {} of {all}, last first",
                rows.len()
            )
        }
        Part::Goals => format!("Goals {dot} {}", rows.len()),
        Part::Supervision => supervision_title(rows, dot),
        Part::Lately => "Written lately".to_owned(),
    }
}

/// Whether a row of supervision tells of something late.
fn is_late(row: &Row) -> bool {
    row.lead.starts_with("late")
}

/// What is due soon, and how much of it is late.
fn supervision_title(rows: &[Row], dot: &str) -> String {
    match rows.iter().filter(|row| is_late(row)).count() {
        0 => "Supervision and what is due".to_owned(),
        late => format!("Supervision and what is due {dot} {late} late"),
    }
}

/// How much is open. Accounts that differ stand side by side for good, so they are counted apart.
fn open_title(rows: &[Row], dot: &str) -> String {
    let differ = OpenPointKind::Differ.words();
    let differ = rows.iter().filter(|row| row.lead == differ).count();
    let mut title = "What is open".to_owned();
    if rows.len() > differ {
        title.push_str(&format!(" {dot} {}", rows.len() - differ));
    }
    if differ > 0 {
        title.push_str(&format!(" {dot} accounts differ in {differ}"));
    }
    title
}

/// What an empty part says.
fn nothing(part: Part) -> &'static str {
    match part {
        Part::Who => "No child is recorded yet; the family tab is where people are added.",
        Part::Open => "Nothing is open.",
        Part::Story => "No entry has a day yet. The chronology tab is where entries are added.",
        Part::Goals => "No goal is written yet.",
        Part::Supervision => "Nothing is due.",
        Part::Lately => "Nothing was written yet.",
    }
}
