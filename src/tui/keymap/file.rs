//! Reading keymap files: a section a scope, a line a binding. Faults name file, line and the nearest right name.

use super::Keymap;
use crate::exchange::own_file::{self, FileFault, UserFile, nearest};
use crate::tui::command::{Command, Scope};
use crate::tui::input::Key;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The line above the sections that names the keymap over which a file is laid.
const BASE: &str = "base";

impl Keymap {
    /// A keymap that comes with the program; `None` for a name that does not.
    ///
    /// # Errors
    /// When the file is at fault; tests hold that none is.
    pub fn built_in(name: &str) -> Option<Result<Keymap, FileFault>> {
        let (name, text) = super::BUILT_IN.iter().find(|(known, _)| *known == name)?;
        let file = format!("keymaps/{name}.toml");
        let laid = Keymap::base_of(&file, text).and_then(|base| {
            let mut keymap = base.unwrap_or_default();
            keymap.lay_over(&file, text)?;
            Ok(keymap)
        });
        Some(laid)
    }

    /// The keymap that was asked for by name or file, with the user's own keys laid over it. A file says itself over which
    /// keymap it is to be laid; the user's own file does when no keymap was asked for.
    ///
    /// # Errors
    /// A keymap that is not there, or a file that is at fault.
    pub fn choose(asked: Option<&str>) -> Result<Keymap, FileFault> {
        let own = own_file::folder().map(|folder| folder.join("keymap.toml"));
        Keymap::choose_with(asked, own.filter(|file| file.exists()).as_deref())
    }

    pub(super) fn choose_with(
        asked: Option<&str>,
        own: Option<&Path>,
    ) -> Result<Keymap, FileFault> {
        let (base, file) = match asked {
            Some(name) if Keymap::built_in(name).is_some() => (Some(name), own),
            Some(path) if path.contains(['/', '.']) => (None, Some(Path::new(path))),
            Some(name) => {
                let near = nearest(name, super::BUILT_IN.iter().map(|(known, _)| *known));
                return Err(FileFault {
                    file: "--keymap".to_owned(),
                    line: None,
                    what: format!("there is no keymap called \"{name}\"{near}"),
                });
            }
            None => (None, own),
        };
        let base = base.and_then(Keymap::built_in).transpose()?;
        let usual = || Keymap::built_in("default").unwrap_or_else(|| Ok(Keymap::default()));
        let Some(path) = file else {
            return base.map_or_else(usual, Ok);
        };
        let (name, text) = (path.display().to_string(), own_file::read(path)?);
        let mut keymap = match base {
            Some(base) => base,
            None => Keymap::base_of(&name, &text)?.map_or_else(usual, Ok)?,
        };
        keymap.lay_over(&name, &text)?;
        Ok(keymap)
    }

    /// The keymap over which a file wants to be laid (`base = "vim"`); `None` when it does not say.
    ///
    /// # Errors
    /// When the file is not TOML, or names a keymap that does not come with the program.
    pub fn base_of(name: &str, text: &str) -> Result<Option<Keymap>, FileFault> {
        let file = UserFile { name, text };
        let table = file.table()?;
        let Some((_, base)) = table.iter().find(|(key, _)| key.get_ref() == BASE) else {
            return Ok(None);
        };
        let named = base.get_ref().as_str().unwrap_or_default();
        let built_in = Keymap::built_in(named).ok_or_else(|| {
            let near = nearest(named, super::BUILT_IN.iter().map(|(known, _)| *known));
            file.fault(
                base.span(),
                format!("there is no keymap called \"{named}\"{near}"),
            )
        })?;
        built_in.map(Some)
    }

    /// Lays a file's bindings over this keymap: a key that it names is rebound, or freed by an empty command.
    ///
    /// # Errors
    /// An unknown scope, key or command, or the same keys twice in a scope; the keymap is then as it was.
    pub fn lay_over(&mut self, name: &str, text: &str) -> Result<(), FileFault> {
        let file = UserFile { name, text };
        let table = file.table()?;
        let mut laid = self.clone();
        for (section, lines) in &table {
            if section.get_ref() == BASE {
                continue;
            }
            let scope = scope_of(file, section)?;
            let lines = lines.get_ref().as_table().ok_or_else(|| {
                let what = format!(
                    "\"{}\" is a part of the screen: write [{}] and its keys below",
                    scope.name(),
                    scope.name()
                );
                file.fault(section.span(), what)
            })?;
            laid.lay_section(file, scope, lines)?;
            if let Some((short, long)) = laid.clash(scope) {
                let what = format!(
                    "\"{long}\" can never be pressed, because \"{short}\" is a command by itself"
                );
                let at = lines
                    .iter()
                    .find(|(keys, _)| [&short, &long].contains(&&keys.get_ref().to_string()));
                let at = at.map_or_else(|| section.span(), |(keys, _)| keys.span());
                return Err(file.fault(at, what));
            }
        }
        *self = laid;
        Ok(())
    }

    fn lay_section(
        &mut self,
        file: UserFile,
        scope: Scope,
        lines: &DeTable,
    ) -> Result<(), FileFault> {
        let mut seen: BTreeMap<Vec<Key>, usize> = BTreeMap::new();
        let bindings = self.bindings.entry(scope).or_default();
        for (keys, command) in lines {
            let parsed: Result<Vec<Key>, _> =
                keys.get_ref().split_whitespace().map(str::parse).collect();
            let parsed = parsed.map_err(|fault| file.fault(keys.span(), fault.to_string()))?;
            if let Some(first) = seen.insert(parsed.clone(), file.line_of(keys.span().start)) {
                let what = format!(
                    "\"{}\" already has a command on line {first}",
                    keys.get_ref()
                );
                return Err(file.fault(keys.span(), what));
            }
            match command_of(file, command)? {
                Some(command) => bindings.insert(parsed, command),
                None => bindings.remove(&parsed),
            };
        }
        Ok(())
    }

    /// A binding that begins another of the same scope.
    fn clash(&self, scope: Scope) -> Option<(String, String)> {
        let bindings = self.bindings.get(&scope)?;
        let mut pairs = bindings
            .keys()
            .flat_map(|a| bindings.keys().map(move |b| (a, b)));
        let (short, long) = pairs.find(|(a, b)| a.len() < b.len() && b.starts_with(a))?;
        Some((super::written(short), super::written(long)))
    }
}

fn scope_of(file: UserFile, section: &Spanned<DeString>) -> Result<Scope, FileFault> {
    let name = section.get_ref().as_ref();
    let known = Scope::ALL
        .iter()
        .copied()
        .find(|scope| scope.name() == name);
    known.ok_or_else(|| {
        let near = nearest(name, Scope::ALL.iter().copied().map(Scope::name));
        let what = format!("there is no part of the screen called \"{name}\"{near}");
        file.fault(section.span(), what)
    })
}

/// The command named; `None` for the empty name that frees a key.
fn command_of(file: UserFile, command: &Spanned<DeValue>) -> Result<Option<Command>, FileFault> {
    let name = command.get_ref().as_str().ok_or_else(|| {
        let what = "a key is followed by a command's name in quotes".to_owned();
        file.fault(command.span(), what)
    })?;
    if name.is_empty() {
        return Ok(None);
    }
    let known = Command::from_name(name).ok_or_else(|| {
        let near = nearest(name, Command::ALL.iter().map(|command| command.name()));
        file.fault(
            command.span(),
            format!("there is no command called \"{name}\"{near}"),
        )
    })?;
    Ok(Some(known))
}
