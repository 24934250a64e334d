//! What is said of a GEDCOM file that was read: what it is, what came in, what was kept, what to look at.

use super::GedcomText;
use crate::insight::words::listed;
use crate::record::CaseFile;

/// How many lines are named before the rest is only counted.
const NAMED: usize = 10;

/// A file that was read, in figures.
pub struct FileSummary<'a> {
    pub file: &'a str,
    /// Its version, as it says.
    pub version: &'a str,
    pub text: &'a GedcomText,
    /// Lines that are none of GEDCOM.
    pub broken: &'a [usize],
    /// How many people it tells of, and how many of them were known.
    pub people: (usize, usize),
    /// How many families it tells of.
    pub families: usize,
    /// How many lines are kept.
    pub kept: usize,
}

impl FileSummary<'_> {
    /// The sentence for the user.
    pub fn notices(&self, file: &CaseFile) -> Vec<String> {
        let version = match self.version {
            "" => "of no named version",
            version => version,
        };
        let (people, known) = self.people;
        let mut notices = vec![format!(
            "{}: GEDCOM {version} in {}. People: {people}, of whom {known} were known; families: {}. Lines without a place of their own here: {}; they are kept, and `throughline export` writes them back.",
            self.file, self.text.encoding, self.families, self.kept
        )];
        if !self.broken.is_empty() {
            notices.push(format!(
                "{}: what stands on {} could not be read as GEDCOM. It is kept with the line before, so nothing is lost; look at it in the file.",
                self.file,
                lines(self.broken)
            ));
        }
        if !self.text.doubtful.is_empty() {
            notices.push(format!(
                "{}: letters on {} do not fit {}. The words are kept as they could be read; look at the names there.",
                self.file,
                lines(&self.text.doubtful),
                self.text.encoding
            ));
        }
        if file.children().is_empty() && people > 0 {
            notices.push(
                "No child of this case is marked yet; a GEDCOM file does not know whom the case is about. Open each child under Family and say so in their form."
                    .to_owned(),
            );
        }
        notices
    }
}

/// "lines 3, 7 and 12", the first of many.
fn lines(numbers: &[usize]) -> String {
    let named: Vec<String> = numbers.iter().take(NAMED).map(usize::to_string).collect();
    let word = if numbers.len() == 1 { "line" } else { "lines" };
    match numbers.len().saturating_sub(NAMED) {
        0 => format!("{word} {}", listed(&named)),
        more => format!("{word} {} and {more} more", named.join(", ")),
    }
}
