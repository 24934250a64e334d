//! Which column is which: by the mapping that a person keeps, else by the header's words, else by what stands in the cells.

use super::fault::ImportFault;
use super::mapping::{FileMapping, fingerprint};
use super::table::{TableRow, column_name};
use super::who::PeopleByName;
use crate::practice::columns::{Fit, Role, role_of_header};
use crate::record::{DateOrder, DateProblem, FuzzyDate};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many rows are looked at.
const SAMPLE: usize = 200;

/// The columns of a file.
#[derive(Clone, Debug)]
pub struct ChronologyColumns {
    /// The header's cells; empty when the file has none.
    pub header: Vec<String>,
    /// How many cells a row has.
    pub width: usize,
    /// The place of each role's column.
    pub places: BTreeMap<Role, usize>,
    /// The order of day and month.
    pub order: DateOrder,
    /// The dates can be read either way round, and those that cannot have the month first: none is guessed.
    pub months_may_stand_first: bool,
}

impl ChronologyColumns {
    /// The place of a role's column.
    pub fn place(&self, role: Role) -> Option<usize> {
        self.places.get(&role).copied()
    }

    /// What a column is called; one without a name goes by its place.
    pub fn name(&self, place: usize) -> String {
        column_name(&self.header, place)
    }

    /// The columns as a mapping that can be kept and corrected.
    pub fn mapping(&self, source: &str) -> FileMapping {
        FileMapping {
            header: self.header.clone(),
            source: source.to_owned(),
            month_first: self.order == DateOrder::MonthFirst,
            columns: self
                .places
                .iter()
                .map(|(role, place)| (*role, self.name(*place)))
                .collect(),
        }
    }

    /// By the mapping that a person keeps.
    pub fn by_mapping(
        file: &str,
        header: &[String],
        mapping: &FileMapping,
    ) -> Result<ChronologyColumns, ImportFault> {
        let mut columns = ChronologyColumns {
            header: header.to_vec(),
            width: header.len(),
            places: BTreeMap::new(),
            order: mapping.date_order(),
            months_may_stand_first: false,
        };
        let names: Vec<String> = (0..header.len()).map(|place| columns.name(place)).collect();
        let names = fingerprint(&names);
        for (role, column) in &mapping.columns {
            let wanted = column.trim().to_lowercase();
            let Some(place) = names.iter().position(|name| *name == wanted) else {
                let (file, column, columns) = (file.to_owned(), column.clone(), listed(header));
                return Err(ImportFault::NoSuchColumn {
                    file,
                    column,
                    columns,
                });
            };
            columns.places.insert(*role, place);
        }
        columns.must_have(file)?;
        Ok(columns)
    }

    /// By the header's words and the rows under it.
    pub fn by_looking(
        file: &str,
        header: &[String],
        rows: &[TableRow],
        who: &mut PeopleByName,
        today: NaiveDate,
    ) -> Result<ChronologyColumns, ImportFault> {
        let rows: Vec<&TableRow> = rows
            .iter()
            .filter(|row| !row.is_blank())
            .take(SAMPLE)
            .collect();
        let width = header.len().max(if header.is_empty() {
            usual_width(&rows)
        } else {
            0
        });
        let looks: Vec<ColumnProfile> = (0..width)
            .map(|place| ColumnProfile::at(header, &rows, place, who, today))
            .collect();
        let mut columns = ChronologyColumns {
            header: header.to_vec(),
            width,
            places: BTreeMap::new(),
            order: DateOrder::DayFirst,
            months_may_stand_first: false,
        };
        columns.find_date(file, &looks)?;
        let named = [
            Role::Time,
            Role::KnownOn,
            Role::Child,
            Role::People,
            Role::Source,
            Role::Text,
            Role::Analysis,
            Role::Action,
            Role::Reference,
            Role::RecordedBy,
        ];
        for role in named {
            let free = looks
                .iter()
                .enumerate()
                .filter(|(place, _)| !columns.places.values().any(|taken| taken == place));
            let fits =
                free.filter_map(|(place, look)| Some((look.fit(role)?, std::cmp::Reverse(place))));
            if let Some((_, std::cmp::Reverse(place))) = fits.max() {
                columns.places.insert(role, place);
            }
        }
        columns.find_by_content(&looks);
        columns.must_have(file)?;
        Ok(columns)
    }

    fn find_date(&mut self, file: &str, looks: &[ColumnProfile]) -> Result<(), ImportFault> {
        let score = |look: &ColumnProfile| {
            let word = match look.fit(Role::Date) {
                Some(Fit::Is) => 2,
                Some(Fit::Holds(_)) => 1,
                None => 0,
            };
            // Unknown headers need cells that speak for themselves; a known one only some.
            let least = if word > 0 { 20 } else { 60 };
            let elsewhere = look.role.is_some_and(|(role, _)| role != Role::Date);
            (look.dates >= least && !elsewhere).then_some(word)
        };
        let best = looks.iter().filter_map(score).max();
        let mut found = looks
            .iter()
            .enumerate()
            .filter(|(_, look)| best.is_some() && score(look) == best);
        match (found.next(), found.next()) {
            (None, _) => Ok(()),
            (Some((place, look)), None) => {
                self.places.insert(Role::Date, place);
                self.months_may_stand_first = look.month_first > 0 && look.day_first == 0;
                Ok(())
            }
            (Some((one, _)), Some((other, _))) => {
                let (file, one, other) = (file.to_owned(), self.name(one), self.name(other));
                Err(ImportFault::TwoDateColumns { file, one, other })
            }
        }
    }

