//! The last line: what there is to say, a line being typed, keys pressed so far, or else the keys that matter here.

use crate::tui::command::{Command, Scope};
use crate::tui::hints::{READING, hints};
use crate::tui::input::{Key, TextField};
use crate::tui::model::case::chronology::Part;
use crate::tui::model::{Layer, Model, Tab};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the line.
pub fn draw(model: &Model, frame: &mut Frame, area: Rect) {
    if area.is_empty() {
        return;
    }
    match (&model.notice, model.layers.last()) {
        (Some(notice), _) => {
            let role = if notice.is_fault {
                Role::Fault
            } else {
                Role::Done
            };
            say(model, &notice.words, role, frame, area);
        }
        (None, _) if !model.pending.is_empty() => {
            let keys: Vec<String> = model.pending.iter().map(Key::to_string).collect();
            say(
                model,
                &format!("{} ...", keys.join(" ")),
                Role::Key,
                frame,
                area,
            );
        }
        (None, Some(Layer::Prompt(prompt))) => typed(
            model,
            &format!("{} ", prompt.asks),
            &prompt.line,
            frame,
            area,
        ),
        (None, Some(Layer::Search(search))) => {
            let asks = if search.everywhere {
                "search every case: "
            } else {
                "search this case: "
            };
            typed(model, asks, &search.line, frame, area)
        }
        (None, Some(Layer::Palette(palette))) => typed(model, ":", &palette.line, frame, area),
        (None, _) if model.presenting => {}
        (None, _) => keys(model, frame, area),
    }
}

fn say(model: &Model, words: &str, role: Role, frame: &mut Frame, area: Rect) {
    let room = usize::from(area.width).saturating_sub(1);
    let words = text::cut(words, room, model.look.ascii);
    frame
        .buffer_mut()
        .set_stringn(area.x + 1, area.y, words, room, model.look.style(role));
}

/// What is asked, the line, the terminal's own cursor on its caret, and the keys of the line where it leaves room.
fn typed(model: &Model, asks: &str, line: &TextField, frame: &mut Frame, area: Rect) {
    let width = usize::from(area.width);
    let asks = text::fitting(asks, width / 2);
    let room = width.saturating_sub(text::columns(asks) + 2);
    let words = line.text();
    let rows = line.rows(usize::MAX);
    let (_, caret) = line.caret_on(&rows, usize::MAX);
    let typed = text::fitting(&words, caret);
    let before = text::fitting_end(typed, room);
    let after = words.get(typed.len()..).unwrap_or_default();
    let after = text::fitting(after, room.saturating_sub(text::columns(before)));
    let buffer = frame.buffer_mut();
    let (x, y) = (area.x + 1, area.y);
    let (x, _) = buffer.set_stringn(x, y, asks, width, model.look.style(Role::Key));
    let role = if line.is_offered() {
        Role::Selected
    } else {
        Role::Text
    };
    let style = model.look.style(role);
    let (caret, _) = buffer.set_stringn(x, y, before, room, style);
    let (end, _) = buffer.set_stringn(caret, y, after, room, style);
    frame.set_cursor_position((caret, y));
    let free = usize::from(area.right().saturating_sub(end));
    keys_of_the_line(model, free, frame, area);
}

/// The keys that take or leave a line being typed, at its right end: all of them or none, so that they stand still
/// while words are typed.
fn keys_of_the_line(model: &Model, free: usize, frame: &mut Frame, area: Rect) {
    let scopes = model.scopes();
    let offered = here(model, &scopes).into_iter();
    let keys: Vec<(String, &str)> = offered
        .filter_map(|(command, word)| Some((key_of(model, &scopes, command)?, word)))
        .collect();
    let wide = |(key, word): &(String, &str)| text::columns(key) + 1 + text::columns(word) + 3;
    let wanted: usize = keys.iter().map(wide).sum();
    // Room for a blank after the caret; the three blanks after the last key fall off the edge but for one.
    if wanted > free {
        return;
    }
    let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
    let mut x = (area.right() + 2).saturating_sub(wanted);
    for (key, word) in &keys {
        x = one(model, key, word, x, frame, area);
    }
}

/// The keys that matter here, as the loaded keymap has them, the innermost scope first, and always the help's.
fn keys(model: &Model, frame: &mut Frame, area: Rect) {
    let scopes = model.scopes();
    let help = key_of(model, &scopes, Command::Help);
    // Where letters are text, the keys of the form itself come first.
    let kept = help.as_ref().filter(|_| !model.takes_text());
    let help_room = kept.map_or(0, |key| text::columns(key) + 8);
    let mut room = usize::from(area.width).saturating_sub(1 + help_room);
    let mut x = area.x + 1;
    for (command, word) in here(model, &scopes) {
        let Some(key) = key_of(model, &scopes, command) else {
            continue;
        };
        let wanted = text::columns(&key) + 1 + text::columns(word) + 3;
        if wanted > room {
            continue;
        }
        room -= wanted;
        x = one(model, &key, word, x, frame, area);
    }
    if let Some(key) = help
        && room + help_room >= text::columns(&key) + 5
    {
        one(model, &key, "keys", x, frame, area);
    }
}

/// What is offered here: paths are asked for with the keys of a form, but they mean something else.
fn here(model: &Model, scopes: &[Scope]) -> Vec<(Command, &'static str)> {
    match model.layers.last() {
        Some(Layer::Import(pane)) if pane.takes_text() => vec![
            (Command::FormSave, "show what would happen"),
            (Command::FieldNext, "complete, next"),
            (Command::FieldPrevious, "before"),
            (Command::Back, "leave"),
        ],
        // What lies under a layer cannot be reached from it.
        Some(_) => offered(&[], scopes.get(..1).unwrap_or_default()),
        None if model.walk_seen().is_some() => offered(&[], scopes.get(..1).unwrap_or_default()),
        None => match model.case() {
            Some(case) if case.tab == Tab::Chronology && case.chronology.part == Part::Detail => {
                offered(READING, scopes.get(1..).unwrap_or_default())
            }
            _ => offered(&[], scopes),
        },
    }
}

/// These hints and those of these scopes, each command once.
fn offered(
    first: &'static [(Command, &'static str)],
    scopes: &[Scope],
) -> Vec<(Command, &'static str)> {
    let mut offered: Vec<(Command, &str)> = Vec::new();
    let of_scopes = scopes.iter().flat_map(|scope| hints(*scope));
    for (command, word) in first.iter().chain(of_scopes) {
        if offered.iter().all(|(known, _)| known != command) {
            offered.push((*command, word));
        }
    }
    offered
}

/// The shortest key for a command that works where letters may be text.
fn key_of(model: &Model, scopes: &[Scope], command: Command) -> Option<String> {
    let keys = model.keymap.keys_for(scopes, command);
    let letters = model.takes_text();
    keys.into_iter()
        .find(|key| !letters || key.chars().count() > 1)
}

fn one(model: &Model, key: &str, word: &str, x: u16, frame: &mut Frame, area: Rect) -> u16 {
    let room = usize::from(area.right().saturating_sub(x));
    let buffer = frame.buffer_mut();
    let (x, y) = buffer.set_stringn(x, area.y, key, room, model.look.style(Role::Key));
    let room = room.saturating_sub(text::columns(key) + 1);
    let (x, _) = buffer.set_stringn(x + 1, y, word, room, model.look.style(Role::Quiet));
    x + 3
}
