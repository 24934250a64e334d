//! An ecomap as a picture: whoever it is about in a circle in the middle, the systems in circles around it, informal ones
//! from the left on and formal ones from the right on. Lines go straight from circle to circle, so that none crosses another.

mod line;

use super::{INK, LEADING, LETTER, SvgCanvas, SvgPoint, lines, number, width_of};
use crate::insight::ecomap::{Ecomap, System};
use crate::record::{Flow, SystemKind, Tie};
use line::{EcomapStroke, draw_line};
use std::f64::consts::{PI, TAU};

/// Letters of a name before it is broken.
const LETTERS: usize = 13;

/// The shortest line, so that its kind can be seen.
const SHORTEST: f64 = 110.0;

/// Between a circle and its neighbour, and between anything and the edge.
const ROOM: f64 = 24.0;

/// The title of an ecomap, with what is over and under it.
const HEAD: f64 = 60.0;

/// The grey of formal systems.
const FORMAL: &str = "#e4e4e4";

/// The smallest width of a picture: its key must have room.
const NARROWEST: f64 = 780.0;

/// A circle with the words in it.
struct EcomapCircle {
    at: SvgPoint,
    radius: f64,
    words: Vec<String>,
    size: f64,
    is_bold: bool,
}

impl EcomapCircle {
    /// As large as its words need.
    fn new(name: &str, size: f64, is_bold: bool, least: f64) -> EcomapCircle {
        let words = lines(name, LETTERS);
        let step = size * LEADING;
        let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
        let half = f64::from(count) * step / 2.0;
        let mut top = -half;
        let mut radius = least;
        for line in &words {
            let far = top.abs().max((top + step).abs());
            let wide = width_of(line, size) / 2.0;
            radius = radius.max(wide.hypot(far) + 8.0);
            top += step;
        }
        EcomapCircle {
            at: SvgPoint { x: 0.0, y: 0.0 },
            radius,
            words,
            size,
            is_bold,
        }
    }

    fn draw(&self, canvas: &mut SvgCanvas, class: &str, fill: &str, stroke: f64) {
        canvas.element(
            "circle",
            &[
                ("class", &class),
                ("cx", &number(self.at.x)),
                ("cy", &number(self.at.y)),
                ("r", &number(self.radius)),
                ("fill", &fill),
                ("stroke", &INK),
                ("stroke-width", &number(stroke)),
            ],
        );
        canvas.block(self.at, self.size, self.is_bold, &self.words);
    }
}

/// Several ecomaps as one picture, one under another, each with its key.
pub fn picture(ecomaps: &[Ecomap]) -> String {
    let rings: Vec<EcomapRing> = ecomaps.iter().map(EcomapRing::from_ecomap).collect();
    let widest = rings.iter().map(|ring| ring.reach * 2.0);
    let width = widest.fold(NARROWEST, f64::max) + 2.0 * ROOM;
    let mut canvas = SvgCanvas::default();
    let mut y = 0.0;
    for (ecomap, ring) in ecomaps.iter().zip(rings) {
        y = one(&mut canvas, ecomap, ring, y, width);
    }
    let names: Vec<_> = ecomaps.iter().map(|one| one.name.as_str()).collect();
    let title = format!("Ecomap: {}", names.join(", "));
    let told = ecomaps.iter().map(in_words);
    canvas.picture(
        "ecomap",
        &title,
        &told.collect::<Vec<_>>().join(" "),
        width,
        y,
    )
}

/// What the picture of one says, in sentences.
fn in_words(ecomap: &Ecomap) -> String {
    let told = ecomap.systems.iter().map(|system| {
        let kind = system.kind.words();
        format!("{} ({kind}): {}.", system.name, system.in_words())
    });
    let told: Vec<_> = told.collect();
    format!("In the middle: {}. {}", ecomap.name, told.join(" "))
}

/// The circles of an ecomap around its middle, which lies at nought.
struct EcomapRing {
    centre: EcomapCircle,
    around: Vec<(EcomapCircle, f64)>,
    /// From the middle to the outermost edge of a circle.
    reach: f64,
}

impl EcomapRing {
    fn from_ecomap(ecomap: &Ecomap) -> EcomapRing {
        let centre = EcomapCircle::new(&ecomap.name, LETTER * 1.3, true, 54.0);
        let circles = ecomap.systems.iter();
        let mut circles: Vec<_> = circles
            .map(|system| EcomapCircle::new(&system.name, LETTER, false, 40.0))
            .collect();
        let largest = circles.iter().map(|one| one.radius).fold(0.0, f64::max);
        // All of one size: a long name must not make a system look larger in somebody's life.
        for circle in &mut circles {
            circle.radius = largest;
        }
        let count = f64::from(u32::try_from(circles.len()).unwrap_or(u32::MAX));
        let informal = ecomap.systems.iter();
        let informal = informal.filter(|one| one.kind == SystemKind::Informal);
        let informal = f64::from(u32::try_from(informal.count()).unwrap_or(u32::MAX));
        let step = TAU / count.max(1.0);
        let mut far = centre.radius + SHORTEST + largest;
        if circles.len() > 2 {
            far = far.max((largest + ROOM / 2.0) / (step / 2.0).sin());
        }
        // From above to below on either side, as on the screen.
        let mut left = PI + step * (informal - 1.0) / 2.0;
        let mut right = -step * (count - informal - 1.0) / 2.0;
        let nought = centre.at;
        let around = ecomap.systems.iter().zip(circles);
        let around: Vec<_> = around
            .map(|(system, circle)| {
                let angle = match system.kind {
                    SystemKind::Informal => left,
                    SystemKind::Formal => right,
                };
                match system.kind {
                    SystemKind::Informal => left -= step,
                    SystemKind::Formal => right += step,
                }
                let at = nought.towards(angle, far);
                (EcomapCircle { at, ..circle }, angle)
            })
            .collect();
        let reach = match around.is_empty() {
            true => centre.radius,
            false => far + largest,
        };
        EcomapRing {
            centre,
            around,
            reach,
        }
    }
}

