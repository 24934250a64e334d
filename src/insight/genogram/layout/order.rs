//! In which order people stand on their row. One walk through the family puts everybody down where they are met: from the
//! person it is seen from up to the parents, the elder brothers and sisters before, the younger after, children under their
//! parents. So adding somebody moves nobody past anybody else, and lines cross only where the family itself crosses.

use super::rows::Rows;
use crate::insight::genogram::Genogram;
use crate::record::Sex;

/// A group of people on one row whom unions join, left to right.
pub type Cluster = Vec<usize>;

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A cluster, by its place.
    Cluster(usize),
    /// A line that passes through to a lower row: the union that it comes from, whether it is one of care, and the row that it
    /// goes to.
    Pass(usize, bool, usize),
}

/// The clusters and what stands on each row, left to right.
pub struct Order {
    /// The clusters.
    pub clusters: Vec<Cluster>,
    /// The cluster of everybody.
    pub cluster_of: Vec<usize>,
    /// The rows.
    pub rows: Vec<Vec<Item>>,
}

/// Whether a union is drawn as a line on one row.
pub fn is_on_row(graph: &Genogram, rows: &Rows, union: usize) -> bool {
    match graph.unions[union].partners.as_slice() {
        [one, other] => rows.of[*one] == rows.of[*other],
        _ => false,
    }
}

/// The row on which a union stands: that of its lower partner.
pub fn row_of(graph: &Genogram, rows: &Rows, union: usize) -> usize {
    let partners = graph.unions[union].partners.iter();
    partners.map(|one| rows.of[*one]).max().unwrap_or(0)
}

/// Puts everybody in order, seen from somebody.
pub fn order(graph: &Genogram, rows: &Rows, from: usize) -> Order {
    let (clusters, cluster_of) = clusters(graph, rows);
    let mut walk = Walk {
        graph,
        rows,
        clusters: &clusters,
        cluster_of: &cluster_of,
        met: vec![false; clusters.len()],
        order: vec![Vec::new(); rows.count],
        later: Vec::new(),
    };
    let children = (0..graph.people.len()).filter(|one| graph.people[*one].is_child);
    let starts: Vec<usize> = [from]
        .into_iter()
        .chain(children)
        .chain(0..graph.people.len())
        .collect();
    for start in starts.into_iter().filter(|one| *one < graph.people.len()) {
        walk.come_to(cluster_of[start]);
        // Carers and adopters stand beside the birth family, not in it.
        let mut at = 0;
        while let Some(union) = walk.later.get(at).copied() {
            at += 1;
            let partner = graph.unions[union].partners[0];
            walk.come_to(cluster_of[partner]);
        }
        walk.later.clear();
    }
    let on_rows = walk.order;
    let mut order = Order {
        rows: on_rows,
        clusters,
        cluster_of,
    };
    passes(graph, rows, &mut order);
    order
}

struct Walk<'a> {
    graph: &'a Genogram,
    rows: &'a Rows,
    clusters: &'a [Cluster],
    cluster_of: &'a [usize],
    met: Vec<bool>,
    order: Vec<Vec<Item>>,
    later: Vec<usize>,
}

/// Children who are still to be come to: those of a union, or those younger than one of them.
enum Rest {
    All(usize),
    YoungerThan(usize, usize),
}

impl Walk<'_> {
    /// Puts a cluster down with everything around it that was not met yet.
    fn come_to(&mut self, cluster: usize) {
        let mut rests = Vec::new();
        self.enter(cluster, None, &mut rests);
        self.finish(rests);
    }

    /// Puts a cluster down, its parents and elder siblings first. Entered from a child of one of its unions, it leaves to
    /// `rests` what comes after that child.
    fn enter(&mut self, cluster: usize, from: Option<usize>, rests: &mut Vec<Rest>) {
        if std::mem::replace(&mut self.met[cluster], true) {
            return;
        }
        let people = &self.clusters[cluster];
        let mut younger = Vec::new();
        for person in people {
            for line in self.graph.lines_up(*person) {
                let union = line.union;
                if !line.kind.is_of_family() {
                    self.later.push(union);
                    continue;
                }
                let above = self.cluster_of[self.graph.unions[union].partners[0]];
                if self.met[above] {
                    continue;
                }
                let mut of_parents = Vec::new();
                self.enter(above, Some(union), &mut of_parents);
                self.children(union, 0, Some(*person));
                younger.push(Rest::YoungerThan(union, *person));
                younger.extend(of_parents);
            }
        }
        let row = people.first().map_or(0, |one| self.rows.of[*one]);
        self.order[row].push(Item::Cluster(cluster));
        let unions = self.unions_in(cluster);
        let entered = from.and_then(|from| unions.iter().position(|union| *union == from));
        let (now, after) = unions.split_at(entered.unwrap_or(unions.len()));
        for union in now {
            self.children(*union, 0, None);
        }
        rests.extend(after.iter().skip(1).map(|union| Rest::All(*union)));
        match from {
            Some(_) => rests.extend(younger),
            None => self.finish(younger),
        }
    }

    fn finish(&mut self, rests: Vec<Rest>) {
        for rest in rests {
            match rest {
                Rest::All(union) => self.children(union, 0, None),
                Rest::YoungerThan(union, child) => {
                    let mut lines = self.graph.unions[union].children.iter();
                    let place = lines.position(|line| self.graph.kin[*line].child == child);
                    self.children(union, place.map_or(0, |place| place + 1), None);
                }
            }
        }
    }

    /// The children of a union from one place on, up to one of them.
    fn children(&mut self, union: usize, from: usize, until: Option<usize>) {
        for line in self.graph.unions[union].children.iter().skip(from) {
            let child = self.graph.kin[*line].child;
            if Some(child) == until {
                return;
            }
            self.come_to(self.cluster_of[child]);
        }
    }

    /// The unions of a cluster, left to right.
    fn unions_in(&self, cluster: usize) -> Vec<usize> {
        let people = &self.clusters[cluster];
        let mut unions: Vec<(usize, usize)> = Vec::new();
        for (at, union) in self.graph.unions.iter().enumerate() {
            let places = union
                .partners
                .iter()
                .filter_map(|one| people.iter().position(|it| it == one));
            let sum: usize = places.clone().sum();
            if places.count() > 0 {
                unions.push((sum, at));
            }
        }
        unions.sort_unstable();
        unions.into_iter().map(|(_, union)| union).collect()
    }
}

