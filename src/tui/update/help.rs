//! The help: put together from the loaded keymap and the command table, and scrolled.

use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::layout;
use crate::tui::model::help::{HelpLine, HelpPage};
use crate::tui::model::list::Place;
use crate::tui::model::{Layer, Model};
use crate::tui::pane::chronology::list::MEANINGS;
use crate::tui::pane::factors::draw::SIGNS;
use crate::tui::widget::band::FILLS;

/// Lays the help over the screen, unless it lies there.
pub fn open(model: &mut Model) {
    if !matches!(model.layers.last(), Some(Layer::Help(_))) {
        let scopes = model.scopes();
        let lines = lines(model, &scopes);
        let help = HelpPage {
            scopes,
            lines,
            top: 0,
        };
        model.layers.push(Layer::Help(Box::new(help)));
    }
}

/// Scrolls.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = usize::from(layout::parts(model).body.height);
    if let Some(Layer::Help(help)) = model.layers.last_mut() {
        let most = help.lines.len().saturating_sub(rows);
        let mut place = Place {
            chosen: help.top,
            top: 0,
        };
        if place.go(command, most + 1, rows) {
            help.top = place.chosen;
        }
    }
    Vec::new()
}

/// The lines for these scopes, the innermost first.
fn lines(model: &Model, scopes: &[Scope]) -> Vec<HelpLine> {
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
