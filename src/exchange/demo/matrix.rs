//! Findings about factors, capacity that carers showed and decisions on zones, as a family's file writes them.

use super::DemoFault;
use super::filing::{Filing, known};
use crate::practice::Zone;
use crate::practice::matrix::{Levels, Reading};
use crate::record::{
    Body, FactorFinding, Period, RecordId, ShownCapacity, Status, Subject, View, Voice, VoiceOf,
    ZoneDecision,
};
use chrono::NaiveDate;
use serde::Deserialize;

/// What was found about a factor: about one person, several together, or the family when nobody is named. Its entries
/// by their dates.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FindingRow {
    about: Vec<String>,
    factor: String,
    named: String,
    status: Status,
    day: Option<String>,
    evidence: String,
    entries: Vec<String>,
    source: Option<String>,
    offsets: Vec<String>,
    how_offsets: String,
    rating: String,
    probability: String,
    timescale: String,
    frequency: String,
    movement: String,
    changes_needed: String,
}

/// Capacity that a carer showed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CapacityRow {
    carer: String,
    start: String,
    end: Option<String>,
    evidence: String,
    #[serde(default)]
    why_ended: String,
}

/// A decision on the zone of each of these children; its evidence by the dates of entries.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionRow {
    children: Vec<String>,
    day: String,
    zone: Zone,
    reason: String,
    #[serde(default)]
    reading: Reading,
    #[serde(default)]
    levels: Levels,
    #[serde(default)]
    why_otherwise: String,
    #[serde(default)]
    carers: Vec<String>,
    period: Option<Period>,
    #[serde(default)]
    evidence: Vec<String>,
    voices: Vec<VoiceRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VoiceRow {
    of: VoiceOf,
    name: String,
    #[serde(default)]
    view: View,
    #[serde(default)]
    words: String,
}

/// Writes the findings, capacity and decisions of a family.
pub(super) fn file(filing: &mut Filing<'_>, first_day: NaiveDate) -> Result<(), DemoFault> {
    let family = filing.family;
    for row in &family.finding {
        let finding = finding(filing, row)?;
        let known = known(finding.on.as_ref(), first_day);
        filing.add(Body::FactorFinding(finding), known);
    }
    for row in &family.capacity {
        let shown = ShownCapacity {
            carer: filing.who(&row.carer)?,
            from: filing.date(&row.start)?,
            to: filing.maybe_date(row.end.as_deref())?,
            evidence: row.evidence.clone(),
            entries: Vec::new(),
            why_ended: row.why_ended.clone(),
        };
        let known = known(Some(&shown.from), first_day);
        filing.add(Body::ShownCapacity(shown), known);
    }
    for row in &family.decision {
        for child in filing.whos(&row.children)? {
            let decision = decision(filing, row, child)?;
            let known = known(Some(&decision.on), first_day);
            filing.add(Body::ZoneDecision(decision), known);
        }
    }
    Ok(())
}

fn finding(filing: &Filing<'_>, row: &FindingRow) -> Result<FactorFinding, DemoFault> {
    let about = filing.whos(&row.about)?;
    let source = row.source.as_ref().map(|key| filing.source(key));
    let source = source.transpose()?;
    Ok(FactorFinding {
        subject: match about.as_slice() {
            [] => Subject::Family,
            [only] => Subject::Person(*only),
            _ => Subject::Together(about),
        },
        factor: row.factor.clone(),
        named: row.named.clone(),
        status: row.status,
        on: filing.maybe_date(row.day.as_deref())?,
        evidence: row.evidence.clone(),
        entries: filing.entries_of(&row.entries)?,
        source_kind: source.map_or_else(String::new, |source| source.kind.clone()),
        said_by: source.map_or_else(String::new, |source| source.name.clone()),
        offsets: row.offsets.clone(),
        how_offsets: row.how_offsets.clone(),
        rating: row.rating.clone(),
        probability: row.probability.clone(),
        timescale: row.timescale.clone(),
        frequency: row.frequency.clone(),
        movement: row.movement.clone(),
        changes_needed: row.changes_needed.clone(),
        origin: String::new(),
    })
}

fn decision(
    filing: &Filing<'_>,
    row: &DecisionRow,
    child: RecordId,
) -> Result<ZoneDecision, DemoFault> {
    let voices = row.voices.iter().map(|voice| Voice {
        of: voice.of,
        name: voice.name.clone(),
        on: None,
        view: voice.view,
        words: voice.words.clone(),
    });
    Ok(ZoneDecision {
        reading: row.reading,
        levels: row.levels,
        reason: row.reason.clone(),
        why_otherwise: row.why_otherwise.clone(),
        carers: filing.whos(&row.carers)?,
        period: row.period.clone(),
        voices: voices.collect(),
        evidence: filing.entries_of(&row.evidence)?,
        ..ZoneDecision::new(child, filing.date(&row.day)?, row.zone)
    })
}
