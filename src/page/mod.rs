//! The document model: what every face draws. `insight` says what a page holds and the screen, plain text and HTML draw
//! the same page, so that they cannot tell different things.
//!
//! A [`Section`] is named facts, each said once: it is a JSON object as it stands, and a [`Page`] for people to read.

pub mod html;
pub mod plain;
mod section;

pub use section::{FormFields, Link, Section, day};

use crate::practice::Zone;
use crate::record::RecordId;
use serde::{Serialize, Serializer};

/// How words are meant, before they are given a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// What the record says.
    #[default]
    Plain,
    /// What stands behind it.
    Quiet,
    /// What stands out.
    Strong,
    /// Something to look at, or a question.
    Asks,
    /// A zone.
    Zone(Zone),
}

impl Serialize for Tone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Tone::Plain => "plain",
            Tone::Quiet => "quiet",
            Tone::Strong => "strong",
            Tone::Asks => "asks",
            Tone::Zone(_) => "zone",
        })
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; 1 stands over 2.
    Heading(u8),
    /// The name of the items that follow it.
    Under,
    /// A sentence, or a named fact.
    Text,
    /// One of several.
    Item,
    /// A question to think about.
    Question,
    /// A line of a drawing, with its blanks.
    Drawing,
}

impl Serialize for BlockKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            BlockKind::Heading(_) | BlockKind::Under => "heading",
            BlockKind::Text => "text",
            BlockKind::Item => "item",
            BlockKind::Question => "question",
            BlockKind::Drawing => "drawing",
        })
    }
}

/// A paragraph, a heading, an item: what stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// A word or two that lead it: the name of a fact, a day, a level. May be empty.
    pub label: String,
    /// What it says.
    pub words: String,
    /// How it is meant.
    pub tone: Tone,
    /// The record to which it leads.
    pub leads: Option<RecordId>,
}

impl Block {
    /// Label and words as they are read one after the other.
    pub fn line(&self) -> String {
        match (self.label.as_str(), self.words.as_str()) {
            ("", words) => words.to_owned(),
            (label, "") => label.to_owned(),
            (label, words) if is_question(label) => format!("{label} {words}"),
            (label, words) => format!("{label}: {words}"),
        }
    }
}

/// Whether a label asks, so that it takes no colon; a sign that holds a question mark does not.
fn is_question(label: &str) -> bool {
    label.ends_with('?') && label.contains(char::is_alphabetic)
}

/// Something to read, block by block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The words over it; may be empty.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Page {
    /// A page with words over it.
    pub fn titled(title: impl Into<String>) -> Page {
        Page {
            title: title.into(),
            blocks: Vec::new(),
        }
    }

    /// A page of one quiet sentence, until there is more to read.
    pub fn waiting(words: impl Into<String>) -> Page {
        let mut page = Page::default();
        page.quiet(words);
        page
    }

    /// A block with all its parts.
    pub fn put(
        &mut self,
        kind: BlockKind,
        label: impl Into<String>,
        words: impl Into<String>,
        tone: Tone,
        leads: Option<RecordId>,
    ) {
        self.blocks.push(Block {
            kind,
            label: label.into(),
            words: words.into(),
            tone,
            leads,
        });
    }

    /// A heading over what follows.
    pub fn heading(&mut self, words: impl Into<String>) {
        self.put(BlockKind::Heading(1), "", words, Tone::Strong, None);
    }

    /// A heading with words that lead it, and the record to which it leads.
    pub fn headed(
        &mut self,
        label: impl Into<String>,
        words: impl Into<String>,
        leads: Option<RecordId>,
    ) {
        self.put(BlockKind::Heading(1), label, words, Tone::Strong, leads);
    }

    /// A sentence.
    pub fn say(&mut self, words: impl Into<String>) {
        self.put(BlockKind::Text, "", words, Tone::Plain, None);
    }

    /// A sentence that stands behind the others.
    pub fn quiet(&mut self, words: impl Into<String>) {
        self.put(BlockKind::Text, "", words, Tone::Quiet, None);
    }

    /// A named fact; nothing where there is nothing to say.
    pub fn fact(&mut self, label: impl Into<String>, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.put(BlockKind::Text, label, words, Tone::Plain, None);
        }
    }

    /// One of several, and the record to which it leads.
    pub fn item(
        &mut self,
        label: impl Into<String>,
        words: impl Into<String>,
        leads: Option<RecordId>,
    ) {
        self.put(BlockKind::Item, label, words, Tone::Plain, leads);
    }

    /// One of several that stands behind the others.
    pub fn behind(
        &mut self,
        label: impl Into<String>,
        words: impl Into<String>,
        leads: Option<RecordId>,
    ) {
        self.put(BlockKind::Item, label, words, Tone::Quiet, leads);
    }

    /// One of several that asks to be looked at.
    pub fn ask(
        &mut self,
        label: impl Into<String>,
        words: impl Into<String>,
        leads: Option<RecordId>,
    ) {
        self.put(BlockKind::Item, label, words, Tone::Asks, leads);
    }

    /// The name of the items that follow.
    pub fn under(&mut self, words: impl Into<String>) {
        self.put(BlockKind::Under, "", words, Tone::Strong, None);
    }

    /// A line with items of its own, which follow it.
    pub fn lead_in(
        &mut self,
        label: impl Into<String>,
        words: impl Into<String>,
        leads: Option<RecordId>,
    ) {
        self.put(BlockKind::Under, label, words, Tone::Plain, leads);
    }

    /// Records under their name, or as items of the line before; nothing where there are none.
    pub fn links(&mut self, name: &str, links: &[Link]) {
        if !links.is_empty() && !name.is_empty() {
            self.under(name);
        }
        for link in links {
            self.item("", &link.text, Some(link.id));
        }
    }

    /// A drawing, line by line.
    pub fn drawing(&mut self, lines: &[String]) {
        for line in lines {
            self.put(BlockKind::Drawing, "", line, Tone::Plain, None);
        }
    }

    /// Questions to think about.
    pub fn questions(&mut self, asked: impl IntoIterator<Item = impl Into<String>>) {
        for question in asked {
            self.put(BlockKind::Question, "", question, Tone::Asks, None);
        }
    }

    /// Another page under its title, one level further in; without a title as if it stood here.
    pub fn append(&mut self, page: Page, leads: Option<RecordId>) {
        if page.title.is_empty() {
            return self.blocks.extend(page.blocks);
        }
        self.put(BlockKind::Heading(1), "", page.title, Tone::Strong, leads);
        for mut block in page.blocks {
            if let BlockKind::Heading(level) = &mut block.kind {
                *level += 1;
            }
            self.blocks.push(block);
        }
    }
}
