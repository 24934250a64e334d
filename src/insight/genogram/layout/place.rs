//! The column of everybody: in the order of their row, parents over the middle of their children as far as there is room.

use super::Measures;
use super::order::{Item, Order, is_on_row};
use super::rows::Rows;
use crate::insight::genogram::Genogram;

/// The left edges.
pub struct Columns {
    /// The left edge of everybody, by place.
    pub people: Vec<i32>,
    /// Every line that passes through a row: the row, the line, its column.
    pub passes: Vec<(usize, Item, i32)>,
}

/// How often rows are drawn towards those above and below; more changes nothing that is seen.
const SWEEPS: usize = 8;

/// How little weight has who is pulled by nobody, and who only cares for the children below: they make way.
const LEFT_ALONE: f64 = 0.05;
const CARERS: f64 = 0.02;

/// Where something is wanted, and how much.
#[derive(Clone, Copy)]
struct Pull {
    to: f64,
    weight: f64,
}

struct Placing<'a> {
    graph: &'a Genogram,
    rows: &'a Rows,
    order: &'a Order,
    measures: &'a Measures,
    /// The left edge of everybody within their cluster.
    within: Vec<i32>,
    widths: Vec<i32>,
    /// The left edge of every item, row by row.
    left: Vec<Vec<f64>>,
    /// Row and place on it of every cluster.
    at: Vec<(usize, usize)>,
}

/// Works the columns out.
pub fn columns(graph: &Genogram, rows: &Rows, order: &Order, measures: &Measures) -> Columns {
    let mut placing = Placing {
        graph,
        rows,
        order,
        measures,
        within: vec![0; graph.people.len()],
        widths: Vec::new(),
        left: Vec::new(),
        at: vec![(0, 0); order.clusters.len()],
    };
    placing.widths = (order.clusters.iter())
        .map(|cluster| placing.cluster(cluster))
        .collect();
    for (row, items) in order.rows.iter().enumerate() {
        let mut next = 0.0;
        let mut lefts = Vec::new();
        for (place, item) in items.iter().enumerate() {
            if let Item::Cluster(cluster) = item {
                placing.at[*cluster] = (row, place);
            }
            lefts.push(next);
            next += f64::from(placing.width(*item) + measures.gap);
        }
        placing.left.push(lefts);
    }
    for _ in 0..SWEEPS {
        for row in (0..rows.count.saturating_sub(1)).rev() {
            placing.draw(row, false);
        }
        for row in 1..rows.count {
            placing.draw(row, true);
        }
    }
    placing.whole()
}

