//! Letters for terminals whose locale reads no UTF-8: accents are left off, what has no plain letter is a question mark.

use nucleo_matcher::chars::normalize;

/// The sign as such a terminal can show it, in the same number of columns.
pub fn plain(sign: &str, columns: usize) -> Option<String> {
    if sign.is_ascii() {
        return None;
    }
    let base = sign.chars().next().map_or('?', normalize);
    let letter = match base {
        letter if letter.is_ascii() => letter,
        '‘' | '’' | '′' => '\'',
        '“' | '”' | '″' => '"',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '…' => '.',
        '·' | '•' => '*',
        '\u{a0}' => ' ',
        _ => '?',
    };
    Some(format!("{letter}{}", " ".repeat(columns.saturating_sub(1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_readable() {
        let told: String = "Zoë Ŵyn Łukasz’s – é"
            .chars()
            .map(|letter| plain(&letter.to_string(), 1).unwrap_or_else(|| letter.to_string()))
            .collect();
        assert_eq!(told, "Zoe Wyn Lukasz's - e");
        assert_eq!(plain("字", 2).as_deref(), Some("? "));
    }
}
