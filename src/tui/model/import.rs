//! Bringing files in: the paths asked for, the files being read, the preview of what would happen.

use super::list::Place;
use crate::exchange::import::report::DuplicateState;
use crate::exchange::import::{ImportReport, RowOutcome, RowPlace};
use crate::record::CaseId;
use crate::tui::command::Scope;
use crate::tui::effect::Planned;
use crate::tui::input::TextField;

/// What is asked, one line each.
pub const FIELDS: [(&str, &str); 7] = [
    (
        "Family",
        "the family's name; a family that is here already is added to",
    ),
    (
        "Chronologies",
        "paths, parted by blanks; quote a path that has blanks; tab completes",
    ),
    (
        "People",
        "a table of people or a GEDCOM file, if there is one",
    ),
    (
        "Placements",
        "a table of where the children lived, if there is one",
    ),
    (
        "Factors",
        "tables of findings about factors, if there are any",
    ),
    ("Zones", "tables of decisions on zones, if there are any"),
    (
        "Goals",
        "tables of goals with their reviews, if there are any",
    ),
];

/// The field of the family's name.
pub const FAMILY: usize = 0;
/// The field of the chronologies.
pub const FILES: usize = 1;
/// The field of the table of people.
pub const PEOPLE: usize = 2;
/// The field of the table of placements.
pub const PLACEMENTS: usize = 3;

/// The field of the tables of factors.
pub const FACTORS: usize = 4;
/// The field of the tables of zones.
pub const ZONES: usize = 5;
/// The field of the tables of goals.
pub const GOALS: usize = 6;

/// How far the import has come.
#[derive(Debug)]
pub enum Stage {
    /// Asking for paths.
    Asking,
    /// The files are being read.
    Reading,
    /// What would happen.
    Preview(Box<Planned>),
}

/// An import that has not been accepted yet.
#[derive(Debug)]
pub struct ImportPane {
    /// The case that it goes into; `None` to find or make it by the family's name.
    pub case: Option<CaseId>,
    /// What is typed.
    pub fields: [TextField; FIELDS.len()],
    /// The field that keys go to.
    pub focus: usize,
    /// The word that was completed last, so that the same key goes on when there is nothing to add.
    pub completed: Option<String>,
    /// Why the files could not be read.
    pub refused: Option<String>,
    /// How far it has come.
    pub stage: Stage,
    /// The lines of the preview.
    pub lines: Vec<Line>,
    /// Where the preview stands.
    pub place: Place,
}

/// A line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What kind of thing it tells, in a word or two.
    pub kind: &'static str,
    /// The file and row, or rows.
    pub place: String,
    /// What will happen and why.
    pub words: String,
    /// The words of the rows themselves.
    pub told: Vec<String>,
}

impl ImportPane {
    /// Asks for the files to bring into a case, or into a family to be named.
    pub fn new(case: Option<(CaseId, String)>) -> ImportPane {
        let name = case.as_ref().map_or("", |(_, name)| name.as_str());
        let focus = if case.is_some() { FILES } else { FAMILY };
        ImportPane {
            fields: [name, "", "", "", "", "", ""].map(TextField::line),
            case: case.map(|(id, _)| id),
            focus,
            completed: None,
            refused: None,
            stage: Stage::Asking,
            lines: Vec::new(),
            place: Place::default(),
        }
    }

    /// Its scopes for keys.
    pub fn scopes(&self) -> Vec<Scope> {
        match self.stage {
            Stage::Asking => vec![Scope::Form, Scope::Everywhere],
            Stage::Reading | Stage::Preview(_) => {
                vec![Scope::Import, Scope::List, Scope::Everywhere]
            }
        }
    }

    /// Whether letters are text.
    pub fn takes_text(&self) -> bool {
        matches!(self.stage, Stage::Asking)
    }

    /// The field that keys go to.
    pub fn line_mut(&mut self) -> &mut TextField {
        let [family, files, people, placements, factors, zones, goals] = &mut self.fields;
        match self.focus {
            FAMILY => family,
            FILES => files,
            PEOPLE => people,
            PLACEMENTS => placements,
            FACTORS => factors,
            ZONES => zones,
            _ => goals,
        }
    }

