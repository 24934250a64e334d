//! `show CASE matrix`: where each child stands in the matrix, what is indicated and why, and every decision beside what was
//! indicated before it.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::factors::Sheet;
use crate::insight::words::first_large;
use crate::insight::zones::evidence::{Topic, grounds};
use crate::insight::zones::present::{Present, present};
use crate::insight::zones::replay::{Indicated, replay};
use crate::insight::zones::telling::{
    beside_in_words, indicated_in_words, missing_in_words, parts_told, rule_in_short,
    source_in_words, voices_in_words,
};
use crate::practice::Zone;
use crate::practice::matrix::cells::rows;
use crate::record::RecordId;
use chrono::NaiveDate;
use serde::Serialize;

/// The matrix of a case.
#[derive(Serialize)]
pub struct Matrix {
    children: Vec<Child>,
}

#[derive(Serialize)]
struct Child {
    name: String,
    zone: Option<Zone>,
    since: Option<NaiveDate>,
    full_on: Option<NaiveDate>,
    months: Option<u32>,
    time_in_zone: Option<String>,
    percent_of_life: Option<i64>,
    indicated: String,
    rule: String,
    page: String,
    why: String,
    missing: Vec<String>,
    reading: Vec<Part>,
    warnings: Vec<String>,
    return_home: Option<String>,
    moves: Vec<Move>,
    dates: Vec<Date>,
    decisions: Vec<Decision>,
}

#[derive(Serialize)]
struct Part {
    name: &'static str,
    value: String,
    from: Option<String>,
    rests_on: Vec<Ground>,
}

#[derive(Serialize)]
struct Ground {
    words: String,
    entries: Vec<String>,
}

#[derive(Serialize)]
struct Move {
    to: String,
    rule: String,
    holds: Option<bool>,
    conditions: Vec<Condition>,
}

#[derive(Serialize)]
struct Condition {
    words: String,
    holds: Option<bool>,
    on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Date {
    on: NaiveDate,
    rule: String,
    words: String,
    then: String,
}

#[derive(Serialize)]
struct Decision {
    on: String,
    before: Option<Zone>,
    zone: Zone,
    reason: String,
    voices: String,
    indicated: String,
    beside: &'static str,
    explained: String,
}

/// The matrix of every child.
pub fn page(shown: &Shown) -> Matrix {
    let children = shown.file.children();
    let sheet = Sheet::of(shown.file, shown.now);
    Matrix {
        children: children
            .iter()
            .map(|child| Child::of(shown, &sheet, child.id()))
            .collect(),
    }
}

impl Child {
    fn of(shown: &Shown, sheet: &Sheet, child: RecordId) -> Child {
        let present = present(shown.file, child, shown.now);
        let indicated = &present.indicated;
        let told = match indicated {
            Indicated::First(_) => None,
            Indicated::Again(_, told) => Some(told),
        };
        let missing = match indicated {
            Indicated::First(first) => &first.missing,
            Indicated::Again(_, told) => &told.missing,
        };
        let months = present
            .clock
            .map_or(crate::record::SIX_MONTHS, |clock| clock.months);
        let born = shown
            .file
            .people
            .get(&child)
            .and_then(|child| child.body.born.as_ref());
        Child {
            name: shown.full_name(child),
            zone: present.clock.map(|clock| clock.zone),
            since: present.clock.map(|clock| clock.since),
            full_on: present.clock.map(|clock| clock.full_on),
            months: present.clock.map(|clock| clock.months),
            time_in_zone: present.clock.map(|clock| clock.time_in_zone()),
            percent_of_life: present
                .clock
                .zip(born)
                .and_then(|(clock, born)| clock.share_of_life(born)),
            indicated: indicated_in_words(indicated),
            rule: indicated.rule().id.clone(),
            page: indicated.rule().page.clone(),
            why: indicated.rule().said(months),
            missing: missing_in_words(missing),
            reading: reading(shown, sheet, child, &present),
            warnings: told.map_or_else(Vec::new, |told| {
                told.warnings.iter().map(|one| one.words.clone()).collect()
            }),
            return_home: told.and_then(|told| Some(told.return_home?.said(told.months))),
            moves: told.map_or_else(Vec::new, |told| told.moves.iter().map(Move::of).collect()),
            dates: told.map_or_else(Vec::new, |told| told.dates.iter().map(Date::of).collect()),
            decisions: decisions(shown, child),
        }
    }
}

fn reading(shown: &Shown, sheet: &Sheet, child: RecordId, present: &Present) -> Vec<Part> {
    let topics = rows().iter().map(|row| Topic::from(row.row));
    let topics: Vec<Topic> = topics.collect();
    let told = parts_told(&present.read);
    let part = |told: crate::insight::zones::telling::PartTold| {
        let topic = topics
            .iter()
            .find(|topic| topic.told().last() == Some(&told.part));
        let rests_on = topic.map_or_else(Vec::new, |topic| {
            grounds(shown.file, sheet, child, *topic, present, shown.now)
        });
        Part {
            name: told.name,
            value: told.value,
            from: told.source.as_ref().map(source_in_words),
            rests_on: rests_on
                .into_iter()
                .map(|ground| Ground {
                    entries: ground
                        .linked
                        .iter()
                        .chain(&ground.named)
                        .chain(&ground.before)
                        .filter_map(|id| entry(shown, *id))
                        .collect(),
                    words: ground.words,
                })
                .collect(),
        }
    };
    told.into_iter().map(part).collect()
}

fn entry(shown: &Shown, id: RecordId) -> Option<String> {
    let entry = &shown.file.entries.get(&id)?.body;
    let source = entry.accounts.first().map_or("", |account| &account.source);
    Some(format!(
        "{} {source}: {}",
        entry.when.in_short(),
        entry.in_short()
    ))
}

impl Move {
    fn of(told: &crate::practice::matrix::Move) -> Move {
        let conditions = told.conditions.iter().map(|condition| Condition {
            words: condition.words.clone(),
            holds: condition.holds,
            on: condition.on,
        });
        Move {
            to: told.to.words(),
            rule: rule_in_short(told.rule),
            holds: told.holds(),
            conditions: conditions.collect(),
        }
    }
}

impl Date {
    fn of(told: &crate::practice::matrix::DateAhead) -> Date {
        Date {
            on: told.on,
            rule: rule_in_short(told.rule),
            words: told.words.clone(),
            then: told.then.words(),
        }
    }
}

fn decisions(shown: &Shown, child: RecordId) -> Vec<Decision> {
    let replayed = replay(shown.file, child);
    let told = replayed.iter().filter_map(|replayed| {
        let body = &shown.file.decisions.get(&replayed.decision)?.body;
        body.on.anchor().filter(|on| *on <= shown.now)?;
        Some(Decision {
            on: body.on.in_short(),
            before: replayed.before,
            zone: body.zone,
            reason: body.reason.clone(),
            voices: voices_in_words(body),
            indicated: indicated_in_words(&replayed.indicated),
            beside: replayed.beside.words(),
            explained: beside_in_words(replayed, body),
        })
    });
    told.collect()
}

impl Page for Matrix {
    fn write(&self, lines: &mut Lines) {
        for child in &self.children {
            child.write(lines);
        }
        if self.children.is_empty() {
            lines.item("No child is recorded; the matrix is about a child.");
        }
    }
}

fn holds(holds: Option<bool>) -> &'static str {
    match holds {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    }
}

