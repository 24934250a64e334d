//! The program on a screen.
//!
//! A key becomes a [`command`], `update` changes the [`model`] and returns [`effect`]s, the [`run()`] loop hands them to the
//! [`workers`] (the [`clerk`] writes, the [`reader`] thinks), their answers come back under the same [`ticket`],
//! and one frame is drawn from the model when the inbox is empty. No ticks.

pub mod clerk;
pub mod command;
pub mod effect;
pub mod hints;
pub mod input;
pub mod keymap;
pub mod layout;
pub mod model;
pub mod open_store;
pub mod pane;
pub mod reader;
pub mod run;
pub mod scope;
pub mod terminal;
pub mod theme;
pub mod ticket;
pub mod update;
pub mod view;
pub mod widget;
pub mod workers;

pub use run::{Ending, Opening, ScreenFault, Settings, run};
