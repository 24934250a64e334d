//! Private notes without a screen: written, read and shared by those who may, and in nothing that tells of a case.

use super::plain::Office;
use std::io::Write;
use std::process::Stdio;

const NOTE: &str = r#"
on = "20/11/2026"
next_on = 2026-12-04
how_are_you = "Worn out since the Prosser hearing"
burnout = "Sleepless, dread of the phone"
self_efficacy = "The last visit went well"
agreed = "Two cases move to J Singh by Friday"
facets = ["S0D.3"]
"#;

fn file_beside(office: &Office, name: &str, content: &str) -> String {
    let path = office.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

struct Book {
    office: Office,
    hers: String,
}

impl Book {
    fn new() -> Book {
        let office = Office::open();
        let hers = file_beside(&office, "hers", "hail on the Rhinogs\n");
        Book { office, hers }
    }

    /// With the worker and the book's passphrase.
    fn words<'a>(&'a self, words: &[&'a str]) -> Vec<&'a str> {
        let more = [
            "--worker",
            "Ffion Garthwaite",
            "--private-passphrase-file",
            &self.hers,
        ];
        [&["private"], words, &more].concat()
    }

    fn file(&self, name: &str, content: &str) -> String {
        file_beside(&self.office, name, content)
    }

    fn with_note() -> Book {
        let book = Book::new();
        let file = book.file("note.toml", NOTE);
        let said = book.office.says(&book.words(&["add", "--from", &file]));
        for words in [
            "was made",
            "apart from every case",
            "M Clarke",
            "not sealed: remove it",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(!said.contains("Sleepless"));
        book
    }
}

#[test]
fn a_note_from_a_file_is_read_back_by_whoever_has_a_slot() {
    let book = Book::with_note();
    let said = book.office.says(&book.words(&["show"]));
    for words in [
        "Private notes of Ffion Garthwaite: 1 note.",
        "20/11/2026",
        "With: M Clarke",
        "Signs of burning out: Sleepless, dread of the phone",
        "What restored: Knowing what sets one off",
        "Next: 2026-12-04",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let listed = book.office.says(&book.words(&["list"]));
    assert!(
        listed.contains("20/11/2026, with M Clarke: how are you, signs of burning out"),
        "{listed}"
    );
    let other_day = book
        .office
        .says(&book.words(&["show", "--on", "2026-11-21"]));
    assert!(other_day.contains("0 notes"), "{other_day}");

    let theirs = book.file("theirs", "frost on Cadair\n");
    let let_in = [
        "let-in",
        "--person",
        "Ffion Garthwaite",
        "--new-passphrase-file",
        &theirs,
    ];
    let said = book.office.says(&book.words(&let_in));
    assert!(said.contains("M Clarke and Ffion Garthwaite"), "{said}");
    let show = [
        "private",
        "show",
        "--worker",
        "ffion garthwaite",
        "--private-passphrase-file",
        &theirs,
    ];
    assert!(book.office.says(&show).contains("Sleepless"));
    let books = book.office.says(&["private", "list"]);
    assert!(
        books.contains("Ffion Garthwaite: opened by M Clarke and Ffion Garthwaite"),
        "{books}"
    );
}

#[test]
fn plain_answers_make_a_note_one_line_each() {
    let book = Book::new();
    let add = ["add", "--with", "M Tidewell"];
    let mut command = book.office.command(&book.words(&add));
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let answers = "Tired\n\nDread of the phone\n";
    running
        .stdin
        .take()
        .unwrap()
        .write_all(answers.as_bytes())
        .unwrap();
    assert!(running.wait_with_output().unwrap().status.success());
    let said = book.office.says(&book.words(&["show"]));
    for words in [
        "23 ",
        "M Tidewell",
        "How are you: Tired",
        "burning out: Dread of the phone",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(
        !said.contains("Wellbeing"),
        "what was left out is not there: {said}"
    );
}

#[test]
fn what_is_refused_is_said_without_a_word_of_the_note() {
    let book = Book::with_note();
    let wrong = book.file("wrong", "sun\n");
    let show = [
        "private",
        "show",
        "--worker",
        "Ffion Garthwaite",
        "--private-passphrase-file",
        &wrong,
    ];
    assert!(
        book.office
            .refuses(&show)
            .contains("does not open this book")
    );
    let none = [
        "private",
        "show",
        "--worker",
        "J Singh",
        "--private-passphrase-file",
        &wrong,
    ];
    assert!(
        book.office
            .refuses(&none)
            .contains("no book of private notes of J Singh")
    );
    for (content, says) in [
        ("how_are_you = \"Sleepless\"\nagreed = Sleepless", "line 2"),
        ("burnout = [\"Sleepless\"]", "value 1"),
        ("agreed = \"x\"\nchild = \"Sleepless\"", "value 2"),
        ("facets = [\"Sleepless\"]", "value 1"),
        ("wellbeing = \" \"", "Nothing was said"),
    ] {
        let file = book.file("bad.toml", content);
        let said = book.office.refuses(&book.words(&["add", "--from", &file]));
        assert!(said.contains(says), "{content}: {said}");
        assert!(!said.contains("Sleepless"), "{said}");
    }
    assert!(book.office.says(&book.words(&["list"])).contains("1 note"));
}

#[test]
fn nothing_that_tells_of_cases_tells_of_a_private_note() {
    let book = Book::with_note();
    let mut told = book.office.json(&["list"]).to_string();
    for view in [
        "summary",
        "chronology",
        "family",
        "story",
        "gaps",
        "contradictions",
        "doubts",
        "factors",
        "matrix",
        "stages",
        "goals",
        "analysis",
        "plan",
    ] {
        told += &book.office.json(&["show", "Prosser", view]).to_string();
        told += &book.office.says(&["show", "Prosser", view]);
    }
    for words in [
        "Sleepless",
        "dread of the phone",
        "Worn out",
        "Garthwaite",
        "rivate note",
    ] {
        assert!(!told.contains(words), "{words}");
    }
    assert!(
        told.len() > 20_000,
        "{} bytes were looked through",
        told.len()
    );
    let checked = book.office.says(&["check"]);
    assert!(
        checked.contains("Books of private notes: 1, with 1 revisions"),
        "{checked}"
    );
}
