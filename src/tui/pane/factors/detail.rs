//! What is chosen in the factors, in lines: what the factor means, what was found of whom and on what evidence, what is
//! open about it, and what stands beside it.

use crate::insight::factors::{Cell, Row, State, answers};
use crate::practice::factors::{Domain, Factor, Polarity, domains, factor_name};
use crate::record::{CaseFile, FactorFinding, Record, RecordId};
use crate::tui::model::OpenCase;
use crate::tui::model::case::factors::Line as Chosen;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::text;

/// Where a line leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To an entry of the chronology.
    Entry(RecordId),
    /// To another row of the table.
    Row(usize),
}

/// A line of the detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub words: String,
    /// How it looks.
    pub role: Role,
    /// Where it leads.
    pub leads: Option<Leads>,
    /// The finding that it tells of.
    pub finding: Option<RecordId>,
    /// The column of whom it tells.
    pub of: Option<usize>,
}

struct Page<'a> {
    case: &'a OpenCase,
    file: &'a CaseFile,
    look: &'a Look,
    width: usize,
    lines: Vec<Line>,
    finding: Option<RecordId>,
    of: Option<usize>,
}

/// The lines of what is chosen, at most `width` columns wide.
pub fn lines(case: &OpenCase, width: usize, look: &Look) -> Vec<Line> {
    let mut page = Page {
        case,
        file: case.seen(),
        look,
        width: width.max(20),
        lines: Vec::new(),
        finding: None,
        of: None,
    };
    match case.factors.chosen() {
        None => {}
        Some(Chosen::Domain(domain)) => page.domain(domain),
        Some(Chosen::Factor(_, at)) => {
            if let Some(row) = case.factors.sheet.rows.get(at) {
                page.means(row.factor);
                page.found(row);
                page.beside(at, row);
                page.about(row.factor);
            }
        }
    }
    page.lines
}

