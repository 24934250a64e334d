//! As many cells as the header has: a separator in free words makes too many, and is put back there.

use crate::record::{Doubt, DoubtKind};

/// The header's columns, as far as rows are fitted to them.
pub(super) struct RowShape<'a> {
    pub width: usize,
    /// The column of free words, in which a separator most likely stands.
    pub open: usize,
    pub name: &'a str,
    pub separator: u8,
}

/// The cells of a row, as many as the header has; asks when it had more or fewer.
pub(super) fn fitted(
    mut cells: Vec<String>,
    columns: &RowShape<'_>,
) -> (Vec<String>, Option<Doubt>) {
    let (width, found) = (columns.width, cells.len());
    if found < width {
        cells.resize(width, String::new());
        let text = format!(
            "This row has {found} cells and the header {width}. Check that each stands in its column."
        );
        return (cells, Some(Doubt::new(DoubtKind::TooFewCells, text)));
    }
    while cells.len() > width && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.len() <= width || width == 0 {
        return (cells, None);
    }
    let (open, extra) = (columns.open, cells.len() - width);
    let joined = cells.get(open..=open + extra).unwrap_or_default();
    let joined = joined.join(&char::from(columns.separator).to_string());
    cells.splice(open..=open + extra, [joined]);
    let text = format!(
        "This row has {found} cells and the header {width}. The words beyond were joined back to \"{}\"; check them.",
        columns.name
    );
    (cells, Some(Doubt::new(DoubtKind::TooManyCells, text)))
}
