//! A form as a draft: only what was changed since it was opened, so that little is written and what others save
//! meanwhile shows through.

use super::{Around, Form, FormKind};
use crate::record::RecordId;
use crate::store::Draft;
use crate::tui::model::Model;
use crate::tui::model::walk::Walk;
use chrono::{DateTime, Local, Utc};

/// Which form a draft is of: what it adds, or the record that it changes and the revision it started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftOf {
    /// The form.
    pub kind: FormKind,
    /// The record that is changed.
    pub target: Option<(RecordId, u32)>,
}

impl DraftOf {
    /// Reads what [`Form::as_draft`] wrote; `None` for a form that this version does not know.
    pub fn of(draft: &Draft) -> Option<DraftOf> {
        let mut words = draft.kind.split(' ');
        let kind = FormKind::from_key(words.next()?)?;
        let target = match (words.next(), words.next()) {
            (Some(id), Some(base)) => Some((id.parse().ok()?, base.parse().ok()?)),
            _ => None,
        };
        Some(DraftOf { kind, target })
    }

    /// "add an entry".
    pub fn label(self) -> String {
        self.kind.title(self.target.is_some()).to_lowercase()
    }
}

impl Form {
    /// What was changed so far, to be kept with what it is about and what leans on the moment; `None` while nothing was.
    pub fn as_draft(&self, written_at: DateTime<Utc>) -> Option<Draft> {
        let kept = self.fields.iter();
        let is_new = self.target.is_none();
        let kept = kept
            .filter(|field| field.is_changed() || field.words.about || is_new && field.words.leans);
        let fields: Vec<_> = kept
            .map(|field| (field.words.name.clone(), field.input.value()))
            .collect();
        let kind = match self.target {
            None => self.kind.key().to_owned(),
            Some(id) => format!("{} {id} {}", self.kind.key(), self.base),
        };
        // A private note is kept in its book, under another key.
        let is_of_cases = self.kind != FormKind::Private;
        (is_of_cases && self.is_changed()).then_some(Draft {
            id: self.draft,
            case: self.case,
            kind,
            fields,
            written_at,
        })
    }

    /// Whether a draft is of this form: of the same kind, record and case, and about the same.
    pub fn is_of(&self, draft: &Draft) -> bool {
        let same = DraftOf::of(draft)
            .is_some_and(|of| of.kind == self.kind && of.target.map(|(id, _)| id) == self.target);
        let mut about = self.fields.iter().filter(|field| field.words.about);
        same && draft.case == self.case
            && about.all(|field| {
                let mut kept = draft.fields.iter();
                kept.all(|(name, value)| *name != field.words.name || *value == field.input.value())
            })
    }

    /// The form that a draft is of, as it was left. Where the record was saved again meanwhile, what stands there now
    /// is shown under what was typed. `None` for a form that this version does not know, or when the record that it
    /// changes is gone.
    pub fn from_draft(draft: &Draft, around: Around<'_>) -> Option<Form> {
        let DraftOf { kind, target } = DraftOf::of(draft)?;
        if let Some((id, _)) = target {
            around.file.record(id)?;
        }
        let mut form = Form::open(kind, target.map(|(id, _)| id), draft.id, around);
        form.is_kept = true;
        let is_older = target.is_some_and(|(_, base)| base < form.base);
        for (name, value) in &draft.fields {
            let Some(place) = form
                .fields
                .iter()
                .position(|field| field.words.name == *name)
            else {
                continue;
            };
            let Some(field) = form.fields.get_mut(place) else {
                continue;
            };
            if field.takes_keys() && field.was != *value {
                form.at = place;
            }
            if is_older && field.was != *value {
                field.meanwhile = Some(field.input.in_words());
            }
            field.input.set(value);
        }
        Some(form)
    }

    /// Somebody else saved the record while the form was open: what was not touched here follows theirs, what was
    /// touched stays with theirs under it. Gives how many fields differ.
    pub fn meet(&mut self, around: Around<'_>) -> usize {
        let theirs = Form::open(self.kind, self.target, self.draft, around);
        self.base = theirs.base;
        for field in theirs.fields {
            let own = self
                .fields
                .iter_mut()
                .find(|own| own.words.name == field.words.name);
            let Some(own) = own else { continue };
            let (is_changed, differs) = (own.is_changed(), field.was != own.was);
            own.meanwhile = None;
            if !is_changed && differs {
                own.input = field.input;
            } else if differs && field.was != own.input.value() {
                own.meanwhile = Some(field.input.in_words());
            }
            own.was = field.was;
        }
        self.fields
            .iter()
            .filter(|field| field.meanwhile.is_some())
            .count()
    }
}

/// "from 14:02, Prosser and Dąbek, add an entry".
pub fn describe(model: &Model, draft: &Draft) -> String {
    let cases = model.caseload.cases.iter().flatten();
    let family = cases
        .filter(|line| Some(line.case) == draft.case)
        .map(|line| line.name.as_str())
        .next();
    let what = match Walk::from_draft(draft) {
        Some(walk) => format!("a walk, at family {} of {}", walk.at + 1, walk.cases.len()),
        None => DraftOf::of(draft)
            .map_or_else(|| "a form of a newer version".to_owned(), DraftOf::label),
    };
    let parts = [
        Some(at_time(model, draft.written_at)),
        family.map(str::to_owned),
        Some(what),
    ];
    format!(
        "from {}",
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    )
}

/// The time today, else the day and the time.
pub fn at_time(model: &Model, at: DateTime<Utc>) -> String {
    let at = at.with_timezone(&Local);
    match at.date_naive() == model.today {
        true => at.format("%H:%M").to_string(),
        false => at.format("%-d %b %H:%M").to_string(),
    }
}
