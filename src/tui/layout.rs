//! Where the parts of every screen stand: one function of the size, asked by the views and by `update`.

pub mod form;
pub mod walk;

use super::model::{Layer, Model, Screen};
use ratatui::layout::Rect;

/// The smallest screen on which panes are drawn, in columns and rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// From this size on, panes stand side by side.
pub const WIDE: (u16, u16) = (120, 30);

/// The parts of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Says where you are.
    pub title: Rect,
    /// The tabs of a case; no rows where there is none.
    pub tabs: Rect,
    /// What the screen is about.
    pub body: Rect,
    /// The keys that matter here, or what there is to say.
    pub hint: Rect,
}

impl Parts {
    /// The parts, kept inside an area: the terminal may already be smaller than the model knows.
    pub fn inside(self, area: Rect) -> Parts {
        Parts {
            title: self.title.intersection(area),
            tabs: self.tabs.intersection(area),
            body: self.body.intersection(area),
            hint: self.hint.intersection(area),
        }
    }
}

/// The parts of the model's screen.
pub fn parts(model: &Model) -> Parts {
    let (columns, rows) = model.size;
    let has_tabs = matches!(model.screen, Screen::Case(_))
        && !matches!(
            model.layers.last(),
            Some(Layer::Form(_) | Layer::Private(_))
        );
    let tabs = u16::from(has_tabs).min(rows.saturating_sub(2));
    let above = 1 + tabs;
    let below = u16::from(rows > 1);
    Parts {
        title: Rect::new(0, 0, columns, rows.min(1)),
        tabs: Rect::new(0, 1.min(rows), columns, tabs),
        body: Rect::new(
            0,
            above.min(rows),
            columns,
            rows.saturating_sub(above + below),
        ),
        hint: Rect::new(0, rows.saturating_sub(below), columns, below),
    }
}

/// Whether panes are drawn at all.
pub fn is_large_enough(size: (u16, u16)) -> bool {
    size.0 >= SMALLEST.0 && size.1 >= SMALLEST.1
}

/// Whether panes stand side by side.
pub fn is_wide(size: (u16, u16)) -> bool {
    size.0 >= WIDE.0 && size.1 >= WIDE.1
}

/// Rows over private notes, which say that they are kept apart.
pub const PRIVATE_HEAD: u16 = 2;

/// How many notes of a book are seen.
pub fn private_rows(model: &Model) -> usize {
    usize::from(parts(model).body.height.saturating_sub(PRIVATE_HEAD + 1))
}

/// The rows that a form has, its foot included.
pub fn form_rows(model: &Model) -> u16 {
    let body = parts(model).body.height;
    match model.layers.last() {
        Some(Layer::Private(_)) => body.saturating_sub(PRIVATE_HEAD),
        _ => body,
    }
}

/// How many commands the palette shows above its line.
pub fn palette_rows(model: &Model) -> usize {
    usize::from(parts(model).body.height.clamp(1, 12))
}

/// How many rows a search shows under its heading.
pub fn search_rows(model: &Model) -> usize {
    usize::from(parts(model).body.height.saturating_sub(1))
}

/// How many lines over the preview of an import tell of its files.
pub fn import_summary(model: &Model) -> usize {
    usize::from(parts(model).body.height / 3).clamp(1, 6)
}

/// How many rows the preview of an import shows, between its summary and the chosen row in full.
pub fn import_rows(model: &Model) -> usize {
    let room = usize::from(parts(model).body.height).saturating_sub(1 + import_summary(model));
    room.saturating_sub((room / 2).min(8)).max(1)
}

/// How many rows the caseload shows, between its heading and the line on how it is sorted.
pub fn caseload_rows(model: &Model) -> usize {
    usize::from(parts(model).body.height.saturating_sub(2))
}
