//! What lies between a row and the next: the lines of unions that stand on the row, and from each of them the ways down.

use super::ports;
use crate::insight::genogram::Genogram;
use crate::insight::genogram::layout::Measures;
use crate::insight::genogram::layout::order::{Item, is_on_row, row_of};
use crate::insight::genogram::layout::place::Columns;
use crate::insight::genogram::layout::rows::Rows;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The line of a union, from the one partner's column to the other's.
pub struct UnionLine {
    pub union: usize,
    pub from: i32,
    pub to: i32,
}

/// Twins of one union, in a bundle.
pub struct Bundle {
    pub identical: bool,
    /// Their columns with their lines.
    pub children: Vec<(i32, usize)>,
}

impl Bundle {
    /// The column at which they part.
    pub fn middle(&self) -> i32 {
        let columns = self.children.iter().map(|(x, _)| *x);
        let (low, high) = columns.fold((i32::MAX, i32::MIN), |(low, high), x| {
            (low.min(x), high.max(x))
        });
        i32::midpoint(low, high)
    }
}

/// The ways down from a union through a channel: to its children by birth and adoption, or to those in its care.
pub struct Family {
    pub union: usize,
    pub is_care: bool,
    /// The column from which they come.
    pub source: i32,
    /// Whether they come from a row further up.
    pub passes_by: bool,
    /// Whether the column from which they come is settled.
    pub is_placed: bool,
    /// The columns of children on the next row, with their lines.
    pub children: Vec<(i32, usize)>,
    /// Lines to children who have another line too: these come down beside that one.
    beside: Vec<usize>,
    /// Children who were born together.
    pub twins: Vec<Bundle>,
    /// The columns where it goes on to a lower row.
    pub passes: Vec<i32>,
}

impl Family {
    /// The columns to which ways lead.
    pub fn targets(&self) -> impl Iterator<Item = i32> + '_ {
        let children = self.children.iter().map(|(x, _)| *x);
        let twins = self.twins.iter().map(Bundle::middle);
        children.chain(twins).chain(self.passes.iter().copied())
    }

    /// From the first to the last column, the source among them.
    pub fn span(&self) -> (i32, i32) {
        self.targets()
            .fold((self.source, self.source), |(low, high), x| {
                (low.min(x), high.max(x))
            })
    }

    /// Whether it needs a line across.
    pub fn is_wide(&self) -> bool {
        let (low, high) = self.span();
        low < high
    }
}

/// What lies under a row.
pub struct Channel {
    pub unions: Vec<UnionLine>,
    pub families: Vec<Family>,
    /// Whether words stand beside a line to a child.
    pub has_words: bool,
}

/// All of them, from the top.
pub fn channels(
    graph: &Genogram,
    rows: &Rows,
    columns: &Columns,
    measures: &Measures,
) -> Vec<Channel> {
    let on_row: Vec<bool> = (0..graph.unions.len())
        .map(|at| is_on_row(graph, rows, at))
        .collect();
    let under: Vec<BTreeMap<usize, i32>> = (0..graph.people.len())
        .map(|one| {
            ports::under(graph, one, &on_row, columns, measures)
                .into_iter()
                .collect()
        })
        .collect();
    let mains = main_lines(graph, rows);
    let over = |line: usize| ports::middle(graph.kin[line].child, columns, measures);
    let port = |person: usize, union: usize| under[person].get(&union).copied().unwrap_or(0);
    let mut channels = Vec::new();
    for row in 0..rows.count {
        let mut unions = Vec::new();
        let mut families = Vec::new();
        for (at, union) in graph.unions.iter().enumerate() {
            if row_of(graph, rows, at) != row {
                continue;
            }
            if let ([one, other], true) = (union.partners.as_slice(), on_row[at]) {
                let (one, other) = (port(*one, at), port(*other, at));
                unions.push(UnionLine {
                    union: at,
                    from: one.min(other),
                    to: one.max(other),
                });
            }
        }
        for at in 0..graph.unions.len() {
            for care in [false, true] {
                families.extend(family(
                    graph,
                    rows,
                    (at, care, row),
                    (&mains, &over),
                    columns,
                ));
            }
        }
        let here = (0..graph.people.len()).filter(|one| rows.of[*one] == row);
        let ports: Vec<(usize, i32)> = here
            .flat_map(|one| under[one].iter().map(|(union, x)| (*union, *x)))
            .collect();
        for at in 0..families.len() {
            if families[at].passes_by {
                continue;
            }
            let union = families[at].union;
            let own: Vec<i32> = families[at].targets().collect();
            let mut taken: BTreeSet<i32> = BTreeSet::new();
            taken.extend(ports.iter().filter(|(of, _)| *of != union).map(|(_, x)| *x));
            for (_, other) in families
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
            {
                taken.extend(other.targets());
                taken.extend(Some(other.source).filter(|_| other.is_placed));
            }
            let line = unions.iter().find(|line| line.union == union);
            let source = match (line, lower_partner(graph, rows, union)) {
                (Some(line), _) => {
                    taken.extend([line.from, line.to]);
                    let middle = i32::midpoint(line.from, line.to);
                    free_near(middle, line.from + 1..line.to, &own, &taken, measures.apart)
                }
                (None, Some(person)) => {
                    let within = ports::within(person, columns, measures);
                    let wanted = port(person, union);
                    free_near(wanted, within, &own, &taken, measures.apart)
                }
                (None, None) => families[at].source,
            };
            families[at].source = source;
            families[at].is_placed = true;
        }
        let mut upright: BTreeSet<i32> = ports.iter().map(|(_, x)| *x).collect();
        for family in &families {
            upright.extend(family.targets());
            upright.insert(family.source);
        }
        for family in &mut families {
            for line in std::mem::take(&mut family.beside) {
                let child = graph.kin[line].child;
                let middle = ports::middle(child, columns, measures);
                let side = if family.source < middle { -1 } else { 1 };
                let wanted = middle + side * measures.port;
                let within = ports::within(child, columns, measures);
                let x = free_near(wanted, within, &[], &upright, measures.apart);
                upright.insert(x);
                family.children.push((x, line));
            }
            family.children.sort_unstable();
        }
        let words = |family: &Family| {
            let lines = family.children.iter().map(|(_, line)| *line);
            let mut twins = family.twins.iter().flat_map(|twins| &twins.children);
            lines.clone().any(|line| measures.line_words[line] > 0)
                || twins.any(|(_, line)| measures.line_words[*line] > 0)
        };
        channels.push(Channel {
            has_words: families.iter().any(words),
            unions,
            families,
        });
    }
    channels
}

