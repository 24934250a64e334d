//! Named facts, each said once: a JSON object as they stand, and a page to read.

use super::{Block, Page};
use crate::practice::prompts::field_label;
use crate::record::{FuzzyDate, Meta, RecordId};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

/// Another record, by its id and in the words by which people know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its id.
    pub id: RecordId,
    /// Its words.
    pub text: String,
}

/// A date as it is written here; none where nobody gave one.
pub fn day(date: Option<&FuzzyDate>) -> Option<String> {
    date.map(FuzzyDate::in_short).filter(|day| !day.is_empty())
}

/// Named facts in their order. The name of a fact is its key in JSON; its label stands on the page. A fact without a key is
/// for the page alone, a hidden one for JSON alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The words over it; may be empty.
    pub title: String,
    /// The record that it tells.
    about: Option<RecordId>,
    parts: Vec<NamedFact>,
}

#[derive(Clone, Debug, PartialEq)]
struct NamedFact {
    key: &'static str,
    value: SectionValue,
    /// How it reads; sections follow with their own pages.
    blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum SectionValue {
    Json(Json),
    Links(Vec<Link>),
    Blocks(Vec<Block>),
    Section(Section),
    Sections(Vec<Section>),
    Hidden(Vec<Section>),
}

impl Section {
    /// A section with words over it.
    pub fn titled(title: impl Into<String>) -> Section {
        Section {
            title: title.into(),
            ..Section::default()
        }
    }

    /// The section of a record, with its id.
    pub fn of(id: RecordId, title: impl Into<String>) -> Section {
        let mut section = Section::titled(title);
        section.about = Some(id);
        section.hide("id", id.to_string());
        section
    }

    /// Who wrote the record, and in which revision it stands.
    pub fn written(&mut self, meta: &Meta) {
        self.hide("author", meta.author.as_str());
        self.hide("revision", meta.revision);
    }

    /// A value for JSON alone.
    pub fn hide(&mut self, key: &'static str, value: impl Into<Json>) {
        self.part(key, SectionValue::Json(value.into()), Page::default());
    }

    /// A page as it stands, block by block.
    pub fn blocks(&mut self, key: &'static str, page: Page) {
        self.part(key, SectionValue::Blocks(page.blocks.clone()), page);
    }

    /// Blocks for the page alone.
    pub fn show(&mut self, write: impl FnOnce(&mut Page)) {
        let mut page = Page::default();
        write(&mut page);
        self.part("", SectionValue::Json(Json::Null), page);
    }

    /// A named fact for the page alone; nothing where there is nothing to say.
    pub fn fact(&mut self, label: &str, words: impl Into<String>) {
        self.show(|page| page.fact(label, words));
    }

    /// Words under a name; without a label they stand for themselves.
    pub fn text(&mut self, key: &'static str, label: &str, words: impl AsRef<str>) {
        self.value(key, label, words.as_ref(), words.as_ref());
    }

    /// A value that reads in these words.
    pub fn value(&mut self, key: &'static str, label: &str, value: impl Into<Json>, words: &str) {
        let mut page = Page::default();
        page.fact(label, words);
        self.part(key, SectionValue::Json(value.into()), page);
    }

    /// A day, where one was given.
    pub fn day(&mut self, key: &'static str, label: &str, date: Option<&FuzzyDate>) {
        let day = day(date);
        let words = day.clone().unwrap_or_default();
        self.value(key, label, day, &words);
    }

    /// Several words, in a line.
    pub fn list(
        &mut self,
        key: &'static str,
        label: &str,
        words: impl IntoIterator<Item = impl Into<String>>,
    ) {
        let words: Vec<String> = words.into_iter().map(Into::into).collect();
        let line = words.join("; ");
        self.value(key, label, words, &line);
    }

    /// People by what they are called.
    pub fn names(&mut self, key: &'static str, label: &str, names: Vec<String>) {
        let words = match names.as_slice() {
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            names => names.concat(),
        };
        self.value(key, label, names, &words);
    }

    /// Items of a list, by their ids and in words.
    pub fn items<'i, W: AsRef<str>>(
        &mut self,
        key: &'static str,
        label: &str,
        ids: &'i [String],
        words: impl Fn(&'i str) -> W,
    ) {
        let item = |id: &'i String| json!({ "id": id, "name": words(id).as_ref() });
        let json: Vec<Json> = ids.iter().map(item).collect();
        let words: Vec<W> = ids.iter().map(|id| words(id)).collect();
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        self.value(key, label, json, &words.join("; "));
    }

    /// Other records under a name.
    pub fn links(&mut self, key: &'static str, name: &str, links: Vec<Link>) {
        let mut page = Page::default();
        page.links(name, &links);
        self.part(key, SectionValue::Links(links), page);
    }

