//! Texts as a whole: whether nothing else stands in one than words that tell next to nothing, names and numbers.

use super::TextOf;
use super::pattern::Piece;
use super::trial::Trial;

/// What a text may hold and still tell next to nothing.
pub struct Wholly {
    /// Which texts.
    pub of: TextOf,
    /// A text of more words tells something.
    pub at_most: usize,
    /// At least one of these stands in it.
    pub must: Vec<Vec<Piece>>,
    /// These may stand in it too.
    pub may: Vec<Vec<Piece>>,
}

impl Wholly {
    /// Whether a text is that and nothing else.
    pub fn is(&self, trial: &Trial) -> bool {
        let text = trial.text;
        let (mut place, mut met) = (0, false);
        if text.len() > self.at_most {
            return false;
        }
        while let Some(word) = text.get(place) {
            let longest = |patterns: &[Vec<Piece>]| {
                let ends = patterns.iter().filter_map(|one| trial.fit(one, place));
                ends.max().filter(|end| *end > place)
            };
            let (must, may) = (longest(&self.must), longest(&self.may));
            if word.quoted {
                return false;
            }
            met |= must.is_some() && must >= may;
            place = match must.max(may) {
                Some(end) => end,
                None if is_number(text.word(place)) || self.is_name(trial, place) => place + 1,
                None => return false,
            };
        }
        met
    }

    /// Whether an unknown word is somebody's name. Every sentence begins with a capital: there only a word before one
    /// that tells nothing is a name, and none that looks like a verb.
    fn is_name(&self, trial: &Trial, place: usize) -> bool {
        let text = trial.text;
        if !trial.is_name(place) {
            return false;
        }
        let next = place + 1;
        let mut known = self.must.iter().chain(&self.may);
        let verb = ["ed", "ing"]
            .iter()
            .any(|end| text.word(place).ends_with(end));
        !text.begins_sentence(place)
            || !verb
                && !text.begins_sentence(next)
                && (trial.is_name(next) || known.any(|one| trial.fit(one, next).is_some()))
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}
