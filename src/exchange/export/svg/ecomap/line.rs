//! The line of a connection: thick for strong, dotted for tenuous, wavy where there is stress, with an arrow where help
//! arrives.

use super::super::{INK, SvgCanvas, SvgPoint, number};
use crate::record::Tie;

/// How long an arrow is.
const ARROW: f64 = 18.0;

/// Half a wave: how long it is.
const HALF_WAVE: f64 = 11.0;

/// Straight ends of a wave, so that it is seen to arrive.
const LEAD: f64 = 5.0;

/// What a line says.
pub(super) struct EcomapStroke {
    pub strength: Tie,
    pub stressful: bool,
    /// Whether an arrow points to where it starts.
    pub at_start: bool,
    /// Whether an arrow points to where it ends.
    pub at_end: bool,
}

/// Draws it from point to point. An arrow's tip is the end of its line.
pub(super) fn draw_line(
    canvas: &mut SvgCanvas,
    start: SvgPoint,
    end: SvgPoint,
    stroke: &EcomapStroke,
) {
    let angle = (end.y - start.y).atan2(end.x - start.x);
    let back = |has_arrow: bool| if has_arrow { ARROW - 1.0 } else { 0.0 };
    let from = start.towards(angle, back(stroke.at_start));
    let to = end.towards(angle, -back(stroke.at_end));
    let width = match stroke.strength {
        Tie::Strong => 6.0,
        Tie::Ordinary | Tie::Tenuous => 2.0,
    };
    let (dashes, cap) = match stroke.strength {
        Tie::Tenuous => ("0.1 6", "round"),
        _ => ("none", "butt"),
    };
    let path = match stroke.stressful {
        true => wavy(from, to, angle, width + 8.0),
        false => format!("M{} L{}", pair(from), pair(to)),
    };
    canvas.element(
        "path",
        &[
            ("class", &"line"),
            ("d", &path),
            ("fill", &"none"),
            ("stroke", &INK),
            ("stroke-width", &number(width)),
            ("stroke-dasharray", &dashes),
            ("stroke-linecap", &cap),
        ],
    );
    if stroke.at_start {
        arrow(canvas, start, angle, width / 2.0 + 6.0);
    }
    if stroke.at_end {
        arrow(canvas, end, angle + std::f64::consts::PI, width / 2.0 + 6.0);
    }
}

/// A wave from point to point that begins and ends on the straight line between them.
fn wavy(from: SvgPoint, to: SvgPoint, angle: f64, height: f64) -> String {
    let begin = from.towards(angle, LEAD);
    let far = (to.x - from.x).hypot(to.y - from.y) - 2.0 * LEAD;
    let halves = (far / HALF_WAVE).round().max(2.0);
    let step = far / halves;
    let across = angle + std::f64::consts::FRAC_PI_2;
    let mut path = format!("M{} L{}", pair(from), pair(begin));
    let mut side = 1.0;
    // A few dozen half waves at most.
    for half in 0..halves as u32 {
        let along = f64::from(half) * step;
        let bend = begin.towards(angle, along + step / 2.0);
        let bend = bend.towards(across, side * height);
        let next = begin.towards(angle, along + step);
        path.push_str(&format!(" Q{} {}", pair(bend), pair(next)));
        side = -side;
    }
    path.push_str(&format!(" L{}", pair(to)));
    path
}

/// An arrow whose tip is at a point; the line comes from a direction.
fn arrow(canvas: &mut SvgCanvas, tip: SvgPoint, from: f64, half_width: f64) {
    let base = tip.towards(from, ARROW);
    let across = from + std::f64::consts::FRAC_PI_2;
    let one = base.towards(across, half_width);
    let other = base.towards(across, -half_width);
    let path = format!("M{} L{} L{} Z", pair(tip), pair(one), pair(other));
    canvas.element("path", &[("class", &"arrow"), ("d", &path), ("fill", &INK)]);
}

fn pair(point: SvgPoint) -> String {
    format!("{},{}", number(point.x), number(point.y))
}
