//! One row turned into an account of an entry, with what is doubtful about it; no word of it is lost.

use super::concerned::{Concerned, concerned};
use super::fitting::{self, fitted};
use super::mapping::fingerprint;
use super::open_file::OpenFile;
use super::table::TableRow;
use super::who::PeopleByName;
use crate::insight::folding::folded;
use crate::insight::outside_life::outside_life;
use crate::practice::columns::{Role, cell_words};
use crate::practice::relations::relation_of;
use crate::practice::source_kind_of;
use crate::record::{
    Account, CaseFile, DateOrder, DateProblem, Doubt, DoubtKind, Entry, FuzzyDate, Mint, Origin,
    RecordId, SetAside,
};
use chrono::NaiveDate;

/// What a row turned out to be.
pub enum ReadRow {
    /// An account, in an entry of its own.
    Told(Box<Entry>),
    /// Nothing that belongs into a chronology.
    Aside(SetAside),
}

/// Reads the rows of one file.
pub struct RowReader<'a> {
    pub file: &'a OpenFile,
    pub people: &'a CaseFile,
    /// The people by their names.
    pub who: &'a mut PeopleByName,
    /// The import to which the accounts belong.
    pub import: RecordId,
    pub today: NaiveDate,
}

impl RowReader<'_> {
    pub fn read(&mut self, row: TableRow, mint: &mut Mint) -> ReadRow {
        if let Some(why) = self.stays_out(&row) {
            let TableRow {
                record,
                line,
                cells,
                ..
            } = row;
            return ReadRow::Aside(SetAside {
                record,
                line,
                why: why.to_owned(),
                cells,
            });
        }
        let mut doubts = Vec::new();
        let TableRow {
            record,
            line,
            place,
            cells,
        } = row;
        let cells = self.fitted(cells, &mut doubts);
        let cell = |role: Role| {
            let place = self.file.columns.place(role);
            place
                .and_then(|place| cells.get(place))
                .map_or("", |cell| cell.trim())
        };
        let (when, raw_date) = self.date(cell(Role::Date), cell(Role::Time), &mut doubts);
        let (child_cell, people_cell) =
            (cell(Role::Child).to_owned(), cell(Role::People).to_owned());
        let (source_cell, text) = (cell(Role::Source).to_owned(), cell(Role::Text).to_owned());
        let known_cell = cell(Role::KnownOn).to_owned();
        let (analysis, action) = (
            cell(Role::Analysis).to_owned(),
            cell(Role::Action).to_owned(),
        );
        let (reference, recorded_by) = (
            cell(Role::Reference).to_owned(),
            cell(Role::RecordedBy).to_owned(),
        );
        let concerned = concerned(
            self.who,
            &child_cell,
            &people_cell,
            &text,
            &when,
            &mut doubts,
        );
        self.check_life(&when, &concerned, &mut doubts);
        if self.has_odd_letters(&place) {
            doubts.push(Doubt::new(
                DoubtKind::Unreadable,
                format!(
                    "Some letters do not fit {}. Check the names and signs in this row.",
                    self.file.decoded.encoding
                ),
            ));
        }
        let (source, source_kind) = if source_cell.is_empty() {
            (self.file.source.clone(), self.file.source_kind.clone())
        } else {
            let kind = self.kind_of(&source_cell);
            (source_cell, kind)
        };
        let known_on = self
            .known_on(&known_cell, &source)
            .filter(|day| Some(*day) != when.exact_day());
        let mut more = self.more(&cells, concerned.in_words);
        more.extend(raw_date.map(|raw| ("Date as written".to_owned(), raw)));
        let account = Account {
            id: mint.next_id(),
            source,
            source_kind,
            reference,
            recorded_by,
            when,
            known_on,
            text,
            analysis,
            action,
            more,
            origin: Some(Origin {
                import: self.import,
                file: self.file.name.clone(),
                record,
                line,
                doubts,
            }),
        };
        let mut entry = Entry::told_by(vec![account], concerned.children);
        entry.people = concerned.people;
        ReadRow::Told(Box::new(entry))
    }

    /// The kind of a source: by its own words, by who it is when somebody of the family tells it, else the file's.
    fn kind_of(&self, source: &str) -> String {
        if let Some(kind) = source_kind_of(&folded(source)) {
            return kind.id.clone();
        }
        let name = source.split(['(', ',']).next().unwrap_or(source).trim();
        let person = self
            .who
            .one(name)
            .and_then(|id| self.people.people.get(&id));
        let relation = person.and_then(|person| relation_of(&person.body.relation));
        match relation {
            Some("foster-carer") => "home".to_owned(),
            None | Some("advocate") => self.file.source_kind.clone(),
            Some(_) => "family".to_owned(),
        }
    }

    fn stays_out(&self, row: &TableRow) -> Option<&'static str> {
        if row.is_blank() {
            return Some(if row.cells.len() > 1 {
                "Blank row: separators only."
            } else {
                "Blank line."
            });
        }
        let header = &self.file.columns.header;
        let alike =
            |(one, other): (&String, &String)| one.trim().eq_ignore_ascii_case(other.trim());
        // The first cell tells nearly every row apart from the header at little cost.
        let again = row.cells.first().zip(header.first()).is_some_and(alike)
            && fingerprint(&row.cells) == fingerprint(header);
        again.then_some("The header again.")
    }

    fn fitted(&self, cells: Vec<String>, doubts: &mut Vec<Doubt>) -> Vec<String> {
        let columns = &self.file.columns;
        let free = [Role::Text, Role::Action, Role::Analysis];
        let last = columns.width.saturating_sub(1);
        let is_free = |place: usize| free.iter().any(|role| columns.place(*role) == Some(place));
        let open = match is_free(last) {
            true => last,
            false => columns.place(Role::Text).unwrap_or(last),
        };
        let (cells, asked) = fitted(
            cells,
            &fitting::RowShape {
                width: columns.width,
                open,
                name: &columns.name(open),
                separator: self.file.separator,
            },
        );
        doubts.extend(asked);
        cells
    }

    /// The date, and the words of the cell when they are not shown as they stand.
    fn date(&self, cell: &str, time: &str, doubts: &mut Vec<Doubt>) -> (FuzzyDate, Option<String>) {
        let columns = &self.file.columns;
        let read = |text: &str, order| FuzzyDate::from_record(text, self.today, order);
        let date = match read(cell, columns.order) {
            Ok(date) => date,
            Err(problem) => {
                if let DateProblem::WeekdayDoesNotFit { date, .. } = problem
                    && date > self.today
                {
                    let text = format!(
                        "{} has not come yet. Is the year right?",
                        date.format("%-d %B %Y")
                    );
                    doubts.push(Doubt::new(DoubtKind::InTheFuture, text));
                }
                doubts.insert(
                    0,
                    Doubt::new(DoubtKind::from(&problem), problem.to_string()),
                );
                return (FuzzyDate::unknown(cell), None);
            }
        };
        if columns.months_may_stand_first
            && let Ok(turned) = read(cell, DateOrder::MonthFirst)
            && turned.reading() != date.reading()
        {
            let day = |date: &FuzzyDate| {
                date.exact_day()
                    .map(|day| day.format("%-d %B %Y").to_string())
                    .unwrap_or_default()
            };
            doubts.push(Doubt::new(
                DoubtKind::NoDate,
                format!(
                    "\"{cell}\" may be {} or {}: other dates of this file have the month first. If all have, say month-first = true in the mapping.",
                    day(&date), day(&turned)
                ),
            ));
            return (FuzzyDate::unknown(cell), None);
        }
        if date.reading() == crate::record::Reading::Unknown {
            doubts.push(Doubt::new(
                DoubtKind::NoDate,
                "The source gives no date. Does anybody know when it was?".to_owned(),
            ));
        }
        let raw = (date.written() != cell).then(|| cell.to_owned());
        let timed = (date.time().is_none() && !time.is_empty())
            .then(|| read(&format!("{cell} {time}"), columns.order));
        let time = timed.and_then(Result::ok).and_then(|timed| timed.time());
        match time {
            None => (date, raw),
            time => (
                FuzzyDate::new(date.written(), date.reading(), time, date.is_uncertain()),
                raw,
            ),
        }
    }

    fn check_life(&self, when: &FuzzyDate, concerned: &Concerned, doubts: &mut Vec<Doubt>) {
        let named = concerned
            .by_name
            .iter()
            .filter_map(|id| self.people.people.get(id));
        let named = named.map(|person| (person.id(), &person.body));
        for outside in outside_life(when, named, self.today) {
            doubts.push(Doubt::new(outside.kind, outside.text));
        }
    }

    fn has_odd_letters(&self, place: &std::ops::Range<usize>) -> bool {
        let odd = &self.file.decoded.doubtful;
        let first = odd.partition_point(|at| *at < place.start);
        odd.get(first).is_some_and(|at| *at < place.end)
    }

    /// The day on which it was told: in a column of its own, or in the source's words ("told to … on 05/04/2023").
    fn known_on(&self, cell: &str, source: &str) -> Option<NaiveDate> {
        let read = |text: &str| {
            let text = text.trim_matches([' ', '.', ')', '(', ',']);
            let date = FuzzyDate::from_record(text, self.today, self.file.columns.order).ok()?;
            date.exact_day()
        };
        if !cell.is_empty() {
            return read(cell);
        }
        let source = folded(source);
        let told = cell_words()
            .told_later
            .iter()
            .find_map(|words| source.split_once(words.as_str()))?;
        read(told.1.rsplit_once(" on ")?.1)
    }

    /// Cells that have no place of their own, by the names of their columns.
    fn more(&self, cells: &[String], in_words: bool) -> Vec<(String, String)> {
        let kept = |place: usize| {
            let role = self
                .file
                .columns
                .places
                .iter()
                .find(|(_, taken)| **taken == place)
                .map(|(role, _)| *role);
            match role {
                None | Some(Role::More | Role::People | Role::Time | Role::KnownOn) => true,
                Some(Role::Child) => in_words,
                Some(_) => false,
            }
        };
        let filled = cells
            .iter()
            .enumerate()
            .filter(|(place, cell)| !cell.trim().is_empty() && kept(*place));
        filled
            .map(|(place, cell)| (self.file.columns.name(place), cell.trim().to_owned()))
            .collect()
    }
}