    /// Columns that no header names: names of children, then the longest words.
    fn find_by_content(&mut self, looks: &[ColumnProfile]) {
        let free = |columns: &ChronologyColumns| -> Vec<usize> {
            let taken = |place: &usize| columns.places.values().any(|taken| taken == place);
            let unnamed = |place: &usize| looks.get(*place).is_some_and(|look| look.role.is_none());
            (0..looks.len())
                .filter(|place| !taken(place) && unnamed(place))
                .collect()
        };
        let share =
            |place: &usize, of: fn(&ColumnProfile) -> usize| looks.get(*place).map_or(0, of);
        if self.place(Role::Child).is_none() {
            let most = free(self)
                .into_iter()
                .max_by_key(|place| share(place, |look| look.children));
            if let Some(place) = most.filter(|place| share(place, |look| look.children) >= 50) {
                self.places.insert(Role::Child, place);
            }
        }
        if self.place(Role::Text).is_none() {
            let longest = free(self)
                .into_iter()
                .max_by_key(|place| share(place, |look| look.length));
            // Words of a column that is called something else serve when there are no others.
            let other = || {
                self.place(Role::Action)
                    .or_else(|| self.place(Role::Analysis))
            };
            match longest.filter(|place| share(place, |look| look.length) >= 8) {
                Some(place) => {
                    self.places.insert(Role::Text, place);
                }
                None => {
                    if let Some(place) = other() {
                        self.places.retain(|_, taken| *taken != place);
                        self.places.insert(Role::Text, place);
                    }
                }
            }
        }
    }

    fn must_have(&self, file: &str) -> Result<(), ImportFault> {
        let names: Vec<String> = (0..self.width).map(|place| self.name(place)).collect();
        let (file, columns) = (file.to_owned(), listed(&names));
        if self.place(Role::Date).is_none() {
            Err(ImportFault::NoDateColumn { file, columns })
        } else if self.place(Role::Text).is_none() {
            Err(ImportFault::NoTextColumn { file, columns })
        } else {
            Ok(())
        }
    }
}

/// What stands in a column.
struct ColumnProfile {
    role: Option<(Role, Fit)>,
    /// Of a hundred filled cells, how many are dates.
    dates: usize,
    /// Dates that can only have the day first.
    day_first: usize,
    /// Dates that can only have the month first.
    month_first: usize,
    /// Of a hundred filled cells, how many name children of the case.
    children: usize,
    /// Letters in a filled cell, on average.
    length: usize,
}

impl ColumnProfile {
    fn at(
        header: &[String],
        rows: &[&TableRow],
        place: usize,
        who: &mut PeopleByName,
        today: NaiveDate,
    ) -> ColumnProfile {
        let role = header.get(place).and_then(|name| role_of_header(name));
        let cells: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.cells.get(place))
            .map(|cell| cell.trim())
            .collect();
        let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        let (mut dates, mut day_first, mut month_first, mut children, mut letters) =
            (0, 0, 0, 0, 0);
        for cell in &cells {
            letters += cell.len();
            // Long cells are accounts; they are neither dates nor names.
            if cell.len() > 60 {
                continue;
            }
            match FuzzyDate::from_record(cell, today, DateOrder::DayFirst) {
                Ok(date) => {
                    dates += 1;
                    let turned = FuzzyDate::from_record(cell, today, DateOrder::MonthFirst);
                    day_first += usize::from(date.exact_day().is_some() && turned.is_err());
                }
                Err(DateProblem::NoSuchDay {
                    month_first: Some(_),
                    ..
                }) => {
                    dates += 1;
                    month_first += 1;
                }
                Err(DateProblem::NoSuchDay { .. } | DateProblem::WeekdayDoesNotFit { .. }) => {
                    dates += 1
                }
                Err(_) => {
                    let named = who.named(cell);
                    children += usize::from(named.all || !named.children.is_empty());
                }
            }
        }
        let filled = cells.len().max(1);
        ColumnProfile {
            role,
            dates: dates * 100 / filled,
            day_first,
            month_first,
            children: children * 100 / filled,
            length: letters / filled,
        }
    }

    fn fit(&self, role: Role) -> Option<Fit> {
        self.role
            .filter(|(named, _)| *named == role)
            .map(|(_, fit)| fit)
    }
}

fn usual_width(rows: &[&TableRow]) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        *widths.entry(row.cells.len()).or_default() += 1;
    }
    widths
        .into_iter()
        .max_by_key(|(_, rows)| *rows)
        .map_or(0, |(width, _)| width)
}

fn listed(names: &[String]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("\"{}\"", name.trim()))
        .collect();
    names.join(", ")
}
