//! Filtering by words, letter by letter, and by everything else in one typed line.

use crate::insight::filter_words;
use crate::insight::search::Needle;
use crate::tui::command::Command;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model};
use crate::tui::pane::Typing;

/// Asks for words, or for a whole filter.
pub fn ask(model: &mut Model, command: Command) {
    let Some(case) = model.case_mut() else {
        return;
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
}

/// Words are followed letter by letter; a whole filter is read when it is taken, since half of one says something else.
pub fn typed(model: &mut Model, asked_by: Command, line: &str, typing: Typing) {
    let Some(pane) = model.case_mut().map(|case| &mut case.chronology) else {
        return;
    };
    match (asked_by, typing) {
        (Command::Filter | Command::FilterForm, Typing::Left) => {
            if let Some(words) = pane.words_before.take() {
                pane.filter.words = words;
            }
        }
        (Command::Filter, _) => pane.filter.words = Needle::new(line),
        (Command::FilterForm, Typing::Taken) => accepted(model, line),
        _ => {}
    }
}

/// A whole filter was taken.
fn accepted(model: &mut Model, line: &str) {
    let today = model.today;
    let Some(case) = model.case_mut() else { return };
    let file = std::sync::Arc::clone(case.seen());
    match filter_words::parse(line, &file, today) {
        Ok(filter) => case.chronology.filter = filter,
        Err(problem) => {
            // The line comes back as it was typed, under the words that say what to write instead.
            let prompt = Prompt::asking(Command::FilterForm, "show only", line);
            model.layers.push(Layer::Prompt(prompt));
            model.say_fault(problem.to_string());
        }
    }
}
