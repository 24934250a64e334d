//! Words that tell of a change in a child's life: read from `content/story.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// Something that changes a child's life, with the words that tell of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// What it is ("a court order").
    pub say: String,
    /// 1 worth a mention, 2 a key event, 3 a turning point.
    pub weight: u8,
    /// Words and phrases, matched as whole words.
    pub words: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    signal: Vec<Signal>,
}

/// All signals.
pub fn signals() -> &'static [Signal] {
    static SIGNALS: LazyLock<Vec<Signal>> = LazyLock::new(|| {
        let file: File = toml::from_str(include_str!("content/story.toml")).unwrap_or_default();
        file.signal
    });
    &SIGNALS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_and_weights_are_one_to_three() {
        let file: File = toml::from_str(include_str!("content/story.toml")).unwrap();
        assert!(file.signal.len() > 12);
        for signal in &file.signal {
            assert!(
                (1..=3).contains(&signal.weight) && !signal.words.is_empty(),
                "{}",
                signal.say
            );
        }
    }
}
