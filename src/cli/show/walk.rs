//! `show CASE walk`: what a session of supervision walks through, step by step, with the handbook's prompts: to print, or to
//! read aloud where no screen can be shared.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::due::dues;
use crate::insight::walk::{Line, Seen, Tone, sheet};
use crate::practice::guide::guide;
use crate::practice::walk::{WalkStep, walk_steps};
use crate::record::RecordId;
use chrono::NaiveDate;
use serde::Serialize;

/// The walk through a case.
#[derive(Serialize)]
pub struct Walk {
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    /// The quadrant in which notes of the step land; none where nothing is written.
    quadrant: Option<&'static str>,
    lines: Vec<Said>,
    prompts: Vec<&'static str>,
    page: &'static str,
}

#[derive(Serialize)]
struct Said {
    lead: String,
    text: String,
    kind: &'static str,
    record: Option<RecordId>,
}

/// The walk through a case on its day. `until` is the last day on which anything can have been written.
pub fn page(shown: &Shown, until: NaiveDate) -> Walk {
    let dues = dues(shown.file, shown.now);
    let seen = Seen {
        file: shown.file,
        today: shown.now,
        until,
        session: None,
        zones_decided: &[],
        dues: &dues,
        noted: None,
        revisions: Some(shown.revisions),
    };
    Walk {
        steps: walk_steps()
            .iter()
            .map(|step| Step::of(step, seen))
            .collect(),
    }
}

impl Step {
    fn of(step: &'static WalkStep, seen: Seen<'_>) -> Step {
        let asked = guide(&step.guide);
        let prompts = asked.map_or(&[][..], |asked| &asked.prompt).iter();
        Step {
            id: &step.id,
            title: &step.title,
            about: &step.about,
            quadrant: step.quadrant.as_deref(),
            lines: sheet(&step.id, seen)
                .lines
                .into_iter()
                .map(Said::of)
                .collect(),
            prompts: prompts.map(|prompt| prompt.asks.as_str()).collect(),
            page: asked.map_or("", |asked| &asked.page),
        }
    }
}

impl Said {
    fn of(line: Line) -> Said {
        Said {
            lead: line.lead,
            text: line.words,
            kind: match line.tone {
                Tone::Heading | Tone::Zone(_) => "heading",
                Tone::Plain => "fact",
                Tone::Quiet => "behind",
                Tone::Asks => "asks",
            },
            record: line.about,
        }
    }
}

impl Page for Walk {
    fn write(&self, lines: &mut Lines) {
        for (at, step) in self.steps.iter().enumerate() {
            lines.heading(format!("{}. {}", at + 1, step.title));
            lines.item(step.about);
            for said in &step.lines {
                let mark = match said.kind {
                    "asks" => "? ",
                    "heading" => "",
                    _ => "- ",
                };
                match said.lead.as_str() {
                    "" => lines.item(format!("{mark}{}", said.text)),
                    lead => lines.item(format!("{mark}{lead}: {}", said.text)),
                }
            }
            lines.fact(
                &format!("The handbook asks ({})", step.page),
                step.prompts.join(" "),
            );
        }
    }
}
