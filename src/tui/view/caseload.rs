//! The caseload: a line a child, why the child needs someone in the last column.

mod columns;
mod empty;

use crate::insight::ages::Age;
use crate::insight::caseload::{Reason, reasons, since_supervision, this_week};
use crate::insight::folding::folded;
use crate::insight::spans::ago;
use crate::insight::zones::clock::Clock;
use crate::practice::{legal_kind_of, place_of};
use crate::record::{CaseLine, ChildLine};
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::model::caseload::Line;
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::text;
use columns::{Column, columns};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the list: its heading, the rows that are seen, and how it is sorted.
pub fn draw(model: &Model, frame: &mut Frame, body: Rect) {
    if body.is_empty() || empty::draw(model, frame, body) {
        return;
    }
    let width = usize::from(body.width);
    let columns = columns(width, model.caseload.is_by_worker);
    let look = &model.look;
    let indent = marks_indent(model);
    let heads = columns.iter().map(|(column, room)| {
        let head = match column {
            Column::Child => format!("{}{}", " ".repeat(indent), column.head()),
            column => column.head().to_owned(),
        };
        text::fill(&head, *room, look.ascii)
    });
    let heads: Vec<String> = heads.collect();
    let head = format!(" {}", heads.join(" "));
    let buffer = frame.buffer_mut();
    let quiet = look.style(Role::Quiet);
    buffer.set_stringn(
        body.x,
        body.y,
        head.trim_end(),
        width,
        look.style(Role::Heading),
    );
    let seen = layout::caseload_rows(model);
    let lines = model.caseload.lines();
    let lines = lines.skip(model.caseload.place.top).take(seen);
    for (line, y) in lines.zip(body.y + 1..body.bottom()) {
        let area = Rect::new(body.x, y, body.width, 1);
        match line {
            Line::Worker(worker) => {
                heading(look, &worker.words(), "", false, frame.buffer_mut(), area);
            }
            Line::Row(at, row) => {
                if let Some((case, child)) = row.of(model.caseload.cases()) {
                    let chosen = at == model.caseload.place.chosen;
                    draw_row(model, &columns, (case, child), chosen, frame, area);
                }
            }
        }
    }
    let below = text::cut(&how_sorted(model), width.saturating_sub(1), look.ascii).into_owned();
    if body.height > 2 {
        let buffer = frame.buffer_mut();
        buffer.set_stringn(body.x + 1, body.bottom() - 1, below, width, quiet);
    }
}

/// How many columns stand before the names of children: for marks, as long as there are any.
fn marks_indent(model: &Model) -> usize {
    match model.caseload.marked.is_empty() {
        true => 0,
        false => 2,
    }
}

fn draw_row(
    model: &Model,
    columns: &[(Column, usize)],
    (case, child): (&CaseLine, Option<&ChildLine>),
    chosen: bool,
    frame: &mut Frame,
    area: Rect,
) {
    let mut why = reasons(case, child, model.today);
    // Where a column tells of supervision, the reasons need not.
    if columns.iter().any(|(column, _)| *column == Column::Drift) {
        why.retain(|reason| *reason != Reason::NoSupervision);
    }
    let clock = child.and_then(|child| Clock::on(&child.zones, model.today));
    let pieces = columns.iter().map(|(column, room)| {
        let role = match column {
            Column::Why if case.closed => Role::Quiet,
            Column::Why => Role::Attention,
            Column::Zone => clock.map_or(Role::Quiet, |clock| Role::of_zone(clock.zone)),
            Column::Family | Column::Worker | Column::Week | Column::Drift => Role::Quiet,
            _ => Role::Text,
        };
        (cell(model, *column, case, child, &why), *room, role)
    });
    let pieces: Vec<_> = pieces.collect();
    let pieces: Vec<_> = pieces
        .iter()
        .map(|(words, room, role)| (words.as_str(), *room, *role))
        .collect();
    let chosen = if chosen { Chosen::Here } else { Chosen::No };
    row(&model.look, &pieces, chosen, frame.buffer_mut(), area);
}

