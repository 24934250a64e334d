//! `docs/json.md` says what every `--json` holds. It is written from what the commands answer on the made-up families:
//! `UPDATE=1 cargo test --test day json_docs` writes it anew.

use super::plain::Office;
use clap::ValueEnum;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use throughline::cli::args::View;
use throughline::cli::show::{ShowRequest, section};
use throughline::exchange::demo;
use throughline::record::{Body, CaseFile, Record};

/// What was seen in one place of a JSON value.
#[derive(Default)]
struct Shape {
    kinds: BTreeSet<&'static str>,
    /// The keys of an object, in the order in which they were met.
    keys: Vec<(String, Shape)>,
    /// The items of a list.
    items: Option<Box<Shape>>,
}

impl Shape {
    fn see(&mut self, value: &Value) {
        match value {
            Value::Null => drop(self.kinds.insert("null")),
            Value::Bool(_) => drop(self.kinds.insert("true or false")),
            Value::Number(_) => drop(self.kinds.insert("number")),
            Value::String(_) => drop(self.kinds.insert("text")),
            Value::Array(all) => {
                let items = self.items.get_or_insert_default();
                all.iter().for_each(|item| items.see(item));
            }
            Value::Object(all) => all.iter().for_each(|(key, value)| {
                let place = self.keys.iter().position(|(known, _)| known == key);
                let place = place.unwrap_or_else(|| {
                    self.keys.push((key.clone(), Shape::default()));
                    self.keys.len() - 1
                });
                self.keys[place].1.see(value);
            }),
        }
    }

    fn words(&self) -> String {
        let kinds = self.kinds.iter().map(|kind| (*kind).to_owned());
        let list = self.items.iter().map(|items| match items.words() {
            words if words.is_empty() => "list".to_owned(),
            words => format!("list of {words}"),
        });
        let object = (!self.keys.is_empty()).then(|| "object".to_owned());
        let mut all: Vec<String> = kinds.chain(list).chain(object).collect();
        // Null stands last, as what is there when there is nothing to say.
        all.sort_by_key(|kind| kind == "null");
        all.join(" or ")
    }

    fn write(&self, out: &mut String, depth: usize) {
        if let Some(items) = &self.items {
            items.write(out, depth);
        }
        for (key, shape) in &self.keys {
            writeln!(out, "{}- `{key}`: {}", "  ".repeat(depth), shape.words()).unwrap();
            shape.write(out, depth + 1);
        }
    }
}

/// The made-up cases with all their revisions.
fn cases() -> Vec<(CaseFile, Vec<Record<Body>>)> {
    let all = demo::caseload().unwrap().into_iter();
    let mut again = demo::thought_again().unwrap();
    all.map(|change| {
        let mut file = CaseFile::default();
        let mut revisions = change.records.clone();
        change.apply(&mut file);
        for later in again.iter_mut().filter(|later| later.case == change.case) {
            revisions.extend(later.records.iter().cloned());
            later.apply(&mut file);
        }
        (file, revisions)
    })
    .collect()
}

fn written() -> String {
    let mut text = String::from(INTRODUCTION);
    let day = "2026-11-23".parse().unwrap();
    let cases = cases();
    for view in View::value_variants() {
        let name = view.to_possible_value().unwrap();
        let mut shape = Shape::default();
        for (file, revisions) in &cases {
            let asked = ShowRequest {
                file,
                revisions,
                as_at: None,
                day,
                until: day,
                since: Some("2026-06-15".parse().unwrap()),
                whose: None,
                score: true,
            };
            shape.see(&serde_json::to_value(section(*view, &asked).unwrap()).unwrap());
        }
        let help = name.get_help().unwrap();
        writeln!(text, "\n## `show CASE {}`\n\n{help}.\n", name.get_name()).unwrap();
        shape.write(&mut text, 0);
    }
    let office = Office::open();
    for (title, words) in [
        ("list", &["list"][..]),
        ("due", &["due"]),
        (
            "changes CASE",
            &["changes", "Osei", "--since", "2026-06-15"],
        ),
    ] {
        let mut shape = Shape::default();
        shape.see(&office.json(words));
        let list = if shape.items.is_some() {
            "A list of objects:\n\n"
        } else {
            ""
        };
        writeln!(text, "\n## `{title}`\n\n{list}").unwrap();
        shape.write(&mut text, 0);
    }
    text
}

const INTRODUCTION: &str = "# JSON

What `--json` holds, command by command. The file is generated from what the commands answer on the made-up families: see
`tests/day/json_docs.rs`.

Every `show CASE VIEW --json` is an object that opens with `case` (its id), `family` (its name) and `as_at` (the day of
`--as-at`, or null); what follows is told below, view by view. Dates are as they were written; `earliest` and `latest`,
`on`, `since` and `day` of what is worked out are days (`2022-05-03`). `id` is a record's id, the same from day to day.
Empty text means that nobody wrote anything.

`import ... --schema`, `indicate --schema` print the JSON schemas of what they read and answer.
";

#[test]
fn the_json_reference_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md");
    let written = written();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == written,
        "docs/json.md is stale: UPDATE=1 cargo test --test day json_docs writes it anew"
    );
}
