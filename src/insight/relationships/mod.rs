//! The relationships of a child that may last: who is there as the child says it, which count towards the target, what a move
//! would break and what earlier moves broke, contact after care, promises (inventory LR1 to LR5, S1B, S4I).
//!
//! Whether a relationship is loving and safe is the young person's own judgement. What nobody asked yet is told apart from a no,
//! and neither counts.

mod contact;
mod knows;
mod moves;
mod questions;
mod sections;
mod target;
#[cfg(test)]
mod tests;

pub use contact::{Kept, contact_in_words, contacts, kept, promise_in_words, promises};
pub use knows::KnownFrom;
pub use moves::{Break, Distance, Lost, breaks, distances, lost, unsaid};
pub use questions::{of_contact, of_someone};
pub use sections::{contact, in_short, promise, section, somebody, what_lasts};
pub use target::{Target, being_done, target};

use super::due::has_ended;
use super::folding::folded;
use super::people::short_names;
use super::people::who;
use super::words::listed;
use crate::record::{CaseFile, OwnView, Record, RecordId, Relationship, Ring, Standing};
use chrono::NaiveDate;

/// What a child says of a relationship, loving and safe taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judgement {
    /// Loving and safe.
    Both,
    /// One of the two.
    One,
    /// Nobody asked yet.
    NotAsked,
    /// Asked, and neither was a yes.
    Neither,
}

impl Judgement {
    fn of(loving: OwnView, safe: OwnView) -> Judgement {
        use OwnView::{NotAsked, Yes};
        match (loving, safe) {
            (Yes, Yes) => Judgement::Both,
            (Yes, _) | (_, Yes) => Judgement::One,
            (NotAsked, NotAsked) => Judgement::NotAsked,
            _ => Judgement::Neither,
        }
    }
}

/// Somebody in a child's life: a relationship as it is recorded, or what the record knows of somebody elsewhere.
#[derive(Clone, Debug)]
pub struct Someone<'a> {
    /// The relationship; `None` where only another part of the record knows of them.
    pub relationship: Option<&'a Record<Relationship>>,
    /// The person, when it is one of the case.
    pub person: Option<RecordId>,
    /// What they are called.
    pub name: String,
    /// What they are to the child, from everywhere, each once.
    pub standing: Vec<Standing>,
    /// What other parts of the record say of them.
    pub known_from: Vec<KnownFrom>,
    /// What the child says.
    pub judgement: Judgement,
    /// Whether it has ended.
    pub has_ended: bool,
}

impl Someone<'_> {
    /// Whether it counts towards the target: the young person calls it loving and safe, and it has not ended.
    pub fn counts(&self) -> bool {
        self.judgement == Judgement::Both && !self.has_ended
    }

    /// The ring in which the child puts them.
    pub fn ring(&self) -> Option<Ring> {
        self.relationship?.body.ring
    }

    /// Whether they are of a kind.
    pub fn is(&self, standing: Standing) -> bool {
        self.standing.contains(&standing)
    }

    /// What they are to the child, in words.
    pub fn standing_in_words(&self) -> String {
        let words: Vec<&str> = self.standing.iter().map(|one| one.words()).collect();
        words.join(", ")
    }

    /// What the child says: "loving and safe", "loving: yes, safe: not asked yet", "not asked yet".
    pub fn said_in_words(&self) -> String {
        match self.relationship.map(|one| &one.body) {
            None => "not asked yet".to_owned(),
            Some(one) => match (self.judgement, one.loving, one.safe) {
                (Judgement::Both, ..) => "loving and safe".to_owned(),
                (Judgement::NotAsked, ..) => "not asked yet".to_owned(),
                (_, loving, safe) => {
                    format!("loving: {}, safe: {}", loving.words(), safe.words())
                }
            },
        }
    }

    /// The same, and whether it has ended: "ended (loving and safe)".
    pub fn judgement_in_words(&self) -> String {
        let said = self.said_in_words();
        match self.has_ended {
            true => format!("ended ({said})"),
            false => said,
        }
    }

    /// The same in a few letters: "LS" loving and safe, "L" or "S" for a yes, "?" not asked, "~" not sure, "-" no, "x" ended.
    pub fn mark(&self) -> String {
        let letter = |view: OwnView, yes: char| match view {
            OwnView::Yes => yes,
            OwnView::NotAsked => '?',
            OwnView::Unsure => '~',
            OwnView::No => '-',
        };
        match self.relationship.map(|one| &one.body) {
            _ if self.has_ended => "x".to_owned(),
            Some(one) if self.judgement != Judgement::NotAsked => {
                [letter(one.loving, 'L'), letter(one.safe, 'S')]
                    .iter()
                    .collect()
            }
            _ => "?".to_owned(),
        }
    }
}

