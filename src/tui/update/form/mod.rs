//! Forms: opened, typed into, left. Every change to a field asks for its draft to be kept.

pub mod drafts;
pub mod save;

use super::{Effect, saving};
use crate::insight::duplicates::Pair;
use crate::insight::thinking::Offer;
use crate::record::{Body, CaseFile, Quadrant, RecordId, RecordKind, WordingKept, Write};
use crate::tui::command::Command;
use crate::tui::input::{Key, KeyName, Took};
use crate::tui::layout::form::page::{page, text_width};
use crate::tui::layout::form::rows_seen;
use crate::tui::layout::form_rows;
use crate::tui::model::case::chronology::Findings;
use crate::tui::model::form::wording::flagged;
use crate::tui::model::form::{Form, FormKind, Input, Layout};
use crate::tui::model::request::FormRequest;
use crate::tui::model::walk::Walk;
use crate::tui::model::{Layer, Model, Tab};
use std::sync::Arc;

/// What is said when somebody goes on in a form, or leaves it, before its save has ended.
pub const BEING_SAVED: &str = "This is being saved; it closes once it is on the disk.";

/// The form that keys go to.
pub fn on_top(model: &Model) -> Option<&Form> {
    match model.layers.last() {
        Some(Layer::Form(form)) => Some(form),
        Some(Layer::Private(pane)) => pane.form(),
        _ => None,
    }
}

/// The case that a form writes to: the open one as it is today, or an empty one for a new family.
fn file_around(model: &Model) -> Arc<CaseFile> {
    model
        .case()
        .map_or_else(Arc::default, |case| Arc::clone(&case.file))
}

/// What was found out about the open case, as soon as it was.
fn findings_around(model: &Model) -> Option<Arc<Findings>> {
    let case = model.case()?;
    case.chronology.findings_of(&case.file)
}

/// The entries that are offered as one event.
fn pairs(findings: Option<&Findings>) -> &[Pair] {
    findings.map_or(&[], |findings| &findings.offered)
}

/// What the chronology offers to be curious about, where that is chosen.
fn offer_around(model: &Model) -> Option<Offer> {
    let case = model.case().filter(|case| case.tab == Tab::Analysis)?;
    case.analysis.chosen_offer().cloned()
}

/// Opens a form for a record, or for a new one. A draft of the same form comes back in it.
pub fn open(model: &mut Model, kind: FormKind, target: Option<RecordId>) -> Vec<Effect> {
    open_with(model, kind, target, &Begins::default())
}

/// Opens the form that a pane asked for.
pub fn requested(model: &mut Model, asked: FormRequest) -> Vec<Effect> {
    let begins = Begins {
        beside: asked.beside,
        occasion: asked.occasion.as_deref(),
        ..Begins::default()
    };
    let effects = open_with(model, asked.kind, asked.target, &begins);
    if let Some(form) = model.form_mut() {
        for (field, words) in &asked.puts {
            form.put(field, words);
        }
        for (field, words) in &asked.fills {
            if form.text(field).is_empty() {
                form.put(field, words);
            }
        }
        if let Some(field) = asked.at {
            form.go_to(field);
        }
    }
    keep_seen(model);
    effects
}

/// Opens a form in the walk that is seen: what was noted begins the record of the session, and who sits in it is known.
pub fn open_in_walk(model: &mut Model, kind: FormKind, beside: Option<RecordId>) -> Vec<Effect> {
    let begins = Begins {
        beside,
        in_walk: true,
        ..Begins::default()
    };
    let effects = open_with(model, kind, None, &begins);
    let noted = model.walk_seen().map(Walk::noted);
    let form = model.form_mut();
    if let (Some(noted), Some(form), FormKind::Record(RecordKind::Supervision)) =
        (noted, form, kind)
    {
        // A draft of the record may be older than the last note.
        for (quadrant, words) in noted {
            form.put(&quadrant.word().to_lowercase(), words.trim());
        }
        let open = IN_WALK.iter().find(|name| form.text(name).is_empty());
        form.go_to(open.unwrap_or(&"on"));
    }
    keep_seen(model);
    effects
}

/// What the form of a session is opened at when it is the end of a walk: the first of these in which nothing stands.
const IN_WALK: [&str; 4] = ["worker", "supervisor", "analysis", "next_on"];

/// What a new record begins with, beside what the pane tells.
#[derive(Clone, Copy, Default)]
struct Begins<'a> {
    /// The record that it belongs to.
    beside: Option<RecordId>,
    /// The kind of a visit or formal step.
    occasion: Option<&'a str>,
    /// Whether it begins in the walk.
    in_walk: bool,
}

