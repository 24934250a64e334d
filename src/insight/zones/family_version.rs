//! The family's version of the matrix: the same in plain, kind words, to show and to print (inventory S2J, handbook p33).

use super::present::{Present, present};
use crate::page::Section;
use crate::practice::Zone;
use crate::practice::matrix::Lives;
use crate::practice::matrix::cells::{Row, RowWords, rows, some_change, zone_words};
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

/// What is said to the family of every child, to read together and to print.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let mut all = Section::default();
    let children = file.children().into_iter().map(|child| {
        let passages = for_family(file, child.id(), day)
            .into_iter()
            .map(|passage| {
                let mut told = Section::titled(passage.heading.as_str());
                told.hide("heading", passage.heading);
                told.show(|page| {
                    for words in &passage.words {
                        page.say(words);
                    }
                });
                told.hide("words", passage.words);
                told
            });
        let mut told = Section::default();
        told.each("passages", passages);
        told
    });
    all.each("children", children);
    all
}

/// What is said to a child's family on a day.
pub fn for_family(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Passage> {
    let name = file
        .people
        .get(&child)
        .map_or("your child", |child| child.body.short_name());
    let present = present(file, child, day);
    let Some(clock) = present.clock else {
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
                .filter_map(|row| seen(&present, row))
                .collect(),
        },
        Passage {
            heading: "What helps".to_owned(),
            words: vec![zone.family.helps.clone()],
        },
        Passage {
            heading: "What happens next".to_owned(),
            words: vec![zone.family.next(clock.months)],
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

/// What is said of a row. What people read counts; what somebody wants is said only when they said it, for the zone's own
/// words would put it into their mouths.
fn seen(present: &Present, row: &RowWords) -> Option<String> {
    let decided = present.clock?.zone;
    let said = present.said_to_fit(row.row);
    let cell = &row.cells.of(said.unwrap_or(decided)).family;
    let better = present.read.reading.positive_change == Some(true);
    let at_home = &zone_words(decided).family.at_home;
    let words = match row.row {
        Row::Wishes if said.is_none() => return None,
        Row::Capacity if better && said.unwrap_or(decided) >= Zone::Orange => some_change(),
        Row::Place if present.lives() == Some(Lives::Home) && !at_home.is_empty() => at_home,
        _ => cell,
    };
    Some(format!("{}: {words}", row.family))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::MadeUp;
    use crate::practice::matrix::{Reading, Wishes};
    use crate::record::{Body, FuzzyDate, ZoneDecision};

    #[test]
    fn nobody_is_told_what_they_want_unless_they_said_it() {
        let said = |wishes: Option<Wishes>| {
            let mut family = MadeUp::new();
            let child = family.child("Ava", "2019-01-01");
            let day: NaiveDate = "2026-11-01".parse().unwrap();
            family.put(Body::ZoneDecision(ZoneDecision {
                reading: Reading {
                    wishes,
                    ..Reading::default()
                },
                ..ZoneDecision::new(child, FuzzyDate::day(day), Zone::Yellow)
            }));
            let passages = for_family(&family.file, child, day);
            passages
                .iter()
                .flat_map(|passage| passage.words.clone())
                .collect::<Vec<_>>()
                .join("\n")
        };
        let wants = "both want";
        assert!(!said(None).contains(wants));
        assert!(said(Some(Wishes::BothWant)).contains(wants));
        assert!(said(Some(Wishes::ChildOfTwoMinds)).contains("not sure"));
    }
}
