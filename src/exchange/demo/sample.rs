//! The sample family of the tests in the demo's caseload, brought in through the same import that a caseworker uses. Its
//! supervision is typed in, from the notes that are among the samples, and so are the relationships of its children and what
//! is around them, from the chronology.

use super::family_file::FamilyFile;
use super::filing::{Filing, own_day};
use super::{DemoFault, StampedBody, last_day};
use crate::exchange::import::{ImportFiles, ImportOptions, Mapping, SourceFile, plan};
use crate::record::{Body, CaseFile, Change, FuzzyDate, Mint, Write};
use chrono::NaiveDate;

const NAME: &str = "Prosser and Dąbek";
const WORKER: &str = "A Brennock";
const TYPED_IN: &str = concat!(
    "[case]\nname = \"Prosser and Dąbek\"\nworker = \"A Brennock\"\n",
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
    let fault = |why: String| DemoFault::family(NAME, why);
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
        let known = known_on(&body).map_or(last_day(), |day| day.clamp(first_day, last_day()));
        StampedBody { id, body, known }
    });
    let written: Vec<StampedBody> = written.collect();
    let key = |known: &StampedBody| match &known.body {
        Body::Person(person) => Some((person.short_name().to_lowercase(), known.id)),
        Body::Goal(goal) => Some((goal.reference.clone(), known.id)),
        _ => None,
    };
    let filing = Filing {
        family: &FamilyFile::read(NAME, TYPED_IN)?,
        today: last_day(),
        mint,
        keys: written.iter().filter_map(key).collect(),
        written,
        again: Vec::new(),
    };
    filing.around(planned.case)
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
        _ => own_day(body),
    }
}
