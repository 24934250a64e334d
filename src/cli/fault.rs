//! Faults of the command line, and how any fault is said: one sentence, never words of a case.

use crate::exchange::own_file::FileFault;
use color_eyre::config::HookBuilder;
use color_eyre::section::PanicMessage;
use std::fmt;
use std::io::Write;
use std::panic::PanicHookInfo;

/// What can be wrong with what was typed or with the place where the program runs.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A day that cannot be read.
    #[error("“{0}” is not a day that I can read; write it as 2026-11-23 or 23/11/2026.")]
    NotADay(String),
    /// A length of time that cannot be read.
    #[error("“{0}” is not a length of time that I can read; write it as 14d, 2w or 3m.")]
    NotALength(String),
    /// No case is held by the worker.
    #[error("No case is held by “{0}”; `throughline list` shows who holds which.")]
    NoSuchWorker(String),
    /// A file in which the user sets something is at fault.
    #[error("Nothing was done. {0}")]
    OwnFile(#[from] FileFault),
    /// A view that knows no versions was asked what changed.
    #[error("Only the plan has versions to look back to; `show CASE plan --since DATE` does it.")]
    OnlyThePlan,
    /// A picture was asked of a view that is not drawn.
    #[error(
        "Only the genogram and the ecomap are drawn as pictures; `show CASE ecomap --svg` does it."
    )]
    NoPicture,
    /// Somebody was to be put in the middle of something else.
    #[error("Only the ecomap has somebody in the middle; `show CASE ecomap --of NAME` does it.")]
    NoMiddle,
    /// Nobody of that name has an ecomap.
    #[error(
        "Nobody whose name begins with “{0}” has an ecomap; `show CASE ecomap` names those who have, and `family` is the family as a whole."
    )]
    NobodyInTheMiddle(String),
    /// What changed since the last supervision was asked of a case without one.
    #[error(
        "No supervision is recorded in this case; say from which day with --since, such as --since 2026-11-12."
    )]
    NoSupervision,
    /// An end was named that lies before the beginning.
    #[error(
        "The day of --until lies before the day of --since; nothing can have changed between them."
    )]
    EndsBeforeItBegins,
    /// JSON that is no reading of the matrix.
    #[error(
        "This is not a reading that I understand: {0}. `throughline indicate --schema` shows how one is written."
    )]
    NotAReading(String),
    /// Ctrl-c while something was written.
    #[error("Stopped. Nothing was brought in; the store is as it was.")]
    Stopped,
    /// No case fits the name.
    #[error(
        "No case, family or child begins with “{0}”; `throughline list` shows those that there are."
    )]
    NoSuchCase(String),
    /// Several cases fit the name.
    #[error("“{asked}” fits several cases: {which}. Type more of the name, or the id.")]
    SeveralCases {
        /// What was typed.
        asked: String,
        /// Those that fit.
        which: String,
    },
    /// A file that cannot be read.
    #[error("{} cannot be read ({source}); nothing was written.", file.display())]
    FileNotRead {
        /// The file.
        file: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A text that cannot be read.
    #[error(
        "{} cannot be read: {why}. Look at its name, or save it as plain text and try again; nothing was changed.",
        file.display()
    )]
    TextNotRead {
        /// The file.
        file: std::path::PathBuf,
        /// Why.
        why: String,
    },
    /// A file that cannot be written.
    #[error("{} cannot be written ({source}); nothing was brought in.", file.display())]
    FileNotWritten {
        /// The file.
        file: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// No goal fits.
    #[error(
        "No goal of this case has that reference or those words; `throughline show CASE goals` shows those that there are."
    )]
    NoSuchGoal,
    /// Several goals fit.
    #[error(
        "{0} goals of this case fit; name the one by its reference, or type more of its words."
    )]
    SeveralGoals(usize),
    /// A score was asked of something else.
    #[error("A score is only told of goals: `throughline show CASE goals --score`.")]
    ScoreOfGoals,
    /// A document's file is there already.
    #[error("{} is there already and was left as it is; name another file with --out.", .0.display())]
    DocumentExists(std::path::PathBuf),
    /// A document cannot be written.
    #[error("{} cannot be written ({source}); remove what is there of it, and name another place with --out.", file.display())]
    DocumentNotWritten {
        /// The file.
        file: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A family without a name.
    #[error("A family needs a name; say it with --family. Nothing was written.")]
    NoFamilyName,
    /// Several cases of one name.
    #[error(
        "There are several families called “{0}”, and it is not certain which is meant; nothing was written. Give one of them another name first."
    )]
    SeveralFamilies(String),
    /// What is done on the screen was asked of the program without one.
    #[error("The demo opens on the screen; `--keep DIR` keeps a store of it instead.")]
    OnTheScreen,
    /// No terminal to ask at.
    #[error(
        "There is no terminal to ask for the passphrase at ({0}); name a file with --passphrase-file."
    )]
    NoTerminal(std::io::Error),
    /// Nothing was typed.
    #[error("A passphrase is needed here, and none was given; nothing was made.")]
    NoPassphrase,
    /// A private note that cannot be read. What stands in it is not repeated.
    #[error("{} is no private note{at}; nothing was written. It takes `on`, `next_on`, `facets` and the parts that `throughline private add --help` names.", file.display())]
    NotANote {
        /// The file.
        file: std::path::PathBuf,
        /// In which line, in words.
        at: String,
    },
    /// A private note without a word.
    #[error("Nothing was said, so nothing was kept.")]
    EmptyNote,
    /// The two passphrases differ.
    #[error("The two passphrases are not the same; nothing was made.")]
    TypedDifferently,
}

