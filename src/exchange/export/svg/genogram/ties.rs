//! Emotional lines, as McGoldrick has them: two lines close, three fused, dots distant, a zigzag in conflict, bars where
//! contact is cut off, a circle where it was mended, an arrow to whoever is harmed. A line bends around those in its way.

use super::{GenogramDrawing, SIDE, SMALL};
use crate::exchange::export::svg::{INK, SvgCanvas, SvgPoint, number};
use crate::insight::genogram::TieLine;
use crate::record::TieKind;
use std::f64::consts::FRAC_PI_2;

/// How far a line is bent, the least first, until it passes nobody.
const BENDS: [f64; 9] = [0.0, -45.0, 45.0, -80.0, 80.0, -120.0, 120.0, -170.0, 170.0];

/// A way from one point to another, bent to a side.
#[derive(Clone, Copy)]
pub(super) struct TieRoute {
    start: SvgPoint,
    bend: SvgPoint,
    end: SvgPoint,
}

impl TieRoute {
    /// Bent so far at its middle.
    pub(super) fn new(start: SvgPoint, end: SvgPoint, by: f64) -> TieRoute {
        let across = (end.y - start.y).atan2(end.x - start.x) + FRAC_PI_2;
        let middle = SvgPoint {
            x: f64::midpoint(start.x, end.x),
            y: f64::midpoint(start.y, end.y),
        };
        TieRoute {
            start,
            // The middle of the curve lies half way to the point that bends it.
            bend: middle.towards(across, by * 2.0),
            end,
        }
    }

    /// The point at a share of the way, so far beside it.
    fn at(&self, share: f64, beside: f64) -> SvgPoint {
        let between = |one: SvgPoint, other: SvgPoint| SvgPoint {
            x: one.x + (other.x - one.x) * share,
            y: one.y + (other.y - one.y) * share,
        };
        let (from, to) = (between(self.start, self.bend), between(self.bend, self.end));
        between(from, to).towards(self.angle(share) + FRAC_PI_2, beside)
    }

    /// The direction at a share of the way.
    fn angle(&self, share: f64) -> f64 {
        let along =
            |from: f64, bend: f64, to: f64| (bend - from) * (1.0 - share) + (to - bend) * share;
        let x = along(self.start.x, self.bend.x, self.end.x);
        along(self.start.y, self.bend.y, self.end.y).atan2(x)
    }

    fn length(&self) -> f64 {
        let points: Vec<SvgPoint> = self.points(0.0, 1.0, 0.0);
        let pairs = points.iter().zip(points.iter().skip(1));
        pairs
            .map(|(one, other)| (other.x - one.x).hypot(other.y - one.y))
            .sum()
    }

    /// Points from one share of the way to another, so far beside it.
    fn points(&self, from: f64, to: f64, beside: f64) -> Vec<SvgPoint> {
        let steps = (0..=24).map(|step| from + (to - from) * f64::from(step) / 24.0);
        steps.map(|share| self.at(share, beside)).collect()
    }
}

/// Draws one between two people.
pub(super) fn draw_tie(canvas: &mut SvgCanvas, drawing: &GenogramDrawing<'_>, tie: TieLine) {
    let (Some(from), Some(to)) = (drawing.middle(tie.from), drawing.middle(tie.to)) else {
        return;
    };
    let name = |place: usize| {
        let people = &drawing.asked.graph.people;
        people.get(place).map_or("", |one| one.short_name.as_str())
    };
    let others = drawing.layout.places.iter().map(|place| place.person);
    let others = others.filter(|one| *one != tie.from && *one != tie.to);
    let others: Vec<SvgPoint> = others.filter_map(|one| drawing.middle(one)).collect();
    let passes = |way: &TieRoute| {
        let mut points = way.points(0.0, 1.0, 0.0).into_iter();
        points.any(|at| {
            others
                .iter()
                .any(|one| (one.x - at.x).hypot(one.y - at.y) < SIDE / 2.0 + 8.0)
        })
    };
    let ways = BENDS.map(|by| TieRoute::new(from, to, by));
    let whole = ways.iter().find(|way| !passes(way)).unwrap_or(&ways[0]);
    // From edge to edge, not from middle to middle.
    let clear = (SIDE / 2.0 + 4.0) / whole.length().max(1.0);
    let clear = clear.min(0.4);
    let bend = whole.at(0.5, 0.0);
    let (start, end) = (whole.at(clear, 0.0), whole.at(1.0 - clear, 0.0));
    let middle = SvgPoint {
        x: f64::midpoint(start.x, end.x),
        y: f64::midpoint(start.y, end.y),
    };
    let way = TieRoute {
        start,
        bend: SvgPoint {
            x: middle.x + (bend.x - middle.x) * 2.0,
            y: middle.y + (bend.y - middle.y) * 2.0,
        },
        end,
    };
    canvas.begin("tie");
    canvas.says(&format!(
        "{} {} {}",
        name(tie.from),
        tie.kind.words(),
        name(tie.to)
    ));
    of_kind(canvas, tie.kind, way);
    canvas.end();
}

