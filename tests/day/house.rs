//! The house stands as its plan says: floors are not climbed, files stay small and say what they own, nothing is forgotten.

use crate::house_circles::imports;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up. The two faces stand on the same height and do not know each other.
const FLOORS: [(&str, u8); 8] = [
    ("practice", 0),
    ("record", 1),
    ("page", 2),
    ("insight", 3),
    ("store", 4),
    ("exchange", 5),
    ("cli", 6),
    ("tui", 6),
];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn rust_files(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for item in fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    let folder = root().join(folder);
    if folder.is_dir() {
        walk(&folder, &mut found);
    }
    found.sort();
    found
}

fn height(floor: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == floor)
        .map(|(_, height)| *height)
}

/// The modules that a file is, such as `["record", "fuzzy_date"]`.
pub fn modules(file: &Path) -> Vec<String> {
    let inside = file
        .strip_prefix(root().join("src"))
        .unwrap()
        .with_extension("");
    let parts = inside.iter().map(|part| part.to_str().unwrap().to_owned());
    parts
        .filter(|part| !["mod", "lib", "main"].contains(&part.as_str()))
        .collect()
}

/// Which floors a source text at this depth of modules reaches through `crate::` and `super::`, groups included.
fn floors_reached(source: &str, depth: usize) -> BTreeSet<String> {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let mut reached = BTreeSet::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    for (start, _) in code.match_indices("crate::") {
        if !code[..start].ends_with(is_name) {
            reached.extend(first_names(&code[start + "crate::".len()..]));
        }
    }
    for (start, _) in code.match_indices("super::") {
        if code[..start].ends_with("super::") || code[..start].ends_with(is_name) {
            continue;
        }
        let mut rest = &code[start..];
        let mut steps = 0;
        while let Some(further) = rest.strip_prefix("super::") {
            rest = further;
            steps += 1;
        }
        if steps >= depth {
            reached.extend(first_names(rest));
        }
    }
    reached.retain(|name| height(name).is_some());
    reached
}

/// `store::Store` gives store; `{store::{A, B}, tui}` gives store and tui.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| {
        let text = text.trim_start();
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect::<String>()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = vec![name(group)];
    let mut depth = 1;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn climbs(own: &str, reached: &str) -> bool {
    own != reached && height(reached) >= height(own)
}

#[test]
fn no_import_climbs_a_floor() {
    let mut faults = Vec::new();
    for file in rust_files("src") {
        let modules = modules(&file);
        let Some(own) = modules.first() else { continue };
        assert!(
            height(own).is_some(),
            "{own} is a module without a floor: say which in this test"
        );
        let reached = floors_reached(&fs::read_to_string(&file).unwrap(), modules.len());
        let upward = reached.iter().filter(|reached| climbs(own, reached));
        faults.extend(upward.map(|floor| format!("{} reaches up to {floor}", file.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_climbing_import_is_seen_however_it_is_written() {
    for (source, depth) in [
        ("use crate::tui::run;", 1),
        ("use crate::{practice::Zone, store::{Store, Lock}, tui};", 2),
        ("fn f() { let s = crate::tui::run(); }", 2),
        ("use super::super::tui::run;", 2),
        ("use super::{record, tui};", 1),
    ] {
        assert!(floors_reached(source, depth).contains("tui"), "{source}");
    }
    for source in [
        "// use crate::tui::run;",
        "use super::tui::Form;",
        "use my_crate::tui::X;",
    ] {
        assert!(floors_reached(source, 2).is_empty(), "{source}");
    }
    assert!(climbs("record", "store") && climbs("cli", "tui") && climbs("tui", "cli"));
    assert!(!climbs("store", "record") && !climbs("tui", "tui"));
}

#[test]
fn what_changes_the_model_does_not_ask_the_view() {
    let mut asks = Vec::new();
    for file in rust_files("src/tui") {
        let modules = modules(&file);
        let part = modules.get(1).map(String::as_str);
        let changes = matches!(
            part,
            Some("model" | "layout" | "widget" | "pane" | "update")
        );
        let text = fs::read_to_string(&file).unwrap();
        let is_view = |path: &Vec<String>| path.starts_with(&["tui".into(), "view".into()]);
        if changes && imports(&text, &modules).iter().any(is_view) {
            asks.push(modules.join("/"));
        }
    }
    assert!(asks.is_empty(), "these ask the view: {asks:?}");
}

#[test]
fn every_file_says_what_it_owns_and_stays_small() {
    let mut faults = Vec::new();
    for file in ["src", "tests", "benches"]
        .iter()
        .flat_map(|folder| rust_files(folder))
    {
        let text = fs::read_to_string(&file).unwrap();
        if !text.starts_with("//! ") {
            faults.push(format!(
                "{} does not open by saying what it owns",
                file.display()
            ));
        }
        let lines = text.lines().count();
        if lines > 400 {
            faults.push(format!(
                "{} has {lines} lines; does it own one thing?",
                file.display()
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_test_file_is_forgotten() {
    let declared = fs::read_to_string(root().join("tests/day.rs")).unwrap();
    for item in fs::read_dir(root().join("tests/day")).unwrap() {
        let path = item.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|end| end == "rs") {
            let declaration = format!("#[path = \"day/{name}.rs\"]\nmod {name};");
            assert!(
                declared.contains(&declaration),
                "tests/day.rs does not declare {name}"
            );
        }
    }
}
