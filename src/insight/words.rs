//! Small words that several findings use when they are shown.

use chrono::NaiveDate;

/// "4 March 2021".
pub fn day_in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// The first letter large.
pub fn first_large(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// "1 entry", "2 entries".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// "a", "a and b", "a, b and c".
pub fn listed<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, " and")
}

/// "a", "a, or b", "a, b, or c": what is joined may hold an "and" of its own.
pub fn either<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, ", or")
}

fn joined<T: AsRef<str>>(items: &[T], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{}{word} {}", most.join(", "), last.as_ref())
        }
    }
}