/// A line of a kind along a way.
pub(super) fn of_kind(canvas: &mut SvgCanvas, kind: TieKind, way: TieRoute) {
    let mut lines = |beside: &[f64], dashes: &str| {
        for by in beside {
            path(canvas, &way.points(0.0, 1.0, *by), dashes);
        }
    };
    match kind {
        TieKind::Close => lines(&[-2.5, 2.5], "none"),
        TieKind::Fused => lines(&[-4.0, 0.0, 4.0], "none"),
        TieKind::Distant => lines(&[0.0], "1 6"),
        TieKind::Caring | TieKind::Controlling => lines(&[0.0], "none"),
        TieKind::CloseHostile => lines(&[-7.0, 7.0], "none"),
        _ => {}
    }
    match kind {
        TieKind::Hostile | TieKind::CloseHostile | TieKind::PhysicalAbuse => {
            zigzag(canvas, way, 5.0, 0.0);
        }
        TieKind::EmotionalAbuse => zigzag(canvas, way, 2.5, 0.0),
        TieKind::SexualAbuse => [-4.0, 4.0]
            .into_iter()
            .for_each(|by| zigzag(canvas, way, 4.0, by)),
        TieKind::CutOff | TieKind::Repaired => cut_off(canvas, way, kind == TieKind::Repaired),
        _ => {}
    }
    let letter = match kind {
        TieKind::PhysicalAbuse => "P",
        TieKind::EmotionalAbuse => "E",
        TieKind::SexualAbuse => "S",
        TieKind::Controlling => "C",
        _ => "",
    };
    let middle = way.at(0.5, 0.0);
    let under = SvgPoint {
        y: middle.y + SMALL * 0.35,
        ..middle
    };
    canvas.haloed(under, "middle", SMALL, true, letter);
    if kind.has_direction() {
        let angle = way.angle(1.0);
        let wings = [angle + 2.6, angle - 2.6].map(|wing| way.end.towards(wing, 11.0));
        path(canvas, &[wings[0], way.end, wings[1]], "none");
    }
}

/// A gap between two bars; with a circle in it where contact was mended.
fn cut_off(canvas: &mut SvgCanvas, way: TieRoute, mended: bool) {
    let gap = (6.0 / way.length().max(1.0)).min(0.3);
    let (before, after) = (0.5 - gap, 0.5 + gap);
    path(canvas, &way.points(0.0, before, 0.0), "none");
    path(canvas, &way.points(after, 1.0, 0.0), "none");
    for share in [before, after] {
        path(canvas, &[way.at(share, -7.0), way.at(share, 7.0)], "none");
    }
    if mended {
        let middle = way.at(0.5, 0.0);
        canvas.element(
            "circle",
            &[
                ("cx", &number(middle.x)),
                ("cy", &number(middle.y)),
                ("r", &"4"),
                ("fill", &"#fff"),
                ("stroke", &INK),
            ],
        );
    }
}

fn zigzag(canvas: &mut SvgCanvas, way: TieRoute, high: f64, aside: f64) {
    let step = 7.0 / way.length().max(7.0);
    let mut points = vec![way.at(0.0, aside)];
    let (mut share, mut side) = (step, 1.0);
    while share < 1.0 {
        points.push(way.at(share, aside + high * side));
        side = -side;
        share += step;
    }
    points.push(way.at(1.0, aside));
    path(canvas, &points, "none");
}

fn path(canvas: &mut SvgCanvas, points: &[SvgPoint], dashes: &str) {
    let all: Vec<String> = (points.iter())
        .map(|at| format!("{},{}", number(at.x), number(at.y)))
        .collect();
    canvas.element(
        "polyline",
        &[
            ("points", &all.join(" ")),
            ("fill", &"none"),
            ("stroke", &INK),
            ("stroke-width", &"1.2"),
            ("stroke-dasharray", &dashes),
            ("stroke-linecap", &"round"),
        ],
    );
}
