//! What stands on and beside a symbol: the name or initials with the age in it, dates above, dates on the lines.
//!
//! Square brackets are male, round ones female, question marks where sex is not recorded; doubled for the person that the
//! family is seen from; crossed when somebody died; a triangle for a pregnancy. As McGoldrick has it, in letters.

use super::kin::{Genogram, Kin, KinKind, LineDates, Somebody, Union, UnionState};
use super::layout::{Layout, Place, Stroke};
use crate::insight::ages::Age;
use crate::record::{Arrival, FuzzyDate, Reading, Sex};
use chrono::{Datelike, NaiveDate};

/// How much is written on a symbol.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// Initials.
    Initials,
    /// What people call them, and the age.
    #[default]
    Names,
    /// Full names, and the age.
    FullNames,
}

impl Zoom {
    /// Nearer.
    pub fn nearer(self) -> Zoom {
        match self {
            Zoom::Initials => Zoom::Names,
            Zoom::Names | Zoom::FullNames => Zoom::FullNames,
        }
    }

    /// Further away.
    pub fn further(self) -> Zoom {
        match self {
            Zoom::Initials | Zoom::Names => Zoom::Initials,
            Zoom::FullNames => Zoom::Names,
        }
    }
}

/// Nobody is told to be alive at this age without a word of it.
const OLDEST: u32 = 110;

/// Whether somebody of whom no death is recorded can be alive at an age.
pub fn is_likely(age: Age) -> bool {
    let years = match age {
        Age::Months(months) => months / 12,
        Age::Years(youngest, _) | Age::AtLeast(youngest) => youngest,
        _ => 0,
    };
    years < OLDEST
}

/// How it is written.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    /// How much.
    pub zoom: Zoom,
    /// Whether in ASCII only.
    pub ascii: bool,
    /// The day that ages are told for.
    pub day: NaiveDate,
}

