//! What changed since the last supervision, heading by heading.

use super::{Seen, Sheet, Tone};
use crate::insight::changes::{Changes, News, What, changes};
use crate::insight::words::first_large;
use crate::insight::words::{day_in_words, listed};
use crate::practice::attention::attention;
use crate::record::{Body, Record};
use chrono::{Days, NaiveDate};

/// Everything that was written since the last session; without one, in as many weeks as should pass between two.
pub fn changed(seen: Seen<'_>, sheet: &mut Sheet) {
    let Some(revisions) = seen.revisions else {
        sheet.quiet("Looking through what was written ...");
        return;
    };
    let last = seen.last().and_then(|last| last.body.on.anchor());
    let weeks = attention().supervision_weeks;
    let since = last.unwrap_or_else(|| weeks_ago(seen.today, weeks));
    let found = changes(revisions, since, seen.until);
    let from = day_in_words(since);
    sheet.say(match last {
        Some(_) => format!("Since the supervision of {from}: {}.", found.summary()),
        None => format!(
            "No supervision is recorded yet. Since {from}, {weeks} weeks ago: {}.",
            found.summary()
        ),
    });
    groups(&found, sheet);
}

/// Everything that was written after a day and by another one.
pub fn since(revisions: &[Record<Body>], since: NaiveDate, until: NaiveDate) -> Sheet {
    let mut sheet = Sheet::default();
    let found = changes(revisions, since, until);
    sheet.say(format!("{}.", first_large(&found.summary())));
    groups(&found, &mut sheet);
    sheet
}

fn groups(found: &Changes, sheet: &mut Sheet) {
    for group in &found.groups {
        sheet.heading(group.heading.words());
        for earlier in &group.earlier {
            sheet.quiet(earlier.words());
        }
        for news in &group.news {
            told(news, sheet);
        }
    }
}

fn weeks_ago(today: NaiveDate, weeks: u32) -> NaiveDate {
    let back = Days::new(u64::from(weeks) * 7);
    today.checked_sub_days(back).unwrap_or(today)
}

/// The headline of a change with its day, and what reads otherwise.
fn told(news: &News, sheet: &mut Sheet) {
    let day = news.day.as_ref().map(|day| day.in_short());
    let lead = match (news.what, day.filter(|day| !day.is_empty())) {
        (What::New, Some(day)) => day,
        (what, _) => first_large(what.words()),
    };
    let is_there = news.what != What::Removed;
    let about = is_there.then_some(news.under);
    sheet.put(lead, &news.headline, Tone::Plain, about);
    let fields: Vec<String> = news
        .fields
        .iter()
        .map(|field| match (field.before.as_str(), field.now.as_str()) {
            ("", now) => format!("{}: {now}", field.name),
            (before, "") => format!("{}: nothing any more, before: {before}", field.name),
            (before, now) => format!("{}: {now}; before: {before}", field.name),
        })
        .collect();
    if !fields.is_empty() {
        sheet.put("", listed(&fields), Tone::Quiet, None);
    }
}
