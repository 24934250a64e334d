//! Why a line of the matrix says so: the rule and its page, what was read and by whom, and what that rests on, down to the
//! entries of the chronology.

mod decision;

use crate::insight::words::first_large;
use crate::insight::zones::clock::Clock;
use crate::insight::zones::evidence::{Ground, Topic};
use crate::insight::zones::replay::Indicated;
use crate::insight::zones::telling::{
    indicated_in_words, missing_in_words, parts_told, source_in_words,
};
use crate::practice::matrix::cells::{rows, zone_words};
use crate::practice::matrix::{Indication, Rule};
use crate::record::{CaseFile, RecordId, SIX_MONTHS};
use crate::tui::model::case::matrix::{About, Seen};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::matrix::lines::condition_in_words;
use crate::tui::theme::Role;
use crate::tui::widget::page::{Line, Page};

/// The lines on why, for the chosen line of the matrix.
pub fn lines(
    model: &Model,
    case: &OpenCase,
    seen: &Seen,
    about: About,
    width: usize,
) -> Vec<Line<RecordId>> {
    let mut why = Why {
        page: Page::of(width, &model.look),
        file: case.seen(),
        seen,
        model,
        today: case.last_day(model.today),
    };
    why.tell(about);
    why.page.lines()
}

/// What is asked about, in a few words.
pub fn title(about: About, seen: &Seen) -> String {
    let rule = |found: Option<&'static Rule>| {
        found.map_or(String::new(), |rule| format!("Why: rule {}", rule.id))
    };
    let indication = seen.indication();
    match about {
        About::Clock => "Why: the zone and its clock".to_owned(),
        About::Row(row) => {
            let name = rows()
                .iter()
                .find(|words| words.row == row)
                .map_or("", |words| &words.name);
            format!("Why: {}", name.to_lowercase())
        }
        About::Indicated => "Why: what is indicated".to_owned(),
        About::Warning(at) => rule(indication.and_then(|told| Some(told.warnings.get(at)?.rule))),
        About::Return => rule(indication.and_then(|told| told.return_home)),
        About::Move(at) | About::Condition(at, _) => {
            rule(indication.and_then(|told| Some(told.moves.get(at)?.rule)))
        }
        About::Date(at) => rule(indication.and_then(|told| Some(told.dates.get(at)?.rule))),
        About::Decision(_) => "Why: this decision".to_owned(),
        About::Nothing => "Why".to_owned(),
    }
}

struct Why<'a> {
    page: Page<RecordId>,
    file: &'a CaseFile,
    seen: &'a Seen,
    model: &'a Model,
    today: chrono::NaiveDate,
}

