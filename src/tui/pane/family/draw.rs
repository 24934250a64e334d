//! The family pane: everybody in a list, and the chosen person in full.

use super::{detail, ecomap, genogram, relationships};
use crate::insight::ages::Age;
use crate::record::{Person, RecordId};
use crate::tui::model::case::family::{Part, View};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::family::detail::Line;
use crate::tui::pane::family::layout::frames;
use crate::tui::theme::Role;
use crate::tui::widget::heading::{heading, more};
use crate::tui::widget::page;
use crate::tui::widget::row::{Chosen, row};
use crate::tui::widget::split::Frame as Place;
use ratatui::Frame;

/// Draws the family in the view that is chosen.
pub fn draw(model: &Model, case: &OpenCase, frame: &mut Frame) {
    match case.family.view {
        View::People => draw_list_and_person(model, case, frame),
        View::Genogram => genogram::draw::draw(model, case, frame),
        View::Ecomap => ecomap::draw::draw(model, case, frame),
        View::Relationships => relationships::draw::draw(model, case, frame),
    }
}

/// Draws the list and the person.
fn draw_list_and_person(model: &Model, case: &OpenCase, frame: &mut Frame) {
    let (list, person) = frames(model, case);
    draw_people(model, case, list, frame);
    draw_detail(model, case, person, frame);
}

fn draw_people(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.family;
    let screen = frame.area();
    let has_keys = pane.part == Part::People;
    let title = format!("People {} {}", look.dot(), pane.people.len());
    let buffer = frame.buffer_mut();
    heading(
        look,
        &title,
        more(pane.place.top, place.rows.height.into(), pane.people.len()),
        has_keys,
        buffer,
        place.heading.intersection(screen),
    );
    let area = place.rows.intersection(screen);
    if pane.people.is_empty() && !area.is_empty() {
        let key = model
            .keymap
            .keys_for(&model.scopes(), crate::tui::command::Command::PersonAdd);
        let key = key.first().map_or(":person-add", String::as_str);
        let words = format!("Nobody is recorded yet; {key} adds a person.");
        buffer.set_stringn(
            area.x + 1,
            area.y,
            words,
            usize::from(area.width),
            look.style(Role::Quiet),
        );
    }
    let width = usize::from(area.width);
    let name_room = (width * 2 / 5).min(30);
    let seen = pane.people.iter().enumerate().skip(pane.place.top);
    for ((at, id), area) in seen.zip(area.rows()) {
        let Some(person) = case.seen().people.get(id) else {
            continue;
        };
        let chosen = match (at == pane.place.chosen, has_keys) {
            (false, _) => Chosen::No,
            (true, true) => Chosen::Here,
            (true, false) => Chosen::Elsewhere,
        };
        let role = if person.body.is_child {
            Role::Heading
        } else {
            Role::Text
        };
        let life = life(model, case, &person.body);
        let pieces = [
            (person.body.name.as_str(), name_room, role),
            (life.as_str(), 11, Role::Text),
            (person.body.relation.as_str(), 0, Role::Quiet),
        ];
        row(look, &pieces, chosen, buffer, area);
    }
}

/// The age of a child, born and died of a grown-up.
fn life(model: &Model, case: &OpenCase, person: &Person) -> String {
    let year = |date: &crate::record::FuzzyDate| {
        date.anchor().map_or(date.written().to_owned(), |day| {
            day.format("%Y").to_string()
        })
    };
    let dash = model.look.dash();
    match (&person.born, &person.died) {
        (born, Some(died)) => {
            format!(
                "{}{dash}{}",
                born.as_ref().map(year).unwrap_or_default(),
                year(died)
            )
        }
        (Some(born), None) => match Age::on(born, case.last_day(model.today)) {
            Some(age) if person.is_child => age.short(model.look.ascii),
            Some(Age::Months(months)) => format!("{}y", months / 12),
            Some(age) => age.short(model.look.ascii),
            None => String::new(),
        },
        (None, None) => String::new(),
    }
}

fn draw_detail(model: &Model, case: &OpenCase, place: Place, frame: &mut Frame) {
    let look = &model.look;
    let pane = &case.family;
    let Some(id) = pane.chosen() else {
        return;
    };
    let name = case
        .seen()
        .people
        .get(&id)
        .map_or("", |person| &person.body.name);
    let has_keys = pane.part == Part::Detail;
    let lines = lines_of(model, case, id, place.rows.width);
    let lines = lines.iter().map(|line| (line.words.as_str(), line.role));
    page::draw(look, name, lines, pane.detail, has_keys, place, frame);
}

/// The lines of a person at some width; `update` asks for them to know how far they scroll.
pub fn lines_of(model: &Model, case: &OpenCase, id: RecordId, width: u16) -> Vec<Line> {
    detail::lines(
        case.seen(),
        id,
        case.last_day(model.today),
        usize::from(width.saturating_sub(2)),
        model.look.ascii,
    )
}
