//! What comes from the keyboard, made plain: keys, and fields that text is typed into.

pub mod field;
pub mod key;
pub mod wrap;

pub use field::{TextField, Took};
pub use key::{Key, KeyName};
