//! What there is to choose from in a field, as rows: all of it while keys stand there, else only what is chosen.

use crate::tui::model::form::{Choice, Layout};
use crate::tui::theme::Role;
use crate::tui::widget::text;

/// A row of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The label, on the first row of a field; or a heading.
    pub label: Option<(String, Role)>,
    /// What stands in the row, piece after piece.
    pub pieces: Vec<(String, Role)>,
}

impl Row {
    pub(super) fn of(text: impl Into<String>, role: Role) -> Row {
        Row {
            label: None,
            pieces: vec![(text.into(), role)],
        }
    }
}

/// How many rows of a long list are seen at a time.
const LIST_ROWS: usize = 6;

/// The rows of a choice, and where the cursor stands in them.
pub fn rows(
    choice: &Choice,
    is_focused: bool,
    width: usize,
    ascii: bool,
    rows: &mut Vec<Row>,
) -> (usize, usize) {
    if !is_focused {
        resting(choice, width, ascii, rows);
        return (0, 0);
    }
    let offered = choice.offered();
    let first = rows.len();
    let mut caret = match choice.layout {
        Layout::Flow => flow(choice, &offered, width, rows),
        Layout::List => list(choice, &offered, width, ascii, rows),
    };
    if !choice.typed.is_empty() {
        let found = format!("find: {}", choice.typed);
        caret = (rows.len() - first, text::columns(&found).min(width));
        rows.push(Row {
            label: None,
            pieces: vec![(found, Role::Match)],
        });
    }
    caret
}

fn resting(choice: &Choice, width: usize, ascii: bool, rows: &mut Vec<Row>) {
    let row = |words: String, role: Role| Row {
        label: None,
        pieces: vec![(words, role)],
    };
    let chosen = choice
        .chosen
        .iter()
        .filter_map(|at| choice.options.get(*at));
    let words = choice.in_words();
    if words.is_empty() {
        rows.push(row(if ascii { "-" } else { "–" }.to_owned(), Role::Quiet));
    } else if choice.layout == Layout::List {
        rows.extend(chosen.map(|option| {
            row(
                text::cut(&option.words, width, ascii).into_owned(),
                Role::Text,
            )
        }));
    } else {
        let role = if chosen.clone().all(|option| option.id.is_empty()) {
            Role::Quiet
        } else {
            Role::Text
        };
        rows.extend(
            text::wrap(&words, width)
                .into_iter()
                .map(|line| row(line, role)),
        );
    }
}

/// How an option is marked: a box to tick, or brackets around the one that is chosen.
fn marked(choice: &Choice, at: usize) -> String {
    let words = choice
        .options
        .get(at)
        .map_or("", |option| option.words.as_str());
    match (choice.many, choice.is_chosen(at)) {
        (true, true) => format!("[x] {words}"),
        (true, false) => format!("[ ] {words}"),
        (false, true) => format!("[{words}]"),
        (false, false) => format!(" {words} "),
    }
}

fn role(choice: &Choice, at: usize) -> Role {
    if at == choice.at {
        Role::Selected
    } else {
        Role::Text
    }
}

/// Beside one another, as many as fit a row.
fn flow(choice: &Choice, offered: &[usize], width: usize, rows: &mut Vec<Row>) -> (usize, usize) {
    let gap = if choice.many { "  " } else { " " };
    let mut caret = (0, 0);
    let (first, mut row, mut columns) = (rows.len(), Row::default(), 0);
    for at in offered {
        let words = text::cut(&marked(choice, *at), width, true).into_owned();
        let wanted = text::columns(&words);
        if columns > 0 && columns + gap.len() + wanted > width {
            rows.push(std::mem::take(&mut row));
            columns = 0;
        }
        if columns > 0 {
            row.pieces.push((gap.to_owned(), Role::Text));
            columns += gap.len();
        }
        if *at == choice.at {
            caret = (rows.len() - first, columns + usize::from(choice.many));
        }
        row.pieces.push((words, role(choice, *at)));
        columns += wanted;
    }
    rows.push(row);
    caret
}

/// Each on a row, as many as have room around the one where keys stand.
fn list(
    choice: &Choice,
    offered: &[usize],
    width: usize,
    ascii: bool,
    rows: &mut Vec<Row>,
) -> (usize, usize) {
    let place = offered.iter().position(|at| *at == choice.at).unwrap_or(0);
    let top = place
        .saturating_sub(LIST_ROWS / 2)
        .min(offered.len().saturating_sub(LIST_ROWS));
    let seen = offered.iter().skip(top).take(LIST_ROWS);
    rows.extend(seen.map(|at| {
        let words = text::cut(&marked(choice, *at), width, ascii).into_owned();
        Row {
            label: None,
            pieces: vec![(words, role(choice, *at))],
        }
    }));
    if offered.is_empty() {
        rows.push(Row {
            label: None,
            pieces: vec![("nothing to choose from".to_owned(), Role::Quiet)],
        });
    }
    (place.saturating_sub(top), 1)
}