/// Draws one, from a height on; gives where it ends.
fn one(canvas: &mut SvgCanvas, ecomap: &Ecomap, ring: EcomapRing, from: f64, width: f64) -> f64 {
    let EcomapRing {
        mut centre,
        around,
        reach,
    } = ring;
    let middle = SvgPoint {
        x: width / 2.0,
        y: from + HEAD + reach,
    };
    canvas.begin("ecomap");
    let title = SvgPoint {
        x: middle.x,
        y: from + 34.0,
    };
    let words = format!("Ecomap: {}", ecomap.name);
    canvas.words(title, "middle", LETTER * 1.5, true, &words);
    centre.at = middle;
    for (system, (circle, angle)) in ecomap.systems.iter().zip(around) {
        let circle = EcomapCircle {
            at: SvgPoint {
                x: middle.x + circle.at.x,
                y: middle.y + circle.at.y,
            },
            ..circle
        };
        canvas.begin("connection");
        canvas.says(&format!("{}: {}", system.name, system.in_words()));
        let start = middle.towards(angle, centre.radius);
        let end = circle.at.towards(angle, -circle.radius);
        draw_line(canvas, start, end, &stroke(system));
        let fill = match system.kind {
            SystemKind::Informal => "#fff",
            SystemKind::Formal => FORMAL,
        };
        circle.draw(canvas, "system", fill, 1.5);
        canvas.end();
    }
    centre.draw(canvas, "centre", "#fff", 3.0);
    let y = key(canvas, middle.y + reach + ROOM, width);
    let y = not_drawn(canvas, ecomap, y, width);
    canvas.end();
    y
}

/// The line of a system, drawn from the middle to it.
fn stroke(system: &System) -> EcomapStroke {
    EcomapStroke {
        strength: system.strength,
        stressful: system.stressful,
        at_start: matches!(system.flow, Flow::Towards | Flow::Both),
        at_end: matches!(system.flow, Flow::Away | Flow::Both),
    }
}

/// Prints what lines, arrows and circles mean; gives where it ends.
fn key(canvas: &mut SvgCanvas, from: f64, width: f64) -> f64 {
    let of = |strength, stressful, at_end| EcomapStroke {
        strength,
        stressful,
        at_start: false,
        at_end,
    };
    let strokes = [
        (of(Tie::Strong, false, false), "strong"),
        (
            of(Tie::Ordinary, false, false),
            "neither strong nor tenuous",
        ),
        (of(Tie::Tenuous, false, false), "tenuous"),
        (of(Tie::Ordinary, true, false), "wavy: stress in it"),
        (of(Tie::Ordinary, false, true), "help flows this way"),
    ];
    let column = (width - 2.0 * ROOM) / 3.0;
    canvas.begin("key");
    let mut at = SvgPoint { x: ROOM, y: from };
    let mut place = |canvas: &mut SvgCanvas, words: &str| {
        let here = at;
        at.x += column;
        if at.x + column > width {
            at = SvgPoint {
                x: ROOM,
                y: at.y + 34.0,
            };
        }
        let words_at = SvgPoint {
            x: here.x + 72.0,
            y: here.y + LETTER * 0.35,
        };
        canvas.words(words_at, "start", LETTER * 0.9, false, words);
        here
    };
    for (stroke, words) in strokes {
        let here = place(canvas, words);
        let end = here.towards(0.0, 62.0);
        draw_line(canvas, here, end, &stroke);
    }
    for (fill, words) in [("#fff", "white: informal"), (FORMAL, "grey: formal")] {
        let here = place(canvas, words);
        canvas.element(
            "circle",
            &[
                ("class", &"sample"),
                ("cx", &number(here.x + 31.0)),
                ("cy", &number(here.y)),
                ("r", &"11"),
                ("fill", &fill),
                ("stroke", &INK),
                ("stroke-width", &"1.5"),
            ],
        );
    }
    canvas.end();
    at.y + 34.0
}

/// Tells what is not drawn; gives where it ends.
fn not_drawn(canvas: &mut SvgCanvas, ecomap: &Ecomap, from: f64, width: f64) -> f64 {
    let told = ecomap.not_drawn.iter();
    let told: Vec<_> = told
        .map(|one| format!("{} ({})", one.name, one.time))
        .collect();
    if told.is_empty() {
        return from;
    }
    let size = LETTER * 0.9;
    let letters = (width - 2.0 * ROOM) / width_of("m", size);
    // Between nought and some hundreds.
    let letters = letters.clamp(20.0, 400.0) as usize;
    let words = format!("Not drawn, as not on this day: {}", told.join("; "));
    let mut y = from;
    for line in lines(&words, letters) {
        canvas.words(SvgPoint { x: ROOM, y }, "start", size, false, &line);
        y += size * LEADING;
    }
    y + ROOM / 2.0
}

#[cfg(test)]
mod tests;
