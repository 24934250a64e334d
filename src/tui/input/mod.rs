//! What comes from the keyboard, made plain: keys, and fields that text is typed into.

pub mod key;

pub use key::{Key, KeyName};
