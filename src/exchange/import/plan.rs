//! What an import would do, worked out before anything is written.

use super::fault::ImportFault;
use super::found::{ChronologyRows, KnownRows};
use super::mapping::Mapping;
use super::matching;
use super::open_file::{OpenFile, SourceFile};
use super::report::{FileKind, ImportCounts, ImportReport, PreviewRow, RowOutcome};
use super::row::RowReader;
use super::run::ImportRun;
use super::staging::Staging;
use super::tally::FileTally;
use super::who::PeopleByName;
use super::{factors, gedcom, goals, people, placements, zones};
use crate::insight::references::redirected;
use crate::record::{Body, Case, CaseFile, CaseId, Change, Import, Mint, Write};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashSet;

/// The files of one import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportFiles {
    /// Chronologies.
    pub chronologies: Vec<SourceFile>,
    /// A table of people, or a GEDCOM file.
    pub people: Option<SourceFile>,
    /// Further tables of people and GEDCOM files.
    pub families: Vec<SourceFile>,
    /// A table of placements.
    pub placements: Option<SourceFile>,
    /// Tables of findings about factors.
    pub factors: Vec<SourceFile>,
    /// Tables of decisions on zones.
    pub zones: Vec<SourceFile>,
    /// Tables of goals with their reviews.
    pub goals: Vec<SourceFile>,
}

impl ImportFiles {
    /// The same with every GEDCOM file among the families, wherever it was named: it is known by its content.
    fn sorted(mut self) -> ImportFiles {
        let is_family = |file: &mut SourceFile| gedcom::is_gedcom(&file.bytes);
        let found = self.chronologies.extract_if(.., is_family);
        self.families.extend(found);
        self
    }
}

/// How an import is done.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The family's name, for a case that is new.
    pub family: String,
    /// The day of the import.
    pub today: NaiveDate,
    /// What is known of the forms of files.
    pub mapping: Mapping,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportProgress {
    /// Bytes read of all chronologies.
    pub done: u64,
    /// Bytes of all chronologies.
    pub total: u64,
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The case, new or known.
    pub case: CaseId,
    /// What is to be written; empty when the files bring nothing new.
    pub writes: Vec<Write>,
    /// What was found.
    pub report: ImportReport,
    /// Every row: those with questions first, then those that stay out, then the rest in the order of the files.
    pub preview: Vec<PreviewRow>,
    /// How the files were read, to keep and correct.
    pub mapping: Mapping,
}

impl ImportPlan {
    /// What the journal calls an import.
    pub const LABEL: &str = "bring files in";

    /// The plan as one change to save.
    pub fn change(&self, existing: &CaseFile, author: &str, at: DateTime<Utc>) -> Change {
        Change::of(
            existing,
            self.case,
            author,
            ImportPlan::LABEL,
            at,
            self.writes.clone(),
        )
    }
}

