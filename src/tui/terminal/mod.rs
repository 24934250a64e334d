//! The terminal: taken over and given back, what is sent to it, its events, the signals around it.

pub mod clipboard;
pub mod editor;
pub mod events;
pub mod painter;
mod pen;
mod plain;
pub mod screen;
pub mod session;
pub mod sheet;
pub mod signals;

pub use screen::Screen;
pub use session::Session;
