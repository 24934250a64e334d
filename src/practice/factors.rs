//! Factors of Table 4 and Annex One, the five critical questions, and what stands together, from `content/factors.toml`.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Whether a factor speaks of harm or of safety.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Associated with future harm.
    Risk,
    /// Associated with safety.
    Protective,
}

impl Polarity {
    /// The letter that stands for it in a table.
    pub fn letter(self) -> char {
        match self {
            Polarity::Risk => 'R',
            Polarity::Protective => 'P',
        }
    }

    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Polarity::Risk => "risk",
            Polarity::Protective => "protective",
        }
    }
}

/// Of whom a factor is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedOf {
    /// Each child.
    Child,
    /// Each parent, and whoever is assessed as a carer.
    Parent,
    /// The parents together.
    Together,
    /// The family.
    Family,
}

/// What must stand behind a factor before it can be called present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// A diagnosis.
    Diagnosis,
    /// Somebody trained to see it, who saw and recorded it.
    Observer,
}

/// A part of life under which factors stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Never changes.
    pub id: String,
    /// Shown.
    pub name: String,
    /// Whether it speaks of the services, and so stands apart from what is said of the family.
    #[serde(default)]
    pub apart: bool,
}

/// The factor that speaks of the matrix's capacity for actual change.
pub const CAPACITY: &str = "capacity-for-change";

/// A factor (handbook p26-28 and p49-55, inventory S2D to S2F).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Stored in findings; never changes.
    pub id: String,
    /// The ids of the domains under which it stands; one factor stands under two.
    pub domains: Vec<String>,
    /// Harm or safety.
    pub polarity: Polarity,
    /// The title in the table.
    pub name: String,
    /// Its other titles.
    #[serde(default)]
    pub also: Vec<String>,
    /// Marked in Table 4 as most strongly associated with harm.
    #[serde(default)]
    pub strongest: bool,
    /// Whether the handbook says what it means.
    #[serde(default = "yes")]
    pub defined: bool,
    /// Whether only Annex One names it.
    #[serde(default)]
    pub annex_only: bool,
    /// Of whom it is asked.
    pub of: Vec<AskedOf>,
    /// What it means.
    pub means: String,
    /// What counts as evidence.
    pub evidence: String,
    /// What to take care with.
    #[serde(default)]
    pub caveat: String,
    /// What research says of it.
    #[serde(default)]
    pub research: String,
    /// Not to be said of a child younger than this.
    pub not_under_months: Option<u32>,
    /// Only to be said of a child younger than this.
    pub only_under_months: Option<u32>,
    /// Whether the age is a suggestion that a team may change.
    #[serde(default)]
    pub suggested_age: bool,
    /// What must stand behind it.
    pub needs: Option<Needs>,
    /// Whether it cannot be called present at all without its diagnosis.
    #[serde(default)]
    pub never_without_diagnosis: bool,
    /// Whether "not known" with linked entries is shown as present until somebody has asked.
    #[serde(default)]
    pub present_by_default: bool,
    /// The ids of factors that cannot well be present beside it.
    #[serde(default)]
    pub contradicts: Vec<String>,
    /// The ids of factors of which it may tell the same fact twice.
    #[serde(default)]
    pub overlaps: Vec<String>,
    /// The ids of factors of which one must be recorded for it to make sense.
    #[serde(default)]
    pub only_with: Vec<String>,
    /// The pages of the handbook.
    #[serde(default)]
    pub page: String,
}

fn yes() -> bool {
    true
}

impl Factor {
    /// Whether it stands under this domain.
    pub fn is_in(&self, domain: &str) -> bool {
        self.domains.iter().any(|id| id == domain)
    }

    /// Whether the two cannot well be present beside each other, whichever of them says so.
    pub fn contradicts(&self, other: &Factor) -> bool {
        self.contradicts.contains(&other.id) || other.contradicts.contains(&self.id)
    }
}

/// One of the five critical questions of a risk.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Critical {
    /// Never changes.
    pub id: String,
    /// Shown.
    pub name: String,
    /// The question.
    pub asks: String,
    /// Its answers.
    pub choices: Vec<Answer>,
}

impl Critical {
    /// An answer in words, by its id; an answer in own words is its own name.
    pub fn answer<'a>(&'a self, id: &'a str) -> &'a str {
        let known = self.choices.iter().find(|choice| choice.id == id);
        known.map_or(id, |choice| &choice.name)
    }
}

/// An answer to a critical question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Stored in findings; never changes.
    pub id: String,
    /// Shown.
    pub name: String,
}

/// Factors that are worth seeing together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// Never changes.
    pub id: String,
    /// Shown.
    pub name: String,
    /// Why they are worth seeing together.
    pub means: String,
    /// Their ids.
    pub factors: Vec<String>,
}

/// Words by which evidence is read for a diagnosis, folded to lower case without accents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// Words close to "diagnosed" that say that it was not, or not by somebody who can.
    pub denied: Vec<String>,
    /// Illnesses, or the beginnings of their names.
    pub illness: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    page: String,
    diagnosis: Diagnosis,
    domain: Vec<Domain>,
    factor: Vec<Factor>,
    question: Vec<Critical>,
    cluster: Vec<Cluster>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    let mut file: File = toml::from_str(include_str!("content/factors.toml")).unwrap_or_default();
    for factor in &mut file.factor {
        if factor.page.is_empty() {
            factor.page.clone_from(&file.page);
        }
    }
    file
});

/// The domains, in the order of the table.
pub fn domains() -> &'static [Domain] {
    &FILE.domain
}

/// All factors, in the order of the table.
pub fn factors() -> &'static [Factor] {
    &FILE.factor
}

/// A factor by its id.
pub fn factor(id: &str) -> Option<&'static Factor> {
    factors().iter().find(|factor| factor.id == id)
}

/// The factor that goes by this title, whatever its capitals.
pub fn factor_named(title: &str) -> Option<&'static Factor> {
    let title = title.trim().to_lowercase();
    factors().iter().find(|factor| {
        let mut titles = factor.also.iter().chain([&factor.name]);
        titles.any(|known| known.to_lowercase() == title)
    })
}

/// The name of a factor by its id; an id that is not known is its own name.
pub fn factor_name(id: &str) -> &str {
    factor(id).map_or(id, |factor| &factor.name)
}

/// The five critical questions.
pub fn critical_questions() -> &'static [Critical] {
    &FILE.question
}

/// Words by which evidence is read for a diagnosis.
pub fn diagnosis() -> &'static Diagnosis {
    &FILE.diagnosis
}

/// What stands together.
pub fn clusters() -> &'static [Cluster] {
    &FILE.cluster
}

#[cfg(test)]
mod tests;
