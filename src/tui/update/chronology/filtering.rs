//! Filtering by words, letter by letter, and by everything else in one typed line.

use crate::insight::filter_words;
use crate::insight::search::Needle;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model};

/// Asks for words, or for a whole filter.
pub fn ask(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let filter = &case.chronology.filter;
    let prompt = match command {
        Command::Filter => Prompt::asking(command, "words", filter.words.typed()),
        _ => Prompt::asking(
            command,
            "show only",
            &filter_words::typed(filter, case.seen()),
        ),
    };
    case.chronology.words_before = Some(case.chronology.filter.words.clone());
    model.layers.push(Layer::Prompt(prompt));
    Vec::new()
}

/// Words are followed letter by letter; a whole filter is read when it is taken, since half of one says something else.
pub fn changed(model: &mut Model, typed: &str) {
    if let Some(case) = model.case_mut() {
        case.chronology.filter.words = Needle::new(typed);
    }
}

/// The line was taken.
pub fn accepted(model: &mut Model, asked_by: Command, typed: &str) {
    let today = model.today;
    let Some(case) = model.case_mut() else { return };
    case.chronology.words_before = None;
    if asked_by != Command::FilterForm {
        case.chronology.filter.words = Needle::new(typed);
        return;
    }
    let file = std::sync::Arc::clone(case.seen());
    match filter_words::parse(typed, &file, today) {
        Ok(filter) => case.chronology.filter = filter,
        Err(problem) => {
            // The line comes back as it was typed, under the words that say what to write instead.
            let prompt = Prompt::asking(asked_by, "show only", typed);
            model.layers.push(Layer::Prompt(prompt));
            model.say_fault(problem.to_string());
        }
    }
}

/// The line was left: the words from before come back.
pub fn left(model: &mut Model) {
    if let Some(case) = model.case_mut()
        && let Some(words) = case.chronology.words_before.take()
    {
        case.chronology.filter.words = words;
    }
}
