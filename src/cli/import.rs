//! `throughline import`: files brought in without the screen.
//!
//! Everything is worked out first and saved as one change, so that a fault or ctrl-c on the way leaves the store as it
//! was.

use super::args::{Import, ImportHow};
use super::fault::Fault;
use super::import_report::words;
use super::options::{self, Options};
use super::output;
use crate::exchange::import::{
    self, ImportFault, ImportFiles, ImportPlan, Mapping, SCHEMA, SourceFile,
};
use crate::insight::folding::folded;
use crate::record::{CaseFile, Change, Mint};
use crate::store::Store;
use color_eyre::Result;
use signal_hook::consts::SIGINT;
use signal_hook::flag::{register, register_conditional_default};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Under which name the store keeps which column is which.
const MAPPING: &str = "import-mapping";

/// Brings the files in, or says what would come in.
pub fn run(options: &Options, import: &Import) -> Result<ExitCode> {
    let (family, how) = match import {
        Import::Chronology(args) => (&args.family, &args.how),
        Import::Family(args)
        | Import::Factors(args)
        | Import::Zones(args)
        | Import::Goals(args) => (&args.family, &args.how),
    };
    if how.schema {
        return output::say(SCHEMA);
    }
    let family = family.as_deref().unwrap_or_default().trim();
    if family.is_empty() {
        return Err(Fault::NoFamilyName.into());
    }
    let files = files(import, how)?;
    let mapping_file = match import {
        Import::Chronology(args) => args.mapping.as_deref(),
        Import::Family(_) | Import::Factors(_) | Import::Zones(_) | Import::Goals(_) => None,
    };
    // What would come into a store that is not made yet can be said without one.
    let store = match how.dry_run && !options.place.holds_store() {
        true => None,
        false => Some(options.open_store()?),
    };
    let existing = case_named(store.as_ref(), family)?;
    let mapping = known_mapping(store.as_ref(), mapping_file)?;
    let plan = planned(options, family, &existing, &files, mapping)?;
    if let Some(file) = mapping_file.filter(|file| !file.exists()) {
        let fault = |source| Fault::FileNotWritten {
            file: file.to_owned(),
            source,
        };
        std::fs::write(file, plan.mapping.to_toml()).map_err(fault)?;
        output::note(&format!(
            "Which column is which stands now in {}. Correct it there and bring the files in again with the same words.",
            file.display()
        ));
    }
    if let Some(store) = store.filter(|_| !how.dry_run) {
        save(&store, options, &existing, &plan)?;
    }
    if how.json {
        output::say_json(&plan.report)
    } else {
        output::say(&words(family, &plan, how.dry_run))
    }
}

/// The files that are named, read.
fn files(import: &Import, how: &ImportHow) -> Result<ImportFiles> {
    let people = how.children.as_deref().map(read).transpose()?;
    let files = ImportFiles {
        people,
        ..ImportFiles::default()
    };
    Ok(match import {
        Import::Chronology(args) => ImportFiles {
            chronologies: read_all(&args.files)?,
            placements: args.placements.as_deref().map(read).transpose()?,
            ..files
        },
        Import::Family(args) => ImportFiles {
            families: read_all(&args.files)?,
            ..files
        },
        Import::Factors(args) => ImportFiles {
            factors: read_all(&args.files)?,
            ..files
        },
        Import::Zones(args) => ImportFiles {
            zones: read_all(&args.files)?,
            ..files
        },
        Import::Goals(args) => ImportFiles {
            goals: read_all(&args.files)?,
            ..files
        },
    })
}

fn planned(
    options: &Options,
    family: &str,
    existing: &CaseFile,
    files: &ImportFiles,
    mapping: Mapping,
) -> Result<ImportPlan, ImportFault> {
    let how = import::ImportOptions {
        family: family.to_owned(),
        today: options.today(),
        mapping,
    };
    let bar = options::progress_bar();
    let plan = import::plan(existing, files, &how, &mut Mint::random(), &mut |step| {
        bar.set_message("Reading");
        bar.set_length(step.total);
        bar.set_position(step.done);
    });
    bar.finish_and_clear();
    plan
}

