//! A reading as JSON: words in any case, dates as 2026-11-23; what is left out, null or "not_known" is not known.

use super::told::Told;
use crate::practice::matrix::{
    Capacity, Levels, Lives, Reading, Resilience, RiskStatus, Standing, Wishes, Zone, classify,
    indicate,
};
use chrono::NaiveDate;
use serde::de::value::{Error as NotAWord, StringDeserializer};
use serde::de::{DeserializeOwned, Error, IntoDeserializer};
use serde::{Deserialize, Deserializer};

/// Where a child stands and what was read, or which cells of the matrix describe the child at first.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    #[serde(deserialize_with = "zone")]
    zone: Option<Zone>,
    #[serde(deserialize_with = "day")]
    since: Option<NaiveDate>,
    months: Option<u32>,
    #[serde(deserialize_with = "word")]
    lives: Option<Lives>,
    #[serde(deserialize_with = "day")]
    returned: Option<NaiveDate>,
    earlier_capacity_counts: bool,
    #[serde(deserialize_with = "word")]
    resilience: Option<Resilience>,
    #[serde(deserialize_with = "word")]
    risk: Option<RiskStatus>,
    #[serde(deserialize_with = "capacity")]
    capacity: Option<Capacity>,
    positive_change: Option<bool>,
    #[serde(deserialize_with = "word")]
    wishes: Option<Wishes>,
    levels: Option<AskedLevels>,
    #[serde(deserialize_with = "day")]
    today: Option<NaiveDate>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct AskedLevels {
    #[serde(deserialize_with = "zone")]
    resilience: Option<Zone>,
    #[serde(deserialize_with = "zone")]
    risk: Option<Zone>,
    #[serde(deserialize_with = "zone")]
    welfare: Option<Zone>,
}

impl Asked {
    /// The indication, counted from the day in it, else from `today`.
    ///
    /// # Errors
    /// What is wrong, in words, when it can be neither a reading nor a first classification.
    pub fn indicated(self, today: NaiveDate) -> Result<Told, String> {
        let today = self.today.unwrap_or(today);
        if self.months == Some(0) {
            return Err("an agreed period has at least one month".to_owned());
        }
        match (self.zone, self.levels) {
            (Some(zone), None) => {
                let reading = Reading {
                    resilience: self.resilience,
                    risk: self.risk,
                    capacity: self.capacity,
                    positive_change: self.positive_change,
                    wishes: self.wishes,
                };
                let usual = Standing::new(zone, self.since);
                let standing = Standing {
                    months: self.months.unwrap_or(usual.months),
                    lives: self.lives,
                    returned: self.returned,
                    earlier_capacity_counts: self.earlier_capacity_counts,
                    ..usual
                };
                Ok(Told::of(indicate(&standing, &reading, today), today))
            }
            (None, Some(levels)) => {
                let levels = Levels {
                    resilience: levels.resilience,
                    risk: levels.risk,
                    welfare: levels.welfare,
                };
                Ok(Told::of_first(classify(&levels, self.capacity), today))
            }
            (Some(_), Some(_)) => {
                Err("it has a zone and also levels, which are for a first classification".into())
            }
            (None, None) => {
                Err("it has neither the zone the child is in nor levels for a first one".into())
            }
        }
    }
}

/// A word as the names are written, without its capitals; none for what is not known.
fn folded(word: Option<String>) -> Option<String> {
    let word = word?.trim().to_lowercase().replace([' ', '-'], "_");
    Some(word).filter(|word| word != "not_known")
}

fn word<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let Some(word) = folded(Option::deserialize(deserializer)?) else {
        return Ok(None);
    };
    let name: StringDeserializer<NotAWord> = word.into_deserializer();
    T::deserialize(name).map(Some).map_err(D::Error::custom)
}

fn zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Zone>, D::Error> {
    let Some(word) = folded(Option::deserialize(deserializer)?) else {
        return Ok(None);
    };
    let zone = Zone::from_word(&word);
    let unknown = || D::Error::custom("a zone is green, yellow, orange or red");
    zone.map(Some).ok_or_else(unknown)
}

const CAPACITY: &str = "capacity is \"not_shown\", \"shown\" or {\"shown_since\": \"2026-11-23\"}";

#[derive(Deserialize)]
#[serde(untagged)]
enum AskedCapacity {
    Word(String),
    Since(ShownSince),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShownSince {
    shown_since: Option<NaiveDate>,
}

fn capacity<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Capacity>, D::Error> {
    let unknown = |_| D::Error::custom(CAPACITY);
    match Option::deserialize(deserializer).map_err(unknown)? {
        None => Ok(None),
        Some(AskedCapacity::Since(since)) => Ok(Some(Capacity::Shown(since.shown_since))),
        Some(AskedCapacity::Word(word)) => match folded(Some(word)).as_deref() {
            None => Ok(None),
            Some("not_shown") => Ok(Some(Capacity::NotShown)),
            Some("shown") => Ok(Some(Capacity::Shown(None))),
            Some(_) => Err(D::Error::custom(CAPACITY)),
        },
    }
}

/// A day; the words of a date library say little to whoever mistyped one.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let Some(text): Option<String> = Option::deserialize(deserializer)? else {
        return Ok(None);
    };
    let unknown = |_| D::Error::custom("a day is written as 2026-11-23");
    NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .map(Some)
        .map_err(unknown)
}