    /// Questions to think about.
    pub fn questions(&mut self, asked: impl IntoIterator<Item = impl Into<String>>) {
        let asked: Vec<String> = asked.into_iter().map(Into::into).collect();
        let mut page = Page::default();
        page.questions(asked.iter().map(String::as_str));
        self.part("questions", SectionValue::Json(asked.into()), page);
    }

    /// One section within.
    pub fn one(&mut self, key: &'static str, section: Section) {
        self.part(key, SectionValue::Section(section), Page::default());
    }

    /// Several sections within.
    pub fn each(&mut self, key: &'static str, sections: impl IntoIterator<Item = Section>) {
        let sections = sections.into_iter().collect();
        self.part(key, SectionValue::Sections(sections), Page::default());
    }

    /// Several sections for JSON alone.
    pub fn hide_each(&mut self, key: &'static str, sections: impl IntoIterator<Item = Section>) {
        let sections = sections.into_iter().collect();
        self.part(key, SectionValue::Hidden(sections), Page::default());
    }

    /// The fields of a form, labelled as the form labels them.
    pub fn fields(&mut self, form: &'static str) -> FormFields<'_> {
        FormFields {
            section: self,
            form,
        }
    }

    fn part(&mut self, key: &'static str, value: SectionValue, page: Page) {
        self.parts.push(NamedFact {
            key,
            value,
            blocks: page.blocks,
        });
    }

    /// How it reads.
    pub fn page(&self) -> Page {
        let mut page = Page::titled(self.title.as_str());
        for part in &self.parts {
            page.blocks.extend(part.blocks.iter().cloned());
            match &part.value {
                SectionValue::Json(_)
                | SectionValue::Links(_)
                | SectionValue::Blocks(_)
                | SectionValue::Hidden(_) => {}
                SectionValue::Section(one) => page.append(one.page(), one.about),
                SectionValue::Sections(all) => {
                    for one in all {
                        page.append(one.page(), one.about);
                    }
                }
            }
        }
        page
    }
}

impl Serialize for Section {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for part in self.parts.iter().filter(|part| !part.key.is_empty()) {
            map.serialize_entry(part.key, &part.value)?;
        }
        map.end()
    }
}

/// Facts of a record under the names and labels of the fields of its form.
pub struct FormFields<'s> {
    section: &'s mut Section,
    form: &'static str,
}

impl FormFields<'_> {
    /// Words.
    pub fn text(self, name: &'static str, words: impl AsRef<str>) -> Self {
        let label = field_label(self.form, name);
        self.section.text(name, label, words);
        self
    }

    /// A value that reads in these words.
    pub fn value(self, name: &'static str, value: impl Into<Json>, words: &str) -> Self {
        let label = field_label(self.form, name);
        self.section.value(name, label, value, words);
        self
    }

    /// A number, where one was given.
    pub fn number(self, name: &'static str, number: Option<u32>) -> Self {
        let words = number.map(|number| number.to_string());
        self.value(name, number, &words.unwrap_or_default())
    }

    /// A day, where one was given.
    pub fn day(self, name: &'static str, date: Option<&FuzzyDate>) -> Self {
        let label = field_label(self.form, name);
        self.section.day(name, label, date);
        self
    }

    /// Several words, in a line.
    pub fn list(
        self,
        name: &'static str,
        words: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let label = field_label(self.form, name);
        self.section.list(name, label, words);
        self
    }

    /// People by what they are called.
    pub fn names(self, name: &'static str, names: Vec<String>) -> Self {
        let label = field_label(self.form, name);
        self.section.names(name, label, names);
        self
    }

    /// Items of a list, by their ids and in words.
    pub fn items<'i, W: AsRef<str>>(
        self,
        name: &'static str,
        ids: &'i [String],
        words: impl Fn(&'i str) -> W,
    ) -> Self {
        let label = field_label(self.form, name);
        self.section.items(name, label, ids, words);
        self
    }

    /// Other records.
    pub fn links(self, name: &'static str, links: Vec<Link>) -> Self {
        let label = field_label(self.form, name);
        self.section.links(name, label, links);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::plain::render_plain;

    #[test]
    fn a_fact_is_said_once_for_json_and_for_people() {
        let mut child = Section::titled("Ava");
        child.hide("ended", false);
        child
            .fields("relationship")
            .text("own_words", "He listens")
            .number("miles", None);
        child.questions(["Since when?"]);
        let mut section = Section::titled("Relationships");
        section.show(|page| page.say("One child."));
        section.each("children", [child]);
        let json = r#"{"children":[{"ended":false,"own_words":"He listens","miles":null,"questions":["Since when?"]}]}"#;
        assert_eq!(serde_json::to_string(&section).unwrap(), json);
        assert_eq!(
            render_plain(&section.page()),
            "Relationships\n  One child.\n\nAva\n  In their words: He listens\n  To think about: Since when?\n"
        );
    }
}
