//! Pictures for a browser, a document or a printer: SVG that is whole in itself. No scripts, nothing remote, fonts by their
//! generic family, a title and a description for screen readers, and the key printed in the picture.

pub mod ecomap;
pub mod genogram;

use super::text::{clean, wrapped};
use crate::page::html::escaped;
use std::fmt::{Display, Write};

/// The size of letters, in the picture's units.
pub(super) const LETTER: f64 = 15.0;

/// From one line of words to the next, in sizes of their letters.
pub(super) const LEADING: f64 = 1.25;

/// The width of a letter in sizes of it: more than most sans-serif fonts take, so that words keep to their room whichever of
/// them a browser has.
const WIDE: f64 = 0.6;

/// A colour, or none: words and lines are black on white, and no colour says anything that a shape does not say too.
pub(super) const INK: &str = "#1a1a1a";

/// A point of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SvgPoint {
    pub x: f64,
    pub y: f64,
}

impl SvgPoint {
    /// A point so far from this one in a direction.
    pub fn towards(self, angle: f64, far: f64) -> SvgPoint {
        SvgPoint {
            x: self.x + angle.cos() * far,
            y: self.y + angle.sin() * far,
        }
    }
}

/// How wide a line of words is, in the picture's units.
pub(super) fn width_of(words: &str, size: f64) -> f64 {
    use unicode_width::UnicodeWidthStr;
    let columns = u32::try_from(words.width()).unwrap_or(u32::MAX);
    f64::from(columns) * size * WIDE
}

/// Words in lines of at most so many letters, without what a picture cannot hold.
pub(super) fn lines(words: &str, letters: usize) -> Vec<String> {
    wrapped(&clean(words), letters)
}

/// A number as SVG writes it, to a hundredth.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// A picture being written.
#[derive(Debug, Default)]
pub(super) struct SvgCanvas {
    body: String,
}

impl SvgCanvas {
    /// An element without content.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.tag(name, attributes, "/>\n");
    }

    /// Begins a group; `end` ends it.
    pub fn begin(&mut self, class: &str) {
        self.tag("g", &[("class", &class)], ">\n");
    }

    /// Ends a group.
    pub fn end(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// What a screen reader, or a hand that rests on it, is told of the group that has begun.
    pub fn says(&mut self, words: &str) {
        self.content("title", &[], words);
    }

    /// One line of words around a point (`middle`), from it (`start`) or up to it (`end`).
    pub fn words(&mut self, at: SvgPoint, anchor: &str, size: f64, is_bold: bool, words: &str) {
        let (x, y, size) = (number(at.x), number(at.y), number(size));
        let weight = if is_bold { "bold" } else { "normal" };
        let attributes: [(&str, &dyn Display); 5] = [
            ("x", &x),
            ("y", &y),
            ("text-anchor", &anchor),
            ("font-size", &size),
            ("font-weight", &weight),
        ];
        self.content("text", &attributes, words);
    }

    /// Begins a group whose middle is a point and whose size is a share of what is drawn in it.
    pub fn begin_scaled(&mut self, middle: SvgPoint, share: f64) {
        let (x, y, share) = (number(middle.x), number(middle.y), number(share));
        let how = format!("translate({x} {y}) scale({share})");
        self.tag("g", &[("transform", &how)], ">\n");
    }

    /// Words on white, so that they can be read on a line; nothing for no words.
    pub fn haloed(&mut self, at: SvgPoint, anchor: &str, size: f64, is_bold: bool, words: &str) {
        if words.is_empty() {
            return;
        }
        let attributes: [(&str, &dyn Display); 3] = [
            ("stroke", &"#fff"),
            ("stroke-width", &"5"),
            ("paint-order", &"stroke"),
        ];
        self.tag("g", &attributes, ">\n");
        self.words(at, anchor, size, is_bold, words);
        self.end();
    }

    /// Lines of words around a point, each in the middle.
    pub fn block(&mut self, middle: SvgPoint, size: f64, is_bold: bool, lines: &[String]) {
        let step = size * LEADING;
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        // A letter's middle lies about a third of its size over the line that it stands on.
        let mut y = middle.y - step * f64::from(count.saturating_sub(1)) / 2.0 + size * 0.35;
        for line in lines {
            self.words(SvgPoint { x: middle.x, y }, "middle", size, is_bold, line);
            y += step;
        }
    }

    /// The whole picture, with a word for what it is: so two pictures can stand on one page.
    pub fn picture(
        self,
        kind: &str,
        title: &str,
        description: &str,
        width: f64,
        height: f64,
    ) -> String {
        let (width, height) = (number(width), number(height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             role=\"img\" aria-labelledby=\"{kind}-title {kind}-description\" font-family=\"sans-serif\" fill=\"{INK}\">\n\
             <title id=\"{kind}-title\">{}</title>\n<desc id=\"{kind}-description\">{}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{}</svg>\n",
            escaped(&clean(title)),
            escaped(&clean(description)),
            self.body
        )
    }

    fn content(&mut self, name: &str, attributes: &[(&str, &dyn Display)], words: &str) {
        self.tag(name, attributes, ">");
        self.body.push_str(&escaped(&clean(words)));
        self.body.push_str(&format!("</{name}>\n"));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &dyn Display)], end: &str) {
        self.body.push('<');
        self.body.push_str(name);
        for (attribute, value) in attributes {
            // Writing into a text cannot fail.
            let _ = write!(
                self.body,
                " {attribute}=\"{}\"",
                escaped(&value.to_string())
            );
        }
        self.body.push_str(end);
    }
}

#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_tags_and_numbers_are_short() {
        let mut canvas = SvgCanvas::default();
        canvas.words(
            SvgPoint { x: 1.0, y: 2.504 },
            "start",
            LETTER,
            false,
            "<b>\u{1b} & co",
        );
        let picture = canvas.picture("test", "\"T\"", "a < b", 10.0, 20.0);
        assert!(picture.contains(">&lt;b&gt; &amp; co</text>"), "{picture}");
        assert!(picture.contains("x=\"1\" y=\"2.5\""), "{picture}");
        assert_eq!(number(-0.001), "0");
        let parsed = testing::parse(&picture);
        assert_eq!(parsed.first().map(|one| one.name.as_str()), Some("svg"));
    }
}
