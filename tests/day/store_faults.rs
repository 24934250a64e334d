//! What the store must bear: a kill, a cut, damaged files, a full disk. What was confirmed is there afterwards.

use chrono::{DateTime, Utc};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline::record::*;
use throughline::store::*;

/// A store of a made-up caseload, and what was confirmed in it.
pub struct Desk {
    folder: TempDir,
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
    let name = name_at(number);
    let file = store.case_file(case())?;
    let body = Case {
        name: name.clone(),
        ..Case::default()
    };
    let person = Person {
        name: format!("Person {number}"),
        notes: "n".repeat(length_of_notes(number)),
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
        22 => 400_000,
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

    /// The same store in another folder.
    fn copy(&self) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path().join("store"));
        copy_folder(self.place.folder(), place.folder());
        Desk {
            folder,
            place,
            confirmed: self.confirmed.clone(),
        }
    }

    fn open(&self) -> Store {
        Store::open(&self.place, &passphrase(), &mut |_| {}).unwrap()
    }

    pub fn check(&self) -> CheckReport {
        Store::check(&self.place, &passphrase(), &mut |_| {}).unwrap()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.place.folder().join(name)
    }

    /// Opens and finds everything that was confirmed; gives what the store said on opening.
    pub fn holds_everything(&self) -> Vec<String> {
        let store = self.open();
        self.holds_the_first(&store, self.confirmed.len());
        store.notices().to_vec()
    }

    /// Finds what was confirmed, save by save, and whatever came after it.
    fn holds_the_first(&self, store: &Store, saves: usize) {
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

fn files_under(folder: &Path) -> Vec<PathBuf> {
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

fn log_file(desk: &Desk) -> PathBuf {
    desk.file("log/0000000001.log")
}

#[test]
fn a_sound_store_is_found_sound_and_opens_without_a_word() {
    let desk = Desk::with(8);
    let report = desk.check();
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!((report.saves, report.cases), (8, 1));
    assert_eq!((report.records, report.superseded), (9, 7));
    assert_eq!(desk.holds_everything(), Vec::<String>::new());
    assert!(desk.check().is_sound(), "after a check and an opening");
}

#[test]
fn a_log_cut_at_any_byte_of_its_last_saves_loses_nothing_confirmed() {
    let desk = Desk::with(6);
    let whole = fs::read(log_file(&desk)).unwrap();
    let last_two = whole.len() - 2 * 1500;
    for cut in (last_two..whole.len()).step_by(37).chain([whole.len() - 1]) {
        let desk = desk.copy();
        fs::write(log_file(&desk), &whole[..cut]).unwrap();
        assert!(!desk.check().is_sound(), "cut at {cut} is found");
        let said = desk.holds_everything();
        assert!(
            said[0].contains("Nothing is lost"),
            "cut at {cut}: {said:?}"
        );
        assert!(desk.check().is_sound(), "cut at {cut} is mended");
    }
}

#[test]
fn a_log_cut_with_the_index_gone_keeps_what_can_be_read_and_says_what_is_lost() {
    let desk = Desk::with(6);
    let whole = fs::read(log_file(&desk)).unwrap();
    fs::write(log_file(&desk), &whole[..whole.len() - 1]).unwrap();
    fs::remove_dir_all(desk.file("index")).unwrap();
    let store = desk.open();
    desk.holds_the_first(&store, 5);
    assert!(
        store.notices()[0].contains("save 6 is lost"),
        "{:?}",
        store.notices()
    );
    save(&store, 6).unwrap();
}

#[test]
fn a_save_that_a_kill_cut_off_is_put_aside() {
    let desk = Desk::with(6);
    let whole = fs::read(log_file(&desk)).unwrap();
    // The beginning of the last save again, as if another one had begun.
    let torn = [&whole[..], &whole[whole.len() - 700..]].concat();
    fs::write(log_file(&desk), torn).unwrap();
    let said = desk.holds_everything();
    assert!(said[0].contains("not confirmed"), "{said:?}");
    let aside = files_under(&desk.file("set-aside"));
    assert_eq!(aside.len(), 1);
    assert!(desk.check().is_sound());
}

#[test]
fn a_save_damaged_in_the_middle_of_the_log_is_made_good_from_the_index() {
    let desk = Desk::with(6);
    let mut whole = fs::read(log_file(&desk)).unwrap();
    let middle = whole.len() / 2;
    whole[middle] ^= 1;
    fs::write(log_file(&desk), &whole).unwrap();
    let report = desk.check();
    assert!(report.faults[0].contains("damaged at byte"), "{report:?}");
    let said = desk.holds_everything();
    assert!(said[0].contains("Nothing is lost"), "{said:?}");
    assert!(desk.check().is_sound());
}

#[test]
fn a_save_damaged_in_the_middle_with_the_index_gone_costs_that_save_alone() {
    let desk = Desk::with(6);
    let mut whole = fs::read(log_file(&desk)).unwrap();
    let middle = whole.len() / 2;
    whole[middle] ^= 1;
    fs::write(log_file(&desk), &whole).unwrap();
    fs::remove_dir_all(desk.file("index")).unwrap();
    let store = desk.open();
    assert!(
        store.notices()[0].contains(" lost"),
        "{:?}",
        store.notices()
    );
    let file = store.case_file(case()).unwrap();
    assert_eq!(
        file.name(),
        "Family at save 5",
        "what follows the damage is there"
    );
    assert_eq!(file.people.len(), 5);
    save(&store, 6).unwrap();
}

#[test]
fn an_index_that_is_gone_or_damaged_is_rebuilt_from_the_log() {
    let desk = Desk::with(12);
    type Damage = fn(&Desk);
    let damages: [(&str, Damage); 5] = [
        ("gone", |desk| {
            fs::remove_dir_all(desk.file("index")).unwrap()
        }),
        ("emptied", |desk| {
            fs::write(desk.file("index/db"), "").unwrap()
        }),
        ("cut", |desk| {
            let db = fs::read(desk.file("index/db")).unwrap();
            fs::write(desk.file("index/db"), &db[..db.len() / 3]).unwrap();
        }),
        ("noise", |desk| {
            let mut db = fs::read(desk.file("index/db")).unwrap();
            let len = db.len();
            db[len / 4..]
                .iter_mut()
                .step_by(97)
                .for_each(|byte| *byte ^= 0x55);
            fs::write(desk.file("index/db"), db).unwrap();
        }),
        ("conf", |desk| {
            fs::write(desk.file("index/conf"), "segment_size: 1").unwrap()
        }),
    ];
    for (damage, make) in damages {
        let desk = desk.copy();
        make(&desk);
        assert!(!desk.check().is_sound(), "{damage} is found");
        let said = desk.holds_everything();
        assert!(
            said.iter().any(|said| said.contains("rebuilt")),
            "{damage}: {said:?}"
        );
        assert!(desk.check().is_sound(), "{damage} is mended");
    }
}

#[test]
fn one_key_file_of_two_is_enough() {
    let desk = Desk::with(2);
    for copy in ["keys", "log/keys"] {
        let desk = desk.copy();
        fs::write(desk.file(copy), "lost").unwrap();
        assert!(desk.check().faults[0].contains(copy));
        let said = desk.holds_everything();
        assert!(said[0].contains("key file"), "{said:?}");
        assert!(desk.check().is_sound());
    }
    fs::remove_file(desk.file("keys")).unwrap();
    fs::remove_file(desk.file("log/keys")).unwrap();
    let refused = Store::open(&desk.place, &passphrase(), &mut |_| {})
        .err()
        .unwrap();
    assert!(refused.to_string().contains("key file"), "{refused}");
}

#[test]
fn one_flipped_bit_in_any_file_is_found() {
    let desk = Desk::with(5);
    let root = desk.place.folder();
    let files = files_under(root);
    assert!(files.len() >= 5, "{files:?}");
    for file in files {
        let name = file.strip_prefix(root).unwrap();
        let whole = fs::read(&file).unwrap();
        for part in 0..24.min(whole.len()) {
            // From the first byte to the last, another bit each time; the head of a file byte by byte.
            let byte = match part {
                0..12 => part,
                _ => (part - 11) * (whole.len() - 1) / 12,
            };
            let desk = desk.copy();
            let mut flipped = whole.clone();
            flipped[byte] ^= 1 << (part % 8);
            fs::write(desk.file(name.to_str().unwrap()), flipped).unwrap();
            let report = desk.check();
            assert!(!report.is_sound(), "{name:?}, byte {byte}");
        }
    }
}

#[test]
fn a_store_of_a_newer_version_is_refused_politely() {
    let desk = Desk::with(1);
    for copy in ["keys", "log/keys"] {
        let mut keys = fs::read(desk.file(copy)).unwrap();
        keys[8] = 9;
        let mut sum = blake3::Hasher::new();
        sum.update(&keys[8..12]).update(&keys[44..]);
        keys[12..44].copy_from_slice(sum.finalize().as_bytes());
        fs::write(desk.file(copy), keys).unwrap();
    }
    let refused = Store::open(&desk.place, &passphrase(), &mut |_| {})
        .err()
        .unwrap();
    assert!(
        matches!(refused, StoreError::Newer { found: 9, known: 1 }),
        "{refused}"
    );
    assert!(refused.to_string().contains("Nothing was changed"));
}

#[test]
fn a_backup_brings_everything_back_into_an_empty_place_only() {
    let desk = Desk::with(7);
    let store = desk.open();
    let file = desk.folder.path().join("friday.backup");
    store.backup(&file, &mut |_| {}).unwrap();
    let again = store.backup(&file, &mut |_| {});
    assert!(matches!(again, Err(StoreError::FileExists(_))));
    drop(store);

    let onto = Store::restore(&file, &desk.place, &passphrase(), &mut |_| {});
    assert!(matches!(onto, Err(StoreError::StoreExists(_))));

    let restored = desk.folder.path().join("restored");
    let other = Desk {
        folder: tempfile::tempdir().unwrap(),
        place: Place::at(&restored),
        confirmed: desk.confirmed.clone(),
    };
    let wrong = Passphrase::new("snow".into());
    let refused = Store::restore(&file, &other.place, &wrong, &mut |_| {});
    assert!(matches!(refused, Err(StoreError::WrongPassphrase { .. })));
    drop(Store::restore(&file, &other.place, &passphrase(), &mut |_| {}).unwrap());
    other.holds_everything();
    let report = other.check();
    assert!(report.is_sound(), "{report:?}");
}

#[test]
fn a_damaged_backup_is_refused_and_leaves_nothing_behind() {
    let desk = Desk::with(7);
    let file = desk.folder.path().join("friday.backup");
    desk.open().backup(&file, &mut |_| {}).unwrap();
    let whole = fs::read(&file).unwrap();
    let place = Place::at(desk.folder.path().join("restored"));
    let mut tries = 0;
    let mut refuse = |bytes: &[u8]| {
        let file = desk.folder.path().join(format!("try {tries}"));
        tries += 1;
        fs::write(&file, bytes).unwrap();
        let refused = Store::restore(&file, &place, &passphrase(), &mut |_| {});
        assert!(refused.is_err());
        assert!(!place.holds_store());
    };
    for part in 0..40 {
        let byte = part * (whole.len() - 1) / 39;
        let mut flipped = whole.clone();
        flipped[byte] ^= 1 << (part % 8);
        refuse(&flipped);
        refuse(&whole[..byte]);
    }
    refuse(&[&whole[..], b"x"].concat());
}

#[test]
fn only_the_owner_can_read_the_store() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with(2);
    drop(desk.open());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(desk.place.folder()), 0o700);
    assert_eq!(mode(&desk.file("log")), 0o700);
    for file in files_under(desk.place.folder()) {
        assert_eq!(mode(&file), 0o600, "{file:?}");
    }
}

#[test]
fn nothing_that_was_typed_can_be_read_in_the_files() {
    let desk = Desk::with(3);
    for file in files_under(desk.place.folder()) {
        let bytes = fs::read(&file).unwrap();
        for words in ["Family", "Person", "nnnnnnnn"] {
            let found = bytes
                .windows(words.len())
                .any(|part| part == words.as_bytes());
            assert!(!found, "{words} in {file:?}");
        }
    }
}