/// The signs of [`Someone::mark`] with what they mean.
pub const MARKS: [(&str, &str); 7] = [
    ("LS", "loving and safe"),
    ("L", "loving"),
    ("S", "safe"),
    ("?", "not asked yet"),
    ("~", "asked, not sure"),
    ("-", "no"),
    ("x", "ended"),
];

/// Everybody in a child's life, whom the child puts closest first, what has ended last. What other parts of the record know
/// stands with its relationship, and for itself only where there is none.
pub fn people_of(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Someone<'_>> {
    let of_child = |one: &&Record<Relationship>| one.body.child == child;
    let recorded = file.relationships.values().filter(of_child);
    let mut all: Vec<Someone> = recorded.map(|one| recorded_of(file, one, day)).collect();
    for known in knows::of_child(file, child, day) {
        let mut same: Vec<&mut Someone> = all
            .iter_mut()
            .filter(|one| is_same(file, one, &known))
            .collect();
        // Of two times with one person, the one that lasts.
        same.sort_by_key(|one| one.has_ended);
        match same.into_iter().next() {
            Some(one) => {
                let standing = known.from.standing;
                if !one.standing.contains(&standing) {
                    one.standing.push(standing);
                }
                one.known_from.push(known.from);
            }
            None => all.push(Someone {
                relationship: None,
                person: known.person,
                name: known.name,
                standing: vec![known.from.standing],
                known_from: vec![known.from],
                judgement: Judgement::NotAsked,
                has_ended: false,
            }),
        }
    }
    all.sort_by_key(|one| {
        let ring = one.ring();
        (
            one.has_ended,
            ring.is_none(),
            ring,
            one.judgement,
            one.relationship.is_none(),
            folded(&one.name),
        )
    });
    all
}

fn recorded_of<'a>(
    file: &'a CaseFile,
    one: &'a Record<Relationship>,
    day: NaiveDate,
) -> Someone<'a> {
    let body = &one.body;
    Someone {
        relationship: Some(one),
        person: body.person,
        name: who(file, body.person, &body.name),
        standing: body.standing.clone(),
        known_from: Vec::new(),
        judgement: Judgement::of(body.loving, body.safe),
        has_ended: has_ended(body.until.as_ref(), day),
    }
}

/// Whether both are of one person: by the person, else by a name under which the person is known.
fn is_same(file: &CaseFile, one: &Someone, known: &knows::Known) -> bool {
    if let (Some(one), Some(known)) = (one.person, known.person) {
        return one == known;
    }
    let person = one
        .person
        .or(known.person)
        .and_then(|id| file.people.get(&id));
    let name = match one.person {
        Some(_) => &known.name,
        None => &one.name,
    };
    let name = folded(name);
    let is = |other: &str| !name.is_empty() && folded(other) == name;
    match person {
        Some(person) => is(&person.body.name) || is(person.body.short_name()),
        None => is(&known.name),
    }
}

/// The people of a kind who have not ended, with their names.
pub fn named_as<'s, 'a>(
    people: &'s [Someone<'a>],
    standing: Standing,
) -> impl Iterator<Item = &'s Someone<'a>> {
    let here = people.iter().filter(|one| !one.has_ended);
    here.filter(move |one| one.is(standing))
}

/// Names with "and" between them.
pub fn names(people: &[&Someone]) -> String {
    let names: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
    listed(&names)
}

/// What a child is called.
pub fn child_name(file: &CaseFile, child: RecordId) -> String {
    short_names(file, &[child])
}
