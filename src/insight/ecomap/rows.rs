//! Where the parts of an ecomap stand on a grid of letters: the one in the middle as tall as everything beside it, informal
//! systems on the left, formal ones on the right, each with a line of its own that runs straight to the middle. So lines
//! never cross or bend, whatever the number of systems, and what does not fit is scrolled to.

/// A rectangle of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The first column.
    pub x: usize,
    /// The first row.
    pub y: usize,
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// A system in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where its name stands.
    pub cells: Cells,
    /// The columns of its line, between the name and the middle.
    pub line: Cells,
}

/// Everything in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The one in the middle.
    pub centre: Cells,
    /// Informal systems, from above.
    pub left: Vec<Placed>,
    /// Formal ones.
    pub right: Vec<Placed>,
    /// How many rows there are.
    pub rows: usize,
}

/// How the columns are shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The most that a name takes, with its brackets.
    pub name: usize,
    /// A line.
    pub line: usize,
    /// The one in the middle, with its border.
    pub centre: usize,
}

impl Columns {
    /// Out of so many in all. A line has room for an arrow at each end and its kind between them.
    pub fn of(columns: usize) -> Columns {
        let centre = (columns / 5).clamp(8, 24);
        let line = (columns / 10).clamp(5, 14);
        let left = columns.saturating_sub(centre + 2 * line);
        Columns {
            name: (left / 2).max(6),
            line,
            centre,
        }
    }
}

/// Places systems of these sizes, in columns and rows, in the columns that there are. Where the rows that are seen have room
/// for it, one or two are left free between two of them.
pub fn rows(
    columns: Columns,
    informal: &[(usize, usize)],
    formal: &[(usize, usize)],
    room: usize,
    least: usize,
) -> Rows {
    let needed = |sizes: &[(usize, usize)], gap: usize| {
        let heights: usize = sizes.iter().map(|(_, height)| height).sum();
        heights + gap * sizes.len().saturating_sub(1)
    };
    let most = |gap| needed(informal, gap).max(needed(formal, gap));
    // A line that ran into a corner would not be seen to end there.
    let edges = 2;
    let fits = |gap: &usize| most(*gap) + edges <= room;
    let gap = [2, 1].into_iter().find(fits).unwrap_or(0);
    let rows = (most(gap) + edges).max(least);
    let from = |sizes: &[(usize, usize)]| (rows - needed(sizes, gap)) / 2;
    let middle = columns.name + columns.line;
    let side = |sizes: &[(usize, usize)], is_left: bool| {
        let mut y = from(sizes);
        let place = |(width, height): &(usize, usize)| {
            let width = (*width).min(columns.name);
            let after = middle + columns.centre;
            let (x, line) = match is_left {
                true => (columns.name - width, columns.name),
                false => (after + columns.line, after),
            };
            let placed = Placed {
                cells: Cells {
                    x,
                    y,
                    width,
                    height: *height,
                },
                line: Cells {
                    x: line,
                    y: y + height.saturating_sub(1) / 2,
                    width: columns.line,
                    height: 1,
                },
            };
            y += height + gap;
            placed
        };
        sizes.iter().map(place).collect()
    };
    Rows {
        centre: Cells {
            x: middle,
            y: 0,
            width: columns.centre,
            height: rows,
        },
        left: side(informal, true),
        right: side(formal, false),
        rows,
    }
}
