//! The matrix as it is read: where each child stands, what is indicated and why, and every decision beside what was indicated
//! before it.

use super::evidence::{Topic, grounds};
use super::present::{Present, present};
use super::replay::{Indicated, replay};
use super::telling::{
    PartTold, beside_in_words, indicated_in_words, missing_in_words, parts_told, rule_in_short,
    source_in_words, voices_in_words,
};
use crate::insight::factors::Sheet;
use crate::insight::words::first_large;
use crate::page::Section;
use crate::practice::Zone;
use crate::practice::matrix::cells::rows;
use crate::practice::matrix::{DateAhead, Move};
use crate::record::{CaseFile, Person, Record, RecordId, SIX_MONTHS};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};

/// The matrix of every child.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let children = file.children();
    let sheet = Sheet::of(file, day);
    let mut all = Section::default();
    if children.is_empty() {
        all.show(|page| page.say("No child is recorded; the matrix is about a child."));
    }
    let children = children.into_iter();
    all.each(
        "children",
        children.map(|child| of_child(file, &sheet, child, day)),
    );
    all
}

fn in_short(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

fn of_child(file: &CaseFile, sheet: &Sheet, child: &Record<Person>, day: NaiveDate) -> Section {
    let present = present(file, child.id(), day);
    let (indicated, clock) = (&present.indicated, present.clock);
    let (again, missing) = match indicated {
        Indicated::First(first) => (None, &first.missing),
        Indicated::Again(_, again) => (Some(again), &again.missing),
    };
    let zone = clock.map(|clock| clock.zone);
    let words = zone.map_or("no zone decided yet".to_owned(), Zone::letter_and_word);
    let mut told = Section::titled(format!("{}: {words}", child.body.name));
    told.hide("id", child.id().to_string());
    told.hide("name", child.body.name.as_str());
    told.hide("zone", json!(zone));
    let since = clock.map(|clock| {
        let (since, full) = (in_short(clock.since), in_short(clock.full_on));
        format!("{since} ({}), full on {full}", clock.time_in_zone())
    });
    let on = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    told.value(
        "since",
        "Since",
        on(clock.map(|it| it.since)),
        &since.unwrap_or_default(),
    );
    told.hide("full_on", on(clock.map(|clock| clock.full_on)));
    told.hide("months", clock.map(|clock| clock.months));
    told.hide("time_in_zone", clock.map(|clock| clock.time_in_zone()));
    let born = child.body.born.as_ref();
    let share = clock
        .zip(born)
        .and_then(|(clock, born)| clock.share_of_life(born));
    let words = share.map_or(String::new(), |share| format!("{share}%"));
    told.value(
        "percent_of_life",
        "Of this child's life so far",
        share,
        &words,
    );
    told.text("indicated", "Indicated", indicated_in_words(indicated));
    told.hide("rule", indicated.rule().id.as_str());
    told.hide("page", indicated.rule().page.as_str());
    let months = clock.map_or(SIX_MONTHS, |clock| clock.months);
    told.text("why", "Why", indicated.rule().said(months));
    let missing = missing_in_words(missing);
    let warnings = again.map_or(&[][..], |again| &again.warnings).iter();
    let warnings: Vec<String> = warnings.map(|one| one.words.clone()).collect();
    told.show(|page| {
        for words in missing.iter().chain(&warnings) {
            page.ask("", words, None);
        }
    });
    told.hide("missing", missing);
    told.hide("warnings", warnings);
    let home = again.and_then(|again| Some(again.return_home?.said(again.months)));
    told.value(
        "return_home",
        "Return home",
        home.clone(),
        &home.unwrap_or_default(),
    );
    told.show(|page| page.heading("What was read"));
    told.each("reading", reading(file, sheet, child.id(), &present, day));
    let moves = again.map_or(&[][..], |again| &again.moves);
    if !moves.is_empty() {
        told.show(|page| page.heading("What would move the zone"));
    }
    told.each("moves", moves.iter().map(one_move));
    let dates = again.map_or(&[][..], |again| &again.dates);
    if !dates.is_empty() {
        told.show(|page| page.heading("Days ahead"));
    }
    told.each("dates", dates.iter().map(ahead));
    let decisions = decisions(file, child.id(), day);
    if !decisions.is_empty() {
        told.show(|page| page.heading("Decisions"));
    }
    told.each("decisions", decisions);
    told
}

/// Each part of the reading, and what it rests on.
fn reading(
    file: &CaseFile,
    sheet: &Sheet,
    child: RecordId,
    present: &Present,
    day: NaiveDate,
) -> Vec<Section> {
    let topics = rows().iter().map(|row| Topic::from(row.row));
    let topics: Vec<Topic> = topics.collect();
    let part = |part: PartTold| {
        let mut of = topics.iter();
        let topic = of.find(|topic| topic.told().last() == Some(&part.part));
        let rests_on = topic.map_or_else(Vec::new, |topic| {
            grounds(file, sheet, child, *topic, present, day)
        });
        let from = part.source.as_ref().map(source_in_words);
        let beside = from
            .as_ref()
            .map_or(String::new(), |from| format!(", {from}"));
        let mut told = Section::default();
        told.hide("name", part.name);
        let words = format!("{}{beside}", part.value);
        told.value("value", part.name, part.value, &words);
        told.hide("from", from);
        let rests_on = rests_on.into_iter().map(|ground| {
            let ids = ground
                .linked
                .iter()
                .chain(&ground.named)
                .chain(&ground.before);
            let entries: Vec<_> = ids
                .filter_map(|id| Some((*id, entry(file, *id)?)))
                .collect();
            let mut told = Section::default();
            told.show(|page| {
                page.under(&ground.words);
                for (id, words) in &entries {
                    page.item("", words, Some(*id));
                }
            });
            told.hide("words", ground.words);
            let entries = entries.into_iter().map(|(_, words)| words);
            told.hide("entries", entries.collect::<Vec<_>>());
            told
        });
        told.each("rests_on", rests_on);
        told
    };
    parts_told(&present.read).into_iter().map(part).collect()
}

fn entry(file: &CaseFile, id: RecordId) -> Option<String> {
    let entry = &file.entries.get(&id)?.body;
    let source = entry.accounts.first().map_or("", |account| &account.source);
    let on = entry.when.in_short();
    Some(format!("{on} {source}: {}", entry.in_short()))
}

fn holds(holds: Option<bool>) -> &'static str {
    match holds {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    }
}