fn lower_partner(graph: &Genogram, rows: &Rows, union: usize) -> Option<usize> {
    let partners = graph.unions[union].partners.iter().copied();
    partners.max_by_key(|one| rows.of[*one])
}

/// The column nearest to one that is wanted that lies apart from every line of another family, or at least on none of them;
/// that of an only child if it can be.
fn free_near(
    wanted: i32,
    within: Range<i32>,
    own: &[i32],
    taken: &BTreeSet<i32>,
    apart: i32,
) -> i32 {
    let is_clear = |x: &i32, by: i32| taken.range(x - by + 1..x + by).next().is_none();
    if let [only] = own
        && within.contains(only)
        && is_clear(only, 1)
    {
        return *only;
    }
    let nearest = |by: i32| {
        let free = within.clone().filter(|x| is_clear(x, by));
        free.min_by_key(|x| ((x - wanted).abs(), *x))
    };
    nearest(apart).or_else(|| nearest(1)).unwrap_or(wanted)
}

/// The line that comes down over the middle of everybody: of birth before that of care, that of an earlier union first.
fn main_lines(graph: &Genogram, rows: &Rows) -> BTreeSet<usize> {
    let mut first: BTreeMap<usize, (bool, usize)> = BTreeMap::new();
    for (at, line) in graph
        .kin
        .iter()
        .enumerate()
        .filter(|(at, _)| rows.is_drawn[*at])
    {
        let key = (!line.kind.is_of_family(), at);
        let known = first.entry(line.child).or_insert(key);
        *known = (*known).min(key);
    }
    first.into_values().map(|(_, line)| line).collect()
}

/// The ways down from a union through the channel under a row, where there are any.
fn family(
    graph: &Genogram,
    rows: &Rows,
    (union, is_care, row): (usize, bool, usize),
    (mains, over): (&BTreeSet<usize>, &impl Fn(usize) -> i32),
    columns: &Columns,
) -> Option<Family> {
    let start = row_of(graph, rows, union);
    if row < start {
        return None;
    }
    let lines = graph.unions[union].children.iter().copied();
    let drawn: Vec<usize> = lines
        .filter(|line| rows.is_drawn[*line] && graph.kin[*line].is_care() == is_care)
        .collect();
    let row_of_child = |line: usize| rows.of[graph.kin[line].child];
    let pass_at = |row: usize, to: usize| {
        let wanted = Item::Pass(union, is_care, to);
        let found = columns
            .passes
            .iter()
            .find(|(at, item, _)| (*at, *item) == (row, wanted));
        found.map(|(.., x)| *x)
    };
    let next: Vec<usize> = drawn
        .iter()
        .copied()
        .filter(|line| row_of_child(*line) == row + 1)
        .collect();
    let further: BTreeSet<usize> = drawn
        .iter()
        .map(|line| row_of_child(*line))
        .filter(|to| *to > row + 1)
        .collect();
    if next.is_empty() && further.is_empty() {
        return None;
    }
    let passes_by = row > start;
    let from = further
        .iter()
        .chain(&BTreeSet::from([row + 1]))
        .find_map(|to| pass_at(row, *to));
    let (main, beside): (Vec<usize>, Vec<usize>) =
        next.iter().partition(|line| mains.contains(line));
    let mut children: Vec<(i32, usize)> = main.into_iter().map(|line| (over(line), line)).collect();
    children.sort_unstable();
    let twins = bundles(graph, &mut children);
    Some(Family {
        union,
        is_care,
        source: from.unwrap_or(0),
        passes_by,
        is_placed: passes_by,
        children,
        beside,
        twins,
        passes: further
            .iter()
            .filter_map(|to| pass_at(row + 1, *to))
            .collect(),
    })
}

/// Takes those who were born together out of the children and bundles them.
fn bundles(graph: &Genogram, children: &mut Vec<(i32, usize)>) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for (one, other, identical) in &graph.twins {
        let is = |line: usize, person: &usize| {
            graph.kin[line].child == *person && !graph.kin[line].is_care()
        };
        let taken: Vec<(i32, usize)> = children
            .iter()
            .copied()
            .filter(|(_, line)| is(*line, one) || is(*line, other))
            .collect();
        let known = bundles.iter_mut().find(|bundle| {
            let mut lines = bundle.children.iter();
            lines.any(|(_, line)| is(*line, one) || is(*line, other))
        });
        match known {
            Some(bundle) => bundle.children.extend(&taken),
            None if taken.len() == 2 => bundles.push(Bundle {
                identical: *identical,
                children: taken.clone(),
            }),
            None => continue,
        }
        children.retain(|child| !taken.contains(child));
    }
    for bundle in &mut bundles {
        bundle.children.sort_unstable();
    }
    bundles
}
