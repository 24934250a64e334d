//! A chronology filter as a person types it ("source:police child:kuba from:2021 tablets") and as the screen says it.

use super::filter::ChronologyFilter;
use super::folding::folded;
use super::search::Needle;
use super::words::{day_in_words, listed};
use crate::practice::{Zone, source_kinds, theme_name, themes};
use crate::record::{CaseFile, FuzzyDate, Person, Record, RecordId, Significance};
use chrono::NaiveDate;
use thiserror::Error;

#[cfg(test)]
mod tests;

/// The words that a filter knows, for the line that helps while one is typed.
pub const KNOWS: &str = "source: child: person: theme: zone: from: to: doubts joined key";

/// Why a filter could not be read; the one in use stays.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FilterProblem {
    /// Nobody of this name.
    #[error("Nobody here is called \"{name}\". There are {}.", listed(known))]
    Nobody {
        /// As typed.
        name: String,
        /// Who there is.
        known: Vec<String>,
    },
    /// No theme of this name.
    #[error("No theme is called \"{name}\". Themes here: {}.", listed(known))]
    NoTheme {
        /// As typed.
        name: String,
        /// Themes in use.
        known: Vec<String>,
    },
    /// No such zone.
    #[error("\"{0}\" is no zone. Write green, yellow, orange or red, or their first letters.")]
    NoZone(String),
    /// No such day.
    #[error("{0}")]
    NoDate(String),
    /// The period ends before it begins.
    #[error("The period ends on {}, before it begins on {}.", day_in_words(*to), day_in_words(*from))]
    BackToFront {
        /// Its beginning.
        from: NaiveDate,
        /// Its end.
        to: NaiveDate,
    },
    /// A word before a colon that is not known.
    #[error("\"{0}:\" is not known here. Known are {KNOWS}.")]
    NotKnown(String),
}

/// Reads a filter. Words without a colon are searched for; a value with blanks stands in double quotes.
///
/// # Errors
/// [`FilterProblem`] says which word could not be read and what could be written instead.
pub fn parse(
    text: &str,
    file: &CaseFile,
    today: NaiveDate,
) -> Result<ChronologyFilter, FilterProblem> {
    let mut filter = ChronologyFilter::default();
    let mut words = Vec::new();
    let (mut from, mut to) = (None, None);
    for token in tokens(text) {
        let Some((key, value)) = token.split_once(':').filter(|(key, _)| is_a_word(key)) else {
            match token.to_lowercase().as_str() {
                "doubts" => filter.only_doubts = true,
                "joined" => filter.only_joined = true,
                "key" => filter.at_least = Some(Significance::Key),
                _ => words.push(token),
            }
            continue;
        };
        let value = value.trim_matches(QUOTES).trim();
        match key.to_lowercase().as_str() {
            "source" => filter.source = Some(source(value)),
            "child" => filter.child = Some(somebody(value, file, |person| person.is_child)?),
            "person" => filter.person = Some(somebody(value, file, |_| true)?),
            "theme" => filter.themes.push(theme(value, file)?),
            "zone" => filter.zones.extend(zones(value)?),
            "from" => from = Some(date(value, today)?.0),
            "to" => to = Some(date(value, today)?.1),
            "in" => {
                let (first, last) = date(value, today)?;
                (from, to) = (Some(first), Some(last));
            }
            _ => return Err(FilterProblem::NotKnown(key.to_owned())),
        }
    }
    filter.words = Needle::new(&words.join(" "));
    if from.is_some() || to.is_some() {
        let (from, to) = (from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX));
        if to < from {
            return Err(FilterProblem::BackToFront { from, to });
        }
        filter.period = Some((from, to));
    }
    Ok(filter)
}

/// A filter as it would be typed; reading it gives the same filter again.
pub fn typed(filter: &ChronologyFilter, file: &CaseFile) -> String {
    let quoted = |value: &str| match value.contains(char::is_whitespace) {
        true => format!("\"{value}\""),
        false => value.to_owned(),
    };
    let name = |id: RecordId| {
        file.people
            .get(&id)
            .map_or("", |person| person.body.short_name())
    };
    let mut parts = Vec::new();
    parts.extend(
        filter
            .source
            .iter()
            .map(|source| format!("source:{}", quoted(source))),
    );
    parts.extend(
        filter
            .child
            .map(|child| format!("child:{}", quoted(name(child)))),
    );
    parts.extend(
        filter
            .person
            .map(|person| format!("person:{}", quoted(name(person)))),
    );
    parts.extend(
        filter
            .themes
            .iter()
            .map(|theme| format!("theme:{}", quoted(theme))),
    );
    if !filter.zones.is_empty() {
        parts.push(format!(
            "zone:{}",
            filter
                .zones
                .iter()
                .map(|zone| zone.letter())
                .collect::<String>()
        ));
    }
    if let Some((from, to)) = filter.period {
        let ends = [("from", from, NaiveDate::MIN), ("to", to, NaiveDate::MAX)];
        let ends = ends.iter().filter(|(_, day, open)| day != open);
        parts.extend(ends.map(|(key, day, _)| format!("{key}:{}", day.format("%d/%m/%Y"))));
    }
    let flags = [
        (filter.only_doubts, "doubts"),
        (filter.only_joined, "joined"),
        (filter.at_least.is_some(), "key"),
    ];
    parts.extend(
        flags
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, word)| (*word).to_owned()),
    );
    if !filter.words.is_empty() {
        parts.push(filter.words.typed().to_owned());
    }
    parts.join(" ")
}

