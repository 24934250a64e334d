//! Drawing: every view is a function of the model.
//!
//! Every screen has a title line that says where you are, the body, and one hint line. Below 60x16 the program says
//! so and keeps its state.

mod caseload;
mod drafts;
pub mod form;
pub mod help;
mod hint;
pub mod import;
mod notice;
mod palette;
mod present;
mod private;
mod search;
mod small;
mod tabs;
mod title;
mod unlock;
pub mod walk;

use super::layout::{self, parts};
use super::model::{Layer, Model, Screen};
use super::pane;
use ratatui::Frame;

/// Draws one frame.
pub fn draw(model: &Model, frame: &mut Frame) {
    if !layout::is_large_enough(model.size) {
        return small::draw(model, frame);
    }
    let parts = parts(model).inside(frame.area());
    title::draw(model, frame, parts.title);
    if let Some(shown) = model.notices.shown() {
        return notice::draw(model, shown, frame, &parts);
    }
    match model.walk_seen() {
        Some(walk) => walk::steps(model, walk, frame, parts.tabs),
        None => tabs::draw(model, frame, parts.tabs),
    }
    match (model.layers.last(), &model.screen) {
        (Some(Layer::Help(help)), _) => help::draw(model, help, frame, parts.body),
        (Some(Layer::Form(form)), _) => form::draw(model, form, frame, parts.body),
        (Some(Layer::Search(search)), _) => search::draw(model, search, frame, parts.body),
        (Some(Layer::Import(pane)), _) => import::draw(model, pane, frame, parts.body),
        (Some(Layer::Private(pane)), _) => private::draw(model, pane, frame, parts.body),
        (Some(Layer::Drafts(place)), _) => drafts::draw(model, *place, frame, parts.body),
        (_, Screen::Unlock(unlock)) => unlock::draw(model, unlock, frame, parts.body),
        (_, Screen::Caseload) => caseload::draw(model, frame, parts.body),
        (_, Screen::Case(case)) => match model.walk_seen() {
            Some(walk) => walk::draw(model, walk, frame),
            None => pane::of(case.tab).draw(model, case, frame),
        },
    }
    if let Some(Layer::Palette(found)) = model.layers.last() {
        palette::draw(model, found, frame, parts.body);
    }
    hint::draw(model, frame, parts.hint);
}
