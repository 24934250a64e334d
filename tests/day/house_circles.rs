//! No circles: the files and folders of one folder do not import each other in a ring, so that each can be read by itself.
//!
//! A module and the files in its own folder count as one thing; only neighbours are compared.

use crate::house::{modules, rust_files};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Circles that still stand, by folder. One may lose parts, one that is gone must go from this list, and none may be added.
const KNOWN_CIRCLES: &[(&str, &[&str])] = &[
    ("cli", &["fault", "output"]),
    ("insight", &["changes", "plan"]),
    ("insight/contradictions", &["phrases", "who"]),
    ("insight/genogram/kin", &["children", "gather", "unions"]),
    ("practice", &["timescales", "working_days"]),
    (
        "practice/matrix",
        &["dates", "indicate", "moves", "warnings"],
    ),
    ("store", &["codec", "draft", "journal", "private"]),
    ("tui", &["effect", "model"]),
    ("tui/update", &["form", "private"]),
];

pub type Path = Vec<String>;

/// The module paths that a source text names with `crate::` or `super::`, groups written out.
pub fn imports(source: &str, own: &[String]) -> Vec<Path> {
    let code = source.split("#[cfg(test)]\nmod tests {").next();
    let lines = code.unwrap_or_default().lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let is_inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            if code[..at].ends_with(is_inside) {
                continue;
            }
            for mut path in written_out(&code[at..]) {
                let ups = path.iter().take_while(|name| *name == "super").count();
                let base = match ups {
                    0 => &[][..],
                    _ => &own[..own.len().saturating_sub(ups)],
                };
                path.drain(..ups.max(1));
                found.push([base, &path].concat());
            }
        }
    }
    found
}

/// `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn written_out(path: &str) -> Vec<Path> {
    let is_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let end = path.find(|c| !is_of_path(c)).unwrap_or(path.len());
    let (plain, rest) = path.split_at(end);
    let names = plain.split("::").filter(|name| !name.is_empty());
    let names: Path = names.map(str::to_owned).collect();
    if !(plain.ends_with("::") && rest.starts_with('{')) {
        return vec![names];
    }
    let (mut depth, mut start, mut found) = (0, 1, Vec::new());
    for (at, letter) in rest.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && letter == ',') {
            let item = rest[start..at].trim_start();
            if !item.is_empty() {
                let further = written_out(item).into_iter();
                found.extend(further.map(|item| [names.as_slice(), &item].concat()));
            }
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// Every folder with its parts, and which of them each part imports.
type Folders = BTreeMap<Path, BTreeMap<String, BTreeSet<String>>>;

fn folders(files: &BTreeMap<Path, String>) -> Folders {
    let mut folders = Folders::new();
    for (own, source) in files {
        for mut path in imports(source, own) {
            while !path.is_empty() && !files.contains_key(&path) {
                path.pop();
            }
            let shared = own.iter().zip(&path).take_while(|(a, b)| a == b).count();
            let (Some(part), Some(other)) = (own.get(shared), path.get(shared)) else {
                continue;
            };
            let parts = folders.entry(own[..shared].to_vec()).or_default();
            parts.entry(part.clone()).or_default().insert(other.clone());
        }
    }
    folders
}

fn reached<'a>(from: &str, parts: &'a BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'a str> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(part) = open.pop() {
        for next in parts.get(part).into_iter().flatten() {
            if seen.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    seen
}

/// The circles: parts of one folder each of which reaches the others.
fn circles(files: &BTreeMap<Path, String>) -> BTreeSet<(String, Vec<String>)> {
    let mut found = BTreeSet::new();
    for (folder, parts) in folders(files) {
        for part in parts.keys() {
            let back = |other: &&str| reached(other, &parts).contains(part.as_str());
            let circle = reached(part, &parts).into_iter().filter(back);
            let circle: Vec<String> = circle.map(str::to_owned).collect();
            // The floors themselves are held by another test.
            if circle.len() > 1 && !folder.is_empty() {
                found.insert((folder.join("/"), circle));
            }
        }
    }
    found
}

#[test]
fn files_of_one_folder_do_not_import_each_other_in_a_circle() {
    let files = rust_files("src").into_iter();
    let files = files.map(|file| (modules(&file), fs::read_to_string(&file).unwrap()));
    let found = circles(&files.collect());
    let known: BTreeSet<(String, Vec<String>)> = KNOWN_CIRCLES
        .iter()
        .map(|(folder, circle)| {
            let circle = circle.iter().map(|part| (*part).to_owned());
            ((*folder).to_owned(), circle.collect())
        })
        .collect();
    let within = |one: &(String, Vec<String>), other: &(String, Vec<String>)| {
        one.0 == other.0 && one.1.iter().all(|part| other.1.contains(part))
    };
    let is_known = |one: &&(String, Vec<String>)| known.iter().any(|other| within(one, other));
    let stands = |one: &&(String, Vec<String>)| found.iter().any(|other| within(other, one));
    let new: Vec<_> = found.iter().filter(|one| !is_known(one)).collect();
    let gone: Vec<_> = known.iter().filter(|one| !stands(one)).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "new circles: {new:#?}\ngone, so take them from the list: {gone:#?}"
    );
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    let file = |path: &str, source: &str| {
        let path = path.split('/').map(str::to_owned).collect::<Path>();
        (path, source.to_owned())
    };
    let ring = [
        file("a/one", "use super::{two::{self, Thing}, three::deep};"),
        file("a/two", "fn f() { crate::a::three::f() }"),
        file("a/three/deep", "use super::super::one::Thing;"),
        file("a/three", "mod deep;"),
        file("a/other", "// use super::one;\nuse super::two;"),
    ];
    let found = circles(&ring.into_iter().collect());
    let circle = ["one", "three", "two"].map(str::to_owned).to_vec();
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        [("a".to_owned(), circle)]
    );
    let parent = [
        file("a/one", "use super::two::Thing; use one::deep;"),
        file("a/one/deep", "use super::Thing;"),
        file("a/two", "#[cfg(test)]\nmod tests { use super::one; }"),
    ];
    assert!(circles(&parent.into_iter().collect()).is_empty());
}
