//! Bringing other agencies' files in.
