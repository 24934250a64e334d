//! The help: every key that works here, read from the loaded keymap, and every command with its words.

use crate::tui::command::{Command, Scope};
use crate::tui::model::Model;
use crate::tui::pane::chronology::list::MEANINGS;
use crate::tui::pane::factors::draw::SIGNS;
use crate::tui::theme::Role;
use crate::tui::widget::band::FILLS;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// The part of the screen that the keys below belong to.
    Heading(&'static str),
    /// Keys, the command's name, what it does.
    Keys(String, Command),
    /// A sign and what it says.
    Sign(char, &'static str),
    /// Nothing.
    Blank,
}

/// The lines for these scopes, the innermost first.
pub fn lines(model: &Model, scopes: &[Scope]) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for scope in scopes {
        let commands = Command::ALL.iter();
        let mut commands = commands
            .filter(|command| command.scope() == *scope)
            .peekable();
        if commands.peek().is_none() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(scope.title()));
        for command in commands {
            let keys = model.keymap.keys_for(scopes, *command);
            lines.push(HelpLine::Keys(keys.join(", "), *command));
        }
        if *scope == Scope::Chronology {
            lines.extend(signs(model));
        }
        if *scope == Scope::Factors {
            let ascii = model.look.ascii;
            let sign =
                |(rich, plain, words)| HelpLine::Sign(if ascii { plain } else { rich }, words);
            lines.extend([
                HelpLine::Blank,
                HelpLine::Heading("In the table of factors"),
            ]);
            lines.extend(SIGNS.map(sign));
        }
    }
    lines
}

/// The signs that the chronology draws, with what they say.
fn signs(model: &Model) -> impl Iterator<Item = HelpLine> {
    let ascii = model.look.ascii;
    let sign = move |(rich, plain, words)| HelpLine::Sign(if ascii { plain } else { rich }, words);
    let fills = FILLS.map(|(_, rich, plain, words)| (rich, plain, words));
    let heads = |words| [HelpLine::Blank, HelpLine::Heading(words)];
    heads("On its band: where a child")
        .into_iter()
        .chain(fills.into_iter().map(sign))
        .chain(heads("Beside its entries"))
        .chain(MEANINGS.into_iter().map(sign))
}

/// Draws the help from a line on.
pub fn draw(model: &Model, scopes: &[Scope], top: usize, frame: &mut Frame, area: Rect) {
    let lines = lines(model, scopes);
    let look = &model.look;
    let width = usize::from(area.width);
    let keys_room = lines
        .iter()
        .map(keys_columns)
        .max()
        .unwrap_or(0)
        .min(width / 3);
    let name_room = 20;
    for (line, row) in lines.iter().skip(top).zip(area.rows()) {
        let x = row.x + 1;
        let buffer = frame.buffer_mut();
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(words) => {
                buffer.set_stringn(x, row.y, words, width - 1, look.style(Role::Heading));
            }
            HelpLine::Sign(sign, words) => {
                let sign = text::fill(&sign.to_string(), keys_room, look.ascii);
                let (x, y) = buffer.set_stringn(x + 1, row.y, sign, width, look.style(Role::Key));
                let room = usize::from(row.right().saturating_sub(x + 2));
                let words = text::cut(words, room, look.ascii);
                buffer.set_stringn(x + 2, y, words, room, look.style(Role::Text));
            }
            HelpLine::Keys(keys, command) => {
                let keys = text::fill(
                    if keys.is_empty() { ":" } else { keys },
                    keys_room,
                    look.ascii,
                );
                let (x, y) = buffer.set_stringn(x + 1, row.y, keys, width, look.style(Role::Key));
                let name = text::fill(command.name(), name_room, look.ascii);
                let (x, _) = buffer.set_stringn(x + 2, y, name, width, look.style(Role::Quiet));
                let room = usize::from(row.right().saturating_sub(x + 1));
                let words = text::cut(command.words(), room, look.ascii);
                buffer.set_stringn(x + 1, y, words, room, look.style(Role::Text));
            }
        }
    }
}

fn keys_columns(line: &HelpLine) -> usize {
    match line {
        HelpLine::Keys(keys, _) => text::columns(keys),
        _ => 0,
    }
}
