//! Days to columns and back, and the years or months that are written along the top.

use chrono::{Datelike, Months, NaiveDate};

/// A stretch of time, both days included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Stretch {
    /// From the one to the other, whichever is earlier.
    pub fn new(one: NaiveDate, other: NaiveDate) -> Stretch {
        Stretch {
            from: one.min(other),
            to: one.max(other),
        }
    }

    /// So many months, beginning at the first of the month of `from`.
    pub fn of_months(from: NaiveDate, months: u32) -> Stretch {
        let from = from.with_day(1).unwrap_or(from);
        let to = from.checked_add_months(Months::new(months.max(1)));
        Stretch {
            from,
            to: to.and_then(|to| to.pred_opt()).unwrap_or(NaiveDate::MAX),
        }
    }

    /// Whether the day lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    fn days(&self) -> i64 {
        self.to.signed_duration_since(self.from).num_days() + 1
    }
}

/// A stretch over so many columns, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    stretch: Stretch,
    width: usize,
}

/// A name of a year or month over the column in which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The column of its first letter.
    pub column: usize,
    /// "2021", "Mar".
    pub label: String,
}

/// How far ticks may stand apart, in months, the nearest first.
const STEPS: [u32; 7] = [1, 3, 12, 24, 60, 120, 240];

impl Scale {
    /// A stretch over a width; a width of nothing counts as one column.
    pub fn new(stretch: Stretch, width: usize) -> Scale {
        Scale {
            stretch,
            width: width.max(1),
        }
    }

    /// The stretch.
    pub fn stretch(&self) -> Stretch {
        self.stretch
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The column of a day; `None` outside the stretch.
    pub fn column(&self, day: NaiveDate) -> Option<usize> {
        self.stretch.holds(day).then(|| self.clamped(day))
    }

    /// The column of a day, the first or last where it lies outside.
    pub fn clamped(&self, day: NaiveDate) -> usize {
        let days = day.signed_duration_since(self.stretch.from).num_days();
        let days = usize::try_from(days).unwrap_or(0);
        let all = usize::try_from(self.stretch.days()).unwrap_or(1).max(1);
        (days.saturating_mul(self.width) / all).min(self.width - 1)
    }

    /// The names along the top: months, quarters, years or more years, whichever stand close without touching.
    pub fn ticks(&self) -> Vec<Tick> {
        let all = STEPS.iter().map(|step| self.ticks_every(*step));
        let mut sparse = Vec::new();
        for ticks in all {
            let touching = ticks.windows(2).any(|pair| match pair {
                [one, next] => one.column + one.label.len() + 1 > next.column,
                _ => false,
            });
            if !touching {
                return ticks;
            }
            sparse = ticks;
        }
        sparse.truncate(1);
        sparse
    }

    fn ticks_every(&self, months: u32) -> Vec<Tick> {
        let years = i32::try_from(months / 12).unwrap_or(1).max(1);
        let year = self.stretch.from.year();
        let first = NaiveDate::from_ymd_opt(year - year.rem_euclid(years), 1, 1);
        let days = std::iter::successors(first, |day| day.checked_add_months(Months::new(months)));
        let days = days.take_while(|day| *day <= self.stretch.to);
        let ticks = days.filter_map(|day| {
            let label = match day.month() {
                1 => day.format("%Y").to_string(),
                _ => day.format("%b").to_string(),
            };
            let column = self.column(day)?;
            (column + label.len() <= self.width).then_some(Tick { column, label })
        });
        let mut ticks: Vec<Tick> = ticks.collect();
        // A stretch that begins within a year says which year, where there is room for it.
        let room = ticks.first().map_or(self.width, |tick| tick.column);
        let next_column = ticks.get(1).map(|tick| tick.column);
        if months < 12 && room > 4 {
            let label = year.to_string();
            ticks.insert(0, Tick { column: 0, label });
        } else if let Some(first) = ticks.first_mut()
            && months < 12
            && first.label.len() == 3
        {
            let with_year = format!("{} {year}", first.label);
            let end = first.column + with_year.len();
            let next = next_column.unwrap_or(self.width + 1);
            let fits = |end: usize| end < next && end <= self.width;
            let year = year.to_string();
            if fits(end) {
                first.label = with_year;
            } else if fits(first.column + year.len()) {
                first.label = year;
            }
        }
        ticks
    }
}
