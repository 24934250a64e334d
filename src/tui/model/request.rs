//! What a pane asks for that is not its own to do: it says so in the model, and `update` does it.

use super::Model;
use super::form::FormKind;
use crate::record::{RecordId, Write};
use crate::tui::command::Command;

/// What a pane asks for.
#[derive(Debug)]
pub enum PaneRequest {
    /// To go to a record, wherever it is shown; going back leads to this pane again.
    GoTo(RecordId),
    /// To do another command, such as a search.
    Run(Command),
    /// To open a form.
    Form(FormRequest),
    /// To save writes to the case as a change of this name.
    Save(String, Vec<Write>),
    /// To remove a record, in a change of this name and for this reason.
    Remove(String, RecordId, String),
    /// To put words on the clipboard.
    Copy(String),
    /// To read every revision of the case, unless they are there.
    Revisions,
}

/// A form to be opened, with what it begins with.
#[derive(Debug)]
pub struct FormRequest {
    /// What is written.
    pub kind: FormKind,
    /// The record that is changed; `None` for a new one.
    pub target: Option<RecordId>,
    /// The record that something new belongs to, beside what the pane tells.
    pub beside: Option<RecordId>,
    /// The kind of a new visit or formal step.
    pub occasion: Option<String>,
    /// Fields with what is put into them.
    pub puts: Vec<(&'static str, String)>,
    /// Fields with what is put into them where they are empty.
    pub fills: Vec<(&'static str, String)>,
    /// The field that keys go to first.
    pub at: Option<&'static str>,
}

impl FormRequest {
    /// A form for a new record.
    pub fn new(kind: FormKind) -> FormRequest {
        FormRequest {
            kind,
            target: None,
            beside: None,
            occasion: None,
            puts: Vec::new(),
            fills: Vec::new(),
            at: None,
        }
    }

    /// The same, for a record that is changed.
    pub fn changing(self, target: RecordId) -> FormRequest {
        FormRequest {
            target: Some(target),
            ..self
        }
    }

    /// The same, with keys going to this field first.
    pub fn at(self, field: &'static str) -> FormRequest {
        FormRequest {
            at: Some(field),
            ..self
        }
    }

    /// The same, with words put into a field.
    pub fn put(mut self, field: &'static str, words: String) -> FormRequest {
        self.puts.push((field, words));
        self
    }

    /// The same, with words put into a field where it is empty.
    pub fn fill(mut self, field: &'static str, words: String) -> FormRequest {
        self.fills.push((field, words));
        self
    }
}

impl Model {
    /// Asks for something from the pane that is seen; it is done when the pane has done its own.
    pub fn ask(&mut self, request: PaneRequest) {
        if let Some(case) = self.case_mut() {
            case.request = Some(request);
        }
    }

    /// Asks for the form of a new record.
    pub fn ask_form(&mut self, kind: FormKind) {
        self.ask(PaneRequest::Form(FormRequest::new(kind)));
    }

    /// Asks for the form that changes a record of the open case.
    pub fn ask_edit(&mut self, id: RecordId) {
        if let Some(form) = self.form_for(id) {
            self.ask(PaneRequest::Form(form));
        }
    }

    /// The form that changes a record of the open case.
    pub fn form_for(&self, id: RecordId) -> Option<FormRequest> {
        let record = self.case()?.file.record(id)?;
        Some(FormRequest::new(FormKind::of(&record.body)?).changing(id))
    }

    /// Asks for the removal of a record, which can be brought back.
    pub fn ask_remove(&mut self, label: &str, id: RecordId, why: &str) {
        self.ask(PaneRequest::Remove(label.to_owned(), id, why.to_owned()));
    }

    /// Asks for words on the clipboard, and says so.
    pub fn ask_copy(&mut self, words: String, said: &str) {
        self.say(said);
        self.ask(PaneRequest::Copy(words));
    }
}
