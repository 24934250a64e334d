//! Leaving the screen: locked, left, or the line dropped. What is being typed is handed to the store first.

use super::private;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::caseload::Caseload;
use crate::tui::model::unlock::Unlock;
use crate::tui::model::{Layer, Model, Screen};

/// Drafts of the forms that are open, of the walk and of a private note, to be kept.
fn drafts(model: &mut Model) -> Vec<Effect> {
    let forms = model.layers.iter().filter_map(|layer| match layer {
        // What is being saved was kept as a draft before.
        Layer::Form(form) if !form.is_saving => form.as_draft(model.now),
        _ => None,
    });
    let walk = model.walk.as_ref().map(|walk| walk.as_draft(model.now));
    let of_cases: Vec<Effect> = forms.chain(walk).map(Effect::PutDraft).collect();
    of_cases.into_iter().chain(private::keep(model)).collect()
}

/// Locks the screen: the case file, the caseload and what could be undone leave memory; drafts are kept.
pub fn lock(model: &mut Model) -> Vec<Effect> {
    if !model.can_lock {
        model.say("This caseload has no passphrase, so there is nothing to lock.");
        return Vec::new();
    }
    if matches!(model.screen, Screen::Unlock(_)) {
        return Vec::new();
    }
    let mut effects = drafts(model);
    let comes_back_to = model
        .case()
        .and_then(|case| Some((case.file.case.as_ref()?.meta.case, case.tab)));
    model.screen = Screen::Unlock(Unlock {
        comes_back_to,
        was_open: true,
        keeps_draft: !effects.is_empty(),
        ..Unlock::default()
    });
    model.layers.clear();
    model.walk = None;
    model.presenting = false;
    model.caseload = Caseload::default();
    model.drafts.clear();
    model.done.clear();
    model.undone.clear();
    model.pending.clear();
    model.searched.clear();
    model.notice = None;
    effects.push(Effect::Lock);
    effects
}

/// Whether a command would write while the store is locked. It is refused in words.
pub fn refuses(model: &mut Model, command: Command) -> bool {
    let is_refused = command.writes() && matches!(model.screen, Screen::Unlock(_));
    if is_refused {
        model.say("The store is locked. Give the passphrase first.");
    }
    is_refused
}

/// Leaves; asks nothing, because drafts are kept.
pub fn quit(model: &mut Model) -> Vec<Effect> {
    let mut effects = drafts(model);
    effects.push(Effect::Quit);
    effects
}

/// The line dropped: as leaving, with nobody there to see it.
pub fn hang_up(model: &mut Model) -> Vec<Effect> {
    quit(model)
}
