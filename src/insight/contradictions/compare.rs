//! Which claims cannot both be so.

use super::said::{Came, Said, Saying};
use super::who::Who;
use super::{About, Claim, Contradiction};
use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::insight::words::{day_in_words, listed};
use crate::record::RecordId;
use std::collections::{BTreeMap, BTreeSet};

/// An account with what it says.
pub struct Heard<'a> {
    pub told: Told<'a>,
    pub sayings: Vec<Saying>,
}

/// Contradictions between accounts of one entry, and between accounts of one day by different tellers.
pub fn within_events(heard: &[Heard], family: &Family) -> Vec<Contradiction> {
    let mut entries: BTreeMap<RecordId, Vec<&Heard>> = BTreeMap::new();
    let mut days: BTreeMap<chrono::NaiveDate, Vec<&Heard>> = BTreeMap::new();
    for account in heard {
        entries.entry(account.told.entry).or_default().push(account);
        if let Some(day) = account.told.when().exact_day() {
            days.entry(day).or_default().push(account);
        }
    }
    let mut found = Vec::new();
    let mut seen: BTreeSet<(About, RecordId)> = BTreeSet::new();
    let groups = entries
        .values()
        .map(|group| (group, true))
        .chain(days.values().map(|group| (group, false)));
    for (group, one_entry) in groups {
        for about in [About::Attendance, About::Presence, About::Injury] {
            for differing in differing(group, about, one_entry) {
                let fresh = differing
                    .iter()
                    .all(|(account, _)| !seen.contains(&(about, account.told.id())));
                if fresh {
                    seen.extend(
                        differing
                            .iter()
                            .map(|(account, _)| (about, account.told.id())),
                    );
                    found.push(contradiction(about, &differing, family));
                }
            }
        }
    }
    found
}

/// An account is compared with this many others of its day; a family's busiest day has far fewer.
const MOST_COMPARED: usize = 400;

type Differing<'a> = Vec<(&'a Heard<'a>, &'a Saying)>;

/// Sets of accounts that differ: the first of each opinion in front, accounts that agree with one of them behind.
fn differing<'a>(group: &[&'a Heard<'a>], about: About, one_entry: bool) -> Vec<Differing<'a>> {
    let mut found: Vec<Differing<'a>> = Vec::new();
    let mut taken: BTreeSet<RecordId> = BTreeSet::new();
    for (place, one) in group.iter().enumerate() {
        for other in group
            .get(place + 1..)
            .unwrap_or(&[])
            .iter()
            .take(MOST_COMPARED)
        {
            if taken.contains(&one.told.id()) || !may_differ(one, other, one_entry) {
                continue;
            }
            if let Some((said, otherwise)) = conflict(one, other, about, one_entry, group) {
                taken.extend([one.told.id(), other.told.id()]);
                let mut set = vec![(*one, said), (*other, otherwise)];
                for third in group
                    .iter()
                    .filter(|third| !taken.contains(&third.told.id()))
                {
                    let agrees = third.sayings.iter().find(|saying| {
                        agree(&saying.said, &said.said) || agree(&saying.said, &otherwise.said)
                    });
                    if let Some(agrees) = agrees.filter(|_| may_differ(one, third, one_entry)) {
                        set.push((third, agrees));
                    }
                }
                taken.extend(set.iter().map(|(account, _)| account.told.id()));
                found.push(set);
            }
        }
    }
    found
}

fn may_differ(one: &Heard, other: &Heard, one_entry: bool) -> bool {
    let (one, other) = (&one.told, &other.told);
    one_entry
        || one.teller() != other.teller()
            && one
                .children
                .iter()
                .any(|child| other.children.contains(child))
}

fn conflict<'a>(
    one: &'a Heard,
    other: &'a Heard,
    about: About,
    one_entry: bool,
    group: &[&Heard],
) -> Option<(&'a Saying, &'a Saying)> {
    one.sayings.iter().find_map(|said| {
        let against =
            other
                .sayings
                .iter()
                .find(|otherwise| match (&said.said, &otherwise.said) {
                    (Said::Came { who: a, came: x }, Said::Came { who: b, came: y }) => {
                        about == About::Attendance
                            && x != y
                            && same_visitor(a.as_ref(), b.as_ref(), one_entry, group)
                    }
                    (Said::There { who: a, here: x }, Said::There { who: b, here: y }) => {
                        about == About::Presence && one_entry && a == b && x != y
                    }
                    (Said::Injury { who: a, seen: x }, Said::Injury { who: b, seen: y }) => {
                        let same = a == b && (one_entry || a.is_some());
                        about == About::Injury && same && x != y
                    }
                    _ => false,
                })?;
        let of_two_minds = [one, other].iter().any(|account| {
            let opinions = account.sayings.iter().filter(|saying| {
                opposed(&saying.said, &said.said) || agree(&saying.said, &said.said)
            });
            let (for_it, against_it): (Vec<_>, Vec<_>) =
                opinions.partition(|saying| agree(&saying.said, &said.said));
            !for_it.is_empty() && !against_it.is_empty()
        });
        (!of_two_minds).then_some((said, against))
    })
}

