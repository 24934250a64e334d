//! The walk through a case in supervision: what each step shows by itself, from the record alone. The prompts beside it and
//! the order are content (`practice/content/walk.toml`); what people make of it is theirs.

mod changed;
mod close;
mod matrix;
mod opening;
mod thinking;
mod work;

pub use changed::since;

use crate::insight::due::Due;
use crate::insight::supervision::last_supervision;
use crate::practice::Zone;
use crate::record::{Body, CaseFile, Quadrant, Record, RecordId, Supervision};
use chrono::NaiveDate;

/// How a line is meant, before it is given a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A heading over lines.
    Heading,
    /// What the record says.
    Plain,
    /// What stands behind it.
    Quiet,
    /// Something to look at, or a question.
    Asks,
    /// A zone.
    Zone(Zone),
}

/// A line of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// A word or two that lead it: a name, a day, a level. May be empty.
    pub lead: String,
    /// What it says.
    pub words: String,
    /// How it is meant.
    pub tone: Tone,
    /// The record that it is about.
    pub about: Option<RecordId>,
}

/// What a step shows, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The lines.
    pub lines: Vec<Line>,
}

impl Sheet {
    fn heading(&mut self, words: impl Into<String>) {
        self.put("", words, Tone::Heading, None);
    }

    fn say(&mut self, words: impl Into<String>) {
        self.put("", words, Tone::Plain, None);
    }

    fn quiet(&mut self, words: impl Into<String>) {
        self.put("", words, Tone::Quiet, None);
    }

    fn ask(&mut self, words: impl Into<String>) {
        self.put("", words, Tone::Asks, None);
    }

    fn of(&mut self, id: RecordId, lead: impl Into<String>, words: impl Into<String>) {
        self.put(lead, words, Tone::Plain, Some(id));
    }

    fn asks_of(&mut self, id: RecordId, lead: impl Into<String>, words: impl Into<String>) {
        self.put(lead, words, Tone::Asks, Some(id));
    }

    fn put(
        &mut self,
        lead: impl Into<String>,
        words: impl Into<String>,
        tone: Tone,
        about: Option<RecordId>,
    ) {
        self.lines.push(Line {
            lead: lead.into(),
            words: words.into(),
            tone,
            about,
        });
    }
}

/// What a walk knows of a case.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The case.
    pub file: &'a CaseFile,
    /// The day of the session.
    pub today: NaiveDate,
    /// The last day on which anything can have been written: later than `today` where another day than the clock's is worked on.
    pub until: NaiveDate,
    /// The record that the session is going to make: what was taken on and decided in it already.
    pub session: Option<RecordId>,
    /// The decisions on zones that were taken in the session.
    pub zones_decided: &'a [RecordId],
    /// What is due.
    pub dues: &'a [Due],
    /// What was noted in this session so far, quadrant by quadrant; `None` where there is no session.
    pub noted: Option<&'a [(Quadrant, String); 4]>,
    /// Every revision of the case, once they were read: what changed follows from them.
    pub revisions: Option<&'a [Record<Body>]>,
}

impl<'a> Seen<'a> {
    /// The last session before this one.
    fn last(&self) -> Option<&'a Record<Supervision>> {
        last_supervision(self.file, self.today).filter(|last| Some(last.id()) != self.session)
    }
}

/// What a step shows, by its id in the walk's content; nothing for a step that is not known.
pub fn sheet(step: &str, seen: Seen<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    match step {
        "safe-space" => opening::safe_space(seen, &mut sheet),
        "changes" => changed::changed(seen, &mut sheet),
        "story" => opening::story(seen, &mut sheet),
        "matrix" => matrix::matrix(seen, &mut sheet),
        "factors" => matrix::factors(seen, &mut sheet),
        "hypotheses" => thinking::hypotheses_seen(seen, &mut sheet),
        "needs" => thinking::needs_seen(seen, &mut sheet),
        "curious" => thinking::curious(seen, &mut sheet),
        "goals" => work::goals(seen, &mut sheet),
        "plan" => work::plan(seen, &mut sheet),
        "stages" => work::stages(seen, &mut sheet),
        "due" => work::due(seen, &mut sheet),
        "close" => close::close(seen, &mut sheet),
        _ => {}
    }
    sheet
}
