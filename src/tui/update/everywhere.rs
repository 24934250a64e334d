//! Commands that work on every screen.

use super::{
    as_at, case, caseload, form, help, leave, palette, private, prompt, saved, search, walk,
};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::next::Turn;
use crate::tui::model::{Layer, Model, Screen};
use zeroize::Zeroize;

/// Does the command when it is one of these.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let is_private = matches!(model.layers.last(), Some(Layer::Private(_)));
    if is_private
        && form::on_top(model).is_none()
        && matches!(
            command,
            Command::SearchCaseload | Command::Undo | Command::Redo
        )
    {
        model.say("Close the private notes first; nothing of a case is changed from here.");
        return Vec::new();
    }
    if form::on_top(model).is_some()
        && matches!(
            command,
            Command::SearchCaseload | Command::Undo | Command::Redo
        )
    {
        model.say("Save or leave this form first. ctrl-z takes back what you typed in a field.");
        return Vec::new();
    }
    match command {
        Command::Help => help::open(model),
        Command::Palette => palette::open(model),
        Command::Back => return back(model),
        Command::PrivateNotes => return private::open(model),
        Command::Undo => return saved::turn(model, Turn::Back),
        Command::Redo => return saved::turn(model, Turn::Forth),
        Command::Quit => return leave::quit(model),
        Command::Lock => return leave::lock(model),
        Command::Walk => return walk::begin(model),
        Command::SearchCaseload => return search::open(model, true),
        Command::Redraw => return vec![Effect::Redraw],
        Command::ThemeNext => {
            model.look = model.look.next();
            model.say(format!("Theme: {}", model.look.name));
        }
        _ => {}
    }
    Vec::new()
}

/// One step back: a layer, then the case, then nothing but a word on how to leave.
fn back(model: &mut Model) -> Vec<Effect> {
    if matches!(model.layers.last(), Some(Layer::Private(_))) {
        return private::back(model);
    }
    if form::on_top(model).is_some() {
        return form::leave(model);
    }
    match model.layers.pop() {
        Some(Layer::Prompt(left)) => return prompt::left(model, &left),
        Some(_) => return Vec::new(),
        None => {}
    }
    if walk::back(model) || case::back(model) || case::come_back(model) || as_at::come_back(model) {
        return Vec::new();
    }
    match &mut model.screen {
        Screen::Unlock(unlock) => unlock.typed.zeroize(),
        Screen::Case(_) => model.screen = Screen::Caseload,
        Screen::Caseload if !model.caseload.marked.is_empty() => model.caseload.marked.clear(),
        Screen::Caseload if !model.caseload.filter.is_empty() => caseload::filter(model, ""),
        Screen::Caseload => {
            let keys = model.keymap.keys_for(&model.scopes(), Command::Quit);
            let key = keys.first().map_or("The palette", String::as_str);
            model.say(format!("{key} leaves Throughline."));
        }
    }
    Vec::new()
}
