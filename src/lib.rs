//! Throughline holds the whole thinking of a child's case.
//!
//! The house, from the ground up; each floor imports only floors below it (a test enforces it):
//! [`practice`], [`record`], [`insight`], [`store`], [`exchange`], then the two faces [`tui`] and [`cli`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod cli;
pub mod exchange;
pub mod insight;
pub mod practice;
pub mod record;
pub mod store;
pub mod tui;
