//! The log cut at every byte of its last frames: what was confirmed is there, and what was not is gone as a whole.

use super::{LogKey, Secrets, SledEngine, open};
use crate::store::engine::{Batch, Engine};
use crate::store::place::Place;
use crate::store::seal::{DataKey, Seal};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// How many saves the log holds.
const SAVES: u32 = 4;

fn key() -> LogKey {
    LogKey::new(&DataKey::from_bytes([1; 32]), [2; 16])
}

fn secrets() -> Secrets {
    Secrets {
        log: key(),
        seal: Seal::new(&DataKey::from_bytes([1; 32])),
        key_file: b"slots".to_vec(),
    }
}

fn name(save: u32) -> Vec<u8> {
    format!("r{save}").into_bytes()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for part in fs::read_dir(from).unwrap() {
        let part = part.unwrap();
        match part.file_type().unwrap().is_dir() {
            true => copy(&part.path(), &to.join(part.file_name())),
            false => drop(fs::copy(part.path(), to.join(part.file_name())).unwrap()),
        }
    }
}

/// A store of short saves, closed after each: the folder after every save, and how long its log was.
fn saved() -> (TempDir, Vec<(Place, usize)>) {
    let folder = tempfile::tempdir().unwrap();
    let working = Place::at(folder.path().join("working"));
    fs::create_dir(working.folder()).unwrap();
    drop(SledEngine::create(&working, &key()).unwrap());
    let after = |save| {
        let engine = open(&working, &secrets(), &mut |_| {}).unwrap().engine;
        let seal = Seal::new(&DataKey::from_bytes([1; 32]));
        let mut batch = Batch::default();
        batch.put(name(save), seal.close(&name(save), 1, b"told").unwrap());
        engine.commit(batch).unwrap();
        drop(engine);
        let kept = Place::at(folder.path().join(format!("after {save}")));
        copy(working.folder(), kept.folder());
        (kept, log(&working).len())
    };
    let all = (1..=SAVES).map(after).collect();
    (folder, all)
}

fn log(place: &Place) -> Vec<u8> {
    fs::read(place.log().join("0000000001.log")).unwrap()
}

/// What stands in a store whose log is replaced by this one, and what is said on opening it.
fn opened_with(place: &Place, log: &[u8]) -> (Vec<u32>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Place::at(folder.path().join("store"));
    copy(place.folder(), desk.folder());
    fs::write(desk.log().join("0000000001.log"), log).unwrap();
    let opened = open(&desk, &secrets(), &mut |_| {}).unwrap();
    let there = |save: &u32| opened.engine.get(&name(*save)).unwrap().is_some();
    ((1..=SAVES).filter(there).collect(), opened.notices)
}

#[test]
fn confirmed_saves_stay_wherever_the_log_is_cut() {
    let (_folder, after) = saved();
    let (whole, (_, begin)) = (log(&after[3].0), &after[1]);
    assert!(whole.len() - begin > 200, "two frames");
    for cut in *begin..whole.len() {
        let (there, said) = opened_with(&after[3].0, &whole[..cut]);
        assert_eq!(there, [1, 2, 3, 4], "cut at {cut}");
        assert!(said[0].contains("Nothing is lost"), "{cut}: {said:?}");
    }
}

#[test]
fn a_save_cut_off_anywhere_before_it_was_confirmed_is_put_aside_as_a_whole() {
    let (_folder, after) = saved();
    let whole = log(&after[3].0);
    let (place, begin) = &after[2];
    for cut in *begin..=whole.len() {
        let (there, said) = opened_with(place, &whole[..cut]);
        let told = said.first().map_or("", String::as_str);
        match cut {
            cut if cut == *begin => assert_eq!((there.len(), told), (3, "")),
            cut if cut == whole.len() => assert_eq!((there.len(), told), (4, "")),
            _ => {
                assert_eq!(there, [1, 2, 3], "cut at {cut}");
                assert!(told.contains("not confirmed"), "cut at {cut}: {said:?}");
            }
        }
    }
}
