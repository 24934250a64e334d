//! The chronology as it is read: entries whole, with gaps and differences in their place; the turning points in one page; and
//! what imports left open.

use super::ages::Age;
use super::contradictions::Contradiction;
use super::factors::evidenced_by;
use super::gaps::{SIX_MONTHS, family_gaps};
use super::lengths::{Length, of_length};
use super::links::entries;
use super::people::short_names_of;
use super::summary::children;
use super::words::listed;
use crate::page::{Page, Section};
use crate::practice::theme_name;
use crate::record::{Account, CaseFile, Entry, Origin, Record, RecordId, Significance};
use chrono::NaiveDate;
use serde_json::json;

/// Everything that is told, in order of time. A gap stands before the entry that ends it. `differing` is where accounts
/// differ.
pub fn section(file: &CaseFile, differing: &[Contradiction], day: NaiveDate) -> Section {
    let mut gaps = family_gaps(file, SIX_MONTHS, day).into_iter().peekable();
    let mut items = Vec::new();
    for record in file.chronology() {
        let day = record.body.when.anchor();
        while let Some(gap) = gaps.next_if(|gap| day.is_some_and(|day| day >= gap.to)) {
            let mut told = gap.section();
            told.title = gap.in_words();
            items.push(within("gap", told));
        }
        items.push(within("entry", entry(file, record, differing)));
    }
    let mut all = Section::default();
    if items.is_empty() {
        all.show(|page| page.say("Nothing is recorded yet."));
    }
    all.each("chronology", items);
    all
}

fn within(key: &'static str, section: Section) -> Section {
    let mut item = Section::default();
    item.one(key, section);
    item
}

/// A child with the age at the time of an entry.
fn with_age(file: &CaseFile, id: RecordId, entry: &Entry) -> (String, Option<Age>) {
    let born = file
        .people
        .get(&id)
        .and_then(|child| child.body.born.as_ref());
    let age = born.and_then(|born| Age::at(born, &entry.when));
    (short_names_of(file, &[id]).concat(), age)
}

/// How much an entry weighs; nothing for an ordinary one.
fn weight(significance: Significance) -> &'static str {
    match significance {
        Significance::Turning => "turning point",
        Significance::Key => "key event",
        Significance::Background => "background",
        Significance::Ordinary => "",
    }
}

/// An entry with everything that is written of it.
pub fn entry(file: &CaseFile, record: &Record<Entry>, differing: &[Contradiction]) -> Section {
    let (id, body) = (record.id(), &record.body);
    let when = body.when.to_string();
    let mut told = Section::of(
        id,
        match when.trim() {
            "" => "No date",
            when => when,
        },
    );
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    told.hide("when", when.as_str());
    told.hide("earliest", date(body.when.earliest()));
    told.hide("latest", date(body.when.latest()));
    told.hide("uncertain", body.when.is_uncertain());
    let children = body.children.iter();
    let children: Vec<_> = children
        .map(|id| (*id, with_age(file, *id, body)))
        .collect();
    let words = children.iter().map(|(_, (name, age))| match age {
        Some(age) => format!("{name} ({})", age.in_words()),
        None => name.clone(),
    });
    let words = listed(&words.collect::<Vec<_>>());
    let json = children.iter().map(|(id, (name, age))| {
        json!({ "id": id.to_string(), "name": name, "age": age.map(Age::in_words) })
    });
    told.fields("entry")
        .text("headline", &body.headline)
        .value("children", json.collect::<Vec<_>>(), &words)
        .names("people", short_names_of(file, &body.people))
        .text("zone", body.zone.map_or("", |zone| zone.word()))
        .text("significance", weight(body.significance));
    let accounts = body.accounts.iter();
    told.each("accounts", accounts.map(|one| account(one, &when)));
    told.fields("entry")
        .text("analysis", &body.analysis)
        .text("impact", &body.impact)
        .text("impact_evidence", &body.impact_evidence)
        .text("link_now", &body.link_now)
        .text("link_then", &body.link_then)
        .text("research", &body.research)
        .text("action", &body.action)
        .text("why_no_action", &body.why_no_action)
        .text("family_view", &body.family_view)
        .list("themes", body.themes.iter().map(|theme| theme_name(theme)))
        .links("linked", entries(file, &body.linked));
    told.list("evidence_for", "Evidence for", evidenced_by(file, id));
    let touches = |one: &&Contradiction| one.claims.iter().any(|claim| claim.entry == id);
    let differing = differing.iter().filter(touches);
    let differing: Vec<String> = differing.map(|one| one.text.clone()).collect();
    told.show(|page| {
        for words in &differing {
            page.ask("", words.as_str(), None);
        }
    });
    told.hide("differences", differing);
    told.hide("recorded_at", record.meta.recorded_at.to_rfc3339());
    told.written(&record.meta);
    told
}

