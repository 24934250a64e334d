//! What joins two people: kinship, partnership, care.

use super::choices::ChoiceWords;
use super::field_value::FieldValue;
use super::fields::{Shape, Unread, Value, WrittenText};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use crate::practice::matrix::{name_of, named};
use serde::{Deserialize, Serialize};

/// The kind of a bond, read from the first person to the second ("Siân is parent of Lowri").
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BondKind {
    /// Birth parent of.
    #[default]
    Parent,
    /// Step-parent of.
    StepParent,
    /// Adoptive parent of.
    AdoptiveParent,
    /// Grandparent of; used when the parent between them is not recorded.
    Grandparent,
    /// Aunt or uncle of; used when the parent between them is not recorded.
    AuntOrUncle,
    /// Brother or sister of, by both parents or not known.
    Sibling,
    /// Half-brother or half-sister of.
    HalfSibling,
    /// Foster carer of.
    FosterCarer,
    /// Kinship carer or special guardian of.
    KinshipCarer,
    /// Married to or in a civil partnership with.
    Married,
    /// Partner of.
    Partner,
    /// Was partner of or married to, and lives apart; a divorce is [`BondKind::Divorced`].
    Separated,
    /// Advocate of.
    Advocate,
    /// Trusted adult of (handbook p18).
    TrustedAdult,
    /// Another bond, in these words.
    Other(String),
    /// Was married to, and the marriage was ended.
    Divorced,
    /// Brother or sister by a parent's new partner.
    StepSibling,
    /// Twin of.
    Twin,
    /// Identical twin of.
    IdenticalTwin,
}

impl BondKind {
    /// Every kind that has a name, in the order in which forms list them.
    pub const NAMED: [BondKind; 18] = [
        BondKind::Parent,
        BondKind::StepParent,
        BondKind::AdoptiveParent,
        BondKind::Grandparent,
        BondKind::AuntOrUncle,
        BondKind::Sibling,
        BondKind::HalfSibling,
        BondKind::StepSibling,
        BondKind::Twin,
        BondKind::IdenticalTwin,
        BondKind::FosterCarer,
        BondKind::KinshipCarer,
        BondKind::Married,
        BondKind::Partner,
        BondKind::Separated,
        BondKind::Divorced,
        BondKind::Advocate,
        BondKind::TrustedAdult,
    ];

    /// Whether it joins brothers and sisters of any kind.
    pub fn is_of_siblings(&self) -> bool {
        matches!(
            self,
            BondKind::Sibling
                | BondKind::HalfSibling
                | BondKind::StepSibling
                | BondKind::Twin
                | BondKind::IdenticalTwin
        )
    }

    /// Whether it joins partners, present or former.
    pub fn is_of_partners(&self) -> bool {
        matches!(
            self,
            BondKind::Married | BondKind::Partner | BondKind::Separated | BondKind::Divorced
        )
    }

    /// What stands between the two names: "Siân Prosser *is a parent of* Lowri Dąbek".
    pub fn words(&self) -> String {
        let words = match self {
            BondKind::Parent => "is a parent of",
            BondKind::StepParent => "is a step-parent of",
            BondKind::AdoptiveParent => "is an adoptive parent of",
            BondKind::Grandparent => "is a grandparent of",
            BondKind::AuntOrUncle => "is an aunt or uncle of",
            BondKind::Sibling => "is a brother or sister of",
            BondKind::HalfSibling => "is a half-brother or half-sister of",
            BondKind::FosterCarer => "is a foster carer of",
            BondKind::KinshipCarer => "is a kinship carer of",
            BondKind::Married => "is married to",
            BondKind::Partner => "is a partner of",
            BondKind::Separated => "is separated from",
            BondKind::Divorced => "is divorced from",
            BondKind::StepSibling => "is a stepbrother or stepsister of",
            BondKind::Twin => "is a twin of",
            BondKind::IdenticalTwin => "is an identical twin of",
            BondKind::Advocate => "is an advocate of",
            BondKind::TrustedAdult => "is a trusted adult of",
            BondKind::Other(kind) => return format!("({kind})"),
        };
        words.to_owned()
    }
}

/// A bond between two people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bond {
    /// From this person…
    pub from: RecordId,
    /// …to this person.
    pub to: RecordId,
    /// What the first is to the second.
    pub kind: BondKind,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Until when.
    pub until: Option<FuzzyDate>,
    /// Notes.
    pub note: String,
}

impl Bond {
    /// A bond of which only is known who and what.
    pub fn of(from: RecordId, kind: BondKind, to: RecordId) -> Bond {
        Bond {
            from,
            to,
            kind,
            since: None,
            until: None,
            note: String::new(),
        }
    }
}

/// Kinds that have a name, in words that stand between the two people.
fn kinds() -> Vec<ChoiceWords> {
    let named = BondKind::NAMED.iter();
    named
        .map(|kind| ChoiceWords::new(name_of(kind), kind.words()))
        .collect()
}

impl FieldValue for BondKind {
    /// The id of a kind that has a name; another kind's own words.
    fn value(&self) -> Value<'_> {
        match self {
            BondKind::Other(words) => Value::Choice(words.into()),
            named => Value::Choice(name_of(named).into()),
        }
    }

    fn take(&mut self, written: &WrittenText<'_>) -> Result<(), Unread> {
        *self = named(written.text).unwrap_or_else(|| BondKind::Other(written.text.to_owned()));
        Ok(())
    }
}

fields! { Bond {
    from: Shape::Person("not chosen"), [About];
    kind: Shape::One(kinds);
    to: Shape::Person("not chosen"), [About];
    since: Shape::Date, [Begins];
    until: Shape::Date, [Ends];
    note: Shape::Long;
} }