/// Whether two statements on attendance are about one visitor. A status that names nobody is about whoever was
/// expected; on another entry of the day it counts only when it is that day's only one.
fn same_visitor(one: Option<&Who>, other: Option<&Who>, one_entry: bool, group: &[&Heard]) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.may_be(other),
        _ if one_entry => true,
        (None, None) => false,
        _ => {
            let nameless = group.iter().flat_map(|account| &account.sayings);
            nameless
                .filter(|saying| matches!(saying.said, Said::Came { who: None, .. }))
                .count()
                == 1
        }
    }
}

fn agree(one: &Said, other: &Said) -> bool {
    same_matter(one, other) && !opposed(one, other)
}

fn opposed(one: &Said, other: &Said) -> bool {
    same_matter(one, other)
        && match (one, other) {
            (Said::Came { came: x, .. }, Said::Came { came: y, .. }) => x != y,
            (Said::There { here: x, .. }, Said::There { here: y, .. }) => x != y,
            (Said::Injury { seen: x, .. }, Said::Injury { seen: y, .. }) => x != y,
            _ => false,
        }
}

fn same_matter(one: &Said, other: &Said) -> bool {
    match (one, other) {
        (Said::Came { who: a, .. }, Said::Came { who: b, .. }) => match (a, b) {
            (Some(a), Some(b)) => a.may_be(b),
            _ => true,
        },
        (Said::There { who: a, .. }, Said::There { who: b, .. }) => a == b,
        (Said::Injury { who: a, .. }, Said::Injury { who: b, .. }) => a == b,
        _ => false,
    }
}

fn contradiction(about: About, differing: &Differing, family: &Family) -> Contradiction {
    let claim = |(account, saying): &(&Heard, &Saying)| {
        claim(&account.told, saying, means(account, saying, family))
    };
    let (claims, supports) = differing.split_at(2.min(differing.len()));
    Contradiction {
        about,
        text: format!("Two accounts differ on {about}."),
        claims: claims.iter().map(claim).collect(),
        supports: supports.iter().map(claim).collect(),
    }
}

/// A claim as it is shown.
pub fn claim(told: &Told, saying: &Saying, means: String) -> Claim {
    Claim {
        account: told.id(),
        entry: told.entry,
        quote: saying.quote.clone(),
        means,
    }
}

/// What a saying is taken to mean, in a few words.
pub fn means(account: &Heard, saying: &Saying, family: &Family) -> String {
    let name = |who: &Option<Who>| {
        let only = who.as_ref().and_then(Who::only);
        only.map_or(String::new(), |id| format!("{} ", family.short_name(id)))
    };
    match &saying.said {
        Said::Came {
            who,
            came: Came::Yes,
        } => format!("{}came", name(who)),
        Said::Came {
            who,
            came: Came::No,
        } => format!("{}did not come", name(who)),
        Said::Came {
            came: Came::Cancelled,
            ..
        } => "it was cancelled".to_owned(),
        Said::There { here, .. } => {
            let same = account
                .sayings
                .iter()
                .filter_map(|other| match &other.said {
                    Said::There { who, here: there } if there == here => {
                        Some(family.short_name(*who))
                    }
                    _ => None,
                });
            let names: BTreeSet<&str> = same.collect();
            let names: Vec<&str> = names.into_iter().collect();
            format!(
                "{} {}",
                listed(&names),
                if *here { "there" } else { "elsewhere" }
            )
        }
        Said::Injury { seen: true, .. } => "an injury was seen".to_owned(),
        Said::Injury { seen: false, .. } => "no injury was seen".to_owned(),
        Said::LivesWith {
            from, to, ongoing, ..
        } => match (ongoing, from == to) {
            (true, true) => format!("since {}", day_in_words(*from)),
            (false, true) => format!("on {}", day_in_words(*from)),
            _ => format!("between {} and {}", day_in_words(*from), day_in_words(*to)),
        },
    }
}
