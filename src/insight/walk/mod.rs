//! The walk through a case in supervision: what each step shows by itself, from the record alone. The prompts beside it and
//! the order are content (`practice/content/walk.toml`); what people make of it is theirs.

mod changed;
mod close;
mod matrix;
mod opening;
mod thinking;
mod work;

use crate::insight::due::Due;
use crate::insight::supervision::last_supervision;
use crate::page::{Page, Section};
use crate::practice::guide::guide;
use crate::practice::walk::walk_steps;
use crate::record::{Body, CaseFile, Quadrant, Record, RecordId, Supervision};
use chrono::NaiveDate;

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
pub fn page(step: &str, seen: Seen<'_>) -> Page {
    let mut page = Page::default();
    match step {
        "safe-space" => opening::safe_space(seen, &mut page),
        "changes" => changed::changed(seen, &mut page),
        "story" => opening::story(seen, &mut page),
        "matrix" => matrix::matrix(seen, &mut page),
        "factors" => matrix::factors(seen, &mut page),
        "hypotheses" => thinking::hypotheses_seen(seen, &mut page),
        "needs" => thinking::needs_seen(seen, &mut page),
        "curious" => thinking::curious(seen, &mut page),
        "goals" => work::goals(seen, &mut page),
        "plan" => work::plan(seen, &mut page),
        "stages" => work::stages(seen, &mut page),
        "due" => work::due(seen, &mut page),
        "close" => close::close(seen, &mut page),
        _ => {}
    }
    page
}

/// Every step with what it shows and what the handbook asks.
pub fn section(seen: Seen<'_>) -> Section {
    let mut walk = Section::default();
    walk.each(
        "steps",
        walk_steps().iter().enumerate().map(|(at, step)| {
            let mut told = Section::titled(format!("{}. {}", at + 1, step.title));
            told.hide("id", step.id.as_str());
            told.hide("title", step.title.as_str());
            told.text("about", "", &step.about);
            told.hide("quadrant", step.quadrant.as_deref());
            told.blocks("lines", page(&step.id, seen));
            if let Some(asked) = guide(&step.guide) {
                let prompts = asked.prompt.iter().map(|prompt| prompt.asks.as_str());
                let prompts: Vec<&str> = prompts.collect();
                told.show(|page| {
                    page.under(format!("The handbook asks ({})", asked.page));
                    for prompt in &prompts {
                        page.item("", *prompt, None);
                    }
                });
                told.hide("prompts", prompts);
                told.hide("page", asked.page.as_str());
            }
            told
        }),
    );
    walk
}
