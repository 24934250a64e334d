//! Letters for terminals whose locale reads no UTF-8: accents are left off, what has no plain letter is a question mark.

/// Letters of Europe's languages by the plain letter under them.
const UNDER: &[(char, &str)] = &[
    ('A', "ÀÁÂÃÄÅÆĀĂĄǍ"),
    ('C', "ÇĆĈĊČ"),
    ('D', "ÐĎĐ"),
    ('E', "ÈÉÊËĒĔĖĘĚ"),
    ('G', "ĜĞĠĢ"),
    ('H', "ĤĦ"),
    ('I', "ÌÍÎÏĨĪĬĮİǏ"),
    ('J', "Ĵ"),
    ('K', "Ķ"),
    ('L', "ĹĻĽĿŁ"),
    ('N', "ÑŃŅŇŊ"),
    ('O', "ÒÓÔÕÖØŌŎŐŒǑ"),
    ('R', "ŔŖŘ"),
    ('S', "ŚŜŞŠȘ"),
    ('T', "ÞŢŤŦȚ"),
    ('U', "ÙÚÛÜŨŪŬŮŰŲǓǕǗǙǛ"),
    ('W', "ŴẀẂẄ"),
    ('Y', "ÝŶŸỲ"),
    ('Z', "ŹŻŽ"),
    ('a', "àáâãäåæāăąǎ"),
    ('c', "çćĉċč"),
    ('d', "ðďđ"),
    ('e', "èéêëēĕėęě"),
    ('g', "ĝğġģ"),
    ('h', "ĥħ"),
    ('i', "ìíîïĩīĭįıǐ"),
    ('j', "ĵ"),
    ('k', "ķĸ"),
    ('l', "ĺļľŀł"),
    ('n', "ñńņňŉŋ"),
    ('o', "òóôõöøōŏőœǒ"),
    ('r', "ŕŗř"),
    ('s', "ßśŝşšſș"),
    ('t', "þţťŧț"),
    ('u', "ùúûüũūŭůűųǔǖǘǚǜ"),
    ('w', "ŵẁẃẅ"),
    ('y', "ýÿŷỳ"),
    ('z', "źżž"),
];

/// The sign as such a terminal can show it, in the same number of columns.
pub fn plain(sign: &str, columns: usize) -> Option<String> {
    if sign.is_ascii() {
        return None;
    }
    let first = sign.chars().next().unwrap_or('?');
    let under = UNDER.iter().find(|(_, letters)| letters.contains(first));
    let letter = match first {
        letter if letter.is_ascii() => letter,
        '‘' | '’' | '′' => '\'',
        '“' | '”' | '″' => '"',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '…' => '.',
        '·' | '•' => '*',
        '\u{a0}' => ' ',
        _ => under.map_or('?', |(plain, _)| *plain),
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
