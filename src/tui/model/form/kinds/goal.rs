//! The forms for a goal with its five levels, and for the purpose that goals lead to.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{date, day_of, line, long, none_yet, of_the_case, one, several, who};
use crate::insight::folding::folded;
use crate::practice::goals::Level;
use crate::practice::guide::smart_parts;
use crate::record::{FuzzyDate, Goal, Purpose};
use chrono::NaiveDate;

/// The part of SMART that says that it was agreed with the family.
const AGREED: &str = "S3N.3";

pub(super) fn purpose_input(
    name: &str,
    purpose: Option<&Purpose>,
    around: Around<'_>,
) -> Option<Input> {
    match name {
        "words" => long(purpose.map_or("", |purpose| &purpose.words)),
        "people" => who(purpose.map_or(&[], |purpose| &purpose.people), around),
        "on" => day_of(
            purpose.is_none(),
            purpose.and_then(|purpose| purpose.on.as_ref()),
            around,
        ),
        _ => None,
    }
}

pub(super) fn purpose(
    form: &Form,
    was: Option<Purpose>,
    around: Around<'_>,
) -> Result<Purpose, Refusal> {
    let on = was.and_then(|was| was.on);
    let purpose = Purpose {
        words: form.text("words"),
        people: form.ids("people"),
        on: form.date("on", on.as_ref(), around.today),
    };
    match purpose.words.is_empty() {
        true => Err(Refusal::new("words", "Write what it is all for.")),
        false => Ok(purpose),
    }
}

/// The field that asks for the words of a level, such as "level+1".
fn field_of(level: Level) -> String {
    format!("level{}", level.signed())
}

pub(super) fn input(name: &str, goal: Option<&Goal>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Goal) -> &str| long(goal.map_or("", part));
    let number = |part: fn(&Goal) -> Option<u8>| {
        let number = goal.and_then(part);
        line(&number.map_or_else(String::new, |number| number.to_string()))
    };
    if let Some(level) = Level::ALL
        .into_iter()
        .find(|level| field_of(*level) == name)
    {
        let texts = goal.and_then(|goal| goal.levels.get(level.place()));
        return long(texts.map_or("", String::as_str));
    }
    match name {
        "people" => who(goal.map_or(&[], |goal| &goal.people), around),
        "words" => text(|goal| &goal.words),
        "purpose" => {
            let beside = around
                .beside
                .filter(|id| around.file.purposes.contains_key(id));
            let chosen = goal.map_or(beside, |goal| goal.purpose);
            let mut options = vec![none_yet()];
            let purposes = around.file.purposes.values();
            options.extend(
                purposes
                    .map(|purpose| Choosable::new(purpose.id().to_string(), &purpose.body.words)),
            );
            one(
                options,
                &chosen.map_or_else(String::new, |id| id.to_string()),
            )
        }
        "stage" => number(|goal| Some(goal.stage).filter(|stage| *stage > 0)),
        "began-at" => one(
            levels(),
            goal.and_then(|goal| goal.began_at)
                .map_or("", Level::signed),
        ),
        "set-on" => day_of(goal.is_none(), goal.map(|goal| &goal.set_on), around),
        "smart" => {
            let parts = smart_parts().map(|part| Choosable::new(&part.id, &part.name));
            let chosen = goal.map_or(&[][..], |goal| &goal.smart);
            several(parts.collect(), chosen, Layout::Flow)
        }
        "agreed-on" => date(goal.and_then(|goal| goal.agreed_on.as_ref())),
        "agreed-with" => text(|goal| &goal.agreed_with),
        "reviews-due" => {
            let days = goal.map_or(&[][..], |goal| &goal.reviews_due).iter();
            let days: Vec<&str> = days.map(FuzzyDate::written).collect();
            line(&days.join("; "))
        }
        "how-reviewed" => line(goal.map_or("", |goal| &goal.how_reviewed)),
        "barriers-within" => text(|goal| &goal.barriers_within),
        "barriers-around" => text(|goal| &goal.barriers_around),
        "if-relapse" => text(|goal| &goal.if_relapse),
        "needs" => {
            let needs = around.file.needs.values();
            let needs = needs.map(|need| (need.id(), need.body.words.as_str()));
            of_the_case(needs, goal.map_or(&[], |goal| &goal.needs))
        }
        "reference" => line(goal.map_or("", |goal| &goal.reference)),
        "importance" => number(|goal| goal.importance),
        "difficulty" => number(|goal| goal.difficulty),
        "why-changed" => long(&goal.filter(|goal| goal.agreed_on.is_some())?.why_changed),
        "ended-on" => date(goal?.ended_on.as_ref()),
        "how-ended" => long(&goal?.how_ended),
        _ => None,
    }
}

/// The five levels to choose from, the best first.
pub(super) fn levels() -> Vec<Choosable> {
    let levels = Level::ALL.into_iter().rev();
    let levels = levels.map(|level| {
        Choosable::new(
            level.signed(),
            format!("{} ({})", level.words(), level.signed()),
        )
    });
    [none_yet()].into_iter().chain(levels).collect()
}

/// The level of a choice among [`levels`].
pub(super) fn chosen_level(form: &Form, name: &str) -> Option<Level> {
    let chosen = form.text(name);
    Level::ALL
        .into_iter()
        .find(|level| level.signed() == chosen)
}

