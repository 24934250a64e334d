//! A table of decisions on zones brought in: who decided what on which day, in the words of the file.
//!
//! A zone is never guessed, nor is the child. What was read at the analysis stays not recorded: the file gives reasons in
//! words, and people read them.

mod voices;

use super::case_table::{self, RowIn, add_new, date};
use super::concerned::people_named;
use super::fault::ImportFault;
use super::open_file::SourceFile;
use super::report::FileKind;
use super::run::ImportRun;
use super::side_table::{SideRow, SideTable, TableForm};
use super::tally::FileTally;
use super::who::PeopleByName;
use crate::insight::folding::folded;
use crate::insight::outside_life::outside_life;
use crate::practice::Zone;
use crate::practice::columns::{cell_words, plain, zone_of_word};
use crate::record::{
    Body, CaseFile, Doubt, DoubtKind, FuzzyDate, Period, RecordId, SIX_MONTHS, VoiceOf,
    ZoneDecision,
};
use chrono::{Days, NaiveDate};

const FORM: TableForm = TableForm {
    name: "zones",
    free: "reason",
    needs: &[
        (&["child"], "the child"),
        (&["on"], "the day of the decision"),
        (&["zone"], "the zone"),
    ],
};

/// Lays the decisions of a table over the case.
///
/// # Errors
/// The file is not a table of decisions, or the case has no children.
pub(super) fn bring_in(
    file: &SourceFile,
    run: &mut ImportRun<'_>,
) -> Result<FileTally, ImportFault> {
    let table = SideTable::read(file, run.today, &FORM)?;
    let who = PeopleByName::from_case(run.case());
    case_table::bring_in(&table, FileKind::Zones, run, |row, run| {
        lay(row, &table.file, &who, run)
    })
}

fn lay(
    row: &SideRow,
    file: &str,
    who: &PeopleByName,
    run: &mut ImportRun<'_>,
) -> Result<RowIn, String> {
    let (case, today, mut doubts) = (run.case(), run.today, Vec::new());
    let on = date(row.cell("on"), today, &mut doubts)?;
    let children = children(row.cell("child"), &on, case, who)?;
    let zone = zone(row.cell("zone"))?;
    for child in &children {
        check_life(*child, &on, case, today, &mut doubts)?;
    }
    let counts_from = match row.cell("counts_from") {
        "" => None,
        from => Some(date(from, today, &mut doubts)?),
    };
    let mut reason = row.words("reason");
    let mut decision = ZoneDecision {
        counts_from: counts_from.filter(|from| from.reading() != on.reading()),
        period: period(row, &mut reason, &mut doubts),
        voices: voices::from_row(row),
        contributors: contributors(row.cell("contributors")),
        origin: format!("{file}, row {}", row.record),
        ..ZoneDecision::new(RecordId::default(), on, zone)
    };
    row.fill(&mut decision, &["counts_from_why", "why_otherwise"], today);
    decision.reason = reason;
    let decisions = children.iter().map(|child| ZoneDecision {
        child: *child,
        ..decision.clone()
    });
    Ok(RowIn {
        record: add_new(decisions, run, is_known, Body::ZoneDecision)?,
        date: decision.on.written().to_owned(),
        source: voices::name_of(row, VoiceOf::Practitioner),
        text: format!("{}: {}", zone.word(), decision.reason),
        children,
        doubts,
    })
}

/// The children whom a cell names; in words why they cannot be told.
fn children(
    cell: &str,
    on: &FuzzyDate,
    case: &CaseFile,
    who: &PeopleByName,
) -> Result<Vec<RecordId>, String> {
    let named = people_named(cell, on, case, who)?;
    let others = named.iter().filter_map(|id| case.people.get(id));
    match others.into_iter().find(|person| !person.body.is_child) {
        None => Ok(named),
        Some(other) => Err(format!(
            "{} is not one of the children of this case, and a zone is decided for a child. Whom does the row concern?",
            other.body.name
        )),
    }
}

