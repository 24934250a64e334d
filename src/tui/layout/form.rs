//! A form as rows: how many are seen, and what stands in each.

pub mod options;
pub mod page;
mod reading;

/// Rows at the foot: a line and the prompt in two rows.
pub const FOOT: u16 = 3;

/// How many rows of fields are seen in a body of so many rows.
pub fn rows_seen(body: u16) -> usize {
    usize::from(body.saturating_sub(FOOT)).max(1)
}
