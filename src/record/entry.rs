//! An entry of the analytical chronology: one event, told by one or more sources.
//!
//! What a source said stands in an [`Account`] and is never rewritten by joining or splitting. What the team makes of
//! the event (impact, links, action, the family's view) stands in the [`Entry`]. Fields follow inventory groups
//! S1H (sources), S1I (quality), S1J (significance) and S1K (colour), handbook p22.

use super::choices::choices;
use super::fields::{Shape, Unread, Value, WrittenText, all_of};
use super::fuzzy_date::DateProblem;
use super::fuzzy_date::FuzzyDate;
use super::id::{AccountId, RecordId};
use super::lists::all_themes;
use super::table::fields;
use crate::practice::Zone;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How much an entry weighs in the story; the three lengths of the chronology choose by it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Significance {
    /// Kept for completeness.
    Background,
    /// An ordinary entry.
    #[default]
    Ordinary,
    /// A key event.
    Key,
    /// A turning point: stands in the story in one page.
    Turning,
}

choices! { Significance {
    Background "background",
    Ordinary "ordinary",
    Key "key event",
    Turning "turning point",
} }

/// An event in the chronology, with what the team makes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened, as exactly as is known. Taken from the most exact account unless a person chose.
    pub when: FuzzyDate,
    /// What happened, in the team's words; empty while the first account's words serve.
    pub headline: String,
    /// The children whom it concerns.
    pub children: Vec<RecordId>,
    /// Other people involved.
    pub people: Vec<RecordId>,
    /// Who told it, in the order in which the accounts came. Never empty.
    pub accounts: Vec<Account>,
    /// How much it weighs (S1J.1).
    pub significance: Significance,
    /// Likely impact on the child or on people important to the child (S1J.2, S1J.3).
    pub impact: String,
    /// The evidence for that impact (S1J.3).
    pub impact_evidence: String,
    /// How it is linked to difficulties now (S1J.4, S1J.5).
    pub link_now: String,
    /// How it is linked to difficulties in the past (S1J.6).
    pub link_then: String,
    /// What research says about likely harm (S1J.7).
    pub research: String,
    /// What it means: the team's analysis (S1I.1, S1I.3, S1I.4).
    pub analysis: String,
    /// Action taken.
    pub action: String,
    /// Why no action was taken, when none was.
    pub why_no_action: String,
    /// How the family sees this event.
    pub family_view: String,
    /// Themes, by their id in `practice/content/themes.toml` or in the worker's own words.
    pub themes: Vec<String>,
    /// Colour: the zone of the matrix that the event speaks for (S1K).
    pub zone: Option<Zone>,
    /// Other entries that this one is linked to.
    pub linked: Vec<RecordId>,
}

impl Entry {
    /// An entry that says no more than its accounts do, at the most exact date among theirs.
    pub fn told_by(accounts: Vec<Account>, children: Vec<RecordId>) -> Entry {
        Entry {
            when: most_exact(&accounts).unwrap_or_else(|| FuzzyDate::unknown("")),
            headline: String::new(),
            children,
            people: Vec::new(),
            accounts,
            significance: Significance::default(),
            impact: String::new(),
            impact_evidence: String::new(),
            link_now: String::new(),
            link_then: String::new(),
            research: String::new(),
            analysis: String::new(),
            action: String::new(),
            why_no_action: String::new(),
            family_view: String::new(),
            themes: Vec::new(),
            zone: None,
            linked: Vec::new(),
        }
    }
}

impl Entry {
    /// What happened, for one line: the team's headline, else what the first account says.
    pub fn in_short(&self) -> &str {
        match self.accounts.first() {
            Some(account) if self.headline.is_empty() => &account.text,
            _ => &self.headline,
        }
    }

    /// The questions that its imported rows leave, as far as nobody has answered them.
    pub fn open_doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.accounts.iter().flat_map(Account::open_doubts)
    }

    /// Whether nobody has said when it was: it has no day, no row asks for one already, and no answer was given to
    /// what its date says ("not known", or a row's question settled as it stands).
    pub fn lacks_date(&self) -> bool {
        let is_answered = |account: &Account| {
            account.when == self.when
                && account
                    .origin
                    .iter()
                    .flat_map(|origin| &origin.doubts)
                    .any(|doubt| doubt.settled && doubt.kind.asks_for_date())
        };
        self.when.anchor().is_none()
            && !self.when.says_not_known()
            && !self.open_doubts().any(|doubt| doubt.kind.asks_for_date())
            && !self.accounts.iter().any(is_answered)
    }

    /// How many questions are open about it: those of its rows, and its date when it lacks one.
    pub fn open_questions(&self) -> usize {
        self.open_doubts().count() + usize::from(self.lacks_date())
    }
}

impl Account {
    /// The questions that its row leaves, as far as nobody has answered them.
    pub fn open_doubts(&self) -> impl Iterator<Item = &Doubt> {
        let doubts = self.origin.iter().flat_map(|origin| &origin.doubts);
        doubts.filter(|doubt| !doubt.settled)
    }
}

/// The most exact date among accounts; of two that are equally exact, the one with a time of day, then the first.
pub fn most_exact(accounts: &[Account]) -> Option<FuzzyDate> {
    let exactness = |account: &&Account| {
        let when = &account.when;
        let range = when.earliest().zip(when.latest());
        let days = range.map(|(from, to)| to.signed_duration_since(from).num_days());
        (
            days.unwrap_or(i64::MAX),
            when.is_uncertain(),
            when.time().is_none(),
        )
    };
    let best = accounts.iter().min_by_key(exactness);
    best.map(|account| account.when.clone())
}

