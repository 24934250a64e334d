//! "What changed since the plan of 4 March": the parts of an agreed version beside the plan as it stands.

use super::parts_today;
use crate::insight::changes::{FieldChange, differences};
use crate::record::*;
use chrono::NaiveDate;

/// What happened to a part of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It is new.
    New,
    /// It is worded or judged otherwise.
    Changed,
    /// It is over, or was taken out.
    Over,
}

impl Happened {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Happened::New => "new",
            Happened::Changed => "changed",
            Happened::Over => "over",
        }
    }
}

/// A part of the plan that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The part.
    pub part: RecordId,
    /// What kind of part, in a word.
    pub kind: &'static str,
    /// What happened.
    pub happened: Happened,
    /// The part in its words, the latest that there are.
    pub words: String,
    /// FieldChange by field: what stood there and what stands there now.
    pub fields: Vec<FieldChange>,
}

/// What changed since a version: new parts, changed ones, those that are over. `revisions` are all of the case, in any
/// order; a part of which the version's revision is missing is told as changed without its fields.
pub fn compare(
    version: &PlanVersion,
    file: &CaseFile,
    revisions: &[Record<Body>],
    day: NaiveDate,
) -> Vec<Difference> {
    let today = parts_today(file, day);
    let then = |id: RecordId, revision: u32| {
        let mut all = revisions.iter();
        all.find(|record| record.id() == id && record.meta.revision == revision)
    };
    let mut told = Vec::new();
    for (id, _) in &today {
        if version.parts.iter().any(|(known, _)| known == id) {
            continue;
        }
        if let Some(now) = file.record(*id) {
            told.push(difference(*id, Happened::New, &now.body, Vec::new()));
        }
    }
    for (id, revision) in &version.parts {
        let before = then(*id, *revision);
        let now = file.record(*id);
        if !today.iter().any(|(known, _)| known == id) {
            let last = now.as_ref().or(before);
            if let Some(last) = last {
                let why = why_over(&last.body);
                let fields = why.into_iter().map(|now| FieldChange {
                    name: "How it ended",
                    before: String::new(),
                    now,
                });
                told.push(difference(
                    *id,
                    Happened::Over,
                    &last.body,
                    fields.collect(),
                ));
            }
            continue;
        }
        let Some(now) = now.filter(|now| now.meta.revision != *revision) else {
            continue;
        };
        let fields = match before {
            Some(before) => differences(file, &before.body, &now.body),
            None => Vec::new(),
        };
        if before.is_none() || !fields.is_empty() {
            told.push(difference(*id, Happened::Changed, &now.body, fields));
        }
    }
    told.sort_by_key(|difference| (difference.happened, difference.kind, difference.part));
    told
}

fn difference(
    part: RecordId,
    happened: Happened,
    body: &Body,
    fields: Vec<FieldChange>,
) -> Difference {
    let (kind, words) = match body {
        Body::PlanStep(step) => ("challenge", step.challenge.clone()),
        Body::Support(support) => ("support", support.what.clone()),
        Body::BottomLine(line) => ("bottom line", line.words.clone()),
        Body::Goal(goal) => ("goal", goal.words.clone()),
        _ => ("part", String::new()),
    };
    Difference {
        part,
        kind,
        happened,
        words,
        fields,
    }
}

fn why_over(body: &Body) -> Option<String> {
    let why = match body {
        Body::PlanStep(step) => &step.why_ended,
        Body::Support(support) => &support.how_it_goes,
        Body::Goal(goal) => &goal.how_ended,
        _ => return None,
    };
    Some(why.clone()).filter(|why| !why.is_empty())
}
