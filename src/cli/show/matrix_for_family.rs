//! `show CASE matrix-for-family`: the matrix in plain, kind words, to read together and to print.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::zones::family_version::for_family;
use crate::record::RecordId;
use serde::Serialize;

/// The family's version, a child after the other.
#[derive(Serialize)]
pub struct ForFamily {
    children: Vec<ChildForFamily>,
}

#[derive(Serialize)]
struct ChildForFamily {
    passages: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    heading: String,
    words: Vec<String>,
}

/// What is said to the family of every child.
pub fn page(shown: &Shown) -> ForFamily {
    let of = |child: RecordId| ChildForFamily {
        passages: for_family(shown.file, child, shown.now)
            .into_iter()
            .map(|passage| Told {
                heading: passage.heading,
                words: passage.words,
            })
            .collect(),
    };
    ForFamily {
        children: shown
            .file
            .children()
            .iter()
            .map(|child| of(child.id()))
            .collect(),
    }
}

impl Page for ForFamily {
    fn write(&self, lines: &mut Lines) {
        for passage in self.children.iter().flat_map(|child| &child.passages) {
            lines.heading(&passage.heading);
            for words in &passage.words {
                lines.item(words);
            }
        }
    }
}
