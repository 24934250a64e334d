//! What is open about findings. Questions, never faults: each says what was found and what would answer it.

use super::coverage::{Support, day_of};
use super::shown::is_shown;
use super::{Cell, Column, Sheet, State, Whose, meet};
use crate::insight::ages::months_between;
use crate::insight::words::day_in_words;
use crate::practice::factors::{Factor, Needs, Polarity, factor_name};
use crate::record::{CaseFile, FactorFinding, Record, Status, Subject};
use chrono::NaiveDate;

/// What kind of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionKind {
    /// Two that cannot well both be so.
    Contradiction,
    /// Called present, and nothing says why.
    NoEvidence,
    /// A learning disability alone, or another that cannot be without its diagnosis.
    NeverAlone,
    /// No diagnosis is named.
    Diagnosis,
    /// Nobody trained to see it is named.
    Observer,
    /// Present by default until somebody asks.
    Default,
    /// The child's age does not fit.
    Age,
    /// It makes sense only beside another.
    OnlyWith,
    /// A strength that does not protect yet.
    NoOffset,
    /// The risk that it offsets is not recorded as present.
    OffsetsNothing,
    /// The same fact may be told twice.
    Overlap,
}

/// Something open about a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What kind.
    pub kind: QuestionKind,
    /// In a sentence or two.
    pub text: String,
}

/// What one cell asks by itself.
pub(super) fn ask(
    file: &CaseFile,
    factor: &Factor,
    column: &Column,
    latest: &Record<FactorFinding>,
    cell: &Cell,
    today: NaiveDate,
) -> Vec<Question> {
    let mut questions = Vec::new();
    let mut ask = |kind, text: String| questions.push(Question { kind, text });
    let body = &latest.body;
    if cell.by_default {
        let text = "Present by default: the entries tell of abuse in childhood and nobody has said how it is seen now. Ask, and record the answer.";
        ask(QuestionKind::Default, text.to_owned());
    }
    if body.status != Status::Present {
        return questions;
    }
    let support = cell.coverage.as_ref().map(|coverage| coverage.support);
    if support == Some(Support::None) {
        let text =
            "It is called present and no evidence is named. What was seen or heard, by whom?";
        ask(QuestionKind::NoEvidence, text.to_owned());
    }
    if is_blocked(file, factor, latest) {
        let text = "A learning disability alone is never a risk. It counts as not known until the diagnosis of a mental illness is named, and who made it.";
        ask(QuestionKind::NeverAlone, text.to_owned());
    } else if factor.needs == Some(Needs::Diagnosis) && !is_shown(file, factor, body) {
        let text = "No diagnosis is named. Until one is, \"not known\" is the truer word.";
        ask(QuestionKind::Diagnosis, text.to_owned());
    } else if factor.needs == Some(Needs::Observer) && !is_shown(file, factor, body) {
        let text = "Nobody in health, education or child care is named who saw it. Until one is, \"not known\" is the truer word.";
        ask(QuestionKind::Observer, text.to_owned());
    }
    if column.whose == Whose::Child
        && let Some(text) = age_question(file, factor, column, latest, today)
    {
        ask(QuestionKind::Age, text);
    }
    if factor.polarity == Polarity::Protective && body.offsets.is_empty() {
        let text = "A strength that does not protect yet: which risk does it offset, and how?";
        ask(QuestionKind::NoOffset, text.to_owned());
    }
    questions
}

/// Whether a finding cannot be called present: its diagnosis is missing and without it there is no risk.
pub(super) fn is_blocked(file: &CaseFile, factor: &Factor, found: &Record<FactorFinding>) -> bool {
    factor.never_without_diagnosis && !is_shown(file, factor, &found.body)
}

