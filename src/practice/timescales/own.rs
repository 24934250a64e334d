//! A team's own timescales, laid over those of its nation: other limits by id, more rows, more occasions.

use super::{Clock, Limit, OccasionKind, Span, Standing, Timescale, Timescales, Whose};
use crate::practice::nearest::nearest_name;
use serde::Deserialize;
use std::fmt;
use std::ops::Range;
use toml::Spanned;

/// What is wrong with a team's own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, with the nearest right name.
    pub what: String,
}

impl fmt::Display for OwnFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for OwnFault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnFile {
    #[serde(default)]
    timescale: Vec<Spanned<OwnRow>>,
    #[serde(default)]
    occasion: Vec<Spanned<OccasionKind>>,
}

/// A row of a team's file: a known id with what differs, or a new one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnRow {
    id: Spanned<String>,
    limit: Option<Limit>,
    first: Option<Span>,
    name: Option<String>,
    short: Option<String>,
    starts: Option<String>,
    #[serde(default)]
    whose: Whose,
    #[serde(default)]
    after: Vec<Spanned<String>>,
    #[serde(default)]
    met_by: Vec<Spanned<String>>,
    #[serde(default)]
    repeats: bool,
    source: Option<String>,
    check: Option<String>,
}

impl Timescales {
    /// These with a team's own file laid over them.
    ///
    /// # Errors
    /// [`OwnFault`] with the line: no TOML, a row that is not known and not whole, an occasion that there is not, or a
    /// limit that is no length of time.
    pub fn with_own(&self, text: &str) -> Result<Timescales, OwnFault> {
        let line_of = |at: Range<usize>| {
            let before = text.bytes().take(at.start);
            before.filter(|byte| *byte == b'\n').count() + 1
        };
        let file: OwnFile = toml::from_str(text).map_err(|fault| OwnFault {
            line: line_of(fault.span().unwrap_or_default()),
            what: fault.message().to_owned(),
        })?;
        let mut laid = self.clone();
        for own in file.occasion {
            let at = line_of(own.span());
            let own = own.into_inner();
            if laid.occasion(&own.id).is_some() {
                let what = format!("there is an occasion \"{}\" already", own.id);
                return Err(OwnFault { line: at, what });
            }
            laid.occasions.push(own);
        }
        for own in file.timescale {
            let own = own.into_inner();
            let id_at = line_of(own.id.span());
            for occasion in own.after.iter().chain(&own.met_by) {
                laid.must_know(occasion.get_ref())
                    .map_err(|what| OwnFault {
                        line: line_of(occasion.span()),
                        what,
                    })?;
            }
            laid.lay(own)
                .map_err(|what| OwnFault { line: id_at, what })?;
        }
        Ok(laid)
    }

    fn must_know(&self, occasion: &str) -> Result<(), String> {
        if self.occasion(occasion).is_some() {
            return Ok(());
        }
        let near = near(
            occasion,
            self.occasions.iter().map(|known| known.id.as_str()),
        );
        Err(format!("there is no occasion \"{occasion}\"{near}"))
    }

    fn lay(&mut self, own: OwnRow) -> Result<(), String> {
        let id = own.id.get_ref();
        let known = self.rows.iter_mut().find(|row| row.id == *id);
        match known {
            Some(row) => own.lay_over(row),
            None => {
                let near = near(id, self.rows.iter().map(|row| row.id.as_str()));
                let row = own.new_row(&near)?;
                self.rows.push(row);
                Ok(())
            }
        }
    }
}

impl OwnRow {
    /// Takes over what a team sets for a row that is there. What it counts from and what meets it stay as they are.
    fn lay_over(self, row: &mut Timescale) -> Result<(), String> {
        if row.standing == Standing::Handbook {
            return Err(format!(
                "the months of {} are agreed child by child in a decision on the zone, not here",
                row.id
            ));
        }
        let fixed = !self.after.is_empty() || !self.met_by.is_empty() || self.starts.is_some();
        if fixed || self.repeats || self.whose != Whose::Any {
            return Err(format!(
                "of {} a team can set limit, first, name, short, source and check; add a row with an id of your own for \
                 another clock",
                row.id
            ));
        }
        let before = row.limit_in_words();
        if let Some(limit) = self.limit {
            row.limit = limit;
        }
        row.first = self.first.or(row.first);
        let set = |text: &mut String, own: Option<String>| {
            if let Some(own) = own {
                *text = own;
            }
        };
        set(&mut row.name, self.name);
        set(&mut row.short, self.short);
        set(&mut row.source, self.source);
        set(&mut row.check, self.check);
        if row.limit_in_words() != before {
            row.source += &format!("; limit set in timescales.toml (as it comes: {before})");
        }
        Ok(())
    }

    fn new_row(self, near: &str) -> Result<Timescale, String> {
        let id = self.id.into_inner();
        let (Some(name), Some(limit)) = (self.name, self.limit) else {
            return Err(format!(
                "there is no timescale \"{id}\"{near}; a new one needs a name, a limit and the occasions that meet it"
            ));
        };
        if self.met_by.is_empty() || limit == Limit::Event {
            return Err(format!(
                "\"{id}\" needs a length of time as its limit and the occasions that meet it (met_by)"
            ));
        }
        if self.after.is_empty() && self.whose == Whose::Any {
            return Err(format!(
                "nothing says when the clock of \"{id}\" starts: name the occasions (after) or for whom it is (whose)"
            ));
        }
        let plain =
            |names: Vec<Spanned<String>>| names.into_iter().map(Spanned::into_inner).collect();
        Ok(Timescale {
            short: self.short.unwrap_or_else(|| name.clone()),
            starts: self.starts.unwrap_or_default(),
            id,
            name,
            clock: Clock::Occasions,
            whose: self.whose,
            after: plain(self.after),
            status: Vec::new(),
            limit,
            event: String::new(),
            first: self.first,
            first_until: String::new(),
            total: None,
            total_within: None,
            first_day_counts: false,
            repeats: self.repeats,
            commonly: None,
            commonly_words: String::new(),
            met_by: plain(self.met_by),
            meets: String::new(),
            date_rules: Vec::new(),
            source: self
                .source
                .unwrap_or_else(|| "Your team's timescales.toml".to_owned()),
            standing: Standing::Local,
            check: self.check.unwrap_or_default(),
        })
    }
}

/// `; did you mean "…"?`, or nothing when no name is near.
fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest_name(name, known).map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"))
}
