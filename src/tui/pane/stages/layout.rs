//! Where the parts of the stages pane stand.

use crate::tui::layout::parts;
use crate::tui::model::case::stages::Side;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::split::{Alone, Frame, split};

/// The list of stages and items, and what is chosen in it. A list over the rest takes somewhat more than half.
pub fn frames(model: &Model, case: &OpenCase) -> (Frame, Frame) {
    let body = parts(model).body;
    let pane = &case.stages;
    let alone = pane.whole.then_some(match pane.side {
        Side::List => Alone::First,
        Side::Detail => Alone::Second,
    });
    let wide = (body.width / 2).min(84);
    split(body, alone, wide, body.height * 11 / 20)
}
