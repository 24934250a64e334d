//! Stand-in until the words arrive.
/// x
pub fn tells_only_of_attendance(_: &str) -> bool {
    false
}
