//! The family as a page for a browser or a printer: the genogram, the ecomaps and the relationships that last, each drawn
//! where it can be and told in words. Whole in itself: no script, nothing remote.

use super::html::{escaped, wide_page};
use super::svg;
use crate::insight::ecomap::{Ecomap, System, centres, ecomap};
use crate::insight::emotional;
use crate::insight::people::who_or_somebody;
use crate::insight::relationships::{child_name, people_of, promise_in_words, promises, target};
use crate::insight::words::day_in_words;
use crate::record::CaseFile;
use chrono::NaiveDate;

/// The page of a case as it is known on a day.
pub fn report(file: &CaseFile, day: NaiveDate) -> String {
    let title = format!("Family of {}", file.name());
    let mut page = Page::default();
    page.line("h1", &title);
    page.line("p", &format!("As it is recorded on {}.", day_in_words(day)));
    genogram(&mut page, file, day);
    ecomaps(&mut page, file, day);
    relationships(&mut page, file, day);
    wide_page(&escaped(&title), &page.0)
}

#[derive(Default)]
struct Page(String);

impl Page {
    fn line(&mut self, tag: &str, words: &str) {
        self.0
            .push_str(&format!("<{tag}>{}</{tag}>\n", escaped(words)));
    }

    fn figure(&mut self, picture: &str) {
        self.0.push_str(&format!("<figure>\n{picture}</figure>\n"));
    }

    /// A list; nothing for no items.
    fn list(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.0.push_str("<ul>\n");
        for item in items {
            self.line("li", item);
        }
        self.0.push_str("</ul>\n");
    }
}

fn genogram(page: &mut Page, file: &CaseFile, day: NaiveDate) {
    page.line("h2", "Genogram");
    let drawn = svg::genogram::of_case(file, day);
    if drawn.words.is_empty() {
        page.line("p", "Nobody is recorded who belongs to the family.");
        return;
    }
    page.figure(&drawn.picture);
    for generation in drawn
        .words
        .chunk_by(|one, other| one.generation == other.generation)
    {
        let number = generation.first().map_or(0, |one| one.generation);
        page.line("h3", &format!("Generation {number}"));
        let told = generation.iter().map(|one| match one.lines.is_empty() {
            true => one.heading.clone(),
            false => format!("{}: {}", one.heading, one.lines.join("; ")),
        });
        page.list(&told.collect::<Vec<_>>());
    }
    if !file.emotional_ties.is_empty() {
        page.line("h3", "How they get on");
    }
    let ties = file.emotional_ties.values();
    let told = ties.map(|tie| emotional::in_words(file, &tie.body));
    page.list(&told.collect::<Vec<_>>());
}

fn ecomaps(page: &mut Page, file: &CaseFile, day: NaiveDate) {
    let all = centres(file)
        .into_iter()
        .map(|whose| ecomap(file, whose, day));
    let all: Vec<Ecomap> = all.filter(|one| !one.is_empty()).collect();
    if all.is_empty() {
        return;
    }
    page.line("h2", "Ecomap");
    page.figure(&svg::ecomap::picture(&all));
    for one in &all {
        page.line("h3", &one.name);
        let told = |system: &System| {
            let kind = system.kind.words();
            format!("{} ({kind}): {}", system.name, system.in_words())
        };
        let drawn = one.systems.iter().map(told);
        let others = one.not_drawn.iter();
        let others = others.map(|system| format!("Not on this day: {}", told(system)));
        page.list(&drawn.chain(others).collect::<Vec<_>>());
    }
}

fn relationships(page: &mut Page, file: &CaseFile, day: NaiveDate) {
    page.line("h2", "Relationships that last");
    for child in file.children() {
        let people = people_of(file, child.id(), day);
        let name = child_name(file, child.id());
        page.line("h3", &name);
        page.line("p", &target(file, child.id(), &people, day).in_words(&name));
        let told = people.iter().map(|one| {
            format!(
                "{} ({}): {}",
                one.name,
                one.standing_in_words(),
                one.judgement_in_words()
            )
        });
        page.list(&told.collect::<Vec<_>>());
        let promised = promises(file, child.id(), day).into_iter().map(|one| {
            let by = who_or_somebody(file, one.body.person, &one.body.by);
            let stands = promise_in_words(&one.body, day);
            format!("{by} promised: {} ({stands})", one.body.words)
        });
        page.list(&promised.collect::<Vec<_>>());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{
        Body, Connection, FuzzyDate, Meta, Mint, Person, Promise, Record, RecordId,
    };

    /// The page of a family of one child, of whom these are written.
    fn page_with(bodies: impl Fn(RecordId) -> Vec<Body>) -> String {
        let mut mint = Mint::seeded(3);
        let case = mint.next_id();
        let mut file = CaseFile::default();
        let child = mint.next_id();
        let put = |file: &mut CaseFile, id: RecordId, body: Body| {
            file.apply(Record {
                meta: Meta {
                    id,
                    case,
                    author: "A Worker".to_owned(),
                    recorded_at: Default::default(),
                    revision: 1,
                    removed: None,
                },
                body,
            })
        };
        let ava = Body::Person(Person {
            name: "Ava".to_owned(),
            is_child: true,
            ..Person::default()
        });
        put(&mut file, child, ava);
        for body in bodies(child) {
            put(&mut file, mint.next_id(), body);
        }
        report(&file, day())
    }

    fn day() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    fn date(written: &str) -> FuzzyDate {
        FuzzyDate::parse(written, day()).unwrap()
    }

    #[test]
    fn a_promise_without_a_name_is_somebodys() {
        let page = page_with(|child| {
            vec![Body::Promise(Promise {
                child,
                person: None,
                by: String::new(),
                words: "To ring her".to_owned(),
                made_on: date("1 Nov 2026"),
                due: None,
                kept_on: None,
                not_kept: String::new(),
            })]
        });
        let line = "<li>somebody promised: To ring her (no day)</li>";
        assert!(page.contains(line), "{page}");
    }

    #[test]
    fn an_ecomap_of_what_ended_says_so_under_its_heading() {
        let page = page_with(|child| {
            vec![Body::Connection(Connection {
                whose: Some(child),
                with: "Swimming club".to_owned(),
                until: Some(date("Aug 2022")),
                ..Connection::default()
            })]
        });
        let (_, after) = page.split_once("<h3>Ava</h3>").unwrap();
        let first = after
            .trim_start()
            .starts_with("<ul>\n<li>Not on this day: Swimming club");
        assert!(first && after.contains("until Aug 2022</li>"), "{page}");
    }
}
