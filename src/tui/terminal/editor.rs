//! The user's own editor for a long text. Words of a case never reach the disk: the file lies in a folder in memory that only
//! its owner can enter, and is wiped when the editor has ended. Many editors write pieces of a text elsewhere as well: backups,
//! swap files, undo, what was cut. So only those are started that can be told not to, or that the user vouches for.

use rustix::fs::statfs;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::{Mutex, PoisonError};

/// File systems that live in memory, by the numbers that Linux gives them (statfs(2)): tmpfs, ramfs.
const IN_MEMORY: [i64; 2] = [0x0102_1994, 0x8584_58f6];

/// Words for vim: no swap file, no viminfo, no plugin that keeps what was cut, none of its backups, and no fork of the graphical
/// one, which would end before the text is written.
const VIM: &str = "-f -n -i NONE --noplugin -c 'set noundofile nobackup nowritebackup patchmode='";
/// The same for nvim, which has no graphical one and no `-f`.
const NVIM: &str = "-n -i NONE --noplugin -c 'set noundofile nobackup nowritebackup patchmode='";

/// Editors that can be told to keep nothing of a text: the program's name, and the words that do it. `"$1"` is the text's file,
/// and what lies beside it is wiped with it.
const QUIETED: [(&str, &str); 10] = [
    ("vim", VIM),
    ("vimx", VIM),
    ("gvim", VIM),
    ("nvim", NVIM),
    (
        "emacs",
        "-Q --eval '(setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil create-lockfiles nil)'",
    ),
    ("nano", "-I"),
    // Its backups and histories go into the folder of its settings.
    ("micro", "-config-dir \"${1%/*}\""),
    ("hx", HELIX),
    ("helix", HELIX),
    ("kak", "-n"),
];
const HELIX: &str = "-c /dev/null --log \"${1%/*}/log\"";

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
    /// It may write pieces of the text to the disk.
    #[error(
        "“{0}” may keep pieces of a text on the disk and was not started. Name vim, nvim, emacs, nano, micro, hx or kak in VISUAL or EDITOR; or, if you know that yours writes nothing elsewhere, name it in THROUGHLINE_EDITOR. Your text stays in the field."
    )]
    NotKnown(String),
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
    let editor = choose(&set)?;
    let runtime = set("XDG_RUNTIME_DIR").map(PathBuf::from);
    let places = runtime.into_iter().chain([PathBuf::from("/dev/shm")]);
    let folder = places.into_iter().find_map(|place| private_folder(&place));
    let folder = folder.ok_or(EditorFault::NoPlace)?;
    *lent() = Some(folder.clone());
    let edited = run(&editor, &folder.join("text.md"), text);
    wipe_lent();
    edited
}

/// The editor's command line: the one that the user vouches for as it is, else the first known one with words that keep it quiet.
fn choose(set: &dyn Fn(&str) -> Option<String>) -> Result<String, EditorFault> {
    if let Some(editor) = set("THROUGHLINE_EDITOR") {
        return Ok(editor);
    }
    let mut fault = EditorFault::NotNamed;
    for editor in ["VISUAL", "EDITOR"].into_iter().filter_map(set) {
        let word = editor.split_whitespace().next().unwrap_or_default();
        match quieted(word, set("PATH")) {
            Some(words) => return Ok(format!("{editor} {words}")),
            None if matches!(fault, EditorFault::NotNamed) => {
                fault = EditorFault::NotKnown(word.to_owned());
            }
            None => {}
        }
    }
    Err(fault)
}

/// The words that keep a program from writing pieces of a text elsewhere; `None` when it is not known to have such.
fn quieted(word: &str, path: Option<String>) -> Option<&'static str> {
    let folders = path.unwrap_or_default();
    let mut found = std::env::split_paths(&folders).map(|folder| folder.join(word));
    let program = match word.contains('/') {
        true => PathBuf::from(word),
        false => found.find(|program| program.is_file())?,
    };
    // `vi`, `view` and `editor` are names for whatever the system has: the program behind the link counts.
    let program = program.canonicalize().ok()?;
    let name = program.file_name()?.to_str()?;
    // Also `vim.tiny`, `emacs-nox`, `emacs-29.3`; not `emacsclient`, whose server has settings of its own.
    let is = |known: &str| {
        let rest = name.strip_prefix(known);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    match QUIETED.iter().find(|(known, _)| is(known)) {
        Some((_, words)) => Some(words),
        None if matches!(name, "vi" | "view") => says_vim(&program).then_some(VIM),
        None => None,
    }
}

