//! Bringing files in, on the screen: the paths, the waiting, the preview.

use crate::exchange::import::{FileKind, ImportReport};
use crate::record::CaseFile;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::model::import::{FAMILY, FIELDS, ImportPane, Line, Stage};
use crate::tui::theme::Role;
use crate::tui::widget::heading::heading;
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Columns for the names of the fields.
const LABEL: u16 = 15;

/// Draws what the import has come to.
pub fn draw(model: &Model, pane: &ImportPane, frame: &mut Frame, body: Rect) {
    if body.is_empty() {
        return;
    }
    let title = match &pane.stage {
        Stage::Asking => {
            "Bring files in: nothing is written before you have seen what would happen"
        }
        Stage::Reading => "Reading the files; esc stops, and nothing is written",
        Stage::Preview(_) => "What would happen: nothing is written yet",
    };
    let buffer = frame.buffer_mut();
    heading(
        &model.look,
        title,
        "",
        true,
        buffer,
        Rect { height: 1, ..body },
    );
    match &pane.stage {
        Stage::Asking => asking(model, pane, frame, body),
        Stage::Reading => {}
        Stage::Preview(planned) => {
            preview(
                model,
                pane,
                &planned.plan.report,
                &planned.existing,
                frame,
                body,
            );
        }
    }
}

fn asking(model: &Model, pane: &ImportPane, frame: &mut Frame, body: Rect) {
    let look = &model.look;
    let width = body.width;
    let mut y = body.y + 2;
    for (at, ((label, words), field)) in FIELDS.iter().zip(&pane.fields).enumerate() {
        if y + 1 >= body.bottom() {
            return;
        }
        let has_keys = at == pane.focus;
        let fixed = at == FAMILY && pane.case.is_some();
        let (mark, role) = if has_keys {
            (look.marker(), Role::Selected)
        } else {
            (" ", Role::Heading)
        };
        let buffer = frame.buffer_mut();
        buffer.set_stringn(body.x, y, mark, 1, look.style(Role::Text));
        buffer.set_stringn(body.x + 1, y, label, usize::from(LABEL), look.style(role));
        let room = usize::from(width.saturating_sub(LABEL + 3));
        let rows = field.rows(usize::MAX);
        let (_, caret) = field.caret_on(&rows, usize::MAX);
        let typed = field.text();
        let before = text::fitting_end(text::fitting(&typed, caret), room);
        let after = typed
            .get(text::fitting(&typed, caret).len()..)
            .unwrap_or_default();
        let style = look.style(if fixed { Role::Quiet } else { Role::Text });
        let (x, _) = buffer.set_stringn(body.x + LABEL + 1, y, before, room, style);
        let left = usize::from(body.right().saturating_sub(x + 1));
        buffer.set_stringn(x, y, text::fitting(after, left), left, style);
        if has_keys {
            let said = text::cut(words, room, look.ascii);
            buffer.set_stringn(
                body.x + LABEL + 1,
                y + 1,
                said,
                room,
                look.style(Role::Quiet),
            );
            frame.set_cursor_position((x, y));
        }
        y += 2;
    }
    let Some(words) = &pane.refused else {
        return;
    };
    let room = usize::from(width.saturating_sub(3));
    for (line, y) in text::wrap(words, room).iter().zip(y + 1..body.bottom()) {
        let buffer = frame.buffer_mut();
        buffer.set_stringn(body.x + 1, y, line, room, look.style(Role::Fault));
    }
}

