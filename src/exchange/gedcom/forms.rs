//! The two versions, and how the lines of 5.5.1 are told as those of 7.0 and back. Everything between reading and writing
//! knows 7.0 only.

use super::node::Node;
use super::words;

/// A version of GEDCOM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GedcomForm {
    /// Version 7.0, always UTF-8.
    #[default]
    Gedcom7,
    /// Version 5.5.1, written in UTF-8.
    Gedcom551,
}

impl GedcomForm {
    /// Its number, as a file says it.
    pub fn version(self) -> &'static str {
        match self {
            GedcomForm::Gedcom7 => "7.0.14",
            GedcomForm::Gedcom551 => "5.5.1",
        }
    }
}

/// The calendars: the mark of 5.5.1 and the word of 7.0.
const CALENDARS: [(&str, &str); 4] = [
    ("@#DGREGORIAN@", "GREGORIAN"),
    ("@#DJULIAN@", "JULIAN"),
    ("@#DFRENCH R@", "FRENCH_R"),
    ("@#DHEBREW@", "HEBREW"),
];

/// Takes the marks of escape off the values of a file of 7.0.
pub fn unescape(node: &mut Node) {
    if !node.pointer && node.value.contains('@') {
        let lines = node.value.split('\n');
        let plain = lines.map(|line| match line.strip_prefix("@@") {
            Some(rest) => format!("@{rest}"),
            None => line.to_owned(),
        });
        node.value = plain.collect::<Vec<_>>().join("\n");
    }
    node.children.iter_mut().for_each(unescape);
}

/// Turns a structure of 5.5.1, or an older one, into one of 7.0. `above` is the tag that it stands under.
pub fn up(node: &mut Node, above: &str) {
    if !node.pointer && node.tag != "DATE" {
        node.value = node.value.replace("@@", "@");
    }
    match (node.tag.as_str(), above) {
        ("NOTE", _) if node.pointer || above.is_empty() => node.tag = "SNOTE".to_owned(),
        ("DATE" | "_SINCE" | "_UNTIL", _) => date_up(node),
        ("RELA", "ASSO") => {
            node.tag = "ROLE".to_owned();
            in_words_unless_other(node);
        }
        ("PEDI", _) => {
            let known = node.value.trim().to_ascii_uppercase();
            match known.as_str() {
                "ADOPTED" | "BIRTH" | "FOSTER" | "SEALING" => node.value = known,
                _ => in_words_unless_other(node),
            }
        }
        ("AGE", _) if node.value.trim().eq_ignore_ascii_case("STILLBORN") => {
            node.value = "Stillborn".to_owned();
            in_words(node, "0y");
        }
        ("SOUR", above) if !node.pointer && !above.is_empty() && above != "HEAD" => {
            let words = std::mem::replace(&mut node.value, "@VOID@".to_owned());
            node.pointer = true;
            if !words.is_empty() {
                node.children.insert(0, Node::new("PAGE", words));
            }
        }
        _ => {}
    }
    let tag = node.tag.clone();
    for child in &mut node.children {
        up(child, &tag);
    }
}

/// Moves the value into words under another one.
fn in_words(node: &mut Node, value: &str) {
    let words = std::mem::replace(&mut node.value, value.to_owned());
    node.children.insert(0, Node::new("PHRASE", words));
}

/// Says in words what it is; "other" alone says nothing, and stays so.
fn in_words_unless_other(node: &mut Node) {
    match node.value.trim().eq_ignore_ascii_case("OTHER") {
        true => node.value = "OTHER".to_owned(),
        false => in_words(node, "OTHER"),
    }
}

fn date_up(node: &mut Node) {
    for (mark, word) in CALENDARS {
        let word = if word == "GREGORIAN" { "" } else { word };
        node.value = node.value.replace(mark, word).trim_start().to_owned();
    }
    if let Some(year) = node.value.strip_suffix("B.C.") {
        node.value = format!("{}BCE", year);
    }
    for child in &mut node.children {
        if child.tag == "_PHRASE" {
            child.tag = "PHRASE".to_owned();
        }
    }
    let Some((day, words)) = node.value.trim().split_once('(') else {
        return;
    };
    let Some(words) = words.strip_suffix(')').map(str::to_owned) else {
        return;
    };
    let day = match day.trim().split_once(' ') {
        None if day.is_empty() => "",
        Some((word, day)) if word.eq_ignore_ascii_case("INT") => day.trim(),
        _ => return,
    };
    node.value = day.to_owned();
    node.children.insert(0, Node::new("PHRASE", words));
}

/// Turns a structure of 7.0 into one of 5.5.1.
pub fn down(node: &mut Node, above: &str) {
    match (node.tag.as_str(), above) {
        ("SNOTE", _) => node.tag = "NOTE".to_owned(),
        ("DATE" | "_SINCE" | "_UNTIL", _) => date_down(node),
        ("ROLE", "ASSO") => {
            node.tag = "RELA".to_owned();
            out_of_words(node, "OTHER");
            if let Some(words) = words::role_in_words(&node.value) {
                node.value = words.to_owned();
            } else if !node.value.is_empty() && node.value.chars().all(|c| c.is_ascii_uppercase()) {
                node.value = node.value.to_ascii_lowercase();
            }
        }
        ("PEDI", _) => match node.value.as_str() {
            "OTHER" => out_of_words(node, "OTHER"),
            _ => node.value = node.value.to_ascii_lowercase(),
        },
        ("AGE", _) if node.said("PHRASE") == "Stillborn" => {
            out_of_words(node, "0y");
            node.value = node.value.to_ascii_uppercase();
        }
        ("SOUR", _) if node.pointer && node.value == "@VOID@" => {
            node.pointer = false;
            node.value = take(node, "PAGE").unwrap_or_default();
        }
        _ => {}
    }
    let tag = node.tag.clone();
    for child in &mut node.children {
        down(child, &tag);
    }
}

fn out_of_words(node: &mut Node, value: &str) {
    if node.value == value
        && let Some(words) = take(node, "PHRASE")
    {
        node.value = words;
    }
}

/// What the first structure of this tag says, which is taken away when nothing stands under it.
fn take(node: &mut Node, tag: &str) -> Option<String> {
    let place = node
        .children
        .iter()
        .position(|child| child.tag == tag && child.children.is_empty())?;
    Some(node.children.remove(place).value)
}

fn date_down(node: &mut Node) {
    let words: Vec<&str> = node.value.split(' ').collect();
    let marked = words.iter().map(|word| {
        let calendar = CALENDARS.iter().find(|(_, known)| known == word);
        calendar.map_or(*word, |(mark, _)| *mark)
    });
    node.value = marked.collect::<Vec<_>>().join(" ");
    if let Some(year) = node.value.strip_suffix("BCE") {
        node.value = format!("{}B.C.", year);
    }
    let words = node.value.split_whitespace().next().unwrap_or_default();
    let one_day = words.starts_with(|c: char| c.is_ascii_digit() || c == '@') || words.len() == 3;
    let spans = ["ABT", "CAL", "EST", "BEF", "AFT", "BET"].contains(&words);
    let phrase = node.said("PHRASE");
    let fits = !phrase.contains(['\n', ')', '(']);
    if words.is_empty() && fits {
        if let Some(phrase) = take(node, "PHRASE") {
            node.value = format!("({phrase})");
        }
    } else if one_day
        && !spans
        && fits
        && let Some(phrase) = take(node, "PHRASE")
    {
        node.value = format!("INT {} ({phrase})", node.value);
    }
    for child in &mut node.children {
        if child.tag == "PHRASE" {
            child.tag = "_PHRASE".to_owned();
        }
    }
}
