//! A relationship of a child or young person that may last, as they judge it themselves.

use super::choices::choices;
use super::fields::{Shape, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::list;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// What a child or young person says of a relationship. Not asked is not no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OwnView {
    /// Nobody has asked yet.
    #[default]
    NotAsked,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Asked, and not sure or would not say.
    Unsure,
}

choices! { OwnView {
    Yes "yes",
    No "no",
    Unsure "asked, not sure",
    NotAsked "not asked yet",
} }

/// What somebody is to the child; one person can be several of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// The child's trusted adult (inventory S1B.1).
    TrustedAdult,
    /// The link person: who helps with services, interests, hopes, rights and study (inventory LR3).
    LinkPerson,
    /// An advocate.
    Advocate,
    /// A parent, grandparent, aunt or another relative.
    Family,
    /// A brother or sister.
    Sibling,
    /// A friend or another young person with shared experience (inventory LR2.7).
    Peer,
    /// Cares for the child now.
    Carer,
    /// Cared for the child before.
    FormerCarer,
    /// A teacher, coach, mentor, neighbour, somebody of a faith or club.
    Community,
    /// Is paid to know the child.
    Worker,
}

choices! { Standing {
    TrustedAdult "trusted adult",
    LinkPerson "link person",
    Advocate "advocate",
    Family "family",
    Sibling "brother or sister",
    Peer "friend or peer",
    Carer "carer",
    FormerCarer "former carer",
    Community "school, club or community",
    Worker "worker",
} }

/// The ring of the circles of support in which somebody stands (systems c).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ring {
    /// The closest people.
    Closest,
    /// Friends and people relied on.
    Friends,
    /// People met in clubs, school, faith, work.
    Participation,
    /// People who are paid to be there.
    Paid,
}

choices! { Ring {
    Closest "closest",
    Friends "friends",
    Participation "clubs, school, community",
    Paid "paid",
} }

/// What a relationship hangs on, so that it breaks when this ends (inventory LR5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HangsOn {
    /// This placement: a move ends it.
    Home,
    /// This school or college.
    School,
    /// Living near: a move far away ends it.
    Nearness,
    /// The other's employment.
    Employment,
    /// A service or plan that ends at an age or with care.
    Service,
    /// Somebody who brings the two together.
    Helper,
}

choices! { HangsOn {
    Home "this home",
    School "this school",
    Nearness "living near",
    Employment "the job they have",
    Service "a service or plan that ends",
    Helper "somebody who brings them together",
} }

/// A relationship (inventory LR1 to LR3, LR5, S1B, S4I).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relationship {
    /// The child or young person.
    pub child: RecordId,
    /// With whom, when it is a person of the case.
    pub person: Option<RecordId>,
    /// With whom, by name, when it is not.
    pub name: String,
    /// What they are to the child.
    pub standing: Vec<Standing>,
    /// In which ring of the circles the child puts them; `None` where nobody asked.
    pub ring: Option<Ring>,
    /// Whether the child calls it loving.
    pub loving: OwnView,
    /// Whether the child calls it safe.
    pub safe: OwnView,
    /// When the child was asked.
    pub asked_on: Option<FuzzyDate>,
    /// The child's own words.
    pub own_words: String,
    /// What the child values in it, by the ids of the content (inventory LR2).
    pub valued: Vec<String>,
    /// What the person does for the child, by the ids of the content (inventory LR3).
    pub does: Vec<String>,
    /// What the person does, in words.
    pub does_words: String,
    /// How the two are in touch and how often.
    pub in_touch: String,
    /// How far apart they live, in miles.
    pub miles: Option<u32>,
    /// What it hangs on.
    pub hangs_on: Vec<HangsOn>,
    /// What is being done so that it lasts.
    pub being_done: String,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Until when; open while it lasts.
    pub until: Option<FuzzyDate>,
    /// Why it ended.
    pub why_ended: String,
    /// When it is to be looked at again with the child.
    pub review_on: Option<FuzzyDate>,
    /// The entries of the chronology that show it.
    pub evidence: Vec<RecordId>,
}

fields! { Relationship {
    child: Shape::Child, [About];
    person: Shape::Person("not chosen");
    name: Shape::Line;
    standing: Shape::Several(all_of::<Standing>);
    ring: Shape::OneOr("not asked yet", all_of::<Ring>);
    loving: Shape::One(all_of::<OwnView>);
    safe: Shape::One(all_of::<OwnView>);
    asked_on: Shape::Date, [When];
    own_words: Shape::Long, [Title];
    valued: Shape::Several(|| list("valued"));
    does: Shape::Several(|| list("link-work"));
    does_words: Shape::Long;
    in_touch: Shape::Line;
    miles: Shape::Number(20_000);
    hangs_on: Shape::Several(all_of::<HangsOn>);
    being_done: Shape::Long;
    since: Shape::Date, [Begins];
    until: Shape::Date, [Ends];
    why_ended: Shape::Long, [AfterEnd];
    review_on: Shape::Date;
    evidence: Shape::Entries;
} }
