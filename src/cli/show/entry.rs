//! One entry of the chronology, whole: every field that it has.

use super::Shown;
use crate::cli::lines::{Lines, listed};
use crate::insight::ages::Age;
use crate::insight::contradictions::Contradiction;
use crate::insight::factors::evidenced_by;
use crate::practice::theme_name;
use crate::record::{Account, Doubt, Entry, Record, RecordId, Significance};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// An entry as it is shown.
#[derive(Serialize)]
pub struct EntryShown {
    id: RecordId,
    /// As written.
    pub when: String,
    /// The earliest day that the date can mean.
    earliest: Option<NaiveDate>,
    /// The latest.
    latest: Option<NaiveDate>,
    /// Whether the writer was not sure of the date.
    uncertain: bool,
    children: Vec<ChildThen>,
    people: Vec<String>,
    headline: String,
    significance: Significance,
    zone: Option<&'static str>,
    accounts: Vec<AccountShown>,
    impact: String,
    impact_evidence: String,
    link_now: String,
    link_then: String,
    research: String,
    analysis: String,
    action: String,
    why_no_action: String,
    family_view: String,
    themes: Vec<String>,
    evidence_for: Vec<String>,
    differences: Vec<String>,
    recorded_at: DateTime<Utc>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct ChildThen {
    id: RecordId,
    name: String,
    age: Option<String>,
}

#[derive(Serialize)]
struct AccountShown {
    source: String,
    source_kind: String,
    reference: String,
    recorded_by: String,
    when: String,
    known_on: Option<NaiveDate>,
    text: String,
    analysis: String,
    action: String,
    more: Vec<(String, String)>,
    file: Option<String>,
    record: Option<u32>,
    line: Option<u32>,
    doubts: Vec<Doubt>,
}

impl EntryShown {
    /// Takes an entry, with the differences between accounts that touch it.
    pub fn of(shown: &Shown, record: &Record<Entry>, differences: &[Contradiction]) -> EntryShown {
        let entry = &record.body;
        let child = |id: &RecordId| {
            let born = shown
                .file
                .people
                .get(id)
                .and_then(|child| child.body.born.as_ref());
            ChildThen {
                id: *id,
                name: shown.names.short_name(*id).to_owned(),
                age: born
                    .and_then(|born| Age::at(born, &entry.when))
                    .map(Age::in_words),
            }
        };
        let touches = |difference: &&Contradiction| {
            difference
                .claims
                .iter()
                .any(|claim| claim.entry == record.id())
        };
        EntryShown {
            id: record.id(),
            when: entry.when.to_string(),
            earliest: entry.when.earliest(),
            latest: entry.when.latest(),
            uncertain: entry.when.is_uncertain(),
            children: entry.children.iter().map(child).collect(),
            people: shown.short_names(&entry.people),
            headline: entry.headline.clone(),
            significance: entry.significance,
            zone: entry.zone.map(|zone| zone.word()),
            accounts: entry.accounts.iter().map(AccountShown::of).collect(),
            impact: entry.impact.clone(),
            impact_evidence: entry.impact_evidence.clone(),
            link_now: entry.link_now.clone(),
            link_then: entry.link_then.clone(),
            research: entry.research.clone(),
            analysis: entry.analysis.clone(),
            action: entry.action.clone(),
            why_no_action: entry.why_no_action.clone(),
            family_view: entry.family_view.clone(),
            themes: entry
                .themes
                .iter()
                .map(|theme| theme_name(theme).to_owned())
                .collect(),
            evidence_for: evidenced_by(shown.file, record.id()),
            differences: differences
                .iter()
                .filter(touches)
                .map(|it| it.text.clone())
                .collect(),
            recorded_at: record.meta.recorded_at,
            author: record.meta.author.clone(),
            revision: record.meta.revision,
        }
    }

    /// The entry's lines, its date as the heading.
    pub fn write(&self, lines: &mut Lines) {
        lines.heading(if self.when.trim().is_empty() {
            "No date"
        } else {
            &self.when
        });
        lines.fact("What happened", &self.headline);
        let child = |child: &ChildThen| match &child.age {
            Some(age) => format!("{} ({age})", child.name),
            None => child.name.clone(),
        };
        lines.fact(
            "Children",
            listed(&self.children.iter().map(child).collect::<Vec<_>>()),
        );
        lines.fact("Others", listed(&self.people));
        lines.fact("Zone", self.zone.unwrap_or_default());
        lines.fact(
            "Weight",
            match self.significance {
                Significance::Turning => "turning point",
                Significance::Key => "key event",
                Significance::Background => "background",
                Significance::Ordinary => "",
            },
        );
        for account in &self.accounts {
            account.write(lines, &self.when);
        }
        for (name, text) in [
            ("Analysis", &self.analysis),
            ("Impact", &self.impact),
            ("Evidence for the impact", &self.impact_evidence),
            ("Linked to now", &self.link_now),
            ("Linked to the past", &self.link_then),
            ("Research", &self.research),
            ("Action", &self.action),
            ("Why no action", &self.why_no_action),
            ("The family's view", &self.family_view),
        ] {
            lines.fact(name, text);
        }
        lines.fact("Themes", self.themes.join("; "));
        lines.fact("Evidence for", self.evidence_for.join("; "));
        for difference in &self.differences {
            lines.fact("To be curious about", difference);
        }
    }
}

impl AccountShown {
    fn of(account: &Account) -> AccountShown {
        let origin = account.origin.as_ref();
        AccountShown {
            source: account.source.clone(),
            source_kind: account.source_kind.clone(),
            reference: account.reference.clone(),
            recorded_by: account.recorded_by.clone(),
            when: account.when.to_string(),
            known_on: account.known_on,
            text: account.text.clone(),
            analysis: account.analysis.clone(),
            action: account.action.clone(),
            more: account.more.clone(),
            file: origin.map(|origin| origin.file.clone()),
            record: origin.map(|origin| origin.record),
            line: origin.map(|origin| origin.line),
            doubts: origin.map_or_else(Vec::new, |origin| origin.doubts.clone()),
        }
    }

    /// Who said it and what; the date only where it differs from the entry's.
    fn write(&self, lines: &mut Lines, when: &str) {
        let dated = if self.when == when {
            String::new()
        } else {
            format!("dated {}", self.when)
        };
        let known = self.known_on.map_or_else(String::new, |day| {
            format!("known on {}", day.format("%-d %b %Y"))
        });
        let by = match self.recorded_by.as_str() {
            "" => String::new(),
            by => format!("recorded by {by}"),
        };
        let source = if self.source.is_empty() {
            "Source not named"
        } else {
            &self.source
        };
        let whence = [source, &self.reference, &by, &dated, &known];
        let whence: Vec<&str> = whence.into_iter().filter(|part| !part.is_empty()).collect();
        lines.fact(&whence.join(", "), &self.text);
        lines.fact("What the source made of it", &self.analysis);
        lines.fact("What the source did", &self.action);
        for (column, cell) in &self.more {
            lines.fact(column, cell);
        }
        if let (Some(file), Some(record), Some(line)) = (&self.file, self.record, self.line) {
            lines.fact("From", format!("{file}, record {record}, line {line}"));
        }
        for doubt in self.doubts.iter().filter(|doubt| !doubt.settled) {
            lines.fact("Question", &doubt.text);
        }
    }
}
