//! Periods of the handbook: the clock of each child's zone, support after a return home, and the look back of Stage Four.
//! The days come from the zones and the matrix; nothing is counted here anew.

use super::days::{first_day, in_words};
use super::facts::{Child, Facts};
use super::telling::said;
use super::{Due, DueKind, DueState, state_on};
use crate::insight::goals::EARLY_DAYS;
use crate::insight::stages::look_again;
use crate::insight::words::day_in_words;
use crate::insight::zones::clock::Clock;
use crate::insight::zones::standing::{decisions_until, home, standing};
use crate::practice::Zone;
use crate::practice::matrix::months::months_after;
use crate::practice::matrix::{Lives, Standing, drift_days, next_question, rule};
use crate::practice::timescales::Timescale;
use crate::record::{Record, RecordId, ZoneDecision, ZoneSpell};
use chrono::{Days, NaiveDate};

/// The months of support after a return home, where no zone was decided (rule T4).
const SUPPORT_MONTHS: u32 = 6;

/// The periods of every child.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let children = facts.children.iter();
    let of_child = |child: &Child| {
        let Some(id) = child.id else {
            return Vec::new();
        };
        let decisions = decisions_until(facts.file, id, facts.today);
        let mut dues = of_zone(facts, id, &decisions);
        dues.extend(support(facts, child, id));
        dues.extend(stage_four(facts, id, &decisions));
        dues
    };
    children.flat_map(of_child).collect()
}

/// A day of the handbook for a child, in the words of its rule.
struct Told<'s> {
    rule: &'s str,
    months: u32,
    day: NaiveDate,
    before: String,
    after: Vec<String>,
    record: Option<RecordId>,
    is_warning: bool,
}

/// What a day is for that warns of the end of the time in Orange.
const WARNING: (&str, &str) = ("Plan the re-analysis in Orange", "Re-analysis");

fn due(facts: &Facts, child: RecordId, told: Told) -> Option<Due> {
    let row: &Timescale = facts.by.row_of_rule(told.rule)?;
    let known = rule(told.rule);
    let page = known.page.as_str();
    let mut why = vec![
        told.before,
        format!("On {}:", day_in_words(told.day)),
        known.said(told.months),
    ];
    why.extend(told.after);
    let (what, short) = match told.is_warning {
        true => WARNING,
        false => (row.name.as_str(), row.short.as_str()),
    };
    Some(Due {
        what: what.to_owned(),
        short: short.to_owned(),
        rule: told.rule.to_owned(),
        day: Some(told.day),
        state: state_on(told.day, facts.today),
        source: match page {
            "" => row.source.clone(),
            _ => format!("The 8 R's handbook, {page} ({})", known.basis.words()),
        },
        record: told.record,
        ..facts.without_day(row, DueKind::Zone, vec![child], said(&why))
    })
}

fn of_zone(facts: &Facts, child: RecordId, decisions: &[&Record<ZoneDecision>]) -> Vec<Due> {
    let spells = ZoneSpell::made_by(decisions);
    let clock = Clock::on(&spells, facts.today);
    let standing = standing(facts.file, child, decisions, facts.today);
    let (Some(clock), Some(standing), Some(spell)) = (clock, standing, spells.last()) else {
        return Vec::new();
    };
    let record = decisions.last().map(|decision| decision.id());
    let before = format!("{} since {}.", clock.zone.word(), day_in_words(clock.since));
    let told = |rule, day| Told {
        rule,
        months: standing.period(),
        day,
        before: before.clone(),
        after: Vec::new(),
        record,
        is_warning: false,
    };
    let last_decided = format!("Last decided on {}.", day_in_words(spell.last_decided));
    let decided_again = clock.decide_by != clock.full_on;
    let limit = |rule| Told {
        after: match decided_again {
            true => vec![
                last_decided.clone(),
                "That gave more time, so it is looked at again three months later.".to_owned(),
            ],
            false => Vec::new(),
        },
        ..told(rule, clock.decide_by)
    };
    let days = match clock.zone {
        Zone::Green => match standing.lives {
            Some(Lives::Away) => vec![limit("D11")],
            _ => vec![limit("D1")],
        },
        Zone::Yellow => {
            let asked = question(&standing, spell.last_decided, facts.today);
            let asked = asked.map(|day| Told {
                after: vec![last_decided],
                ..told("D12", day)
            });
            asked.into_iter().collect()
        }
        Zone::Orange => orange(facts, &standing, limit("D6"), &told),
        Zone::Red => vec![limit("D7")],
    };
    days.into_iter()
        .filter_map(|day| due(facts, child, day))
        .collect()
}

