//! A case in one line, for the caseload: what is shown before a case is opened.

use super::*;

/// A case as the caseload shows it. Kept beside the case so that ten thousand cases list without being opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// The family's name.
    pub name: String,
    /// The worker who holds it.
    pub worker: String,
    /// The children, oldest first.
    pub children: Vec<ChildLine>,
    /// How many entries the chronology has.
    pub entries: u32,
    /// The latest day that an entry names, days ahead of the writing left out: those are doubted, not news.
    pub last_entry: Option<chrono::NaiveDate>,
    /// Questions that are open: those that imports left, and entries without a date.
    pub open_doubts: u32,
    /// When the case was last written to.
    pub written_at: DateTime<Utc>,
    /// Whether the case is closed.
    pub closed: bool,
}

/// A child in a case's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildLine {
    /// The child's record.
    pub id: RecordId,
    /// What people call the child.
    pub short_name: String,
    /// Full name.
    pub name: String,
    /// Born.
    pub born: Option<FuzzyDate>,
    /// Where the child lives now: kind of place and carer.
    pub lives: String,
    /// Legal status now.
    pub legal: String,
    /// The zones of the matrix one after the other; the caseload looks up the one of its day.
    pub zones: Vec<ZoneSpell>,
}

impl CaseLine {
    /// The line of a case file; `None` while the file has no case record.
    pub fn of(file: &CaseFile, written_at: DateTime<Utc>) -> Option<CaseLine> {
        let case = file.case.as_ref()?;
        let open = |entry: &Record<Entry>| entry.body.open_questions();
        Some(CaseLine {
            case: case.meta.id,
            name: case.body.name.clone(),
            worker: case.body.worker.clone(),
            children: file
                .children()
                .into_iter()
                .map(|child| ChildLine::of(file, child))
                .collect(),
            entries: u32::try_from(file.entries.len()).unwrap_or(u32::MAX),
            last_entry: file
                .entries
                .values()
                .filter_map(|entry| entry.body.when.exact_day())
                .filter(|day| *day <= written_at.date_naive())
                .max(),
            open_doubts: u32::try_from(file.entries.values().map(open).sum::<usize>())
                .unwrap_or(u32::MAX),
            written_at,
            closed: case.body.closed.is_some(),
        })
    }
}

impl ChildLine {
    fn of(file: &CaseFile, child: &Record<Person>) -> ChildLine {
        let id = child.id();
        let home = file
            .placements
            .values()
            .filter(|home| home.body.child == id && home.body.to.is_none());
        let home = home.max_by(|a, b| a.body.from.order(&b.body.from));
        let legal = file
            .legal
            .values()
            .filter(|legal| legal.body.child == id && legal.body.to.is_none());
        let legal = legal.max_by(|a, b| a.body.from.order(&b.body.from));
        ChildLine {
            id,
            short_name: child.body.short_name().to_owned(),
            name: child.body.name.clone(),
            born: child.body.born.clone(),
            lives: home.map_or_else(String::new, |home| home.body.kind_and_carer()),
            legal: legal.map_or_else(String::new, |legal| legal.body.status.clone()),
            zones: file.zone_spells(id),
        }
    }
}
