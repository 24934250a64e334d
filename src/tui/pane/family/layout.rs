//! Where the parts of the family pane stand.

use crate::tui::layout::parts;
use crate::tui::model::case::family::Part;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::split::{Alone, Frame, split};

/// The list of people and the chosen person. A list over the person takes what it needs, less than half.
pub fn frames(model: &Model, case: &OpenCase) -> (Frame, Frame) {
    let body = parts(model).body;
    let pane = &case.family;
    let alone = pane.whole.then_some(match pane.part {
        Part::People => Alone::First,
        Part::Detail => Alone::Second,
    });
    let wanted = u16::try_from(pane.people.len() + 1).unwrap_or(body.height);
    let tall = wanted.max(2).min(body.height * 2 / 5);
    split(body, alone, (body.width * 2 / 5).min(60), tall)
}
