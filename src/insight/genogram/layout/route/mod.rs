//! The lines: from partner to partner under their symbols, from there down to a line across, and from that to each child.
//! Between two rows lie, from the top: the lines of unions, one under the other where they would overlap; the lines across,
//! each on its own track where they would overlap; room for twins and for words. No two lines share a column there unless
//! they belong to one union, so that lines only ever cross and never seem to join.

mod channel;
mod ports;
mod tracks;

use super::order::{Item, Order};
use super::place::Columns;
use super::rows::Rows;
use super::{Layout, Line, Measures, Place, Stroke};
use crate::insight::genogram::Genogram;
use channel::{Channel, channels};
use tracks::stacked;

/// Sets people on their rows and draws every line.
pub fn route(
    graph: &Genogram,
    rows: &Rows,
    order: &Order,
    columns: &Columns,
    measures: &Measures,
) -> Layout {
    let mut layout = Layout {
        around: measures.around,
        by_person: vec![usize::MAX; graph.people.len()],
        ..Layout::default()
    };
    let channels = channels(graph, rows, columns, measures);
    let mut top = 0;
    for (row, channel) in channels.iter().enumerate() {
        top += measures.around;
        for item in order.rows.get(row).into_iter().flatten() {
            let Item::Cluster(cluster) = item else {
                continue;
            };
            for person in &order.clusters[*cluster] {
                layout.by_person[*person] = layout.places.len();
                layout.places.push(Place {
                    person: *person,
                    row,
                    left: columns.people[*person],
                    top,
                    width: measures.widths[*person],
                    height: measures.dates + measures.symbol,
                });
            }
        }
        let bottom = top + measures.dates + measures.symbol;
        top = draw(&mut layout, channel, measures, bottom);
    }
    layout.places.sort_by_key(|place| (place.row, place.left));
    for (at, place) in layout.places.iter().enumerate() {
        layout.by_person[place.person] = at;
    }
    layout.height = top;
    let ends = layout
        .lines
        .iter()
        .flat_map(|line| &line.points)
        .map(|point| point.0 + 1);
    let ends = ends.chain(layout.places.iter().map(|place| place.left + place.width));
    layout.width = ends.max().unwrap_or(0);
    layout
}

/// Draws what lies under a row; gives the top of the next one.
fn draw(layout: &mut Layout, channel: &Channel, measures: &Measures, bottom: i32) -> i32 {
    let step = measures.step;
    let base = bottom + measures.around;
    let spans: Vec<(i32, i32)> = channel.unions.iter().map(|it| (it.from, it.to)).collect();
    let depths = stacked(&spans);
    let deep = depths.iter().max().map_or(0, |depth| depth + 1);
    let lines_end = base + deep * step;
    let tracks = tracks::tracks(&channel.families);
    let used = tracks.iter().flatten().max().map_or(0, |track| track + 1);
    let has_twins = channel
        .families
        .iter()
        .any(|family| !family.twins.is_empty());
    let has_words = channel.has_words;
    let is_last = channel.families.is_empty();
    let mut below = lines_end + used * step;
    if used == 0 && !is_last {
        below += step;
    }
    if has_twins {
        below += step;
    }
    if has_words {
        below += measures.words;
    }
    if !is_last {
        below += measures.air;
    }
    let next_top = below + measures.around;
    let end = next_top + measures.dates - measures.edge;
    for (line, depth) in channel.unions.iter().zip(&depths) {
        let y = base + depth * step;
        layout.lines.push(Line {
            stroke: Stroke::Union(line.union),
            points: vec![
                (line.from, bottom),
                (line.from, y),
                (line.to, y),
                (line.to, bottom),
            ],
        });
    }
    for (family, track) in channel.families.iter().zip(&tracks) {
        let of_union = channel
            .unions
            .iter()
            .position(|line| line.union == family.union);
        let from = match of_union.and_then(|at| depths.get(at)) {
            Some(depth) if !family.passes_by => base + depth * step,
            _ => bottom,
        };
        let across = track.map_or(lines_end, |track| lines_end + track * step);
        let down = |x: i32, from: i32, to: i32| Line {
            stroke: Stroke::Down(family.union, family.is_care),
            points: vec![(x, from), (x, to)],
        };
        layout.lines.push(down(family.source, from, across));
        if track.is_some() {
            let (low, high) = family.span();
            layout.lines.push(Line {
                stroke: Stroke::Across(family.union, family.is_care),
                points: vec![(low, across), (high, across)],
            });
        }
        for (x, line) in &family.children {
            layout.lines.push(Line {
                stroke: Stroke::Child(*line),
                points: vec![(*x, across), (*x, end)],
            });
        }
        for x in &family.passes {
            layout.lines.push(down(
                *x,
                across,
                next_top + measures.dates + measures.symbol,
            ));
        }
        for twins in &family.twins {
            for (x, _) in &twins.children {
                layout.lines.push(Line {
                    stroke: Stroke::Twins(family.union, twins.identical),
                    points: vec![(twins.middle(), across), (*x, end)],
                });
            }
        }
    }
    below
}
