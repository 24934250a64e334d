//! Facts that stand in the notes on a person: other names, trusted adults, advocates, separations.

use crate::practice::relations::note_words;
use crate::record::Person;

/// Takes the other names out of the notes, which stay as they are: "Known as Kuba", "\"Nain\"", "Written \"Sian\" by police".
pub fn other_names(person: &mut Person) {
    let notes = person.notes.clone();
    for sentence in sentences(&notes) {
        if person.known_as.is_empty()
            && let Some(rest) = after_any(sentence, &note_words().known_as)
        {
            person.known_as = rest.trim_matches(['"', '“', '”', ' ']).to_owned();
        }
        let quoted: Vec<&str> = quotes(sentence);
        let only_a_name =
            matches!(quoted.as_slice(), [only] if sentence.trim_matches(QUOTES).trim() == *only);
        let written = after_any(sentence, &note_words().also_written).is_some();
        if only_a_name || written {
            for name in quoted {
                if !person.also_written.iter().any(|known| known == name) {
                    person.also_written.push(name.to_owned());
                }
            }
        }
    }
}

/// What stands behind one of these words at the beginning of a sentence ("Trusted adult: Mr Obuya").
pub fn told<'a>(notes: &'a str, words: &[String]) -> Vec<&'a str> {
    sentences(notes)
        .into_iter()
        .filter_map(|sentence| after_any(sentence, words))
        .collect()
}

const QUOTES: [char; 3] = ['"', '“', '”'];

/// Sentences without their full stops. "Mr. Obuya" is not the end of one.
fn sentences(notes: &str) -> Vec<&str> {
    let (mut found, mut start) = (Vec::new(), 0);
    let ends = notes
        .match_indices(['.', ';', '\n'])
        .map(|(place, mark)| (place, mark.len()));
    for (place, length) in ends.chain([(notes.len(), 0)]) {
        let sentence = notes.get(start..place).unwrap_or_default();
        let title = sentence
            .rsplit(' ')
            .next()
            .is_some_and(|word| matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "St"));
        let inside = notes.get(place + length..).is_some_and(|rest| {
            rest.starts_with(|c: char| !c.is_whitespace() && !QUOTES.contains(&c))
        });
        if title || (inside && length > 0) {
            continue;
        }
        found.push(sentence.trim());
        start = place + length;
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

fn quotes(sentence: &str) -> Vec<&str> {
    sentence
        .split(QUOTES)
        .skip(1)
        .step_by(2)
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
}

fn after_any<'a>(sentence: &'a str, words: &[String]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let start = sentence.get(..word.len())?;
        let rest = sentence.get(word.len()..)?;
        let whole = word.ends_with(':') || rest.starts_with(' ');
        (whole && start.to_lowercase() == *word).then_some(rest.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_notes(notes: &str) -> Person {
        let mut person = Person {
            name: "Jakub Nowak".to_owned(),
            notes: notes.to_owned(),
            ..Person::default()
        };
        other_names(&mut person);
        person
    }

    #[test]
    fn other_names_are_taken_out_of_the_notes() {
        assert_eq!(with_notes("Known as Kuba. Likes trams.").known_as, "Kuba");
        assert_eq!(
            with_notes("\"Nain\". Well known as a singer.").also_written,
            ["Nain"]
        );
        let written = with_notes("Written \"Sian\" and “Shan” by police. Said \"hello\" to us.");
        assert_eq!(
            written.also_written,
            ["Sian", "Shan"],
            "words that somebody said are no names"
        );
        assert!(
            with_notes("His birthday is a hard day.")
                .also_written
                .is_empty()
        );
        assert_eq!(with_notes("Knownas Kuba. Known aside.").known_as, "");
    }

    #[test]
    fn a_title_does_not_end_a_sentence() {
        let words = &note_words().trusted_adult;
        assert_eq!(
            told(
                "Lives at 3.5 Mill Lane. Trusted adult: Mr. Obuya; likes trams.",
                words
            ),
            ["Mr. Obuya"]
        );
        assert_eq!(told("Trusted adult: Yvonne Marsh", words), ["Yvonne Marsh"]);
        assert!(told("No trusted adult: yet", words).is_empty());
    }
}
