//! The stages as they are read: where the case stands, item by item, who has which part, and the reunification framework's
//! tasks beside them.

use super::{ItemSeen, ListSeen, StageSeen, Stages, holder, holders};
use crate::insight::links::entries;
use crate::insight::people::short_names_of;
use crate::page::Section;
use crate::practice::stages::{ListKind, parts, phases};
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};

/// The stages of a case.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let seen = Stages::of(file, day);
    let at = |child| {
        let current = seen.current(child).map(|current| current.stage);
        let words = current.map_or("Every stage is behind them".to_owned(), |stage| {
            format!("Stage {} {}", stage.number, stage.name)
        });
        let json = |stage: &crate::practice::stages::Stage| json!({ "number": stage.number, "name": stage.name });
        (current.map(json), words)
    };
    let mut all = Section::default();
    all.show(|page| page.heading("Where the case stands"));
    let (stage, words) = at(None);
    all.value("stage", "", stage, &words);
    all.each(
        "children",
        file.children().into_iter().map(|child| {
            let (stage, words) = at(Some(child.id()));
            let mut told = Section::default();
            told.hide("child", child.body.short_name());
            told.value("stage", child.body.short_name(), stage, &words);
            told
        }),
    );
    let again = seen.look_again.map_or(String::new(), |day| {
        let day = day.format("%-d %B %Y");
        format!("about {day}, six months after the case was opened; the child's age may ask for another day (p40)")
    });
    let look_again = seen.look_again.map(|day| day.to_string());
    all.value("look_again", "Matrix looked at again", look_again, &again);
    all.show(|page| page.heading("Who has which part"));
    all.each(
        "parts",
        parts().iter().map(|part| {
            let held = holders(file, part, None, day);
            let mut told = Section::default();
            told.hide("part", part.id.as_str());
            told.hide("name", part.name.as_str());
            told.hide("of", json!(part.of));
            if held.is_empty() {
                told.fact(&part.name, "nobody is named yet");
            }
            told.each(
                "held_by",
                held.into_iter().map(|role| {
                    let mut told = Section::of(role.id(), "");
                    told.hide("of", name(file, role.body.of));
                    told.text("text", &part.name, holder(file, &role.body));
                    told
                }),
            );
            told
        }),
    );
    all.each(
        "stages",
        seen.stages.iter().map(|one| stage_told(file, one)),
    );
    all.show(|page| page.heading("The reunification framework's tasks (p12-13)"));
    let tasks = phases()
        .iter()
        .flat_map(|phase| phase.tasks.iter().map(move |task| (phase, task)));
    all.each(
        "tasks",
        tasks.map(|(phase, task)| {
            let items = task.items.iter().filter_map(|id| seen.item(id));
            let items: Vec<_> = items
                .map(|seen| (seen.item, seen.state(None).words()))
                .collect();
            let states = items
                .iter()
                .map(|(item, state)| format!("{} {state}", item.id));
            let states: Vec<String> = states.collect();
            let words = format!(
                "{} (Stage {}: {})",
                task.words,
                phase.stage,
                states.join(", ")
            );
            let mut told = Section::default();
            told.hide("code", task.code.as_str());
            told.show(|page| page.item("", format!("{} {words}", task.code), None));
            told.hide("text", task.words.as_str());
            told.hide("stage", phase.stage);
            told.hide("aim", phase.aim.as_str());
            let items = items.iter();
            let items = items
                .map(|(item, state)| json!({ "id": item.id, "text": item.words, "state": state }));
            told.hide("items", items.collect::<Vec<_>>());
            told
        }),
    );
    all
}

fn name(file: &CaseFile, child: Option<RecordId>) -> Option<String> {
    child.map(|child| short_names_of(file, &[child]).concat())
}

fn stage_told(file: &CaseFile, of: &StageSeen) -> Section {
    let stage = of.stage;
    let (number, page) = (stage.number, &stage.page);
    let mut told = Section::titled(format!("Stage {number} {} ({page})", stage.name));
    told.hide("number", number);
    told.hide("name", stage.name.as_str());
    told.hide("rs", stage.rs.clone());
    told.text("purpose", "", &stage.purpose);
    told.hide("page", page.as_str());
    for (key, label, kind) in [
        ("gates", "Before it ends", ListKind::Gate),
        ("checklists", "On its checklists", ListKind::Checklist),
    ] {
        let count = of.count(kind, None);
        let json: Json = json!({
            "all": count.all,
            "done": count.done,
            "not_yet": count.not_yet,
            "not_needed": count.not_needed,
            "open": count.open,
        });
        told.value(key, label, json, &count.in_words());
    }
    told.each("lists", of.lists.iter().map(|one| list_told(file, one)));
    told
}

fn list_told(file: &CaseFile, of: &ListSeen) -> Section {
    let list = of.list;
    let which = match list.kind {
        ListKind::Gate => "must be settled before the stage ends",
        ListKind::Checklist => "a help, it holds nothing up",
    };
    let mut told = Section::titled(format!("{} ({which}, {})", list.name, list.page));
    told.hide("id", list.id.as_str());
    told.hide("name", list.name.as_str());
    told.hide("kind", json!(list.kind));
    told.hide("page", list.page.as_str());
    told.each("items", of.items.iter().map(|one| item_told(file, one)));
    told
}

fn item_told(file: &CaseFile, seen: &ItemSeen) -> Section {
    let (item, state) = (seen.item, seen.state(None).words());
    let mut told = Section::default();
    told.hide("id", item.id.as_str());
    let label = format!("{} {}", item.id, item.words);
    told.hide("text", item.words.as_str());
    told.hide("state", state);
    told.show(|page| page.lead_in(label, state, None));
    let of = |words: &str, child: &Option<String>| match child {
        Some(child) => format!("{words}, {child}"),
        None => words.to_owned(),
    };
    let said = seen.said.iter().filter_map(|said| {
        let mark = &file.marks.get(&said.mark?)?.body;
        let child = name(file, said.child);
        let on = mark.on.as_ref().map(|on| on.in_short());
        let state = said.state.words();
        let mut line = state.to_owned();
        line.extend(
            on.iter()
                .filter(|on| !on.is_empty())
                .map(|on| format!(", {on}")),
        );
        line.extend(
            Some(&mark.words)
                .filter(|it| !it.is_empty())
                .map(|it| format!(". {it}")),
        );
        let mut told = Section::default();
        told.show(|page| page.item(of("Said", &child), line, said.mark));
        told.hide("state", state);
        told.hide("on", on);
        told.hide("words", mark.words.as_str());
        let evidence = entries(file, &mark.evidence);
        told.show(|page| {
            for link in &evidence {
                page.item(of("Evidence", &child), &link.text, Some(link.id));
            }
        });
        told.hide("evidence", json!(evidence));
        told.hide("child", child);
        Some(told)
    });
    told.each("said", said);
    // What the record shows by itself; it ticks nothing.
    let shows = seen.shows.iter().map(|shows| {
        let child = name(file, shows.child);
        let mut told = Section::default();
        told.show(|page| page.item(of("The record shows", &child), &shows.words, shows.record));
        told.hide("child", child);
        told.hide("text", shows.words.as_str());
        told.hide("record", shows.record.map(|id| id.to_string()));
        told
    });
    told.each("record_shows", shows);
    told
}
