//! What a row of a table of goals tells: the goal, its reviews, the days that are still due, and what is open about it.

use super::super::case_table::date;
use super::super::concerned::people_named;
use super::super::parents::{parent_called, parents};
use super::super::side_table::SideRow;
use super::super::who::PeopleByName;
use crate::insight::folding::folded;
use crate::insight::outside_life::outside_life;
use crate::insight::words::listed;
use crate::practice::columns::{cell_words, plain};
use crate::practice::goal_columns::{LEVEL_TEXTS, level_of_cell};
use crate::practice::goals::Level;
use crate::record::{CaseFile, DateOrder, Doubt, DoubtKind, FuzzyDate, Goal, GoalReview, RecordId};
use chrono::NaiveDate;

/// What a row tells.
pub(super) struct ReadGoal {
    pub goal: Goal,
    /// Its reviews, in the order of the row; the goal's id is not set in them yet.
    pub reviews: Vec<GoalReview>,
    /// Reviews that stay out, in the words of the file, each with its day where one can be read.
    pub stay_out: Vec<(Option<FuzzyDate>, String)>,
    /// What is open about it.
    pub doubts: Vec<Doubt>,
}

/// A row being read.
struct GoalRowReader<'a> {
    row: &'a SideRow,
    today: NaiveDate,
    origin: String,
    doubts: Vec<Doubt>,
    /// Words that have no place of their own, kept with the goal.
    kept: Vec<String>,
    stay_out: Vec<(Option<FuzzyDate>, String)>,
    due: Vec<FuzzyDate>,
}

/// Reads a row, or says in words why it stays out.
pub(super) fn read_goal(
    row: &SideRow,
    file: &str,
    numbers: &[u8],
    case: &CaseFile,
    who: &PeopleByName,
    today: NaiveDate,
) -> Result<ReadGoal, String> {
    let mut reading = GoalRowReader {
        row,
        today,
        origin: format!("{file}, row {}", row.record),
        doubts: Vec::new(),
        kept: Vec::new(),
        stay_out: Vec::new(),
        due: Vec::new(),
    };
    let words = reading.cell("words").to_owned();
    if words.is_empty() {
        return Err("The row has no goal. Write the goal into the row, in the words of those whose it is, and bring it in again.".to_owned());
    }
    let set = reading.cell("set_on");
    if set.is_empty() {
        return Err("The row does not say when the goal was set. Write the day into the row and bring it in again.".to_owned());
    }
    let set_on = date(set, today, &mut reading.doubts)?;
    let people = people(reading.cell("people"), &set_on, case, who)?;
    let lives = people
        .iter()
        .filter_map(|id| Some((*id, &case.people.get(id)?.body)));
    let outside = outside_life(&set_on, lives, today);
    let outside = outside
        .into_iter()
        .map(|outside| Doubt::new(outside.kind, outside.text));
    reading.doubts.extend(outside);
    let levels = reading.levels();
    let reviews: Vec<GoalReview> = numbers
        .iter()
        .filter_map(|number| reading.review(*number))
        .collect();
    reading.ask_about_days(&set_on, &reviews);
    let agreed_on = match reading.cell("agreed_on") {
        "" => None,
        written => Some(date(written, today, &mut reading.doubts)?),
    };
    let began_at = reading.level_of("began_at", "the level at which it began");
    let importance = reading.weight("importance", "how important it is");
    let difficulty = reading.weight("difficulty", "how hard it is");
    let more = row
        .more
        .iter()
        .map(|(name, cell)| format!("{name}: {cell}."));
    let kept = std::mem::take(&mut reading.kept);
    let stay_out = reading.stay_out.iter().map(|(_, words)| words.clone());
    let how_reviewed = std::iter::once(reading.text("how_reviewed"))
        .chain(more)
        .chain(kept)
        .chain(stay_out);
    let how_reviewed: Vec<String> = how_reviewed.filter(|words| !words.is_empty()).collect();
    let mut goal = Goal {
        people,
        words,
        levels,
        set_on,
        agreed_on,
        reviews_due: reading.due,
        how_reviewed: how_reviewed.join(" "),
        began_at,
        importance,
        difficulty,
        origin: reading.origin,
        ..Goal::default()
    };
    let plain = [
        "reference",
        "agreed_with",
        "barriers_within",
        "barriers_around",
        "if_relapse",
    ];
    row.fill(&mut goal, &plain, today);
    Ok(ReadGoal {
        goal,
        reviews,
        stay_out: reading.stay_out,
        doubts: reading.doubts,
    })
}

/// Whose goal it is: people by name, or parents by the word for them. In words why it cannot be told.
fn people(
    cell: &str,
    on: &FuzzyDate,
    case: &CaseFile,
    who: &PeopleByName,
) -> Result<Vec<RecordId>, String> {
    let words = plain(cell);
    if cell_words().family.contains(&words) {
        return Err(format!(
            "\"{cell}\" does not say whose goal it is. Write the names into the row and bring it in again."
        ));
    }
    if cell_words().parents.contains(&words) {
        let parents = parents(case);
        return match parents.is_empty() {
            true => Err(
                "No parents are recorded in this case. Add them and bring this file in again."
                    .to_owned(),
            ),
            false => Ok(parents),
        };
    }
    match (
        people_named(cell, on, case, who),
        parent_called(&words, case),
    ) {
        (Err(_), Some(parent)) => Ok(vec![parent]),
        (named, _) => named,
    }
}

