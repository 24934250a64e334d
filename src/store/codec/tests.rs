//! Golden files of every version.
