//! `show CASE story`: the turning points in one page, for a duty worker who has a minute.

use super::summary::{ChildNow, children};
use super::{Page, Shown};
use crate::cli::lines::{Lines, listed};
use crate::insight::ages::Age;
use crate::insight::lengths::{Length, of_length};
use crate::record::{Entry, RecordId};
use serde::Serialize;

#[derive(Serialize)]
pub struct Story {
    children: Vec<ChildNow>,
    story: Vec<Moment>,
}

#[derive(Serialize)]
struct Moment {
    id: RecordId,
    when: String,
    children: Vec<String>,
    text: String,
    analysis: String,
    why: String,
}

/// The story of a case.
pub fn page(shown: &Shown) -> Story {
    let chosen = of_length(shown.file, Length::Story);
    let moment = |chosen: &crate::insight::lengths::Chosen| {
        let entry = &shown.file.entries.get(&chosen.entry)?.body;
        let first = entry.accounts.first();
        Some(Moment {
            id: chosen.entry,
            when: entry.when.to_string(),
            children: ages(shown, entry),
            text: match entry.headline.as_str() {
                "" => first.map_or_else(String::new, |account| account.text.clone()),
                headline => headline.to_owned(),
            },
            analysis: match entry.analysis.as_str() {
                "" => first.map_or_else(String::new, |account| account.analysis.clone()),
                analysis => analysis.to_owned(),
            },
            why: chosen.why.to_string(),
        })
    };
    Story {
        children: children(shown),
        story: chosen.iter().filter_map(moment).collect(),
    }
}

fn ages(shown: &Shown, entry: &Entry) -> Vec<String> {
    let of = |id: &RecordId| {
        let child = &shown.file.people.get(id)?.body;
        let age = child
            .born
            .as_ref()
            .and_then(|born| Age::at(born, &entry.when));
        Some(match age {
            Some(age) => format!("{} {}", child.short_name(), age.short(false)),
            None => child.short_name().to_owned(),
        })
    };
    entry.children.iter().filter_map(of).collect()
}

impl Page for Story {
    fn write(&self, lines: &mut Lines) {
        for child in &self.children {
            child.write(lines);
        }
        if self.story.is_empty() {
            lines.heading("The story");
            lines.item("No entry is marked as a key event or a turning point yet.");
        }
        for moment in &self.story {
            match moment.children.as_slice() {
                [] => lines.heading(&moment.when),
                children => lines.heading(format!("{} ({})", moment.when, listed(children))),
            }
            lines.item(&moment.text);
            lines.fact("What it means", &moment.analysis);
        }
    }
}
