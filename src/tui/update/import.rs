//! Bringing files in: paths typed, the plan asked for, previewed, accepted or left.

use super::saving;
use crate::exchange::import::ImportPlan;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, ImportAsked, Planned};
use crate::tui::input::TextField;
use crate::tui::layout;
use crate::tui::model::import::{
    FACTORS, FAMILY, FIELDS, FILES, GOALS, ImportPane, PEOPLE, PLACEMENTS, Stage, ZONES, lines,
    paths,
};
use crate::tui::model::list::Place;
use crate::tui::model::next::SavePurpose;
use crate::tui::model::{Layer, Model};

/// Asks for files: for the open case, or for a family to be named.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let case = model
        .case()
        .and_then(|case| Some((case.file.id()?, case.file.name().to_owned())));
    model
        .layers
        .push(Layer::Import(Box::new(ImportPane::new(case))));
    Vec::new()
}

/// Does what a command asks of the import.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = layout::import_rows(model);
    let Some(Layer::Import(pane)) = model.layers.last_mut() else {
        return Vec::new();
    };
    match (&pane.stage, command) {
        (Stage::Asking, Command::FieldNext) => return next(model),
        (Stage::Asking, Command::FieldPrevious) => {
            let first = if pane.case.is_some() { FILES } else { FAMILY };
            pane.focus = pane.focus.saturating_sub(1).max(first);
        }
        (Stage::Asking, Command::FormSave) => return plan(model),
        (Stage::Preview(_), Command::ImportAccept) => return accept(model),
        (Stage::Preview(_), command) => {
            pane.place.go(command, pane.lines.len(), rows);
        }
        _ => {}
    }
    Vec::new()
}

/// Completes the path at the end of the field; goes on when there is nothing to add.
fn next(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Import(pane)) = model.layers.last_mut() else {
        return Vec::new();
    };
    let typed = pane.typed(pane.focus);
    let word = last_word(&typed).to_owned();
    let is_new = pane.completed.as_ref() != Some(&word);
    if pane.focus != FAMILY && !word.is_empty() && is_new {
        pane.completed = Some(word.clone());
        return vec![Effect::CompletePath(word)];
    }
    forward(model)
}

fn forward(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Import(pane)) = model.layers.last_mut() else {
        return Vec::new();
    };
    if pane.focus + 1 < FIELDS.len() {
        pane.focus += 1;
        return Vec::new();
    }
    plan(model)
}

/// The word at the end of a line, without its opening quote.
fn last_word(typed: &str) -> &str {
    let quoted = typed.matches('"').count() % 2 == 1;
    let at = if quoted {
        typed.rfind('"')
    } else {
        typed.rfind(' ')
    };
    let word = at.map_or(typed, |at| typed.get(at + 1..).unwrap_or_default());
    if word.ends_with('"') { "" } else { word }
}

/// The paths that begin with what was typed: the letters that they share go in, several are named.
pub fn completed(model: &mut Model, word: &str, paths: &[String]) -> Vec<Effect> {
    let Some(Layer::Import(pane)) = model.layers.last_mut() else {
        return Vec::new();
    };
    let typed = pane.typed(pane.focus);
    if last_word(&typed) != word {
        return Vec::new();
    }
    let shared = shared_beginning(paths);
    let names = |paths: &[String]| {
        let name = |path: &String| {
            path.trim_end_matches('/')
                .rsplit('/')
                .next()
                .map(str::to_owned)
        };
        paths.iter().filter_map(name).collect::<Vec<_>>().join("  ")
    };
    if shared.len() > word.len() {
        let kept = typed.get(..typed.len() - word.len()).unwrap_or_default();
        let open = kept.ends_with('"');
        let quote = if shared.contains(' ') && !open {
            "\""
        } else {
            ""
        };
        *pane.line_mut() = TextField::line(&format!("{kept}{quote}{shared}"));
        // One file is all that was meant; the key goes on from there.
        let whole = paths.len() == 1 && !shared.ends_with('/');
        pane.completed = whole.then_some(shared);
        return Vec::new();
    }
    match paths.len() {
        0 | 1 => forward(model),
        _ => {
            let names = names(paths);
            model.say(names);
            Vec::new()
        }
    }
}

fn shared_beginning(paths: &[String]) -> String {
    let mut shared = paths.first().cloned().unwrap_or_default();
    for path in paths {
        while !path.starts_with(&shared) {
            shared.pop();
        }
    }
    shared
}

/// Asks for the plan.
fn plan(model: &mut Model) -> Vec<Effect> {
    let today = model.today;
    let Some(Layer::Import(pane)) = model.layers.last_mut() else {
        return Vec::new();
    };
    let one = |field: usize| paths(&pane.typed(field)).into_iter().next();
    let asked = ImportAsked {
        case: pane.case,
        family: pane.typed(FAMILY).trim().to_owned(),
        chronologies: paths(&pane.typed(FILES)),
        people: one(PEOPLE),
        placements: one(PLACEMENTS),
        factors: paths(&pane.typed(FACTORS)),
        zones: paths(&pane.typed(ZONES)),
        goals: paths(&pane.typed(GOALS)),
        today,
    };
    let missing = match &asked {
        asked if asked.family.is_empty() => Some((FAMILY, "Say which family the files are about.")),
        asked
            if asked.chronologies.is_empty()
                && asked.people.is_none()
                && asked.placements.is_none()
                && asked.factors.is_empty()
                && asked.zones.is_empty()
                && asked.goals.is_empty() =>
        {
            Some((FILES, "Name at least one file."))
        }
        _ => None,
    };
    if let Some((field, words)) = missing {
        pane.focus = field;
        model.say_fault(words);
        return Vec::new();
    }
    pane.refused = None;
    pane.stage = Stage::Reading;
    vec![Effect::PlanImport(Box::new(asked))]
}

/// The plan is there, or words on why not.
pub fn planned(model: &mut Model, planned: Result<Box<Planned>, String>) {
    let Some(Layer::Import(pane)) = model.layers.last_mut() else {
        return;
    };
    if !matches!(pane.stage, Stage::Reading) {
        return;
    }
    model.notice = None;
    match planned {
        Ok(planned) => {
            pane.lines = lines(&planned);
            pane.place = Place::default();
            pane.stage = Stage::Preview(planned);
        }
        Err(words) => {
            pane.refused = Some(words);
            pane.stage = Stage::Asking;
        }
    }
}

/// Brings everything in as one change, so that one key takes it back.
fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Import(pane)) = model.layers.pop() else {
        return Vec::new();
    };
    let Stage::Preview(planned) = pane.stage else {
        return Vec::new();
    };
    if planned.plan.writes.is_empty() {
        model.say("These files bring nothing that is not here already. Nothing was changed.");
        return Vec::new();
    }
    let Planned { plan, existing } = *planned;
    let (label, purpose) = (ImportPlan::LABEL, SavePurpose::Command);
    vec![
        saving::save(model, existing, plan.case, label, plan.writes, purpose),
        Effect::KeepMapping(plan.mapping),
    ]
}
