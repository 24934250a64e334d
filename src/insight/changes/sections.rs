//! What changed as it is read: heading by heading, one line for each record and one for each of its fields that differ.

use super::{Changes, Earlier, FieldChange, News, What};
use crate::insight::words::{first_large, listed};
use crate::page::Section;
use serde_json::json;

impl Changes {
    /// Heading by heading.
    pub fn section(&self) -> Section {
        let mut all = Section::default();
        all.hide("since", self.since.to_string());
        all.hide("until", self.until.to_string());
        let summary = self.summary();
        let sentence = match self.is_empty() {
            true => "Nothing changed.".to_owned(),
            false => format!("{}.", first_large(&summary)),
        };
        all.value("summary", "", summary, &sentence);
        let groups = self.groups.iter().map(|group| {
            let mut told = Section::titled(group.heading.words());
            told.hide("heading", group.heading.words());
            told.each("earlier", group.earlier.iter().map(earlier));
            told.each("changes", group.news.iter().map(news));
            told
        });
        all.each("groups", groups);
        all
    }
}

fn earlier(earlier: &Earlier) -> Section {
    let mut told = Section::default();
    let records = earlier.records.iter().map(ToString::to_string);
    told.text("text", "", earlier.words());
    told.hide(
        "files",
        earlier.files.iter().cloned().collect::<Vec<String>>(),
    );
    told.hide("records", records.collect::<Vec<String>>());
    told
}

/// "New, 12 Nov 2026: Kuba: Orange stays (about Kuba; D Hollowby, 13 Nov 2026)", and the fields that differ.
fn news(news: &News) -> Section {
    let day = news.day.as_ref().map(|day| day.in_short());
    let mut told = Section::of(news.id, "");
    told.hide("what", news.what.words());
    told.hide("kind", news.kind.one());
    told.hide("about", news.names.clone());
    told.hide("day", day.clone());
    told.hide("author", news.author.as_str());
    told.hide("written_at", news.at.to_rfc3339());
    told.hide("text", news.headline.as_str());
    let day = day.filter(|day| !day.is_empty());
    let day = day.map_or_else(String::new, |day| format!(", {day}"));
    let about = match news.names.as_slice() {
        [] => String::new(),
        names => format!("about {}; ", listed(names)),
    };
    let (headline, author) = (&news.headline, &news.author);
    let at = news.at.format("%-d %b %Y");
    let label = format!("{}{day}", first_large(news.what.words()));
    let is_there = news.what != What::Removed;
    told.show(|page| {
        let words = format!("{headline} ({about}{author}, {at})");
        page.lead_in(label, words, is_there.then_some(news.under));
    });
    put_fields(&mut told, &news.fields);
    told
}

/// A line for each field that differs: what stands there now, and what stood there before.
pub fn put_fields(section: &mut Section, fields: &[FieldChange]) {
    let json = |field: &FieldChange| json!({ "name": field.name, "before": field.before, "now": field.now });
    section.hide("fields", fields.iter().map(json).collect::<Vec<_>>());
    section.show(|page| {
        for field in fields {
            let words = match (field.before.as_str(), field.now.as_str()) {
                ("", now) => now.to_owned(),
                (before, "") => format!("nothing any more; before: {before}"),
                (before, now) => format!("{now}; before: {before}"),
            };
            page.behind(field.name, words, None);
        }
    });
}
