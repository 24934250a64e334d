//! The user's own editor for a long text. Words of a case never reach the disk: the file lies in a folder in memory that only
//! its owner can enter, and is wiped when the editor has ended.

use rustix::fs::statfs;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::{Mutex, PoisonError};

/// File systems that live in memory, by the numbers that Linux gives them (statfs(2)): tmpfs, ramfs.
const IN_MEMORY: [i64; 2] = [0x0102_1994, 0x8584_58f6];

/// The folder of the text that an editor has now. A signal must wipe it too.
static LENT: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Why the editor could not be used; the text in the field is as it was.
#[derive(Debug, thiserror::Error)]
pub enum EditorFault {
    /// None is named.
    #[error(
        "No editor is named: set VISUAL or EDITOR before you start. Your text stays in the field."
    )]
    NotNamed,
    /// No folder in memory.
    #[error(
        "There is no folder in memory (XDG_RUNTIME_DIR, /dev/shm) to lend the text from, and it is never put on a disk. Your text stays in the field."
    )]
    NoPlace,
    /// The editor did not start, or said that it failed.
    #[error("The editor {0}. Your text stays in the field as it was.")]
    Failed(String),
}

/// Lets the user's editor change a text.
///
/// # Errors
/// When no editor is named, there is no place in memory, or the editor fails.
pub fn edit(text: &str, variable: impl Fn(&str) -> Option<String>) -> Result<String, EditorFault> {
    let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL")
        .or_else(|| set("EDITOR"))
        .ok_or(EditorFault::NotNamed)?;
    let runtime = set("XDG_RUNTIME_DIR").map(PathBuf::from);
    let places = runtime.into_iter().chain([PathBuf::from("/dev/shm")]);
    let folder = places.into_iter().find_map(|place| private_folder(&place));
    let folder = folder.ok_or(EditorFault::NoPlace)?;
    *lent() = Some(folder.clone());
    let edited = run(&editor, &folder.join("text.md"), text);
    wipe_lent();
    edited
}

/// Wipes what an editor was lent, if it was.
pub fn wipe_lent() {
    if let Some(folder) = lent().take() {
        wipe(&folder);
    }
}

fn lent() -> std::sync::MutexGuard<'static, Option<PathBuf>> {
    LENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a new folder that only its owner can enter; `None` where it would lie on a disk.
fn private_folder(place: &Path) -> Option<PathBuf> {
    // The width of the number differs between machines; its value does not.
    #[allow(clippy::unnecessary_cast)]
    let kind = statfs(place).ok()?.f_type as i64;
    if !IN_MEMORY.contains(&kind) {
        return None;
    }
    let folder = place.join(format!("throughline-{}", process::id()));
    DirBuilder::new().mode(0o700).create(&folder).ok()?;
    Some(folder)
}

fn run(editor: &str, file: &Path, text: &str) -> Result<String, EditorFault> {
    let failed =
        |doing: &str, fault: io::Error| EditorFault::Failed(format!("could not {doing} ({fault})"));
    let mut options = OpenOptions::new();
    let written = options.write(true).create_new(true).mode(0o600).open(file);
    written
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|fault| failed("be lent the text", fault))?;
    // The shell splits what stands in the variable into the program and its options, as users expect.
    let line = format!("exec {editor} {} \"$1\"", kept_quiet(editor));
    let ended = Command::new("sh")
        .args(["-c", &line, "sh"])
        .arg(file)
        .status();
    let ended = ended.map_err(|fault| failed("be started", fault))?;
    if !ended.success() {
        return Err(EditorFault::Failed(format!(
            "ended with an error ({ended})"
        )));
    }
    let told = |fault: io::Error| match fault.kind() {
        io::ErrorKind::InvalidData => {
            EditorFault::Failed("left a text that is not UTF-8".to_owned())
        }
        _ => failed("give the text back", fault),
    };
    fs::read_to_string(file).map_err(told)
}

/// Options that keep an editor from writing pieces of the text into files of its own (vim's registers and undo).
fn kept_quiet(editor: &str) -> &'static str {
    let program = editor.split_whitespace().next().unwrap_or_default();
    match Path::new(program)
        .file_name()
        .and_then(|name| name.to_str())
    {
        Some("vim" | "nvim") => "-n -i NONE -c 'set noundofile nobackup'",
        _ => "",
    }
}

/// Overwrites and removes everything in a folder, copies that the editor made included.
fn wipe(folder: &Path) {
    for item in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = item.path();
        if let Ok(about) = item.metadata().map(|about| about.size())
            && let Ok(mut file) = OpenOptions::new().write(true).open(&path)
        {
            // What cannot be overwritten is still removed, and it lay in memory only.
            let _ = file.write_all(&vec![0; usize::try_from(about).unwrap_or(0)]);
        }
    }
    let _ = fs::remove_dir_all(folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_editor<'a>(editor: &'a str, runtime: &'a str) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| match name {
            "EDITOR" => Some(editor.to_owned()),
            "XDG_RUNTIME_DIR" => Some(runtime.to_owned()),
            _ => None,
        }
    }

    #[test]
    fn the_editor_changes_the_text_and_nothing_of_it_stays() {
        let runtime = tempfile::tempdir_in("/dev/shm").unwrap();
        let there = runtime.path().to_str().unwrap();
        // An editor that leaves a copy beside the file, and says where it worked and who may enter.
        let editor = "sh -c 'cp \"$1\" \"$1~\"; stat -c %a $(dirname \"$1\") \"$1\" >> \"$1\"' sh";
        let edited = edit("Home visit\n", with_editor(editor, there)).unwrap();
        assert_eq!(edited, "Home visit\n700\n600\n");
        assert_eq!(fs::read_dir(runtime.path()).unwrap().count(), 0);

        let fault = edit("Home visit", with_editor("false", there)).unwrap_err();
        assert!(fault.to_string().contains("stays in the field"), "{fault}");
        assert_eq!(fs::read_dir(runtime.path()).unwrap().count(), 0);

        let fault = edit("Home visit", |_| None).unwrap_err();
        assert!(
            fault.to_string().contains("set VISUAL or EDITOR"),
            "{fault}"
        );
    }

    #[test]
    fn a_folder_on_a_disk_is_no_place_for_words_of_a_case() {
        let on_disk = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(private_folder(on_disk), None);
        assert_eq!(private_folder(Path::new("/nowhere")), None);
    }
}
