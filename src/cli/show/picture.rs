//! `show CASE VIEW --svg`: a view as a picture.

use super::{Shown, ecomap};
use crate::cli::args::View;
use crate::cli::fault::Fault;
use crate::exchange::export::svg;

/// Whether a view is drawn as a picture.
pub fn is_drawn(view: View) -> bool {
    matches!(view, View::Ecomap | View::Genogram)
}

/// The picture of a view.
///
/// # Errors
/// A view that is not drawn; nobody of the name who could be put in the middle.
pub fn of(shown: &Shown, view: View, whose: Option<&str>) -> Result<String, Fault> {
    match view {
        View::Ecomap => Ok(svg::ecomap::picture(&ecomap::ecomaps(shown, whose)?)),
        View::Genogram => Ok(svg::genogram::of_case(shown.file, shown.now).picture),
        _ => Err(Fault::NoPicture),
    }
}
