//! Why something is due as it is read, and what would meet it.

use super::Due;
use crate::insight::links::records;
use crate::insight::people::short_names;
use crate::insight::spans::ago;
use crate::insight::words::day_in_words;
use crate::page::Page;
use crate::record::CaseFile;
use chrono::NaiveDate;

/// Why something is due, and what would meet it.
pub fn page(file: &CaseFile, due: &Due, today: NaiveDate) -> Page {
    let mut page = Page::titled("Due");
    page.say(&due.what);
    page.fact("For", short_names(file, &due.about));
    if let Some(day) = due.day {
        page.fact("By", format!("{} ({})", day_in_words(day), ago(day, today)));
    }
    page.fact("Why", &due.why);
    page.fact("What would meet it", &due.met_by);
    page.heading("The rule");
    page.say(format!("{} ({})", due.source, due.rule));
    if !due.check.is_empty() {
        page.quiet(format!("Checked: {}", due.check));
    }
    page.links("It is about", &records(file, due.record));
    page
}
