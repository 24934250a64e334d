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
    /// How many entries.
    Entries,
    /// Questions that imports left.
    Questions,
    /// How many records were written this week.
    Week,
    /// How long ago the last supervision was, and how much was written since.
    Drift,
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
            Column::Entries => "Entries",
            Column::Questions => "Questions",
            Column::Week => "This week",
            Column::Drift => "Since superv.",
            Column::Why => "Why first",
        }
    }
}

/// The columns that fit, left to right, each with its width. Between two stands one blank; one more stands at the left
/// edge for the marker. What is left over goes to where the child lives, then to the reasons. Worker by worker the time since
/// supervision is told on every screen, in the place of what a manager needs less.
pub fn columns(width: usize, by_worker: bool) -> Vec<(Column, usize)> {
    use Column::*;
    let mut columns = match width {
        ..78 if by_worker => vec![(Child, 9), (Age, 6), (Zone, 8), (Drift, 13), (Why, 16)],
        78..100 if by_worker => vec![
            (Child, 8),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 9),
            (Drift, 13),
            (Why, 12),
        ],
        100..120 if by_worker => vec![
            (Child, 10),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 13),
            (Last, 10),
            (Drift, 13),
            (Why, 16),
        ],
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
            (Family, 12),
            (LivesShort, 11),
            (LegalShort, 6),
            (Last, 10),
            (Drift, 13),
            (Why, 19),
        ],
        _ => vec![
            (Child, 14),
            (Age, 6),
            (Zone, 8),
            (InZone, 14),
            (Family, 18),
            (Worker, 12),
            (Lives, 20),
            (Legal, 12),
            (Last, 10),
            (Entries, 7),
            (Questions, 9),
            (Week, 9),
            (Drift, 13),
            (Why, 13),
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
        let widths = [60, 70, 78, 80, 99, 100, 120, 159, 160, 180, 200, 300];
        for (width, by_worker) in widths
            .into_iter()
            .flat_map(|width| [(width, false), (width, true)])
        {
            let columns = columns(width, by_worker);
            let taken: usize = columns.iter().map(|(_, room)| room + 1).sum();
            assert!(taken <= width, "{width}: {taken}");
            assert_eq!(columns.last().map(|(column, _)| *column), Some(Column::Why));
        }
    }
}
