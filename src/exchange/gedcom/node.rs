//! A structure of a GEDCOM file: a tag with its value and what stands under it, put back into lines for either version.

use super::GedcomForm;

/// How many characters a line of 5.5.1 may have at most is 255; long values are parted well before it.
const LONGEST: usize = 200;

/// A structure: one line, with the lines that belong to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// By what other lines call it ("@I1@"); empty for most.
    pub xref: String,
    /// What it is ("BIRT").
    pub tag: String,
    /// What it says, continued lines joined and marks of escape taken off.
    pub value: String,
    /// Whether the value calls another structure by its xref.
    pub pointer: bool,
    /// What stands under it.
    pub children: Vec<Node>,
}

impl Node {
    /// A structure that says something in words.
    pub fn new(tag: &str, value: impl Into<String>) -> Node {
        Node {
            tag: tag.to_owned(),
            value: value.into(),
            ..Node::default()
        }
    }

    /// A structure that calls another one.
    pub fn to(tag: &str, xref: &str) -> Node {
        Node {
            pointer: true,
            ..Node::new(tag, xref)
        }
    }

    /// A structure of the file itself, with its xref.
    pub fn record(xref: &str, tag: &str) -> Node {
        Node {
            xref: xref.to_owned(),
            ..Node::new(tag, "")
        }
    }

    /// The same with these under it.
    pub fn with(mut self, children: impl IntoIterator<Item = Node>) -> Node {
        self.children.extend(children);
        self
    }

    /// Those under it that are of this tag.
    pub fn all<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.tag == tag)
    }

    /// The first under it of this tag.
    pub fn first(&self, tag: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.tag == tag)
    }

    /// What the first under it of this tag says; nothing where there is none.
    pub fn said(&self, tag: &str) -> &str {
        self.first(tag).map_or("", |child| child.value.trim())
    }

    /// Whether the lines themselves, without what stands under them, are the same.
    pub fn same_line(&self, other: &Node) -> bool {
        (&self.tag, &self.value, self.pointer) == (&other.tag, &other.value, other.pointer)
    }

    /// Takes in what another structure has under it and this one has not. A line that both have once is one line; of lines
    /// that repeat, those that differ in anything stand beside each other.
    pub fn take_in(&mut self, other: &Node) {
        let mut free = vec![true; self.children.len()];
        let mut new = Vec::new();
        for child in &other.children {
            let known = self.children.iter().zip(&free);
            let place = known
                .clone()
                .position(|(known, free)| *free && known == child);
            let same = |known: &Node| known.same_line(child) && known.xref == child.xref;
            let once = self.children.iter().filter(|known| same(known)).count() == 1
                && other.children.iter().filter(|told| same(told)).count() == 1;
            let alike = || self.children.iter().position(|known| once && same(known));
            match place.or_else(alike) {
                None => new.push(child.clone()),
                Some(place) => {
                    if let Some(free) = free.get_mut(place) {
                        *free = false;
                    }
                    if let Some(known) =
                        self.children.get_mut(place).filter(|known| *known != child)
                    {
                        known.take_in(child);
                    }
                }
            }
        }
        self.children.extend(new);
    }

    /// Writes it and what stands under it as lines of the form, from this level on.
    pub fn write(&self, level: usize, form: GedcomForm, out: &mut String) {
        out.push_str(&level.to_string());
        for part in [&self.xref, &self.tag] {
            if !part.is_empty() {
                out.push(' ');
                out.push_str(part);
            }
        }
        if self.pointer {
            out.push(' ');
            out.push_str(&self.value);
            out.push('\n');
        } else {
            self.write_words(level, form, out);
        }
        for child in &self.children {
            child.write(level + 1, form, out);
        }
    }

    fn write_words(&self, level: usize, form: GedcomForm, out: &mut String) {
        let is_date = self.tag == "DATE";
        for (at, line) in lines_of(&self.value).into_iter().enumerate() {
            if at > 0 {
                out.push_str(&format!("{} CONT", level + 1));
            }
            let pieces = match form {
                GedcomForm::Gedcom7 => vec![line],
                GedcomForm::Gedcom551 => parted(line),
            };
            for (piece, words) in pieces.into_iter().enumerate() {
                if piece > 0 {
                    out.push_str(&format!("{} CONC", level + 1));
                }
                if !words.is_empty() {
                    out.push(' ');
                    match form {
                        GedcomForm::Gedcom7 if words.starts_with('@') => {
                            out.push('@');
                            out.push_str(words);
                        }
                        // The mark of a calendar is the one place where 5.5.1 wants a single sign.
                        GedcomForm::Gedcom551 if !is_date => {
                            out.push_str(&words.replace('@', "@@"))
                        }
                        _ => out.push_str(words),
                    }
                }
                out.push('\n');
            }
        }
    }
}

/// The lines of a value; an empty value is one empty line.
fn lines_of(value: &str) -> Vec<&str> {
    let lines = value.split('\n');
    lines
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
        .collect()
}

/// A long line in pieces, none of which ends or begins with a blank: readers of 5.5.1 lose those.
fn parted(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while rest.chars().count() > LONGEST {
        let letters: Vec<(usize, char)> = rest.char_indices().take(LONGEST + 1).collect();
        let place = letters.windows(2).rev().find_map(|pair| match pair {
            [(_, one), (at, next)] if !one.is_whitespace() && !next.is_whitespace() => Some(*at),
            _ => None,
        });
        let at = place.or(letters.last().map(|(at, _)| *at));
        let Some((piece, after)) = at.and_then(|at| rest.split_at_checked(at)) else {
            break;
        };
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}
