//! The lines of a GEDCOM file read into structures. A line that cannot be read is kept where it stands and told.

use super::node::Node;

/// The deepest level that the standard has. Deeper lines are kept at it.
const DEEPEST: usize = 99;
/// Tags whose value is running text, into which a broken line falls back.
const TEXTS: [&str; 9] = [
    "NOTE", "SNOTE", "TEXT", "TITL", "AUTH", "PUBL", "ADDR", "DSCR", "PAGE",
];
/// Under which tag a line is kept that is no line of GEDCOM.
pub const BROKEN: &str = "_LINE";

/// A file read into structures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedLines {
    /// The structures of level 0, in order.
    pub records: Vec<Node>,
    /// The numbers of lines that could not be read and were kept as they are.
    pub broken: Vec<usize>,
}

/// One line, taken apart.
struct GedcomLine<'a> {
    level: usize,
    xref: &'a str,
    tag: &'a str,
    value: &'a str,
}

/// Reads lines in either version. The way down is kept in a list, so that no depth can exhaust the program.
pub fn parse(text: &str) -> ParsedLines {
    let mut lines = ParsedLines::default();
    let mut open: Vec<Node> = Vec::new();
    for (number, written) in numbered(text) {
        let Some(mut line) = line(written) else {
            lines.broken.push(number);
            keep_broken(&mut open, written);
            continue;
        };
        if line.level > DEEPEST || line.level > open.len() {
            lines.broken.push(number);
            line.level = line.level.min(open.len()).min(DEEPEST);
        }
        let continued = matches!(line.tag, "CONT" | "CONC") && line.xref.is_empty();
        if let Some(last) = open
            .get_mut(line.level.wrapping_sub(1))
            .filter(|_| continued)
        {
            if line.tag == "CONT" {
                last.value.push('\n');
            }
            // Without a CONT before it this is the same value; pointers are never continued.
            last.pointer = false;
            last.value.push_str(line.value);
            continue;
        }
        close(&mut open, line.level, &mut lines.records);
        open.push(Node {
            xref: line.xref.to_owned(),
            tag: line.tag.to_owned(),
            value: match is_pointer(line.value) {
                true => line.value.trim_end().to_owned(),
                false => line.value.to_owned(),
            },
            pointer: is_pointer(line.value),
            children: Vec::new(),
        });
    }
    close(&mut open, 0, &mut lines.records);
    lines
}

/// Puts every structure that is open at this level or below into the one above it.
fn close(open: &mut Vec<Node>, level: usize, records: &mut Vec<Node>) {
    while open.len() > level {
        if let Some(done) = open.pop() {
            match open.last_mut() {
                Some(above) => above.children.push(done),
                None => records.push(done),
            }
        }
    }
}

/// A line that is none: most often the rest of a note that was broken by a line end. It goes on in the note; elsewhere
/// it stands under the line before.
fn keep_broken(open: &mut Vec<Node>, written: &str) {
    let Some(last) = open.last_mut() else {
        open.push(Node::new(BROKEN, written.trim()));
        return;
    };
    if TEXTS.contains(&last.tag.as_str()) && !last.pointer {
        last.value.push('\n');
        last.value.push_str(written);
    } else {
        last.children.push(Node::new(BROKEN, written.trim()));
    }
}

/// The lines that are not blank, each with its number, however they end.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split('\n').enumerate().flat_map(|(at, line)| {
        // The oldest machines end lines with a carriage return alone.
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\r').map(move |part| (at, part))
    });
    let returns_alone = !text.contains('\n');
    let numbered = parts
        .enumerate()
        .map(move |(place, (at, line))| (if returns_alone { place } else { at } + 1, line));
    numbered.filter(|(_, line)| !line.trim().is_empty())
}

fn line(written: &str) -> Option<GedcomLine<'_>> {
    let rest = written.trim_start();
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let (level, rest) = rest.split_at_checked(digits)?;
    let level: usize = level.parse().ok()?;
    let rest = rest.strip_prefix([' ', '\t'])?.trim_start();
    let (xref, rest) = match rest.strip_prefix('@') {
        Some(after) => {
            let (name, rest) = after.split_once('@')?;
            let length = name.len() + 2;
            (
                rest.starts_with([' ', '\t'])
                    .then(|| written_part(after, length, written))
                    .flatten()?,
                rest.trim_start(),
            )
        }
        None => ("", rest),
    };
    let end = rest.find([' ', '\t']).unwrap_or(rest.len());
    let (tag, value) = rest.split_at_checked(end)?;
    let value = value.strip_prefix([' ', '\t']).unwrap_or(value);
    is_tag(tag).then_some(GedcomLine {
        level,
        xref,
        tag,
        value,
    })
}

/// The xref with its signs, which begins one letter before `after`.
fn written_part<'a>(after: &str, length: usize, written: &'a str) -> Option<&'a str> {
    let start = written.len() - after.len() - 1;
    written.get(start..start + length)
}

/// Capitals, digits and underscores; a program's own tag may have small letters. Words of a broken note are none.
fn is_tag(word: &str) -> bool {
    let own = word.starts_with('_');
    let letter = |c: char| c == '_' || c.is_ascii_digit() || c.is_ascii_uppercase();
    !word.is_empty()
        && word
            .chars()
            .all(|c| letter(c) || (own && c.is_alphanumeric()))
}

/// Whether a value calls another structure ("@I1@").
pub fn is_pointer(value: &str) -> bool {
    let inner = value
        .trim_end()
        .strip_prefix('@')
        .and_then(|rest| rest.strip_suffix('@'));
    inner.is_some_and(|name| !name.is_empty() && !name.contains('@') && !name.starts_with('#'))
}
