//! The name that a slip of the pen most likely meant. It is only ever offered; nobody's word is changed by it.

/// The nearest of the known names; `None` when more than half of the letters differ.
pub fn nearest_name<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (far, known) = known.map(|known| (distance(name, known), known)).min()?;
    (far * 2 <= name.len().max(known.len())).then_some(known)
}

/// Edits between two words (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let new = (diagonal + usize::from(x != *y))
                .min(left + 1)
                .min(*cell + 1);
            diagonal = *cell;
            *cell = new;
            left = new;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest_name;

    #[test]
    fn a_slip_finds_the_name_that_was_meant_and_other_words_find_none() {
        let known = || ["neglect", "denial of problems"].into_iter();
        assert_eq!(nearest_name("neglekt", known()), Some("neglect"));
        assert_eq!(
            nearest_name("denial of problem", known()),
            Some("denial of problems")
        );
        assert_eq!(nearest_name("rows about bedtime", known()), None);
        assert_eq!(nearest_name("", known()), None);
        assert_eq!(nearest_name("neglect", std::iter::empty()), None);
    }
}
