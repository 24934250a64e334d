//! Letters without case and accents, so that "Sian" finds Siân and "Dabek" finds Dąbek.

/// À to ſ, U+00C0 to U+017F, as plain letters; a dot where there is none.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// Ǎ to ȟ, U+01CD to U+021F.
const LATIN_MORE: &[u8; 83] =
    b"aaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh";
/// Ḁ to ỿ, U+1E00 to U+1EFF: Vietnamese, Welsh Ẁ and others.
const LATIN_FURTHER: &[u8; 256] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// A letter without case and accent: one letter, two for ligatures ("æ" is "ae", "ß" is "ss"), none for a mark that
/// only stands on the letter before it.
pub fn fold(letter: char) -> (Option<char>, Option<char>) {
    if letter.is_ascii() {
        return (Some(letter.to_ascii_lowercase()), None);
    }
    match letter {
        'ß' | 'ẞ' => (Some('s'), Some('s')),
        'æ' | 'Æ' => (Some('a'), Some('e')),
        'œ' | 'Œ' => (Some('o'), Some('e')),
        'þ' | 'Þ' => (Some('t'), Some('h')),
        '’' | '‘' => (Some('\''), None),
        '\u{300}'..='\u{36f}' => (None, None),
        _ => {
            let plain = plain(letter).filter(|plain| *plain != b'.');
            match plain {
                Some(plain) => (Some(char::from(plain)), None),
                None => {
                    let mut lower = letter.to_lowercase();
                    (lower.next(), lower.next())
                }
            }
        }
    }
}

fn plain(letter: char) -> Option<u8> {
    let at = |table: &[u8], start: u32| {
        let place = u32::from(letter).checked_sub(start)?;
        table.get(usize::try_from(place).ok()?).copied()
    };
    match u32::from(letter) {
        0xC0..=0x17F => at(LATIN, 0xC0),
        0x1CD..=0x21F => at(LATIN_MORE, 0x1CD),
        0x1E00..=0x1EFF => at(LATIN_FURTHER, 0x1E00),
        _ => None,
    }
}

/// A text in folded letters.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends a text in folded letters.
pub fn fold_into(text: &str, out: &mut String) {
    for letter in text.chars() {
        let (first, second) = fold(letter);
        out.extend(first);
        out.extend(second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_what_a_british_keyboard_types() {
        for (written, typed) in [
            ("Siân", "sian"),
            ("DĄBEK Paweł", "dabek pawel"),
            ("Łódź", "lodz"),
            ("Nguyễn", "nguyen"),
            ("Zoë Björk Ñandú", "zoe bjork nandu"),
            ("Weiß, Æsa", "weiss, aesa"),
            ("Sia\u{302}n", "sian"),
            ("mother’s", "mother's"),
            ("ŵ ẁ Ș", "w w s"),
            ("Ольга", "ольга"),
        ] {
            assert_eq!(folded(written), typed);
        }
    }
}
