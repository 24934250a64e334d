//! When something is due and who says so, from `content/timescales_england.toml`, and what a team lays over it.

mod own;
mod span;
#[cfg(test)]
mod tests;

pub use own::OwnFault;
pub use span::{Span, Unit};

use super::working_days::{Counted, WorkingDays, working_days};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::{LazyLock, OnceLock};

/// A nation whose law counts. Only England's timescales stand here; the others would be files of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    #[default]
    England,
    /// Wales, with its own regulations of 2015.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// Who says that something is due by then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// An Act or regulations.
    Statute,
    /// Statutory guidance.
    Guidance,
    /// A rule of a statutory return.
    DataRule,
    /// The handbook.
    Handbook,
    /// The place or the team.
    #[default]
    Local,
}

impl Standing {
    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            Standing::Statute => "statute",
            Standing::Guidance => "guidance",
            Standing::DataRule => "data rule",
            Standing::Handbook => "handbook",
            Standing::Local => "local",
        }
    }
}

/// For whom something is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// For whomever it concerns.
    #[default]
    Any,
    /// For children who are looked after.
    LookedAfter,
    /// For children with a child protection plan.
    ChildProtection,
    /// For children in need who are neither.
    ChildInNeed,
}

/// Which facts a clock reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// Occasions: from those after which it counts, until those that meet it.
    #[default]
    Occasions,
    /// Visits to looked after children, by placement and order.
    Visits,
    /// Reviews of looked after children, the first, the second and the later ones.
    Reviews,
    /// The plan for permanence, by the second review.
    Permanence,
    /// Orders and powers that end by themselves.
    Orders,
    /// Short breaks.
    ShortBreaks,
    /// Temporary placements.
    Temporary,
    /// Zones of the matrix and other periods of the handbook.
    Zone,
    /// Sessions of supervision.
    Supervision,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Limit {
    /// Within a length of time.
    Within(Span),
    /// By another event.
    Event,
    /// Every place sets its own.
    Local,
}

impl TryFrom<String> for Limit {
    type Error = String;

    fn try_from(text: String) -> Result<Limit, String> {
        match text.as_str() {
            "event" => Ok(Limit::Event),
            "local" => Ok(Limit::Local),
            _ => text.parse().map(Limit::Within),
        }
    }
}

/// A row: something that is due, by when, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timescale {
    /// Kept in calendars; never changes.
    pub id: String,
    /// What is due: "First looked-after review".
    pub name: String,
    /// The same in a word or two: "Review".
    pub short: String,
    /// Which facts the clock reads.
    #[serde(default)]
    pub clock: Clock,
    /// For whom.
    #[serde(default)]
    pub whose: Whose,
    /// When the clock starts, in words.
    pub starts: String,
    /// The occasions after which it counts; none where it counts from the day on which the child came to be `whose`.
    #[serde(default)]
    pub after: Vec<String>,
    /// The legal statuses with which it starts, by their short forms.
    #[serde(default)]
    pub status: Vec<String>,
    /// By when.
    pub limit: Limit,
    /// The event that ends it, in words, where the limit is one.
    #[serde(default)]
    pub event: String,
    /// Another limit that holds first.
    pub first: Option<Span>,
    /// The occasion until which the first limit holds.
    #[serde(default)]
    pub first_until: String,
    /// How much is allowed in all within `total_within`.
    pub total: Option<Span>,
    /// In which time the total counts.
    pub total_within: Option<Span>,
    /// Whether the day on which it starts is the first that counts.
    #[serde(default)]
    pub first_day_counts: bool,
    /// Whether it starts again from what met it.
    #[serde(default)]
    pub repeats: bool,
    /// The limit that a local clock runs by until one is set.
    pub commonly: Option<Span>,
    /// How that limit is said.
    #[serde(default)]
    pub commonly_words: String,
    /// The occasions that meet it.
    #[serde(default)]
    pub met_by: Vec<String>,
    /// What meets it, where that is no occasion.
    #[serde(default)]
    pub meets: String,
    /// The date rules of the matrix that answer to it.
    #[serde(default)]
    pub date_rules: Vec<String>,
    /// Where it comes from.
    pub source: String,
    /// Who says so.
    #[serde(default)]
    pub standing: Standing,
    /// How far it was checked against its source.
    #[serde(default)]
    pub check: String,
}