fn open_with(
    model: &mut Model,
    kind: FormKind,
    target: Option<RecordId>,
    begins: &Begins<'_>,
) -> Vec<Effect> {
    if kind != FormKind::Record(RecordKind::Case) && model.case().is_none() {
        model.say("Open a case first.");
        return Vec::new();
    }
    let case = model
        .case()
        .and_then(|case| case.file.id())
        .filter(|_| kind != FormKind::Record(RecordKind::Case) || target.is_some());
    let file = match case {
        Some(_) => file_around(model),
        None => Arc::default(),
    };
    let draft = model.mint.next_id();
    let findings = findings_around(model);
    let offer = offer_around(model);
    let walk = model.walk_seen().filter(|_| begins.in_walk);
    let around = model
        .around(&file)
        .offering(pairs(findings.as_deref()), offer.as_ref())
        .walking(walk, begins.beside)
        .meeting(begins.occasion);
    let form = Form::open(kind, target, draft, around);
    match drafts::of_form(model, &form) {
        Some(draft) => drafts::bring_back(model, &draft),
        None => {
            show(model, form);
            Vec::new()
        }
    }
}

fn show(model: &mut Model, form: Form) {
    model.layers.push(Layer::Form(Box::new(form)));
    keep_seen(model);
}

/// Takes a key into the field, before the keymap is asked (keys that write and move in a text) or, `late`, after it
/// (keys with ctrl that no command wants). `None` when the field has no use for it.
pub fn key(model: &mut Model, key: Key, late: bool) -> Option<Vec<Effect>> {
    on_top(model)?;
    let width = text_width(model.size.0);
    let form = model.form_mut()?;
    if form.is_saving {
        model.say(BEING_SAVED);
        // Keys that leave the program still do.
        return key.typed().map(|_| Vec::new());
    }
    if !late && (key.ctrl || key.alt) {
        return None;
    }
    let took = match &mut form.field_mut()?.input {
        Input::Text(text) | Input::Date(text) => text.edit(key, width),
        Input::Choice(choice) => match key.name {
            // While a name is being typed, a blank goes on to the next word and enter takes what is found.
            KeyName::Char(' ') if choice.many && choice.typed.is_empty() => changed(choice.tick()),
            KeyName::Enter if choice.many && !choice.typed.is_empty() => changed(choice.tick()),
            KeyName::Char(_) => key
                .typed()
                .map_or(Took::Nothing, |letter| changed(choice.type_letter(letter))),
            KeyName::Backspace => changed(choice.erase()),
            KeyName::Down if choice.layout == Layout::List => changed(choice.step(true)),
            KeyName::Up if choice.layout == Layout::List => changed(choice.step(false)),
            _ => Took::Nothing,
        },
        Input::Shown(_) => Took::Nothing,
    };
    if took == Took::Nothing {
        // A letter is never a command in a form, even where it finds nothing.
        return key.typed().map(|_| Vec::new());
    }
    Some(touched(model, took))
}

fn changed(done: bool) -> Took {
    if done { Took::Changed } else { Took::Nothing }
}

/// Takes text pasted in one piece.
pub fn paste(model: &mut Model, words: &str) -> Vec<Effect> {
    let Some(form) = model.form_mut().filter(|form| !form.is_saving) else {
        return Vec::new();
    };
    let took = match form.field_mut().map(|field| &mut field.input) {
        Some(Input::Text(text) | Input::Date(text)) => text.insert(words),
        _ => {
            model.say("Nothing was pasted: this field is chosen, not written.");
            return Vec::new();
        }
    };
    touched(model, took)
}

/// After a key: the caret is on the screen, and what was typed is on its way to the disk.
fn touched(model: &mut Model, took: Took) -> Vec<Effect> {
    keep_seen(model);
    let now = model.now;
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    form.asked_to_drop = false;
    if took == Took::Changed {
        form.refusal = None;
        form.keep_by.get_or_insert(now + drafts::SOON);
    }
    drafts::keep_due(model)
}

/// Does a form's command.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(form) = model.form_mut().filter(|form| !form.is_saving) else {
        return Vec::new();
    };
    match command {
        Command::FieldNext | Command::FieldPrevious => {
            let took = match form.step(command == Command::FieldNext) {
                true => Took::Changed,
                false => Took::Moved,
            };
            return touched(model, took);
        }
        Command::ChoiceNext | Command::ChoicePrevious => {
            if let Some(Input::Choice(choice)) = form.field_mut().map(|field| &mut field.input) {
                let took = changed(choice.step(command == Command::ChoiceNext));
                return touched(model, took);
            }
        }
        Command::FormSave => return save::save(model),
        Command::FieldEditor => return editor(model),
        Command::WordingKeep => return keep_wording(model),
        Command::DraftDrop => return drafts::throw_away(model),
        _ => {}
    }
    touched(model, Took::Moved)
}