    /// What stands in a field.
    pub fn typed(&self, field: usize) -> String {
        self.fields
            .get(field)
            .map_or(String::new(), TextField::text)
    }
}

/// The words of a line that are parted by blanks, quoted ones whole.
pub fn paths(typed: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut path = String::new();
    let mut quote = None;
    for letter in typed.chars() {
        match (letter, quote) {
            (letter, Some(open)) if letter == open => quote = None,
            ('"' | '\'', None) => quote = Some(letter),
            (' ', None) => {
                if !path.is_empty() {
                    paths.push(std::mem::take(&mut path));
                }
            }
            (letter, _) => path.push(letter),
        }
    }
    if !path.is_empty() {
        paths.push(path);
    }
    paths
}

/// The lines of the preview: what is doubtful first, then what was joined, what may be one event, where accounts
/// differ, what stays out.
pub fn lines(planned: &Planned) -> Vec<Line> {
    let plan = &planned.plan;
    let report = &plan.report;
    let told = |place: &RowPlace| {
        let row = plan.preview.iter().find(|row| row.place == *place);
        row.map_or(String::new(), |row| {
            format!("{}: {} {}", said(place), row.date, row.text)
        })
    };
    let mut lines = Vec::new();
    for row in &plan.preview {
        for doubt in &row.doubts {
            let becomes = match &row.outcome {
                RowOutcome::Entry(_) => "comes in with this question",
                RowOutcome::Joined(_) => "joins another row, with this question",
                RowOutcome::SetAside(_) => "stays out",
            };
            lines.push(Line {
                kind: "question",
                place: said(&row.place),
                words: format!("{} It {becomes}.", doubt.text),
                told: vec![told(&row.place)],
            });
        }
    }
    let pairs = |state: DuplicateState, kind: &'static str, becomes: &str| -> Vec<Line> {
        let of_state = report.duplicates.iter().filter(|pair| pair.state == state);
        of_state
            .map(|pair| Line {
                kind,
                place: listed(pair.accounts.iter()),
                words: format!("{becomes}: {}", pair.because),
                told: pair.accounts.iter().map(told).collect(),
            })
            .collect()
    };
    lines.extend(pairs(
        DuplicateState::Joined,
        "joined",
        "One event with both accounts, split again with a key",
    ));
    lines.extend(pairs(
        DuplicateState::Offered,
        "one event?",
        "Both come in; you decide",
    ));
    lines.extend(report.contradictions.iter().map(|found| {
        Line {
            kind: "differ",
            place: listed(found.accounts.iter().map(|claim| &claim.place)),
            words: found.text.clone(),
            told: found
                .accounts
                .iter()
                .map(|claim| format!("{} ({}): {}", claim.source, claim.means, claim.quote))
                .collect(),
        }
    }));
    lines.extend(stays_out(report));
    lines
}

fn stays_out(report: &ImportReport) -> impl Iterator<Item = Line> + '_ {
    report.files.iter().flat_map(|file| {
        file.set_aside.iter().map(|row| Line {
            kind: "stays out",
            place: said(&RowPlace {
                file: file.file.clone(),
                record: row.record,
                line: row.line,
            }),
            words: row.why.clone(),
            told: Vec::new(),
        })
    })
}

fn said(place: &RowPlace) -> String {
    match place.file.is_empty() {
        true => "written here".to_owned(),
        false => format!("{} row {}", place.file, place.record),
    }
}

fn listed<'a>(places: impl Iterator<Item = &'a RowPlace>) -> String {
    let places: Vec<String> = places.map(said).collect();
    places.join(" + ")
}

#[cfg(test)]
mod tests {
    use super::paths;

    #[test]
    fn paths_are_parted_by_blanks_and_quotes_keep_blanks() {
        assert_eq!(
            paths("a.csv  \"my files/b.csv\" 'c d'.csv"),
            ["a.csv", "my files/b.csv", "c d.csv"]
        );
        assert_eq!(paths("\"open quote.csv"), ["open quote.csv"]);
        assert!(paths("  ").is_empty());
    }
}
