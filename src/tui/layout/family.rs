//! Where the parts of the family pane stand.

use super::parts;
use crate::tui::model::family::{FamilyPane, Part};
use crate::tui::model::{Model, OpenCase};
use ratatui::layout::Rect;

/// From this width on the person stands beside the list.
const SIDE_BY_SIDE: u16 = 110;

/// The heading line and the lines of a part; without rows where it is not seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// One line for the heading.
    pub heading: Rect,
    /// What stands under it.
    pub rows: Rect,
}

/// The list of people and the chosen person.
pub fn frames(model: &Model, case: &OpenCase) -> (Frame, Frame) {
    let body = parts(model).body;
    let pane = &case.family;
    if pane.whole {
        return match pane.part {
            Part::People => (frame(body), Frame::default()),
            Part::Detail => (Frame::default(), frame(body)),
        };
    }
    let (list, detail) = match body.width >= SIDE_BY_SIDE {
        true => {
            let left = (body.width * 2 / 5).min(60);
            let right = Rect {
                x: body.x + left + 1,
                width: body.width - left - 1,
                ..body
            };
            (
                Rect {
                    width: left,
                    ..body
                },
                right,
            )
        }
        false => {
            let top = list_height(pane, body.height);
            let below = Rect {
                y: body.y + top,
                height: body.height - top,
                ..body
            };
            (
                Rect {
                    height: top,
                    ..body
                },
                below,
            )
        }
    };
    (frame(list), frame(detail))
}

/// A list over the person takes what it needs, less than half.
fn list_height(pane: &FamilyPane, height: u16) -> u16 {
    let wanted = u16::try_from(pane.people.len() + 1).unwrap_or(height);
    wanted.max(2).min(height * 2 / 5)
}

fn frame(area: Rect) -> Frame {
    let heading = Rect {
        height: area.height.min(1),
        ..area
    };
    let rows = Rect {
        y: area.y + heading.height,
        height: area.height - heading.height,
        ..area
    };
    Frame { heading, rows }
}
