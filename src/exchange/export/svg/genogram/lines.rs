//! The lines of the family: unions with their slashes, children by birth, adoption and care, twins.

use super::{GenogramDrawing, NAME};
use crate::exchange::export::svg::{INK, SvgCanvas, SvgPoint, number};
use crate::insight::genogram::layout::{Line, Stroke};
use crate::insight::genogram::{KinKind, UnionState};

/// The dashes of a line; empty for a solid one.
const DASHED: &str = "7 5";
const DOTTED: &str = "2 4";

/// Draws a line of the layout.
pub(super) fn draw_family_line(canvas: &mut SvgCanvas, drawing: &GenogramDrawing<'_>, line: &Line) {
    let graph = drawing.asked.graph;
    let of_union = |union: usize, care: bool| {
        let union = graph.unions.get(union);
        let lines = union.into_iter().flat_map(|union| &union.children);
        let lines = lines.filter(|at| {
            graph
                .kin
                .get(**at)
                .is_some_and(|line| line.is_care() == care)
        });
        let kinds = lines
            .filter_map(|at| graph.kin.get(*at))
            .map(|line| line.kind);
        dashes(kinds.min().unwrap_or(KinKind::Birth))
    };
    let (class, look) = match line.stroke {
        Stroke::Union(union) => {
            let Some(union) = graph.unions.get(union) else {
                return;
            };
            let look = match (union.is_marriage(), union.is_care_only()) {
                (true, _) => "",
                (false, true) => DOTTED,
                (false, false) => DASHED,
            };
            ("union", look)
        }
        Stroke::Down(union, care) | Stroke::Across(union, care) => {
            ("descent", of_union(union, care))
        }
        Stroke::Child(at) => {
            let kind = graph.kin.get(at).map_or(KinKind::Birth, |line| line.kind);
            ("child", dashes(kind))
        }
        Stroke::Twins(..) => ("twin", ""),
    };
    let points = raised(drawing, line);
    path(canvas, class, &points, look);
    match line.stroke {
        Stroke::Child(at)
            if graph
                .kin
                .get(at)
                .is_some_and(|line| line.kind == KinKind::Adopted) =>
        {
            let beside: Vec<SvgPoint> = points
                .iter()
                .map(|at| SvgPoint {
                    x: at.x + 4.0,
                    y: at.y,
                })
                .collect();
            path(canvas, "child", &beside, DASHED);
        }
        Stroke::Union(union) => {
            let count = graph.unions.get(union).map_or(0, |union| union.slashes());
            slashes(canvas, &points, count);
        }
        _ => {}
    }
}

/// The points of a line in the picture; where it leaves people it begins at their symbol, behind the name.
fn raised(drawing: &GenogramDrawing<'_>, line: &Line) -> Vec<SvgPoint> {
    let leaves = |point: &(i32, i32)| {
        let mut places = drawing.layout.places.iter();
        places.any(|place| {
            place.bottom() == point.1 && place.left <= point.0 && point.0 <= place.right()
        })
    };
    let points = line.points.iter().map(|point| {
        let up = if leaves(point) { NAME } else { 0 };
        drawing.point((point.0, point.1 - up))
    });
    points.collect()
}

fn dashes(kind: KinKind) -> &'static str {
    match kind {
        KinKind::Birth | KinKind::Adopted => "",
        KinKind::Sibling | KinKind::HalfSibling | KinKind::Between | KinKind::Step => DASHED,
        KinKind::Foster | KinKind::Kinship | KinKind::Care => DOTTED,
    }
}

fn path(canvas: &mut SvgCanvas, class: &str, points: &[SvgPoint], dashes: &str) {
    let all: Vec<String> = (points.iter())
        .map(|at| format!("{},{}", number(at.x), number(at.y)))
        .collect();
    let dashes = if dashes.is_empty() { "none" } else { dashes };
    canvas.element(
        "polyline",
        &[
            ("class", &class),
            ("points", &all.join(" ")),
            ("fill", &"none"),
            ("stroke", &INK),
            ("stroke-width", &"1.5"),
            ("stroke-dasharray", &dashes),
        ],
    );
}

/// One or two strokes across the line of a union, near its right end, away from the words.
fn slashes(canvas: &mut SvgCanvas, points: &[SvgPoint], count: usize) {
    let [_, left, right, _] = points else { return };
    for at in 0..count {
        let shift = f64::from(u32::try_from(at).unwrap_or(0)) * 7.0;
        let x = left.x.max(right.x) - 14.0 - shift;
        let stroke = [
            SvgPoint {
                x: x - 5.0,
                y: left.y + 9.0,
            },
            SvgPoint {
                x: x + 5.0,
                y: left.y - 9.0,
            },
        ];
        path(canvas, "slash", &stroke, "");
    }
}

/// The bar between identical twins, half way down.
pub(super) fn bars_of_twins(canvas: &mut SvgCanvas, drawing: &GenogramDrawing<'_>) {
    let twins = drawing
        .layout
        .lines
        .iter()
        .filter(|line| matches!(line.stroke, Stroke::Twins(_, true)));
    let twins: Vec<(SvgPoint, SvgPoint)> = twins
        .filter_map(|line| {
            let points = raised(drawing, line);
            Some((*points.first()?, *points.last()?))
        })
        .collect();
    for pair in twins.chunk_by(|one, other| one.0 == other.0) {
        if let ([first, ..], [.., last]) = (pair, pair) {
            let half = |(from, to): &(SvgPoint, SvgPoint)| SvgPoint {
                x: f64::midpoint(from.x, to.x),
                y: f64::midpoint(from.y, to.y),
            };
            path(canvas, "identical", &[half(first), half(last)], "");
        }
    }
}

/// The lines to children of which the key shows a sample.
pub(super) const SAMPLES: [(KinKind, &str); 4] = [
    (KinKind::Birth, "child by birth"),
    (KinKind::Adopted, "adopted (A)"),
    (KinKind::Foster, "foster (F), kinship care (K)"),
    (KinKind::Sibling, "parents' line not recorded"),
];

/// A sample of a union for the key.
pub(super) fn sample_of_union(
    canvas: &mut SvgCanvas,
    at: SvgPoint,
    state: Option<UnionState>,
    ended: usize,
) {
    let look = match state {
        Some(UnionState::CareTogether) => DOTTED,
        Some(UnionState::Together) => DASHED,
        _ => "",
    };
    let point = |x: f64, y: f64| SvgPoint {
        x: at.x + x,
        y: at.y + y,
    };
    let points = [
        point(-24.0, -6.0),
        point(-24.0, 4.0),
        point(24.0, 4.0),
        point(24.0, -6.0),
    ];
    path(canvas, "union", &points, look);
    slashes(canvas, &points, ended);
}

/// A sample of a line to a child for the key.
pub(super) fn sample_of_child(canvas: &mut SvgCanvas, at: SvgPoint, kind: KinKind) {
    let points = |x: f64| {
        [
            SvgPoint { x, y: at.y - 14.0 },
            SvgPoint { x, y: at.y + 14.0 },
        ]
    };
    path(canvas, "child", &points(at.x), dashes(kind));
    if kind == KinKind::Adopted {
        path(canvas, "child", &points(at.x + 4.0), DASHED);
    }
}
