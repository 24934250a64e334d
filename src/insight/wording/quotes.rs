//! Where a text is in somebody's own words: between double quotation marks, or between single ones around speech.

use std::ops::Range;

/// The places between quotation marks, in order.
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    let mut from = 0;
    for (place, letter) in text.char_indices() {
        if place >= from
            && let Some(end) = end_of(text, place, letter, before)
        {
            places.push(place..end);
            from = end;
        }
        before = letter;
    }
    places
}

/// Where the quotation that begins here ends.
fn end_of(text: &str, place: usize, letter: char, before: char) -> Option<usize> {
    let inside = place + letter.len_utf8();
    let rest = text.get(inside..)?;
    let close = match letter {
        '"' => '"',
        '“' | '„' => '”',
        '\'' | '‘' if !before.is_alphanumeric() => return speech(rest).map(|end| inside + end),
        _ => return None,
    };
    // A mark that is not closed in its paragraph is being typed, or a slip: it reaches to the end of its line.
    let paragraph = rest.find("\n\n").unwrap_or(rest.len());
    let line = || rest.find('\n').unwrap_or(rest.len());
    let end = rest
        .get(..paragraph)?
        .find(close)
        .map(|end| end + close.len_utf8());
    Some(inside + end.unwrap_or_else(line))
}

/// Where speech in single marks ends: the mark behind a comma or the end of a sentence. Other single marks are
/// apostrophes, or hold a word at arm's length, which is still the writer's word.
fn speech(rest: &str) -> Option<usize> {
    if !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let line = rest.get(..rest.find('\n').unwrap_or(rest.len()))?;
    let mut before = ' ';
    for (place, letter) in line.char_indices() {
        if matches!(letter, '\'' | '’') && matches!(before, ',' | '.' | '?' | '!' | '…') {
            return Some(place + letter.len_utf8());
        }
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        let places = quoted(text).into_iter();
        places.map(|at| &text[at]).collect()
    }

    #[test]
    fn own_words_are_known_by_their_marks() {
        assert_eq!(inside("He said \"no\" twice"), ["\"no\""]);
        assert_eq!(inside("“One,” she said. “Two”"), ["“One,”", "“Two”"]);
        assert_eq!(inside("'I need it,' she said"), ["'I need it,'"]);
        assert_eq!(inside("Siân's mum’s ‘hard to engage’ boys' club"), [""; 0]);
        assert_eq!(
            inside("She said \"I am\nhere\nand not"),
            ["\"I am"],
            "an open mark reaches to the end of its line"
        );
    }
}
