//! Making and opening a store.

use super::attempts::Attempts;
use super::engine::{Batch, Engine};
use super::journal::{Head, Tally};
use super::key_files::{self, KeyFiles};
use super::lock::Lock;
use super::memory::MemoryEngine;
use super::packs::Packs;
use super::place::private_folder;
use super::seal::{DataKey, Seal};
use super::sled::{self, LogKey, Secrets, SledEngine};
use super::slots::{Cost, Slots};
use super::{OnDisk, Passphrase, Place, Progress, Store, StoreError, keys};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, RwLock};
use std::time::SystemTime;

/// A store that was unlocked and is not yet read.
pub(super) struct Unlocked {
    pub(super) lock: Lock,
    pub(super) slots: Slots,
    pub(super) key: DataKey,
    pub(super) holder: String,
}

impl Store {
    /// A store that nothing keeps: random key, no disk. For the demo and for tests.
    ///
    /// # Errors
    /// [`StoreError::System`] when the system gives no randomness.
    pub fn in_memory(holder: &str) -> Result<Store, StoreError> {
        let key = DataKey::random()?;
        Store::on(Box::new(MemoryEngine::default()), key, holder)
    }

    /// Makes a store in a new or empty folder, with one key slot that `passphrase` opens.
    ///
    /// # Errors
    /// [`StoreError::StoreExists`] or [`StoreError::NotEmpty`] when the folder is taken.
    pub fn create(
        place: &Place,
        passphrase: &Passphrase,
        holder: &str,
        cost: Cost,
    ) -> Result<Store, StoreError> {
        let key = DataKey::random()?;
        let slots = Slots::around(&key, passphrase, holder, cost)?;
        let mut lock = claim(place)?;
        lock.say(holder);
        let begin = || {
            private_folder(&place.log())?;
            let engine = SledEngine::create(place, &LogKey::new(&key, slots.number))?;
            key_files::write_both(place, &slots)?;
            Ok(engine)
        };
        let engine = begin().inspect_err(|_| clear(place))?;
        Ok(Store::on(Box::new(engine), key, holder)?.at(place, lock, slots))
    }

