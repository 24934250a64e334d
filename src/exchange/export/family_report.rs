//! The family as a page for a browser or a printer: the genogram, the ecomaps and the relationships that last, each drawn
//! where it can be and told in words. Whole in itself: no script, nothing remote.

use super::html::wide_page;
use super::svg;
use crate::insight::ecomap::{Ecomap, centres, ecomap, in_short as around};
use crate::insight::genogram;
use crate::insight::relationships::in_short;
use crate::insight::words::day_in_words;
use crate::page::html::{escaped, render_html};
use crate::record::CaseFile;
use chrono::NaiveDate;

/// The page of a case as it is known on a day.
pub fn report(file: &CaseFile, day: NaiveDate) -> String {
    let title = escaped(&format!("Family of {}", file.name()));
    let on = day_in_words(day);
    let mut main = format!("<h1>{title}</h1>\n<p>As it is recorded on {on}.</p>\n");
    let drawn = svg::genogram::of_case(file, day);
    main += &render_html(&genogram::told(file, &drawn.words), &drawn.picture);
    let centres = centres(file).into_iter();
    let all: Vec<Ecomap> = centres.map(|whose| ecomap(file, whose, day)).collect();
    let all: Vec<Ecomap> = all.into_iter().filter(|one| !one.is_empty()).collect();
    if !all.is_empty() {
        main += &render_html(&around(&all), &svg::ecomap::picture(&all));
    }
    main += &render_html(&in_short(file, day), "");
    wide_page(&title, &main)
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
