//! Records sealed and kept.
