//! Words without endings, numbers in figures.

/// Numbers written as words.
const NUMBERS: [&str; 21] = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS: [(&str, &str); 8] = [
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("hundred", "100"),
];
const FIGURES: [&str; 21] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20",
];

/// A number word in figures; other words as they are.
pub fn in_figures(word: &str) -> &str {
    let place = NUMBERS.iter().position(|number| *number == word);
    let small = place.and_then(|place| FIGURES.get(place)).copied();
    let tens = || {
        TENS.iter()
            .find(|(name, _)| *name == word)
            .map(|(_, figures)| *figures)
    };
    small.or_else(tens).unwrap_or(word)
}

/// A word without its common English endings. Light: it only has to bring "argued", "argues" and "arguing" together.
pub fn without_ending(word: &str) -> String {
    let mut stem = word.to_owned();
    if stem.len() < 4 || !stem.is_ascii() {
        return stem;
    }
    if let Some(root) = stem.strip_suffix("ies") {
        stem = format!("{root}y");
    } else if stem.ends_with("sses") {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with('s')
        && !stem.ends_with("ss")
        && !stem.ends_with("us")
        && !stem.ends_with("is")
    {
        stem.truncate(stem.len() - 1);
    }
    for ending in ["ing", "ed"] {
        if let Some(root) = stem.strip_suffix(ending)
            && root.len() >= 3
            && root.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            stem = undoubled(root).to_owned();
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.truncate(stem.len() - 1);
    }
    if let Some(root) = stem.strip_suffix('y').filter(|root| root.len() > 2) {
        stem = format!("{root}i");
    }
    stem
}

/// "stopp" to "stop".
fn undoubled(root: &str) -> &str {
    let mut last = root.bytes().rev();
    match (last.next(), last.next()) {
        (Some(one), Some(two)) if one == two && !b"lsz".contains(&one) => {
            root.get(..root.len() - 1).unwrap_or(root)
        }
        _ => root,
    }
}
