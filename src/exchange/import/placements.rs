//! A table of where the children lived and under which legal status, brought in.
//!
//! Rows that only continue the row before (the same child, kind and carers, from the day on which it ended) are one
//! placement; legal statuses run on their own clock.

use super::concerned::by_reference;
use super::fault::ImportFault;
use super::open_file::SourceFile;
use super::people;
use super::run::ImportRun;
use super::side_table::{SideRow, SideTable, TableForm};
use super::who::PeopleByName;
use crate::insight::words::first_large;
use crate::practice::relations::relation_of;
use crate::record::{Body, Bond, BondKind, CaseFile, FuzzyDate, LegalStatus, Placement, RecordId};

const FORM: TableForm = TableForm {
    name: "placements",
    free: "note",
    needs: &[(&["child"], "the child"), (&["from"], "the first day")],
};

/// Lays the placements and legal statuses of a table over the case, and says which rows could not be taken in.
///
/// # Errors
/// The file is not a table of placements.
pub fn bring_in(file: &SourceFile, run: &mut ImportRun<'_>) -> Result<(), ImportFault> {
    let table = SideTable::read(file, run.today, &FORM)?;
    let who = PeopleByName::from_case(run.case());
    let (mut homes, mut legal): (Vec<Placement>, Vec<LegalStatus>) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let Some(child) = child(row, &who, run.case()) else {
            run.notices.push(format!(
                "{}, row {}: no child of this case could be told from the row; it was left out.",
                file.name, row.record
            ));
            continue;
        };
        let home = home(row, child, &who, run);
        match homes.iter_mut().rev().find(|known| known.child == child) {
            Some(before) if continues(before, &home) => before.to = home.to.clone(),
            _ => homes.push(home.clone()),
        }
        for status in statuses(row.cell("legal"), &home, run) {
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
        care_bonds(&home, run);
        let key = |home: &Placement| {
            let (kind, carer) = (home.kind.clone(), home.carer.clone());
            (home.child, kind, carer, home.from.reading())
        };
        let mut known = run.case().placements.values();
        if !known.any(|known| key(&known.body) == key(&home)) {
            run.add(Body::Placement(home));
        }
    }
    for status in legal {
        let key = |legal: &LegalStatus| (legal.child, legal.status.clone(), legal.from.reading());
        let mut known = run.case().legal.values();
        if !known.any(|known| key(&known.body) == key(&status)) {
            run.add(Body::LegalStatus(status));
        }
    }
    Ok(())
}

fn child(row: &SideRow, who: &PeopleByName, case: &CaseFile) -> Option<RecordId> {
    let cell = row.cell("child");
    let is_child = |id: &RecordId| case.people.get(id).is_some_and(|one| one.body.is_child);
    let by_name = who.one(cell).filter(is_child);
    by_name.or_else(|| by_reference(case, cell).filter(is_child))
}

fn home(row: &SideRow, child: RecordId, who: &PeopleByName, run: &ImportRun<'_>) -> Placement {
    let carers = row.cell("carer").replace(" and ", ";");
    let carers = carers.replace(['&', ',', '/'], ";");
    let carers = carers.split(';').filter_map(|name| who.one(name.trim()));
    let (kind, kind_note) = without_brackets(row.cell("kind"));
    let date = |cell: &str| {
        run.read_date(cell)
            .unwrap_or_else(|_| FuzzyDate::unknown(cell))
    };
    let to = row.cell("to");
    let miles = row.cell("miles_from_home").split_whitespace().next();
    let mut home = Placement {
        child,
        from: date(row.cell("from")),
        to: (!to.is_empty()).then(|| date(to)),
        kind,
        carers: carers.filter(|id| *id != child).collect(),
        miles_from_home: miles.and_then(|miles| miles.parse().ok()),
        note: format!("{kind_note} {}", row.cell("note"))
            .trim()
            .to_owned(),
        ..Placement::default()
    };
    row.fill(&mut home, &["carer", "place", "why_ended"], run.today);
    home
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
fn statuses(cell: &str, home: &Placement, run: &ImportRun<'_>) -> Vec<LegalStatus> {
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
    let dated = period(&bracketed, run);
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
fn period(text: &str, run: &ImportRun<'_>) -> Option<(String, FuzzyDate, Option<FuzzyDate>)> {
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let (words, dates) = text.split_at_checked(first)?;
    let words = words.trim();
    let words = ["from", "since"]
        .iter()
        .find_map(|word| words.strip_suffix(word))
        .unwrap_or(words)
        .trim();
    let read = |text: &str| run.read_date(text).ok();
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
fn care_bonds(home: &Placement, run: &mut ImportRun<'_>) {
    for carer in &home.carers {
        let person = run.case().people.get(carer);
        let kind = match person.and_then(|person| relation_of(&person.body.relation)) {
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
        people::put_bond(bond, run);
    }
}
