//! A genogram as a picture, with the standard's shapes (annexes H, after McGoldrick): square and circle, the age inside, dates
//! above, names below, partners joined under their names, children from a line across, the eldest left. The key is printed.

mod key;
mod lines;
mod symbol;
mod ties;

use super::{INK, LETTER, SvgCanvas, SvgPoint, lines as wrapped_lines, number, width_of};
use crate::insight::genogram::households::households;
use crate::insight::genogram::layout::{Household, Layout, Measures, Outline, Stroke};
use crate::insight::genogram::symbols::{Hand, Zoom, words_above, words_over};
use crate::insight::genogram::words::{InWords, in_words};
use crate::insight::genogram::{Around, Genogram};
use crate::insight::genogram::{GenogramOptions, TieLine, tie_lines};
use crate::record::{CaseFile, TieKind};
use chrono::NaiveDate;

/// Words beside the symbols.
pub(super) const SMALL: f64 = LETTER * 0.8;
/// The side of a square, the width of a circle.
pub(super) const SIDE: f64 = 46.0;
/// The row of dates above a symbol, and the row of the name below it.
const DATES: i32 = 18;
const NAME: i32 = 20;
/// Around the drawing.
const ROOM: f64 = 30.0;
/// The title over it.
const HEAD: f64 = 50.0;

/// What is drawn.
pub struct Picture<'a> {
    /// Whose family it is.
    pub family: &'a str,
    /// The family.
    pub graph: &'a Genogram,
    /// Whom it is seen from, by place.
    pub from: usize,
    /// How it is written.
    pub hand: Hand,
    /// What is drawn beside the family itself.
    pub shown: &'a GenogramOptions,
    /// Who lives together.
    pub households: &'a [Household],
    /// Emotional lines.
    pub ties: &'a [TieLine],
}

/// A genogram drawn.
pub struct DrawnGenogram {
    /// The picture.
    pub picture: String,
    /// The same in words.
    pub words: Vec<InWords>,
}

/// The picture of a case, seen from the eldest child, with who lives together, care that ended too, and emotional lines as
/// they are on that day.
pub fn of_case(file: &CaseFile, day: NaiveDate) -> DrawnGenogram {
    let Around { graph, from, .. } = Genogram::seen_from(file, None, day);
    let ties = tie_lines(file, &graph, day);
    picture(&Picture {
        family: file.name(),
        from,
        hand: Hand {
            zoom: Zoom::Names,
            ascii: false,
            day,
        },
        shown: &GenogramOptions {
            households: true,
            past_care: true,
            ties: TieKind::ALL.into_iter().collect(),
        },
        households: &households(file, &graph, day),
        ties: &ties,
        graph: &graph,
    })
}

/// The picture.
pub fn picture(asked: &Picture<'_>) -> DrawnGenogram {
    let is_drawn = |line: usize| asked.shown.draws(asked.graph, line);
    let households = if asked.shown.households {
        asked.households
    } else {
        &[]
    };
    let layout = Layout::of(
        asked.graph,
        asked.from,
        &measures(asked),
        is_drawn,
        households,
    );
    let drawing = GenogramDrawing { asked, layout };
    let mut canvas = SvgCanvas::default();
    let title = format!("Genogram: {}", asked.family);
    let width = (f64::from(drawing.layout.width) + 2.0 * ROOM).max(key::NARROWEST);
    let head = SvgPoint {
        x: width / 2.0,
        y: HEAD * 0.65,
    };
    canvas.words(head, "middle", LETTER * 1.4, true, &title);
    for outline in &drawing.layout.outlines {
        drawing.household(&mut canvas, outline);
    }
    for line in &drawing.layout.lines {
        lines::draw_family_line(&mut canvas, &drawing, line);
    }
    lines::bars_of_twins(&mut canvas, &drawing);
    for tie in asked
        .ties
        .iter()
        .filter(|tie| asked.shown.ties.contains(&tie.kind))
    {
        ties::draw_tie(&mut canvas, &drawing, *tie);
    }
    drawing.people(&mut canvas);
    drawing.words(&mut canvas);
    let below = HEAD + f64::from(drawing.layout.height) + ROOM;
    let height = key::draw_key(&mut canvas, below, width, asked);
    let words = in_words(
        asked.graph,
        &drawing.layout,
        asked.from,
        asked.households,
        asked.hand.day,
    );
    let said = words.iter().map(|one| match one.lines.is_empty() {
        true => format!("{}.", one.heading),
        false => format!("{}: {}.", one.heading, one.lines.join("; ")),
    });
    let said = said.collect::<Vec<_>>().join(" ");
    DrawnGenogram {
        picture: canvas.picture("genogram", &title, &said, width, height),
        words,
    }
}

/// A family laid out for a picture.
struct GenogramDrawing<'a> {
    asked: &'a Picture<'a>,
    layout: Layout,
}

