//! `show CASE factors`: what was found about each factor for each person, on what evidence, and what is open about it.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::factors::{Cell, Row, Sheet, State, answers};
use crate::practice::factors::{Polarity, domains, factor_name};
use crate::record::{FactorFinding, Record, RecordId};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct Factors {
    people: Vec<String>,
    domains: Vec<Domain>,
    stand_together: Vec<Together>,
    not_offset: Vec<String>,
}

#[derive(Serialize)]
struct Domain {
    domain: &'static str,
    /// Whether it speaks of the services and not of the family.
    about_services: bool,
    factors: Vec<Shared>,
}

#[derive(Serialize)]
struct Shared {
    factor: &'static str,
    name: String,
    polarity: Polarity,
    strongest: bool,
    annex_one_only: bool,
    page: &'static str,
    /// Whether it was told of under a domain before this one.
    told_above: bool,
    found: Vec<Found>,
    not_recorded: Vec<String>,
}

#[derive(Serialize)]
struct Found {
    of: String,
    state: &'static str,
    by_default: bool,
    day: Option<NaiveDate>,
    sources: Vec<String>,
    single_source: bool,
    no_evidence: bool,
    six_months_or_older: bool,
    #[serde(skip)]
    rests_on: String,
    findings: Vec<Finding>,
    questions: Vec<String>,
}

