//! What somebody is to whoever the family is seen from: "mother", "half-brother", "great-aunt", "partner of Siân".

use super::kin::{Genogram, Kin, KinKind};
use crate::record::Sex;
use std::collections::BTreeMap;

/// The word for what `other` is to `from`; `None` for whom no short word fits.
pub fn relation(graph: &Genogram, from: usize, other: usize) -> Option<String> {
    if from == other {
        return None;
    }
    by_blood(graph, from, other)
        .or_else(|| by_care(graph, from, other))
        .or_else(|| by_union(graph, from, other))
}

fn word(graph: &Genogram, person: usize, female: &str, male: &str, either: &str) -> String {
    let word = match graph.people[person].sex {
        Sex::Female => female,
        Sex::Male => male,
        Sex::Other | Sex::NotKnown => either,
    };
    word.to_owned()
}

/// How many steps up somebody's forebears are, they themself among them.
fn forebears(graph: &Genogram, person: usize) -> BTreeMap<usize, usize> {
    let mut steps = BTreeMap::from([(person, 0)]);
    let mut open = vec![person];
    while let Some(one) = open.pop() {
        let up = steps.get(&one).copied().unwrap_or(0) + 1;
        for line in graph.lines_up(one) {
            if !(line.kind.is_of_family() || line.kind == KinKind::Adopted) {
                continue;
            }
            for parent in &graph.unions[line.union].partners {
                if steps.get(parent).is_none_or(|known| *known > up) {
                    steps.insert(*parent, up);
                    open.push(*parent);
                }
            }
        }
    }
    steps
}

fn by_blood(graph: &Genogram, from: usize, other: usize) -> Option<String> {
    let (of_from, of_other) = (forebears(graph, from), forebears(graph, other));
    let shared = of_from
        .iter()
        .filter_map(|(who, up)| Some((*up, *of_other.get(who)?)));
    let (up, down) = shared.min_by_key(|(up, down)| (up + down, *up))?;
    let great = |steps: usize| "great-".repeat(steps);
    let of = |female: &str, male: &str, either: &str| word(graph, other, female, male, either);
    let adopted = |kind: &str| match adopted(graph, from, other) {
        true => format!("adoptive {kind}"),
        false => kind.to_owned(),
    };
    Some(match (up, down) {
        (1, 0) => adopted(&of("mother", "father", "parent")),
        (0, 1) => of("daughter", "son", "child"),
        (up, 0) => format!(
            "{}{}",
            great(up - 2),
            of("grandmother", "grandfather", "grandparent")
        ),
        (0, down) => format!(
            "{}{}",
            great(down - 2),
            of("granddaughter", "grandson", "grandchild")
        ),
        (1, 1) => sibling(graph, from, other),
        (up, 1) => format!("{}{}", great(up - 2), of("aunt", "uncle", "aunt or uncle")),
        (1, down) => format!(
            "{}{}",
            great(down - 2),
            of("niece", "nephew", "niece or nephew")
        ),
        (2, 2) => "cousin".to_owned(),
        _ => "relative".to_owned(),
    })
}

fn adopted(graph: &Genogram, child: usize, parent: usize) -> bool {
    let mut lines = graph.lines_up(child);
    lines.any(|line| {
        line.kind == KinKind::Adopted && graph.unions[line.union].partners.contains(&parent)
    })
}

/// "Half-" only where both parents of each are recorded and they share one; where a parent is missing nobody knows.
fn sibling(graph: &Genogram, from: usize, other: usize) -> String {
    let word = word(graph, other, "sister", "brother", "brother or sister");
    let own = |kind: KinKind| kind.is_of_family() || kind == KinKind::Adopted;
    let mut pairs = Vec::new();
    for one in graph.lines_up(from).filter(|line| own(line.kind)) {
        for two in graph.lines_up(other).filter(|line| own(line.kind)) {
            let partners = &graph.unions[two.union].partners;
            let shared = graph.unions[one.union].partners.iter();
            let shared = shared.filter(|one| partners.contains(one)).count();
            if shared > 0 {
                pairs.push((one, two, shared));
            }
        }
    }
    let by_adoption = |(one, two, _): &(&Kin, &Kin, usize)| {
        one.kind == KinKind::Adopted || two.kind == KinKind::Adopted
    };
    if !pairs.is_empty() && pairs.iter().all(by_adoption) {
        return format!("{word} by adoption");
    }
    let is_half = |(one, two, shared): &(&Kin, &Kin, usize)| {
        let marked = [one.kind, two.kind].contains(&KinKind::HalfSibling);
        let both = |union: usize| graph.unions[union].partners.len() == 2;
        marked || (*shared == 1 && both(one.union) && both(two.union))
    };
    match !pairs.is_empty() && pairs.iter().all(is_half) {
        true => format!("half-{}", word.replace("or sister", "or half-sister")),
        false => word,
    }
}

fn by_care(graph: &Genogram, from: usize, other: usize) -> Option<String> {
    let cares = |carer: usize, child: usize| {
        let mut lines = graph.lines_up(child);
        lines
            .find(|line| graph.unions[line.union].partners.contains(&carer))
            .cloned()
    };
    if let Some(line) = cares(other, from) {
        let past = if !line.is_now() { "former " } else { "" };
        return Some(match line.kind {
            KinKind::Foster => format!("{past}foster carer"),
            KinKind::Kinship => format!("{past}kinship carer"),
            KinKind::Care => format!("{past}carer"),
            _ => word(graph, other, "stepmother", "stepfather", "step-parent"),
        });
    }
    cares(from, other).map(|line| match line.is_now() {
        true => "child in their care".to_owned(),
        false => "child once in their care".to_owned(),
    })
}

fn by_union(graph: &Genogram, from: usize, other: usize) -> Option<String> {
    let partner = |union: usize| {
        let union = &graph.unions[union];
        let with = union.partners.iter().copied().find(|one| *one != other);
        with.filter(|_| !union.is_care_only())
            .map(|with| (with, union.slashes() > 0))
    };
    let mut unions: Vec<(usize, bool)> = graph.unions_of(other).filter_map(partner).collect();
    unions.sort_by_key(|(with, past)| (*with != from, *past));
    let nearest = unions.iter().find(|(with, _)| *with == from).or_else(|| {
        unions
            .iter()
            .find(|(with, _)| by_blood(graph, from, *with).is_some())
    });
    let (with, past) = nearest?;
    let word = if *past { "former partner" } else { "partner" };
    Some(match *with == from {
        true => word.to_owned(),
        false => format!("{word} of {}", graph.people[*with].short_name),
    })
}
