//! A field of a form: its words, what stands in it, and what stood in it when the form was opened.

use super::choice::Choice;
use crate::practice::FieldWords;
use crate::tui::input::TextField;

/// What a field takes.
#[derive(Clone, Debug)]
pub enum Input {
    /// Words: one line or many.
    Text(TextField),
    /// A date as people write it.
    Date(TextField),
    /// One or several of what is offered.
    Choice(Choice),
    /// Nothing: something to read while filling the others.
    Shown(String),
}

impl Input {
    /// What stands in it, as a draft keeps it.
    pub fn value(&self) -> String {
        match self {
            Input::Text(text) | Input::Date(text) => text.text(),
            Input::Choice(choice) => choice.value(),
            Input::Shown(_) => String::new(),
        }
    }

    /// What stands in it, as people read it.
    pub fn in_words(&self) -> String {
        match self {
            Input::Choice(choice) => choice.in_words(),
            Input::Shown(words) => words.clone(),
            Input::Text(_) | Input::Date(_) => self.value(),
        }
    }

    /// Puts a value in.
    pub fn set(&mut self, value: &str) {
        match self {
            Input::Text(text) | Input::Date(text) => text.replace(value),
            Input::Choice(choice) => choice.set(value),
            Input::Shown(_) => {}
        }
    }
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, heading, label and prompt.
    pub words: &'static FieldWords,
    /// What it takes and what stands in it.
    pub input: Input,
    /// What stood in it when the form was opened.
    pub was: String,
    /// What somebody else saved in it while it was being filled, in words.
    pub meanwhile: Option<String>,
}

impl Field {
    /// A field just opened.
    pub fn new(words: &'static FieldWords, input: Input) -> Field {
        Field {
            words,
            was: input.value(),
            input,
            meanwhile: None,
        }
    }

    /// Whether something else stands in it than when the form was opened.
    pub fn is_changed(&self) -> bool {
        self.input.value() != self.was
    }

    /// Whether keys can stand on it.
    pub fn takes_keys(&self) -> bool {
        !matches!(self.input, Input::Shown(_)) && !self.words.about
    }
}
