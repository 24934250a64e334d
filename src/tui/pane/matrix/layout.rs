//! Where the parts of the matrix pane stand.

use crate::tui::layout::parts;
use crate::tui::model::case::matrix::Side;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::split::{Alone, Frame, split};

/// Columns that the matrix wants beside its reasons: a name and four cells.
const MATRIX: u16 = 80;

/// The matrix, and why. Over its reasons the matrix takes about two thirds.
pub fn frames(model: &Model, case: &OpenCase) -> (Frame, Frame) {
    let body = parts(model).body;
    let pane = &case.matrix;
    let alone = match (pane.family, pane.whole, pane.side) {
        (true, ..) | (_, true, Side::Matrix) => Some(Alone::First),
        (_, true, Side::Why) => Some(Alone::Second),
        (_, false, _) => None,
    };
    let tall = match pane.side {
        Side::Matrix => body.height * 2 / 3,
        Side::Why => body.height * 2 / 5,
    };
    split(body, alone, MATRIX, tall)
}

/// The columns over which the lines of the matrix are broken: the same whatever has the room beside them, so that the
/// chosen line stays the same line.
pub fn matrix_width(model: &Model) -> u16 {
    model.size.0.min(MATRIX)
}