/// Keeps the first phrase of the field that is asked about: it stays as it is and is not asked about again in this case.
fn keep_wording(model: &mut Model) -> Vec<Effect> {
    let file = file_around(model);
    let form = on_top(model);
    let flagged = form.and_then(|form| flagged(form, form.field()?, &file));
    let first = flagged.and_then(|(text, flags)| Some((flags.first()?.clone(), text)));
    let Some((flag, text)) = first else {
        model.say("No wording is asked about in this field.");
        return Vec::new();
    };
    if file.id().is_none() {
        model.say("A wording is kept in a case; save the family first.");
        return Vec::new();
    }
    let kept = WordingKept {
        rule: flag.rule.id.clone(),
        phrase: flag.key(&text),
        why: String::new(),
    };
    let id = model.mint.next_id();
    let writes = vec![Write::Put(id, Box::new(Body::WordingKept(kept)))];
    saving::save_in_case(model, "keep a wording", writes)
}

/// Hands the text of a field to the user's own editor. What is typed so far is kept first.
fn editor(model: &mut Model) -> Vec<Effect> {
    let text = on_top(model)
        .and_then(Form::field)
        .and_then(|field| match &field.input {
            Input::Text(text) if text.is_long() => Some(text.text()),
            _ => None,
        });
    let Some(text) = text else {
        model.say("The editor is for long texts; this field is short.");
        return Vec::new();
    };
    let mut effects = drafts::keep_now(model);
    effects.push(Effect::Editor(text));
    effects
}

/// The editor came back.
pub fn edited(model: &mut Model, text: Result<String, String>) -> Vec<Effect> {
    let text = match text {
        Ok(text) => text,
        Err(words) => {
            model.say_fault(words);
            return Vec::new();
        }
    };
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    if let Some(Input::Text(field)) = form.field_mut().map(|field| &mut field.input) {
        // Editors end a file with a line end of their own.
        field.replace(text.strip_suffix('\n').unwrap_or(&text));
    }
    touched(model, Took::Changed)
}

/// Leaves the form; what was typed stays as a draft. A form that is being saved closes once it is, or stays.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    if on_top(model).is_some_and(|form| form.is_saving) {
        model.say(BEING_SAVED);
        return Vec::new();
    }
    let is_changed = on_top(model).is_some_and(Form::is_changed);
    take_back_notes(model);
    let effects = drafts::keep_now(model);
    model.layers.pop();
    if is_changed {
        let here = model
            .keymap
            .keys_for(&[crate::tui::command::Scope::Caseload], Command::DraftOpen);
        let key = here
            .first()
            .map_or_else(String::new, |key| format!(", or {key} on the caseload"));
        model.say(format!(
            "Kept as a draft. Open the form again{key}, to go on."
        ));
    }
    effects
}

/// What was written into the record at the end of a walk goes back into its notes, so that the two never differ.
fn take_back_notes(model: &mut Model) {
    let noted = on_top(model)
        .filter(|form| {
            form.kind == FormKind::Record(RecordKind::Supervision) && form.target.is_none()
        })
        .map(|form| Quadrant::ALL.map(|quadrant| form.text(&quadrant.word().to_lowercase())));
    if model.walk_seen().is_none() {
        return;
    }
    let (Some(noted), Some(walk)) = (noted, &mut model.walk) else {
        return;
    };
    for (quadrant, words) in Quadrant::ALL.into_iter().zip(noted) {
        if let Some(field) = walk.field_mut(quadrant) {
            field.replace(&words);
        }
    }
    walk.keep_by = Some(model.now);
}

/// Scrolls so that the field that keys go to is seen, its caret in any case.
pub fn keep_seen(model: &mut Model) {
    let seen = rows_seen(form_rows(model));
    let Some(form) = model.form() else {
        return;
    };
    let file = file_around(model);
    let (width, ascii) = (text_width(model.size.0), model.look.ascii);
    let page = page(form, model.around(&file), width, ascii);
    let Some(form) = model.form_mut() else {
        return;
    };
    let caret = page.caret.0;
    if page.field.len() <= seen {
        form.top = form
            .top
            .min(page.field.start)
            .max(page.field.end.saturating_sub(seen));
    }
    form.top = form.top.min(caret).max((caret + 1).saturating_sub(seen));
    form.top = form.top.min(page.rows.len().saturating_sub(seen));
}
