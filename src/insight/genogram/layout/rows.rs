//! On which row everybody stands: partners beside each other, brothers and sisters beside each other, parents above.
//!
//! People who must share a row are drawn together into groups; a group stands below all parents of its people. A wish that
//! would put somebody above themselves (an uncle who married his niece) is let go: the line then spans more than one row.

use crate::insight::genogram::{Genogram, KinKind};

/// The row of everybody, 0 at the top, and whether each line to a child goes downwards so that it can be drawn.
pub struct Rows {
    /// By the place of a person.
    pub of: Vec<usize>,
    /// By the place of a line.
    pub is_drawn: Vec<bool>,
    /// How many there are.
    pub count: usize,
}

struct Groups {
    of: Vec<usize>,
    below: Vec<(usize, usize)>,
}

impl Groups {
    fn find(&self, person: usize) -> usize {
        let mut at = person;
        while self.of[at] != at {
            at = self.of[at];
        }
        at
    }

    /// Whether a way down leads from one group to another.
    fn leads(&self, from: usize, to: usize) -> bool {
        let (from, to) = (self.find(from), self.find(to));
        if from == to {
            return true;
        }
        let mut below = vec![Vec::new(); self.of.len()];
        for (parent, child) in &self.below {
            below[self.find(*parent)].push(self.find(*child));
        }
        let mut seen = vec![false; self.of.len()];
        let mut open = vec![from];
        while let Some(group) = open.pop() {
            if group == to {
                return true;
            }
            if !std::mem::replace(&mut seen[group], true) {
                open.extend(&below[group]);
            }
        }
        false
    }

    fn put_below(&mut self, parent: usize, child: usize) -> bool {
        let fits = !self.leads(child, parent);
        if fits {
            self.below.push((parent, child));
        }
        fits
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        if one != other && !self.leads(one, other) && !self.leads(other, one) {
            self.of[other] = one;
        }
    }
}

/// Works the rows out.
pub fn rows(graph: &Genogram) -> Rows {
    let mut groups = Groups {
        of: (0..graph.people.len()).collect(),
        below: Vec::new(),
    };
    let mut is_drawn = vec![false; graph.kin.len()];
    let put = |groups: &mut Groups, is_drawn: &mut Vec<bool>, wanted: fn(KinKind) -> bool| {
        for (at, line) in graph.kin.iter().enumerate() {
            if wanted(line.kind) {
                let partners = &graph.unions[line.union].partners;
                let fits = partners
                    .iter()
                    .filter(|one| groups.put_below(**one, line.child));
                is_drawn[at] = fits.count() == partners.len();
            }
        }
    };
    put(&mut groups, &mut is_drawn, KinKind::is_of_family);
    for union in &graph.unions {
        if let [one, other] = union.partners.as_slice() {
            groups.join(*one, *other);
        }
    }
    put(&mut groups, &mut is_drawn, |kind| kind == KinKind::Adopted);
    for union in &graph.unions {
        let lines = union.children.iter().map(|line| &graph.kin[*line]);
        let own: Vec<usize> = lines
            .filter(|line| line.kind.is_of_family() || line.kind == KinKind::Adopted)
            .map(|line| line.child)
            .collect();
        for pair in own.windows(2) {
            groups.join(pair[0], pair[1]);
        }
    }
    put(&mut groups, &mut is_drawn, |kind| {
        !kind.is_of_family() && kind != KinKind::Adopted
    });
    let of = levels(graph, &groups);
    let count = of.iter().max().map_or(0, |last| last + 1);
    Rows {
        of,
        is_drawn,
        count,
    }
}

/// The longest way down to each group, then parents drawn down to just above their children, then apart families brought to
/// the row of the children.
fn levels(graph: &Genogram, groups: &Groups) -> Vec<usize> {
    let count = graph.people.len();
    let edges: Vec<(usize, usize)> = groups
        .below
        .iter()
        .map(|(parent, child)| (groups.find(*parent), groups.find(*child)))
        .collect();
    let mut level = vec![0_i64; count];
    push_down(&mut level, &edges);
    // Branches that hang on one family alone go along with it and do not hold it.
    let hangs = hanging(&edges, count);
    for _ in 0..count {
        let mut changed = false;
        let mut lowest = vec![i64::MAX; count];
        for (parent, child) in edges.iter().filter(|(_, child)| !hangs[*child]) {
            lowest[*parent] = lowest[*parent].min(level[*child] - 1);
        }
        for (level, lowest) in level.iter_mut().zip(lowest) {
            if lowest != i64::MAX && lowest > *level {
                *level = lowest;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    push_down(&mut level, &edges);
    let mut level: Vec<i64> = (0..count).map(|one| level[groups.find(one)]).collect();
    bring_together(graph, &mut level);
    for (relative, child, rows) in &graph.apart {
        if graph.next_of_kin(*relative).is_empty() {
            level[*relative] = level[*child] - i64::try_from(*rows).unwrap_or(0);
        }
    }
    let top = level.iter().min().copied().unwrap_or(0);
    let rows = level
        .into_iter()
        .map(|one| usize::try_from(one - top).unwrap_or(0));
    rows.collect()
}

/// Puts every group below all of its parents.
fn push_down(level: &mut [i64], edges: &[(usize, usize)]) {
    for _ in 0..level.len() {
        let mut changed = false;
        for (parent, child) in edges {
            if level[*child] < level[*parent] + 1 {
                level[*child] = level[*parent] + 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}

/// The groups under one other group alone, with nothing under them that another family holds too.
fn hanging(edges: &[(usize, usize)], count: usize) -> Vec<bool> {
    let mut hangs: Vec<bool> = (0..count)
        .map(|group| {
            let mut above = edges
                .iter()
                .filter(|(_, child)| *child == group)
                .map(|(parent, _)| parent);
            match above.next() {
                Some(first) => above.all(|parent| parent == first),
                None => false,
            }
        })
        .collect();
    for _ in 0..count {
        let held = edges
            .iter()
            .find(|(parent, child)| hangs[*parent] && !hangs[*child]);
        match held {
            Some((parent, _)) => hangs[*parent] = false,
            None => break,
        }
    }
    hangs
}

/// Families that no line joins: the lowest row of each is that of the children of the case.
fn bring_together(graph: &Genogram, level: &mut [i64]) {
    let children = (0..level.len()).filter(|one| graph.people[*one].is_child);
    let Some(wanted) = children.map(|one| level[one]).max() else {
        return;
    };
    let mut seen = vec![false; level.len()];
    for start in 0..level.len() {
        if seen[start] {
            continue;
        }
        let mut family = vec![start];
        let mut at = 0;
        seen[start] = true;
        while let Some(person) = family.get(at).copied() {
            at += 1;
            for next in graph.next_of_kin(person) {
                if !std::mem::replace(&mut seen[next], true) {
                    family.push(next);
                }
            }
        }
        let has_child = family.iter().filter(|one| graph.people[**one].is_child);
        let lowest = match has_child.map(|one| level[*one]).max() {
            Some(row) => row,
            None => family.iter().map(|one| level[*one]).max().unwrap_or(wanted),
        };
        for person in family {
            level[person] += wanted - lowest;
        }
    }
}
