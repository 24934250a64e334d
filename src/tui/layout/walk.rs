//! Where the parts of a walk stand: what the step shows, the handbook's prompts beside it where there is room, and the note;
//! while it is shown large, the step's name over lines with room at their sides.

use super::parts;
use crate::practice::guide::guide;
use crate::record::RecordId;
use crate::tui::model::Model;
use crate::tui::model::walk::Walk;
use crate::tui::theme::Role;
use crate::tui::widget::page::{Line, Page};
use crate::tui::widget::split::Frame;
use crate::tui::widget::text;
use ratatui::layout::Rect;

/// From this width on the prompts stand beside what the step shows.
const SIDE_BY_SIDE: u16 = 110;

/// Rows of a note that is not being written: its heading and the end of its text.
const NOTE_SEEN: u16 = 3;

/// Rows and columns of a letter of the step's name while the walk is shown large.
pub const LARGE: u16 = 4;

/// The parts of a walk's screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WalkFrames {
    /// What the step is about, under its name, and its lines.
    pub lines: Frame,
    /// The handbook's prompts; without rows where there is no room beside the lines.
    pub prompts: Frame,
    /// The note; without rows where nothing is written or nobody may see it.
    pub note: Frame,
}

/// The parts of this walk's screen.
pub fn frames(model: &Model, walk: &Walk) -> WalkFrames {
    let body = parts(model).body;
    if model.presenting {
        let title = walk.step().map_or("", |step| step.title.as_str());
        return WalkFrames {
            lines: shown_large(body, tall(model, title, body)),
            ..WalkFrames::default()
        };
    }
    let beside = body.width >= SIDE_BY_SIDE;
    let note = match (walk.writing.or(walk.lands_in()), walk.writing.is_some()) {
        (None, _) => 0,
        (Some(_), true) => (body.height * 2 / 5).max(5).min(body.height),
        (Some(_), false) => NOTE_SEEN.min(body.height),
    };
    let above = Rect {
        height: body.height - note,
        ..body
    };
    let note = Rect {
        y: body.y + above.height,
        height: note,
        ..body
    };
    if !beside {
        return WalkFrames {
            lines: Frame::of(above),
            prompts: Frame::default(),
            note: Frame::of(note),
        };
    }
    let left = body.width * 3 / 5;
    let lines = Rect {
        width: left,
        ..above
    };
    let prompts = Rect {
        x: body.x + left + 1,
        width: body.width - left - 1,
        ..above
    };
    WalkFrames {
        lines: Frame::of(lines),
        prompts: Frame::of(prompts),
        note: Frame::of(note),
    }
}

/// How many rows the letters of the step's name have: [`LARGE`] where there is room for them, else one.
fn tall(model: &Model, title: &str, body: Rect) -> u16 {
    let columns = u16::try_from(text::columns(title)).unwrap_or(u16::MAX);
    let fits = columns.saturating_mul(LARGE) + 2 <= body.width && body.height >= LARGE * 3;
    match fits && !model.look.ascii {
        true => LARGE,
        false => 1,
    }
}

/// The name with a free row over and under it, then the lines between margins.
fn shown_large(body: Rect, tall: u16) -> Frame {
    let above = (tall + 2).min(body.height);
    let margin = body.width / 12;
    let heading = Rect {
        y: body.y + 1.min(body.height),
        height: tall.min(body.height.saturating_sub(1)),
        ..body
    };
    let rows = Rect {
        x: body.x + margin,
        y: body.y + above,
        width: body.width - margin * 2,
        height: body.height - above,
    };
    Frame { heading, rows }
}

/// How many columns the text of a note has.
pub fn note_width(frames: &WalkFrames) -> usize {
    usize::from(frames.note.rows.width)
        .saturating_sub(3)
        .clamp(10, 100)
}

/// The lines of the step at some width. Where the prompts have no place of
/// their own they stand here when they are asked for.
pub fn lines(model: &Model, walk: &Walk, width: u16) -> Vec<Line<RecordId>> {
    if walk.prompts {
        return prompts(model, walk, width);
    }
    let mut page = Page::of(usize::from(width.saturating_sub(2)), &model.look);
    page.words(
        walk.step().map_or("", |step| step.about.as_str()),
        Role::Quiet,
    );
    page.put(&walk.page);
    page.lines()
}

/// What the handbook asks at this step.
pub fn prompts(model: &Model, walk: &Walk, width: u16) -> Vec<Line<RecordId>> {
    let mut page = Page::of(usize::from(width.saturating_sub(2)), &model.look);
    let asked = walk.step().and_then(|step| guide(&step.guide));
    if let Some(asked) = asked {
        page.words(&format!("{} ({})", asked.title, asked.page), Role::Quiet);
        for prompt in &asked.prompt {
            page.words(" ", Role::Text);
            page.words(&prompt.asks, Role::Text);
        }
    }
    page.lines()
}