impl GenogramDrawing<'_> {
    /// A point of the grid in the picture.
    fn point(&self, (x, y): (i32, i32)) -> SvgPoint {
        SvgPoint {
            x: f64::from(x) + ROOM,
            y: f64::from(y) + HEAD,
        }
    }

    /// The middle of somebody's symbol.
    fn middle(&self, person: usize) -> Option<SvgPoint> {
        let place = self.layout.place(person)?;
        let top = self.point((place.middle(), place.top + DATES));
        Some(SvgPoint {
            y: top.y + SIDE / 2.0,
            ..top
        })
    }

    fn people(&self, canvas: &mut SvgCanvas) {
        for place in &self.layout.places {
            let Some(somebody) = self.asked.graph.people.get(place.person) else {
                continue;
            };
            let Some(middle) = self.middle(place.person) else {
                continue;
            };
            canvas.begin("person");
            let dates = self.asked.hand.dates(somebody);
            let told = match somebody.id {
                Some(_) => format!("{} {dates}", somebody.name),
                None => somebody.name.clone(),
            };
            canvas.says(told.trim());
            let age = self.asked.hand.age_of(somebody);
            symbol::draw_symbol(
                canvas,
                middle,
                somebody,
                place.person == self.asked.from,
                &age,
            );
            let above = SvgPoint {
                y: middle.y - SIDE / 2.0 - 5.0,
                ..middle
            };
            canvas.haloed(above, "middle", SMALL, false, &dates);
            let below = SvgPoint {
                y: middle.y + SIDE / 2.0 + 15.0,
                ..middle
            };
            let name = if somebody.id.is_some() {
                self.asked.hand.name(somebody)
            } else {
                String::new()
            };
            canvas.haloed(below, "middle", SMALL, somebody.is_child, &name);
            canvas.end();
        }
    }

    /// Words on lines.
    fn words(&self, canvas: &mut SvgCanvas) {
        let graph = self.asked.graph;
        for place in &self.layout.places {
            let (x, words) = words_over(&self.layout, graph, place, &self.asked.hand);
            let above = self.point((x, place.top - self.layout.around - 4));
            canvas.haloed(above, "middle", SMALL, false, &words);
        }
        for outline in &self.layout.outlines {
            let household = self.asked.households.get(outline.household);
            if let (Some(household), Some(area)) = (household, outline.areas.last()) {
                // As many letters as the line around them is wide, on two lines at most.
                let room = usize::try_from(area.2 - 16).unwrap_or(0) / 7;
                let told = wrapped_lines(&household.with_year(), room.max(8));
                for (at, words) in told.iter().take(2).enumerate() {
                    let down = i32::try_from(at).unwrap_or(0) * 14;
                    let at = self.point((area.0 + 8, area.1 + area.3 + 4 + down));
                    canvas.haloed(at, "start", SMALL, false, words);
                }
            }
        }
        for line in &self.layout.lines {
            let (Stroke::Union(union), [_, left, right, _]) = (line.stroke, line.points.as_slice())
            else {
                continue;
            };
            let Some(union) = graph.unions.get(union) else {
                continue;
            };
            let words = self.asked.hand.union(union).replace('/', "");
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let start = self.point((left.0.min(right.0) + 6, left.1 - 4));
            canvas.haloed(start, "start", SMALL, false, &words);
        }
    }

    /// The dotted line around those who live together, with its name.
    fn household(&self, canvas: &mut SvgCanvas, outline: &Outline) {
        let mut right = Vec::new();
        let mut left = Vec::new();
        for (x, y, width, height) in &outline.areas {
            right.extend([(x + width, *y), (x + width, y + height)]);
            left.extend([(*x, *y), (*x, y + height)]);
        }
        left.reverse();
        let corners = right
            .into_iter()
            .chain(left)
            .map(|corner| self.point(corner));
        let path: Vec<String> = corners
            .map(|at| format!("{} {}", number(at.x), number(at.y)))
            .collect();
        let path = format!("M {} Z", path.join(" L "));
        canvas.begin("household");
        let name = self
            .asked
            .households
            .get(outline.household)
            .map_or_else(String::new, Household::in_words);
        canvas.says(&format!("Live together: {name}"));
        canvas.element(
            "path",
            &[
                ("d", &path),
                ("fill", &"none"),
                ("stroke", &INK),
                ("stroke-dasharray", &"1 5"),
                ("stroke-linecap", &"round"),
                ("stroke-linejoin", &"round"),
            ],
        );
        canvas.end();
    }
}

fn whole(width: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "widths of words are far below the limit"
    )]
    let whole = width.ceil() as i32;
    whole
}

fn measures(asked: &Picture<'_>) -> Measures {
    let (graph, hand) = (asked.graph, &asked.hand);
    let room = |words: &str| whole(width_of(words, SMALL));
    let is_drawn = |line: usize| asked.shown.draws(graph, line);
    let width = |person: usize| {
        let Some(somebody) = graph.people.get(person) else {
            return 0;
        };
        let lines = graph
            .unions_of(person)
            .count()
            .max(graph.lines_up(person).count());
        let lines = i32::try_from(lines).unwrap_or(1) * 24;
        let above = room(&words_above(graph, person, hand, is_drawn));
        let name = room(&hand.name(somebody));
        let dates = room(&hand.dates(somebody));
        above.max(name).max(dates).max(lines).max(whole(SIDE) + 12)
    };
    Measures {
        // Lines meet a circle near its middle, where its edge is.
        symbols: vec![whole(SIDE * 0.7); graph.people.len()],
        port: 11,
        apart: 8,
        widths: (0..graph.people.len()).map(width).collect(),
        union_words: graph
            .unions
            .iter()
            .map(|union| room(&hand.union(union)) + 40)
            .collect(),
        line_words: graph
            .kin
            .iter()
            .map(|line| room(&hand.line(line)))
            .collect(),
        dates: DATES,
        symbol: whole(SIDE) + NAME,
        gap: 26,
        step: 18,
        words: 20,
        air: if asked.ties.is_empty() { 0 } else { 24 },
        around: if asked.shown.households { 16 } else { 0 },
        edge: 0,
    }
}

#[cfg(test)]
mod tests;
