//! What changed in a case lately: who wrote what, when, the newest first.

use crate::record::{Body, CaseFile, Meta, RecordId};
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;

/// Things that one person wrote on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Who.
    pub author: String,
    /// The day.
    pub day: NaiveDate,
    /// What kind of thing, one and several ("entry", "entries").
    pub kind: (&'static str, &'static str),
    /// Whether they were new, not changed.
    pub is_new: bool,
    /// Which, the last written first.
    pub records: Vec<RecordId>,
}

/// "added 12 entries", "changed a person".
impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let did = if self.is_new { "added" } else { "changed" };
        let (one, several) = self.kind;
        match self.records.len() {
            1 => write!(f, "{did} {one}"),
            count => write!(f, "{did} {count} {several}"),
        }
    }
}

/// What was written lately, the newest first. What one person did to one kind of record on one day is told together.
pub fn lately(file: &CaseFile) -> Vec<Written> {
    let mut all: Vec<(&Meta, (&'static str, &'static str))> = Vec::new();
    macro_rules! take {
        ($($map:ident $one:literal $several:literal),*) => {
            $(all.extend(file.$map.values().map(|record| (&record.meta, ($one, $several))));)*
        };
    }
    take!(people "a person" "people", bonds "a bond" "bonds", placements "a place where a child lived" "places where children lived",
        legal "a legal status" "legal statuses", entries "an entry" "entries", imports "an import" "imports",
        verdicts "a decision on what is one event" "decisions on what is one event",
        factors "what was found about a factor" "findings about factors",
        decisions "a decision on a zone" "decisions on zones", capacities "capacity that was shown" "stretches of shown capacity",
        lapses "a lapse" "lapses", marks "an item of a stage" "items of stages", roles "who has a part" "people with a part",
        stories "a story" "stories", recognitions "how somebody is recognised" "thoughts on recognition",
        hypotheses "a working hypothesis" "working hypotheses", needs "a need" "needs",
        curiosities "something to find out" "things to find out", plan_steps "a step of the plan" "steps of the plan",
        supports "a support" "supports", bottom_lines "a bottom line" "bottom lines",
        plan_versions "a version of the plan" "versions of the plan", purposes "a purpose" "purposes",
        goals "a goal" "goals", goal_reviews "a review of a goal" "reviews of goals",
        wordings_kept "a wording that stays" "wordings that stay",
        supervisions "a supervision" "supervisions", actions "an action" "actions",
        case_decisions "a decision" "decisions", occasions "a visit or meeting" "visits and meetings",
        emotional_ties "an emotional line" "emotional lines", households "a household" "households",
        connections "a line of the ecomap" "lines of the ecomap", relationships "a relationship" "relationships",
        contacts_after_care "contact after care" "requests for contact after care", promises "a promise" "promises",
        gedcom_lines "lines of a GEDCOM file" "lines of a GEDCOM file");
    all.extend(
        file.case
            .iter()
            .map(|case| (&case.meta, ("the family", "families"))),
    );
    let newest = |meta: &Meta| -> (DateTime<Utc>, RecordId) { (meta.recorded_at, meta.id) };
    all.sort_by_key(|(meta, _)| std::cmp::Reverse(newest(meta)));
    let mut told: Vec<Written> = Vec::new();
    for (meta, kind) in all {
        let day = meta.recorded_at.date_naive();
        let is_new = meta.revision == 1;
        let same = told.iter_mut().find(|written| {
            written.author == meta.author
                && (written.day, written.kind, written.is_new) == (day, kind, is_new)
        });
        match same {
            Some(written) => written.records.push(meta.id),
            None => told.push(Written {
                author: meta.author.clone(),
                day,
                kind,
                is_new,
                records: vec![meta.id],
            }),
        }
    }
    told
}

/// The kinds that [`lately`] tells are all kinds that there are; a new kind must be named there.
const _: u8 = {
    assert!(Body::KINDS == 38);
    0
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::MadeUp;

    #[test]
    fn a_days_work_is_told_together_and_the_newest_first() {
        let mut family = MadeUp::new();
        let old = family.adult("Al", "father");
        let changed = family.file.people[&old].body.clone();
        let earlier = family.written(old, "2026-11-20", 2, Body::Person(changed));
        family.file.apply(earlier);
        family.told(&[], "a.csv", "School", "2 Mar 2024", "One.");
        family.told(&[], "a.csv", "School", "3 Mar 2024", "Two.");
        family.child("Ava", "2019");
        let said: Vec<String> = lately(&family.file)
            .iter()
            .map(|written| format!("{} {written}", written.day))
            .collect();
        assert_eq!(
            said,
            [
                "2026-11-23 added a person",
                "2026-11-23 added 2 entries",
                "2026-11-20 changed a person"
            ]
        );
    }
}
