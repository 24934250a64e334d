//! A table of findings about factors brought in: about whom, which factor, whether it is there, and from what.
//!
//! Present, absent and not known are the words of the file; an empty cell is none of them. A title with a slip in it is
//! met with the one that is nearest, and somebody puts it right.

use super::case_table::{self, RowIn, add_new, date};
use super::concerned::people_named;
use super::fault::ImportFault;
use super::open_file::SourceFile;
use super::parents::{parent_called, parents};
use super::report::FileKind;
use super::run::ImportRun;
use super::side_table::{SideRow, SideTable, TableForm};
use super::tally::FileTally;
use super::who::PeopleByName;
use crate::insight::folding::folded;
use crate::practice::columns::{cell_words, plain};
use crate::practice::factors::{Factor, factor, factors};
use crate::practice::nearest::nearest_name;
use crate::practice::source_kind_of;
use crate::record::{Body, CaseFile, FactorFinding, FuzzyDate, RecordId, Status, Subject};

/// The id of the factor that has no name of its own: people say in their words what it is.
const OUTSIDE_HOME: &str = "outside-home";

const FORM: TableForm = TableForm {
    name: "factors",
    free: "evidence",
    needs: &[
        (&["subject"], "who it is about"),
        (&["factor"], "the factor"),
        (&["status"], "whether it is there"),
    ],
};

/// Lays the findings of a table over the case.
///
/// # Errors
/// The file is not a table of findings, or the case has no children.
pub(super) fn bring_in(
    file: &SourceFile,
    run: &mut ImportRun<'_>,
) -> Result<FileTally, ImportFault> {
    let table = SideTable::read(file, run.today, &FORM)?;
    let who = PeopleByName::from_case(run.case());
    case_table::bring_in(&table, FileKind::Factors, run, |row, run| {
        lay(row, &table.file, &who, run)
    })
}

fn lay(
    row: &SideRow,
    file: &str,
    who: &PeopleByName,
    run: &mut ImportRun<'_>,
) -> Result<RowIn, String> {
    let mut doubts = Vec::new();
    let on = match row.cell("on") {
        "" => None,
        written => Some(date(written, run.today, &mut doubts)?),
    };
    let subjects = subjects(row.cell("subject"), on.as_ref(), run.case(), who)?;
    let (factor, named) = factor_of(row.cell("factor"))?;
    let status = status(row.cell("status"))?;
    let source = row.cell("source");
    let kind = source_kind_of(&folded(source));
    let said_by = [row.cell("said_by"), source];
    let said_by: Vec<&str> = said_by
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    let said_by = said_by.join(", ");
    let finding = FactorFinding {
        factor: factor.id.clone(),
        named,
        status,
        on,
        evidence: row.words("evidence"),
        source_kind: kind.map_or_else(String::new, |kind| kind.id.clone()),
        said_by: said_by.clone(),
        origin: format!("{file}, row {}", row.record),
        ..FactorFinding::default()
    };
    let is_child = |id: &RecordId| {
        run.case()
            .people
            .get(id)
            .is_some_and(|one| one.body.is_child)
    };
    let concerned = subjects.iter().flat_map(|subject| match subject {
        Subject::Person(id) => vec![*id],
        Subject::Together(ids) => ids.clone(),
        Subject::Family => Vec::new(),
    });
    let children = concerned.filter(is_child).collect();
    let text = format!("{}: {}", factor.name, finding.evidence);
    let findings = subjects.into_iter().map(|subject| FactorFinding {
        subject,
        ..finding.clone()
    });
    Ok(RowIn {
        record: add_new(findings, run, is_known, Body::FactorFinding)?,
        date: row.cell("on").to_owned(),
        children,
        source: said_by,
        text,
        doubts,
    })
}

