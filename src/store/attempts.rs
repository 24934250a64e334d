//! Wrong passphrases in a row: each holds the next attempt back a little longer, across restarts of the program. The store
//! and each book of private notes count theirs in files of their own.

use super::place::private_file;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Wrong attempts that cost nothing.
const FREE: u32 = 2;
/// The longest that an attempt is held back.
const LONGEST: Duration = Duration::from_secs(60);

/// How long the attempt after this many wrong ones is held back: 1, 2, 4… seconds from the third on.
fn delay(wrong: u32) -> Duration {
    match wrong.checked_sub(FREE) {
        None | Some(0) => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << (more - 1).min(6)).min(LONGEST),
    }
}

/// Wrong attempts since the last right one, and when the last was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Attempts {
    wrong: u32,
    last: u64,
}

impl Attempts {
    /// As the file remembers them; none when it does not.
    pub(super) fn read(file: &Path) -> Attempts {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let mut numbers = text.split_whitespace().map_while(|word| word.parse().ok());
        let wrong = numbers.next().and_then(|wrong| u32::try_from(wrong).ok());
        Attempts {
            wrong: wrong.unwrap_or(0),
            last: numbers.next().unwrap_or(0),
        }
    }

    /// What is left of the wait before the next attempt.
    pub(super) fn wait(self, now: SystemTime) -> Duration {
        let delay = delay(self.wrong);
        // A time of the future, or one that was garbled, lets nothing of the wait pass.
        let since = seconds(now).saturating_sub(self.last);
        delay.saturating_sub(Duration::from_secs(since))
    }

    /// Counts a wrong one and gives the wait that follows.
    pub(super) fn wrong(self, file: &Path, now: SystemTime) -> Duration {
        let last = seconds(now);
        let wrong = self.wrong.saturating_add(1);
        // When it cannot be written the attempt is refused all the same.
        let _ = private_file()
            .truncate(true)
            .open(file)
            .and_then(|mut file| write!(file, "{wrong} {last}"));
        delay(wrong)
    }

    /// Forgets them after a right one.
    pub(super) fn right(file: &Path) {
        let _ = std::fs::remove_file(file);
    }
}

fn seconds(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_with_every_wrong_attempt_and_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("attempts");
        let now = SystemTime::now();
        let waits: Vec<u64> = (0..12)
            .map(|_| Attempts::read(&file).wrong(&file, now).as_secs())
            .collect();
        assert_eq!(waits, [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
        let left = Attempts::read(&file).wait(now + Duration::from_secs(20));
        assert!(left <= Duration::from_secs(41) && left >= Duration::from_secs(39));
        Attempts::right(&file);
        assert_eq!(Attempts::read(&file).wait(now), Duration::ZERO);
    }

    #[test]
    fn a_garbled_file_holds_nobody_back_for_longer_than_the_longest_wait() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("attempts");
        let now = SystemTime::now();
        for (garbled, longest) in [
            ("9 18446744073709551615", 60),
            ("4294967295 18446744073709551614", 60),
            ("99999999999999999999 1", 0),
            ("x", 0),
            ("-1 -1", 0),
        ] {
            std::fs::write(&file, garbled).unwrap();
            let wait = Attempts::read(&file).wait(now);
            assert_eq!(wait, Duration::from_secs(longest), "{garbled}");
        }
    }
}
