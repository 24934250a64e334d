//! How long a genogram of two hundred people takes.

use super::*;
use throughline::insight::genogram::sketch::Sketch;
use throughline::insight::genogram::symbols::{Hand, Zoom};
use throughline::insight::genogram::words::in_words;
use throughline::insight::genogram::{Genogram, GenogramOptions};
use throughline::record::{Bond, BondKind, Meta, Person, Record, RecordId, Sex};

/// Two hundred people: five generations of couples with two or three children each.
static TWO_HUNDRED: LazyLock<CaseFile> = LazyLock::new(|| {
    let mut mint = Mint::seeded(5);
    let mut file = CaseFile::default();
    let mut row = vec![person(&mut file, &mut mint, 1, Sex::Female)];
    let mut generation = 1;
    while file.people.len() < 200 {
        generation += 1;
        let mut next = Vec::new();
        for (at, parent) in row.iter().enumerate() {
            let partner = person(&mut file, &mut mint, generation - 1, Sex::Male);
            bond(&mut file, &mut mint, *parent, BondKind::Married, partner);
            for _ in 0..2 + at % 2 {
                if file.people.len() >= 200 {
                    break;
                }
                let child = person(&mut file, &mut mint, generation, Sex::Female);
                bond(&mut file, &mut mint, *parent, BondKind::Parent, child);
                bond(&mut file, &mut mint, partner, BondKind::Parent, child);
                next.push(child);
            }
        }
        row = next;
    }
    file
});

fn put(file: &mut CaseFile, mint: &mut Mint, body: Body) -> RecordId {
    let id = mint.next_id();
    let meta = Meta {
        id,
        case: id,
        author: "bench".into(),
        recorded_at: DateTime::UNIX_EPOCH,
        revision: 1,
        removed: None,
    };
    file.apply(Record { meta, body });
    id
}

fn person(file: &mut CaseFile, mint: &mut Mint, generation: usize, sex: Sex) -> RecordId {
    let born = format!("{}", 1880 + generation * 25 + file.people.len() % 20);
    let person = Person {
        name: format!("Person {}", file.people.len()),
        born: FuzzyDate::parse(&born, demo::last_day()).ok(),
        sex,
        ..Person::default()
    };
    put(file, mint, Body::Person(person))
}

fn bond(file: &mut CaseFile, mint: &mut Mint, from: RecordId, kind: BondKind, to: RecordId) {
    let bond = Bond::of(from, kind, to);
    put(file, mint, Body::Bond(bond));
}

/// From the records to the drawing with its words, as at every change of what is seen.
#[divan::bench]
fn genogram_of_two_hundred(bencher: Bencher) {
    let file = &*TWO_HUNDRED;
    let hand = Hand {
        zoom: Zoom::Names,
        ascii: false,
        day: demo::last_day(),
    };
    bencher.bench_local(|| -> usize {
        let graph = Genogram::of(black_box(file), demo::last_day());
        let sketch = Sketch::of(&graph, 0, &hand, &GenogramOptions::default(), &[], &[]);
        let words = in_words(&graph, &sketch.layout, 0, &[], demo::last_day());
        sketch.layout.lines.len() + words.len()
    });
}