pub(super) fn body(form: &Form, was: Option<Goal>, around: Around<'_>) -> Result<Goal, Refusal> {
    let today = around.today;
    let was = was.as_ref();
    let agreed_on = form.date(
        "agreed-on",
        was.and_then(|was| was.agreed_on.as_ref()),
        today,
    );
    let goal = Goal {
        reference: form.text("reference"),
        people: form.ids("people"),
        words: form.text("words"),
        purpose: form.id("purpose"),
        stage: small_number(form, "stage", 99)?.unwrap_or(0),
        levels: Box::new(Level::ALL.map(|level| form.text(&field_of(level)))),
        set_on: form.date_or_unknown("set-on", was.map(|was| &was.set_on), today),
        agreed_on,
        agreed_with: form.text("agreed-with"),
        smart: form.parts("smart", '\n'),
        reviews_due: reviews_due(form, was, today)?,
        how_reviewed: form.text("how-reviewed"),
        barriers_within: form.text("barriers-within"),
        barriers_around: form.text("barriers-around"),
        if_relapse: form.text("if-relapse"),
        began_at: chosen_level(form, "began-at"),
        importance: small_number(form, "importance", 3)?,
        difficulty: small_number(form, "difficulty", 3)?,
        needs: form.ids("needs"),
        why_changed: form.text("why-changed"),
        ended_on: form.date("ended-on", was.and_then(|was| was.ended_on.as_ref()), today),
        how_ended: form.text("how-ended"),
        origin: was.map_or_else(String::new, |was| was.origin.clone()),
    };
    check(&goal, was)?;
    Ok(goal)
}

/// A small number in a field; `None` where nothing is written.
fn small_number(form: &Form, name: &str, most: u8) -> Result<Option<u8>, Refusal> {
    let written = form.text(name);
    if written.is_empty() {
        return Ok(None);
    }
    let number = written.parse().ok().filter(|number| *number <= most);
    let number = number.ok_or_else(|| {
        let words = format!(
            "\u{201c}{written}\u{201d} is not a number from 0 to {most}. It may be left empty."
        );
        Refusal::new(name, words)
    })?;
    Ok(Some(number))
}

/// The days of reviews, with a semicolon between them. Days that were not touched stay as they were read.
fn reviews_due(
    form: &Form,
    was: Option<&Goal>,
    today: NaiveDate,
) -> Result<Vec<FuzzyDate>, Refusal> {
    let known = was.map_or(&[][..], |was| &was.reviews_due);
    let written = form.parts("reviews-due", ';').into_iter();
    let days = written.map(|day| {
        if let Some(known) = known.iter().find(|known| known.written() == day) {
            return Ok(known.clone());
        }
        let date = FuzzyDate::parse(&day, today).ok();
        date.filter(|date| date.anchor().is_some()).ok_or_else(|| {
            let words = format!(
                "\u{201c}{day}\u{201d} is not a day that I can read. Write 30/11/26, with a semicolon between several."
            );
            Refusal::new("reviews-due", words)
        })
    });
    days.collect()
}

/// What a goal needs before it is one that people can work with.
fn check(goal: &Goal, was: Option<&Goal>) -> Result<(), Refusal> {
    let refuse = |field: &str, words: &str| Err(Refusal::new(field, words));
    if goal.people.is_empty() {
        return refuse("people", "Choose whose goal it is.");
    }
    if goal.words.is_empty() {
        return refuse("words", "Write the goal, as they would say it.");
    }
    let Some(set_on) = goal.set_on.anchor() else {
        return refuse(
            "set-on",
            "Write the day on which it was set, such as 2/6/25.",
        );
    };
    for level in Level::ALL {
        let same = |other: &Level| *other > level && alike(goal, *other, level);
        if let Some(other) = Level::ALL.iter().find(|other| same(other)) {
            let words = format!(
                "This says the same as \u{201c}{}\u{201d}. Each level is something else that all of you would see.",
                level.words()
            );
            return refuse(&field_of(*other), &words);
        }
        if goal.agreed_on.is_some() && text_of(goal, level).is_empty() {
            let words = format!(
                "It is agreed, and \u{201c}{}\u{201d} has no words yet. All five are written before the work begins.",
                level.words()
            );
            return refuse(&field_of(level), &words);
        }
    }
    if goal.agreed_on.is_none() && goal.smart.iter().any(|part| part == AGREED) {
        return refuse(
            "agreed-on",
            "\u{201c}Agreed\u{201d} is ticked: write the day, or take the tick away until the family has agreed.",
        );
    }
    let early = |due: &FuzzyDate| due.anchor().is_some_and(|due| due <= set_on);
    if goal.reviews_due.iter().any(early) {
        return refuse(
            "reviews-due",
            "A review is on or before the day on which the goal was set.",
        );
    }
    match was.filter(|was| was.agreed_on.is_some()) {
        Some(was)
            if (&was.words, &was.levels) != (&goal.words, &goal.levels)
                && (goal.why_changed.is_empty() || goal.why_changed == was.why_changed) =>
        {
            return refuse(
                "why-changed",
                "The goal was agreed in other words. Write why they change; the agreed ones stay to be read.",
            );
        }
        _ => {}
    }
    match (goal.importance, goal.difficulty) {
        (Some(_), None) => return refuse("difficulty", "The score needs both, or neither."),
        (None, Some(_)) => return refuse("importance", "The score needs both, or neither."),
        _ => {}
    }
    match goal.ended_on.is_some() && goal.how_ended.is_empty() {
        true => refuse(
            "how-ended",
            "Write how it ended: reached, or why it is no longer worked on.",
        ),
        false => Ok(()),
    }
}

fn text_of(goal: &Goal, level: Level) -> &str {
    goal.levels.get(level.place()).map_or("", String::as_str)
}

fn alike(goal: &Goal, one: Level, other: Level) -> bool {
    let (one, other) = (text_of(goal, one), text_of(goal, other));
    !one.is_empty() && folded(one) == folded(other)
}
