//! Hard structures, each with what must stand beside, above and joined.
