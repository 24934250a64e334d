//! The palette: words find commands, enter does the chosen one.

use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::input::TextField;
use crate::tui::layout;
use crate::tui::model::list::Place;
use crate::tui::model::prompt::Palette;
use crate::tui::model::{Layer, Model};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Lays the palette over the screen, with the commands of what lies under it.
pub fn open(model: &mut Model) {
    if matches!(model.layers.last(), Some(Layer::Palette(_))) {
        return;
    }
    let scopes = model.scopes();
    model.layers.push(Layer::Palette(Palette {
        line: TextField::line(""),
        scopes,
        found: Vec::new(),
        place: Place::default(),
    }));
    find(model);
}

/// Finds the commands that the words mean, by name and by what they do; without words, all of them.
pub fn find(model: &mut Model) {
    let Some(Layer::Palette(palette)) = model.layers.last_mut() else {
        return;
    };
    let offered = offered(&palette.scopes);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let words = Pattern::parse(
        &palette.line.text(),
        CaseMatching::Ignore,
        Normalization::Smart,
    );
    let mut letters = Vec::new();
    let mut scored: Vec<(u32, Command)> = offered
        .filter_map(|command| {
            // The name stands first, so that typing a name brings that command to the top.
            let told = format!("{} {}", command.name(), command.words());
            let score = words.score(Utf32Str::new(&told, &mut letters), &mut matcher)?;
            Some((score, command))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    palette.found = scored.into_iter().map(|(_, command)| command).collect();
    palette.place = Place::default();
}

/// The commands that mean something in these scopes, those of the innermost first.
fn offered(scopes: &[Scope]) -> impl Iterator<Item = Command> + '_ {
    let all = scopes.iter().flat_map(|scope| {
        let of_scope = move |command: &&Command| command.scope() == *scope;
        Command::ALL.iter().filter(of_scope)
    });
    all.copied().filter(|command| *command != Command::Palette)
}

/// Moves in the list, or does what is chosen.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = layout::palette_rows(model);
    let Some(Layer::Palette(palette)) = model.layers.last_mut() else {
        return Vec::new();
    };
    let chosen = palette.found.get(palette.place.chosen).copied();
    let step = match command {
        Command::PromptNext => Command::Down,
        Command::PromptPrevious => Command::Up,
        Command::PromptAccept => {
            model.layers.pop();
            return chosen.map_or_else(Vec::new, |command| super::run(model, command));
        }
        _ => return Vec::new(),
    };
    palette.place.go(step, palette.found.len(), rows);
    Vec::new()
}
