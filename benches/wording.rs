//! How well wording is found in sentences of our own, rule by rule, and how long it takes. `cargo bench --bench wording`
//! prints it; with the name of a rule, or `all`, it lists the tuned sentences that went wrong.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../tests/corpus/wording.rs"]
mod corpus;

use std::hint::black_box;
use std::time::Instant;
use throughline::insight::wording::{TextOf, flags};

fn main() {
    let rows = corpus::rows();
    for (name, held_out) in [("tuned", false), ("held out", true)] {
        let these = || rows.iter().filter(move |row| row.held_out == held_out);
        println!("{name}: {} sentences", these().count());
        for (rule, tally) in corpus::tallies(these()) {
            println!(
                "  {rule:16} precision {:.3}  recall {:.3}  {tally:?}",
                tally.precision(),
                tally.recall()
            );
        }
    }
    if let Some(asked) = std::env::args()
        .nth(1)
        .filter(|asked| !asked.starts_with('-'))
    {
        for row in rows.iter().filter(|row| !row.held_out) {
            let found = corpus::found(row);
            let about = |rule: &&&str| asked == "all" || ***rule == asked;
            if found
                .symmetric_difference(&row.expected)
                .any(|rule| about(&rule))
            {
                println!("{:?} {:?}: {}", row.expected, found, row.text);
            }
        }
    }
    let ours: String = rows.iter().map(|row| format!("{} ", row.text)).collect();
    let usual = include_str!("../tests/samples/supervision.md");
    time("our sentences", &ours);
    time("supervision notes", usual);
}

fn time(name: &str, text: &str) {
    for of in TextOf::ALL {
        let started = Instant::now();
        let rounds = 200;
        for _ in 0..rounds {
            black_box(flags(black_box(text), of));
        }
        let letters = text.chars().count() * rounds;
        let each = started.elapsed().as_secs_f64() * 1e6 * 1000.0 / letters as f64;
        println!("{name}, {:9} {each:.1} µs per 1,000 letters", of.id());
    }
}
