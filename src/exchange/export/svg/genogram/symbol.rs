//! The symbols of people.

use super::{SIDE, SMALL};
use crate::exchange::export::svg::{INK, LETTER, SvgCanvas, SvgPoint, number};
use crate::insight::genogram::Somebody;
use crate::record::{Arrival, Sex};

/// Draws the symbol of somebody around a point, with the age in it.
pub fn draw_symbol(
    canvas: &mut SvgCanvas,
    at: SvgPoint,
    somebody: &Somebody,
    is_index: bool,
    age: &str,
) {
    let half = SIDE / 2.0;
    match somebody.arrival {
        Arrival::Expected => triangle(canvas, at, half),
        Arrival::Miscarried | Arrival::Ended => {
            triangle(canvas, at, half * 0.6);
            cross(canvas, at, half * 0.6);
            if somebody.arrival == Arrival::Ended {
                line(canvas, (at.x - half * 0.7, at.y), (at.x + half * 0.7, at.y));
            }
        }
        Arrival::Stillborn => {
            outline(canvas, at, half * 0.5, somebody.sex);
            cross(canvas, at, half * 0.5);
        }
        Arrival::Born => {
            outline(canvas, at, half, somebody.sex);
            if is_index {
                outline(canvas, at, half - 4.0, somebody.sex);
            }
            if somebody.died.is_some() {
                cross(canvas, at, half);
            }
            let has_shape =
                somebody.id.is_some() && matches!(somebody.sex, Sex::Male | Sex::Female);
            if has_shape {
                let middle = SvgPoint {
                    y: at.y + SMALL * 0.35,
                    ..at
                };
                canvas.haloed(middle, "middle", SMALL, false, age);
            }
        }
    }
}

fn outline(canvas: &mut SvgCanvas, at: SvgPoint, half: f64, sex: Sex) {
    match sex {
        Sex::Male => canvas.element(
            "rect",
            &[
                ("x", &number(at.x - half)),
                ("y", &number(at.y - half)),
                ("width", &number(half * 2.0)),
                ("height", &number(half * 2.0)),
                ("fill", &"#fff"),
                ("stroke", &INK),
                ("stroke-width", &"1.5"),
            ],
        ),
        Sex::Female => canvas.element(
            "circle",
            &[
                ("cx", &number(at.x)),
                ("cy", &number(at.y)),
                ("r", &number(half)),
                ("fill", &"#fff"),
                ("stroke", &INK),
                ("stroke-width", &"1.5"),
            ],
        ),
        Sex::Other | Sex::NotKnown => {
            let size = half * 1.7;
            let middle = SvgPoint {
                y: at.y + size * 0.35,
                ..at
            };
            canvas.haloed(middle, "middle", size.max(LETTER), false, "?");
        }
    }
}

fn triangle(canvas: &mut SvgCanvas, at: SvgPoint, half: f64) {
    let points = format!(
        "{},{} {},{} {},{}",
        number(at.x),
        number(at.y - half),
        number(at.x + half),
        number(at.y + half),
        number(at.x - half),
        number(at.y + half)
    );
    canvas.element(
        "polygon",
        &[
            ("points", &points),
            ("fill", &"#fff"),
            ("stroke", &INK),
            ("stroke-width", &"1.5"),
        ],
    );
}

fn cross(canvas: &mut SvgCanvas, at: SvgPoint, half: f64) {
    line(
        canvas,
        (at.x - half, at.y - half),
        (at.x + half, at.y + half),
    );
    line(
        canvas,
        (at.x + half, at.y - half),
        (at.x - half, at.y + half),
    );
}

fn line(canvas: &mut SvgCanvas, from: (f64, f64), to: (f64, f64)) {
    canvas.element(
        "line",
        &[
            ("x1", &number(from.0)),
            ("y1", &number(from.1)),
            ("x2", &number(to.0)),
            ("y2", &number(to.1)),
            ("stroke", &INK),
        ],
    );
}