/// Whether a program calls itself vim; some systems install it under the name `vi`.
fn says_vim(program: &Path) -> bool {
    let asked = Command::new(program)
        .arg("--version")
        .stdin(process::Stdio::null())
        .output();
    asked.is_ok_and(|said| said.stdout.starts_with(b"VIM "))
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
    let line = format!("exec {editor} \"$1\"");
    let ended = Command::new("sh")
        .args(["-c", &line, "sh"])
        .arg(file)
        // What it passes to other programs goes through files there.
        .env("TMPDIR", file.parent().unwrap_or(file))
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

/// Overwrites and removes everything in a folder, copies that the editor made included.
fn wipe(folder: &Path) {
    for item in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = item.path();
        // A link is not followed: what it leads to is not ours.
        let Ok(about) = item.metadata() else { continue };
        if about.is_dir() {
            wipe(&path);
        } else if about.is_file()
            && let Ok(mut file) = OpenOptions::new().write(true).open(&path)
        {
            // What cannot be overwritten is still removed, and it lay in memory only.
            let _ = file.write_all(&vec![0; usize::try_from(about.size()).unwrap_or(0)]);
        }
    }
    let _ = fs::remove_dir_all(folder);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn variables<'a>(
        pairs: &'a [(&'a str, &'a str)],
        runtime: &'a str,
    ) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| match name {
            "XDG_RUNTIME_DIR" => Some(runtime.to_owned()),
            "PATH" => std::env::var("PATH").ok(),
            name => {
                let pair = pairs.iter().find(|(known, _)| *known == name);
                pair.map(|(_, value)| (*value).to_owned())
            }
        }
    }

    #[test]
    fn the_editor_changes_the_text_and_nothing_of_it_stays() {
        let runtime = tempfile::tempdir_in("/dev/shm").unwrap();
        let there = runtime.path().to_str().unwrap();
        // An editor that leaves a copy beside the file, and says where it worked and who may enter.
        let editor = "sh -c 'cp \"$1\" \"$1~\"; stat -c %a $(dirname \"$1\") \"$1\" >> \"$1\"' sh";
        let named = [("THROUGHLINE_EDITOR", editor), ("EDITOR", "false")];
        let edited = edit("Home visit\n", variables(&named, there)).unwrap();
        assert_eq!(edited, "Home visit\n700\n600\n");
        assert_eq!(fs::read_dir(runtime.path()).unwrap().count(), 0);

        let named = [("THROUGHLINE_EDITOR", "false")];
        let fault = edit("Home visit", variables(&named, there)).unwrap_err();
        assert!(fault.to_string().contains("stays in the field"), "{fault}");
        assert_eq!(fs::read_dir(runtime.path()).unwrap().count(), 0);

        let fault = edit("Home visit", |_| None).unwrap_err();
        assert!(
            fault.to_string().contains("set VISUAL or EDITOR"),
            "{fault}"
        );
    }

    /// A program of this name that writes the words it was started with, and where temporary files go, into the text.
    fn told_by(folder: &Path, name: &str) -> PathBuf {
        let program = folder.join(name);
        let script = "#!/bin/sh\nfor last; do :; done\n{ printf '%s\\n' \"$@\"; echo \"$TMPDIR\"; } > \"$last\"\n";
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
        program
    }

    #[test]
    fn editors_that_keep_pieces_of_a_text_are_told_not_to() {
        let runtime = tempfile::tempdir_in("/dev/shm").unwrap();
        let there = runtime.path().to_str().unwrap();
        let programs = tempfile::tempdir().unwrap();
        let folder = programs.path();
        told_by(folder, "vim.basic");
        for name in ["vi", "view", "editor"] {
            symlink("vim.basic", folder.join(name)).unwrap();
        }
        let of_vim = ["-n", "-i", "NONE", "--noplugin", "nowritebackup"];
        let all: [(&str, &[&str]); 12] = [
            ("vi", &of_vim),
            ("view", &of_vim),
            ("editor", &of_vim),
            ("vim.tiny", &of_vim),
            ("gvim", &["-f", "-n", "-i", "NONE", "nowritebackup"]),
            ("nvim", &of_vim),
            (
                "emacs",
                &["-Q", "make-backup-files nil", "auto-save-default nil"],
            ),
            ("emacs-nox", &["-Q"]),
            ("nano", &["-I"]),
            ("micro", &["-config-dir", there]),
            ("hx", &["--log"]),
            ("kak", &["-n"]),
        ];
        for (name, options) in all {
            if !folder.join(name).exists() {
                told_by(folder, name);
            }
            let path = folder.join(name);
            let editor = format!("{} -x", path.to_str().unwrap());
            let told = edit("", variables(&[("EDITOR", &editor)], there)).unwrap();
            assert!(told.starts_with("-x\n"), "{name}: {told}");
            for option in options {
                assert!(told.contains(option), "{name}: {told}");
            }
            assert!(told.ends_with(&format!("{}\n", told.lines().last().unwrap())));
            assert!(told.lines().last().unwrap().starts_with(there), "{told}");
        }
    }

    #[test]
    fn an_editor_that_may_keep_pieces_of_a_text_is_not_started() {
        let runtime = tempfile::tempdir_in("/dev/shm").unwrap();
        let there = runtime.path().to_str().unwrap();
        let programs = tempfile::tempdir().unwrap();
        // A vi that does not say that it is vim, and others.
        for name in ["vi", "code", "emacsclient", "sh -c vim", "subl -w", "joe"] {
            let program = name.split(' ').next().unwrap();
            let program = told_by(programs.path(), program);
            let editor = program.to_str().unwrap();
            let named = [("VISUAL", editor), ("EDITOR", "code --wait")];
            let fault = edit("Home visit", variables(&named, there)).unwrap_err();
            let said = fault.to_string();
            assert!(said.contains("THROUGHLINE_EDITOR"), "{name}: {said}");
            assert!(said.contains("stays in the field"), "{name}: {said}");
        }
        // The other variable may name one that is known.
        let nano = told_by(programs.path(), "nano");
        let named = [
            ("VISUAL", "code --wait"),
            ("EDITOR", nano.to_str().unwrap()),
        ];
        let told = edit("", variables(&named, there)).unwrap();
        assert!(told.starts_with("-I\n"), "{told}");
    }

    #[test]
    fn a_folder_on_a_disk_is_no_place_for_words_of_a_case() {
        let on_disk = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(private_folder(on_disk), None);
        assert_eq!(private_folder(Path::new("/nowhere")), None);
    }
}
