//! `show CASE doubts`: questions that imports left open, entries without a date, and rows that were set aside.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::record::{Account, DoubtKind};
use serde::Serialize;

#[derive(Serialize)]
pub struct Doubts {
    doubts: Vec<Question>,
    undated: Vec<Undated>,
    set_aside: Vec<Aside>,
}

#[derive(Serialize)]
struct Question {
    file: String,
    record: u32,
    line: u32,
    kind: DoubtKind,
    text: String,
    row: String,
}

#[derive(Serialize)]
struct Undated {
    id: String,
    when: String,
    text: String,
}

#[derive(Serialize)]
struct Aside {
    file: String,
    record: u32,
    line: u32,
    why: String,
    cells: Vec<String>,
}

/// The open questions of a case, by file and row.
pub fn page(shown: &Shown) -> Doubts {
    let accounts = shown
        .file
        .entries
        .values()
        .flat_map(|entry| &entry.body.accounts);
    let mut doubts: Vec<Question> = accounts.flat_map(questions).collect();
    doubts.sort_by(|a, b| (&a.file, a.record).cmp(&(&b.file, b.record)));
    let undated = shown.file.entries.values();
    let undated = undated.filter(|entry| entry.body.lacks_date());
    let undated = undated.map(|entry| Undated {
        id: entry.id().to_string(),
        when: entry.body.when.written().to_owned(),
        text: entry.body.in_short().to_owned(),
    });
    let files = shown
        .file
        .imports
        .values()
        .flat_map(|import| &import.body.files);
    let aside = files.flat_map(|file| {
        file.set_aside.iter().map(|row| Aside {
            file: file.file.clone(),
            record: row.record,
            line: row.line,
            why: row.why.clone(),
            cells: row.cells.clone(),
        })
    });
    Doubts {
        doubts,
        undated: undated.collect(),
        set_aside: aside.collect(),
    }
}

fn questions(account: &Account) -> Vec<Question> {
    let Some(origin) = &account.origin else {
        return Vec::new();
    };
    account
        .open_doubts()
        .map(|doubt| Question {
            file: origin.file.clone(),
            record: origin.record,
            line: origin.line,
            kind: doubt.kind,
            text: doubt.text.clone(),
            row: account.text.clone(),
        })
        .collect()
}

impl Page for Doubts {
    fn write(&self, lines: &mut Lines) {
        lines.heading("Questions left open");
        if self.doubts.is_empty() && self.undated.is_empty() {
            lines.item("None.");
        }
        for question in &self.doubts {
            let Question {
                file,
                record,
                line,
                text,
                row,
                ..
            } = question;
            lines.fact(
                &format!("{file}, record {record}, line {line}"),
                format!("{text} The row says: {row}"),
            );
        }
        for Undated { when, text, .. } in &self.undated {
            lines.fact(
                "Entry without a date",
                match when.is_empty() {
                    true => text.clone(),
                    false => format!("{text} (its date is written \"{when}\")"),
                },
            );
        }
        lines.heading("Rows set aside");
        if self.set_aside.is_empty() {
            lines.item("None.");
        }
        for aside in &self.set_aside {
            let Aside {
                file,
                record,
                line,
                why,
                ..
            } = aside;
            lines.fact(&format!("{file}, record {record}, line {line}"), why);
        }
    }
}
