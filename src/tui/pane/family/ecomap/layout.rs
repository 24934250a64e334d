//! Where the parts of the ecomap stand: the drawing with its key, and the words.

use crate::tui::layout::parts;
use crate::tui::model::case::ecomap::Part;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::ecomap::key;
use crate::tui::widget::split::{Alone, Frame, split};
use ratatui::layout::Rect;

/// Rows that the words want under the drawing.
const WORDS: u16 = 7;

/// The parts of the ecomap.
#[derive(Clone, Copy, Debug)]
pub struct Frames {
    /// The drawing under its heading.
    pub drawing: Frame,
    /// What its lines mean.
    pub key: Rect,
    /// The words under their heading.
    pub words: Frame,
}

/// Where they stand. The key is there whenever the drawing is.
pub fn frames(model: &Model, case: &OpenCase) -> Frames {
    let body = parts(model).body;
    let pane = &case.family.ecomap;
    let alone = pane.whole.then_some(match pane.part {
        Part::Drawing => Alone::First,
        Part::Words => Alone::Second,
    });
    let tall = match pane.part {
        Part::Drawing => body.height.saturating_sub(WORDS),
        Part::Words => body.height / 2,
    };
    let (mut drawing, words) = split(body, alone, body.width * 3 / 5, tall.max(body.height / 2));
    let width = usize::from(drawing.rows.width.saturating_sub(2));
    let lines = key(&model.look, width).len();
    let lines = u16::try_from(lines).unwrap_or(1).min(drawing.rows.height);
    drawing.rows.height -= lines;
    let key = Rect {
        y: drawing.rows.y + drawing.rows.height,
        height: lines,
        ..drawing.rows
    };
    Frames {
        drawing,
        key,
        words,
    }
}
