//! ANSEL, the letters of older GEDCOM files: accents stand before the letter that carries them.

use unicode_normalization::UnicodeNormalization;

/// A1 to CF; a dot where ANSEL has no letter.
const LETTERS: [&str; 3] = [
    // A1 to AE
    "ŁØĐÞÆŒʹ·♭®±ƠƯʼ",
    // B0 to BF
    "ʻłøđþæœʺı£ð.ơư□■",
    // C0 to CF
    "°ℓ℗©♯¿¡ß€....eoß",
];
/// E0 to FE: marks that stand before their letter; U+FFFD where ANSEL has none.
const MARKS: [char; 31] = [
    '\u{309}', '\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{304}', '\u{306}', '\u{307}',
    '\u{308}', '\u{30C}', '\u{30A}', '\u{FE20}', '\u{FE21}', '\u{315}', '\u{30B}', '\u{310}',
    '\u{327}', '\u{328}', '\u{323}', '\u{324}', '\u{325}', '\u{333}', '\u{332}', '\u{326}',
    '\u{31C}', '\u{32E}', '\u{FE22}', '\u{FE23}', '\u{338}', '\u{FFFD}', '\u{313}',
];

/// Text from ANSEL, letters and accents joined, and the lines on which a byte stands that ANSEL does not know.
pub fn decode(bytes: &[u8]) -> (String, Vec<usize>) {
    let (mut text, mut marks, mut odd) = (
        String::with_capacity(bytes.len()),
        String::new(),
        Vec::new(),
    );
    let mut line = 1;
    for byte in bytes {
        if let Some(mark) = mark(*byte) {
            marks.push(mark);
            continue;
        }
        let letter = letter(*byte).unwrap_or_else(|| {
            odd.push(line);
            char::REPLACEMENT_CHARACTER
        });
        // A mark at the end of a line has no letter to stand on: it stays in its line.
        if matches!(letter, '\n' | '\r') {
            text.push_str(&marks);
            text.push(letter);
        } else {
            text.push(letter);
            text.push_str(&marks);
        }
        marks.clear();
        line += usize::from(letter == '\n');
    }
    text.push_str(&marks);
    odd.dedup();
    (text.nfc().collect(), odd)
}

fn mark(byte: u8) -> Option<char> {
    let place = usize::from(byte.checked_sub(0xE0)?);
    MARKS.get(place).copied()
}

fn letter(byte: u8) -> Option<char> {
    if byte.is_ascii() {
        return Some(char::from(byte));
    }
    let (row, first) = match byte {
        0xA1..=0xAE => (0, 0xA1),
        0xB0..=0xBF => (1, 0xB0),
        0xC0..=0xCF => (2, 0xC0),
        _ => return None,
    };
    let letter = LETTERS.get(row)?.chars().nth(usize::from(byte - first))?;
    (letter != '.').then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn an_accent_before_its_letter_becomes_one_letter() {
        let (text, odd) =
            decode(b"Si\xE3an D\xF1abek, \xA1\xE2od\xE2z, Bj\xB2rn, \xE8\xE5u, gro\xCF");
        assert_eq!(text, "Siân Dąbek, Łódź, Bjørn, ǖ, groß");
        assert!(odd.is_empty());
    }

    #[test]
    fn a_byte_that_it_does_not_know_is_told_with_its_line_and_a_lone_accent_stays() {
        assert_eq!(
            decode(b"a\nb\x80c\nd\xE2\n"),
            ("a\nb\u{FFFD}c\nd\u{301}\n".to_owned(), vec![2])
        );
    }
}
