//! Families drawn: what must stand beside, above and under what, on hard structures and on a thousand made-up ones.

mod checks;
mod family;
mod hard_children;
mod hard_unions;
mod hard_unknown;
mod homes;
mod random;
