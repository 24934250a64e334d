//! A table of where the children lived and under which legal status, brought in.
//!
//! Rows that only continue the row before (the same child, kind and carers, from the day on which it ended) are one
//! placement; legal statuses run on their own clock.

use super::concerned::by_reference;
use super::fault::ImportFault;
use super::open_file::SourceFile;
use super::people;
use super::report::ImportCounts;
use super::side_table::{SideRow, SideTable};
use super::staging::Staging;
use super::who::PeopleByName;
use crate::insight::words::first_large;
use crate::practice::columns::{PlacementRole, placement_role};
use crate::practice::relations::relation_of;
use crate::record::{
    Body, Bond, BondKind, DateOrder, FuzzyDate, LegalStatus, Mint, Placement, RecordId,
};
use chrono::NaiveDate;

/// Lays the placements and legal statuses of a table over the case. Sentences on rows that could not be taken in are
/// added to `notices`.
///
/// # Errors
/// The file is not a table of placements.
pub fn bring_in(
    file: &SourceFile,
    staging: &mut Staging,
    around: &mut ImportCounts,
    notices: &mut Vec<String>,
    mint: &mut Mint,
    today: NaiveDate,
) -> Result<(), ImportFault> {
    let table = SideTable::read(file, today, placement_role, PlacementRole::Notes)?;
    table.must_have(table.has(PlacementRole::Child), "the child")?;
    table.must_have(table.has(PlacementRole::From), "the first day")?;
    let who = PeopleByName::of(&staging.file);
    let (mut homes, mut legal): (Vec<Placement>, Vec<LegalStatus>) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let Some(child) = child(row, &who, staging) else {
            notices.push(format!(
                "{}, row {}: no child of this case could be told from the row; it was left out.",
                file.name, row.record
            ));
            continue;
        };
        let home = home(row, child, &who, today);
        match homes.iter_mut().rev().find(|known| known.child == child) {
            Some(before) if continues(before, &home) => before.to = home.to.clone(),
            _ => homes.push(home.clone()),
        }
        for status in statuses(row.cell(&PlacementRole::Legal), &home, today) {
            match legal
                .iter_mut()
                .rev()
                .find(|known| known.child == child && known.status == status.status)
            {
                Some(same) if same.note == status.note && same.from == status.from => {
                    same.to = status.to
                }
                Some(before)
                    if before.note == status.note && before.to.as_ref() == Some(&status.from) =>
                {
                    before.to = status.to
                }
                _ => legal.push(status),
            }
        }
    }
    for home in homes {
        care_bonds(&home, staging, around, mint);
        let known = staging.file.placements.values().any(|known| {
            let known = &known.body;
            (known.child, &known.kind, &known.carer, known.from.reading())
                == (home.child, &home.kind, &home.carer, home.from.reading())
        });
        if !known {
            around.placements += 1;
            staging.put(mint.next_id(), Body::Placement(home));
        }
    }
    for status in legal {
        let known = staging.file.legal.values().any(|known| {
            let known = &known.body;
            (known.child, &known.status, known.from.reading())
                == (status.child, &status.status, status.from.reading())
        });
        if !known {
            around.legal_statuses += 1;
            staging.put(mint.next_id(), Body::LegalStatus(status));
        }
    }
    Ok(())
}

fn child(row: &SideRow<PlacementRole>, who: &PeopleByName, staging: &Staging) -> Option<RecordId> {
    let cell = row.cell(&PlacementRole::Child);
    let people = &staging.file.people;
    let is_child = |id: &RecordId| people.get(id).is_some_and(|person| person.body.is_child);
    let by_name = who.one(cell).filter(is_child);
    by_name.or_else(|| by_reference(&staging.file, cell).filter(is_child))
}

fn home(
    row: &SideRow<PlacementRole>,
    child: RecordId,
    who: &PeopleByName,
    today: NaiveDate,
) -> Placement {
    let cell = |role: PlacementRole| row.cell(&role).to_owned();
    let carer = cell(PlacementRole::Carer);
    let carers = carer.replace(" and ", ";").replace(['&', ',', '/'], ";");
    let carers = carers.split(';').filter_map(|name| who.one(name.trim()));
    let carers: Vec<RecordId> = carers.filter(|id| *id != child).collect();
    let (kind, kind_note) = without_brackets(&cell(PlacementRole::Kind));
    let note = [kind_note, cell(PlacementRole::Notes)];
    let note: Vec<String> = note.into_iter().filter(|note| !note.is_empty()).collect();
    Placement {
        child,
        from: date(&cell(PlacementRole::From), today),
        to: Some(cell(PlacementRole::To))
            .filter(|to| !to.is_empty())
            .map(|to| date(&to, today)),
        kind,
        carer,
        carers,
        place: cell(PlacementRole::Place),
        miles_from_home: cell(PlacementRole::Miles)
            .split_whitespace()
            .next()
            .and_then(|miles| miles.parse().ok()),
        why_ended: cell(PlacementRole::WhyEnded),
        note: note.join(" "),
    }
}

