//! Planning an import: the files read, the case found, everything that would happen worked out. Nothing is written.

use crate::exchange::import::{self, ImportFiles, ImportOptions, Mapping, SourceFile};
use crate::insight::folding::folded;
use crate::record::{CaseFile, Mint};
use crate::store::{Store, StoreError};
use crate::tui::effect::{Answer, ImportAsked, Planned};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Under which name the store keeps which column is which; the command line keeps it under the same.
const MAPPING: &str = "import-mapping";

/// Plans it; in words why not.
pub fn planned(
    store: &Store,
    asked: &ImportAsked,
    answer: &mut dyn FnMut(Answer),
) -> Result<Planned, String> {
    let existing = existing(store, asked)?;
    let one = |typed: &Option<String>| typed.as_deref().map(read).transpose();
    let all = |typed: &[String]| -> Result<Vec<SourceFile>, String> {
        typed.iter().map(|typed| read(typed)).collect()
    };
    let files = ImportFiles {
        chronologies: all(&asked.chronologies)?,
        people: one(&asked.people)?,
        families: Vec::new(),
        placements: one(&asked.placements)?,
        factors: all(&asked.factors)?,
        zones: all(&asked.zones)?,
        goals: all(&asked.goals)?,
    };
    let options = ImportOptions {
        family: asked.family.clone(),
        today: asked.today,
        mapping: mapping(store).map_err(|fault| fault.to_string())?,
    };
    let mut percent = 0;
    let mut progress = |step: import::ImportProgress| {
        let now = step.done * 100 / step.total.max(1);
        // A line for every hundredth, so that a poor line is not busy with numbers.
        if now != percent {
            percent = now;
            answer(Answer::Progress("Reading the files".to_owned(), now, 100));
        }
    };
    let plan = import::plan(
        &existing,
        &files,
        &options,
        &mut Mint::random(),
        &mut progress,
    )
    .map_err(|fault| fault.to_string())?;
    Ok(Planned {
        plan,
        existing: Arc::new(existing),
    })
}

/// Keeps how files of these forms are read, beside what is known already.
pub fn keep_mapping(store: &Store, new: Mapping) -> Result<(), StoreError> {
    let mut known = mapping(store)?;
    known.take_in(new);
    store.set_setting(MAPPING, &known.to_toml())
}

/// What is known of forms of files; a mapping that does not read any more is as good as none.
fn mapping(store: &Store) -> Result<Mapping, StoreError> {
    let kept = store.setting(MAPPING)?;
    Ok(kept
        .and_then(|text| Mapping::from_toml(&text).ok())
        .unwrap_or_default())
}

/// The case that is open, or the one of this name; an empty file for a family that is new.
fn existing(store: &Store, asked: &ImportAsked) -> Result<CaseFile, String> {
    let read = |case| store.case_file(case).map_err(|fault| fault.to_string());
    if let Some(case) = asked.case {
        return read(case);
    }
    let caseload = store.caseload().map_err(|fault| fault.to_string())?;
    let wanted = folded(asked.family.trim());
    let mut named = caseload.iter().filter(|line| folded(&line.name) == wanted);
    match (named.next(), named.next()) {
        (None, _) => Ok(CaseFile::default()),
        (Some(only), None) => read(only.case),
        _ => Err(format!(
            "There are several families called {}. Open the right one and import from there.",
            asked.family
        )),
    }
}

fn read(typed: &str) -> Result<SourceFile, String> {
    let path = path_of(typed);
    let bytes = std::fs::read(&path).map_err(|fault| {
        format!(
            "{typed} cannot be read ({fault}). Nothing was brought in; mend the path and try again."
        )
    })?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(SourceFile {
        name: name.to_string_lossy().into_owned(),
        bytes,
    })
}

/// A path as typed, with `~` for the home folder.
fn path_of(typed: &str) -> PathBuf {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        (None, Some(home)) if typed == "~" => home,
        _ => PathBuf::from(typed),
    }
}

/// The paths that begin with what was typed, as they would be typed; folders end with a slash.
pub fn paths(typed: &str) -> Vec<String> {
    let (folder, begun) = typed
        .rsplit_once('/')
        .map_or(("", typed), |(folder, begun)| (folder, begun));
    let shown = if typed.contains('/') {
        format!("{folder}/")
    } else {
        String::new()
    };
    let place = match shown.as_str() {
        "" => PathBuf::from("."),
        shown => path_of(shown),
    };
    let Ok(items) = std::fs::read_dir(Path::new(&place)) else {
        return Vec::new();
    };
    let mut found: Vec<String> = items
        .flatten()
        .filter_map(|item| {
            let name = item.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let slash = if item.path().is_dir() { "/" } else { "" };
            (name.starts_with(begun) && !hidden).then(|| format!("{shown}{name}{slash}"))
        })
        .collect();
    found.sort();
    found
}