impl Page<'_> {
    fn push(&mut self, words: String, role: Role, leads: Option<Leads>) {
        self.lines.push(Line {
            words,
            role,
            leads,
            finding: self.finding,
            of: self.of,
        });
    }

    fn wrapped(&mut self, words: &str, role: Role) {
        for line in text::wrap(words, self.width) {
            self.push(line, role, None);
        }
    }

    /// A named fact, set in; nothing when there is nothing to say.
    fn fact(&mut self, name: &str, words: &str) {
        if !words.trim().is_empty() {
            for line in text::wrap(&format!("{name}: {words}"), self.width.saturating_sub(2)) {
                self.push(format!("  {line}"), Role::Text, None);
            }
        }
    }

    fn leads(&mut self, words: &str, leads: Leads) {
        let words = format!("  {} {words}", self.look.step());
        let words = text::cut(&words, self.width, self.look.ascii).into_owned();
        self.push(words, Role::Text, Some(leads));
    }

    fn heading(&mut self, words: &str) {
        self.push(String::new(), Role::Text, None);
        self.wrapped(words, Role::Heading);
    }

    fn domain(&mut self, domain: &Domain) {
        if domain.apart {
            let words = "What stands here is about the services, not about the family.";
            self.wrapped(words, Role::Text);
        }
        let words = "Factors stand beside each other and are never added up. One alone may make the risk severe; people weigh them.";
        self.wrapped(words, Role::Text);
        let sheet = &self.case.factors.sheet;
        for context in &sheet.context {
            let is_here = |(row, _): &(usize, usize)| {
                let row = sheet.rows.get(*row);
                row.is_some_and(|row| row.factor.is_in(&domain.id))
            };
            if !context.members.iter().any(is_here) {
                continue;
            }
            self.heading(&format!("{}: present beside each other", context.title));
            if !context.means.is_empty() {
                self.wrapped(&context.means, Role::Quiet);
            }
            for (row, column) in &context.members {
                self.leads(&sheet.told(*row, *column), Leads::Row(*row));
            }
        }
    }

    fn means(&mut self, factor: &Factor) {
        let dot = self.look.dot();
        let under = domains().iter().filter(|domain| factor.is_in(&domain.id));
        let under: Vec<&str> = under.map(|domain| domain.name.as_str()).collect();
        let strongest = match factor.strongest {
            true => format!(" {dot} marked as strongest"),
            false => String::new(),
        };
        let kind = match factor.polarity {
            Polarity::Risk => "Risk",
            Polarity::Protective => "Protective",
        };
        let words = format!(
            "{kind}{strongest} {dot} {} {dot} {}",
            under.join(", "),
            factor.page
        );
        self.wrapped(&words, Role::Quiet);
        self.wrapped(&factor.means, Role::Text);
    }

    /// What counts as evidence and what to take care with: after what was found, which is what people come for.
    fn about(&mut self, factor: &Factor) {
        self.heading("About this factor");
        if !factor.defined {
            let words = "The handbook names it without saying what it means; these words are ours.";
            self.wrapped(words, Role::Quiet);
        }
        self.wrapped(&format!("Evidence: {}", factor.evidence), Role::Text);
        if !factor.caveat.is_empty() {
            self.wrapped(&format!("Take care: {}", factor.caveat), Role::Text);
        }
        if !factor.research.is_empty() {
            self.wrapped(&format!("Research: {}", factor.research), Role::Quiet);
        }
    }

    fn found(&mut self, row: &Row) {
        let columns = &self.case.factors.sheet.columns;
        let mut missing: Vec<&str> = Vec::new();
        for (at, (column, cell)) in columns.iter().zip(&row.cells).enumerate() {
            self.of = Some(at);
            match cell.findings.is_empty() {
                true if cell.is_asked => missing.push(&column.name),
                true => {}
                false => self.cell(&column.name, cell),
            }
        }
        (self.of, self.finding) = (None, None);
        if !missing.is_empty() {
            self.push(String::new(), Role::Text, None);
            let words = format!("Not recorded: {}", missing.join(", "));
            self.wrapped(&words, Role::Quiet);
        }
    }

    fn cell(&mut self, name: &str, cell: &Cell) {
        self.finding = cell.findings.first().copied();
        let default = if cell.by_default { " by default" } else { "" };
        self.heading(&format!("{name}: {}{default}", cell.state.words()));
        let file = self.file;
        for (at, id) in cell.findings.iter().enumerate() {
            self.finding = Some(*id);
            if let Some(found) = file.factors.get(id) {
                self.finding(found, at > 0);
            }
            if at > 0 {
                continue;
            }
            if let Some(coverage) = &cell.coverage {
                for line in text::wrap(&coverage.in_words(), self.width.saturating_sub(2)) {
                    self.push(format!("  {line}"), Role::Quiet, None);
                }
            }
            for asked in &cell.questions {
                for line in text::wrap(&format!("! {}", asked.text), self.width.saturating_sub(2)) {
                    self.push(format!("  {line}"), Role::Attention, None);
                }
            }
        }
    }

    fn finding(&mut self, found: &Record<FactorFinding>, is_earlier: bool) {
        let body = &found.body;
        let on = body.on.as_ref().map(|on| on.in_short());
        let on = on.filter(|on| !on.is_empty());
        let evidence = match body.evidence.trim() {
            "" => "no evidence in words".to_owned(),
            evidence => evidence.to_owned(),
        };
        let state = State::from(body.status).words();
        let when = match (is_earlier, on) {
            (true, Some(on)) => format!("Earlier, {on}, {state}"),
            (true, None) => format!("Earlier, {state}"),
            (false, Some(on)) => on,
            (false, None) => "No date".to_owned(),
        };
        self.fact(&when, &evidence);
        self.fact("Said by", &body.said_by);
        let file = self.file;
        for id in &body.entries {
            match file.entries.get(id) {
                Some(entry) => {
                    let entry = &entry.body;
                    let words = format!("{} {}", entry.when.in_short(), entry.in_short());
                    self.leads(words.trim(), Leads::Entry(*id));
                }
                None => self.fact("Entry", "no longer in the chronology"),
            }
        }
        let offsets = body.offsets.iter().map(|id| factor_name(id));
        self.fact("Offsets", &offsets.collect::<Vec<_>>().join("; "));
        self.fact("How", &body.how_offsets);
        for (question, answer) in answers(body) {
            self.fact(&question.name, answer);
        }
        self.fact("What must change", &body.changes_needed);
        self.fact("Came from", &body.origin);
    }

    /// What offsets the risk, and what it stands beside.
    fn beside(&mut self, at: usize, row: &Row) {
        let sheet = &self.case.factors.sheet;
        if row.factor.polarity == Polarity::Risk && row.is_present() {
            let by = sheet.offset_by(self.file, &row.factor.id);
            match by.is_empty() {
                true => self.heading("Nothing is said to offset it yet."),
                false => self.heading("Offset by"),
            }
            for (row, column) in by {
                self.leads(&sheet.told(row, column), Leads::Row(row));
            }
        }
        for context in &sheet.context {
            if !context.members.iter().any(|(row, _)| *row == at) {
                continue;
            }
            self.heading(&format!("{}: present beside it", context.title));
            for (row, column) in context.members.iter().filter(|(row, _)| *row != at) {
                self.leads(&sheet.told(*row, *column), Leads::Row(*row));
            }
        }
    }
}
