//! A person's bonds in words: "mother of Lowri, Kuba and Wren", "lives apart from Paweł Dąbek".

use super::words::listed;
use crate::record::{BondKind, CaseFile, RecordId, Sex};

/// The bonds of one person, each kind in one line with the bonds that it tells, those with dates with their time.
pub fn bonds_in_words(file: &CaseFile, person: RecordId) -> Vec<(String, Vec<RecordId>)> {
    let Some(who) = file.people.get(&person) else {
        return Vec::new();
    };
    let sex = who.body.sex;
    let mut lines: Vec<(String, Vec<String>, Vec<RecordId>)> = Vec::new();
    for bond in file.bonds.values() {
        let other = match (bond.body.from == person, bond.body.to == person) {
            (true, false) => bond.body.to,
            (false, true) => bond.body.from,
            _ => continue,
        };
        let Some(other) = file.people.get(&other) else {
            continue;
        };
        let lead = match bond.body.from == person {
            true => says(&bond.body.kind, sex),
            false => answers(&bond.body.kind, sex),
        };
        let mut name = other.body.name.clone();
        let note = time(bond.body.since.as_ref(), bond.body.until.as_ref());
        if !note.is_empty() {
            name = format!("{name} ({note})");
        }
        match lines.iter_mut().find(|(known, ..)| *known == lead) {
            Some((_, names, bonds)) => {
                names.push(name);
                bonds.push(bond.id());
            }
            None => lines.push((lead, vec![name], vec![bond.id()])),
        }
    }
    lines.sort();
    lines
        .into_iter()
        .map(|(lead, names, bonds)| (format!("{lead} {}", listed(&names)), bonds))
        .collect()
}

pub(super) fn time(
    since: Option<&crate::record::FuzzyDate>,
    until: Option<&crate::record::FuzzyDate>,
) -> String {
    match (since, until) {
        (Some(since), Some(until)) => format!("{} to {}", since.in_short(), until.in_short()),
        (Some(since), None) => format!("since {}", since.in_short()),
        (None, Some(until)) => format!("until {}", until.in_short()),
        (None, None) => String::new(),
    }
}

/// One of three words by sex.
fn by_sex(sex: Sex, female: &str, male: &str, either: &str) -> String {
    match sex {
        Sex::Female => female,
        Sex::Male => male,
        Sex::Other | Sex::NotKnown => either,
    }
    .to_owned()
}

/// What the first person of a bond is to the second.
fn says(kind: &BondKind, sex: Sex) -> String {
    match kind {
        BondKind::Parent => by_sex(sex, "mother of", "father of", "parent of"),
        BondKind::StepParent => by_sex(sex, "stepmother of", "stepfather of", "step-parent of"),
        BondKind::AdoptiveParent => by_sex(
            sex,
            "adoptive mother of",
            "adoptive father of",
            "adoptive parent of",
        ),
        BondKind::Grandparent => by_sex(sex, "grandmother of", "grandfather of", "grandparent of"),
        BondKind::AuntOrUncle => by_sex(sex, "aunt of", "uncle of", "aunt or uncle of"),
        BondKind::FosterCarer => "foster carer of".to_owned(),
        BondKind::KinshipCarer => "kinship carer of".to_owned(),
        BondKind::Advocate => "advocate of".to_owned(),
        BondKind::TrustedAdult => "trusted adult of".to_owned(),
        BondKind::Other(words) => format!("{words}:"),
        both => of_both(both, sex),
    }
}

/// What the second person of a bond is to the first.
fn answers(kind: &BondKind, sex: Sex) -> String {
    match kind {
        BondKind::Parent => by_sex(sex, "daughter of", "son of", "child of"),
        BondKind::StepParent => by_sex(sex, "stepdaughter of", "stepson of", "stepchild of"),
        BondKind::AdoptiveParent => by_sex(
            sex,
            "adopted daughter of",
            "adopted son of",
            "adopted child of",
        ),
        BondKind::Grandparent => by_sex(sex, "granddaughter of", "grandson of", "grandchild of"),
        BondKind::AuntOrUncle => by_sex(sex, "niece of", "nephew of", "niece or nephew of"),
        BondKind::FosterCarer | BondKind::KinshipCarer => "cared for by".to_owned(),
        BondKind::Advocate => "has as advocate".to_owned(),
        BondKind::TrustedAdult => "trusts".to_owned(),
        BondKind::Other(words) => format!("{words}:"),
        both => of_both(both, sex),
    }
}

/// A bond that is the same from either side.
fn of_both(kind: &BondKind, sex: Sex) -> String {
    match kind {
        BondKind::Sibling => by_sex(sex, "sister of", "brother of", "brother or sister of"),
        BondKind::HalfSibling => by_sex(
            sex,
            "half-sister of",
            "half-brother of",
            "half-brother or half-sister of",
        ),
        BondKind::StepSibling => by_sex(
            sex,
            "stepsister of",
            "stepbrother of",
            "stepbrother or stepsister of",
        ),
        BondKind::Twin => by_sex(sex, "twin sister of", "twin brother of", "twin of"),
        BondKind::IdenticalTwin => by_sex(
            sex,
            "identical twin sister of",
            "identical twin brother of",
            "identical twin of",
        ),
        BondKind::Married => "married to".to_owned(),
        BondKind::Partner => "partner of".to_owned(),
        BondKind::Divorced => "divorced from".to_owned(),
        _ => "separated from".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::{MadeUp, date};
    use crate::record::{Body, Bond};

    fn bind(family: &mut MadeUp, from: RecordId, kind: BondKind, to: RecordId, since: &str) {
        family.put(Body::Bond(Bond {
            from,
            to,
            kind,
            since: (!since.is_empty()).then(|| date(since)),
            until: None,
            note: String::new(),
        }));
    }

    #[test]
    fn bonds_are_told_from_either_side() {
        let mut family = MadeUp::new();
        let ava = family.child("Ava", "2019");
        let ben = family.child("Ben", "2021");
        let jo = family.adult("Jo", "mother");
        let mut mother = family.file.people[&jo].clone();
        mother.body.sex = Sex::Female;
        family.file.people.insert(jo, mother);
        let al = family.adult("Al", "father");
        bind(&mut family, jo, BondKind::Parent, ava, "");
        bind(&mut family, jo, BondKind::Parent, ben, "");
        bind(&mut family, al, BondKind::Separated, jo, "Feb 2021");
        let words = |person| -> Vec<String> {
            let told = bonds_in_words(&family.file, person).into_iter();
            told.map(|(words, _)| words).collect()
        };
        assert_eq!(
            words(jo),
            [
                "mother of Ava and Ben",
                "separated from Al (since Feb 2021)"
            ]
        );
        assert_eq!(words(ben), ["child of Jo"]);
        assert_eq!(words(al), ["separated from Jo (since Feb 2021)"]);
    }
}
