//! Which columns the caseload has on a screen of some width, and how wide each is.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What people call the child.
    Child,
    /// How old today.
    Age,
    /// The zone of the matrix, letter and word.
    Zone,
    /// How long in it, and how much of its period has passed.
    InZone,
    /// The family's name.
    Family,
    /// Who holds the case.
    Worker,
    /// Kind of place and carer.
    Lives,
    /// The same in as few letters as can be read.
    LivesShort,
    /// The legal status as written.
    Legal,
    /// The legal status in a few letters.
    LegalShort,
    /// How long ago the last event was that somebody wrote of.
    Last,
    /// The day of that event.
    LastDay,
    /// How many entries.
    Entries,
    /// Questions that imports left.
    Questions,
    /// Why someone is needed, in words.
    Why,
}

impl Column {
    /// The word over it.
    pub fn head(self) -> &'static str {
        match self {
            Column::Child => "Child",
            Column::Age => "Age",
            Column::Zone => "Zone",
            Column::InZone => "In zone",
            Column::Family => "Family",
            Column::Worker => "Worker",
            Column::Lives | Column::LivesShort => "Lives with",
            Column::Legal | Column::LegalShort => "Legal",
            Column::Last => "Last entry",
            Column::LastDay => "on",
            Column::Entries => "Entries",
            Column::Questions => "Questions",
            Column::Why => "Why first",
        }
    }
}

/// The columns that fit, left to right, each with its width. Between two stands one blank; one more stands at the left
/// edge for the marker. What is left over goes to where the child lives, then to the reasons.
pub fn columns(width: usize) -> Vec<(Column, usize)> {
    use Column::*;
    let mut columns = match width {
        ..78 => vec![
            (Child, 8),
            (Age, 6),
            (Zone, 8),
            (Family, 10),
            (Last, 10),
            (Why, 8),
        ],
        78..100 => vec![
            (Child, 8),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 10),
            (Last, 10),
            (Why, 14),
        ],
        100..120 => vec![
            (Child, 10),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 13),
            (LivesShort, 12),
            (Last, 10),
            (Why, 16),
        ],
        120..180 => vec![
            (Child, 10),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 13),
            (LivesShort, 13),
            (LegalShort, 6),
            (Last, 10),
            (Why, 22),
        ],
        _ => vec![
            (Child, 14),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 18),
            (Worker, 12),
            (Lives, 26),
            (Legal, 16),
            (Last, 10),
            (LastDay, 11),
            (Entries, 7),
            (Questions, 9),
            (Why, 14),
        ],
    };
    let taken: usize = columns.iter().map(|(_, room)| room + 1).sum();
    let left = width.saturating_sub(taken + 1);
    // A third of what is left over tells where the child lives, the rest why someone is needed.
    for (column, room) in &mut columns {
        match column {
            Lives | LivesShort => *room += left / 3,
            Why => *room += left - left / 3,
            _ => {}
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_screen_and_never_more() {
        for width in [60, 70, 78, 80, 99, 100, 120, 159, 160, 200, 300] {
            let columns = columns(width);
            let taken: usize = columns.iter().map(|(_, room)| room + 1).sum();
            assert!(taken <= width, "{width}: {taken}");
            assert_eq!(columns.last().map(|(column, _)| *column), Some(Column::Why));
        }
    }
}
