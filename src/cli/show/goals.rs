//! `show CASE goals`: each goal with its five levels, its reviews and what is open about it, and, for those who ask, the
//! score.

use super::{Page, Shown};
use crate::cli::lines::{Lines, counted};
use crate::insight::goals::{ABOUT, Score, Standing, questions, score, standings};
use crate::insight::words::first_large;
use crate::insight::words::{day_in_words, listed};
use crate::practice::goals::Level;
use crate::practice::guide::smart_parts;
use crate::record::{FuzzyDate, Goal, GoalReview, Record, RecordId, Shown as Evidence};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct Goals {
    purposes: Vec<PurposeShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<ScoreShown>,
}

#[derive(Serialize)]
struct PurposeShown {
    /// None for the goals that are a stage of nothing.
    purpose: Option<String>,
    whose: Vec<String>,
    goals: Vec<GoalShown>,
}

#[derive(Serialize)]
struct GoalShown {
    id: RecordId,
    reference: String,
    whose: Vec<String>,
    words: String,
    stage: Option<u8>,
    set_on: String,
    agreed_on: Option<String>,
    agreed_with: String,
    smart: Vec<String>,
    /// From much more than expected to much less, as the handbook has them.
    levels: Vec<LevelShown>,
    began_at: Option<&'static str>,
    reached: Option<&'static str>,
    trend: Option<&'static str>,
    reviews: Vec<ReviewShown>,
    next_review: Option<NaiveDate>,
    late: bool,
    reviews_due: Vec<String>,
    how_reviewed: String,
    barriers_within: String,
    barriers_around: String,
    if_relapse: String,
    ended_on: Option<String>,
    how_ended: String,
    questions: Vec<String>,
}

#[derive(Serialize)]
struct LevelShown {
    level: &'static str,
    number: i8,
    text: String,
    reached: bool,
}

#[derive(Serialize)]
struct ReviewShown {
    id: RecordId,
    on: String,
    level: &'static str,
    number: i8,
    evidence: String,
    shown: Vec<&'static str>,
    different_for_child: String,
    entries: Vec<RecordId>,
    analysis: String,
    barriers: String,
    relapse: String,
    what_next: String,
    goal_revision: u32,
}

#[derive(Serialize)]
struct ScoreShown {
    about: &'static str,
    people: Vec<PersonScore>,
}

#[derive(Serialize)]
struct PersonScore {
    name: String,
    /// None when nothing was reviewed, which is not 50.
    t_score: Option<f64>,
    began: Option<f64>,
    change: Option<f64>,
    counted: usize,
    left_out: Vec<String>,
}

/// The goals of a case, and the score when it is asked for.
pub fn page(shown: &Shown, with_score: bool) -> Goals {
    let all = standings(shown.file, shown.now);
    let mut purposes: Vec<PurposeShown> = Vec::new();
    let mut of = None;
    for standing in &all {
        let purpose = standing.purpose.map(Record::id);
        if of != Some(purpose) {
            of = Some(purpose);
            let body = standing.purpose.map(|purpose| &purpose.body);
            purposes.push(PurposeShown {
                purpose: body.map(|body| body.words.clone()),
                whose: body.map_or_else(Vec::new, |body| shown.short_names(&body.people)),
                goals: Vec::new(),
            });
        }
        if let Some(last) = purposes.last_mut() {
            last.goals.push(goal_shown(shown, standing));
        }
    }
    Goals {
        purposes,
        score: with_score.then(|| score_shown(shown, &all)),
    }
}

