//! The voices in a decision, each for itself. A name without a view is a name without a view: nobody is taken to agree.

use super::SideRow;
use crate::practice::columns::{cell_words, plain};
use crate::record::{View, Voice, VoiceOf};

/// The voices that a row names. The independent practitioner may stand in the reason instead of a column.
pub(super) fn from_row(row: &SideRow) -> Vec<Voice> {
    let voices = VoiceOf::ALL.into_iter().filter_map(|of| {
        let (name, view) = columns(of);
        let (cell, view) = (somebody(row.cell(name)), row.cell(view));
        if cell.is_empty() && view.is_empty() {
            return (of == VoiceOf::Independent)
                .then(|| independent(row.cell("reason")))
                .flatten();
        }
        let mut voice = voice(of, cell);
        if !view.is_empty() {
            voice.view = answered(view);
            voice.words = [voice.words.as_str(), more_than_a_view(view)].join(" ");
            voice.words = voice.words.trim().to_owned();
        }
        Some(voice)
    });
    voices.collect()
}

/// The cell of a voice; empty when it says that there is nobody.
fn somebody(cell: &str) -> &str {
    let plain = plain(cell);
    let nobody = cell_words().nobody.contains(&plain);
    if nobody { "" } else { cell }
}

/// The name of a voice; empty when the row has none.
pub(super) fn name_of(row: &SideRow, of: VoiceOf) -> String {
    voice(of, somebody(row.cell(columns(of).0))).name
}

fn columns(of: VoiceOf) -> (&'static str, &'static str) {
    match of {
        VoiceOf::Practitioner => ("practitioner", "practitioner_view"),
        VoiceOf::Supervisor => ("supervisor", "supervisor_view"),
        VoiceOf::Independent => ("independent", "independent_view"),
    }
}

/// "G Pellow", "G Pellow agrees", "J Pettigrove (does not agree: too soon)".
fn voice(of: VoiceOf, cell: &str) -> Voice {
    let speaks = |word: &&str| {
        let plain = plain(word);
        let mut known = cell_words().agrees.iter().chain(&cell_words().dissents);
        known.any(|words| words.split(' ').any(|word| word == plain))
    };
    let before_marks = cell.split(['(', ':', ';']).next().unwrap_or(cell);
    let name: Vec<&str> = before_marks
        .split_whitespace()
        .take_while(|word| !speaks(word))
        .collect();
    let name = name.join(" ");
    let name = name.trim_end_matches([',', '-', '–', ' ']);
    let rest = cell.get(name.len()..).filter(|_| cell.starts_with(name));
    let rest = rest.unwrap_or(cell);
    Voice {
        of,
        name: name.to_owned(),
        on: None,
        view: view_of(rest),
        words: more_than_a_view(rest).to_owned(),
    }
}

/// What stands in a column that asks for a view, where "yes" is an answer too.
fn answered(cell: &str) -> View {
    let plain = plain(cell);
    let is = |list: &[String]| list.contains(&plain);
    match () {
        () if is(&cell_words().present) => View::Agrees,
        () if is(&cell_words().absent) => View::Dissents,
        () => view_of(cell),
    }
}

/// What words say of a decision; nothing is read into words that do not say.
fn view_of(words: &str) -> View {
    let words = format!(" {} ", plain(words));
    let says = |list: &[String]| {
        list.iter()
            .any(|known| words.contains(&format!(" {known} ")))
    };
    match () {
        () if says(&cell_words().dissents) => View::Dissents,
        () if says(&cell_words().agrees) => View::Agrees,
        () => View::NotRecorded,
    }
}

/// The words, when they say more than agreement or dissent.
fn more_than_a_view(words: &str) -> &str {
    let plain = plain(words);
    let known = cell_words();
    let lists = [
        &known.agrees,
        &known.dissents,
        &known.present,
        &known.absent,
    ];
    if lists.iter().any(|list| list.contains(&plain)) {
        return "";
    }
    words.trim_matches([' ', ',', ':', ';', '-', '–', '(', ')'])
}

/// "… Independent view: G Pellow agrees." in a reason.
fn independent(reason: &str) -> Option<Voice> {
    let starts = |at: usize| {
        cell_words().independent_view.iter().find_map(|words| {
            let found = reason.get(at..at + words.len())?;
            let rest = reason.get(at + words.len()..)?;
            found.eq_ignore_ascii_case(words).then_some(rest)
        })
    };
    let rest = reason.char_indices().find_map(|(at, _)| starts(at))?;
    let mut sentence = Vec::new();
    for word in rest.split_whitespace() {
        sentence.push(word);
        // "G. Pellow": an initial does not end the sentence.
        if word.ends_with(['.', ';']) && word.chars().count() > 2 {
            break;
        }
    }
    let sentence = sentence.join(" ");
    let voice = voice(VoiceOf::Independent, sentence.trim_end_matches(['.', ';']));
    (!voice.name.is_empty()).then_some(voice)
}
