//! Goals, plan and stages, and every date that is due.

use super::thinking::to_do;
use super::{Seen, Sheet, Tone};
use crate::insight::due::DueState;
use crate::insight::goals::{questions, standings};
use crate::insight::plan::{
    bottom_lines, bounds, helping, of_bottom_line, of_step, of_support, steps, versions,
};
use crate::insight::relationships::{people_of, target};
use crate::insight::spans::ago;
use crate::insight::stages::Stages;
use crate::insight::thinking::short_names;
use crate::practice::stages::ListKind;

/// Each goal with its level, the way it went, and what is to be asked.
pub fn goals(seen: Seen<'_>, sheet: &mut Sheet) {
    let all = standings(seen.file, seen.today);
    let open = all.iter().filter(|standing| !standing.is_ended);
    let mut any = false;
    for standing in open {
        any = true;
        let goal = &standing.goal.body;
        let whose = short_names(seen.file, &goal.people);
        sheet.put(whose, &goal.words, Tone::Heading, Some(standing.goal.id()));
        let level = match (standing.level(), standing.trend()) {
            (None, _) => "not reviewed yet".to_owned(),
            (Some(level), None) => format!("{}: {}", level.signed(), level.words()),
            (Some(level), Some(trend)) => {
                format!("{}: {}, {}", level.signed(), level.words(), trend.words())
            }
        };
        sheet.of(standing.goal.id(), "level", level);
        if let Some(last) = standing.last() {
            sheet.put(
                last.body.on.in_short(),
                &last.body.evidence,
                Tone::Quiet,
                Some(last.id()),
            );
        }
        match standing.next_due {
            Some(due) if standing.is_late => {
                let words = format!("to be reviewed, {}", ago(due, seen.today));
                sheet.asks_of(standing.goal.id(), "late", words);
            }
            Some(due) => sheet.of(standing.goal.id(), "review", ago(due, seen.today)),
            None => sheet.asks_of(standing.goal.id(), "?", "No review day is set."),
        }
        for question in questions(standing, seen.file, seen.today) {
            sheet.asks_of(standing.goal.id(), "?", question);
        }
        to_do(seen, sheet, standing.goal.id());
    }
    if !any {
        sheet.say("No goal is worked on.");
    }
}

/// Challenge, what helps and how it goes, bottom lines, and when the plan was agreed.
pub fn plan(seen: Seen<'_>, sheet: &mut Sheet) {
    let (file, today) = (seen.file, seen.today);
    match versions(file).first() {
        Some(version) => {
            let body = &version.body;
            let review = body.review.as_ref().and_then(|review| review.anchor());
            let is_past = review.is_some_and(|review| review < today);
            let review = body
                .review
                .as_ref()
                .map_or("no review day".to_owned(), |review| {
                    format!("to be reviewed {}", review.in_short())
                });
            let words = format!("Agreed {}; {review}.", body.on.in_short());
            let tone = if is_past { Tone::Asks } else { Tone::Quiet };
            sheet.put("", words, tone, Some(version.id()));
        }
        None => sheet.ask("No version of the plan was agreed yet."),
    }
    for step in steps(file, today) {
        let whose = short_names(file, &step.body.people);
        sheet.put(whose, &step.body.challenge, Tone::Heading, Some(step.id()));
        for support in helping(file, step.id(), today) {
            let asks = of_support(&support.body, today);
            let how = match support.body.how_it_goes.as_str() {
                "" => support.body.what.clone(),
                how => format!("{}: {how}", support.body.what),
            };
            sheet.of(support.id(), "helps", how);
            for words in asks {
                sheet.asks_of(support.id(), "?", words);
            }
        }
        for line in bounds(file, step.id(), today) {
            sheet.of(line.id(), "line", &line.body.words);
        }
        for words in of_step(file, step.id(), &step.body, today) {
            sheet.asks_of(step.id(), "?", words);
        }
        to_do(seen, sheet, step.id());
    }
    let whole = bottom_lines(file, today);
    let whole: Vec<_> = whole
        .into_iter()
        .filter(|line| line.body.steps.is_empty())
        .collect();
    if !whole.is_empty() {
        sheet.heading("Bottom lines of the whole plan");
    }
    for line in whole {
        sheet.of(
            line.id(),
            short_names(file, &line.body.people),
            &line.body.words,
        );
        for words in of_bottom_line(&line.body, today) {
            sheet.asks_of(line.id(), "?", words);
        }
    }
}

/// Where the work is, and what the gate of that stage still asks for.
pub fn stages(seen: Seen<'_>, sheet: &mut Sheet) {
    let stages = Stages::of(seen.file, seen.today);
    lasting(seen, sheet);
    let Some(now) = stages.current(None) else {
        sheet.say("Every gate is behind this family.");
        return;
    };
    let stage = now.stage;
    sheet.heading(format!(
        "Stage {}: {} ({})",
        stage.number, stage.name, stage.page
    ));
    sheet.say(&stage.purpose);
    sheet.say(format!(
        "Gates: {}.",
        now.count(ListKind::Gate, None).in_words()
    ));
    for item in now.items(ListKind::Gate) {
        let state = item.state(None);
        if state.is_settled() {
            continue;
        }
        let shown = item.shows.first().and_then(|shows| shows.record);
        sheet.put(state.words(), &item.item.words, Tone::Asks, shown);
    }
    let others = stages
        .stages
        .iter()
        .filter(|other| other.stage.number != stage.number);
    for other in others {
        let count = other.count(ListKind::Checklist, None).in_words();
        let words = format!("Stage {} {}: {count}", other.stage.number, other.stage.name);
        sheet.quiet(words);
    }
}

/// For each child who is about to leave care, the relationships that last.
fn lasting(seen: Seen<'_>, sheet: &mut Sheet) {
    for child in seen.file.children() {
        let people = people_of(seen.file, child.id(), seen.today);
        let target = target(seen.file, child.id(), &people, seen.today);
        if !target.is_in_view {
            continue;
        }
        let name = child.body.short_name();
        let tone = match target.there < target.wanted {
            true => Tone::Asks,
            false => Tone::Plain,
        };
        sheet.put(name, target.in_words(name), tone, Some(child.id()));
    }
}

/// Late, today, ahead and what was never recorded.
pub fn due(seen: Seen<'_>, sheet: &mut Sheet) {
    let groups = [
        (DueState::Late, "Late"),
        (DueState::Today, "Today"),
        (DueState::Ahead, "Ahead"),
        (DueState::NotRecorded, "Never recorded, so nobody can tell"),
    ];
    for (state, heading) in groups {
        let of_state: Vec<_> = seen.dues.iter().filter(|due| due.state == state).collect();
        if of_state.is_empty() {
            continue;
        }
        sheet.heading(heading);
        for due in of_state {
            let day = due.day.map(|day| ago(day, seen.today)).unwrap_or_default();
            let tone = match state {
                DueState::Ahead => Tone::Plain,
                DueState::NotRecorded => Tone::Quiet,
                DueState::Late | DueState::Today => Tone::Asks,
            };
            sheet.put(day, due.in_words(seen.file), tone, due.record);
            sheet.put(
                "",
                format!("{} {}", due.why, due.source),
                Tone::Quiet,
                due.record,
            );
        }
    }
    if seen.dues.is_empty() {
        sheet.say("Nothing is due.");
    }
}