fn goal_shown(shown: &Shown, standing: &Standing) -> GoalShown {
    let goal: &Goal = &standing.goal.body;
    let in_short = |on: &Option<FuzzyDate>| on.as_ref().map(FuzzyDate::in_short);
    let ticked = smart_parts().filter(|part| goal.smart.contains(&part.id));
    let levels = Level::ALL.into_iter().rev().map(|level| LevelShown {
        level: level.words(),
        number: level.number(),
        text: goal.levels.get(level.place()).cloned().unwrap_or_default(),
        reached: standing.level() == Some(level),
    });
    let reviews = standing.reviews.iter();
    GoalShown {
        id: standing.goal.id(),
        reference: goal.reference.clone(),
        whose: shown.short_names(&goal.people),
        words: goal.words.clone(),
        stage: (goal.stage > 0).then_some(goal.stage),
        set_on: goal.set_on.in_short(),
        agreed_on: in_short(&goal.agreed_on),
        agreed_with: goal.agreed_with.clone(),
        smart: ticked.map(|part| part.name.clone()).collect(),
        levels: levels.collect(),
        began_at: goal.began_at.map(Level::words),
        reached: standing.level().map(Level::words),
        trend: standing.trend().map(|trend| trend.words()),
        reviews: reviews.map(|review| review_shown(review)).collect(),
        next_review: standing.next_due,
        late: standing.is_late,
        reviews_due: goal.reviews_due.iter().map(FuzzyDate::in_short).collect(),
        how_reviewed: goal.how_reviewed.clone(),
        barriers_within: goal.barriers_within.clone(),
        barriers_around: goal.barriers_around.clone(),
        if_relapse: goal.if_relapse.clone(),
        ended_on: in_short(&goal.ended_on),
        how_ended: goal.how_ended.clone(),
        questions: questions(standing, shown.file, shown.now),
    }
}

fn review_shown(review: &Record<GoalReview>) -> ReviewShown {
    let body = &review.body;
    let shown = body.shown.iter().map(|shown| match shown {
        Evidence::Seen => "seen",
        Evidence::OwnAccount => "their own account",
        Evidence::OthersAccount => "others' account",
        Evidence::Attendance => "attendance",
    });
    ReviewShown {
        id: review.id(),
        on: body.on.in_short(),
        level: body.level.words(),
        number: body.level.number(),
        evidence: body.evidence.clone(),
        shown: shown.collect(),
        different_for_child: body.different_for_child.clone(),
        entries: body.entries.clone(),
        analysis: body.analysis.clone(),
        barriers: body.barriers.clone(),
        relapse: body.relapse.clone(),
        what_next: body.what_next.clone(),
        goal_revision: body.goal_revision,
    }
}

/// Person by person: one person's score says nothing beside another's, so there is none of the family.
fn score_shown(shown: &Shown, all: &[Standing]) -> ScoreShown {
    let mut people: Vec<RecordId> = Vec::new();
    for person in all.iter().flat_map(|standing| &standing.goal.body.people) {
        if !people.contains(person) {
            people.push(*person);
        }
    }
    let label = |standing: &Standing| {
        let goal = &standing.goal.body;
        match goal.reference.is_empty() {
            true => goal.words.clone(),
            false => goal.reference.clone(),
        }
    };
    let scores = people.into_iter().map(|person| {
        let found = score(shown.file, Some(person), shown.now);
        let own = all
            .iter()
            .filter(|standing| standing.goal.body.people.contains(&person));
        let (reviewed, open): (Vec<&Standing>, Vec<&Standing>) =
            own.partition(|standing| standing.level().is_some());
        PersonScore {
            name: shown.names.short_name(person).to_owned(),
            t_score: found.as_ref().map(|found| found.reached),
            began: found.as_ref().and_then(|found| found.began),
            change: found.as_ref().and_then(Score::change),
            counted: reviewed.len(),
            left_out: open.into_iter().map(label).collect(),
        }
    });
    ScoreShown {
        about: ABOUT,
        people: scores.collect(),
    }
}

impl Page for Goals {
    fn write(&self, lines: &mut Lines) {
        for purpose in &self.purposes {
            let words = match &purpose.purpose {
                Some(words) => format!("Towards: {words}"),
                None if self.purposes.len() > 1 => "Goals without an overall purpose".to_owned(),
                None => "Goals".to_owned(),
            };
            lines.heading(words);
            lines.fact("Whose", listed(&purpose.whose));
            lines.item(counted(purpose.goals.len(), "goal", "goals"));
            for goal in &purpose.goals {
                goal.write(lines);
            }
        }
        if self.purposes.is_empty() {
            lines.item("No goal is written down yet.");
        }
        if let Some(score) = &self.score {
            score.write(lines);
        }
    }
}