    /// Opens a store. Damage to the index is mended from the log, and to the log from the index;
    /// [`Store::notices`] then says so. What is another store's is told and left alone. After two wrong passphrases each further attempt waits a little longer.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`], [`StoreError::InUse`], [`StoreError::Newer`], [`StoreError::NoStore`],
    /// [`StoreError::OtherStore`]; [`StoreError::Damaged`] when it cannot be mended.
    pub fn open(
        place: &Place,
        passphrase: &Passphrase,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Store, StoreError> {
        let unlocked = unlock(place, passphrase)?;
        let secrets = Secrets {
            log: LogKey::new(&unlocked.key, unlocked.slots.number),
            seal: Seal::new(&unlocked.key),
            key_file: unlocked.slots.to_bytes()?,
        };
        let mut store = match Store::reading(place, &secrets, &unlocked, progress) {
            // What sled could open it may still be unable to read; it is then rebuilt.
            Err(StoreError::Damaged(_)) => Store::reading(place, &secrets, &unlocked, progress)?,
            other => other?,
        };
        let about_keys = key_files::mend(place, &unlocked.slots)?;
        store.notices.extend(about_keys);
        Ok(store.at(place, unlocked.lock, unlocked.slots))
    }

    fn reading(
        place: &Place,
        secrets: &Secrets,
        unlocked: &Unlocked,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Store, StoreError> {
        let opened = sled::open(place, secrets, progress)?;
        let mut store = Store::on(
            Box::new(opened.engine),
            unlocked.key.clone(),
            &unlocked.holder,
        )?;
        store.notices = opened.notices;
        if opened.lossy {
            store.recount()?;
        }
        Ok(store)
    }

    /// A store over an engine.
    pub(super) fn on(
        engine: Box<dyn Engine>,
        key: DataKey,
        holder: &str,
    ) -> Result<Store, StoreError> {
        let mut store = Store {
            engine,
            seal: Seal::new(&key),
            head: RwLock::default(),
            holder: holder.to_owned(),
            notices: Vec::new(),
            key,
            disk: None,
            packs: Mutex::new(None),
        };
        let head = store
            .read(keys::HEAD)
            .inspect_err(|_| store.engine.distrust())?;
        store.head = RwLock::new(head.unwrap_or_default());
        Ok(store)
    }

    pub(super) fn at(mut self, place: &Place, lock: Lock, slots: Slots) -> Store {
        self.disk = Some(OnDisk {
            place: place.clone(),
            slots: Mutex::new(slots),
            _lock: lock,
        });
        // Without the file of packs a search reads every record; it is no reason not to open.
        let packs = Packs::open(&place.search());
        let packs = packs.and_then(|mut packs| packs.tidy().map(|()| packs));
        self.packs = Mutex::new(packs.ok());
        self
    }

    /// Counts records and lines again, after saves were lost that the counts remember.
    fn recount(&mut self) -> Result<(), StoreError> {
        let mut tallies: BTreeMap<[u8; 16], Tally> = BTreeMap::new();
        let mut count = |prefix: &[u8], add: fn(&mut Tally)| {
            self.engine.scan(prefix, &mut |key, _| {
                if let Some((case, _)) = key.get(1..).and_then(|key| key.split_first_chunk()) {
                    add(tallies.entry(*case).or_default());
                }
                Ok(ControlFlow::Continue(()))
            })
        };
        count(keys::RECORDS, |tally| tally.records += 1)?;
        count(keys::SUPERSEDED, |tally| tally.superseded += 1)?;
        let mut head = Head {
            lines: 0,
            ..self.read(keys::HEAD)?.unwrap_or_default()
        };
        self.engine.scan(keys::LINES, &mut |_, _| {
            head.lines += 1;
            Ok(ControlFlow::Continue(()))
        })?;
        let mut batch = Batch::default();
        for (case, mut tally) in tallies {
            let case = crate::record::CaseId::from_bytes(case);
            tally.last = head.last();
            self.put(&mut batch, keys::tally(case), &tally)?;
        }
        self.put(&mut batch, keys::HEAD.to_vec(), &head)?;
        self.recount_private(&mut batch)?;
        self.engine.commit(batch)?;
        self.head = RwLock::new(head);
        Ok(())
    }
}

/// Takes a new or empty folder for a store.
pub(super) fn claim(place: &Place) -> Result<Lock, StoreError> {
    let folder = place.folder();
    if place.holds_store() {
        return Err(StoreError::StoreExists(folder.to_owned()));
    }
    if folder.exists() {
        let mut files = std::fs::read_dir(folder).map_err(StoreError::io("read", folder))?;
        let lock = place.lock();
        if files.any(|file| file.is_ok_and(|file| file.path() != lock)) {
            return Err(StoreError::NotEmpty(folder.to_owned()));
        }
    }
    private_folder(folder)?;
    Lock::take(place)
}

/// Takes away what was begun in a place that [`claim`] gave and did not become a store.
pub(super) fn clear(place: &Place) {
    // The error that led here says why; what stays is told by the next attempt.
    let _ = std::fs::remove_dir_all(place.log());
    let _ = std::fs::remove_dir_all(place.index());
    let _ = std::fs::remove_file(place.checkpoint());
    let _ = std::fs::remove_file(place.keys());
}

/// Takes the lock, and finds the key slot that the passphrase opens and whose key is this store's.
pub(super) fn unlock(place: &Place, passphrase: &Passphrase) -> Result<Unlocked, StoreError> {
    if !place.holds_store() && !place.folder().join("log.new").exists() {
        return Err(StoreError::NoStore(place.folder().to_owned()));
    }
    let mut lock = Lock::take(place)?;
    sled::finish(place)?;
    let files = KeyFiles::read(place)?;
    let file = place.attempts();
    let attempts = Attempts::read(&file);
    std::thread::sleep(attempts.wait(SystemTime::now()));
    let opened = files.try_passphrase(passphrase)?;
    if opened.is_empty() {
        let wait = attempts.wrong(&file, SystemTime::now());
        return Err(StoreError::WrongPassphrase { wait });
    }
    let own = files.choose(place, opened)?;
    Attempts::right(&file);
    lock.say(&own.holder);
    Ok(Unlocked {
        lock,
        slots: own.slots,
        key: own.key,
        holder: own.holder,
    })
}
