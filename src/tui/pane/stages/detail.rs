//! What is chosen in the stages, in lines: what it asks, what was said of it with its evidence, what the record shows, and
//! where it stands in the handbook.

use crate::insight::links::evidence_in_short;
use crate::insight::stages::{ItemSeen, ListSeen, Said, StageSeen, State, holder, holders};
use crate::insight::words::day_in_words;
use crate::practice::stages::{
    ListKind, Part, Phase, RoleOf, Task, part, part_of, parts, phases, stage_item,
};
use crate::record::{CaseFile, StageMark};
use crate::tui::model::OpenCase;
use crate::tui::model::case::stages::Row;
use crate::tui::model::case::stages::{Leads, Line};
use crate::tui::pane::stages::page::Page;
use crate::tui::theme::{Look, Role};
use chrono::NaiveDate;

/// The heading over the lines.
pub fn title(case: &OpenCase, row: Row, dot: &str) -> String {
    match row {
        Row::Stage(number) => {
            let mut stages = case.stages.seen.stages.iter();
            let seen = stages.find(|seen| seen.stage.number == number);
            seen.map_or(String::new(), |seen| {
                format!(
                    "Stage {number} {} {dot} {}",
                    seen.stage.name, seen.stage.page
                )
            })
        }
        Row::List(id) => list(case, id).map_or(String::new(), |seen| {
            format!("{id} {dot} {}", seen.list.page)
        }),
        Row::Item(id) => stage_item(id).map_or(String::new(), |(list, _)| {
            format!("{id} {dot} {} {dot} {}", list.name, list.page)
        }),
        Row::Parts => format!("Parts {dot} p17-18, p29, p57"),
        Row::Part(id) => part(id).map_or(String::new(), |part| {
            format!("{} {dot} {}", part.name, part.page)
        }),
        Row::Phase(number) => format!("Phase {number} {dot} p12-13"),
        Row::Task(id) => task(id).map_or(String::new(), |(_, task)| {
            format!("Task {} {dot} p12-13", task.code)
        }),
    }
}

/// The lines of what is chosen, at most `width` columns wide.
pub fn lines(case: &OpenCase, today: NaiveDate, width: usize, look: &Look) -> Vec<Line> {
    let mut page = Page::of(width, look);
    let pane = &case.stages;
    let file = case.seen();
    match pane.chosen() {
        Some(Row::Stage(number)) => {
            let mut stages = pane.seen.stages.iter();
            if let Some(seen) = stages.find(|seen| seen.stage.number == number) {
                stage(&mut page, case, seen);
            }
        }
        Some(Row::List(id)) => {
            if let Some(seen) = list(case, id) {
                list_lines(&mut page, seen);
            }
        }
        Some(Row::Item(id)) => {
            if let Some(seen) = pane.seen.item(id) {
                item(&mut page, file, seen);
            }
        }
        Some(Row::Parts) => {
            for part in parts() {
                held(&mut page, file, part, today);
            }
        }
        Some(Row::Part(id)) => {
            if let Some(part) = part(id) {
                part_lines(&mut page, case, part, today);
            }
        }
        Some(Row::Phase(number)) => {
            if let Some(phase) = phases().iter().find(|phase| phase.number == number) {
                page.wrapped(&phase.aim, Role::Text);
                page.wrapped(
                    &format!("Beside Stage {} of the 8 R's.", phase.stage),
                    Role::Quiet,
                );
            }
        }
        Some(Row::Task(id)) => {
            if let Some((phase, task)) = task(id) {
                page.wrapped(&task.words, Role::Text);
                page.heading(&format!("In Stage {} this is answered by", phase.stage));
                for seen in task.items.iter().filter_map(|id| pane.seen.item(id)) {
                    page.item(seen);
                }
            }
        }
        None => {}
    }
    page.lines
}

fn list<'a>(case: &'a OpenCase, id: &str) -> Option<&'a ListSeen> {
    let mut lists = case
        .stages
        .seen
        .stages
        .iter()
        .flat_map(|stage| &stage.lists);
    lists.find(|seen| seen.list.id == id)
}

fn task(id: &str) -> Option<(&'static Phase, &'static Task)> {
    let mut tasks = phases()
        .iter()
        .flat_map(|phase| phase.tasks.iter().map(move |task| (phase, task)));
    tasks.find(|(_, task)| task.id == id)
}

fn stage(page: &mut Page, case: &OpenCase, seen: &StageSeen) {
    let stage = seen.stage;
    if !stage.rs.is_empty() {
        page.wrapped(&stage.rs.join(" and "), Role::Quiet);
    }
    page.wrapped(&stage.purpose, Role::Text);
    let gate = seen.count(ListKind::Gate, None).in_words();
    page.wrapped(&format!("Before it ends: {gate}."), Role::Text);
    let lists = seen.count(ListKind::Checklist, None);
    if lists.all > 0 {
        page.wrapped(
            &format!("On its checklists: {}.", lists.in_words()),
            Role::Quiet,
        );
    }
    if let Some(day) = case.stages.seen.look_again.filter(|_| stage.number == 4) {
        let words = format!(
            "Looked at again about {}, six months after the case was opened; the child's age may ask for another day (p40).",
            day_in_words(day)
        );
        page.wrapped(&words, Role::Text);
    }
    let open: Vec<&ItemSeen> = seen
        .items(ListKind::Gate)
        .filter(|item| !item.state(None).is_settled())
        .collect();
    match (open.is_empty(), stage.number) {
        (true, 0) => page.wrapped("All of it is in place. It runs on throughout.", Role::Text),
        (true, _) => page.wrapped("Nothing is left open: this stage can end.", Role::Text),
        (false, 0) => page.heading("Still open; it runs throughout and holds nothing up"),
        (false, _) => page.heading("Still open before it ends"),
    }
    for seen in open {
        page.item(seen);
    }
}