impl<'a> GoalRowReader<'a> {
    fn cell(&self, role: &str) -> &'a str {
        self.row.cell(role)
    }

    fn text(&self, role: &str) -> String {
        self.cell(role).to_owned()
    }

    fn ask(&mut self, kind: DoubtKind, asks: String) {
        self.doubts.push(Doubt::new(kind, asks));
    }

    /// The five texts; those that are missing or alike are asked about.
    fn levels(&mut self) -> Box<[String; 5]> {
        let levels = LEVEL_TEXTS.map(|role| self.text(role));
        let missing: Vec<&str> = Level::ALL
            .into_iter()
            .zip(&levels)
            .filter(|(_, text)| text.is_empty())
            .map(|(level, _)| level.words())
            .collect();
        if !missing.is_empty() {
            self.ask(
                DoubtKind::TooFewCells,
                format!(
                    "Nothing describes what would be {}. What would it look like?",
                    listed(&missing)
                ),
            );
        }
        let same = |one: &str, other: &str| {
            !one.is_empty() && folded(&plain(one)) == folded(&plain(other))
        };
        for (at, one) in levels.iter().enumerate() {
            let others = levels.iter().skip(at + 1);
            if others.into_iter().any(|other| same(one, other)) {
                self.ask(
                    DoubtKind::Unreadable,
                    format!("Two of the levels say \"{one}\". How would you tell them apart?"),
                );
            }
        }
        Box::new(levels)
    }

    fn level_of(&mut self, role: &str, what: &str) -> Option<Level> {
        let cell = self.cell(role);
        let level = level_of_cell(cell);
        if level.is_none() {
            self.keep(cell, what, "one of the five levels");
        }
        level
    }

    fn weight(&mut self, role: &str, what: &str) -> Option<u8> {
        let cell = self.cell(role);
        let weight = cell.parse().ok().filter(|weight: &u8| *weight <= 3);
        if weight.is_none() {
            self.keep(cell, what, "a number from 0 to 3");
        }
        weight
    }

    /// Keeps words that are not what their column asks for, with a question.
    fn keep(&mut self, cell: &str, what: &str, not: &str) {
        if cell.is_empty() {
            return;
        }
        self.kept.push(format!("{what}: {cell}."));
        self.ask(
            DoubtKind::Unreadable,
            format!("\"{cell}\", for {what}, is not {not}. The words are kept with how it is reviewed. Which is meant?"),
        );
    }

    /// A review of this number; a day that is still due is kept as due, and what is neither is asked about.
    fn review(&mut self, number: u8) -> Option<GoalReview> {
        let cell = |role: &str| self.row.of_review(role, number);
        let (on, level) = (cell("review"), cell("level"));
        let (evidence, analysis) = (cell("evidence"), cell("analysis"));
        self.next_review(cell("next_review"));
        if [on, level, evidence, analysis]
            .iter()
            .all(|cell| cell.is_empty())
        {
            return None;
        }
        let day = FuzzyDate::from_record(on, self.today, DateOrder::DayFirst).ok();
        let day = day.filter(|day| day.anchor().is_some());
        let has_come = |day: &FuzzyDate| {
            day.earliest()
                .or(day.anchor())
                .is_none_or(|day| day <= self.today)
        };
        let why = match (&day, level_of_cell(level)) {
            (Some(on), Some(level)) if has_come(on) => {
                return Some(GoalReview {
                    goal: RecordId::from_bytes([0; 16]),
                    goal_revision: 1,
                    on: on.clone(),
                    level,
                    evidence: evidence.to_owned(),
                    analysis: analysis.to_owned(),
                    origin: self.origin.clone(),
                    ..GoalReview::default()
                });
            }
            (Some(_), None)
                if [level, evidence, analysis]
                    .iter()
                    .all(|cell| cell.is_empty()) =>
            {
                None
            }
            (Some(on), Some(_)) => Some(format!(
                "{on} has not come yet, and a level is given for it"
            )),
            (Some(_), None) if level.is_empty() => Some("no level is given".to_owned()),
            (Some(_), None) => Some(format!(
                "\"{level}\" is not one of the five levels (-2 to +2, or their words)"
            )),
            (None, _) if on.is_empty() => Some("no day is given".to_owned()),
            (None, _) => Some(format!("\"{on}\" is not a day that can be read")),
        };
        if let Some(why) = why {
            let words = [on, level, evidence, analysis];
            let words: Vec<&str> = words.into_iter().filter(|cell| !cell.is_empty()).collect();
            let words = format!("Review {number} as the file has it: {}.", words.join("; "));
            self.stay_out.push((day.clone(), words));
            self.ask(
                DoubtKind::Unreadable,
                format!("Review {number} stays out: {why}. Its words are kept with how the goal is reviewed; put it right in the file and bring it in again, or record the review here."),
            );
        }
        self.due.extend(day);
        None
    }

    fn next_review(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        match FuzzyDate::from_record(cell, self.today, DateOrder::DayFirst) {
            Ok(day) if day.anchor().is_some() => self.due.push(day),
            _ => self.keep(cell, "the next review", "a day that can be read"),
        }
    }

    /// Reviews before the day on which the goal was set: kept, and asked about.
    fn ask_about_days(&mut self, set_on: &FuzzyDate, reviews: &[GoalReview]) {
        let Some(set) = set_on.earliest().or(set_on.anchor()) else {
            return;
        };
        let days = reviews.iter().map(|review| &review.on).chain(&self.due);
        let before = days.filter(|day| day.latest().or(day.anchor()).is_some_and(|day| day < set));
        let before: Vec<String> = before.map(|day| day.in_short()).collect();
        if !before.is_empty() {
            self.ask(
                DoubtKind::OutOfOrder,
                format!(
                    "The review of {} is before the goal was set on {}. Which day is right?",
                    listed(&before),
                    set_on.in_short()
                ),
            );
        }
    }
}
