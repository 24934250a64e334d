//! The words of a case's records packed into one sealed value, so that a search over the whole caseload reads a few
//! long runs instead of every record.
//!
//! The file `search` holds packs one behind the other: `case (16) · save (8) · length (4) · sealed`. It is made from the
//! records and made anew when it is missing or damaged: nothing depends on it. A pack is left behind when its case is
//! saved again: it is only used while the case's last save is the one that it names.

use super::StoreError;
use super::place::private_file;
use super::seal::Seal;
use crate::insight::folding::fold_into;
use crate::insight::search::{Needle, texts};
use crate::record::{Body, CaseId, RecordId};
use std::collections::HashMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const HEAD: u64 = 28;
/// How packs are laid out; one of another form is made anew.
const FORM: u32 = 3;
/// The file is begun anew when so many bytes, and more than half of it, are left behind.
const SLACK: u64 = 16 << 20;

/// The folded words of records: `kind (1) · id (16) · length (4) · words`, one behind the other.
#[derive(Default)]
pub(super) struct Pack(Vec<u8>);

impl Pack {
    /// Adds a record.
    pub(super) fn add(&mut self, id: RecordId, body: &Body) {
        let mut words = String::new();
        for (_, text) in texts(body) {
            fold_into(&text, &mut words);
            words.push('\n');
        }
        // A value is below 4 GiB, and so are its words.
        let length = words.len() as u32;
        self.0.push(body.kind().number());
        self.0.extend_from_slice(&id.to_bytes());
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(words.as_bytes());
    }

    /// Records that the needle may stand in, each with the number of its kind.
    pub(super) fn find(&self, needle: &Needle) -> Vec<(u8, RecordId)> {
        self.records()
            .filter(|(.., words)| needle.is_in(words))
            .map(|(kind, id, _)| (kind, id))
            .collect()
    }

    fn records(&self) -> impl Iterator<Item = (u8, RecordId, &str)> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(move || {
            let (kind, after) = rest.split_first()?;
            let (id, after) = after.split_first_chunk::<16>()?;
            let (length, after) = after.split_first_chunk::<4>()?;
            let (words, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            rest = after;
            Some((
                *kind,
                RecordId::from_bytes(*id),
                std::str::from_utf8(words).unwrap_or_default(),
            ))
        })
    }
}

/// Where a case's pack stands.
#[derive(Clone, Copy, Debug)]
struct Stand {
    save: u64,
    at: u64,
    length: u32,
}

/// The file of packs.
pub(super) struct Packs {
    path: PathBuf,
    file: Arc<File>,
    length: u64,
    end: u64,
    stands: HashMap<CaseId, Stand>,
}

/// A pack that has to be read yet.
pub(super) struct Sealed {
    file: Arc<File>,
    case: CaseId,
    stand: Stand,
}

impl Packs {
    /// Opens or begins the file and reads where the packs stand.
    pub(super) fn open(path: &Path) -> Result<Packs, StoreError> {
        let file = private_file()
            .open(path)
            .map_err(StoreError::io("open", path))?;
        let length = file.metadata().map_err(StoreError::io("read", path))?.len();
        let mut packs = Packs {
            path: path.to_owned(),
            file: Arc::new(file),
            length,
            end: 0,
            stands: HashMap::new(),
        };
        while let Some((case, stand)) = packs.head() {
            packs.stands.insert(case, stand);
            packs.end = stand.at + u64::from(stand.length);
        }
        Ok(packs)
    }

    /// Begins the file anew when it is damaged or most of it is left behind.
    pub(super) fn tidy(&mut self) -> Result<(), StoreError> {
        let live: u64 = self.stands.values().map(Stand::size).sum();
        if self.is_cut() || self.end - live > SLACK.max(live) {
            self.file.set_len(0).map_err(self.failed("write"))?;
            self.stands.clear();
            (self.end, self.length) = (0, 0);
        }
        Ok(())
    }

    /// Whether bytes follow the last pack that are none.
    fn is_cut(&self) -> bool {
        self.end < self.length
    }

    /// The head of the pack at the end of what was read so far.
    fn head(&self) -> Option<(CaseId, Stand)> {
        let mut head = [0; HEAD as usize];
        self.file.read_exact_at(&mut head, self.end).ok()?;
        let (case, rest) = head.split_first_chunk::<16>()?;
        let (save, rest) = rest.split_first_chunk::<8>()?;
        let stand = Stand {
            save: u64::from_le_bytes(*save),
            at: self.end + HEAD,
            length: u32::from_le_bytes(*rest.first_chunk()?),
        };
        let fits = stand.at + u64::from(stand.length) <= self.length;
        fits.then_some((CaseId::from_bytes(*case), stand))
    }

    /// The pack of a case as it was after this save.
    pub(super) fn find(&self, case: CaseId, save: u64) -> Option<Sealed> {
        let stand = self.stands.get(&case).filter(|stand| stand.save == save)?;
        Some(Sealed {
            file: Arc::clone(&self.file),
            case,
            stand: *stand,
        })
    }

    /// Keeps a case's pack as it is after this save.
    pub(super) fn write(
        &mut self,
        case: CaseId,
        save: u64,
        pack: &Pack,
        seal: &Seal,
    ) -> Result<(), StoreError> {
        let sealed = seal.close(&key(case, save), FORM, &pack.0)?;
        let length = u32::try_from(sealed.len())
            .map_err(|_| StoreError::System("room for the words of so long a case"))?;
        let mut bytes = case.to_bytes().to_vec();
        bytes.extend_from_slice(&save.to_le_bytes());
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(&sealed);
        let written = self.file.write_all_at(&bytes, self.end);
        written.map_err(self.failed("write"))?;
        let at = self.end + HEAD;
        self.stands.insert(case, Stand { save, at, length });
        self.end = at + u64::from(length);
        self.length = self.end;
        Ok(())
    }

    /// Whether every pack is what was written.
    pub(super) fn are_sound(&self, seal: &Seal) -> bool {
        let packs = self
            .stands
            .iter()
            .filter_map(|(case, stand)| self.find(*case, stand.save));
        let mut opened = packs.map(|sealed| sealed.open(seal));
        !self.is_cut() && opened.all(|pack| pack.is_some())
    }

    fn failed(&self, doing: &'static str) -> impl FnOnce(std::io::Error) -> StoreError + use<> {
        let path = self.path.clone();
        move |error| StoreError::io(doing, &path)(error)
    }
}

impl Sealed {
    /// The pack; `None` when it is not what was written.
    pub(super) fn open(&self, seal: &Seal) -> Option<Pack> {
        let mut sealed = vec![0; self.stand.length as usize];
        self.file.read_exact_at(&mut sealed, self.stand.at).ok()?;
        let key = key(self.case, self.stand.save);
        let (form, plain) = seal.open(&key, &sealed).ok()?;
        (form == FORM).then_some(Pack(plain))
    }
}

impl Stand {
    fn size(&self) -> u64 {
        HEAD + u64::from(self.length)
    }
}

fn key(case: CaseId, save: u64) -> Vec<u8> {
    [b"p", case.to_bytes().as_slice(), &save.to_be_bytes()].concat()
}
