//! The few signs that are drawn beside words, each with its plain letter for terminals that know no Unicode.

use super::Look;

impl Look {
    fn sign(&self, sign: &'static str, plain: &'static str) -> &'static str {
        if self.ascii { plain } else { sign }
    }

    /// Stands before the chosen line, for screens without colour.
    pub fn marker(&self) -> &'static str {
        self.sign("▌", ">")
    }

    /// Stands before the chosen line of a list while keys go to another part of the screen.
    pub fn marker_elsewhere(&self) -> &'static str {
        self.sign("▏", "|")
    }

    /// Stands before the name of what is marked.
    pub fn mark(&self) -> &'static str {
        self.sign("✓", "*")
    }

    /// Between things told side by side.
    pub fn dot(&self) -> &'static str {
        self.sign("·", "-")
    }

    /// One step further inside.
    pub fn step(&self) -> &'static str {
        self.sign("›", ">")
    }

    /// The rule beside a heading.
    pub fn rule(&self) -> &'static str {
        self.sign("─", "-")
    }

    /// The line between parts side by side.
    pub fn upright(&self) -> &'static str {
        self.sign("│", "|")
    }

    /// From one day to another.
    pub fn dash(&self) -> &'static str {
        self.sign("–", "-")
    }

    /// Stands for a letter that is not shown.
    pub fn hidden(&self) -> &'static str {
        self.sign("•", "*")
    }
}

/// Whether only ASCII may be drawn, by what the environment says of terminal and locale. A locale that is not named says
/// nothing, and terminals of today read UTF-8.
pub fn is_ascii_only(term: &str, locale: &str) -> bool {
    let old = [
        "linux", "vt52", "vt100", "vt102", "vt220", "vt320", "vt420", "ansi", "cons25", "cygwin",
    ];
    old.iter()
        .any(|name| term == *name || term.starts_with(&format!("{name}-")))
        || !reads_utf8(locale)
}

/// Whether the locale reads UTF-8.
pub fn reads_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.is_empty() || locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_signs_are_chosen_where_others_would_not_be_read() {
        for (term, locale, plain) in [
            ("xterm-256color", "en_GB.UTF-8", false),
            ("xterm-256color", "C.utf8", false),
            ("xterm-256color", "", false),
            ("xterm", "en_GB.ISO-8859-1", true),
            ("xterm", "C", true),
            ("linux", "en_GB.UTF-8", true),
            ("vt220", "en_GB.UTF-8", true),
        ] {
            assert_eq!(is_ascii_only(term, locale), plain, "{term} {locale}");
        }
    }
}
