//! The form for what joins two people.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{date, line, long, none_yet, one, people};
use crate::record::{Bond, BondKind};

/// The id of another bond, in its own words.
const OTHER: &str = "other";

const KINDS: [(&str, BondKind); 18] = [
    ("parent", BondKind::Parent),
    ("step-parent", BondKind::StepParent),
    ("adoptive-parent", BondKind::AdoptiveParent),
    ("grandparent", BondKind::Grandparent),
    ("aunt-or-uncle", BondKind::AuntOrUncle),
    ("sibling", BondKind::Sibling),
    ("half-sibling", BondKind::HalfSibling),
    ("step-sibling", BondKind::StepSibling),
    ("twin", BondKind::Twin),
    ("identical-twin", BondKind::IdenticalTwin),
    ("foster-carer", BondKind::FosterCarer),
    ("kinship-carer", BondKind::KinshipCarer),
    ("married", BondKind::Married),
    ("partner", BondKind::Partner),
    ("separated", BondKind::Separated),
    ("divorced", BondKind::Divorced),
    ("advocate", BondKind::Advocate),
    ("trusted-adult", BondKind::TrustedAdult),
];

pub(super) fn input(name: &str, bond: Option<&Bond>, around: Around<'_>) -> Option<Input> {
    let person = |id: Option<String>| {
        let mut options = people(around, true);
        options.insert(0, none_yet());
        one(options, &id.unwrap_or_default())
    };
    match name {
        "from" => {
            let beside = around
                .beside
                .filter(|id| around.file.people.contains_key(id));
            let from = bond.map(|bond| bond.from).or(beside);
            person(from.map(|id| id.to_string()))
        }
        "to" => person(bond.map(|bond| bond.to.to_string())),
        "kind" => {
            let mut options: Vec<_> = KINDS
                .iter()
                .map(|(id, kind)| Choosable::new(*id, kind.words()))
                .collect();
            options.push(Choosable::new(OTHER, "is, in other words"));
            let chosen = bond.map_or("parent", |bond| {
                KINDS
                    .iter()
                    .find(|(_, kind)| *kind == bond.kind)
                    .map_or(OTHER, |(id, _)| *id)
            });
            one(options, chosen)
        }
        "kind-words" => line(match bond.map(|bond| &bond.kind) {
            Some(BondKind::Other(words)) => words,
            _ => "",
        }),
        "since" => date(bond.and_then(|bond| bond.since.as_ref())),
        "until" => date(bond.and_then(|bond| bond.until.as_ref())),
        "note" => long(bond.map_or("", |bond| &bond.note)),
        _ => None,
    }
}

pub(super) fn body(form: &Form, was: Option<Bond>, around: Around<'_>) -> Result<Bond, Refusal> {
    let from = form
        .id("from")
        .ok_or_else(|| Refusal::new("from", "Choose the first of the two people."))?;
    let to = form
        .id("to")
        .ok_or_else(|| Refusal::new("to", "Choose the other person."))?;
    if from == to {
        return Err(Refusal::new(
            "to",
            "Both are the same person. Choose somebody else here.",
        ));
    }
    let kind = form.text("kind");
    let kind = match KINDS.iter().find(|(id, _)| *id == kind) {
        Some((_, kind)) => kind.clone(),
        None if form.text("kind-words").is_empty() => {
            return Err(Refusal::new(
                "kind-words",
                "Say here what the one is to the other.",
            ));
        }
        None => BondKind::Other(form.text("kind-words")),
    };
    let (since, until) = was.map_or((None, None), |was| (was.since, was.until));
    Ok(Bond {
        from,
        to,
        kind,
        since: form.date("since", since.as_ref(), around.today),
        until: form.date("until", until.as_ref(), around.today),
        note: form.text("note"),
    })
}
