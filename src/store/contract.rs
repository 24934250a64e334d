//! What every engine must do; run on every engine.

use super::StoreError;
use super::engine::{Batch, Engine};
use crate::store::memory::MemoryEngine;
use crate::store::place::Place;
use crate::store::seal::{DataKey, Seal};
use crate::store::sled::{LogKey, SledEngine};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Runs a test on a new engine of every kind.
fn on_every_engine(test: impl Fn(&dyn Engine)) {
    test(&MemoryEngine::default());
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path().join("store"));
    std::fs::create_dir(place.folder()).unwrap();
    let key = LogKey::new(&DataKey::from_bytes([1; 32]), [2; 16]);
    test(&SledEngine::create(&place, &key).unwrap());
}

/// A sealed value of a revision.
fn value(key: &[u8], revision: u32, content: &[u8]) -> Vec<u8> {
    let seal = Seal::new(&DataKey::from_bytes([1; 32]));
    seal.close(key, revision, content).unwrap()
}

fn all(engine: &dyn Engine, prefix: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut all = Vec::new();
    engine
        .scan(prefix, &mut |key, value| {
            all.push((key.to_vec(), value.to_vec()));
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
    all
}

fn put(engine: &dyn Engine, key: &[u8], value: Vec<u8>) {
    let mut batch = Batch::default();
    batch.put(key.to_vec(), value);
    engine.commit(batch).unwrap();
}

#[test]
fn a_value_is_there_until_it_is_taken_away() {
    on_every_engine(|engine| {
        assert_eq!(engine.get(b"r1").unwrap(), None);
        let one = value(b"r1", 1, b"one");
        put(engine, b"r1", one.clone());
        assert_eq!(engine.get(b"r1").unwrap(), Some(one));
        let mut batch = Batch::default();
        batch.delete(b"r1".to_vec());
        engine.commit(batch).unwrap();
        assert_eq!(engine.get(b"r1").unwrap(), None);
        assert!(all(engine, b"").is_empty());
    });
}

#[test]
fn a_scan_gives_a_prefix_in_order_and_stops_when_told() {
    on_every_engine(|engine| {
        for key in [b"ra2", b"rb1", b"ra1", b"q_9", b"s_0"] {
            put(engine, key, value(key, 1, key));
        }
        let keys = |prefix: &[u8]| all(engine, prefix).into_iter().map(|(key, _)| key);
        assert_eq!(keys(b"ra").collect::<Vec<_>>(), [b"ra1", b"ra2"]);
        assert_eq!(keys(b"").count(), 5, "our own marks are no keys");
        let mut seen = 0;
        let stop = &mut |_: &[u8], _: &[u8]| {
            seen += 1;
            Ok(ControlFlow::Break(()))
        };
        engine.scan(b"r", stop).unwrap();
        assert_eq!(seen, 1);
        let fail = &mut |_: &[u8], _: &[u8]| Err(StoreError::Conflict);
        assert!(matches!(engine.scan(b"r", fail), Err(StoreError::Conflict)));
    });
}

#[test]
fn a_batch_whose_expectation_fails_writes_nothing() {
    on_every_engine(|engine| {
        put(engine, b"r1", value(b"r1", 3, b"three"));
        let expecting = |key: &[u8], revision| {
            let mut batch = Batch::default();
            batch.expect.push((key.to_vec(), revision));
            batch.put(b"r1".to_vec(), value(b"r1", 4, b"four"));
            batch.put(b"r2".to_vec(), value(b"r2", 1, b"new"));
            batch
        };
        for wrong in [
            expecting(b"r1", 2),
            expecting(b"r1", 0),
            expecting(b"r2", 1),
        ] {
            let refused = engine.commit(wrong);
            assert!(matches!(refused, Err(StoreError::Conflict)));
            assert_eq!(engine.get(b"r2").unwrap(), None);
        }
        engine.commit(expecting(b"r1", 3)).unwrap();
        assert_eq!(all(engine, b"r").len(), 2);
    });
}

#[test]
fn values_of_every_length_come_back_as_they_were() {
    on_every_engine(|engine| {
        let lengths = [0, 1, 4050, 4051, 4052, 4096, 8200, 1_000_000, 5000, 10];
        for length in lengths {
            let long = value(b"r1", 1, &vec![7; length]);
            put(engine, b"r1", long.clone());
            assert_eq!(engine.get(b"r1").unwrap().as_ref(), Some(&long), "{length}");
            assert_eq!(all(engine, b""), [(b"r1".to_vec(), long)], "{length}");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    /// Whatever is written, every engine holds what a plain map would.
    #[test]
    fn every_engine_is_a_map(
        batches in prop::collection::vec(
            prop::collection::vec((0u8..12, prop::option::of(0usize..9000)), 1..8),
            1..12,
        )
    ) {
        on_every_engine(|engine| {
            let mut map = BTreeMap::new();
            for writes in &batches {
                let mut batch = Batch::default();
                let mut named = std::collections::BTreeSet::new();
                for (key, length) in writes.iter().filter(|(key, _)| named.insert(*key)) {
                    let key = vec![b'r', *key];
                    match length {
                        Some(length) => {
                            let value = value(&key, 1, &vec![7; *length]);
                            map.insert(key.clone(), value.clone());
                            batch.put(key, value);
                        }
                        None => {
                            map.remove(&key);
                            batch.delete(key);
                        }
                    }
                }
                engine.commit(batch).unwrap();
            }
            assert_eq!(all(engine, b"r"), map.into_iter().collect::<Vec<_>>());
        });
    }
}
