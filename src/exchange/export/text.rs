//! Plain text that fits a page and a terminal of 80 columns.

/// Columns of a line.
pub(super) const WIDTH: usize = 76;

/// What people wrote, on one line and without characters that would steer a terminal.
pub(super) fn clean(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let letters = word.chars().filter(|letter| !letter.is_control());
        letters.collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The words in lines of at most `width` letters; a word that is longer is broken.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line, mut length) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for (part, letters) in letters.chunks(width.max(1)).enumerate() {
            let blank = usize::from(length > 0 && part == 0);
            if length + blank + letters.len() > width && length > 0 {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            if length > 0 && blank > 0 {
                line.push(' ');
                length += 1;
            }
            line.extend(letters);
            length += letters.len();
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words in lines, each in the middle.
pub(super) fn centred(text: &str) -> String {
    let lines = wrapped(text, WIDTH).into_iter().map(|line| {
        let blanks = WIDTH.saturating_sub(line.chars().count()) / 2;
        format!("{}{line}\n", " ".repeat(blanks))
    });
    lines.collect()
}

/// The words in lines that begin after so many blanks.
pub(super) fn indented(text: &str, blanks: usize) -> String {
    let lines = wrapped(text, WIDTH.saturating_sub(blanks)).into_iter();
    lines
        .map(|line| format!("{}{line}\n", " ".repeat(blanks)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_wider_than_asked_for_and_no_word_is_lost() {
        let text = "Mornings: up and dressed, ąąąąąąąąąąąąąąąąąąąąąąąąąąą, before them";
        for width in 1..40 {
            let lines = wrapped(text, width);
            assert!(lines.iter().all(|line| line.chars().count() <= width));
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert!(wrapped("  ", 7).is_empty());
    }

    #[test]
    fn what_people_wrote_cannot_steer_a_terminal() {
        assert_eq!(clean(" a\u{1b}[2J\nb\u{7} "), "a[2J b");
    }
}
