//! Documents that people take away: made from a case file, as plain text, as a page for a browser, as days for a
//! calendar. Nothing is written
//! here; whoever asks says where to.

pub mod certificate;
pub mod family_report;
mod html;
pub mod icalendar;
pub mod svg;
mod text;

pub use certificate::{Certificate, Naming, NotYet, certificate};
