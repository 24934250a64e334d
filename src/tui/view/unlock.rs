//! The screen that asks for the passphrase: how much is typed, never what.

use crate::tui::model::Model;
use crate::tui::model::unlock::Unlock;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the screen.
pub fn draw(model: &Model, unlock: &Unlock, frame: &mut Frame, body: Rect) {
    let width = usize::from(body.width).saturating_sub(8).min(64);
    let left = body.x
        + (body
            .width
            .saturating_sub(u16::try_from(width).unwrap_or(body.width)))
            / 2;
    let top = body.y + body.height / 4;
    let mut y = top;
    let mut say = |words: &str, role: Role, frame: &mut Frame| {
        for line in text::wrap(words, width) {
            if y < body.bottom() {
                frame
                    .buffer_mut()
                    .set_stringn(left, y, line, width, model.look.style(role));
            }
            y += 1;
        }
        y
    };
    say(greeting(unlock), Role::Heading, frame);
    let asked = say("\n", Role::Text, frame);
    let label = "Passphrase  ";
    let dot = model.look.hidden();
    let letters = unlock.typed.graphemes(true).count();
    let room = width.saturating_sub(text::columns(label) + 1);
    let dots = dot.repeat(letters.min(room));
    say(&format!("{label}{dots}"), Role::Text, frame);
    say("\n", Role::Text, frame);
    match (&unlock.refused, unlock.waiting) {
        (_, true) => {
            say(&waiting(unlock), Role::Quiet, frame);
        }
        (Some(words), false) => {
            say(words, Role::Fault, frame);
        }
        (None, false) => {}
    }
    if !unlock.waiting && asked < body.bottom() {
        let caret = text::columns(label) + letters.min(room);
        frame.set_cursor_position((left + u16::try_from(caret).unwrap_or(0), asked));
    }
}

fn greeting(unlock: &Unlock) -> &'static str {
    match (unlock.was_open, unlock.keeps_draft) {
        (true, true) => "Locked. What was being typed is kept as a draft.",
        (true, false) => "Locked.",
        (false, _) => "Throughline keeps the whole story of a child in one place.",
    }
}

fn waiting(unlock: &Unlock) -> String {
    match &unlock.progress {
        Some((what, done, of)) => format!("{what}: {} %", done * 100 / (*of).max(1)),
        None => "Opening the store.".to_owned(),
    }
}
