//! The analysis pane: the story so far, working hypotheses, needs, and what we are curious about, side by side.

use crate::insight::thinking::{
    Offer, curiosities, hypotheses, is_late, needs, of_hypotheses, of_hypothesis, of_need, offers,
    recognitions, stories, teller_words, whose_words,
};
use crate::practice::guide::name_in;
use crate::record::{CaseFile, HypothesisState, Record, Story};
use crate::tui::model::case::chronology::Findings;
use crate::tui::model::ledger::{About, Ledger, List, Row};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The place of working hypotheses among the four headings; the story comes before them.
pub const HYPOTHESES: usize = 1;
/// The place of needs.
pub const NEEDS: usize = 2;
/// The place of what we are curious about.
pub const CURIOUS: usize = 3;

/// The state of the analysis pane.
#[derive(Debug, Default)]
pub struct AnalysisPane {
    /// The lists and the chosen line.
    pub ledger: Ledger,
    /// What the chronology offers to be curious about.
    pub offers: Vec<Offer>,
    made_with: Option<Arc<Findings>>,
}

impl AnalysisPane {
    /// Works the lists out, unless they already follow from this. `findings` are those of the file, or the last that there
    /// were: what is offered stays while the chronology is looked through again.
    pub fn refresh(
        &mut self,
        file: &Arc<CaseFile>,
        findings: Option<&Arc<Findings>>,
        day: NaiveDate,
    ) {
        let same = match (&self.made_with, findings) {
            (None, None) => true,
            (Some(made), Some(now)) => Arc::ptr_eq(made, now),
            _ => false,
        };
        if same && !self.ledger.is_stale(file, day) {
            return;
        }
        self.made_with = findings.cloned();
        let differing = findings.map_or(&[][..], |findings| &findings.contradictions);
        self.offers = offers(file, differing, day);
        let lists = vec![
            story(file),
            thoughts(file),
            of_needs(file),
            curious(file, &self.offers, day),
        ];
        self.ledger.take(lists, file, day);
    }

    /// The offer that is chosen.
    pub fn chosen_offer(&self) -> Option<&Offer> {
        match self.ledger.chosen()?.about {
            About::Offer(at) => self.offers.get(at),
            _ => None,
        }
    }
}

fn story(file: &CaseFile) -> List {
    let told = stories(file);
    let mut rows: Vec<Row> = told
        .iter()
        .map(|story| {
            Row::of(
                story.id(),
                teller_words(file, &story.body.teller),
                first_words(story),
            )
        })
        .collect();
    let worried = told.iter().filter(|story| !story.body.worries.is_empty());
    let worries: Vec<Row> = worried
        .map(|story| {
            Row::of(
                story.id(),
                teller_words(file, &story.body.teller),
                &story.body.worries,
            )
        })
        .collect();
    if !worries.is_empty() {
        rows.push(Row::heading("Worries, each kept apart"));
        rows.extend(worries);
    }
    let recognised = recognitions(file);
    if !recognised.is_empty() {
        rows.push(Row::heading("Recognition"));
    }
    rows.extend(recognised.iter().map(|seen| {
        let person = file.people.get(&seen.body.of);
        let who = person.map_or("somebody", |person| person.body.short_name());
        let form = name_in("recognition", &seen.body.form).to_lowercase();
        let words = match seen.body.recognised.as_str() {
            "" => format!("missing: {}", seen.body.missing),
            words => words.to_owned(),
        };
        Row::of(seen.id(), format!("{who}, {form}"), words)
    }));
    List::new(
        format!("Story so far, {}", told.len()),
        "story",
        "Nobody's story is written yet.",
        rows,
    )
}

/// The first part of a story that says something.
fn first_words(story: &Record<Story>) -> String {
    let body = &story.body;
    let parts = [
        ("", &body.words),
        ("hopes: ", &body.hopes),
        ("fears: ", &body.fears),
        ("drives and hinders: ", &body.drivers),
        ("own part: ", &body.own_part),
        ("strength and risk: ", &body.resilience_and_risk),
        ("worries: ", &body.worries),
    ];
    let said = parts.iter().find(|(_, words)| !words.is_empty());
    said.map_or_else(String::new, |(name, words)| format!("{name}{words}"))
}

fn thoughts(file: &CaseFile) -> List {
    let all = hypotheses(file);
    let live = all
        .iter()
        .filter(|thought| thought.body.state == HypothesisState::Live)
        .count();
    let mut rows: Vec<Row> = all
        .iter()
        .map(|thought| {
            let body = &thought.body;
            let row = |lead: &str| Row::of(thought.id(), lead, &body.words);
            match body.state {
                HypothesisState::Live if of_hypothesis(body).is_empty() => {
                    row(body.strength.words())
                }
                HypothesisState::Live => row(&format!("? {}", body.strength.words())),
                past => row(past.words()).looking(Role::Quiet),
            }
        })
        .collect();
    rows.extend(of_hypotheses(file).into_iter().map(|asks| Row {
        lead: String::new(),
        words: asks.to_owned(),
        role: Role::Attention,
        about: About::Nothing,
    }));
    List::new(
        format!("Working hypotheses, {live} live"),
        "hypotheses",
        "No explanation is written yet; more than one is expected.",
        rows,
    )
}

fn of_needs(file: &CaseFile) -> List {
    let all = needs(file);
    let open = all.iter().filter(|need| need.body.met_on.is_none()).count();
    let rows = all.iter().map(|need| {
        let whose = whose_words(file, &need.body.of);
        match need.body.met_on.is_some() {
            true => {
                Row::of(need.id(), whose, format!("met: {}", need.body.words)).looking(Role::Quiet)
            }
            false if of_need(file, need.id(), &need.body).is_empty() => {
                Row::of(need.id(), whose, &need.body.words)
            }
            false => Row::of(need.id(), format!("? {whose}"), &need.body.words),
        }
    });
    let rows = rows.collect();
    List::new(
        format!("Needs, {open} open"),
        "needs",
        "No need is written yet.",
        rows,
    )
}

fn curious(file: &CaseFile, offers: &[Offer], day: NaiveDate) -> List {
    let all = curiosities(file);
    let open = all.iter().filter(|asked| asked.body.is_open()).count();
    let mut rows = Vec::new();
    let (waiting, settled): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|asked| asked.body.is_open());
    rows.extend(waiting.into_iter().map(|asked| {
        let by = asked
            .body
            .by
            .as_ref()
            .map(|by| by.in_short())
            .unwrap_or_default();
        match is_late(&asked.body, day) {
            true => Row::of(asked.id(), format!("late {by}"), &asked.body.words)
                .looking(Role::Attention),
            false if by.is_empty() => Row::of(asked.id(), "open", &asked.body.words),
            false => Row::of(asked.id(), format!("by {by}"), &asked.body.words),
        }
    }));
    rows.extend(offers.iter().enumerate().map(|(at, offer)| Row {
        lead: "offered".to_owned(),
        words: offer.asks.clone(),
        role: Role::Text,
        about: About::Offer(at),
    }));
    rows.extend(settled.into_iter().map(|asked| {
        let lead = match asked.body.let_go.is_empty() {
            true => "answered",
            false => "let go",
        };
        Row::of(asked.id(), lead, &asked.body.words).looking(Role::Quiet)
    }));
    let title = match offers.len() {
        0 => format!("Curious about, {open} open"),
        count => format!("Curious about, {open} open, {count} offered"),
    };
    List::new(
        title,
        "curious",
        "Nothing is open. What do we not know yet?",
        rows,
    )
}