/// The zone that a cell names, as a word among few others or as a letter; in words why none can be told.
fn zone(cell: &str) -> Result<Zone, String> {
    let plain = plain(cell);
    let listed = |list: &[String], word: &str| list.iter().any(|known| known == word);
    let words = || {
        plain
            .split(' ')
            .filter(|word| !listed(&cell_words().beside_zones, word))
    };
    if words().all(str::is_empty) {
        return Err("No zone is named. Write Green, Yellow, Orange or Red into the row and bring it in again.".to_owned());
    }
    if words().any(|word| listed(&cell_words().unsure_zones, word)) {
        return Err(format!(
            "\"{cell}\" is not a zone of the matrix: it may mean Yellow or Orange. Ask who decided, write the zone into the row and bring it in again."
        ));
    }
    let zones: Vec<Option<Zone>> = words().map(zone_of_word).collect();
    match zones.as_slice() {
        [Some(first), others @ ..] if others.iter().all(|other| *other == Some(*first)) => {
            Ok(*first)
        }
        _ => Err(format!(
            "\"{cell}\" does not name one zone (Green, Yellow, Orange or Red). Write the zone into the row and bring it in again."
        )),
    }
}

/// A day in the pregnancy is asked about; one before it cannot be a decision on this child.
fn check_life(
    child: RecordId,
    on: &FuzzyDate,
    case: &CaseFile,
    today: NaiveDate,
    doubts: &mut Vec<Doubt>,
) -> Result<(), String> {
    const PREGNANCY: Days = Days::new(280);
    let Some(person) = case.people.get(&child).map(|person| &person.body) else {
        return Ok(());
    };
    let born = person.born.as_ref().and_then(FuzzyDate::earliest);
    let carried = born.and_then(|born| born.checked_sub_days(PREGNANCY));
    if on
        .latest()
        .zip(carried)
        .is_some_and(|(on, carried)| on < carried)
    {
        return Err(format!(
            "{on} is long before {} was born. Put the date right in the file and bring it in again.",
            person.short_name()
        ));
    }
    let outside = outside_life(on, [(child, person)], today);
    doubts.extend(
        outside
            .into_iter()
            .map(|outside| Doubt::new(outside.kind, outside.text)),
    );
    Ok(())
}

/// Another period than six months. One that cannot be read stays in the reason's words, with a question.
fn period(row: &SideRow, reason: &mut String, doubts: &mut Vec<Doubt>) -> Option<Period> {
    const LONGEST: u32 = 24;
    let (cell, why) = (row.cell("period"), row.cell("period_why"));
    let words = plain(cell);
    let months = match words.split(' ').collect::<Vec<_>>().as_slice() {
        [] | [""] => return None,
        [number] | [number, "month" | "months"] => number.parse().ok(),
        _ => None,
    };
    match months.filter(|months| (1..=LONGEST).contains(months)) {
        Some(SIX_MONTHS) if why.is_empty() => None,
        Some(months) => Some(Period {
            months,
            why: why.to_owned(),
            agreed_by: row.cell("period_agreed").to_owned(),
        }),
        None => {
            *reason = format!("{reason} Period: {cell}. {why}").trim().to_owned();
            doubts.push(Doubt::new(
                DoubtKind::Unreadable,
                format!(
                    "\"{cell}\" is not a number of months. Six months count until somebody says otherwise; the words are kept in the reason."
                ),
            ));
            None
        }
    }
}

fn contributors(cell: &str) -> Vec<String> {
    let names = cell.split([';', ',', '\n']).map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether the case has this decision: on the same child, day and zone, with the same reason or from the same row.
fn is_known(new: &ZoneDecision, case: &CaseFile) -> bool {
    let reason = folded(&new.reason);
    case.decisions.values().any(|known| {
        let known = &known.body;
        (known.child, known.on.reading(), known.zone) == (new.child, new.on.reading(), new.zone)
            && (known.origin == new.origin || folded(&known.reason) == reason)
    })
}