fn date(cell: &str, today: NaiveDate) -> FuzzyDate {
    FuzzyDate::from_record(cell, today, DateOrder::DayFirst)
        .unwrap_or_else(|_| FuzzyDate::unknown(cell))
}

fn continues(before: &Placement, next: &Placement) -> bool {
    let ended = before.to.as_ref().map(FuzzyDate::reading);
    before.kind == next.kind
        && before.carer == next.carer
        && before.place == next.place
        && before.why_ended.is_empty()
        && ended == Some(next.from.reading())
}

/// "None (child protection plan from 07/06/2022)" is no legal status and a plan with dates of its own.
fn statuses(cell: &str, home: &Placement, today: NaiveDate) -> Vec<LegalStatus> {
    let (status, bracketed) = without_brackets(cell);
    let within =
        |status: String, from: FuzzyDate, to: Option<FuzzyDate>, note: String| LegalStatus {
            child: home.child,
            status,
            code: String::new(),
            from,
            to,
            note,
        };
    let mut found = Vec::new();
    let dated = period(&bracketed, today);
    let is_none = matches!(
        status.to_lowercase().as_str(),
        "" | "none" | "n/a" | "no legal status"
    );
    if !is_none {
        let note = if dated.is_some() {
            String::new()
        } else {
            bracketed.clone()
        };
        found.push(within(status, home.from.clone(), home.to.clone(), note));
    }
    match dated {
        Some((words, from, to)) => {
            found.push(within(
                words,
                from,
                to.or_else(|| home.to.clone()),
                format!("As written: {cell}"),
            ));
        }
        None if is_none && !bracketed.is_empty() => {
            found.push(within(
                first_large(&bracketed),
                home.from.clone(),
                home.to.clone(),
                String::new(),
            ));
        }
        None => {}
    }
    found
}

/// Words with a period behind them: "child protection plan 30/03/2021 to 09/12/2021", "… from 07/06/2022".
fn period(text: &str, today: NaiveDate) -> Option<(String, FuzzyDate, Option<FuzzyDate>)> {
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let (words, dates) = text.split_at_checked(first)?;
    let words = words.trim();
    let words = ["from", "since"]
        .iter()
        .find_map(|word| words.strip_suffix(word))
        .unwrap_or(words)
        .trim();
    let read = |text: &str| FuzzyDate::from_record(text, today, DateOrder::DayFirst).ok();
    let (from, to) = match [" to ", " until ", " - ", "–"]
        .iter()
        .find_map(|join| dates.split_once(join))
    {
        Some((from, to)) => (read(from)?, Some(read(to)?)),
        None => (read(dates)?, None),
    };
    (!words.is_empty()).then(|| (first_large(words), from, to))
}

/// A text without what stands in brackets at its end, and that.
fn without_brackets(text: &str) -> (String, String) {
    let split = text
        .trim()
        .strip_suffix(')')
        .and_then(|open| open.split_once('('));
    let (words, note) = split.unwrap_or((text, ""));
    (words.trim().to_owned(), note.trim().to_owned())
}

/// Carers who are known as foster or kinship carers are joined to the child for the time.
fn care_bonds(home: &Placement, staging: &mut Staging, around: &mut ImportCounts, mint: &mut Mint) {
    for carer in &home.carers {
        let relation = staging
            .file
            .people
            .get(carer)
            .map(|person| person.body.relation.clone());
        let kind = match relation.as_deref().and_then(relation_of) {
            Some("foster-carer") => BondKind::FosterCarer,
            Some("kinship-carer") => BondKind::KinshipCarer,
            _ => continue,
        };
        let (since, until) = (Some(home.from.clone()), home.to.clone());
        let bond = Bond {
            from: *carer,
            to: home.child,
            kind,
            since,
            until,
            note: String::new(),
        };
        people::put_bond(bond, staging, around, mint);
    }
}