impl Hand {
    fn sign(&self, sign: &'static str, plain: &'static str) -> &'static str {
        if self.ascii { plain } else { sign }
    }

    /// The symbol of somebody with what is written in it.
    pub fn symbol(&self, somebody: &Somebody, is_index: bool) -> String {
        if somebody.id.is_none() {
            return "?".to_owned();
        }
        let name = self.name(somebody);
        let cross = self.sign("✗", "x");
        let triangle = self.sign("△", "/\\");
        match somebody.arrival {
            Arrival::Expected => return format!("{triangle} {name}").trim_end().to_owned(),
            Arrival::Miscarried => {
                return format!("{triangle}{cross} {name}").trim_end().to_owned();
            }
            Arrival::Ended => return format!("{triangle}{cross}- {name}").trim_end().to_owned(),
            Arrival::Stillborn | Arrival::Born => {}
        }
        let (open, close) = match somebody.sex {
            Sex::Male => ("[", "]"),
            Sex::Female => ("(", ")"),
            Sex::Other | Sex::NotKnown => ("?", "?"),
        };
        let (open, close) = match is_index {
            true => (open.repeat(2), close.repeat(2)),
            false => (open.to_owned(), close.to_owned()),
        };
        let inside = match (somebody.arrival, somebody.died.is_some()) {
            (Arrival::Stillborn, _) => format!("{cross} {name}").trim_end().to_owned(),
            (_, true) => format!("{cross}{}", self.with_age(name, somebody)),
            (_, false) => self.with_age(name, somebody),
        };
        format!("{open}{inside}{close}")
    }

    /// The name as it is written at this zoom.
    pub fn name(&self, somebody: &Somebody) -> String {
        match self.zoom {
            Zoom::Names => somebody.short_name.clone(),
            Zoom::FullNames => somebody.name.clone(),
            Zoom::Initials => {
                let letters = somebody
                    .name
                    .split_whitespace()
                    .filter_map(|word| word.chars().next());
                letters
                    .filter(|letter| letter.is_alphanumeric())
                    .take(3)
                    .collect()
            }
        }
    }

    fn with_age(&self, name: String, somebody: &Somebody) -> String {
        match self.age_of(somebody) {
            age if self.zoom == Zoom::Initials || age.is_empty() => name,
            age => format!("{name} {age}"),
        }
    }

    /// The age now, or at death; empty where it is not known.
    pub fn age_of(&self, somebody: &Somebody) -> String {
        let age = somebody
            .born
            .as_ref()
            .and_then(|born| match &somebody.died {
                Some(died) => Age::at(born, died),
                None => Age::on(born, self.day),
            });
        // Of somebody so old nobody wrote down that they died.
        let age = age.filter(|age| somebody.died.is_some() || is_likely(*age));
        age.map_or_else(String::new, |age| self.age(age))
    }

    /// Whole years, months under one.
    fn age(&self, age: Age) -> String {
        match age {
            Age::Months(months) if months >= 12 => (months / 12).to_string(),
            Age::Years(one, other) if one == other => other.to_string(),
            Age::Years(one, other) => format!("{one}{}{other}", self.sign("–", "-")),
            Age::Unborn => String::new(),
            age => age.short(self.ascii),
        }
    }

    /// Birth and death, as they stand above the symbol; two where sources differ.
    pub fn dates(&self, somebody: &Somebody) -> String {
        if self.zoom == Zoom::Initials || somebody.id.is_none() {
            return String::new();
        }
        let all = |date: Option<&FuzzyDate>, elsewhere: &[FuzzyDate]| {
            let mut years: Vec<String> = date.into_iter().chain(elsewhere).map(year).collect();
            years.dedup();
            years.retain(|year| !year.is_empty());
            years.join("/")
        };
        let born = all(somebody.born.as_ref(), &somebody.born_elsewhere);
        let died = all(somebody.died.as_ref(), &somebody.died_elsewhere);
        match (somebody.arrival, born.as_str(), died.as_str()) {
            (Arrival::Expected, "", _) => "due".to_owned(),
            (Arrival::Expected, ..) => match &somebody.born {
                Some(due) => format!("due {}", due.in_short()),
                None => String::new(),
            },
            (_, "", "") => String::new(),
            (_, born, "") => born.to_owned(),
            (_, born, died) => format!("{born}{}{died}", self.sign("–", "-")),
        }
    }

    /// What stands on the line of a union: slashes and years, "m 2010 // d 2019".
    pub fn union(&self, union: &Union) -> String {
        let mut words: Vec<String> = Vec::new();
        let slashes = "/".repeat(union.slashes());
        let mut slashed = slashes.is_empty();
        for (state, dates) in &union.states {
            let letter = match state {
                UnionState::Married => "m",
                UnionState::Together => "LT",
                UnionState::Separated => "s",
                UnionState::Divorced => "d",
                UnionState::CareTogether => continue,
            };
            let parts = matches!(state, UnionState::Separated | UnionState::Divorced);
            if parts && !slashed && (*state == UnionState::Divorced || slashes.len() == 1) {
                words.push(slashes.clone());
                slashed = true;
            }
            let since = dates
                .since
                .as_ref()
                .map(year)
                .filter(|year| !year.is_empty());
            match (since, self.zoom) {
                (_, Zoom::Initials) => {}
                (Some(year), _) => words.push(format!("{letter} {year}")),
                (None, _) if parts => {}
                (None, _) => words.push(letter.to_owned()),
            }
            if let (false, Some(until)) = (parts, &dates.until) {
                if !slashed {
                    words.push(slashes.clone());
                    slashed = true;
                }
                if self.zoom != Zoom::Initials {
                    words.push(year(until));
                }
            }
        }
        if !slashed {
            words.push(slashes);
        }
        words.join(" ")
    }

    /// What stands on the line to a child: "A 2019", "F 2022-24".
    pub fn line(&self, line: &Kin) -> String {
        let letter = match line.kind {
            KinKind::Birth => return String::new(),
            KinKind::Sibling | KinKind::Between => "?",
            KinKind::HalfSibling => self.sign("½", "1/2"),
            KinKind::Adopted => "A",
            KinKind::Step => "step",
            KinKind::Foster => "F",
            KinKind::Kinship => "K",
            KinKind::Care => "care",
        };
        match self.zoom {
            Zoom::Initials => letter.to_owned(),
            _ => format!("{letter} {}", self.years(&line.times))
                .trim_end()
                .to_owned(),
        }
    }

    fn years(&self, times: &[LineDates]) -> String {
        let years = times.iter().map(|time| {
            let since = time.since.as_ref().map(year).unwrap_or_default();
            match time.until.as_ref().map(year) {
                None => since,
                Some(until) if until == since => since,
                Some(until) => format!("{since}{}{until}", self.sign("–", "-")),
            }
        });
        let years: Vec<String> = years.filter(|years| !years.is_empty()).collect();
        years.join(", ")
    }
}

/// The year of a date, with "c" before it where it is only about then; empty where it is not known.
fn year(date: &FuzzyDate) -> String {
    let Some(day) = date.anchor() else {
        return String::new();
    };
    match date.reading() {
        Reading::About(_) => format!("c {}", day.year()),
        Reading::Before(_) => format!("<{}", day.year()),
        Reading::After(_) => format!(">{}", day.year()),
        _ => day.year().to_string(),
    }
}

/// All the words that a drawing has on the lines that come down to somebody: they need room before anything has its place.
pub fn words_above(
    graph: &Genogram,
    person: usize,
    hand: &Hand,
    shown: impl Fn(usize) -> bool,
) -> String {
    let lines = graph.kin.iter().enumerate();
    let lines = lines.filter(|(at, line)| line.child == person && shown(*at));
    let words = lines
        .map(|(_, line)| hand.line(line))
        .filter(|words| !words.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The words on the lines that come down to somebody in a drawing, with their middle: over the line where one has words, else
/// together over the symbol, left to right.
pub fn words_over(layout: &Layout, graph: &Genogram, place: &Place, hand: &Hand) -> (i32, String) {
    let lines = layout.lines.iter().filter_map(|line| match line.stroke {
        Stroke::Child(at) => {
            let kin = graph.kin.get(at).filter(|kin| kin.child == place.person)?;
            Some((line.points.last()?.0, hand.line(kin)))
        }
        _ => None,
    });
    let mut words: Vec<(i32, String)> = lines.filter(|(_, words)| !words.is_empty()).collect();
    words.sort();
    match words.as_slice() {
        [(x, only)] => (*x, only.clone()),
        all => {
            let all: Vec<&str> = all.iter().map(|(_, words)| words.as_str()).collect();
            (place.middle(), all.join(" "))
        }
    }
}
