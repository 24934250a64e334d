//! A form: fields to fill, autosaved as a draft, saved by one key.
//!
//! What stands in a field is a text by the field's name: so a draft is those texts, a conflict is two of them side by
//! side, and each kind of record ([`kinds`]) says how its fields and its record become one another.

mod answers;
pub mod choice;
pub mod drafts;
pub mod field;
pub mod kinds;
mod record_form;
pub mod wording;

use super::walk::Walk;
use crate::insight::duplicates::Pair;
use crate::insight::thinking::Offer;
use crate::practice::factors::Factor;
use crate::practice::stages::{Part, StageItem};
use crate::record::{Body, CaseFile, CaseId, RecordId};
use chrono::{DateTime, NaiveDate, Utc};

pub use choice::{Choice, Choosable, Layout};
pub use field::{Field, Input};
pub use kinds::FormKind;

/// What a form needs to know of the case around it.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The case; an empty one while a family is being added.
    pub file: &'a CaseFile,
    /// The day that the program works on: "yesterday" leans on it.
    pub today: NaiveDate,
    /// The child who is looked at: a new home or legal status begins with this child chosen.
    pub child: Option<RecordId>,
    /// Accounts of different entries that are offered as one event.
    pub offered: &'a [Pair],
    /// The item of the stages that is chosen.
    pub item: Option<&'static StageItem>,
    /// The part that is chosen, or for which that item asks.
    pub part: Option<&'static Part>,
    /// The factor that is chosen.
    pub factor: Option<&'static Factor>,
    /// The record that is chosen in the pane and that something new may belong to: the goal of a review, the challenge that
    /// a support helps with.
    pub beside: Option<RecordId>,
    /// What the chronology offers to be curious about, when that was taken.
    pub offer: Option<&'a Offer>,
    /// The record that is being changed; `None` while one is added.
    pub target: Option<RecordId>,
    /// The walk in which a new record begins, for what was noted in it and who takes part.
    pub walk: Option<&'a Walk>,
    /// The session that a walk is going to record: what is taken on and decided meanwhile belongs to it.
    pub session: Option<RecordId>,
    /// What a new visit or formal step is to be, by its id.
    pub occasion: Option<&'a str>,
    /// The column of the table of factors for which a finding is added.
    pub column: Option<usize>,
}

impl<'a> Around<'a> {
    /// The same, with what is offered as one event, and what there is to be curious about: a form that is opened anew asks
    /// about it.
    pub fn offering(self, offered: &'a [Pair], offer: Option<&'a Offer>) -> Around<'a> {
        Around {
            offered,
            offer,
            ..self
        }
    }

    /// The same, in a walk, with the record that its chosen line is about.
    pub fn walking(self, walk: Option<&'a Walk>, beside: Option<RecordId>) -> Around<'a> {
        Around {
            walk,
            beside: beside.or(self.beside),
            ..self
        }
    }

    /// The same, for a visit or formal step of a kind.
    pub fn meeting(self, occasion: Option<&'a str>) -> Around<'a> {
        Around { occasion, ..self }
    }
}

/// Why a form cannot be saved as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field that it is about.
    pub field: String,
    /// What is needed, in words.
    pub words: String,
}

impl Refusal {
    /// A field with what it needs.
    pub fn new(field: impl Into<String>, words: impl Into<String>) -> Refusal {
        Refusal {
            field: field.into(),
            words: words.into(),
        }
    }
}

/// A form being filled.
#[derive(Debug)]
pub struct Form {
    /// What is being written.
    pub kind: FormKind,
    /// The record that is being changed; `None` while one is added.
    pub target: Option<RecordId>,
    /// The revision of that record that the form started from; 0 for a new one.
    pub base: u32,
    /// The case that it belongs to; `None` while a family is added.
    pub case: Option<CaseId>,
    /// The draft that keeps what is typed.
    pub draft: RecordId,
    /// The fields in their order.
    pub fields: Vec<Field>,
    /// The field that keys go to.
    pub at: usize,
    /// The first row that is seen.
    pub top: usize,
    /// When what was typed last must be kept as a draft; `None` while all of it is.
    pub keep_by: Option<DateTime<Utc>>,
    /// Whether the store holds a draft of it.
    pub is_kept: bool,
    /// Whether it is being saved.
    pub is_saving: bool,
    /// What stands in the way of saving: the field and the words under it.
    pub refusal: Option<Refusal>,
    /// Whether throwing it away was asked for once.
    pub asked_to_drop: bool,
}

