//! A store of a made-up caseload for tests: what was confirmed in it, and whether it is still there.

use chrono::{DateTime, Utc};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline::record::*;
use throughline::store::*;

/// A store of a made-up caseload, and what was confirmed in it.
pub struct Desk {
    pub folder: TempDir,
    pub place: Place,
    /// The names that the case had, save by save.
    pub confirmed: Vec<String>,
}

pub fn passphrase() -> Passphrase {
    Passphrase::new("rain on the Teifi".into())
}

pub fn case() -> CaseId {
    Mint::seeded(7).next_id()
}

fn at(minute: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + 60 * minute as i64, 0).unwrap()
}

/// Saves the case under another name and adds a person.
pub fn save(store: &Store, number: usize) -> Result<String, StoreError> {
    save_long(store, number, length_of_notes(number))
}

/// The same, with so much to say about the person.
pub fn save_long(store: &Store, number: usize, length: usize) -> Result<String, StoreError> {
    let name = name_at(number);
    let file = store.case_file(case())?;
    let body = Case {
        name: name.clone(),
        ..Case::default()
    };
    let person = Person {
        name: format!("Person {number}"),
        notes: "n".repeat(length),
        ..Person::default()
    };
    let mut mint = Mint::seeded(1000 + number as u64);
    let writes = vec![
        Write::Put(case(), Box::new(Body::Case(body))),
        Write::Put(mint.next_id(), Box::new(Body::Person(person))),
    ];
    let change = Change::of(&file, case(), "M Clarke", "save", at(number), writes);
    store.save(&change).map(|()| name)
}

/// The name that the case gets with a save.
pub fn name_at(number: usize) -> String {
    format!("Family at save {number}")
}

/// Short ones, some that sled would put into files of their own, and now and then one that soon fills a segment.
fn length_of_notes(number: usize) -> usize {
    match number % 23 {
        22 => 50_000,
        other => other % 7 * 900,
    }
}

impl Desk {
    /// A store with this many saves, closed properly.
    pub fn with(saves: usize) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path().join("store"));
        let store = Store::create(&place, &passphrase(), "M Clarke", Cost::Cheap).unwrap();
        let confirmed = (0..saves).map(|number| save(&store, number).unwrap());
        let confirmed = confirmed.collect();
        Desk {
            folder,
            place,
            confirmed,
        }
    }

    /// A store whose log has several segments.
    pub fn with_segments(segments: usize) -> Desk {
        let mut desk = Desk::with(1);
        let store = desk.open();
        while files_under(&desk.file("log")).len() <= segments {
            let number = desk.confirmed.len();
            desk.confirmed
                .push(save_long(&store, number, 20_000).unwrap());
        }
        drop(store);
        desk
    }

    /// The same store in another folder.
    pub fn copy(&self) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path().join("store"));
        copy_folder(self.place.folder(), place.folder());
        Desk {
            folder,
            place,
            confirmed: self.confirmed.clone(),
        }
    }

    pub fn open(&self) -> Store {
        Store::open(&self.place, &passphrase(), &mut |_| {}).unwrap()
    }

    pub fn check(&self) -> CheckReport {
        Store::check(&self.place, &passphrase(), &mut |_| {}).unwrap()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.place.folder().join(name)
    }

    /// Opens and finds everything that was confirmed; gives what the store said on opening.
    pub fn holds_everything(&self) -> Vec<String> {
        let store = self.open();
        self.holds_the_first(&store, self.confirmed.len());
        store.notices().to_vec()
    }

    /// Finds what was confirmed, save by save, and whatever came after it.
    pub fn holds_the_first(&self, store: &Store, saves: usize) {
        let names: Vec<_> = store
            .history(case(), case())
            .unwrap()
            .into_iter()
            .map(|record| match record.body {
                Body::Case(case) => case.name,
                other => panic!("not the case: {other:?}"),
            })
            .collect();
        assert!(names.len() >= saves, "{} of {saves} saves", names.len());
        assert_eq!(names[..saves], self.confirmed[..saves]);
        let file = store.case_file(case()).unwrap();
        assert_eq!(file.people.len(), names.len());
        assert_eq!(store.caseload().unwrap()[0].name, names[names.len() - 1]);
        assert_eq!(store.revisions(case()).unwrap().len(), names.len() * 2);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let to = to.join(file.file_name());
        match file.path().is_dir() {
            true => copy_folder(&file.path(), &to),
            false => {
                fs::copy(file.path(), to).unwrap();
            }
        }
    }
}

pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        match path.is_dir() {
            true => all.extend(files_under(&path)),
            false => all.push(path),
        }
    }
    all.sort();
    all
}

pub fn log_file(desk: &Desk) -> PathBuf {
    desk.file("log/0000000001.log")
}
