//! The family's version of the matrix: the same in plain, kind words, to show and to print (inventory S2J, handbook p33).

use super::clock::Clock;
use crate::practice::matrix::cells::{rows, zone_words};
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The heading.
    pub heading: String,
    /// The sentences under it.
    pub words: Vec<String>,
}

/// What is said to a child's family on a day.
pub fn for_family(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Passage> {
    let name = file
        .people
        .get(&child)
        .map_or("your child", |child| child.body.short_name());
    let Some(clock) = Clock::on(&file.zone_spells(child), day) else {
        return vec![Passage {
            heading: format!("Where we are with {name}"),
            words: vec![
                "We have not put a colour to it yet. We talk with you before we do.".to_owned(),
            ],
        }];
    };
    let zone = zone_words(clock.zone);
    let mut passages = vec![
        Passage {
            heading: format!("Where we are with {name}: {}", clock.zone.word()),
            words: vec![zone.family.means.clone()],
        },
        Passage {
            heading: "What we see".to_owned(),
            words: rows()
                .iter()
                .map(|row| format!("{}: {}", row.family, row.cells.of(clock.zone).family))
                .collect(),
        },
        Passage {
            heading: "What helps".to_owned(),
            words: vec![zone.family.helps.clone()],
        },
        Passage {
            heading: "What happens next".to_owned(),
            words: vec![zone.family.next.clone()],
        },
    ];
    let since = clock.since.format("%-d %B %Y");
    let together = match clock.is_full() {
        true => format!(
            "We have been in {} since {since}. It is time to look at it together.",
            clock.zone.word()
        ),
        false => format!(
            "We have been in {} since {since}. We look at it together by {} at the latest.",
            clock.zone.word(),
            clock.full_on.format("%-d %B %Y")
        ),
    };
    passages.push(Passage {
        heading: "When".to_owned(),
        words: vec![together],
    });
    passages
}