/// A filter in words for the screen, one part for each condition; nothing when everything is shown. The child is left
/// out: the screen says beside it whose chronology it is.
pub fn in_words(filter: &ChronologyFilter, file: &CaseFile) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(source) = &filter.source {
        let kind = source_kinds().iter().find(|kind| kind.id == *source);
        parts.push(format!(
            "told by {}",
            kind.map_or(source.as_str(), |kind| &kind.name)
        ));
    }
    let person = filter.person.and_then(|person| file.people.get(&person));
    parts.extend(person.map(|person| format!("about {}", person.body.short_name())));
    let themes: Vec<&str> = filter
        .themes
        .iter()
        .map(|theme| theme_name(theme))
        .collect();
    if !themes.is_empty() {
        parts.push(format!("theme {}", themes.join(" or ")));
    }
    let zones: Vec<&str> = filter.zones.iter().map(|zone| zone.word()).collect();
    if !zones.is_empty() {
        parts.push(format!("zone {}", zones.join(" or ")));
    }
    if let Some((from, to)) = filter.period {
        parts.push(match (from == NaiveDate::MIN, to == NaiveDate::MAX) {
            (true, _) => format!("up to {}", day_in_words(to)),
            (_, true) => format!("from {}", day_in_words(from)),
            _ => format!("{} to {}", day_in_words(from), day_in_words(to)),
        });
    }
    let flags = [
        (filter.only_doubts, "with an open question"),
        (filter.only_joined, "told more than once"),
        (filter.at_least.is_some(), "key events"),
    ];
    parts.extend(
        flags
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, words)| (*words).to_owned()),
    );
    if !filter.words.is_empty() {
        parts.push(format!("words {}", filter.words.typed().trim()));
    }
    parts
}

const QUOTES: [char; 3] = ['"', '“', '”'];

/// Words parted by blanks; blanks within double quotes part nothing.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        quoted ^= QUOTES.contains(&letter);
        match tokens.last_mut() {
            Some(token) if quoted || !letter.is_whitespace() => token.push(letter),
            _ => tokens.push(String::new()),
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

fn is_a_word(key: &str) -> bool {
    !key.is_empty() && key.chars().all(char::is_alphabetic)
}

/// The id of the kind of source of which this is the id or the name, else the words themselves.
fn source(value: &str) -> String {
    let wanted = folded(value);
    let kind = source_kinds()
        .iter()
        .find(|kind| kind.id == wanted || folded(&kind.name) == wanted);
    kind.map_or_else(|| value.to_owned(), |kind| kind.id.clone())
}

fn somebody(
    value: &str,
    file: &CaseFile,
    of_these: impl Fn(&Person) -> bool,
) -> Result<RecordId, FilterProblem> {
    let wanted = folded(value);
    let people = || file.people.values().filter(|person| of_these(&person.body));
    let is = |person: &&Record<Person>, fits: fn(&str, &str) -> bool| {
        let body = &person.body;
        let names = [&body.known_as, &body.name]
            .into_iter()
            .chain(&body.also_written);
        names.into_iter().any(|name| fits(&folded(name), &wanted))
    };
    let whole = people().find(|person| is(person, |name, wanted| name == wanted));
    let word = || {
        people().find(|person| {
            is(person, |name, wanted| {
                !wanted.is_empty() && name.split_whitespace().any(|word| word.starts_with(wanted))
            })
        })
    };
    let found = whole.or_else(word).map(Record::id);
    found.ok_or_else(|| FilterProblem::Nobody {
        name: value.to_owned(),
        known: people()
            .map(|person| person.body.short_name().to_owned())
            .collect(),
    })
}

/// A theme of the list or one that an entry of this case names in the worker's own words.
fn theme(value: &str, file: &CaseFile) -> Result<String, FilterProblem> {
    let wanted = folded(value);
    let listed = themes()
        .iter()
        .map(|theme| (theme.id.clone(), folded(&theme.name)));
    let own = file.entries.values().flat_map(|entry| &entry.body.themes);
    let own = own.map(|theme| (theme.clone(), folded(theme)));
    let known: Vec<(String, String)> = listed.chain(own).collect();
    let exact = known
        .iter()
        .find(|(id, name)| *id == wanted || *name == wanted);
    let part = || {
        known
            .iter()
            .find(|(_, name)| !wanted.is_empty() && name.contains(&wanted))
    };
    let found = exact.or_else(part).map(|(id, _)| id.clone());
    found.ok_or_else(|| FilterProblem::NoTheme {
        name: value.to_owned(),
        known: themes().iter().map(|theme| theme.name.clone()).collect(),
    })
}

/// "orange", "O", "o,r", "OR".
fn zones(value: &str) -> Result<Vec<Zone>, FilterProblem> {
    if let Some(zone) = Zone::from_word(value) {
        return Ok(vec![zone]);
    }
    let parts = value.split([',', '+', '/']).filter(|part| !part.is_empty());
    let words: Option<Vec<Zone>> = parts.map(Zone::from_word).collect();
    let letters = || {
        value
            .chars()
            .map(|letter| Zone::from_word(&letter.to_string()))
            .collect()
    };
    let zones = words
        .or_else(letters)
        .filter(|zones: &Vec<Zone>| !zones.is_empty());
    zones.ok_or_else(|| FilterProblem::NoZone(value.to_owned()))
}

/// The first and the last day that a written date can mean.
fn date(value: &str, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), FilterProblem> {
    let read = FuzzyDate::parse(value, today);
    let date = read.map_err(|problem| FilterProblem::NoDate(problem.to_string()))?;
    let unknown = || FilterProblem::NoDate(format!("\"{value}\" names no time to filter by."));
    let first = date.earliest().or(date.anchor()).ok_or_else(unknown)?;
    let last = date.latest().or(date.anchor()).ok_or_else(unknown)?;
    Ok((first, last))
}
