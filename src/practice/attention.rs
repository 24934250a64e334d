//! When a case asks for somebody's attention on the caseload, from `content/attention.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// The times from which the caseload says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attention {
    /// Nothing written for this many weeks is told.
    pub quiet_weeks: u32,
    /// More than this many weeks without supervision are told.
    pub supervision_weeks: u32,
    /// What is due within this many days is told.
    pub due_days: u32,
    /// Under this many months a child is named as a baby.
    pub baby_months: u32,
}

static ATTENTION: LazyLock<Attention> = LazyLock::new(|| {
    toml::from_str(include_str!("content/attention.toml")).unwrap_or(Attention {
        quiet_weeks: 6,
        supervision_weeks: 4,
        due_days: 7,
        baby_months: 12,
    })
});

/// The times as they stand in the content.
pub fn attention() -> Attention {
    *ATTENTION
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let read: Attention = toml::from_str(include_str!("content/attention.toml")).unwrap();
        assert_eq!(read, attention());
        assert!(read.quiet_weeks > 0 && read.baby_months > 0);
        assert!(read.supervision_weeks > 0 && read.due_days > 0);
    }
}
