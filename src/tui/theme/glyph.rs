//! The few signs that are drawn beside words, each with its plain letter for terminals that know no Unicode.

use super::Look;

impl Look {
    fn sign(&self, sign: &'static str, plain: &'static str) -> &'static str {
        if self.ascii { plain } else { sign }
    }

    /// Stands before the chosen line, for screens without colour.
    pub fn marker(&self) -> &'static str {
        self.sign("▌", ">")
    }

    /// Between things told side by side.
    pub fn dot(&self) -> &'static str {
        self.sign("·", "-")
    }

    /// One step further inside.
    pub fn step(&self) -> &'static str {
        self.sign("›", ">")
    }

    /// From one day to another.
    pub fn dash(&self) -> &'static str {
        self.sign("–", "-")
    }
}
