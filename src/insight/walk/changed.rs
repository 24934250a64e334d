//! What changed since the last supervision, heading by heading.

use super::Seen;
use crate::insight::changes::changes;
use crate::insight::words::day_in_words;
use crate::page::Page;
use crate::practice::attention::attention;
use chrono::{Days, NaiveDate};

/// Everything that was written since the last session; without one, in as many weeks as should pass between two.
pub fn changed(seen: Seen<'_>, page: &mut Page) {
    let Some(revisions) = seen.revisions else {
        page.quiet("Looking through what was written ...");
        return;
    };
    let last = seen.last().and_then(|last| last.body.on.anchor());
    let weeks = attention().supervision_weeks;
    let since = last.unwrap_or_else(|| weeks_ago(seen.today, weeks));
    let found = changes(revisions, since, seen.until);
    let from = day_in_words(since);
    page.say(match last {
        Some(_) => format!("Since the supervision of {from}: {}.", found.summary()),
        None => format!(
            "No supervision is recorded yet. Since {from}, {weeks} weeks ago: {}.",
            found.summary()
        ),
    });
    // What all of it comes to was said already.
    let told = found.section().page();
    page.blocks.extend(told.blocks.into_iter().skip(1));
}

fn weeks_ago(today: NaiveDate, weeks: u32) -> NaiveDate {
    let back = Days::new(u64::from(weeks) * 7);
    today.checked_sub_days(back).unwrap_or(today)
}
