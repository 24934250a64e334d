//! `show CASE gaps`: long stretches of which nothing is told, of the family and of each child.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::gaps::{Gap, child_gaps, family_gaps};
use chrono::NaiveDate;
use serde::Serialize;

/// A gap counts from this many months on.
const MONTHS: u32 = 6;

/// A gap as it is shown.
#[derive(Serialize)]
pub struct GapShown {
    from: NaiveDate,
    /// The first day of which something is told again.
    pub to: NaiveDate,
    days: i64,
}

impl GapShown {
    fn of(gap: Gap) -> GapShown {
        GapShown {
            from: gap.from,
            to: gap.to,
            days: gap.days,
        }
    }

    /// "Gap: nothing is told from 12 Nov 2015 to 21 Sep 2016 (314 days)."
    pub fn in_words(&self) -> String {
        let day = |day: NaiveDate| day.format("%-d %b %Y").to_string();
        format!(
            "Gap: nothing is told from {} to {} ({} days)",
            day(self.from),
            day(self.to),
            self.days
        )
    }
}

/// The family's gaps, in order of time.
pub fn gaps_of(shown: &Shown) -> Vec<GapShown> {
    family_gaps(shown.file, MONTHS, shown.now)
        .into_iter()
        .map(GapShown::of)
        .collect()
}

#[derive(Serialize)]
pub struct Gaps {
    gaps: Vec<GapShown>,
    children: Vec<ChildGaps>,
}

#[derive(Serialize)]
struct ChildGaps {
    name: String,
    gaps: Vec<GapShown>,
}

/// The gaps of a case.
pub fn page(shown: &Shown) -> Gaps {
    let of_child = |child: &crate::record::Record<crate::record::Person>| ChildGaps {
        name: child.body.short_name().to_owned(),
        gaps: child_gaps(shown.file, child.id(), MONTHS, shown.now)
            .into_iter()
            .map(GapShown::of)
            .collect(),
    };
    Gaps {
        gaps: gaps_of(shown),
        children: shown.file.children().into_iter().map(of_child).collect(),
    }
}

impl Page for Gaps {
    fn write(&self, lines: &mut Lines) {
        write("The family", &self.gaps, lines);
        for child in &self.children {
            write(&child.name, &child.gaps, lines);
        }
    }
}

fn write(whose: &str, gaps: &[GapShown], lines: &mut Lines) {
    lines.heading(whose);
    if gaps.is_empty() {
        lines.item(format!("No gap of {MONTHS} months or more."));
    }
    for gap in gaps {
        lines.item(gap.in_words());
    }
}
