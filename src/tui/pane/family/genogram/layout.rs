//! Where the drawing of a genogram and what stands beside it are.

use crate::tui::layout::parts;
use crate::tui::model::case::family::genogram::Part;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::split::{Alone, Frame, split};

/// The drawing, and the words or the list of lines.
pub fn frames(model: &Model, case: &OpenCase) -> (Frame, Frame) {
    let body = parts(model).body;
    let pane = &case.family.genogram;
    let alone = pane.whole.then_some(match pane.part {
        Part::Drawing => Alone::First,
        Part::Words | Part::Lines => Alone::Second,
    });
    let tall = match pane.part {
        Part::Drawing => body.height.saturating_sub(6),
        Part::Words | Part::Lines => body.height / 2,
    };
    split(body, alone, body.width * 2 / 3, tall)
}