impl Placing<'_> {
    /// Sets the people of a cluster beside each other; gives its width.
    fn cluster(&mut self, people: &[usize]) -> i32 {
        let mut next = 0;
        for (at, person) in people.iter().enumerate() {
            let width = self.measures.widths[*person];
            let mut left = next;
            // The words on the line of a union need room between the middles of the two.
            for (union, words) in self.graph.unions.iter().zip(&self.measures.union_words) {
                let other = union.partners.iter().find(|one| *one != person);
                let other = other.filter(|_| union.partners.contains(person));
                let Some(other) = other.filter(|one| people[..at].contains(one)) else {
                    continue;
                };
                let middle = self.within[*other] + self.measures.widths[*other] / 2;
                left = left.max(middle + words - width / 2);
            }
            self.within[*person] = left;
            next = left + width + self.measures.gap;
        }
        next - self.measures.gap
    }

    fn width(&self, item: Item) -> i32 {
        match item {
            Item::Cluster(cluster) => self.widths.get(cluster).copied().unwrap_or(0),
            Item::Pass(..) => 1,
        }
    }

    /// The middle of somebody, from their cluster's left edge.
    fn middle(&self, person: usize) -> f64 {
        f64::from(self.within[person] + self.measures.widths[person] / 2)
    }

    fn column(&self, person: usize) -> f64 {
        let (row, place) = self.at[self.order.cluster_of[person]];
        self.left[row][place] + self.middle(person)
    }

    /// The middle between the partners of a union, from their cluster's left edge.
    fn union_middle(&self, union: usize) -> f64 {
        let partners = &self.graph.unions[union].partners;
        let sum: f64 = partners.iter().map(|one| self.middle(*one)).sum();
        sum / f64::from(u32::try_from(partners.len().max(1)).unwrap_or(1))
    }

    /// Draws a row towards the one above, or the one below.
    fn draw(&mut self, row: usize, from_above: bool) {
        let items = &self.order.rows[row];
        let mut wanted = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let pulls = match (item, from_above) {
                (Item::Cluster(cluster), true) => self.pulls_above(*cluster),
                (Item::Cluster(cluster), false) => self.pulls_below(*cluster),
                (Item::Pass(union, care, to), _) => vec![self.pull_of_pass(*union, *care, *to)],
            };
            let now = self.left[row][place];
            let weight: f64 = pulls.iter().map(|pull| pull.weight).sum();
            let sum: f64 = pulls.iter().map(|pull| pull.to * pull.weight).sum();
            match pulls.is_empty() {
                true => wanted.push((now, LEFT_ALONE)),
                false => wanted.push((sum / weight, weight)),
            }
        }
        let widths: Vec<f64> = (items.iter())
            .map(|item| f64::from(self.width(*item) + self.measures.gap))
            .collect();
        self.left[row] = fitted(&wanted, &widths);
    }

    /// Where the parents of a cluster's people want it.
    fn pulls_above(&self, cluster: usize) -> Vec<Pull> {
        let people = self.order.clusters[cluster].iter();
        let mut pulls = Vec::new();
        for person in people {
            for line in self
                .graph
                .lines_up(*person)
                .filter(|line| line.kind.is_of_family())
            {
                let siblings = self.graph.unions[line.union].children.iter();
                let columns = siblings.map(|line| self.column(self.graph.kin[*line].child));
                let ends = columns.fold((f64::MAX, f64::MIN), |(low, high), one| {
                    (low.min(one), high.max(one))
                });
                let shift = self.drop(line.union) - f64::midpoint(ends.0, ends.1);
                pulls.push(Pull {
                    to: self.column(*person) + shift - self.middle(*person),
                    weight: 1.0,
                });
            }
        }
        pulls
    }

    /// Where the children of a cluster's unions want it.
    fn pulls_below(&self, cluster: usize) -> Vec<Pull> {
        let people = &self.order.clusters[cluster];
        let mut pulls = Vec::new();
        for (at, union) in self.graph.unions.iter().enumerate() {
            let stands_here = union
                .partners
                .first()
                .is_some_and(|one| people.contains(one));
            if !stands_here {
                continue;
            }
            let children = union.children.iter().map(|line| &self.graph.kin[*line]);
            let family = children.clone().any(|line| line.kind.is_of_family());
            let children = children.filter(|line| line.kind.is_of_family() || !family);
            let columns: Vec<f64> = children.map(|line| self.column(line.child)).collect();
            let low = columns.iter().copied().reduce(f64::min);
            let high = columns.iter().copied().reduce(f64::max);
            if let (Some(low), Some(high)) = (low, high) {
                pulls.push(Pull {
                    to: f64::midpoint(low, high) - self.union_middle(at),
                    weight: if family { 1.0 } else { CARERS },
                });
            }
        }
        pulls
    }

    fn pull_of_pass(&self, union: usize, care: bool, to: usize) -> Pull {
        let lines = self.graph.unions[union].children.iter();
        let lines = lines
            .filter(|line| self.rows.is_drawn[**line] && self.graph.kin[**line].is_care() == care);
        let children = lines.map(|line| self.graph.kin[*line].child);
        let columns: Vec<f64> = children
            .filter(|child| self.rows.of[*child] == to)
            .map(|child| self.column(child))
            .collect();
        let count = f64::from(u32::try_from(columns.len().max(1)).unwrap_or(1));
        Pull {
            to: columns.iter().sum::<f64>() / count,
            weight: 1.0,
        }
    }

    /// The column from which the line to the children of a union goes down.
    fn drop(&self, union: usize) -> f64 {
        let partners = &self.graph.unions[union].partners;
        match is_on_row(self.graph, self.rows, union) {
            true => {
                let (row, place) = self.at[self.order.cluster_of[partners[0]]];
                self.left[row][place] + self.union_middle(union)
            }
            false => self.column(partners[0]),
        }
    }

    /// Whole columns from 0 on, with nothing nearer than it may be.
    fn whole(&self) -> Columns {
        let lowest = self.left.iter().flatten().copied().fold(f64::MAX, f64::min);
        // The line around a household needs room left of the first person too.
        let margin = if self.measures.around > 0 { 2 } else { 0 };
        let mut columns = Columns {
            people: vec![0; self.graph.people.len()],
            passes: Vec::new(),
        };
        for (row, items) in self.order.rows.iter().enumerate() {
            let mut next = margin;
            for (place, item) in items.iter().enumerate() {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "columns of a drawing are far below the limit"
                )]
                let wanted = (self.left[row][place] - lowest).round() as i32;
                let left = (wanted + margin).max(next);
                next = left + self.width(*item) + self.measures.gap;
                match item {
                    Item::Cluster(cluster) => {
                        for person in &self.order.clusters[*cluster] {
                            columns.people[*person] = left + self.within[*person];
                        }
                    }
                    pass @ Item::Pass(..) => columns.passes.push((row, *pass, left)),
                }
            }
        }
        columns
    }
}

/// The places nearest to those wanted, each with its weight, that keep their order and their distances: neighbours who would
/// overlap are moved together (isotonic regression by pooling).
fn fitted(wanted: &[(f64, f64)], widths: &[f64]) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(widths.len());
    let mut sum = 0.0;
    for width in widths {
        offsets.push(sum);
        sum += width;
    }
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for ((place, weight), offset) in wanted.iter().zip(&offsets) {
        let mut pool = (place - offset, *weight, 1);
        while let Some(last) = pools.last().copied().filter(|last| last.0 > pool.0) {
            pools.pop();
            let weight = last.1 + pool.1;
            pool = (
                (last.0 * last.1 + pool.0 * pool.1) / weight,
                weight,
                last.2 + pool.2,
            );
        }
        pools.push(pool);
    }
    let flat = pools
        .iter()
        .flat_map(|(place, _, count)| std::iter::repeat_n(*place, *count));
    flat.zip(&offsets)
        .map(|(place, offset)| place + offset)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_who_want_the_same_place_share_the_way() {
        let placed = fitted(&[(10.0, 1.0), (10.0, 1.0), (40.0, 1.0)], &[6.0, 6.0, 6.0]);
        assert_eq!(placed, [7.0, 13.0, 40.0]);
    }
}