impl Timescale {
    /// The length of time by which it runs: its limit, or for a local one what is common; `None` where none is set, or
    /// where an event ends it.
    pub fn span(&self) -> Option<Span> {
        match self.limit {
            Limit::Within(span) => Some(span),
            Limit::Local => self.commonly,
            Limit::Event => None,
        }
    }

    /// The limit in words: "20 working days", "local, commonly once a month", "1 week, then 6 weeks".
    pub fn limit_in_words(&self) -> String {
        let limit = match &self.limit {
            Limit::Within(span) => span.to_string(),
            Limit::Event => self.event.clone(),
            Limit::Local if self.commonly_words.is_empty() => "local, not set yet".to_owned(),
            Limit::Local => format!("local, commonly {}", self.commonly_words),
        };
        match self.first {
            Some(first) => format!("{first}, then {limit}"),
            None => limit,
        }
    }

    /// The day by which it is due when its clock starts on a day; `None` where no length of time is set.
    pub fn due_after(&self, start: NaiveDate, calendar: &WorkingDays) -> Option<Counted> {
        let span = self.span()?;
        Some(span.after(start, self.first_day_counts, calendar))
    }
}

/// Something that happens on a day: a visit, a review, a conference.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccasionKind {
    /// Kept in records; never changes.
    pub id: String,
    /// What it is: "looked-after review".
    pub name: String,
    /// The same in a word or two.
    pub short: String,
    /// Whether children are seen at it.
    #[serde(default)]
    pub visit: bool,
}

/// The timescales of a nation, with what a team laid over them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timescales {
    /// Whose law counts.
    pub nation: Nation,
    /// Words by which a placement is meant to last until the child is 18, folded.
    pub long_term_words: Vec<String>,
    /// Words by which a placement is a temporary one, folded.
    pub temporary_words: Vec<String>,
    /// The rows.
    #[serde(rename = "timescale")]
    pub rows: Vec<Timescale>,
    /// What can happen on a day.
    #[serde(rename = "occasion")]
    pub occasions: Vec<OccasionKind>,
}

static ENGLAND: LazyLock<Timescales> = LazyLock::new(|| {
    toml::from_str(include_str!("../content/timescales_england.toml")).unwrap_or_default()
});

static IN_USE: OnceLock<Timescales> = OnceLock::new();

/// The timescales in use: England's, unless others were set at the start.
pub fn timescales() -> &'static Timescales {
    IN_USE.get().unwrap_or_else(|| Timescales::england())
}

/// The name of a visit or formal step; its id where it is not known any more.
pub fn occasion_name(id: &str) -> &str {
    timescales().occasion(id).map_or(id, |kind| &kind.name)
}

impl Timescales {
    /// England's, as they come with the program.
    pub fn england() -> &'static Timescales {
        &ENGLAND
    }

    /// Puts these in use, once, before anything is counted; says whether it was the first time.
    pub fn put_in_use(self) -> bool {
        IN_USE.set(self).is_ok()
    }

    /// A row by its id.
    pub fn row(&self, id: &str) -> Option<&Timescale> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The rows whose clock reads these facts.
    pub fn rows_of(&self, clock: Clock) -> impl Iterator<Item = &Timescale> {
        self.rows.iter().filter(move |row| row.clock == clock)
    }

    /// The row that answers to a date rule of the matrix.
    pub fn row_of_rule(&self, rule: &str) -> Option<&Timescale> {
        let answers = |row: &&Timescale| row.date_rules.iter().any(|own| own == rule);
        self.rows.iter().find(answers)
    }

    /// What can happen on a day, by its id.
    pub fn occasion(&self, id: &str) -> Option<&OccasionKind> {
        self.occasions.iter().find(|occasion| occasion.id == id)
    }

    /// The working days by which these are counted.
    pub fn working_days(&self) -> &'static WorkingDays {
        working_days(self.nation)
    }
}
