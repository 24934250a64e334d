//! A list and what is chosen in it: side by side where there is room, else one over the other, or one of them alone.

use ratatui::layout::Rect;

/// From this width on the second part stands beside the first.
const SIDE_BY_SIDE: u16 = 110;

/// The heading line and the lines of a part; without rows where it is not seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// One line for the heading.
    pub heading: Rect,
    /// What stands under it.
    pub rows: Rect,
}

impl Frame {
    /// A heading and the rows under it.
    pub fn of(area: Rect) -> Frame {
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
}

/// Which part has the whole room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alone {
    /// The list.
    First,
    /// What is chosen in it.
    Second,
}

/// Where the two parts stand. `wide` is how many columns the first wants beside the second, `tall` how many rows over it;
/// it gets at most so many that the second has room.
pub fn split(body: Rect, alone: Option<Alone>, wide: u16, tall: u16) -> (Frame, Frame) {
    match alone {
        Some(Alone::First) => return (Frame::of(body), Frame::default()),
        Some(Alone::Second) => return (Frame::default(), Frame::of(body)),
        None => {}
    }
    let (first, second) = if body.width >= SIDE_BY_SIDE {
        let left = wide.min(body.width.saturating_sub(1));
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
    } else {
        let top = tall.min(body.height);
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
    };
    (Frame::of(first), Frame::of(second))
}
