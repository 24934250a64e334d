//! Documents that people take away: made from a case file, as plain text and as a page for a browser. Nothing is written
//! here; whoever asks says where to.

pub mod certificate;
mod html;
mod text;

pub use certificate::{Certificate, Naming, NotYet, certificate};
