//! The command line as it is typed. What follows from it (folders, environment, today) is [`super::options`]'s.

mod export;
mod private;
mod view;

pub use export::{Certificate, DocumentForm, Export, ExportForm};
pub use private::{Book, Private, PrivateAdd, PrivateLetIn, PrivateList, PrivateShow};
pub use view::View;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use std::path::PathBuf;

/// Holds the whole thinking of a child's case, quick to reach from a keyboard.
///
/// Without a command the program opens on the screen: the caseload, and from there each family's story. The commands
/// below do the same work without a screen, for scripts, screen readers and the first day.
#[derive(Debug, Parser)]
#[command(name = "throughline", version, max_term_width = 100, after_help = AFTER)]
pub struct Args {
    /// Options that every command takes.
    #[command(flatten)]
    pub globals: Globals,
    /// What to do; nothing opens the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER: &str = "New here? `throughline demo` opens a made-up caseload to look around in; nothing in it is real and \
nothing is kept. Your own first day: `throughline init`, then `throughline import chronology`, then `throughline`.";

/// Options that every command takes, before or after its name.
#[derive(Debug, Clone, Default, ClapArgs)]
#[command(next_help_heading = "Options for every command")]
pub struct Globals {
    /// Where the sealed records are kept [default: the data folder of your desktop]
    #[arg(long, global = true, value_name = "DIR", env = "THROUGHLINE_STORE", hide_env_values = true, value_hint = ValueHint::DirPath)]
    pub store: Option<PathBuf>,
    /// Read the passphrase from the first line of this file instead of asking
    #[arg(long, global = true, value_name = "FILE", env = "THROUGHLINE_PASSPHRASE_FILE", hide_env_values = true, value_hint = ValueHint::FilePath)]
    pub passphrase_file: Option<PathBuf>,
    /// The day to count from, such as 2026-11-23 [default: today]
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<String>,
    /// The name under which you write [default: your name on this machine]
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        env = "THROUGHLINE_AUTHOR",
        hide_env_values = true
    )]
    pub author: Option<String>,
    /// Colours of the screen: the name of a theme, or a file
    #[arg(long, global = true, value_name = "THEME")]
    pub theme: Option<String>,
    /// Keys of the screen: default, vim, emacs, or a file
    #[arg(long, global = true, value_name = "KEYMAP")]
    pub keymap: Option<String>,
    /// Draw with plain letters only, for terminals without line drawing
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Draw without colour; the NO_COLOR variable does the same
    #[arg(long, global = true)]
    pub no_color: bool,
}

/// What can be done without the screen, and the demo.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look around in a made-up caseload; no passphrase, nothing kept
    Demo(Demo),
    /// Make a new, empty, sealed store
    Init,
    /// Bring in files that other agencies send
    #[command(subcommand)]
    Import(Import),
    /// List the cases: who the children are, where they live
    List(List),
    /// Say what is due over all cases, and why
    ///
    /// Visits, reviews, conferences, zones, goals, the plan, actions, supervision and questions, each with the rule from which
    /// its day follows. A team sets its own limits in timescales.toml in the folder of its keymap and themes: a timescale table
    /// with the id of a rule, such as id = "CP_VISIT", and limit = "5 working days".
    Due(Due),
    /// Read a case as plain lines of text
    Show(Show),
    /// Tell what changed in a case since a day or since the last supervision
    Changes(Changes),
    /// Write the people of a case for other programs, as GEDCOM
    Export(Export),
    /// Mark a goal that was reached with a certificate to give to those whose goal it was
    Certificate(Certificate),
    /// Keep notes about the worker, apart from every case
    #[command(subcommand)]
    Private(Private),
    /// Read a reading of the matrix as JSON, and print what it indicates
    Indicate(Indicate),
    /// Read texts, and print the wording in them that deserves a second look
    Words(Words),
    /// Read every record and the journal, and say whether all is whole
    Check,
    /// Write everything into one sealed file, and read it back to be sure
    Backup(Backup),
    /// Fill a new, empty store from a backup file
    Restore(Backup),
    /// Print the completions for your shell
    Completions(Completions),
    /// Print the manual page
    Man,
}

impl Command {
    /// Whether it works without the timescales, so that a fault in a team's own file does not stand in its way.
    pub fn counts_no_days(&self) -> bool {
        matches!(
            self,
            Command::Check
                | Command::Backup(_)
                | Command::Restore(_)
                | Command::Completions(_)
                | Command::Man
                | Command::Words(_)
        )
    }
}

/// The demo.
#[derive(Debug, ClapArgs)]
pub struct Demo {
    /// Keep a sealed store of made-up cases in this new folder instead of opening the screen
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub keep: Option<PathBuf>,
    /// How many cases to make up; more than the written ones are put together from banks of words
    #[arg(long, value_name = "N", requires = "keep")]
    pub cases: Option<u32>,
    /// How many chronology entries to make up over all these cases
    #[arg(long, value_name = "N", requires = "cases")]
    pub entries: Option<u32>,
    /// The same number makes the same caseload again
    #[arg(long, value_name = "NUMBER", default_value_t = 8, requires = "keep")]
    pub seed: u64,
}