impl Child {
    fn write(&self, lines: &mut Lines) {
        let zone = self
            .zone
            .map_or("no zone decided yet".to_owned(), Zone::letter_and_word);
        lines.heading(format!("{}: {zone}", self.name));
        let day = |day: NaiveDate| day.format("%-d %b %Y").to_string();
        if let (Some(since), Some(full), Some(time)) =
            (self.since, self.full_on, &self.time_in_zone)
        {
            lines.fact(
                "Since",
                format!("{} ({time}), full on {}", day(since), day(full)),
            );
        }
        if let Some(share) = self.percent_of_life {
            lines.fact("Of this child's life so far", format!("{share}%"));
        }
        lines.fact("Indicated", &self.indicated);
        lines.fact("Why", &self.why);
        for words in self.missing.iter().chain(&self.warnings) {
            lines.item(words);
        }
        lines.fact(
            "Return home",
            self.return_home.as_deref().unwrap_or_default(),
        );
        lines.heading(format!("{}: what was read", self.name));
        for part in &self.reading {
            let from = part
                .from
                .as_ref()
                .map_or(String::new(), |from| format!(", {from}"));
            lines.fact(part.name, format!("{}{from}", part.value));
            for ground in &part.rests_on {
                lines.item(format!("- {}", ground.words));
                for entry in &ground.entries {
                    lines.item(format!("-- {entry}"));
                }
            }
        }
        if !self.moves.is_empty() {
            lines.heading(format!("{}: what would move the zone", self.name));
        }
        for one in &self.moves {
            lines.item(format!(
                "{} ({}): {}",
                first_large(&one.to),
                one.rule,
                holds(one.holds)
            ));
            for condition in &one.conditions {
                let on = condition
                    .on
                    .map_or(String::new(), |on| format!(", on {}", day(on)));
                lines.item(format!(
                    "- {}: {}{on}",
                    holds(condition.holds),
                    condition.words
                ));
            }
        }
        if !self.dates.is_empty() {
            lines.heading(format!("{}: days ahead", self.name));
        }
        for date in &self.dates {
            lines.fact(
                &day(date.on),
                format!(
                    "{} Then indicated, if nothing changes: {}.",
                    date.words, date.then
                ),
            );
        }
        if !self.decisions.is_empty() {
            lines.heading(format!("{}: decisions", self.name));
        }
        for decision in &self.decisions {
            decision.write(lines);
        }
    }
}

impl Decision {
    fn write(&self, lines: &mut Lines) {
        let moved = match self.before {
            None => format!("first {}", self.zone.word()),
            Some(before) if before == self.zone => format!("{} stays", self.zone.word()),
            Some(before) => format!("{} to {}", before.word(), self.zone.word()),
        };
        lines.fact(
            &self.on,
            format!("{moved} ({}). {}", self.beside, self.reason),
        );
        lines.item(format!("- Indicated before it: {}", self.indicated));
        lines.item(format!("- {}", self.explained));
        if !self.voices.is_empty() {
            lines.item(format!("- {}", self.voices));
        }
    }
}
