//! The sample family of the tests in the demo's caseload, brought in through the same import that a caseworker uses. Its
//! supervision is typed in, from the notes that are among the samples, and so are the relationships of its children and what
//! is around them, from the chronology.

use super::family::{CaseRow, Family};
use super::filing::{CameIn, change_on_top};
use super::{DemoFault, Known, last_day, read};
use crate::exchange::import::{ImportFiles, ImportOptions, Mapping, SourceFile, plan};
use crate::record::{Body, CaseFile, Change, FuzzyDate, Mint, RecordId, Write};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const NAME: &str = "Prosser and Dąbek";
const WORKER: &str = "A Brennock";
const TYPED_IN: &str = concat!(
    include_str!("families/prosser_supervision.toml"),
    include_str!("families/prosser_around.toml"),
    include_str!("families/prosser_relationships.toml")
);

macro_rules! sample {
    ($name:literal) => {
        SourceFile {
            name: $name.to_owned(),
            bytes: include_bytes!(concat!("../../../tests/samples/", $name)).to_vec(),
        }
    };
}

/// The change that writes the family, and one for what was written again later. What was known before the case was opened
/// was told on the day on which it was; what names no day was known when it was brought in, on the last day.
pub(super) fn change(mint: &mut Mint) -> Result<(Change, Option<Change>), DemoFault> {
    let files = ImportFiles {
        chronologies: vec![
            sample!("social-care.csv"),
            sample!("health-visitor.csv"),
            sample!("school.csv"),
            sample!("police.csv"),
            sample!("contact-centre.csv"),
        ],
        people: Some(sample!("people.csv")),
        families: Vec::new(),
        placements: Some(sample!("placements.csv")),
        factors: vec![sample!("factors.csv")],
        zones: vec![sample!("zones.csv")],
        goals: vec![sample!("goals.csv")],
    };
    let options = ImportOptions {
        family: NAME.to_owned(),
        today: last_day(),
        mapping: Mapping::default(),
    };
    let fault = |why: String| DemoFault::Family {
        family: NAME.to_owned(),
        why,
    };
    let planned = plan(&CaseFile::default(), &files, &options, mint, &mut |_| {});
    let planned = planned.map_err(|why| fault(why.to_string()))?;
    let opened =
        FuzzyDate::parse("11 Mar 2021", last_day()).map_err(|why| fault(why.to_string()))?;
    let first_day = opened.anchor().unwrap_or_else(last_day);
    let written = planned.writes.into_iter().filter_map(|write| match write {
        Write::Put(id, body) => Some((id, *body)),
        Write::Remove(..) => None,
    });
    let written = written.map(|(id, mut body)| {
        if let Body::Case(case) = &mut body {
            case.worker = WORKER.to_owned();
            case.opened = Some(opened.clone());
        }
        let day = known_on(&body).map_or(last_day(), |day| day.clamp(first_day, last_day()));
        (id, body, day)
    });
    let written: Vec<Known> = written.collect();
    let came_in = CameIn {
        case: planned.case,
        people: keys(&written, |body| match body {
            Body::Person(person) => Some(person.short_name().to_lowercase()),
            _ => None,
        }),
        goals: keys(&written, |body| match body {
            Body::Goal(goal) => Some(goal.reference.clone()),
            _ => None,
        }),
        written,
    };
    let family = Family {
        case: CaseRow {
            name: NAME.to_owned(),
            worker: WORKER.to_owned(),
            ..CaseRow::default()
        },
        ..Family::default()
    };
    let typed_in = read(NAME, TYPED_IN)?;
    change_on_top(&family, came_in, &typed_in, last_day(), mint)
}

/// By which names the supervision speaks of records that came in.
fn keys(written: &[Known], key: impl Fn(&Body) -> Option<String>) -> BTreeMap<String, RecordId> {
    let named = written.iter().map(|(id, body, _)| Some((key(body)?, *id)));
    named.flatten().collect()
}

/// The day on which the first of those who tell it can have known it.
fn known_on(body: &Body) -> Option<NaiveDate> {
    match body {
        Body::Entry(entry) => {
            let told = entry
                .accounts
                .iter()
                .filter_map(|account| account.known_on.or(account.when.anchor()));
            told.min()
        }
        Body::FactorFinding(finding) => finding.on.as_ref()?.anchor(),
        Body::ZoneDecision(decision) => decision.on.anchor(),
        Body::Goal(goal) => goal.set_on.anchor(),
        Body::GoalReview(review) => review.on.anchor(),
        Body::Case(case) => case.opened.as_ref()?.anchor(),
        Body::Bond(bond) => bond.since.as_ref()?.anchor(),
        Body::Placement(home) => home.from.anchor(),
        Body::LegalStatus(legal) => legal.from.anchor(),
        _ => None,
    }
}
