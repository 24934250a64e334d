//! What fields offer from practice's content: each list as ids with their words, in the order of the content.

use super::choices::ChoiceWords;
use crate::practice::Zone;
use crate::practice::factors::{Polarity, critical_questions, factors};
use crate::practice::goals::Level;
use crate::practice::matrix::cells::{Row, short};
use crate::practice::matrix::name_of;
use crate::practice::stages::{items, lists_of, parts};
use crate::practice::walk::walk_steps;
use crate::practice::{guide, source_kinds, themes, timescales};

type Choices = Vec<ChoiceWords>;

fn of(all: impl Iterator<Item = (&'static String, &'static String)>) -> Choices {
    all.map(|(id, words)| ChoiceWords::new(id.as_str(), words.as_str()))
        .collect()
}

/// A short list of the guide: forms of recognition, parts of SMART, other plans.
pub(super) fn list(name: &str) -> Choices {
    of(guide::listed(name).map(|one| (&one.id, &one.name)))
}

/// Themes of the chronology.
pub(super) fn all_themes() -> Choices {
    of(themes().iter().map(|theme| (&theme.id, &theme.name)))
}

/// Kinds of sources.
pub(super) fn all_source_kinds() -> Choices {
    of(source_kinds().iter().map(|kind| (&kind.id, &kind.name)))
}

/// Risk and protective factors.
pub(super) fn all_factors() -> Choices {
    of(factors().iter().map(|factor| (&factor.id, &factor.name)))
}

/// Risk factors: what a protective factor can offset.
pub(super) fn all_risks() -> Choices {
    let risks = factors()
        .iter()
        .filter(|factor| factor.polarity == Polarity::Risk);
    of(risks.map(|factor| (&factor.id, &factor.name)))
}

/// The answers to a critical question about a risk.
pub(super) fn answers_to(question: &str) -> Choices {
    let asked = critical_questions()
        .iter()
        .filter(|asked| asked.id == question);
    of(asked
        .flat_map(|asked| &asked.choices)
        .map(|choice| (&choice.id, &choice.name)))
}

/// The words by which each zone describes a row of the matrix.
pub(super) fn cells(row: Row) -> Choices {
    let cell = |zone: Zone| {
        ChoiceWords::new(
            name_of(&zone),
            format!("{} ({})", short(row, zone), zone.letter()),
        )
    };
    Zone::ALL.map(cell).into()
}

/// Items of the stages' checklists and gates.
pub(super) fn all_items() -> Choices {
    of(items().map(|item| (&item.id, &item.words)))
}

/// Items of one list of Stage Zero: the six principles, the restorative facets.
pub(super) fn items_of(list: &str) -> Choices {
    let items = lists_of(0)
        .filter(|one| one.id == list)
        .flat_map(|one| &one.item);
    of(items.map(|item| (&item.id, &item.words)))
}

/// Roles that people can have in a case.
pub(super) fn all_roles() -> Choices {
    of(parts().iter().map(|part| (&part.id, &part.name)))
}

/// Steps of the walk through a case in supervision.
pub(super) fn all_steps() -> Choices {
    of(walk_steps().iter().map(|step| (&step.id, &step.title)))
}

/// Visits, reviews and formal steps.
pub(super) fn all_occasions() -> Choices {
    of(timescales()
        .occasions
        .iter()
        .map(|kind| (&kind.id, &kind.name)))
}

/// The five levels of a goal, the best first.
pub(super) fn levels_from_the_best() -> Choices {
    let mut levels = super::fields::all_of::<Level>();
    levels.reverse();
    levels
}