impl GoalShown {
    fn write(&self, lines: &mut Lines) {
        let reference = match self.reference.is_empty() {
            true => String::new(),
            false => format!("{}, ", self.reference),
        };
        lines.heading(format!(
            "{reference}{}: {}",
            listed(&self.whose),
            self.words
        ));
        if let Some(stage) = self.stage {
            lines.fact("Stage", stage);
        }
        lines.fact("Set", &self.set_on);
        let agreed = self.agreed_on.iter().chain(Some(&self.agreed_with));
        let agreed: Vec<&String> = agreed.filter(|words| !words.is_empty()).collect();
        lines.fact(
            "Agreed",
            agreed.into_iter().cloned().collect::<Vec<_>>().join(", "),
        );
        lines.fact("SMART, ticked", self.smart.join(", "));
        for level in &self.levels {
            let text = match level.text.is_empty() {
                true => "not described",
                false => &level.text,
            };
            let reached = if level.reached {
                " (reached at the last review)"
            } else {
                ""
            };
            let sign = if level.number > 0 { "+" } else { "" };
            let name = first_large(level.level);
            lines.item(format!("{name} ({sign}{}){reached}: {text}", level.number));
        }
        lines.fact("Began", self.began_at.unwrap_or_default());
        if self.reviews.is_empty() {
            lines.item("Not reviewed yet; that is no level.");
        }
        for review in &self.reviews {
            review.write(lines);
        }
        if let (Some(reached), Some(trend)) = (self.reached, self.trend) {
            lines.fact("Now", format!("{reached}; {trend} since the time before"));
        }
        if let Some(next) = self.next_review {
            let late = if self.late { ", which has passed" } else { "" };
            lines.fact("Next review", format!("{}{late}", day_in_words(next)));
        }
        lines.fact("How it is reviewed", &self.how_reviewed);
        lines.fact("In the way, within", &self.barriers_within);
        lines.fact("In the way, around", &self.barriers_around);
        lines.fact("If there is a relapse", &self.if_relapse);
        if let Some(ended) = &self.ended_on {
            lines.fact("Ended", format!("{ended}. {}", self.how_ended));
        }
        for question in &self.questions {
            lines.fact("Question", question);
        }
    }
}

impl ReviewShown {
    fn write(&self, lines: &mut Lines) {
        let on = if self.on.is_empty() {
            "without a day"
        } else {
            &self.on
        };
        let sign = if self.number > 0 { "+" } else { "" };
        lines.fact(
            &format!("Review {on}"),
            format!("{} ({sign}{}). {}", self.level, self.number, self.evidence),
        );
        for (name, words) in [
            ("- Rests on", &self.shown.join(", ")),
            ("- Different for the child", &self.different_for_child),
            ("- Analysis", &self.analysis),
            ("- In the way", &self.barriers),
            ("- Relapse", &self.relapse),
            ("- What follows", &self.what_next),
        ] {
            lines.fact(name, words);
        }
    }
}

impl ScoreShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading("Score");
        lines.item(self.about);
        for person in &self.people {
            let score = match person.t_score {
                Some(score) => format!("{score:.2}"),
                None => "no score, and that is not 50".to_owned(),
            };
            let change = match (person.began, person.change) {
                (Some(began), Some(change)) => format!("; it began at {began:.2}, {change:+.2}"),
                _ => String::new(),
            };
            let counted = counted(person.counted, "goal reviewed", "goals reviewed");
            lines.fact(&person.name, format!("{score} ({counted}){change}"));
            if !person.left_out.is_empty() {
                lines.item(format!(
                    "- Left out, not reviewed yet ({}): {}",
                    person.left_out.len(),
                    person.left_out.join("; ")
                ));
            }
        }
    }
}