impl Form {
    /// A form for a record of the case, or for a new one.
    pub fn open(
        kind: impl Into<FormKind>,
        target: Option<RecordId>,
        draft: RecordId,
        around: Around<'_>,
    ) -> Form {
        let kind = kind.into();
        let record = target.and_then(|id| around.file.record(id));
        let body = record.as_ref().map(|record| &record.body);
        let mut form = Form {
            kind,
            target,
            base: record.as_ref().map_or(0, |record| record.meta.revision),
            case: around.file.id(),
            draft,
            fields: record_form::fields(kind, body, Around { target, ..around }),
            at: 0,
            top: 0,
            keep_by: None,
            is_kept: false,
            is_saving: false,
            refusal: None,
            asked_to_drop: false,
        };
        form.at = form.fields.iter().position(Field::takes_keys).unwrap_or(0);
        form
    }

    /// What it is, for the title line: "Add an entry".
    pub fn title(&self) -> String {
        self.kind.title(self.target.is_some())
    }

    /// What a change that saves it is called: "add an entry". Without case content.
    pub fn label(&self) -> String {
        self.title().to_lowercase()
    }

    /// The field that keys go to.
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    /// The field that keys go to, to be changed.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }

    /// Goes to the next field that takes keys, or the one before; around the ends. Gives whether leaving the field
    /// changed it.
    pub fn step(&mut self, forward: bool) -> bool {
        let changed = self.leave_field();
        let count = self.fields.len();
        for _ in 0..count {
            self.at = if forward {
                self.at + 1
            } else {
                self.at + count.saturating_sub(1)
            } % count.max(1);
            if self.field().is_some_and(Field::takes_keys) {
                break;
            }
        }
        changed
    }

    /// Goes to a field by its name.
    pub fn go_to(&mut self, name: &str) {
        self.leave_field();
        self.at = self
            .fields
            .iter()
            .position(|field| field.words.name == name)
            .unwrap_or(self.at);
    }

    /// Puts a value into a field of a name, where the form has it.
    pub fn put(&mut self, name: &str, value: &str) {
        let mut fields = self.fields.iter_mut();
        if let Some(field) = fields.find(|field| field.words.name == name) {
            field.input.set(value);
        }
    }

    /// Ends what was begun in the field that keys stand in, before saving; what it still needs to be clear.
    pub fn unclear(&mut self) -> Option<Refusal> {
        let field = self.field()?;
        if let Input::Choice(choice) = &field.input
            && choice.is_unclear()
        {
            return Some(Refusal::new(
                field.words.name.clone(),
                format!(
                    "\u{201c}{}\u{201d} finds more than one. Go to the one you mean and tick it with enter, or take the letters back.",
                    choice.typed
                ),
            ));
        }
        self.leave_field();
        None
    }

    /// Ends what was begun in the field that keys stand in. Gives whether that changed it.
    pub fn leave_field(&mut self) -> bool {
        match self.field_mut().map(|field| &mut field.input) {
            Some(Input::Choice(choice)) => choice.leave(),
            _ => false,
        }
    }

    /// Whether anything was typed or chosen since the form was opened.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// What the record becomes; or what it still needs.
    ///
    /// # Errors
    /// The first field that keeps it from being saved.
    pub fn body(
        &self,
        around: Around<'_>,
        mint: &mut crate::record::Mint,
    ) -> Result<Body, Refusal> {
        let was = self
            .target
            .and_then(|id| around.file.record(id))
            .map(|record| record.body);
        let around = Around {
            target: self.target,
            ..around
        };
        record_form::body(self, was, around, mint)
    }
}

#[cfg(test)]
mod tests;