/// Installs the reports of a crash. A crash's own message may quote words of a case, so only its place is told.
pub fn install() -> color_eyre::Result<()> {
    let (panics, errors) = HookBuilder::default()
        .display_env_section(false)
        .theme(color_eyre::config::Theme::new())
        .panic_message(PlaceOnly)
        .into_hooks();
    errors.install()?;
    std::panic::set_hook(Box::new(move |info| {
        // A panic that the store catches and mends is nothing to report.
        if !crate::store::panic_is_caught() {
            // When even the error stream is closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "{}", panics.panic_report(info));
        }
    }));
    Ok(())
}

struct PlaceOnly;

impl PanicMessage for PlaceOnly {
    fn display(&self, info: &PanicHookInfo<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = info.location().map_or_else(String::new, |place| {
            format!(" at {}:{}", place.file(), place.line())
        });
        tracing::error!("stopped{place}");
        write!(
            f,
            "throughline stopped because of a mistake of its own{place}. What was saved is safe, and what was being \
             typed is kept as a draft. Please tell the people who look after the program where it stopped."
        )
    }
}

/// Says a fault in its one sentence on the error stream.
pub fn say(fault: &color_eyre::Report) {
    super::output::note(&fault.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic;
    use std::sync::Mutex;

    struct Shown<'a, 'b>(&'a PanicHookInfo<'b>);

    impl fmt::Display for Shown<'_, '_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            PlaceOnly.display(self.0, f)
        }
    }

    #[test]
    fn a_crash_tells_its_place_and_no_word_of_a_case() {
        static SAID: Mutex<String> = Mutex::new(String::new());
        let before = panic::take_hook();
        panic::set_hook(Box::new(|info| {
            *SAID.lock().unwrap() = Shown(info).to_string()
        }));
        let crash = panic::catch_unwind(|| panic!("byte index 3 is inside of a word about Lowri"));
        panic::set_hook(before);
        let said = SAID.lock().unwrap();
        assert!(crash.is_err());
        assert!(said.contains("src/cli/fault.rs:"), "{said}");
        assert!(!said.contains("Lowri"), "{said}");
    }
}
