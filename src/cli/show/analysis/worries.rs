//! What worries whom, kept apart: the children, the parents, the wider family, the professionals.

use crate::insight::people::{Circle, people_in_order};
use crate::insight::thinking::teller_words;
use crate::record::{CaseFile, Record, RecordId, Story, Teller};
use serde::Serialize;

/// What worries whom; never put together.
#[derive(Default, Serialize)]
pub struct Worries {
    /// Of the children.
    pub children: Vec<Worry>,
    /// Of the parents.
    pub parents: Vec<Worry>,
    /// Of the wider family, carers and friends.
    pub wider_family: Vec<Worry>,
    /// Of the professionals.
    pub professionals: Vec<Worry>,
}

/// A worry, with whose it is.
#[derive(Serialize)]
pub struct Worry {
    /// The story that it stands in.
    pub story: RecordId,
    /// Whose it is.
    pub of: String,
    /// The worry.
    pub text: String,
}

impl Worries {
    /// The worries in these stories. Whoever is neither child nor parent, and no professional, is of the wider family, as
    /// carers and friends are here.
    pub fn of(file: &CaseFile, stories: &[&Record<Story>]) -> Worries {
        let circle = |people: &[RecordId]| {
            let order = people_in_order(file);
            let found = order
                .iter()
                .find(|(_, person)| people.contains(&person.id()));
            found.map_or(Circle::Other, |(circle, _)| *circle)
        };
        let mut worries = Worries::default();
        for story in stories
            .iter()
            .filter(|story| !story.body.worries.is_empty())
        {
            let circle = match &story.body.teller {
                Teller::Person(person) => Some(circle(&[*person])),
                Teller::Together(people) => Some(circle(people)),
                Teller::WiderFamily => Some(Circle::Kin),
                Teller::Professionals => None,
            };
            let side = match circle {
                Some(Circle::Child) => &mut worries.children,
                Some(Circle::Parent) => &mut worries.parents,
                Some(_) => &mut worries.wider_family,
                None => &mut worries.professionals,
            };
            side.push(Worry {
                story: story.id(),
                of: teller_words(file, &story.body.teller),
                text: story.body.worries.clone(),
            });
        }
        worries
    }
}
