//! `words`: reads texts and prints the wording to think about in them, as lines or JSON. No store is opened and nothing
//! is changed.

use super::args::{Words, WordsAre};
use super::fault::{self, Fault};
use super::output;
use crate::exchange::import::ImportFault;
use crate::exchange::import::encoding::decode;
use crate::insight::wording::{TextOf, flags};
use crate::insight::words::counted;
use crate::page::plain::PlainLines;
use color_eyre::Result;
use serde::Serialize;
use std::io::Read;
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;

/// What was found in all files.
#[derive(Serialize)]
struct Report {
    files: Vec<ReadFile>,
    phrases: usize,
}

/// What was found in one file.
#[derive(Serialize)]
struct ReadFile {
    file: String,
    flags: Vec<Found>,
}

/// A phrase, with all that is said of it.
#[derive(Serialize)]
struct Found {
    line: usize,
    phrase: String,
    rule: &'static str,
    title: &'static str,
    why: &'static str,
    question: &'static str,
    page: &'static str,
}

/// Reads every file that can be read, also when another cannot.
pub fn run(words: &Words) -> Result<ExitCode> {
    let mut files = Vec::new();
    let mut all_read = true;
    for file in &words.files {
        match text_of(file) {
            Ok(text) => files.push(ReadFile {
                file: file.display().to_string(),
                flags: found(&text, words.of.into()),
            }),
            Err(why) => {
                all_read = false;
                fault::say(&why.into());
            }
        }
    }
    let phrases = files.iter().map(|file| file.flags.len()).sum();
    let report = Report { files, phrases };
    let said = match words.json {
        true => output::say_json(&report),
        false => output::say(&report.lines()),
    };
    match all_read {
        true => said,
        false => said.map(|_| ExitCode::FAILURE),
    }
}

impl Report {
    fn lines(&self) -> String {
        let mut lines = PlainLines::default();
        for file in &self.files {
            for found in &file.flags {
                lines.plain(format!(
                    "{}:{}: \"{}\": {}. {} {}",
                    file.file, found.line, found.phrase, found.title, found.why, found.question
                ));
            }
        }
        lines.plain(match self.phrases {
            0 => "No phrase to think about; nothing was changed.".to_owned(),
            count => {
                let phrases = counted(count, "phrase", "phrases");
                format!("{phrases} to think about; nothing was changed.")
            }
        });
        lines.text()
    }
}

/// Each paragraph is one text.
fn found(text: &str, of: TextOf) -> Vec<Found> {
    let mut all = Vec::new();
    for at in paragraphs(text) {
        let paragraph = text.get(at.clone()).unwrap_or("");
        for flag in flags(paragraph, of) {
            let before = text.get(..at.start + flag.at.start).unwrap_or("");
            all.push(Found {
                line: before.matches('\n').count() + 1,
                phrase: flag.phrase(paragraph).to_owned(),
                rule: &flag.rule.id,
                title: &flag.rule.title,
                why: &flag.rule.why,
                question: &flag.rule.question,
                page: &flag.rule.page,
            });
        }
    }
    all
}

/// Where the paragraphs stand, parted by blank lines, in bytes.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut place, mut open) = (0, false);
    for line in text.split_inclusive('\n') {
        let at = place..place + line.len();
        place = at.end;
        let blank = line.trim().is_empty();
        match found.last_mut().filter(|_| open && !blank) {
            Some(paragraph) => paragraph.end = at.end,
            None if !blank => found.push(at),
            None => {}
        }
        open = !blank;
    }
    found
}

fn text_of(file: &Path) -> Result<String, Fault> {
    let bytes = match file.as_os_str() == "-" {
        true => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            read.map(|_| bytes)
        }
        false => std::fs::read(file),
    };
    let not_read = |why: String| Fault::TextNotRead {
        file: file.to_owned(),
        why,
    };
    let bytes = bytes.map_err(|source| not_read(source.to_string()))?;
    match decode(&file.display().to_string(), &bytes) {
        Ok(decoded) => Ok(decoded.text),
        Err(ImportFault::Empty { .. }) => Ok(String::new()),
        Err(ImportFault::OtherProgram { what, .. }) => Err(not_read(format!("it is {what}"))),
        Err(_) => Err(not_read("it holds bytes that no text has".to_owned())),
    }
}

impl From<WordsAre> for TextOf {
    fn from(are: WordsAre) -> TextOf {
        match are {
            WordsAre::Entry => TextOf::Entry,
            WordsAre::Need => TextOf::Need,
            WordsAre::Evidence => TextOf::Evidence,
            WordsAre::Other => TextOf::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_parted_by_blank_lines() {
        let text = "\nOne\r\ntwo\r\n \r\n\r\nthree";
        let parts: Vec<&str> = paragraphs(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(parts, ["One\r\ntwo\r\n", "three"]);
        assert!(paragraphs(" \n\n").is_empty());
    }
}
