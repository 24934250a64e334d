//! A form as rows of a page: what the view draws, and what `update` asks in order to keep the caret on the screen.

use super::options;
pub use super::options::Row;
use super::reading::{Read, reading};
use crate::tui::input::TextField;
use crate::tui::model::form::wording::flagged;
use crate::tui::model::form::{Around, Field, Form, Input};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use std::ops::Range;

/// Columns before the text of a field: a mark and its label.
pub const LABEL: usize = 20;

/// Texts wider than this are hard to read, however wide the terminal.
const WIDEST: usize = 92;

/// A form laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// All rows, seen or not.
    pub rows: Vec<Row>,
    /// The rows of the field that keys go to, its heading included.
    pub field: Range<usize>,
    /// Row and column of the caret, counted from the left of the text.
    pub caret: (usize, usize),
}

/// How many columns the text of a field has on a screen of so many columns. The caret may stand one further.
pub fn text_width(columns: u16) -> usize {
    usize::from(columns)
        .saturating_sub(LABEL + 2)
        .clamp(10, WIDEST)
}

/// The page of a form.
pub fn page(form: &Form, around: Around<'_>, width: usize, ascii: bool) -> Page {
    let mut page = Page::default();
    let mut heading = "";
    for (place, field) in form.fields.iter().enumerate() {
        let is_focused = place == form.at;
        let start = page.rows.len();
        if field.words.heading != heading {
            heading = &field.words.heading;
            if start > 0 {
                page.rows.push(Row::default());
            }
            page.rows.push(Row {
                label: Some((heading.to_owned(), Role::Heading)),
                pieces: Vec::new(),
            });
        }
        let first = page.rows.len();
        let caret = rows_of(field, is_focused, width, ascii, &mut page.rows);
        if let Some(row) = page.rows.get_mut(first) {
            let role = if is_focused {
                Role::Selected
            } else {
                Role::Quiet
            };
            row.label = Some((field.words.label.clone(), role));
        }
        page.rows
            .extend(under(form, field, is_focused, around, width));
        if is_focused {
            page.field = start..page.rows.len();
            page.caret = (first + caret.0, caret.1);
        }
    }
    page
}

/// The rows of what stands in a field, and the caret in them.
fn rows_of(
    field: &Field,
    is_focused: bool,
    width: usize,
    ascii: bool,
    rows: &mut Vec<Row>,
) -> (usize, usize) {
    match &field.input {
        Input::Text(typed) | Input::Date(typed) => {
            typed_rows(typed, is_focused, width, ascii, rows)
        }
        Input::Choice(choice) => options::rows(choice, is_focused, width, ascii, rows),
        Input::Shown(words) => {
            rows.extend(
                text::wrap(words, width)
                    .into_iter()
                    .map(|line| Row::of(line, Role::Text)),
            );
            (0, 0)
        }
    }
}

fn typed_rows(
    typed: &TextField,
    is_focused: bool,
    width: usize,
    ascii: bool,
    rows: &mut Vec<Row>,
) -> (usize, usize) {
    if typed.is_blank() && !is_focused {
        rows.push(Row::of(if ascii { "-" } else { "–" }, Role::Quiet));
        return (0, 0);
    }
    let pieces = typed.rows(width);
    rows.extend(pieces.iter().map(|piece| {
        let line = typed.lines().get(piece.line).map_or("", String::as_str);
        Row::of(
            line.get(piece.from..piece.to)
                .unwrap_or_default()
                .trim_end(),
            Role::Text,
        )
    }));
    typed.caret_on(&pieces, width)
}

/// What stands under a field: how its date is read, what somebody else saved, what it needs.
fn under(
    form: &Form,
    field: &Field,
    is_focused: bool,
    around: Around<'_>,
    width: usize,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut say = |words: &str, role: Role| {
        rows.extend(
            text::wrap(words, width)
                .into_iter()
                .map(|line| Row::of(line, role)),
        )
    };
    if let Input::Date(date) = &field.input {
        match reading(form, &date.text(), around) {
            Some(Read::As(words)) => say(&words, Role::Quiet),
            Some(Read::Question(words)) => say(&words, Role::Attention),
            None => {}
        }
    }
    if let Some((text, flags)) = flagged(form, field, around.file) {
        match (flags.as_slice(), is_focused) {
            ([], _) => {}
            ([flag, rest @ ..], true) => {
                let more = match rest.len() {
                    0 => String::new(),
                    more => format!(" (and {more} more below it)"),
                };
                let phrase = flag.phrase(&text);
                say(
                    &format!("\"{phrase}\": {}. {}{more}", flag.rule.title, flag.rule.why),
                    Role::Quiet,
                );
                say(&flag.rule.question, Role::Attention);
            }
            ([_], false) => say("1 phrase to think about", Role::Quiet),
            (several, false) => {
                say(
                    &format!("{} phrases to think about", several.len()),
                    Role::Quiet,
                );
            }
        }
    }
    if let Some(theirs) = &field.meanwhile {
        let theirs = if theirs.is_empty() { "nothing" } else { theirs };
        say(&format!("Saved here meanwhile: {theirs}"), Role::Attention);
    }
    if let Some(refusal) = form
        .refusal
        .as_ref()
        .filter(|refusal| refusal.field == field.words.name)
    {
        say(&refusal.words, Role::Fault);
    }
    rows
}