/// What one source said of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The account's own id; it survives joining and splitting.
    pub id: AccountId,
    /// Who told it ("Police", "Nerys Prosser, told to A Brennock on 05/04/2023").
    pub source: String,
    /// The kind of source, by its id in `practice/content/sources.toml` (S1H); empty when not known.
    pub source_kind: String,
    /// The source's own reference ("MP/2021/0017311").
    pub reference: String,
    /// Who recorded it at the source.
    pub recorded_by: String,
    /// The date that this source gives.
    pub when: FuzzyDate,
    /// The day on which the source or the team came to know it, when that differs from the event.
    pub known_on: Option<NaiveDate>,
    /// What it says, unchanged.
    pub text: String,
    /// What the source itself concluded, unchanged.
    pub analysis: String,
    /// What the source did, unchanged.
    pub action: String,
    /// Further cells of the source's row that have no place of their own: column name and value.
    pub more: Vec<(String, String)>,
    /// Where it was imported from.
    pub origin: Option<Origin>,
}

/// The row of the file from which an account came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The [`Import`](super::Import) record.
    pub import: RecordId,
    /// The file's name without its folder.
    pub file: String,
    /// The record's number in the file; the header is 1 and every record counts.
    pub record: u32,
    /// The physical line on which the record starts; the first line is 1.
    pub line: u32,
    /// What is doubtful about the row.
    pub doubts: Vec<Doubt>,
}

/// A question that an imported row leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Which kind.
    pub kind: DoubtKind,
    /// The question in a sentence.
    pub text: String,
    /// Whether somebody has answered it.
    pub settled: bool,
}

impl Doubt {
    /// An open question.
    pub fn new(kind: DoubtKind, text: impl Into<String>) -> Doubt {
        Doubt {
            kind,
            text: text.into(),
            settled: false,
        }
    }
}

/// Kinds of doubt; the names are part of the import report's contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// The date is empty or cannot be read.
    NoDate,
    /// The date names a day that does not exist.
    NoSuchDay,
    /// The weekday does not fit the date.
    WeekdayDoesNotFit,
    /// The date is later than the day of the import.
    InTheFuture,
    /// The date is before the child was born.
    BeforeBirth,
    /// The date is after the person died.
    AfterDeath,
    /// The row has more cells than the header.
    TooManyCells,
    /// The row has fewer cells than the header.
    TooFewCells,
    /// No child of the case could be told from the row.
    WhichChild,
    /// The date is far from the rows around it.
    OutOfOrder,
    /// Letters could not be read in the file's encoding.
    Unreadable,
}

impl From<&DateProblem> for DoubtKind {
    fn from(problem: &DateProblem) -> DoubtKind {
        match problem {
            DateProblem::NoSuchDay { .. } => DoubtKind::NoSuchDay,
            DateProblem::WeekdayDoesNotFit { .. } => DoubtKind::WeekdayDoesNotFit,
            DateProblem::Empty
            | DateProblem::EndsBeforeItBegins { .. }
            | DateProblem::NotADate { .. } => DoubtKind::NoDate,
        }
    }
}

impl DoubtKind {
    /// Whether it asks on which day it was, because what is written gives none.
    pub fn asks_for_date(self) -> bool {
        matches!(
            self,
            DoubtKind::NoDate | DoubtKind::NoSuchDay | DoubtKind::WeekdayDoesNotFit
        )
    }
}

/// Every account, each word under the name of its part.
fn accounts_in_words(entry: &Entry) -> Value<'_> {
    let told = entry.accounts.iter().flat_map(|account| {
        let own = [
            ("what happened", &account.text),
            ("source", &account.source),
            ("reference", &account.reference),
            ("recorded by", &account.recorded_by),
            ("source's analysis", &account.analysis),
            ("source's action", &account.action),
        ];
        let own = own.into_iter().map(|(name, text)| (name, text.as_str()));
        let more = account
            .more
            .iter()
            .map(|(_, text)| ("further", text.as_str()));
        own.chain([("date as written", account.when.written())])
            .chain(more)
    });
    let told = told.filter(|(_, text)| !text.is_empty());
    Value::Labelled(told.map(|(name, text)| (name, text.into())).collect())
}

/// What sources said is never rewritten by a field: joining, splitting and the form of an entry keep accounts.
fn leave_accounts(_: &mut Entry, _: &WrittenText<'_>) -> Result<(), Unread> {
    Ok(())
}

/// The questions that imported rows leave open.
fn open_questions(entry: &Entry) -> Value<'_> {
    let open = entry
        .open_doubts()
        .map(|doubt| ("", doubt.text.as_str().into()));
    Value::Labelled(open.collect())
}

fields! { Entry {
    when: Shape::Date, [When];
    headline: Shape::Line;
    children: Shape::Children, [About];
    people: Shape::Adults;
    accounts by accounts_in_words, leave_accounts: Shape::Kept;
    significance: Shape::One(all_of::<Significance>);
    impact: Shape::Long;
    impact_evidence: Shape::Long;
    link_now: Shape::Long;
    link_then: Shape::Long;
    research: Shape::Long;
    analysis: Shape::Long;
    action: Shape::Long;
    why_no_action: Shape::Long;
    family_view: Shape::Long;
    themes: Shape::Several(all_themes);
    zone: Shape::OneOr("none", all_of::<Zone>);
    linked: Shape::Entries;
    open_questions by open_questions, leave_accounts: Shape::Kept;
} }
