//! Visits to looked after children: which rule counts follows from the placement and the order (CPPCR 2010 reg 28).

use super::days::{first_day, in_words};
use super::facts::{Child, Facts, Held};
use super::telling::{Clocked, Start};
use super::{Due, DueKind};
use crate::insight::folding::folded;
use crate::practice::Living;
use crate::practice::timescales::{Timescale, Whose};
use chrono::{Months, NaiveDate};

const VISIT: [&str; 1] = ["visit"];

/// The visit that is due to each looked after child.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let children = facts.children.iter();
    children.filter_map(|child| due(facts, child)).collect()
}

fn due(facts: &Facts, child: &Child) -> Option<Due> {
    let period = child.looked_after?;
    let arrangement = Arrangement::of(child);
    let Some(since) = arrangement.since else {
        let row = facts.by.row("LAC_VISIT_1")?;
        let why = period.unknown(Whose::LookedAfter);
        return Some(facts.without_day(row, DueKind::Visit, child.about(), why));
    };
    let visits = child.held_since(&VISIT, since);
    let start = match visits.last() {
        Some(last) => facts.after_last(last),
        None => Start {
            day: since,
            words: arrangement.words.clone(),
            record: child.stay.as_ref().map(|stay| stay.first.id()),
        },
    };
    let mut more = Vec::new();
    let rule = rule(facts, child, &arrangement, visits.last(), &mut more);
    let row = facts.by.row(rule)?;
    let first = row.first.filter(|_| first_holds(row, child, since));
    more.extend(seen_alone(child));
    Some(facts.due(
        child,
        Clocked {
            row,
            kind: DueKind::Visit,
            start,
            span: first,
            was_ever: child.was_ever(&VISIT),
            more,
        },
    ))
}

fn first_holds(row: &Timescale, child: &Child, since: NaiveDate) -> bool {
    child.held_since(&[&row.first_until], since).is_empty()
}

/// How the child lives under the order that holds.
struct Arrangement {
    /// Since when, for visits: the later of the start of the placement, of the order at home, and of being looked after.
    since: Option<NaiveDate>,
    /// Since when the child lives there.
    placed: Option<NaiveDate>,
    words: String,
    order_at_home: Option<&'static str>,
}

impl Arrangement {
    fn of(child: &Child) -> Arrangement {
        let at_home = child.living() == Some(Living::Home);
        let order = ["ICO", "CO"].into_iter().find_map(|short| {
            let status = child.status(short).filter(|_| at_home)?;
            Some((short, status.period()))
        });
        let looked_after = child.looked_after.and_then(|period| period.since);
        let stay = child.stay.as_ref();
        let placed = stay.and_then(|stay| first_day(stay.from()));
        let ordered = order.and_then(|(_, period)| period.since);
        let since = looked_after.max(placed).max(ordered);
        let words = match (stay, child.looked_after) {
            (Some(stay), _) if since == placed => {
                format!("Lives there since {}.", in_words(stay.from()))
            }
            (_, Some(period)) if order.is_none() || since == looked_after => {
                format!("Looked after since {}.", in_words(period.written))
            }
            _ => order.map_or(String::new(), |(short, period)| {
                format!("{short} at home since {}.", in_words(period.written))
            }),
        };
        Arrangement {
            since,
            placed,
            words,
            order_at_home: order.map(|(short, _)| short),
        }
    }
}

/// The rule that counts.
fn rule(
    facts: &Facts,
    child: &Child,
    arrangement: &Arrangement,
    last: Option<&Held>,
    more: &mut Vec<String>,
) -> &'static str {
    let since = arrangement.since.unwrap_or(NaiveDate::MIN);
    let last_of = |what: &str| child.held_since(&[what], since).last().copied();
    let not_assessed = last_of("placed-before-assessment").filter(|placed| {
        let assessed = child.held_since(&["assessment"], placed.first);
        assessed.is_empty()
    });
    if not_assessed.is_some() {
        return "PWP_PRE_ASSESS";
    }
    if last_of("temporary-carer").is_some() {
        return "ICO_HOME";
    }
    match arrangement.order_at_home {
        Some("ICO") => return "ICO_HOME",
        Some(_) => return "CO_HOME",
        None => {}
    }
    let Some(last) = last else {
        return "LAC_VISIT_1";
    };
    if child.stay.is_none() {
        more.push("Where the child lives is not recorded, so the shorter limit counts.".to_owned());
    }
    let placed = arrangement.placed.unwrap_or(since);
    let year = placed.checked_add_months(Months::new(12));
    let next = facts
        .by
        .row("LAC_VISIT_Y1")
        .and_then(|row| row.due_after(last.first, facts.by.working_days()));
    if next.map(|next| next.day) < year {
        return "LAC_VISIT_Y1";
    }
    match is_long_term(facts, child) {
        true => "LAC_VISIT_LT",
        false => {
            more.push(
                "Nothing at the placement says that it is to last until 18, so the shorter limit counts.".to_owned(),
            );
            "LAC_VISIT_OTHER"
        }
    }
}

/// Whether the words of the placement say that it is to last until the child is 18.
fn is_long_term(facts: &Facts, child: &Child) -> bool {
    child.stay.as_ref().is_some_and(|stay| {
        let told = folded(&format!("{} {}", stay.last.body.kind, stay.last.body.note));
        facts
            .by
            .long_term_words
            .iter()
            .any(|word| told.contains(word.as_str()))
    })
}

/// When the child was last seen alone, where the last visit does not tell that.
pub fn seen_alone(child: &Child) -> Option<String> {
    let id = child.id?;
    let visits = child.held(&VISIT);
    let last = &visits.last()?.record.body;
    if last.seen_alone.contains(&id) {
        return None;
    }
    let alone = visits
        .iter()
        .rev()
        .find(|visit| visit.record.body.seen_alone.contains(&id));
    let since = alone.map_or(
        "no visit at which that was so is recorded".to_owned(),
        |visit| format!("the last time was {}", in_words(&visit.record.body.on)),
    );
    let why = match last.why_not_alone.trim().trim_end_matches('.') {
        "" => String::new(),
        why => format!(" ({why})"),
    };
    let is_told = !last.seen.is_empty() || !last.seen_alone.is_empty() || !why.is_empty();
    Some(match is_told {
        true => format!("At the last visit the child was not seen alone{why}; {since}."),
        false => {
            format!("Whether the child was seen alone at the last visit is not recorded; {since}.")
        }
    })
}
