//! `show CASE stages`: where the case stands in the stages, item by item, who has which part, and the reunification
//! framework's tasks beside them.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::stages::{Count, ItemSeen, Stages, evidence_in_short, holder, holders};
use crate::practice::stages::{ListKind, RoleOf, parts, phases};
use crate::record::RecordId;
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct StagesPage {
    /// The stage of the family: that of the child who has furthest to go.
    stage: Option<StageName>,
    children: Vec<ChildStage>,
    look_again: Option<NaiveDate>,
    parts: Vec<PartShown>,
    stages: Vec<StageShown>,
    tasks: Vec<TaskShown>,
}

#[derive(Clone, Serialize)]
struct StageName {
    number: u8,
    name: &'static str,
}

#[derive(Serialize)]
struct ChildStage {
    child: String,
    stage: Option<StageName>,
}

#[derive(Serialize)]
struct PartShown {
    part: &'static str,
    name: &'static str,
    of: RoleOf,
    held_by: Vec<HolderShown>,
}

#[derive(Serialize)]
struct HolderShown {
    id: RecordId,
    of: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct StageShown {
    number: u8,
    name: &'static str,
    rs: &'static [String],
    purpose: &'static str,
    page: &'static str,
    gates: Counted,
    checklists: Counted,
    lists: Vec<ListShown>,
}

#[derive(Serialize)]
struct Counted {
    all: usize,
    done: usize,
    not_yet: usize,
    not_needed: usize,
    open: usize,
    #[serde(skip)]
    words: String,
}

impl From<Count> for Counted {
    fn from(count: Count) -> Counted {
        Counted {
            all: count.all,
            done: count.done,
            not_yet: count.not_yet,
            not_needed: count.not_needed,
            open: count.open,
            words: count.in_words(),
        }
    }
}

#[derive(Serialize)]
struct ListShown {
    id: &'static str,
    name: &'static str,
    kind: ListKind,
    page: &'static str,
    items: Vec<ItemShown>,
}

#[derive(Serialize)]
struct ItemShown {
    id: &'static str,
    text: &'static str,
    state: &'static str,
    said: Vec<SaidShown>,
    /// What the record shows by itself; it ticks nothing.
    record_shows: Vec<ShowsShown>,
}

#[derive(Serialize)]
struct SaidShown {
    child: Option<String>,
    state: &'static str,
    on: Option<String>,
    words: String,
    evidence: Vec<EvidenceShown>,
}

#[derive(Serialize)]
struct EvidenceShown {
    id: RecordId,
    text: String,
}

#[derive(Serialize)]
struct ShowsShown {
    child: Option<String>,
    text: String,
    record: Option<RecordId>,
}

#[derive(Serialize)]
struct TaskShown {
    code: &'static str,
    text: &'static str,
    stage: u8,
    aim: &'static str,
    items: Vec<TaskItem>,
}

#[derive(Serialize)]
struct TaskItem {
    id: &'static str,
    text: &'static str,
    state: &'static str,
}

/// The stages of a case.
pub fn page(shown: &Shown) -> StagesPage {
    let seen = Stages::of(shown.file, shown.now);
    let stage = |child| {
        let current = seen.current(child);
        current.map(|current| StageName {
            number: current.stage.number,
            name: &current.stage.name,
        })
    };
    let children = shown.file.children().into_iter().map(|child| ChildStage {
        child: child.body.short_name().to_owned(),
        stage: stage(Some(child.id())),
    });
    let stages = seen.stages.iter().map(|of| StageShown {
        number: of.stage.number,
        name: &of.stage.name,
        rs: &of.stage.rs,
        purpose: &of.stage.purpose,
        page: &of.stage.page,
        gates: of.count(ListKind::Gate, None).into(),
        checklists: of.count(ListKind::Checklist, None).into(),
        lists: of
            .lists
            .iter()
            .map(|of| ListShown {
                id: &of.list.id,
                name: &of.list.name,
                kind: of.list.kind,
                page: &of.list.page,
                items: of
                    .items
                    .iter()
                    .map(|item| item_shown(shown, item))
                    .collect(),
            })
            .collect(),
    });
    StagesPage {
        stage: stage(None),
        children: children.collect(),
        look_again: seen.look_again,
        parts: parts_shown(shown),
        stages: stages.collect(),
        tasks: tasks(&seen),
    }
}

fn name(shown: &Shown, child: Option<RecordId>) -> Option<String> {
    child.map(|child| shown.names.short_name(child).to_owned())
}

fn item_shown(shown: &Shown, seen: &ItemSeen) -> ItemShown {
    let file = shown.file;
    let said = seen.said.iter().filter_map(|said| {
        let mark = &file.marks.get(&said.mark?)?.body;
        let evidence = mark.evidence.iter().map(|id| EvidenceShown {
            id: *id,
            text: evidence_in_short(file, *id),
        });
        Some(SaidShown {
            child: name(shown, said.child),
            state: said.state.words(),
            on: mark.on.as_ref().map(|on| on.in_short()),
            words: mark.words.clone(),
            evidence: evidence.collect(),
        })
    });
    let shows = seen.shows.iter().map(|shows| ShowsShown {
        child: name(shown, shows.child),
        text: shows.words.clone(),
        record: shows.record,
    });
    ItemShown {
        id: &seen.item.id,
        text: &seen.item.words,
        state: seen.state(None).words(),
        said: said.collect(),
        record_shows: shows.collect(),
    }
}

fn parts_shown(shown: &Shown) -> Vec<PartShown> {
    let held_by = |part| {
        let holders = holders(shown.file, part, None, shown.now);
        let holders = holders.into_iter().map(|role| HolderShown {
            id: role.id(),
            of: name(shown, role.body.of),
            text: holder(shown.file, &role.body),
        });
        holders.collect()
    };
    let parts = parts().iter().map(|part| PartShown {
        part: &part.id,
        name: &part.name,
        of: part.of,
        held_by: held_by(part),
    });
    parts.collect()
}

fn tasks(seen: &Stages) -> Vec<TaskShown> {
    let tasks = phases()
        .iter()
        .flat_map(|phase| phase.tasks.iter().map(move |task| (phase, task)));
    let shown = tasks.map(|(phase, task)| TaskShown {
        code: &task.code,
        text: &task.words,
        stage: phase.stage,
        aim: &phase.aim,
        items: task
            .items
            .iter()
            .filter_map(|id| seen.item(id))
            .map(|seen| TaskItem {
                id: &seen.item.id,
                text: &seen.item.words,
                state: seen.state(None).words(),
            })
            .collect(),
    });
    shown.collect()
}

impl Page for StagesPage {
    fn write(&self, lines: &mut Lines) {
        lines.heading("Where the case stands");
        lines.item(in_words(&self.stage));
        for child in &self.children {
            lines.fact(&child.child, in_words(&child.stage));
        }
        if let Some(day) = self.look_again {
            let day = day.format("%-d %B %Y");
            lines.fact(
                "Matrix looked at again",
                format!("about {day}, six months after the case was opened; the child's age may ask for another day (p40)"),
            );
        }
        lines.heading("Who has which part");
        for part in &self.parts {
            if part.held_by.is_empty() {
                lines.fact(part.name, "nobody is named yet");
            }
            for holder in &part.held_by {
                lines.fact(part.name, &holder.text);
            }
        }
        for stage in &self.stages {
            stage.write(lines);
        }
        lines.heading("The reunification framework's tasks (p12-13)");
        for task in &self.tasks {
            let items = task.items.iter();
            let items: Vec<_> = items
                .map(|item| format!("{} {}", item.id, item.state))
                .collect();
            lines.item(format!(
                "{} {} (Stage {}: {})",
                task.code,
                task.text,
                task.stage,
                items.join(", ")
            ));
        }
    }
}

fn in_words(stage: &Option<StageName>) -> String {
    match stage {
        Some(stage) => format!("Stage {} {}", stage.number, stage.name),
        None => "Every stage is behind them".to_owned(),
    }
}

impl StageShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading(format!(
            "Stage {} {} ({})",
            self.number, self.name, self.page
        ));
        lines.item(self.purpose);
        lines.fact("Before it ends", &self.gates.words);
        lines.fact("On its checklists", &self.checklists.words);
        for list in &self.lists {
            let which = match list.kind {
                ListKind::Gate => "must be settled before the stage ends",
                ListKind::Checklist => "a help, it holds nothing up",
            };
            lines.heading(format!(
                "Stage {}: {} ({which}, {})",
                self.number, list.name, list.page
            ));
            for item in &list.items {
                item.write(lines);
            }
        }
    }
}

impl ItemShown {
    fn write(&self, lines: &mut Lines) {
        lines.item(format!("{} {}: {}", self.id, self.text, self.state));
        let of = |words: &str, child: &Option<String>| match child {
            Some(child) => format!("{words}, {child}"),
            None => words.to_owned(),
        };
        for said in &self.said {
            let on = said.on.as_ref().filter(|on| !on.is_empty());
            let on = on.map_or(String::new(), |on| format!(", {on}"));
            let words = Some(&said.words).filter(|words| !words.is_empty());
            let words = words.map_or(String::new(), |words| format!(". {words}"));
            lines.fact(
                &of("Said", &said.child),
                format!("{}{on}{words}", said.state),
            );
            for evidence in &said.evidence {
                lines.fact(&of("Evidence", &said.child), &evidence.text);
            }
        }
        for shows in &self.record_shows {
            lines.fact(&of("The record shows", &shows.child), &shows.text);
        }
    }
}