/// From which row of which file something came.
fn row_of(origin: &Origin) -> String {
    format!(
        "{}, record {}, line {}",
        origin.file, origin.record, origin.line
    )
}

/// Who said it and what; the date only where it differs from the entry's.
fn account(account: &Account, of_entry: &str) -> Section {
    let when = account.when.to_string();
    let dated = (when != of_entry).then(|| format!("dated {when}"));
    let known = account
        .known_on
        .map(|day| format!("known on {}", day.format("%-d %b %Y")));
    let by = Some(&account.recorded_by).filter(|by| !by.is_empty());
    let by = by.map(|by| format!("recorded by {by}"));
    let source = match account.source.as_str() {
        "" => "Source not named",
        source => source,
    };
    let reference = Some(account.reference.clone()).filter(|one| !one.is_empty());
    let whence = [Some(source.to_owned()), reference, by, dated, known];
    let whence: Vec<String> = whence.into_iter().flatten().collect();
    let mut told = Section::default();
    told.hide("source", account.source.as_str());
    told.hide("source_kind", account.source_kind.as_str());
    told.hide("reference", account.reference.as_str());
    told.hide("recorded_by", account.recorded_by.as_str());
    told.hide("when", when);
    told.hide("known_on", account.known_on.map(|day| day.to_string()));
    told.text("text", &whence.join(", "), &account.text);
    told.text("analysis", "What the source made of it", &account.analysis);
    told.text("action", "What the source did", &account.action);
    let more = account
        .more
        .iter()
        .map(|(column, cell)| json!([column, cell]));
    told.hide("more", more.collect::<Vec<_>>());
    told.show(|page| {
        for (column, cell) in &account.more {
            page.fact(column, cell);
        }
    });
    let origin = account.origin.as_ref();
    told.hide("file", origin.map(|origin| origin.file.as_str()));
    told.hide("record", origin.map(|origin| origin.record));
    told.hide("line", origin.map(|origin| origin.line));
    told.show(|page| page.fact("From", origin.map_or_else(String::new, row_of)));
    let doubts = origin.map_or(&[][..], |origin| &origin.doubts);
    let json = doubts
        .iter()
        .map(|doubt| json!({ "kind": doubt.kind, "text": doubt.text, "settled": doubt.settled }));
    told.hide("doubts", json.collect::<Vec<_>>());
    told.show(|page| {
        for doubt in doubts.iter().filter(|doubt| !doubt.settled) {
            page.ask("", doubt.text.as_str(), None);
        }
    });
    told
}

