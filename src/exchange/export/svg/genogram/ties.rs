//! Emotional lines, as McGoldrick has them: two lines close, three fused, dots distant, a zigzag in conflict, bars where
//! contact is cut off, a circle where it was mended, an arrow to whoever is harmed.

use super::{Drawing, SIDE, SMALL};
use crate::exchange::export::svg::{Canvas, INK, Point, number};
use crate::insight::genogram::sketch::TieLine;
use crate::record::TieKind;

/// Draws one between two people.
pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing<'_>, tie: TieLine) {
    let (Some(from), Some(to)) = (drawing.middle(tie.from), drawing.middle(tie.to)) else {
        return;
    };
    let name = |place: usize| {
        let people = &drawing.asked.graph.people;
        people.get(place).map_or("", |one| one.short_name.as_str())
    };
    canvas.begin("tie");
    canvas.says(&format!(
        "{} {} {}",
        name(tie.from),
        tie.kind.words(),
        name(tie.to)
    ));
    let angle = (to.y - from.y).atan2(to.x - from.x);
    let clear = SIDE / 2.0 + 4.0;
    let (start, end) = (from.towards(angle, clear), to.towards(angle, -clear));
    of_kind(canvas, tie.kind, start, end);
    canvas.end();
}

/// A line of a kind from one point to another.
pub(super) fn of_kind(canvas: &mut Canvas, kind: TieKind, start: Point, end: Point) {
    let far = (end.x - start.x).hypot(end.y - start.y);
    let angle = (end.y - start.y).atan2(end.x - start.x);
    let beside = |at: Point, by: f64| at.towards(angle + std::f64::consts::FRAC_PI_2, by);
    let along = |share: f64| start.towards(angle, far * share);
    let mut straight = |by: f64, dashes: &str| {
        path(canvas, &[beside(start, by), beside(end, by)], dashes);
    };
    match kind {
        TieKind::Close => [-2.5, 2.5].into_iter().for_each(|by| straight(by, "none")),
        TieKind::Fused => [-4.0, 0.0, 4.0]
            .into_iter()
            .for_each(|by| straight(by, "none")),
        TieKind::Distant => straight(0.0, "1 6"),
        TieKind::Caring | TieKind::Controlling => straight(0.0, "none"),
        TieKind::CloseHostile => [-7.0, 7.0].into_iter().for_each(|by| straight(by, "none")),
        _ => {}
    }
    match kind {
        TieKind::Hostile | TieKind::CloseHostile | TieKind::PhysicalAbuse => {
            zigzag(canvas, start, end, 5.0, 0.0)
        }
        TieKind::EmotionalAbuse => zigzag(canvas, start, end, 2.5, 0.0),
        TieKind::SexualAbuse => [-4.0, 4.0]
            .into_iter()
            .for_each(|by| zigzag(canvas, start, end, 4.0, by)),
        TieKind::CutOff | TieKind::Repaired => {
            path(canvas, &[start, along(0.44)], "none");
            path(canvas, &[along(0.56), end], "none");
            for share in [0.44, 0.56] {
                path(
                    canvas,
                    &[beside(along(share), -7.0), beside(along(share), 7.0)],
                    "none",
                );
            }
        }
        _ => {}
    }
    if kind == TieKind::Repaired {
        let middle = along(0.5);
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
    let letter = match kind {
        TieKind::PhysicalAbuse => "P",
        TieKind::EmotionalAbuse => "E",
        TieKind::SexualAbuse => "S",
        TieKind::Controlling => "C",
        _ => "",
    };
    if !letter.is_empty() {
        let middle = along(0.5);
        canvas.haloed(
            Point {
                y: middle.y + SMALL * 0.35,
                ..middle
            },
            "middle",
            SMALL,
            true,
            letter,
        );
    }
    if kind.has_direction() {
        let wings = [angle + 2.6, angle - 2.6].map(|wing| end.towards(wing, 11.0));
        path(canvas, &[wings[0], end, wings[1]], "none");
    }
}

fn zigzag(canvas: &mut Canvas, start: Point, end: Point, high: f64, aside: f64) {
    let far = (end.x - start.x).hypot(end.y - start.y);
    let angle = (end.y - start.y).atan2(end.x - start.x);
    let across = angle + std::f64::consts::FRAC_PI_2;
    let mut points = vec![start.towards(across, aside)];
    let mut passed = 5.0;
    let mut side = 1.0;
    while passed < far {
        points.push(
            start
                .towards(angle, passed)
                .towards(across, aside + high * side),
        );
        side = -side;
        passed += 7.0;
    }
    points.push(end.towards(across, aside));
    path(canvas, &points, "none");
}

fn path(canvas: &mut Canvas, points: &[Point], dashes: &str) {
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
