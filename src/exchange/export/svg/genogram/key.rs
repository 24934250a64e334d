//! The key under the picture: every sign that the notation has for people, and every emotional line that is drawn.

use super::{Picture, SMALL, lines, symbol, ties};
use crate::exchange::export::svg::{LETTER, SvgCanvas, SvgPoint};
use crate::insight::genogram::{Somebody, UnionState};
use crate::record::{Arrival, FuzzyDate, RecordId, Sex, TieKind};

/// The smallest width of a picture: the key must have room.
pub const NARROWEST: f64 = 860.0;

const COLUMNS: u32 = 3;
const ROW: f64 = 44.0;

/// Draws it below the family; gives the height of the whole picture.
pub(super) fn draw_key(canvas: &mut SvgCanvas, top: f64, width: f64, asked: &Picture<'_>) -> f64 {
    canvas.begin("key");
    canvas.words(SvgPoint { x: 30.0, y: top }, "start", LETTER, true, "Key");
    let mut at = 0_u32;
    let column = (width - 60.0) / f64::from(COLUMNS);
    let mut place = |canvas: &mut SvgCanvas, words: &str| {
        let x = 30.0 + column * f64::from(at % COLUMNS);
        let y = top + 30.0 + ROW * f64::from(at / COLUMNS);
        at += 1;
        let beside = SvgPoint {
            x: x + 62.0,
            y: y + SMALL * 0.35,
        };
        canvas.words(beside, "start", SMALL, false, words);
        SvgPoint { x: x + 28.0, y }
    };
    for (somebody, is_index, words) in people() {
        let middle = place(canvas, words);
        small(canvas, middle, &somebody, is_index);
    }
    for (state, ended, words) in [
        (Some(UnionState::Married), 0, "married (m)"),
        (Some(UnionState::Together), 0, "no marriage recorded (LT)"),
        (Some(UnionState::Married), 1, "apart (s)"),
        (Some(UnionState::Married), 2, "divorced (d)"),
        (Some(UnionState::CareTogether), 0, "care together"),
    ] {
        let middle = place(canvas, words);
        lines::sample_of_union(canvas, middle, state, ended);
    }
    for (kind, words) in lines::SAMPLES {
        let middle = place(canvas, words);
        lines::sample_of_child(canvas, middle, kind);
    }
    for kind in TieKind::ALL {
        let is_there = asked.ties.iter().any(|tie| tie.kind == kind);
        if is_there && asked.shown.ties.contains(&kind) {
            let middle = place(canvas, kind.name());
            let ends = [-26.0, 26.0].map(|by| SvgPoint {
                x: middle.x + by,
                ..middle
            });
            ties::of_kind(canvas, kind, ties::TieRoute::new(ends[0], ends[1], 0.0));
        }
    }
    canvas.end();
    top + 30.0 + ROW * f64::from(at.div_ceil(COLUMNS)) + 10.0
}

/// A symbol of the key, smaller than in the drawing.
fn small(canvas: &mut SvgCanvas, at: SvgPoint, somebody: &Somebody, is_index: bool) {
    canvas.begin_scaled(at, 0.62);
    symbol::draw_symbol(canvas, SvgPoint { x: 0.0, y: 0.0 }, somebody, is_index, "");
    canvas.end();
}

fn people() -> Vec<(Somebody, bool, &'static str)> {
    let one = |sex: Sex, arrival: Arrival, died: bool| Somebody {
        id: Some(RecordId::from_bytes([0; 16])),
        short_name: String::new(),
        name: String::new(),
        sex,
        arrival,
        born: None,
        died: died.then(|| FuzzyDate::unknown("")),
        born_elsewhere: Vec::new(),
        died_elsewhere: Vec::new(),
        is_child: false,
    };
    vec![
        (one(Sex::Male, Arrival::Born, false), false, "male"),
        (one(Sex::Female, Arrival::Born, false), false, "female"),
        (
            one(Sex::NotKnown, Arrival::Born, false),
            false,
            "sex or person not recorded",
        ),
        (
            one(Sex::Female, Arrival::Born, false),
            true,
            "it is seen from here",
        ),
        (
            one(Sex::Male, Arrival::Born, true),
            false,
            "died; the age then",
        ),
        (
            one(Sex::NotKnown, Arrival::Expected, false),
            false,
            "pregnancy",
        ),
        (
            one(Sex::NotKnown, Arrival::Miscarried, false),
            false,
            "miscarriage",
        ),
        (
            one(Sex::NotKnown, Arrival::Ended, false),
            false,
            "pregnancy that was ended",
        ),
        (
            one(Sex::Female, Arrival::Stillborn, false),
            false,
            "stillborn",
        ),
    ]
}
