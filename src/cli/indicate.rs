//! `indicate`: reads a reading of the matrix as JSON on standard input and prints what the matrix indicates, as JSON, so
//! that anybody can check the rules. No store is opened.

mod asked;
mod told;

use super::args::Indicate;
use super::fault;
use super::options::Options;
use super::output;
use asked::Asked;
use color_eyre::Result;
use std::io::Read;
use std::process::ExitCode;
use told::Told;

/// What comes in and what goes out, field by field.
const SCHEMA: &str = include_str!("indicate/schema.json");

/// Exit code of what was not understood, as for a command line that is not.
const NOT_UNDERSTOOD: u8 = 2;

/// Answers one reading with one indication, a list of them with a list.
pub fn run(options: &Options, indicate: &Indicate) -> Result<ExitCode> {
    if indicate.schema {
        return output::say(SCHEMA);
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    let answered = read
        .map_err(|fault| fault.to_string())
        .and_then(|_| answer(options, &text));
    match answered {
        Ok(answer) => output::say_json(&answer),
        Err(why) => {
            fault::say(&fault::Fault::NotAReading(why).into());
            Ok(ExitCode::from(NOT_UNDERSTOOD))
        }
    }
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Answer {
    One(Box<Told>),
    Several(Vec<Told>),
}

fn answer(options: &Options, text: &str) -> Result<Answer, String> {
    let told = |asked: Asked| asked.indicated(options.today());
    // A file that a spreadsheet or an editor wrote may begin with a byte order mark.
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err("there is nothing on standard input".to_owned());
    }
    if text.starts_with('[') {
        let asked: Vec<Asked> = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
        let answers: Result<Vec<_>, _> = asked.into_iter().map(told).collect();
        Ok(Answer::Several(answers?))
    } else {
        let asked = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
        Ok(Answer::One(Box::new(told(asked)?)))
    }
}
