//! One name, one type: whoever searches for a type finds one.

use crate::house::{root, rust_files};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Names that several types still share, one a line. A name that is free again must go from this list, and none may be
/// added: give the new type the noun that its readers would use for it ("`GoalRow`", not "`Row`").
const KNOWN: &str = include_str!("house_names.txt");

/// The name of the type that a line of code declares.
fn declared(line: &str) -> Option<&str> {
    // An indented `type` belongs to a trait.
    let is_alias = line.starts_with("type ") || line.starts_with("pub");
    let mut words = line.trim_start().split(' ');
    let mut word = words.next()?;
    if word == "pub" || word.starts_with("pub(") {
        word = words.next()?;
    }
    let is_declaration =
        matches!(word, "struct" | "enum" | "union" | "trait") || (word == "type" && is_alias);
    let name = words.next().filter(|_| is_declaration)?;
    name.split(|c: char| !c.is_alphanumeric()).next()
}

#[test]
fn no_two_types_share_a_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in rust_files("src") {
        let text = fs::read_to_string(&file).unwrap();
        let place = file.strip_prefix(root()).unwrap().display().to_string();
        for name in text.lines().filter_map(declared) {
            places
                .entry(name.to_owned())
                .or_default()
                .push(place.clone());
        }
    }
    places.retain(|_, places| places.len() > 1);
    let known: BTreeSet<&str> = KNOWN.lines().collect();
    let new: Vec<_> = places
        .iter()
        .filter(|(name, _)| !known.contains(name.as_str()))
        .collect();
    let free: Vec<_> = known
        .iter()
        .filter(|name| !places.contains_key(**name))
        .collect();
    assert!(
        new.is_empty() && free.is_empty(),
        "names that types share: {new:#?}\nfree again, so take them from the list: {free:#?}"
    );
}

#[test]
fn a_declaration_is_seen_however_it_is_written() {
    for line in [
        "struct Row;",
        "    pub(super) enum Row<'a> {",
        "pub trait Row: Sized {",
        "type Row = Vec<String>;",
        "pub type Row<T> = Option<T>;",
    ] {
        assert_eq!(declared(line), Some("Row"), "{line}");
    }
    for line in [
        "    type Item = Row;",
        "// struct Row",
        "let struct_row = Row;",
        "",
    ] {
        assert_eq!(declared(line), None, "{line}");
    }
}