fn one_move(one: &Move) -> Section {
    let rule = rule_in_short(one.rule);
    let mut told = Section::default();
    told.show(|page| {
        page.under(format!(
            "{} ({rule}), {}",
            first_large(&one.to.words()),
            holds(one.holds())
        ));
        for condition in &one.conditions {
            let on = condition
                .on
                .map_or(String::new(), |on| format!(", on {}", in_short(on)));
            let words = format!("{}{on}", condition.words);
            page.item(first_large(holds(condition.holds)), words, None);
        }
    });
    told.hide("to", one.to.words());
    told.hide("rule", rule);
    told.hide("holds", one.holds());
    let conditions = one.conditions.iter();
    let conditions: Vec<Json> = conditions
        .map(|one| json!({ "words": one.words, "holds": one.holds, "on": one.on }))
        .collect();
    told.hide("conditions", conditions);
    told
}

fn ahead(date: &DateAhead) -> Section {
    let mut told = Section::default();
    told.hide("on", date.on.to_string());
    told.hide("rule", rule_in_short(date.rule));
    let then = date.then.words();
    let words = format!("{} Then indicated, if nothing changes: {then}.", date.words);
    told.value("words", &in_short(date.on), date.words.as_str(), &words);
    told.hide("then", then);
    told
}

fn decisions(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Section> {
    let replayed = replay(file, child);
    let told = replayed.iter().filter_map(|replayed| {
        let body = &file.decisions.get(&replayed.decision)?.body;
        body.on.anchor().filter(|on| *on <= day)?;
        let moved = match replayed.before {
            None => format!("first {}", body.zone.word()),
            Some(before) if before == body.zone => format!("{} stays", body.zone.word()),
            Some(before) => format!("{} to {}", before.word(), body.zone.word()),
        };
        let beside = replayed.beside.words();
        let on = body.on.in_short();
        let mut told = Section::of(replayed.decision, format!("{on}: {moved} ({beside})"));
        told.hide("on", on);
        told.hide("before", json!(replayed.before));
        told.hide("zone", json!(body.zone));
        told.text("reason", "Why", &body.reason);
        let indicated = indicated_in_words(&replayed.indicated);
        told.text("indicated", "Indicated before it", indicated);
        told.hide("beside", beside);
        told.text("explained", "", beside_in_words(replayed, body));
        told.text("voices", "Who had a say", voices_in_words(body));
        Some(told)
    });
    told.collect()
}