#[derive(Serialize)]
struct Finding {
    id: RecordId,
    status: &'static str,
    on: Option<String>,
    evidence: String,
    entries: Vec<RecordId>,
    offsets: Vec<String>,
    how_offsets: String,
    critical: Vec<String>,
    changes_needed: String,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct Together {
    title: String,
    means: String,
    factors: Vec<String>,
}

/// The factors of a case.
pub fn page(shown: &Shown) -> Factors {
    let sheet = Sheet::of(shown.file, shown.now);
    let mut told: Vec<&Row> = Vec::new();
    let mut of_domains = Vec::new();
    for domain in domains() {
        let rows = sheet.rows.iter().filter(|row| row.factor.is_in(&domain.id));
        let mut shared = Vec::new();
        for row in rows {
            let told_above = told.contains(&row);
            told.push(row);
            shared.push(share(shown, &sheet, row, told_above));
        }
        of_domains.push(Domain {
            domain: &domain.name,
            about_services: domain.apart,
            factors: shared,
        });
    }
    let named = |members: &[(usize, usize)]| -> Vec<String> {
        let members = members.iter();
        members.map(|(row, of)| sheet.told(*row, *of)).collect()
    };
    let together = sheet.context.iter().map(|context| Together {
        title: context.title.clone(),
        means: context.means.clone(),
        factors: named(&context.members),
    });
    Factors {
        people: sheet.columns.iter().map(|one| one.name.clone()).collect(),
        domains: of_domains,
        stand_together: together.collect(),
        not_offset: named(&sheet.not_offset(shown.file)),
    }
}

fn share(shown: &Shown, sheet: &Sheet, row: &Row, told_above: bool) -> Shared {
    let cells = sheet.columns.iter().zip(&row.cells);
    let recorded = cells.clone().filter(|(_, cell)| !cell.findings.is_empty());
    let found = recorded.map(|(column, cell)| found(shown, &column.name, cell));
    let missing = cells.filter(|(_, cell)| cell.is_asked && cell.state == State::NotRecorded);
    Shared {
        factor: &row.factor.id,
        name: row.name().to_owned(),
        polarity: row.factor.polarity,
        strongest: row.factor.strongest,
        annex_one_only: row.factor.annex_only,
        page: &row.factor.page,
        told_above,
        found: found.collect(),
        not_recorded: missing.map(|(column, _)| column.name.clone()).collect(),
    }
}

fn found(shown: &Shown, of: &str, cell: &Cell) -> Found {
    use crate::insight::factors::Support;
    let coverage = cell.coverage.as_ref();
    let is = |support| coverage.is_some_and(|coverage| coverage.support == support);
    let findings = cell.findings.iter();
    let findings = findings.filter_map(|id| shown.file.factors.get(id));
    Found {
        of: of.to_owned(),
        state: cell.state.words(),
        by_default: cell.by_default,
        day: coverage.map(|coverage| coverage.day),
        sources: coverage.map_or_else(Vec::new, |coverage| coverage.sources.clone()),
        single_source: is(Support::Single),
        no_evidence: is(Support::None),
        six_months_or_older: coverage.is_some_and(|coverage| coverage.is_old),
        rests_on: coverage.map_or_else(String::new, |coverage| coverage.in_words()),
        findings: findings.map(finding).collect(),
        questions: cell
            .questions
            .iter()
            .map(|asked| asked.text.clone())
            .collect(),
    }
}

fn finding(found: &Record<FactorFinding>) -> Finding {
    let Record { meta, body } = found;
    let critical = answers(body).into_iter();
    let offsets = body.offsets.iter();
    Finding {
        id: meta.id,
        status: State::from(body.status).words(),
        on: body.on.as_ref().map(ToString::to_string),
        evidence: body.evidence.clone(),
        entries: body.entries.clone(),
        offsets: offsets.map(|id| factor_name(id).to_owned()).collect(),
        how_offsets: body.how_offsets.clone(),
        critical: critical
            .map(|(question, answer)| format!("{}: {answer}", question.name))
            .collect(),
        changes_needed: body.changes_needed.clone(),
        author: meta.author.clone(),
        revision: meta.revision,
    }
}

impl Page for Factors {
    fn write(&self, lines: &mut Lines) {
        lines.heading("How to read this");
        lines.item(
            "Factors stand beside each other and are never added up. One alone may make the risk severe; people weigh them.",
        );
        lines.item("Absent, not known and not recorded are three things.");
        lines.item(
            "R is a risk factor, P a protective one; strongest: marked so in the handbook's table.",
        );
        for domain in &self.domains {
            match domain.about_services {
                true => lines.heading(format!("{}: about services, not the family", domain.domain)),
                false => lines.heading(domain.domain),
            }
            for factor in &domain.factors {
                factor.write(lines);
            }
            let untouched = domain.factors.iter().filter(|one| one.found.is_empty());
            let untouched: Vec<&str> = untouched.map(|one| one.name.as_str()).collect();
            lines.fact("Not recorded of anybody", untouched.join("; "));
        }
        if !self.stand_together.is_empty() {
            lines.heading("Present beside each other: context, not a sum");
        }
        for together in &self.stand_together {
            lines.fact(&together.title, together.factors.join("; "));
        }
        if !self.not_offset.is_empty() {
            lines.heading("Risks that nothing is said to offset yet");
        }
        for risk in &self.not_offset {
            lines.item(risk);
        }
    }
}

impl Shared {
    fn write(&self, lines: &mut Lines) {
        if self.found.is_empty() {
            return;
        }
        let strongest = if self.strongest { ", strongest" } else { "" };
        let title = format!("{} {}{strongest}", self.polarity.letter(), self.name);
        if self.told_above {
            lines.item(format!("{title}: the finding stands above, it is the same"));
            return;
        }
        for found in &self.found {
            let title = format!("{title}, {}", found.of);
            let default = if found.by_default { " by default" } else { "" };
            let mut earlier = false;
            for finding in &found.findings {
                let state = match earlier {
                    false => format!("{}{default}", found.state),
                    true => format!("earlier {}", finding.status),
                };
                earlier = true;
                let on = finding.on.as_deref().map(|on| format!(" ({on})"));
                let mut said = format!("{state}{}", on.unwrap_or_default());
                if !finding.evidence.is_empty() {
                    said = format!("{said}. {}", finding.evidence);
                }
                lines.fact(&title, said);
                lines.fact(
                    &format!("{title}, asked of it"),
                    finding.critical.join("; "),
                );
                lines.fact(&format!("{title}, offsets"), finding.offsets_in_words());
                lines.fact(
                    &format!("{title}, what must change"),
                    &finding.changes_needed,
                );
            }
            lines.fact(&format!("{title}, rests on"), &found.rests_on);
            for question in &found.questions {
                lines.fact(&format!("{title}, question"), question);
            }
        }
        lines.fact(
            &format!("{title}, not recorded"),
            self.not_recorded.join(", "),
        );
    }
}

impl Finding {
    fn offsets_in_words(&self) -> String {
        match self.how_offsets.is_empty() {
            true => self.offsets.join("; "),
            false => format!("{}. {}", self.offsets.join("; "), self.how_offsets),
        }
    }
}