impl Why<'_> {
    fn tell(&mut self, about: About) {
        let indication = self.seen.indication();
        match about {
            About::Clock => self.clock(),
            About::Row(row) => {
                let asks = rows().iter().find(|words| words.row == row);
                let asks = asks.map_or(String::new(), |words| {
                    format!("{} ({})", words.asks, words.page)
                });
                self.page.words(&asks, Role::Quiet);
                if let (Some(words), Some(clock)) = (
                    rows().iter().find(|words| words.row == row),
                    self.seen.present.clock,
                ) {
                    let cell = &words.cells.of(clock.zone).words;
                    self.page
                        .words(&format!("{}: {cell}", clock.zone.word()), Role::Text);
                }
                self.topic(row.into());
            }
            About::Indicated => self.indicated(),
            About::Return => self.rule_of(indication, |told| told.return_home, Topic::Place),
            About::Warning(at) => {
                let topic = match indication.and_then(|told| Some(told.warnings.get(at)?.on)) {
                    Some(Some(_)) => Topic::Time,
                    _ => Topic::Risk,
                };
                self.rule_of(indication, |told| Some(told.warnings.get(at)?.rule), topic);
            }
            About::Date(at) => self.rule_of(
                indication,
                |told| Some(told.dates.get(at)?.rule),
                Topic::Time,
            ),
            About::Move(at) => self.one_move(at),
            About::Condition(at, nth) => self.condition(at, nth),
            About::Decision(id) => self.decision(id),
            About::Nothing => self.page.words(
                "Choose a line of the matrix to see what it rests on.",
                Role::Quiet,
            ),
        }
    }

    fn rule(&mut self, rule: &Rule, months: u32) {
        self.page.words(&rule.said(months), Role::Text);
        let words = format!("Rule {}, {}: {}.", rule.id, rule.page, rule.basis.words());
        self.page.words(&words, Role::Quiet);
    }

    fn rule_of(
        &mut self,
        indication: Option<&Indication>,
        of: impl Fn(&Indication) -> Option<&'static Rule>,
        topic: Topic,
    ) {
        if let Some(told) = indication {
            if let Some(rule) = of(told) {
                self.rule(rule, told.months);
            }
            self.topic(topic);
        }
    }

    fn clock(&mut self) {
        let Some(clock) = self.seen.present.clock else {
            let words = "A first classification begins the clock. It rests on resilience, risk and capacity, each judged by itself (p29).";
            return self.page.words(words, Role::Text);
        };
        let words = zone_words(clock.zone);
        self.page.words(&words.means, Role::Text);
        let plan = match words.inferred {
            true => " (the matrix does not name it)",
            false => "",
        };
        self.page.words(
            &format!("Plans that go with it: {}{plan}.", words.plan),
            Role::Quiet,
        );
        self.page.heading("What that time is to each child");
        for child in self.file.children() {
            let spells = self.file.zone_spells(child.id());
            let (Some(of), Some(born)) = (Clock::on(&spells, self.today), &child.body.born) else {
                continue;
            };
            let share = of
                .share_of_life(born)
                .map_or(String::new(), |share| format!(", {share}% of life so far"));
            let words = format!(
                "{}: {} for {}{share}",
                child.body.short_name(),
                of.zone.letter_and_word(),
                of.time_in_zone()
            );
            self.page.leading(0, &words, Role::Text, child.id());
        }
        self.topic(Topic::Time);
    }

    fn indicated(&mut self) {
        let indicated = &self.seen.present.indicated;
        self.page
            .words(&indicated_in_words(indicated), Role::Heading);
        match indicated {
            Indicated::First(first) => {
                self.rule(first.rule, SIX_MONTHS);
                for words in missing_in_words(&first.missing) {
                    self.page.words(&words, Role::Text);
                }
            }
            Indicated::Again(_, told) => {
                self.rule(told.rule, told.months);
                if let Some((outcome, rule)) = told.literal {
                    let words = format!(
                        "By the letter of the matrix: {} ({}, {}).",
                        outcome.words(),
                        rule.id,
                        rule.page
                    );
                    self.page.words(&words, Role::Text);
                }
                for words in missing_in_words(&told.missing) {
                    self.page.words(&words, Role::Text);
                }
            }
        }
        self.page.heading("What was read");
        self.parts(&self.seen.present.read.clone());
    }

    /// Each part of a reading, where it comes from, and the decision that leads there.
    fn parts(&mut self, read: &crate::insight::zones::read::Read) {
        for told in parts_told(read) {
            let words = format!("{}: {}", told.name, told.value);
            match &told.source {
                Some(source) => {
                    self.page.words(&words, Role::Text);
                    self.page
                        .leading(2, &source_in_words(source), Role::Quiet, source.record);
                }
                None => self.page.words(&words, Role::Quiet),
            }
        }
    }

    fn one_move(&mut self, at: usize) {
        let Some((told, one)) = self
            .seen
            .indication()
            .and_then(|told| Some((told, told.moves.get(at)?)))
        else {
            return;
        };
        self.page
            .words(&first_large(&one.to.words()), Role::Heading);
        self.rule(one.rule, told.months);
        let mut topics: Vec<Topic> = Vec::new();
        for condition in &one.conditions {
            self.page
                .words(&condition_in_words(condition, &self.model.look), Role::Text);
            let topic = Topic::from(condition.part);
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        for topic in topics {
            self.topic(topic);
        }
    }

    fn condition(&mut self, at: usize, nth: usize) {
        let found = self.seen.indication().and_then(|told| {
            let one = told.moves.get(at)?;
            Some((told, one, one.conditions.get(nth)?))
        });
        let Some((told, one, condition)) = found else {
            return;
        };
        self.page.words(
            &condition_in_words(condition, &self.model.look),
            Role::Heading,
        );
        let to = one.to.words();
        self.page.words(
            &format!("Asked for: {to} (rule {}, {}).", one.rule.id, one.rule.page),
            Role::Quiet,
        );
        if let Some(missing) = told
            .missing
            .iter()
            .find(|missing| missing.part == condition.part)
        {
            for words in missing_in_words(std::slice::from_ref(missing)) {
                self.page.words(&words, Role::Text);
            }
        }
        self.topic(condition.part.into());
    }

    /// What was read of a topic, and what it rests on.
    fn topic(&mut self, topic: Topic) {
        let told = parts_told(&self.seen.present.read);
        for part in told.iter().filter(|told| topic.told().contains(&told.part)) {
            self.page.heading(&format!("{}: {}", part.name, part.value));
            if let Some(source) = &part.source {
                self.page.leading(
                    0,
                    &first_large(&source_in_words(source)),
                    Role::Quiet,
                    source.record,
                );
            }
        }
        let grounds = self.seen.grounds(topic);
        if topic == Topic::Place || topic == Topic::Welfare {
            return;
        }
        self.page.heading("What it rests on");
        if grounds.is_empty() {
            self.page.words("Nothing is recorded yet.", Role::Attention);
        }
        for ground in grounds {
            self.ground(ground);
        }
    }

    fn ground(&mut self, ground: &Ground) {
        self.page
            .leading(0, &ground.words, Role::Text, ground.record);
        self.entries(ground);
    }

    /// The entries under what something rests on.
    fn entries(&mut self, ground: &Ground) {
        for (entries, how) in [
            (&ground.linked, "linked"),
            (&ground.named, "of a day that it names"),
            (&ground.before, "shortly before it, not linked"),
        ] {
            for id in entries {
                if let Some(entry) = self.file.entries.get(id) {
                    let entry = &entry.body;
                    let source = entry.accounts.first().map_or("", |account| &account.source);
                    let words = format!(
                        "Entry {how}: {} {source}: {}",
                        entry.when.in_short(),
                        entry.in_short()
                    );
                    let short: String = words.chars().take(160).collect();
                    self.page.leading(2, &short, Role::Quiet, *id);
                }
            }
        }
        if ground.linked.is_empty() && ground.named.is_empty() && ground.before.is_empty() {
            self.page
                .set_in(2, "No entry is linked to it yet.", Role::Quiet);
        }
    }
}