/// Kinds of files that can be brought in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Chronologies as tables (CSV, semicolons or tabs), one file from each agency
    Chronology(ImportChronology),
    /// The people of a family: GEDCOM files of genealogy programs, or tables
    Family(ImportTables),
    /// Findings about factors as tables: about whom, which factor, present, absent or not known
    Factors(ImportTables),
    /// Decisions on the children's zones as tables, with who decided and why
    Zones(ImportTables),
    /// Goals as tables: whose, the five levels in words, and as many reviews as there were
    Goals(ImportTables),
}

/// Bringing chronologies in.
#[derive(Debug, ClapArgs)]
pub struct ImportChronology {
    /// The files, in any order
    #[arg(value_name = "FILE", required_unless_present = "schema", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// The family's name; a new case is opened when there is none of that name
    #[arg(long, value_name = "NAME", required_unless_present = "schema")]
    pub family: Option<String>,
    /// A table of where the children lived, and their legal status
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub placements: Option<PathBuf>,
    /// A file that says which column is which, where the program reads it wrongly
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub mapping: Option<PathBuf>,
    /// How
    #[command(flatten)]
    pub how: ImportHow,
}

/// Bringing in tables about a family whose people are known.
#[derive(Debug, ClapArgs)]
pub struct ImportTables {
    /// The files, in any order
    #[arg(value_name = "FILE", required_unless_present = "schema", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// The family's name; its people are here already, or come with --children
    #[arg(long, value_name = "NAME", required_unless_present = "schema")]
    pub family: Option<String>,
    /// How
    #[command(flatten)]
    pub how: ImportHow,
}

/// How files are brought in.
#[derive(Debug, ClapArgs)]
pub struct ImportHow {
    /// A table of the people of the family
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub children: Option<PathBuf>,
    /// Say what would come in, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Print what the JSON report holds, and stop
    #[arg(long)]
    pub schema: bool,
}

/// What the matrix indicates.
#[derive(Debug, ClapArgs)]
pub struct Indicate {
    /// Print what goes in and what comes out, and stop
    #[arg(long)]
    pub schema: bool,
}

/// Wording to think about.
#[derive(Debug, ClapArgs)]
pub struct Words {
    /// The texts, in any encoding; - reads standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// What each paragraph is; some rules only speak of some texts
    #[arg(long = "as", value_enum, value_name = "KIND", default_value_t)]
    pub of: WordsAre,
    /// Print what is found as JSON
    #[arg(long)]
    pub json: bool,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum WordsAre {
    /// An entry of a chronology, whole
    Entry,
    /// A need, stated as such
    Need,
    /// Evidence of change, such as a review of a goal
    Evidence,
    /// Anything else
    #[default]
    Other,
}

/// The caseload as lines.
#[derive(Debug, ClapArgs)]
pub struct List {
    /// Print the list as JSON
    #[arg(long)]
    pub json: bool,
}

/// What is due.
#[derive(Debug, ClapArgs)]
pub struct Due {
    /// Only the cases of this worker: the name, or a part of it
    #[arg(long, value_name = "NAME")]
    pub worker: Option<String>,
    /// Only what is due in this time, such as 14d, 2w or 3m; what is late, or has no day, is told too
    #[arg(long, value_name = "TIME")]
    pub within: Option<String>,
    /// Only this case: the family's name, a child's name, the beginning of either, or the id
    #[arg(long, value_name = "CASE")]
    pub case: Option<String>,
    /// Say of each why it is due, from which rule, how far that was checked, and what meets it
    #[arg(long)]
    pub why: bool,
    /// Print it as JSON
    #[arg(long, conflicts_with = "ics")]
    pub json: bool,
    /// Print it as days for a calendar, which name nobody: only what kind of thing is due, and the id of the case
    #[arg(long, conflicts_with = "why")]
    pub ics: bool,
}

/// A case in lines.
#[derive(Debug, ClapArgs)]
pub struct Show {
    /// The family's name, a child's name, the beginning of either, or the case's id
    pub case: String,
    /// Which view of the case
    #[arg(value_enum, default_value_t)]
    pub view: View,
    /// What was known on this day, without hindsight, such as 2022-05-01
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<String>,
    /// With `plan`: what changed since the version agreed on this day, or the last one before it
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Print the view as JSON
    #[arg(long)]
    pub json: bool,
    /// With `genogram` and `ecomap`: print a picture (SVG) for a browser or a document instead of lines
    #[arg(long, conflicts_with = "json")]
    pub svg: bool,
    /// With `ecomap`: whom to put in the middle, by name; `family` for the family as a whole
    #[arg(long, value_name = "NAME")]
    pub of: Option<String>,
    /// With the goals: the score of goal attainment scaling, which is not in the handbook
    #[arg(long)]
    pub score: bool,
}

/// What changed.
#[derive(Debug, ClapArgs)]
pub struct Changes {
    /// The family's name, a child's name, the beginning of either, or the case's id
    pub case: String,
    /// What was written after this day, such as 2026-11-12; or `supervision` for the day of the last one
    #[arg(long, value_name = "DATE", default_value = "supervision")]
    pub since: String,
    /// No more than what was written by the end of this day [default: today]
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Print what changed as JSON
    #[arg(long)]
    pub json: bool,
}

/// Where a backup is.
#[derive(Debug, ClapArgs)]
pub struct Backup {
    /// The backup file
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
}

/// Completions of a shell.
#[derive(Debug, ClapArgs)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}
