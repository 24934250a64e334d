//! Where a store lives: one folder, private to its owner.

use super::StoreError;
use crate::record::RecordId;
use std::fs;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The folder of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
}

impl Place {
    /// The store in this folder.
    pub fn at(folder: impl Into<PathBuf>) -> Place {
        Place {
            folder: folder.into(),
        }
    }

    /// The folder that `--store` names, else `THROUGHLINE_STORE`, else `throughline` in the XDG data folder.
    ///
    /// # Errors
    /// [`StoreError::NoFolder`] when none of them is there.
    pub fn resolve(option: Option<&Path>) -> Result<Place, StoreError> {
        if let Some(folder) = option {
            return Ok(Place::at(folder));
        }
        if let Some(folder) = std::env::var_os("THROUGHLINE_STORE").filter(|text| !text.is_empty())
        {
            return Ok(Place::at(folder));
        }
        use etcetera::BaseStrategy;
        let base = etcetera::choose_base_strategy().map_err(|_| StoreError::NoFolder)?;
        Ok(Place::at(base.data_dir().join("throughline")))
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a store stands here.
    pub fn holds_store(&self) -> bool {
        self.keys().exists() || self.keys_copy().exists() || self.log().exists()
    }

    /// The key slots.
    pub(super) fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }

    /// The second copy of the key slots, beside the log: without them everything is lost.
    pub(super) fn keys_copy(&self) -> PathBuf {
        self.log().join("keys")
    }

    /// The log from which everything else can be rebuilt.
    pub(super) fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// sled's files.
    pub(super) fn index(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// Up to where sled's files are known to be on the disk.
    pub(super) fn checkpoint(&self) -> PathBuf {
        self.folder.join("checkpoint")
    }

    /// The words of entries, packed for searching; made anew from the records when it is missing.
    pub(super) fn search(&self) -> PathBuf {
        self.folder.join("search")
    }

    /// Where damaged parts are put aside; nothing is deleted.
    pub(super) fn aside(&self) -> PathBuf {
        self.folder.join("set-aside")
    }

    /// Moves a file or folder of the store to where damaged things are kept; gives its new name.
    pub(super) fn put_aside(&self, what: &Path) -> Result<PathBuf, StoreError> {
        let to = self.free_name_aside(what)?;
        fs::rename(what, &to).map_err(StoreError::io("move", what))?;
        sync_folder(&self.aside())?;
        what.parent().map_or(Ok(()), sync_folder)?;
        Ok(to)
    }

    /// A name among the things put aside that nothing has yet.
    pub(super) fn free_name_aside(&self, what: &Path) -> Result<PathBuf, StoreError> {
        let folder = self.aside();
        private_folder(&folder)?;
        let name = what.file_name().unwrap_or_default().to_string_lossy();
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.unwrap_or_default().as_nanos();
        Ok(folder.join(format!("{name}-{now}")))
    }

    /// Who has the store open.
    pub(super) fn lock(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// Passphrases that did not fit since the last one that did.
    pub(super) fn attempts(&self) -> PathBuf {
        self.folder.join("attempts")
    }

    /// The same of a book of private notes; the name says nothing of whose it is.
    pub(super) fn attempts_at_book(&self, number: [u8; 16]) -> PathBuf {
        let number = RecordId::from_bytes(number);
        self.folder.join(format!("attempts-{number}"))
    }
}

/// Makes a folder that only its owner can enter.
pub(super) fn private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder
        .create(folder)
        .and_then(|()| fs::set_permissions(folder, fs::Permissions::from_mode(0o700)))
        .map_err(StoreError::io("make", folder))
}

/// How to open a file that only its owner can read, made when it is not there.
pub(super) fn private_file() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).mode(0o600);
    options
}

/// Takes a folder's files, made by others than us, from everybody but their owner.
pub(super) fn keep_private(folder: &Path) -> Result<(), StoreError> {
    private_folder(folder)?;
    for file in fs::read_dir(folder).map_err(StoreError::io("read", folder))? {
        let path = file.map_err(StoreError::io("read", folder))?.path();
        if path.is_dir() {
            keep_private(&path)?;
        } else {
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600))
                .map_err(StoreError::io("write", &path))?;
        }
    }
    Ok(())
}

/// Gives a file its name, unless something has that name already, and makes it durable.
pub(super) fn rename_to_new(from: &Path, to: &Path) -> Result<(), StoreError> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::EXIST) => return Err(StoreError::FileExists(to.to_owned())),
        // Some sticks and shares know no such renaming; there a file that is made in this moment would be lost.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) if to.symlink_metadata().is_err() => {
            fs::rename(from, to).map_err(StoreError::io("write", to))?;
        }
        other => other.map_err(|error| StoreError::io("write", to)(error.into()))?,
    }
    let folder = to.parent().filter(|name| !name.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

/// Makes names in a folder durable.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(StoreError::io("write", folder))
}

/// Writes a whole file so that either the old or the new content is there after a power cut.
pub(super) fn write_whole(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    use std::io::Write;
    let fresh = path.with_extension("new");
    let written = || {
        // Whatever an earlier program left under this name is removed, not written into: it may be a link.
        if fresh.symlink_metadata().is_ok() {
            fs::remove_file(&fresh)?;
        }
        let mut file = private_file().create_new(true).open(&fresh)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&fresh, path)
    };
    written().map_err(StoreError::io("write", path))?;
    path.parent().map_or(Ok(()), sync_folder)
}
