//! Which columns the caseload has on a screen of some width, and how wide each is.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What people call the child.
    Child,
    /// How old today.
    Age,
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
        ..78 => vec![(Child, 9), (Age, 6), (Family, 10), (Last, 10), (Why, 18)],
        78..100 => vec![
            (Child, 8),
            (Age, 6),
            (Family, 11),
            (LivesShort, 15),
            (LegalShort, 6),
            (Last, 10),
            (Why, 14),
        ],
        100..120 => vec![
            (Child, 12),
            (Age, 6),
            (Family, 15),
            (Lives, 18),
            (LegalShort, 7),
            (Last, 10),
            (Entries, 7),
            (Why, 16),
        ],
        120..180 => vec![
            (Child, 12),
            (Age, 6),
            (Family, 17),
            (Lives, 20),
            (LegalShort, 7),
            (Last, 10),
            (LastDay, 11),
            (Entries, 7),
            (Why, 16),
        ],
        _ => vec![
            (Child, 14),
            (Age, 6),
            (Family, 22),
            (Worker, 12),
            (Lives, 34),
            (Legal, 18),
            (Last, 10),
            (LastDay, 11),
            (Entries, 7),
            (Questions, 9),
            (Why, 24),
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