/// Works out what bringing these files into a case would do.
///
/// # Errors
/// The first file that cannot be read; then nothing is planned.
pub fn plan(
    existing: &CaseFile,
    files: &ImportFiles,
    options: &ImportOptions,
    mint: &mut Mint,
    progress: &mut dyn FnMut(ImportProgress),
) -> Result<ImportPlan, ImportFault> {
    let sorted;
    let is_family = |file: &SourceFile| gedcom::is_gedcom(&file.bytes);
    let files = match files.chronologies.iter().any(is_family) {
        true => {
            sorted = files.clone().sorted();
            &sorted
        }
        false => files,
    };
    let case = existing.id().unwrap_or_else(|| mint.next_id());
    let mut run = ImportRun {
        staging: Staging::over(existing, case),
        counts: ImportCounts::default(),
        notices: Vec::new(),
        mint,
        today: options.today,
    };
    if existing.case.is_none() {
        let name = options.family.clone();
        let family = Case {
            name,
            ..Case::default()
        };
        run.put(case, Body::Case(family));
    }
    bring_in_around(files, &mut run)?;
    let mut tallies = bring_in_tables(files, &mut run)?;
    let import = run.mint.next_id();
    let (mut who, mut mapping) = (PeopleByName::from_case(run.case()), Mapping::default());
    if !who.has_children() && !files.chronologies.is_empty() {
        run.notices.push(
            "No children are recorded in this case yet, so the rows could not be linked to children. Bring a table of the people in with --children."
                .to_owned(),
        );
    }
    let mut known = KnownRows::from_case(existing, files.chronologies.len());
    let mut found = Vec::new();
    let mut done = ImportProgress {
        done: 0,
        total: files
            .chronologies
            .iter()
            .map(|file| file.bytes.len() as u64)
            .sum(),
    };
    for file in &files.chronologies {
        let open = OpenFile::open(file, &options.mapping, &mut who, options.today)?;
        mapping.remember(open.mapping());
        run.notices.extend(above_header(&file.name, &open.titles));
        let reader = RowReader {
            file: &open,
            people: &run.staging.file,
            who: &mut who,
            import,
            today: options.today,
        };
        found.push(ChronologyRows::read(
            reader,
            &mut known,
            run.mint,
            &mut |bytes| {
                progress(ImportProgress {
                    done: done.done + bytes,
                    ..done
                });
            },
        )?);
        done.done += file.bytes.len() as u64;
        progress(done);
    }
    let mut new = HashSet::new();
    for (id, entry) in found.iter_mut().flat_map(ChronologyRows::take_entries) {
        new.insert(id);
        run.put(id, Body::Entry(entry));
    }
    let (duplicates, moved) = matching::join(&mut run.staging, &new, run.mint);
    for (id, body) in redirected(run.case(), &moved) {
        run.put(id, body);
    }
    let mut report = ImportReport {
        duplicates,
        around: run.counts,
        notices: std::mem::take(&mut run.notices),
        ..ImportReport::default()
    };
    tallies.extend(found.into_iter().map(|found| found.tally));
    let keeps_back = tallies.iter().any(|tally| tally.keeps_back(existing));
    let (mut imported, mut preview) = (Import::default(), Vec::new());
    for mut tally in tallies {
        tally.settle(&moved);
        report.files.push(tally.report());
        preview.append(&mut tally.preview);
        imported.files.push(tally.into_record());
    }
    if !files.chronologies.is_empty() {
        report.look_over(run.case(), options.today);
    }
    let anything_new = !new.is_empty()
        || report.around != ImportCounts::default()
        || report
            .files
            .iter()
            .any(|file| file.kind == FileKind::Goals && file.entries > 0)
        || existing.case.is_none()
        || keeps_back;
    if anything_new && !imported.files.is_empty() {
        run.put(import, Body::Import(imported));
    }
    preview.sort_by_key(
        |row: &PreviewRow| match (&row.outcome, row.doubts.is_empty()) {
            (_, false) => 0,
            (RowOutcome::SetAside(_), true) => 1,
            _ => 2,
        },
    );
    let writes = run.staging.writes();
    Ok(ImportPlan {
        case,
        writes,
        report,
        preview,
        mapping,
    })
}

fn bring_in_around(files: &ImportFiles, run: &mut ImportRun<'_>) -> Result<(), ImportFault> {
    for file in files.people.iter().chain(&files.families) {
        match gedcom::is_gedcom(&file.bytes) {
            true => gedcom::bring_in(file, run)?,
            false => people::bring_in(file, run)?,
        }
    }
    match &files.placements {
        Some(file) => placements::bring_in(file, run),
        None => Ok(()),
    }
}

/// Tables whose rows become records of a case whose people are known.
fn bring_in_tables(
    files: &ImportFiles,
    run: &mut ImportRun<'_>,
) -> Result<Vec<FileTally>, ImportFault> {
    type BringIn = fn(&SourceFile, &mut ImportRun<'_>) -> Result<FileTally, ImportFault>;
    let tables: [(&[SourceFile], BringIn); 3] = [
        (&files.factors, factors::bring_in),
        (&files.zones, zones::bring_in),
        (&files.goals, goals::bring_in),
    ];
    let mut tallies = Vec::new();
    for (files, bring_in) in tables {
        for file in files {
            let tally = bring_in(file, run)?;
            run.notices
                .extend(above_header(tally.name(), &tally.titles));
            tallies.push(tally);
        }
    }
    Ok(tallies)
}

fn above_header(file: &str, titles: &[String]) -> Option<String> {
    let titles = titles.join(" / ");
    (!titles.is_empty())
        .then(|| format!("{file}: above the header stands what was not brought in: {titles}"))
}