/// People whom unions on one row join, each group in its order.
fn clusters(graph: &Genogram, rows: &Rows) -> (Vec<Cluster>, Vec<usize>) {
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); graph.people.len()];
    for (at, union) in graph.unions.iter().enumerate() {
        if let [one, other] = union.partners.as_slice()
            && is_on_row(graph, rows, at)
        {
            partners[*one].push(*other);
            partners[*other].push(*one);
        }
    }
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut cluster_of = vec![usize::MAX; graph.people.len()];
    for start in 0..graph.people.len() {
        if cluster_of[start] != usize::MAX {
            continue;
        }
        let mut group = vec![start];
        cluster_of[start] = clusters.len();
        let mut at = 0;
        while let Some(person) = group.get(at).copied() {
            at += 1;
            for next in &partners[person] {
                if cluster_of[*next] == usize::MAX {
                    cluster_of[*next] = clusters.len();
                    group.push(*next);
                }
            }
        }
        clusters.push(in_order(graph, &partners, group));
    }
    (clusters, cluster_of)
}

/// Around whoever has the most unions: the first partner left, the others right in order of time, each with their own other
/// partners beyond. Two people stand as their union has them.
fn in_order(graph: &Genogram, partners: &[Vec<usize>], group: Vec<usize>) -> Cluster {
    let most = group
        .iter()
        .map(|one| partners[*one].len())
        .max()
        .unwrap_or(0);
    let mut hubs = group.iter().filter(|one| partners[**one].len() == most);
    let male = hubs
        .clone()
        .find(|one| graph.people[**one].sex == Sex::Male);
    let Some(hub) = male.or(hubs.next()).copied() else {
        return group;
    };
    if let [one, other] = group.as_slice() {
        let union = graph
            .unions
            .iter()
            .find(|union| union.partners.contains(one) && union.partners.contains(other));
        return union.map_or(group, |union| union.partners.clone());
    }
    let mut placed = vec![hub];
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (at, partner) in partners[hub].iter().enumerate() {
        let side = if at == 0 { &mut left } else { &mut right };
        beyond(partners, *partner, &mut placed, side);
    }
    left.reverse();
    left.push(hub);
    left.extend(right);
    // The earlier union stands left.
    let joins = |pair: &[usize]| {
        let mut unions = graph.unions.iter();
        unions.position(|union| pair.iter().all(|one| union.partners.contains(one)))
    };
    let first = left.get(..2).and_then(joins);
    let last = left.get(left.len().saturating_sub(2)..).and_then(joins);
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        left.reverse();
    }
    left
}

/// Somebody and, beyond them, their other partners.
fn beyond(partners: &[Vec<usize>], person: usize, placed: &mut Vec<usize>, side: &mut Vec<usize>) {
    if placed.contains(&person) {
        return;
    }
    placed.push(person);
    side.push(person);
    for next in &partners[person] {
        beyond(partners, *next, placed, side);
    }
}

/// Lets lines that go down more than one row pass between the people of the rows between.
fn passes(graph: &Genogram, rows: &Rows, order: &mut Order) {
    for (at, line) in graph.kin.iter().enumerate() {
        if !rows.is_drawn[at] {
            continue;
        }
        let (from, to) = (row_of(graph, rows, line.union), rows.of[line.child]);
        for row in from + 1..to {
            let pass = Item::Pass(line.union, line.is_care(), to);
            if order.rows[row].contains(&pass) {
                continue;
            }
            let own: Vec<usize> = (graph.lines_up(line.child))
                .flat_map(|line| &graph.unions[line.union].partners)
                .map(|one| order.cluster_of[*one])
                .collect();
            let items = &mut order.rows[row];
            let beside = items.iter().position(|item| match item {
                Item::Cluster(cluster) => own.contains(cluster),
                Item::Pass(..) => false,
            });
            let place = beside.map_or(items.len(), |place| place + 1);
            items.insert(place, pass);
        }
    }
}