/// Asks when the child was certainly too young or too old on the finding's day, or has grown out of it since.
fn age_question(
    file: &CaseFile,
    factor: &Factor,
    column: &Column,
    latest: &Record<FactorFinding>,
    today: NaiveDate,
) -> Option<String> {
    let Subject::Person(child) = &column.subject else {
        return None;
    };
    let born = file.people.get(child)?.body.born.as_ref()?;
    let (first, last) = match &latest.body.on {
        Some(on) => (on.earliest()?, on.latest()?),
        None => (day_of(latest), day_of(latest)),
    };
    let youngest = months_between(born.latest()?, first);
    let oldest = months_between(born.earliest()?, last);
    let whose = match factor.suggested_age {
        true => "an age that we suggest",
        false => "the handbook's age",
    };
    let name = &column.name;
    let day = day_in_words(last);
    let limit = age_in_words;
    if let Some(least) = factor.not_under_months
        && oldest.unwrap_or(0) < least
    {
        return Some(format!(
            "On {day} {name} was under {} ({whose}). It is not to be said of so young a child.",
            limit(least)
        ));
    }
    let most = factor.only_under_months?;
    if youngest.is_some_and(|age| age >= most) {
        return Some(format!(
            "On {day} {name} was {} or older ({whose}). It is only said of a very young child.",
            limit(most)
        ));
    }
    let now = months_between(born.latest()?, today)?;
    (now >= most).then(|| {
        format!(
            "It fitted {name}'s age on {day}. {name} is past {} now ({whose}): look at it again.",
            limit(most)
        )
    })
}

fn age_in_words(months: u32) -> String {
    match months {
        12 => "1 year".to_owned(),
        months if months % 12 == 0 => format!("{} years", months / 12),
        months => format!("{months} months"),
    }
}

/// What cells ask of each other, once all are there.
pub(super) fn ask_across(file: &CaseFile, sheet: &mut Sheet) {
    let mut asked: Vec<(usize, usize, Question)> = Vec::new();
    let risks = sheet.present(Polarity::Risk);
    let present: Vec<(usize, usize)> = risks.chain(sheet.present(Polarity::Protective)).collect();
    let is_present = |id: &str| {
        let mut rows = sheet.rows.iter();
        rows.any(|row| row.factor.id == id && row.is_present())
    };
    let day = |at: (usize, usize)| {
        let cell = sheet.rows.get(at.0)?.cells.get(at.1)?;
        cell.coverage.as_ref().map(|coverage| coverage.day)
    };
    for &(row, column) in &present {
        let (Some(own), Some(subject)) = (sheet.rows.get(row), sheet.columns.get(column)) else {
            continue;
        };
        let mut ask = |kind, text| asked.push((row, column, Question { kind, text }));
        for &(other_row, other_column) in &present {
            let (Some(other), Some(other_subject)) =
                (sheet.rows.get(other_row), sheet.columns.get(other_column))
            else {
                continue;
            };
            if !meet(&subject.subject, &other_subject.subject) {
                continue;
            }
            let told = sheet.told(other_row, other_column);
            if own.factor.contradicts(other.factor)
                && let Some((mine, theirs)) = day((row, column)).zip(day((other_row, other_column)))
            {
                let order = match mine.cmp(&theirs) {
                    std::cmp::Ordering::Less => "later, on",
                    std::cmp::Ordering::Equal => "the same day,",
                    std::cmp::Ordering::Greater => "earlier, on",
                };
                let text = format!(
                    "\"{told}\" was found present too, {order} {}. Both cannot well be so: which holds now?",
                    day_in_words(theirs)
                );
                ask(QuestionKind::Contradiction, text);
            }
            if own.factor.overlaps.contains(&other.factor.id) {
                let text = format!("\"{told}\" may tell the same fact. Is it one fact or two?");
                ask(QuestionKind::Overlap, text);
            }
        }
        if !own.factor.only_with.is_empty() && !own.factor.only_with.iter().any(|id| is_present(id))
        {
            let names: Vec<&str> = own
                .factor
                .only_with
                .iter()
                .map(|id| factor_name(id))
                .collect();
            let text = format!(
                "It makes sense beside one of these, and none is recorded as present: {}.",
                names.join("; ")
            );
            ask(QuestionKind::OnlyWith, text);
        }
        if let Some(found) = sheet.latest(file, row, column) {
            for risk in &found.body.offsets {
                if !is_present(risk) {
                    let text = format!(
                        "It offsets \"{}\", which is not recorded as present.",
                        factor_name(risk)
                    );
                    ask(QuestionKind::OffsetsNothing, text);
                }
            }
        }
    }
    for (row, column, question) in asked {
        let row = sheet.rows.get_mut(row);
        if let Some(cell) = row.and_then(|row| row.cells.get_mut(column)) {
            cell.questions.push(question);
        }
    }
    let cells = sheet.rows.iter_mut().flat_map(|row| &mut row.cells);
    for cell in cells.filter(|cell| cell.state != State::NotRecorded) {
        cell.questions.sort_by_key(|question| question.kind);
    }
}
