//! Reads a picture back for the tests: every element with its attributes and words. Fails on what is no XML.

use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    /// Its attributes, unescaped.
    pub attributes: BTreeMap<String, String>,
    /// The words directly in it, unescaped.
    pub words: String,
    /// Those around it, the outermost first, by their place among all elements.
    pub inside: Vec<usize>,
}

impl Element {
    /// An attribute as a number.
    pub fn number(&self, name: &str) -> f64 {
        let value = self.attributes.get(name);
        value
            .unwrap_or_else(|| panic!("{name} in {self:?}"))
            .parse()
            .unwrap()
    }

    /// Whether it is of a class.
    pub fn is(&self, class: &str) -> bool {
        self.attributes.get("class").is_some_and(|own| own == class)
    }
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains('<') && !text.contains('>'), "{text:?}");
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

/// Every element in the order in which they begin.
pub fn parse(picture: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = picture;
    while let Some(begin) = rest.find('<') {
        let words = unescaped(&rest[..begin]);
        if let Some(inner) = open.last() {
            all[*inner].words.push_str(words.trim());
        }
        let end = begin + rest[begin..].find('>').expect("a tag that ends");
        let tag = &rest[begin + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().expect("something to close");
            assert_eq!(all[last].name, name);
            continue;
        }
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Element {
            name: name.to_owned(),
            inside: open.clone(),
            ..Element::default()
        };
        while let Some((name, after)) = attributes.split_once("=\"") {
            let (value, after) = after.split_once('"').expect("a value that ends");
            let known = element
                .attributes
                .insert(name.trim().to_owned(), unescaped(value));
            assert!(known.is_none(), "{name} twice");
            attributes = after;
        }
        all.push(element);
        if !is_empty {
            open.push(all.len() - 1);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{rest:?}");
    all
}
