//! What stands on the caseload while it has no rows: that it is being read, that nobody has these words, or what to do
//! first.

use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws it; says whether there was need to.
pub fn draw(model: &Model, frame: &mut Frame, body: Rect) -> bool {
    let caseload = &model.caseload;
    if !caseload.rows.is_empty() {
        return false;
    }
    let key = |command| {
        model
            .keymap
            .keys_for(&model.scopes(), command)
            .into_iter()
            .next()
    };
    let named = |command: Command, words: &str| match key(command) {
        Some(key) => format!("{key} {words}"),
        None => format!(":{} {words}", command.name()),
    };
    let (head, words) = if caseload.cases.is_none() {
        ("Reading the caseload ...".to_owned(), String::new())
    } else if caseload.cases().is_empty() {
        let next = format!(
            "{}, {}. To look around first, leave and run: throughline demo",
            named(
                Command::ImportChronology,
                "brings in chronologies from files"
            ),
            named(Command::CaseAdd, "adds a family by hand"),
        );
        ("There are no families here yet.".to_owned(), next)
    } else {
        let head = format!(
            "Nobody here has \"{}\" in what this list shows.",
            caseload.filter
        );
        let next = format!(
            "esc shows everybody again; {}.",
            named(Command::SearchCaseload, "searches inside every case")
        );
        (head, next)
    };
    let width = usize::from(body.width).saturating_sub(4);
    let lines = text::wrap(&words, width);
    let above = body.height.saturating_sub(4) / 3;
    let all = std::iter::once((head, Role::Heading));
    let all = all.chain(lines.into_iter().map(|line| (line, Role::Text)));
    for ((line, role), y) in all.zip(body.y + above..body.bottom()) {
        let buffer = frame.buffer_mut();
        buffer.set_stringn(body.x + 2, y, line, width, model.look.style(role));
    }
    true
}
