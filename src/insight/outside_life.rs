//! Dates that lie outside a life, or ahead of today: kept, shown, asked about.

use super::words::day_in_words;
use crate::record::{DoubtKind, FuzzyDate, Person, RecordId};
use chrono::{Days, NaiveDate};

/// Why a date cannot be right as it stands, as far as a life is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// [`DoubtKind::BeforeBirth`], [`DoubtKind::AfterDeath`] or [`DoubtKind::InTheFuture`].
    pub kind: DoubtKind,
    /// The person whose life it lies outside of; `None` for the future.
    pub person: Option<RecordId>,
    /// The question in a sentence.
    pub text: String,
}

/// What is doubtful about a date of an event for the people whom it concerns. Only what cannot be is doubted: a year
/// in which a child was born is not before the birth.
pub fn outside_life<'a>(
    when: &FuzzyDate,
    concerns: impl IntoIterator<Item = (RecordId, &'a Person)>,
    today: NaiveDate,
) -> Vec<Outside> {
    let mut found = Vec::new();
    let earliest = when.earliest().or_else(|| when.anchor());
    if when.earliest().is_some_and(|day| day > today) {
        found.push(Outside {
            kind: DoubtKind::InTheFuture,
            person: None,
            text: format!("{when} has not come yet. Is the year right?"),
        });
    }
    for (id, person) in concerns {
        let name = person.short_name();
        let born = person.born.as_ref();
        if let Some((born, day)) = born.and_then(|born| Some((born, born.earliest()?)))
            && when.latest().is_some_and(|latest| latest < day)
        {
            let carried = day.checked_sub_days(Days::new(280));
            let in_pregnancy = when.latest() >= carried;
            let ask = if in_pregnancy {
                "Does it tell of the pregnancy, or is the year a slip?"
            } else {
                "Is it family history, or is the year a slip?"
            };
            found.push(Outside {
                kind: DoubtKind::BeforeBirth,
                person: Some(id),
                text: format!(
                    "{when} is before {name} was born ({}). {ask}",
                    born_in_words(born)
                ),
            });
        }
        let died = person.died.as_ref();
        if let Some((died, day)) = died.and_then(|died| Some((died, died.latest()?)))
            && earliest.is_some_and(|earliest| earliest > day)
        {
            found.push(Outside {
                kind: DoubtKind::AfterDeath,
                person: Some(id),
                text: format!(
                    "{when} is after {name} died ({}). Is the date right, and the person?",
                    born_in_words(died)
                ),
            });
        }
    }
    found
}

fn born_in_words(date: &FuzzyDate) -> String {
    date.exact_day()
        .map_or_else(|| date.in_short(), day_in_words)
}

#[cfg(test)]
mod tests;
