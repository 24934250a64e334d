//! Where each child stands in the matrix and by when people decide; the factors that ask to be looked at again.

use super::Seen;
use crate::insight::factors::{Sheet as Factors, State, Support};
use crate::insight::words::first_large;
use crate::insight::words::{day_in_words, listed};
use crate::insight::zones::clock::Clock;
use crate::insight::zones::present::present;
use crate::insight::zones::replay::Indicated;
use crate::insight::zones::standing::decisions_until;
use crate::insight::zones::telling::{
    indicated_in_words, missing_in_words, rule_in_short, voices_in_words,
};
use crate::page::{BlockKind, Page, Tone};
use crate::practice::Zone;
use crate::practice::matrix::{Move, Outcome};
use crate::record::{CaseFile, Record, ZoneDecision};

/// The children with the least time left first.
pub fn matrix(seen: Seen<'_>, page: &mut Page) {
    let mut children = seen.file.children();
    children.sort_by_key(|child| {
        let clock = Clock::on(&seen.file.zone_spells(child.id()), seen.today);
        // Orange and Red have a limit that protects the child; they come before the others.
        let waits = clock.is_none_or(|clock| clock.zone <= Zone::Yellow);
        (waits, clock.map(|clock| clock.decide_by))
    });
    for child in children {
        let name = child.body.short_name();
        let present = present(seen.file, child.id(), seen.today);
        let decisions = decisions_until(seen.file, child.id(), seen.today);
        let last = decisions.last().copied();
        let Some(clock) = present.clock else {
            page.headed(name, "No zone was decided yet.", None);
            told(page, &present.indicated);
            continue;
        };
        let share = child
            .body
            .born
            .as_ref()
            .and_then(|born| clock.share_of_life(born));
        let share = share.map_or(String::new(), |share| {
            format!("; {share}% of {name}'s life so far")
        });
        let words = format!(
            "{} since {} ({}{share})",
            clock.zone.letter_and_word(),
            day_in_words(clock.since),
            clock
                .time_in_zone()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        );
        page.put(
            BlockKind::Heading(1),
            name,
            words,
            Tone::Zone(clock.zone),
            last.map(Record::id),
        );
        limit(page, name, &clock);
        told(page, &present.indicated);
        if let Some(last) = last {
            said(seen.file, page, last);
        }
    }
}

/// By when people decide, and on what (rules D1, D6, D7, D12).
fn limit(page: &mut Page, name: &str, clock: &Clock) {
    let days = (clock.decide_by - clock.today).num_days();
    let day = day_in_words(clock.decide_by);
    let when = match days {
        0 => format!("is today, {day}"),
        1 => format!("is tomorrow, {day}"),
        ahead @ 2.. => format!("is in {ahead} days, on {day}"),
        -1 => format!("was yesterday, {day}"),
        past => format!("was {} days ago, on {day}", -past),
    };
    match clock.zone {
        Zone::Orange => {
            let words = format!("{name}'s limit in Orange {when} (p31-32).");
            page.ask("", words, None);
        }
        Zone::Red => page.ask(
            "",
            format!("The end of the time-limited work in Red {when} (p32)."),
            None,
        ),
        Zone::Yellow if days <= 0 => {
            page.ask(
                "",
                format!("The period in Yellow {when}: more time, or Orange (p41)?"),
                None,
            );
        }
        Zone::Green if days <= 0 => {
            page.ask(
                "",
                format!("Six months in Green {when}: closing may be considered (p32)."),
                None,
            );
        }
        Zone::Yellow | Zone::Green => page.quiet(format!("The period {when}.")),
    }
}

/// What the matrix indicates, what it would take to know, and what people should see beside it.
fn told(page: &mut Page, indicated: &Indicated) {
    page.say(format!("Indicated: {}", indicated_in_words(indicated)));
    let missing = match indicated {
        Indicated::First(first) => missing_in_words(&first.missing),
        Indicated::Again(_, told) => missing_in_words(&told.missing),
    };
    for words in missing {
        page.quiet(words);
    }
    let Indicated::Again(_, indication) = indicated else {
        return;
    };
    if let Outcome::Decide { .. } = indicated.outcome() {
        page.ask(
            "",
            format!("To decide: {}.", indicated.outcome().words()),
            None,
        );
    }
    let changes = indication.dates.iter().take(2);
    for date in changes {
        let words = format!("On {}: {}", day_in_words(date.on), date.words);
        page.quiet(words);
    }
    for warning in &indication.warnings {
        page.ask("", &warning.words, None);
    }
    for step in &indication.moves {
        conditions(page, step);
    }
}

/// What a move wants and how that stands: what people would need to see. A move of which nothing holds is not told.
fn conditions(page: &mut Page, step: &Move) {
    if !step
        .conditions
        .iter()
        .any(|condition| condition.holds == Some(true))
    {
        return;
    }
    let told = step.conditions.iter().map(|condition| {
        let stands = match (condition.holds, condition.on) {
            (Some(true), _) => "so".to_owned(),
            (Some(false), Some(day)) => format!("not before {}", day_in_words(day)),
            (Some(false), None) => "not yet".to_owned(),
            (None, _) => "not known".to_owned(),
        };
        format!("{} ({stands})", condition.words)
    });
    let told: Vec<String> = told.collect();
    let to = first_large(&step.to.words());
    let words = format!(
        "{to} ({}). It takes: {}.",
        rule_in_short(step.rule),
        told.join("; ")
    );
    page.quiet(words);
}

/// The last decision: its reason and who had a say.
fn said(file: &CaseFile, page: &mut Page, last: &Record<ZoneDecision>) {
    let body = &last.body;
    let reason = match body.reason.as_str() {
        "" => "no reason is written".to_owned(),
        reason => reason.to_owned(),
    };
    let words = format!("Decided {}: {reason}", body.on.in_short());
    page.behind("", words, Some(last.id()));
    let voices = voices_in_words(body);
    if !voices.is_empty() {
        page.quiet(voices);
    }
    let evidence = body.evidence.iter().filter_map(|id| file.entries.get(id));
    let days: Vec<String> = evidence.map(|entry| entry.body.when.in_short()).collect();
    if !days.is_empty() {
        page.quiet(format!("It rests on the entries of {}.", listed(&days)));
    }
}

/// Present factors without evidence, with one source, gone old, or with a question.
pub fn factors(seen: Seen<'_>, page: &mut Page) {
    let factors = Factors::of(seen.file, seen.today);
    let mut found = false;
    for (row, at) in factors.rows.iter().enumerate() {
        for (column, cell) in at.cells.iter().enumerate() {
            let Some(coverage) = cell.coverage.as_ref() else {
                continue;
            };
            if cell.state != State::Present && cell.questions.is_empty() {
                continue;
            }
            let asks = cell.questions.iter().map(|question| question.text.clone());
            let thin = coverage.support != Support::Several || coverage.is_old;
            let rests = thin.then(|| coverage.in_words());
            let told: Vec<String> = asks.chain(rests).collect();
            if told.is_empty() {
                continue;
            }
            found = true;
            let id = cell.findings.first().copied();
            page.headed("", factors.told(row, column), id);
            for words in told {
                page.ask("", words, id);
            }
        }
    }
    match (found, seen.file.factors.is_empty()) {
        (_, true) => page.say("No factor is recorded yet. Absent is not the same as not asked."),
        (false, false) => page.say(
            "Every present factor has more than one source and was looked at in the last six months.",
        ),
        _ => {}
    }
}