/// The end of the time in Orange, and the next warning before it. A warning that has passed is told with the end.
fn orange<'s>(
    facts: &Facts,
    standing: &Standing,
    mut end: Told<'s>,
    told: &dyn Fn(&'s str, NaiveDate) -> Told<'s>,
) -> Vec<Told<'s>> {
    let (plan, last) = drift_days(standing);
    let warnings = [(plan, "D6-4"), (last, "D6-5")];
    let dated: Vec<_> = warnings
        .into_iter()
        .filter_map(|(day, rule)| Some((day?, rule)))
        .collect();
    let passed = dated.iter().rev().find(|(day, _)| *day < facts.today);
    if let Some((_, warning)) = passed.filter(|_| end.day > facts.today) {
        end.after.push(rule(warning).said(standing.period()));
    }
    let next = dated
        .iter()
        .find(|(day, _)| *day >= facts.today && *day < end.day);
    let next = next.map(|(day, rule)| Told {
        is_warning: true,
        ..told(rule, *day)
    });
    next.into_iter().chain([end]).collect()
}

/// The day on which it is asked whether there is enough change in Yellow: the last that came with nothing decided near it or
/// since, else the next.
fn question(standing: &Standing, decided: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let answered = decided.checked_add_days(Days::new(EARLY_DAYS + 1))?;
    let mut asked = next_question(standing, answered)?;
    while let Some(later) = asked
        .succ_opt()
        .and_then(|day| next_question(standing, day))
        .filter(|later| *later <= today)
    {
        asked = later;
    }
    Some(asked)
}

/// Support until six months after a return home, while that lies ahead.
fn support(facts: &Facts, child: &Child, id: RecordId) -> Option<Due> {
    let (lives, returned) = home(facts.file, id, facts.today);
    let told_by_occasion = || {
        let held = child.held(&["return-home"]);
        let last = held.last().filter(|_| lives != Some(Lives::Away))?;
        Some((last.first, in_words(&last.record.body.on)))
    };
    let returned = returned.map(|day| (day, day_in_words(day)));
    let (from, words) = returned.or_else(told_by_occasion)?;
    let day = months_after(from, SUPPORT_MONTHS);
    let told = Told {
        rule: "D2",
        months: SUPPORT_MONTHS,
        day,
        before: format!("Home again since {words}."),
        after: Vec::new(),
        record: None,
        is_warning: false,
    };
    due(facts, id, told).filter(|_| day >= facts.today)
}

/// The look back of Stage Four, until a child's zone was decided a second time, or for the first time later than that.
fn stage_four(facts: &Facts, child: RecordId, decisions: &[&Record<ZoneDecision>]) -> Option<Due> {
    let day = look_again(facts.file).filter(|day| {
        let looked = decisions.last().and_then(|last| last.body.on.anchor());
        decisions.len() < 2 && looked.is_none_or(|looked| looked < *day)
    })?;
    let row = facts.by.row_of_rule("D9")?;
    let opened = facts.file.case.as_ref()?.body.opened.as_ref()?;
    let mut why = vec![
        format!(
            "The case was opened on {}.",
            day_in_words(first_day(opened)?)
        ),
        format!(
            "About {} later, on {}, the matrix is looked at again.",
            row.limit_in_words(),
            day_in_words(day)
        ),
    ];
    let state = state_on(day, facts.today);
    let never = state == DueState::Late && decisions.is_empty();
    if never {
        why.push("No zone is decided yet.".to_owned());
    }
    Some(Due {
        rule: row.id.clone(),
        day: (!never).then_some(day),
        state: if never { DueState::NotRecorded } else { state },
        ..facts.without_day(row, DueKind::Zone, vec![child], said(&why))
    })
}
