//! Which of several lines across lies above which, so that they never lie on each other and cross as seldom as can be.

use super::channel::Family;

/// The depth of each span: the shorter nearer to the people, none on another.
pub fn stacked(spans: &[(i32, i32)]) -> Vec<i32> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|at| (spans[*at].1 - spans[*at].0, spans[*at].0));
    assigned(spans, &order)
}

/// The first free depth of each span, in this order.
fn assigned(spans: &[(i32, i32)], order: &[usize]) -> Vec<i32> {
    let mut depth = vec![0; spans.len()];
    let mut levels: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let (from, to) = spans[*at];
        // Under everything that it overlaps, so that an outer line encloses the inner ones.
        let lowest = levels.iter().rposition(|level| {
            level
                .iter()
                .any(|other| spans[*other].0 <= to && from <= spans[*other].1)
        });
        let level = lowest.map_or(0, |lowest| lowest + 1);
        if level == levels.len() {
            levels.push(Vec::new());
        }
        levels[level].push(*at);
        depth[*at] = i32::try_from(level).unwrap_or(i32::MAX);
    }
    depth
}

/// The track of each family's line across, 0 at the top; `None` where a straight line down is all.
pub fn tracks(families: &[Family]) -> Vec<Option<i32>> {
    let wide: Vec<usize> = (0..families.len())
        .filter(|at| families[*at].is_wide())
        .collect();
    let spans: Vec<(i32, i32)> = wide.iter().map(|at| families[*at].span()).collect();
    let mut by_length: Vec<usize> = (0..wide.len()).collect();
    by_length.sort_by_key(|at| (spans[*at].1 - spans[*at].0, spans[*at].0));
    let mut reversed = by_length.clone();
    reversed.reverse();
    let plain: Vec<usize> = (0..wide.len()).collect();
    let of = |order: &[usize]| {
        let depth = assigned(&spans, order);
        let crossings = crossings(families, &wide, &depth);
        let count = depth.iter().max().copied().unwrap_or(0);
        ((crossings, count), depth)
    };
    let best = [by_length, reversed, plain]
        .iter()
        .map(|order| of(order))
        .min_by_key(|(cost, _)| *cost);
    let mut tracks = vec![None; families.len()];
    if let Some((_, depth)) = best {
        for (at, depth) in wide.iter().zip(depth) {
            tracks[*at] = Some(depth);
        }
    }
    tracks
}

/// How often lines down cross lines across.
fn crossings(families: &[Family], wide: &[usize], depth: &[i32]) -> usize {
    let mut count = 0;
    for (one, of_one) in wide.iter().zip(depth) {
        for (other, of_other) in wide.iter().zip(depth) {
            if one == other {
                continue;
            }
            let (low, high) = families[*other].span();
            let within = |x: i32| low <= x && x <= high;
            if of_other < of_one {
                count += usize::from(within(families[*one].source));
            } else {
                count += families[*one].targets().filter(|x| within(*x)).count();
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_overlap_lie_under_each_other_and_the_outer_encloses() {
        assert_eq!(
            stacked(&[(0, 20), (2, 8), (10, 18), (25, 30)]),
            [1, 0, 0, 0]
        );
        assert_eq!(stacked(&[(0, 5), (5, 9)]), [1, 0]);
    }
}