fn cell(
    model: &Model,
    column: Column,
    case: &CaseLine,
    child: Option<&ChildLine>,
    why: &[Reason],
) -> String {
    let clock = child.and_then(|child| Clock::on(&child.zones, model.today));
    let of_child = |words: fn(&ChildLine) -> &str| child.map_or("", words).to_owned();
    let none_known = |words: String| {
        if words.is_empty() {
            "not recorded".to_owned()
        } else {
            words
        }
    };
    match column {
        Column::Child => {
            let name = child.map_or("no child yet", |child| &child.short_name);
            match (
                marks_indent(model),
                model.caseload.marked.contains(&case.case),
            ) {
                (0, _) => name.to_owned(),
                (_, true) => format!("{} {name}", model.look.mark()),
                (_, false) => format!("  {name}"),
            }
        }
        Column::Age => {
            let age = child.and_then(|child| Age::on(child.born.as_ref()?, model.today));
            match (age, child) {
                (Some(age), _) => age.short(model.look.ascii),
                (None, Some(_)) => "?".to_owned(),
                (None, None) => String::new(),
            }
        }
        Column::Zone | Column::InZone if child.is_none() => String::new(),
        Column::Zone => clock.map_or("none yet".to_owned(), |clock| clock.zone.letter_and_word()),
        Column::InZone => clock.map_or(String::new(), |clock| {
            format!(
                "{:<7} {}",
                clock.time_in_zone(),
                clock.drawn(model.look.ascii)
            )
        }),
        Column::Family => case.name.clone(),
        Column::Worker => case.worker.clone(),
        Column::Lives if child.is_none() => String::new(),
        Column::Lives => none_known(of_child(|child| &child.lives)),
        Column::LivesShort => child.map_or(String::new(), lives_short),
        Column::Legal => of_child(|child| &child.legal),
        Column::LegalShort => {
            let words = of_child(|child| &child.legal);
            let kind = legal_kind_of(&folded(&words));
            kind.map_or(words, |kind| kind.short.clone())
        }
        Column::Last => case
            .last_entry
            .map_or("none".to_owned(), |day| ago(day, model.today)),
        Column::Entries => format!("{:>7}", case.entries),
        Column::Questions => match case.open_doubts {
            0 => format!("{:>9}", model.look.dash()),
            count => format!("{count:>9}"),
        },
        Column::Week => match this_week(case, model.today) {
            0 => format!("{:>9}", model.look.dash()),
            count => format!("{:>9}", format!("+{count}")),
        },
        Column::Drift => since_supervision(case, model.today),
        Column::Why if case.closed => "closed".to_owned(),
        Column::Why => {
            let said: Vec<String> = why.iter().map(Reason::to_string).collect();
            said.join(", ")
        }
    }
}

/// Where a child lives in as few letters as can be read: one word for the kind of place, then who cares.
fn lives_short(child: &ChildLine) -> String {
    let (kind, carer) = child.lives.split_once(", ").unwrap_or((&child.lives, ""));
    match place_of(&folded(kind)) {
        _ if child.lives.is_empty() => "not recorded".to_owned(),
        Some(place) if carer.is_empty() => place.short.clone(),
        Some(place) => format!("{}: {carer}", place.short),
        None => child.lives.clone(),
    }
}

/// How the rows are sorted and filtered, how many there are, and whether all of them are seen.
fn how_sorted(model: &Model) -> String {
    let caseload = &model.caseload;
    let dot = model.look.dot();
    let mut said = format!("Sorted by {}", caseload.sort.words());
    if caseload.is_by_worker {
        said = format!("By worker {dot} {said}");
    }
    if !caseload.marked.is_empty() {
        said = format!("{} marked {dot} {said}", caseload.marked.len());
    }
    if !caseload.filter.is_empty() {
        said = format!(
            "{} of them with \u{201c}{}\u{201d} {dot} {said}",
            caseload.rows.len(),
            caseload.filter
        );
    }
    if !model.drafts.is_empty() {
        let drafts = match model.drafts.len() {
            1 => "1 unfinished draft".to_owned(),
            count => format!("{count} unfinished drafts"),
        };
        said = format!("{drafts} {dot} {said}");
    }
    let rows = layout::caseload_rows(model);
    let unseen = more(caseload.place.top, rows, caseload.line_count());
    if !unseen.is_empty() {
        said = format!("{said} {dot} {unseen}");
    }
    if model.look.ascii {
        said = said.replace(['\u{201c}', '\u{201d}'], "\"");
    }
    said
}
