//! Goals, plan and stages, and every date that is due.

use super::Seen;
use super::thinking::to_do;
use crate::insight::due::DueState;
use crate::insight::goals::{questions, standings};
use crate::insight::people::short_names;
use crate::insight::plan::{
    bottom_lines, bounds, helping, of_bottom_line, of_step, of_support, steps, versions,
};
use crate::insight::relationships::{people_of, target};
use crate::insight::spans::ago;
use crate::insight::stages::Stages;
use crate::page::{BlockKind, Page, Tone};
use crate::practice::stages::ListKind;

/// Each goal with its level, the way it went, and what is to be asked.
pub fn goals(seen: Seen<'_>, page: &mut Page) {
    let all = standings(seen.file, seen.today);
    let open = all.iter().filter(|standing| !standing.is_ended);
    let mut any = false;
    for standing in open {
        any = true;
        let goal = &standing.goal.body;
        let whose = short_names(seen.file, &goal.people);
        page.headed(whose, &goal.words, Some(standing.goal.id()));
        let level = match (standing.level(), standing.trend()) {
            (None, _) => "not reviewed yet".to_owned(),
            (Some(level), None) => format!("{}: {}", level.signed(), level.words()),
            (Some(level), Some(trend)) => {
                format!("{}: {}, {}", level.signed(), level.words(), trend.words())
            }
        };
        page.item("level", level, Some(standing.goal.id()));
        if let Some(last) = standing.last() {
            page.behind(
                last.body.on.in_short(),
                &last.body.evidence,
                Some(last.id()),
            );
        }
        match standing.next_due {
            Some(due) if standing.is_late => {
                let words = format!("to be reviewed, {}", ago(due, seen.today));
                page.ask("late", words, Some(standing.goal.id()));
            }
            Some(due) => page.item("review", ago(due, seen.today), Some(standing.goal.id())),
            None => page.ask("", "No review day is set.", Some(standing.goal.id())),
        }
        for question in questions(standing, seen.file, seen.today) {
            page.ask("", question, Some(standing.goal.id()));
        }
        to_do(seen, page, standing.goal.id());
    }
    if !any {
        page.say("No goal is worked on.");
    }
}

/// Challenge, what helps and how it goes, bottom lines, and when the plan was agreed.
pub fn plan(seen: Seen<'_>, page: &mut Page) {
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
            page.put(BlockKind::Item, "", words, tone, Some(version.id()));
        }
        None => page.ask("", "No version of the plan was agreed yet.", None),
    }
    for step in steps(file, today) {
        let whose = short_names(file, &step.body.people);
        page.headed(whose, &step.body.challenge, Some(step.id()));
        for support in helping(file, step.id(), today) {
            let asks = of_support(&support.body, today);
            let how = match support.body.how_it_goes.as_str() {
                "" => support.body.what.clone(),
                how => format!("{}: {how}", support.body.what),
            };
            page.item("helps", how, Some(support.id()));
            for words in asks {
                page.ask("", words, Some(support.id()));
            }
        }
        for line in bounds(file, step.id(), today) {
            page.item("line", &line.body.words, Some(line.id()));
        }
        for words in of_step(file, step.id(), &step.body, today) {
            page.ask("", words, Some(step.id()));
        }
        to_do(seen, page, step.id());
    }
    let whole = bottom_lines(file, today);
    let whole: Vec<_> = whole
        .into_iter()
        .filter(|line| line.body.steps.is_empty())
        .collect();
    if !whole.is_empty() {
        page.heading("Bottom lines of the whole plan");
    }
    for line in whole {
        page.item(
            short_names(file, &line.body.people),
            &line.body.words,
            Some(line.id()),
        );
        for words in of_bottom_line(&line.body, today) {
            page.ask("", words, Some(line.id()));
        }
    }
}

/// Where the work is, and what the gate of that stage still asks for.
pub fn stages(seen: Seen<'_>, page: &mut Page) {
    let stages = Stages::of(seen.file, seen.today);
    lasting(seen, page);
    let Some(now) = stages.current(None) else {
        page.say("Every gate is behind this family.");
        return;
    };
    let stage = now.stage;
    page.heading(format!(
        "Stage {}: {} ({})",
        stage.number, stage.name, stage.page
    ));
    page.say(&stage.purpose);
    page.say(format!(
        "Gates: {}.",
        now.count(ListKind::Gate, None).in_words()
    ));
    for item in now.items(ListKind::Gate) {
        let state = item.state(None);
        if state.is_settled() {
            continue;
        }
        let shown = item.shows.first().and_then(|shows| shows.record);
        page.ask(state.words(), &item.item.words, shown);
    }
    let others = stages
        .stages
        .iter()
        .filter(|other| other.stage.number != stage.number);
    for other in others {
        let count = other.count(ListKind::Checklist, None).in_words();
        let words = format!("Stage {} {}: {count}", other.stage.number, other.stage.name);
        page.quiet(words);
    }
}

/// For each child who is about to leave care, the relationships that last.
fn lasting(seen: Seen<'_>, page: &mut Page) {
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
        page.put(
            BlockKind::Item,
            name,
            target.in_words(name),
            tone,
            Some(child.id()),
        );
    }
}

/// Late, today, ahead and what was never recorded.
pub fn due(seen: Seen<'_>, page: &mut Page) {
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
        page.heading(heading);
        for due in of_state {
            let day = due.day.map(|day| ago(day, seen.today)).unwrap_or_default();
            let tone = match state {
                DueState::Ahead => Tone::Plain,
                DueState::NotRecorded => Tone::Quiet,
                DueState::Late | DueState::Today => Tone::Asks,
            };
            page.put(
                BlockKind::Item,
                day,
                due.in_words(seen.file),
                tone,
                due.record,
            );
            page.behind("", format!("{} {}", due.why, due.source), due.record);
        }
    }
    if seen.dues.is_empty() {
        page.say("Nothing is due.");
    }
}