fn save(store: &Store, options: &Options, existing: &CaseFile, plan: &ImportPlan) -> Result<()> {
    let author = options.writer(store.holder());
    let stop = Stop::listen();
    let bar = options::progress_bar();
    bar.set_message("Saving");
    let change = plan.change(existing, &author, chrono::Utc::now());
    if stop.is_asked() {
        return Err(Fault::Stopped.into());
    }
    store.save(&change)?;
    if stop.is_asked() {
        let file = store.case_file(change.case)?;
        let (now, label) = (chrono::Utc::now(), "take back: bring files in");
        let back = Change::of(&file, change.case, &author, label, now, change.undo());
        store.save(&back)?;
        return Err(Fault::Stopped.into());
    }
    stop.is_over();
    bar.finish_and_clear();
    let mut mapping = known_mapping(Some(store), None)?;
    mapping.take_in(plan.mapping.clone());
    store.set_setting(MAPPING, &mapping.to_toml())?;
    Ok(())
}

/// Whether ctrl-c was pressed while an import is written: a save is one piece and cannot be stopped in the middle, so it
/// is taken back when it is done.
struct Stop {
    asked: Arc<AtomicBool>,
    over: Arc<AtomicBool>,
}

impl Stop {
    /// From here on ctrl-c is remembered instead of ending the program. Where the system does not let us listen, it
    /// ends the program as it did before.
    fn listen() -> Stop {
        let stop = Stop {
            asked: Arc::default(),
            over: Arc::default(),
        };
        let _ = register_conditional_default(SIGINT, Arc::clone(&stop.over))
            .and_then(|_| register(SIGINT, Arc::clone(&stop.asked)));
        stop
    }

    fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    /// From here on ctrl-c ends the program again.
    fn is_over(&self) {
        self.over.store(true, Ordering::SeqCst);
    }
}

/// Reads the chronologies. Files of one name from several folders are told apart by their folders.
fn read_all(files: &[PathBuf]) -> Result<Vec<SourceFile>> {
    let mut read = files
        .iter()
        .map(|file| read(file))
        .collect::<Result<Vec<_>>>()?;
    let names: Vec<String> = read.iter().map(|file| file.name.clone()).collect();
    for (file, path) in read.iter_mut().zip(files) {
        let several = names.iter().filter(|name| **name == file.name).count() > 1;
        if let Some(folder) = path.parent().and_then(Path::file_name).filter(|_| several) {
            file.name = format!("{}/{}", folder.to_string_lossy(), file.name);
        }
    }
    Ok(read)
}

fn read(file: &Path) -> Result<SourceFile> {
    let fault = |source| Fault::FileNotRead {
        file: file.to_owned(),
        source,
    };
    let bytes = std::fs::read(file).map_err(fault)?;
    let name = file.file_name().unwrap_or(file.as_os_str());
    Ok(SourceFile {
        name: name.to_string_lossy().into_owned(),
        bytes,
    })
}

/// The case of this name, or an empty one. Accents and capitals do not count.
fn case_named(store: Option<&Store>, family: &str) -> Result<CaseFile> {
    let Some(store) = store else {
        return Ok(CaseFile::default());
    };
    let caseload = store.caseload()?;
    let wanted = folded(family);
    let named: Vec<_> = caseload
        .iter()
        .filter(|line| folded(&line.name) == wanted)
        .collect();
    match named.as_slice() {
        [] => Ok(CaseFile::default()),
        [only] => Ok(store.case_file(only.case)?),
        _ => Err(Fault::SeveralFamilies(family.to_owned()).into()),
    }
}

/// What the store knows of forms of files, and over it what the file says.
fn known_mapping(store: Option<&Store>, file: Option<&Path>) -> Result<Mapping> {
    let kept = store
        .map(|store| store.setting(MAPPING))
        .transpose()?
        .flatten();
    let mut mapping = kept
        .map(|text| Mapping::from_toml(&text))
        .transpose()?
        .unwrap_or_default();
    if let Some(file) = file.filter(|file| file.exists()) {
        let fault = |source| Fault::FileNotRead {
            file: file.to_owned(),
            source,
        };
        let text = std::fs::read_to_string(file).map_err(fault)?;
        mapping.take_in(Mapping::from_toml(&text)?);
    }
    Ok(mapping)
}