/// About whom a row is: several children each for themselves, several grown-ups together. In words why it cannot be told.
fn subjects(
    cell: &str,
    on: Option<&FuzzyDate>,
    case: &CaseFile,
    who: &PeopleByName,
) -> Result<Vec<Subject>, String> {
    let words = plain(cell);
    if cell_words().family.contains(&words) {
        return Ok(vec![Subject::Family]);
    }
    let together = |people: Vec<RecordId>| match people.as_slice() {
        [only] => Subject::Person(*only),
        _ => Subject::Together(people),
    };
    if cell_words().parents.contains(&words) {
        let parents = parents(case);
        return match parents.is_empty() {
            true => Err(
                "No parents are recorded in this case. Add them and bring this file in again."
                    .to_owned(),
            ),
            false => Ok(vec![together(parents)]),
        };
    }
    let not_dated = FuzzyDate::unknown("");
    let named = people_named(cell, on.unwrap_or(&not_dated), case, who);
    let people = match (named, parent_called(&words, case)) {
        (Err(_), Some(parent)) => vec![parent],
        (named, _) => named?,
    };
    let is_child = |id: &RecordId| case.people.get(id).is_some_and(|one| one.body.is_child);
    Ok(match people.iter().any(is_child) {
        true => people.into_iter().map(Subject::Person).collect(),
        false => vec![together(people)],
    })
}

/// The factor that a cell names by one of its titles, and what it is called there when the title is left to people. In
/// words why none can be told.
fn factor_of(cell: &str) -> Result<(&'static Factor, String), String> {
    let words = alike(cell);
    if words.is_empty() {
        return Err(
            "No factor is named. Write its title into the row and bring it in again.".to_owned(),
        );
    }
    let named = factors()
        .iter()
        .find(|factor| titles(factor).any(|title| alike(title) == words));
    if let Some(factor) = named {
        return Ok((factor, String::new()));
    }
    if let Some((title, own_words)) = cell.split_once(':')
        && let Some(factor) = factor(OUTSIDE_HOME)
        && titles(factor).any(|known| alike(known) == alike(title))
    {
        return Ok((factor, own_words.trim().to_owned()));
    }
    let known: Vec<(String, &str)> = factors()
        .iter()
        .flat_map(titles)
        .map(|title| (alike(title), title))
        .collect();
    let near = nearest_name(&words, known.iter().map(|(words, _)| words.as_str()));
    let near = known.iter().find(|(words, _)| Some(words.as_str()) == near);
    Err(match near {
        Some((_, title)) => format!(
            "\"{cell}\" is no factor of the table. The nearest is \"{title}\": if it is meant, write it so and bring this file in again."
        ),
        None => format!(
            "\"{cell}\" is no factor of the table. Write the title of the factor that is meant and bring this file in again."
        ),
    })
}

fn titles(factor: &'static Factor) -> impl Iterator<Item = &'static str> {
    std::iter::once(&factor.name)
        .chain(&factor.also)
        .map(String::as_str)
}

/// A title without what differs from table to table: capitals, accents, signs.
fn alike(title: &str) -> String {
    folded(&plain(title))
}

/// Whether the file says that it is there; what it does not say is not taken for anything.
fn status(cell: &str) -> Result<Status, String> {
    let words = plain(cell);
    let known = cell_words();
    if known.present.contains(&words) {
        Ok(Status::Present)
    } else if known.absent.contains(&words) {
        Ok(Status::Absent)
    } else if known.not_known.contains(&words) || cell == "?" {
        Ok(Status::NotKnown)
    } else if cell.is_empty() {
        Err("The row does not say whether the factor is there, so nothing is recorded of it. Write present, absent or not known and bring it in again.".to_owned())
    } else {
        Err(format!(
            "\"{cell}\" is none of present, absent and not known. Write which it is and bring the row in again."
        ))
    }
}

/// Whether the case has this finding: about the same people, factor, day and status, on the same evidence or from the
/// same row.
fn is_known(new: &FactorFinding, case: &CaseFile) -> bool {
    let day = |finding: &FactorFinding| finding.on.as_ref().map(FuzzyDate::reading);
    let evidence = folded(&new.evidence);
    case.factors.values().any(|known| {
        let known = &known.body;
        (&known.subject, &known.factor, &known.named, known.status)
            == (&new.subject, &new.factor, &new.named, new.status)
            && day(known) == day(new)
            && (known.origin == new.origin || folded(&known.evidence) == evidence)
    })
}