/// The turning points in one page, for a duty worker who has a minute.
pub fn story(file: &CaseFile, day: NaiveDate) -> Section {
    let mut all = Section::default();
    all.each("children", children(file, day));
    let moments = of_length(file, Length::Story);
    let moments = moments.iter().filter_map(|chosen| {
        let entry = &file.entries.get(&chosen.entry)?.body;
        let first = entry.accounts.first();
        let ages = entry
            .children
            .iter()
            .map(|id| match with_age(file, *id, entry) {
                (name, Some(age)) => format!("{name} {}", age.short(false)),
                (name, None) => name,
            });
        let ages: Vec<String> = ages.collect();
        let mut told = Section::of(
            chosen.entry,
            match ages.as_slice() {
                [] => entry.when.to_string(),
                ages => format!("{} ({})", entry.when, listed(ages)),
            },
        );
        told.hide("when", entry.when.to_string());
        told.hide("children", ages);
        let or_first = |own: &str, of: fn(&Account) -> &String| match (own, first) {
            ("", Some(first)) => of(first).clone(),
            (own, _) => own.to_owned(),
        };
        told.text("text", "", or_first(&entry.headline, |one| &one.text));
        told.text(
            "analysis",
            "What it means",
            or_first(&entry.analysis, |one| &one.analysis),
        );
        told.hide("why", chosen.why.to_string());
        Some(told)
    });
    let moments: Vec<Section> = moments.collect();
    if moments.is_empty() {
        all.show(|page| {
            page.heading("The story");
            page.say("No entry is marked as a key event or a turning point yet.");
        });
    }
    all.each("story", moments);
    all
}

/// Questions that imports left open, entries without a date, and rows that were set aside, by file and row.
pub fn left_open(file: &CaseFile) -> Section {
    let accounts = file.entries.values().flat_map(|entry| &entry.body.accounts);
    let mut doubts: Vec<_> = accounts
        .filter_map(|account| Some((account.origin.as_ref()?, account)))
        .flat_map(|(origin, account)| account.open_doubts().map(move |it| (origin, account, it)))
        .collect();
    doubts.sort_by_key(|(origin, ..)| (&origin.file, origin.record));
    let undated = file
        .entries
        .values()
        .filter(|entry| entry.body.lacks_date());
    let undated: Vec<_> = undated.collect();
    let none = |is_empty: bool| {
        move |page: &mut Page| {
            if is_empty {
                page.say("None.")
            }
        }
    };
    let mut all = Section::default();
    all.show(|page| page.heading("Questions left open"));
    all.show(none(doubts.is_empty() && undated.is_empty()));
    let doubts = doubts.into_iter().map(|(origin, account, doubt)| {
        let mut told = Section::default();
        told.hide("file", origin.file.as_str());
        told.hide("record", origin.record);
        told.hide("line", origin.line);
        told.hide("kind", json!(doubt.kind));
        told.hide("text", doubt.text.as_str());
        told.hide("row", account.text.as_str());
        let words = format!("{} The row says: {}", doubt.text, account.text);
        told.show(|page| page.item(row_of(origin), words, None));
        told
    });
    all.each("doubts", doubts);
    let undated = undated.into_iter().map(|entry| {
        let (when, text) = (entry.body.when.written(), entry.body.in_short());
        let mut told = Section::of(entry.id(), "");
        told.hide("when", when);
        told.hide("text", text);
        let words = match when {
            "" => text.to_owned(),
            when => format!("{text} (its date is written \"{when}\")"),
        };
        told.show(|page| page.item("Entry without a date", words, Some(entry.id())));
        told
    });
    all.each("undated", undated);
    all.show(|page| page.heading("Rows set aside"));
    let files = file.imports.values().flat_map(|import| &import.body.files);
    let aside: Vec<_> = files
        .flat_map(|file| file.set_aside.iter().map(move |row| (&file.file, row)))
        .collect();
    all.show(none(aside.is_empty()));
    let aside = aside.into_iter().map(|(file, row)| {
        let mut told = Section::default();
        told.hide("file", file.as_str());
        told.hide("record", row.record);
        told.hide("line", row.line);
        told.hide("cells", row.cells.clone());
        let label = format!("{file}, record {}, line {}", row.record, row.line);
        told.text("why", &label, &row.why);
        told
    });
    all.each("set_aside", aside);
    all
}
