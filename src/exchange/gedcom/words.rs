//! Kinds of bonds in the words of GEDCOM: pedigrees, associations, events of a couple.

use super::node::Node;
use crate::record::BondKind;

/// Bonds that stand as an association, and the words for them. The last words of a kind are read only.
const ROLES: [(&str, BondKind); 24] = [
    ("birth parent", BondKind::Parent),
    ("step-parent", BondKind::StepParent),
    ("adoptive parent", BondKind::AdoptiveParent),
    ("foster carer", BondKind::FosterCarer),
    ("kinship carer", BondKind::KinshipCarer),
    ("grandparent", BondKind::Grandparent),
    ("aunt or uncle", BondKind::AuntOrUncle),
    ("brother or sister", BondKind::Sibling),
    ("half-brother or half-sister", BondKind::HalfSibling),
    ("stepbrother or stepsister", BondKind::StepSibling),
    ("twin", BondKind::Twin),
    ("identical twin", BondKind::IdenticalTwin),
    ("advocate", BondKind::Advocate),
    ("trusted adult", BondKind::TrustedAdult),
    ("parent", BondKind::Parent),
    ("father", BondKind::Parent),
    ("mother", BondKind::Parent),
    ("foster parent", BondKind::FosterCarer),
    ("stepparent", BondKind::StepParent),
    ("sibling", BondKind::Sibling),
    ("brother", BondKind::Sibling),
    ("sister", BondKind::Sibling),
    ("special guardian", BondKind::KinshipCarer),
    ("independent advocate", BondKind::Advocate),
];
/// The roles that 7.0 has a word for, and the words of people for them.
const NAMED_ROLES: [(&str, &str); 14] = [
    ("FATH", "father"),
    ("MOTH", "mother"),
    ("PARENT", "parent"),
    ("CHIL", "child"),
    ("HUSB", "husband"),
    ("WIFE", "wife"),
    ("SPOU", "husband or wife"),
    ("MULTIPLE", "born at the same birth"),
    ("FRIEND", "friend"),
    ("GODP", "godparent"),
    ("NGHBR", "neighbour"),
    ("CLERGY", "clergy"),
    ("WITN", "witness"),
    ("OFFICIATOR", "officiator"),
];

/// A role of 7.0 in the words of people.
pub fn role_in_words(role: &str) -> Option<&'static str> {
    let named = NAMED_ROLES.iter().find(|(tag, _)| *tag == role);
    named.map(|(_, words)| *words)
}

/// What somebody is to the person under whom the association stands; `None` where it does not say.
pub fn read_role(association: &Node) -> Option<BondKind> {
    let role = association.first("ROLE")?;
    let phrase = role.said("PHRASE");
    let words = match (phrase, role_in_words(&role.value)) {
        ("", Some(words)) => words.to_owned(),
        ("", None) if role.value == "OTHER" => return None,
        ("", None) => role.value.to_lowercase(),
        (phrase, _) => phrase.to_owned(),
    };
    let plain = words.trim().to_lowercase();
    let known = ROLES.iter().find(|(known, _)| *known == plain);
    let kind = known.map(|(_, kind)| kind.clone());
    (!plain.is_empty()).then(|| kind.unwrap_or(BondKind::Other(words)))
}

/// The role under an association for this bond.
pub fn write_role(kind: &BondKind) -> Node {
    let words = match kind {
        BondKind::Other(words) => words.as_str(),
        kind => ROLES
            .iter()
            .find(|(_, known)| known == kind)
            .map_or("", |(words, _)| *words),
    };
    let named = NAMED_ROLES.iter().find(|(_, known)| *known == words);
    match named {
        Some((tag, _)) => Node::new("ROLE", *tag),
        None => Node::new("ROLE", "OTHER").with([Node::new("PHRASE", words)]),
    }
}

/// The bond of a parent to a child by the child's pedigree in a family; `None` for one that joins nobody here.
pub fn read_pedigree(place: &Node) -> Option<BondKind> {
    let Some(pedigree) = place.first("PEDI") else {
        return Some(BondKind::Parent);
    };
    match pedigree.value.as_str() {
        "BIRTH" | "" => Some(BondKind::Parent),
        "ADOPTED" => Some(BondKind::AdoptiveParent),
        "FOSTER" => Some(BondKind::FosterCarer),
        "SEALING" => None,
        _ => relation(pedigree.said("PHRASE")),
    }
}

/// The pedigree under a child's place in a family; none for birth, which goes without saying.
pub fn write_pedigree(kind: &BondKind) -> Option<Node> {
    Some(match kind {
        BondKind::Parent => return None,
        BondKind::AdoptiveParent => Node::new("PEDI", "ADOPTED"),
        BondKind::FosterCarer => Node::new("PEDI", "FOSTER"),
        kind => Node::new("PEDI", "OTHER").with([Node::new("PHRASE", write_relation(kind))]),
    })
}

/// What many programs write of a parent under a child of a family (`_FREL`, `_MREL`).
pub fn relation(words: &str) -> Option<BondKind> {
    let plain = words.trim().to_lowercase();
    Some(match plain.as_str() {
        "" | "unknown" | "private" => return None,
        "natural" | "birth" | "biological" | "bio" | "blood" => BondKind::Parent,
        "adopted" | "adoptive" => BondKind::AdoptiveParent,
        "step" | "stepchild" | "step child" | "step-child" => BondKind::StepParent,
        "foster" | "fostered" => BondKind::FosterCarer,
        "kinship" => BondKind::KinshipCarer,
        // Related, guardian: whatever it is, it is said in these words and no others.
        _ => BondKind::Other(words.trim().to_owned()),
    })
}

/// The word of many programs for a bond.
pub fn write_relation(kind: &BondKind) -> &str {
    match kind {
        BondKind::Parent => "Birth",
        BondKind::AdoptiveParent => "Adopted",
        BondKind::StepParent => "Step",
        BondKind::FosterCarer => "Foster",
        BondKind::KinshipCarer => "Kinship",
        BondKind::Other(words) => words,
        _ => "",
    }
}

/// The bond of a couple that an event of a family tells of; `None` for every other line.
pub fn couple(event: &Node) -> Option<BondKind> {
    let no = event.value.trim().eq_ignore_ascii_case("N");
    let kind = event.said("TYPE").to_lowercase();
    match event.tag.as_str() {
        _ if no => None,
        "MARR" => Some(match kind.as_str() {
            "common law" | "unmarried" | "not married" | "partners" | "partnership"
            | "cohabitation" | "cohabiting" => BondKind::Partner,
            _ => BondKind::Married,
        }),
        "NO" if event.value.trim() == "MARR" => Some(BondKind::Partner),
        "DIV" => Some(BondKind::Divorced),
        "_SEPR" | "_SEP" => Some(BondKind::Separated),
        "EVEN" => match kind.as_str() {
            "separation" | "separated" | "legal separation" => Some(BondKind::Separated),
            "partnership" | "partners" | "unmarried" | "cohabitation" | "common law" => {
                Some(BondKind::Partner)
            }
            _ => None,
        },
        _ => None,
    }
}

/// The event of a family that tells of this bond of its couple.
pub fn couple_event(kind: &BondKind) -> Node {
    let even = |words: &str, kind: &str| Node::new("EVEN", words).with([Node::new("TYPE", kind)]);
    match kind {
        BondKind::Married => Node::new("MARR", ""),
        BondKind::Divorced => Node::new("DIV", ""),
        BondKind::Separated => even("Separated", "Separation"),
        _ => even("Partners", "Partnership"),
    }
}
