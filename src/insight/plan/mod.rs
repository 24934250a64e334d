//! The Support and Solutions Plan as it stands: challenges with what helps, where challenge and support fall apart, and what
//! changed between two versions (inventory S3, handbook p35-39).

mod compare;
mod sections;

use crate::insight::fields::counted_by_kind;
use crate::record::*;
use chrono::NaiveDate;

pub use compare::{Difference, Happened, compare};
pub use sections::{agreed, bottom_line, challenge, section, since, since_day, support};

/// The words of a horizon.
pub fn horizon_words(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Short => "Short: the next weeks",
        Horizon::Medium => "Medium: the coming months",
        Horizon::Long => "Long: while the child grows up",
    }
}

/// Whether something that may have an end goes on at the end of a day.
fn goes_on(to: Option<&FuzzyDate>, day: NaiveDate) -> bool {
    to.is_none_or(|to| to.anchor().is_some_and(|to| to > day))
}

/// Challenges: those that go on first, the nearest horizon first.
pub fn steps(file: &CaseFile, day: NaiveDate) -> Vec<&Record<PlanStep>> {
    let mut all: Vec<_> = file.plan_steps.values().collect();
    all.sort_by_key(|step| {
        (
            !goes_on(step.body.to.as_ref(), day),
            step.body.horizon,
            step.id(),
        )
    });
    all
}

/// Supports: those that go on first, in the order in which they were written.
pub fn supports(file: &CaseFile, day: NaiveDate) -> Vec<&Record<Support>> {
    let mut all: Vec<_> = file.supports.values().collect();
    all.sort_by_key(|support| (!goes_on(support.body.to.as_ref(), day), support.id()));
    all
}

/// Bottom lines: those that hold first.
pub fn bottom_lines(file: &CaseFile, day: NaiveDate) -> Vec<&Record<BottomLine>> {
    let mut all: Vec<_> = file.bottom_lines.values().collect();
    all.sort_by_key(|line| (!goes_on(line.body.to.as_ref(), day), line.id()));
    all
}

/// Whether a step, a support or a bottom line is part of the plan on a day.
pub fn is_part(file: &CaseFile, id: RecordId, day: NaiveDate) -> bool {
    let step = file.plan_steps.get(&id).map(|step| step.body.to.as_ref());
    let support = file
        .supports
        .get(&id)
        .map(|support| support.body.to.as_ref());
    let line = file.bottom_lines.get(&id).map(|line| line.body.to.as_ref());
    let goal = file.goals.get(&id).map(|goal| goal.body.ended_on.as_ref());
    let to = step.or(support).or(line).or(goal);
    to.is_some_and(|to| goes_on(to, day))
}

/// The supports that help with a step and go on.
pub fn helping(file: &CaseFile, step: RecordId, day: NaiveDate) -> Vec<&Record<Support>> {
    let going = supports(file, day).into_iter();
    going
        .filter(|support| support.body.steps.contains(&step))
        .filter(|support| is_part(file, support.id(), day))
        .collect()
}

/// The bottom lines of a step, and those of the whole plan.
pub fn bounds(file: &CaseFile, step: RecordId, day: NaiveDate) -> Vec<&Record<BottomLine>> {
    let lines = bottom_lines(file, day).into_iter();
    lines
        .filter(|line| line.body.steps.is_empty() || line.body.steps.contains(&step))
        .filter(|line| is_part(file, line.id(), day))
        .collect()
}

/// What there is to ask about a step: challenge and support belong together (S3B: with the family, not to them, not for
/// them).
pub fn of_step(
    file: &CaseFile,
    id: RecordId,
    step: &PlanStep,
    day: NaiveDate,
) -> Vec<&'static str> {
    if !goes_on(step.to.as_ref(), day) {
        return Vec::new();
    }
    let helps = helping(file, id, day);
    let mut asked = Vec::new();
    if helps.is_empty() {
        asked.push("Challenge without support: what do we do so that they can do it?");
    } else if helps
        .iter()
        .all(|support| support.body.in_place == Holds::No)
    {
        asked.push("No support for it is in place yet. What stands in the way, and on whose side?");
    }
    if step.solution.is_empty() {
        asked.push("What will be different, and how will everybody know?");
    }
    if step.family_view.is_empty() {
        asked.push("How do the family see it, and what do they want to be different?");
    }
    if step.goals.is_empty() {
        asked.push("No goal measures it yet.");
    }
    asked
}

/// What there is to ask about a support.
pub fn of_support(support: &Support, day: NaiveDate) -> Vec<&'static str> {
    if !goes_on(support.to.as_ref(), day) {
        return Vec::new();
    }
    let mut asked = Vec::new();
    if support.steps.is_empty() && support.needs.is_empty() {
        asked.push("Support without a challenge or a need: what is it for?");
    }
    match (support.in_place, support.used, support.works) {
        (Holds::NotSaid, ..) => asked.push("Was it put in place?"),
        (Holds::Yes | Holds::Partly, Holds::NotSaid, _) => asked.push("Is it used?"),
        (Holds::Yes | Holds::Partly, Holds::Yes | Holds::Partly, Holds::NotSaid) => {
            asked.push("Does it work?");
        }
        (Holds::No, ..) if support.how_it_goes.is_empty() => {
            asked.push("What stands in the way of it?")
        }
        (_, Holds::No, _) if support.how_it_goes.is_empty() => asked.push("Why is it not used?"),
        _ => {}
    }
    if support.provider.is_empty() {
        asked.push("Who provides it?");
    }
    asked
}

/// What there is to ask about a bottom line.
pub fn of_bottom_line(line: &BottomLine, day: NaiveDate) -> Vec<&'static str> {
    if !goes_on(line.to.as_ref(), day) {
        return Vec::new();
    }
    let mut asked = Vec::new();
    if line.if_crossed.is_empty() {
        asked.push("What follows if it is crossed?");
    }
    if line.said_to_family.is_empty() {
        asked.push("Was it said to the family, and what did they say?");
    }
    asked
}

/// The versions that were agreed, the latest first.
pub fn versions(file: &CaseFile) -> Vec<&Record<PlanVersion>> {
    let mut all: Vec<_> = file.plan_versions.values().collect();
    all.sort_by_key(|version| std::cmp::Reverse((version.body.on.anchor(), version.id())));
    all
}

/// What the plan is made of on a day, with the revision of each part: what a version keeps.
pub fn parts_today(file: &CaseFile, day: NaiveDate) -> Vec<(RecordId, u32)> {
    let steps = file.plan_steps.values().map(|step| &step.meta);
    let supports = file.supports.values().map(|support| &support.meta);
    let lines = file.bottom_lines.values().map(|line| &line.meta);
    let goals = file.goals.values().map(|goal| &goal.meta);
    steps
        .chain(supports)
        .chain(lines)
        .chain(goals)
        .filter(|meta| is_part(file, meta.id, day))
        .map(|meta| (meta.id, meta.revision))
        .collect()
}

/// "3 challenges, 4 supports, 1 bottom line, 2 goals".
pub fn in_words(file: &CaseFile, parts: &[(RecordId, u32)]) -> String {
    counted_by_kind(file, parts.iter().map(|(id, _)| *id))
}

#[cfg(test)]
mod tests;