fn preview(
    model: &Model,
    pane: &ImportPane,
    report: &ImportReport,
    existing: &CaseFile,
    frame: &mut Frame,
    body: Rect,
) {
    let look = &model.look;
    let summary = layout::import_summary(model);
    let width = usize::from(body.width);
    let mut told = summary_lines(report, existing);
    if told.len() > summary {
        told.truncate(summary.saturating_sub(1));
        told.push("...".to_owned());
    }
    let buffer = frame.buffer_mut();
    for (line, y) in told.iter().zip(body.y + 1..body.bottom()) {
        let line = text::cut(line, width.saturating_sub(2), look.ascii);
        buffer.set_stringn(body.x + 1, y, line, width, look.style(Role::Text));
    }
    let top = body.y + 1 + u16::try_from(summary).unwrap_or(body.height);
    let rows = u16::try_from(layout::import_rows(model)).unwrap_or(0);
    let area = Rect::new(body.x, top, body.width, rows).intersection(body);
    if pane.lines.is_empty() && !area.is_empty() {
        let words = "Every row comes in without a question.";
        buffer.set_stringn(area.x + 1, area.y, words, width, look.style(Role::Done));
    }
    let place_room = (width / 4).min(40);
    let seen = pane.lines.iter().enumerate().skip(pane.place.top);
    for ((at, line), area) in seen.zip(area.rows()) {
        let chosen = if at == pane.place.chosen {
            Chosen::Here
        } else {
            Chosen::No
        };
        let pieces = [
            (line.kind, 10, role(line.kind)),
            (line.place.as_str(), place_room, Role::Quiet),
            (line.words.as_str(), 0, Role::Text),
        ];
        row(look, &pieces, chosen, buffer, area);
    }
    let foot = Rect {
        y: area.bottom(),
        height: body.bottom().saturating_sub(area.bottom()),
        ..body
    };
    if let Some(line) = pane.lines.get(pane.place.chosen) {
        in_full(model, line, frame, foot);
    }
}

fn role(kind: &str) -> Role {
    match kind {
        "question" | "differ" | "one event?" => Role::Attention,
        _ => Role::Quiet,
    }
}

/// The chosen line in full.
fn in_full(model: &Model, line: &Line, frame: &mut Frame, area: Rect) {
    let look = &model.look;
    let width = usize::from(area.width);
    let buffer = frame.buffer_mut();
    heading(
        look,
        &line.place,
        "",
        false,
        buffer,
        Rect {
            height: area.height.min(1),
            ..area
        },
    );
    let room = width.saturating_sub(2);
    let words = text::wrap(&line.words, room).into_iter();
    let words = words.map(|words| (words, Role::Text));
    let told = line.told.iter().flat_map(|told| text::wrap(told, room));
    let all = words.chain(told.map(|words| (words, Role::Quiet)));
    for ((words, role), y) in all.zip(area.y + 1..area.bottom()) {
        buffer.set_stringn(area.x + 1, y, words, width, look.style(role));
    }
}

/// What would happen, file by file.
fn summary_lines(report: &ImportReport, existing: &CaseFile) -> Vec<String> {
    let around = report.around;
    let into = match existing.case.is_some() {
        true => format!(
            "Into {}, which has {} entries.",
            existing.name(),
            existing.entries.len()
        ),
        false => "A new family.".to_owned(),
    };
    let more = |count: u32, what: &str| match count {
        0 => String::new(),
        count => format!(", {count} {what}"),
    };
    let found = more(around.findings, "findings about factors");
    let decided = more(around.decisions, "decisions on zones");
    let set = more(around.goals, "goals");
    let reviewed = more(around.goal_reviews, "reviews of goals");
    let mut lines = vec![format!(
        "{into} {} people, {} bonds, {} homes, {} legal statuses{found}{decided}{set}{reviewed}; {} joined or offered, {} differ, {} gaps.",
        around.people,
        around.bonds,
        around.placements,
        around.legal_statuses,
        report.duplicates.len(),
        report.contradictions.len(),
        report.gaps.len()
    )];
    lines.extend(report.files.iter().map(|file| {
        let came_in = match file.kind {
            FileKind::Chronology => format!("{} entries + {} joined", file.entries, file.joined),
            FileKind::Factors | FileKind::Zones | FileKind::Goals => format!("{} in", file.entries),
        };
        format!(
            "{}: {} rows = {came_in} + {} out; questions: {}; {}",
            file.file,
            file.rows,
            file.set_aside.len(),
            file.doubts.len(),
            file.encoding
        )
    }));
    lines.extend(report.notices.iter().cloned());
    lines
}
