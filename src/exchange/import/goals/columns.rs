//! Which column of a table of goals tells what, and of which review: by number, or by the order in which they stand.

use crate::exchange::import::side_table::TableColumn;
use crate::practice::goal_columns::{goal_role, is_of_a_review};
use std::cell::RefCell;

/// The columns found so far.
#[derive(Default)]
pub(super) struct GoalColumns(RefCell<Vec<TableColumn>>);

impl GoalColumns {
    /// What the next column is by its header.
    pub fn next(&self, header: &str) -> Option<TableColumn> {
        let (role, number) = goal_role(header)?;
        let mut found = self.0.borrow_mut();
        let last = |role: &str| {
            let of_role = found.iter().filter(|column| column.role == role);
            of_role.map(|column| column.review).max().unwrap_or(0)
        };
        let column = match (is_of_a_review(role), number) {
            (false, _) => TableColumn::plain(role),
            (true, Some(review)) => TableColumn { role, review },
            // "Level" after the second "Review date" is of the second review, though the first had none.
            (true, None) => TableColumn {
                role,
                review: match role {
                    "review" | "next_review" => last(role).saturating_add(1),
                    _ => last(role).saturating_add(1).max(last("review")),
                },
            },
        };
        found.push(column);
        Some(column)
    }

    /// The numbers of the reviews, in order.
    pub fn reviews(&self) -> Vec<u8> {
        let found = self.0.borrow();
        let of_reviews = found.iter().filter(|column| is_of_a_review(column.role));
        let mut numbers: Vec<u8> = of_reviews.map(|column| column.review).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(headers: &[&str]) -> Vec<u8> {
        let columns = GoalColumns::default();
        let found = headers.iter().filter_map(|header| columns.next(header));
        found.map(|column| column.review).collect()
    }

    #[test]
    fn columns_without_numbers_belong_to_the_review_before_them() {
        let repeated = [
            "Goal",
            "Review date",
            "Level",
            "Evidence",
            "Review date",
            "Level",
            "Review date",
            "Level",
            "Evidence",
        ];
        assert_eq!(numbered(&repeated), [0, 1, 1, 1, 2, 2, 3, 3, 3]);
        assert_eq!(
            numbered(&["Level", "Review date", "Level", "Review date"]),
            [1, 1, 2, 2]
        );
        assert_eq!(
            numbered(&["review 1", "level 1", "review 2", "level 2", "Evidence 2"]),
            [1, 1, 2, 2, 2]
        );
        assert_eq!(
            numbered(&["Review date", "Level achieved", "Next review"]),
            [1, 1, 1]
        );
    }
}