fn list_lines(page: &mut Page, seen: &ListSeen) {
    page.wrapped(&seen.list.name, Role::Text);
    let kind = match seen.list.kind {
        ListKind::Gate => "A gate: the stage does not end before each item is done or not needed.",
        ListKind::Checklist => "A checklist: it helps, and holds nothing up.",
    };
    page.wrapped(kind, Role::Quiet);
    page.gap();
    for item in &seen.items {
        page.item(item);
    }
}

fn item(page: &mut Page, file: &CaseFile, seen: &ItemSeen) {
    page.wrapped(&seen.item.words, Role::Text);
    if !seen.item.more.is_empty() {
        page.wrapped(&seen.item.more, Role::Quiet);
    }
    page.gap();
    for said in &seen.said {
        page.child = said.child;
        said_lines(page, file, said);
    }
    page.child = None;
    if !seen.shows.is_empty() {
        page.heading("The record shows (it ticks nothing)");
    }
    for shows in &seen.shows {
        page.child = shows.child;
        let words = match shows.child.and_then(|child| file.people.get(&child)) {
            Some(child) => format!("{}: {}", child.body.short_name(), shows.words),
            None => shows.words.clone(),
        };
        match shows.record {
            Some(record) => page.leading(&words, Role::Text, Leads::To(record)),
            None => page.under(&words, Role::Quiet),
        }
    }
    page.child = None;
    if let Some(part) = part_of(&seen.item.id) {
        page.heading(&part.name);
        page.under(&part.asks, Role::Quiet);
    }
    let tasks = phases().iter().flat_map(|phase| &phase.tasks);
    let mut answers = tasks
        .filter(|task| task.items.contains(&seen.item.id))
        .peekable();
    if answers.peek().is_some() {
        page.heading("In the reunification framework");
    }
    for task in answers {
        let words = format!("{} {}", task.code, task.words);
        page.leading(&words, Role::Quiet, Leads::Task(&task.id));
    }
}

/// What was said for one child, or for the family: how far, when, in which words, with which evidence.
fn said_lines(page: &mut Page, file: &CaseFile, said: &Said) {
    let child = said.child.and_then(|child| file.people.get(&child));
    let child = child.map(|child| format!("{}: ", child.body.short_name()));
    let mark = said.mark.and_then(|mark| file.marks.get(&mark));
    let on = mark.and_then(|mark| mark.body.on.as_ref());
    let on = on.map(|on| on.in_short()).filter(|on| !on.is_empty());
    let on = match mark {
        None => Some(", nothing is said of it yet".to_owned()),
        Some(_) => on.map(|on| format!(", {on}")),
    };
    let role = match said.state {
        State::Open | State::NotYet => Role::Attention,
        State::Done | State::NotNeeded => Role::Done,
    };
    page.wrapped(
        &format!(
            "{}{}{}",
            child.unwrap_or_default(),
            said.state.words(),
            on.unwrap_or_default()
        ),
        role,
    );
    if let Some(mark) = mark {
        mark_lines(page, file, &mark.body);
    }
}

fn mark_lines(page: &mut Page, file: &CaseFile, mark: &StageMark) {
    page.under(&mark.words, Role::Text);
    for id in &mark.evidence {
        page.beginning(&evidence_in_short(file, *id), Leads::To(*id));
    }
    if mark.words.is_empty() && mark.evidence.is_empty() {
        page.under("Nothing is named that shows it.", Role::Quiet);
    }
}

fn part_lines(page: &mut Page, case: &OpenCase, part: &'static Part, today: NaiveDate) {
    let file = case.seen();
    page.wrapped(&part.asks, Role::Text);
    let of = match part.of {
        RoleOf::Child => "Named for each child.",
        RoleOf::Parent => "Named for a parent.",
        RoleOf::Case => "Named for the case.",
    };
    page.wrapped(of, Role::Quiet);
    page.gap();
    held(page, file, part, today);
    if !part.items.is_empty() {
        page.heading("Asked for by");
    }
    for seen in part.items.iter().filter_map(|id| case.stages.seen.item(id)) {
        page.item(seen);
    }
}

/// Who has a part now, and who had it before.
fn held(page: &mut Page, file: &CaseFile, part: &Part, today: NaiveDate) {
    page.wrapped(&part.name, Role::Heading);
    let now = holders(file, part, None, today);
    for role in &now {
        page.child = role.body.of;
        page.leading(&holder(file, &role.body), Role::Text, Leads::To(role.id()));
        page.under(&role.body.note, Role::Quiet);
    }
    page.child = None;
    if now.is_empty() {
        page.under("Nobody is named yet.", Role::Quiet);
    }
    let children = file.children().into_iter();
    for child in children.filter(|_| part.of == RoleOf::Child && !now.is_empty()) {
        if holders(file, part, Some(child.id()), today).is_empty() {
            page.child = Some(child.id());
            let words = format!("Nobody is named for {} yet.", child.body.short_name());
            page.under(&words, Role::Quiet);
        }
    }
    page.child = None;
    let before = file
        .roles
        .values()
        .filter(|role| role.body.role == part.id && !now.iter().any(|has| has.id() == role.id()));
    for role in before {
        let until = role.body.until.as_ref().map(|until| until.in_short());
        let words = format!(
            "{}, until {}",
            holder(file, &role.body),
            until.unwrap_or_default()
        );
        page.leading(&words, Role::Quiet, Leads::To(role.id()));
    }
}
