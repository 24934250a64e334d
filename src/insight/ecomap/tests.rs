//! Whatever is drawn stands in its place.
