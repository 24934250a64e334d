//! A page as a part of an HTML document. Whoever makes the document owns its head, its style and its pictures.

use super::{BlockKind, Page};

/// Text as it stands in a document.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A page: its title as an `h2`, a picture where there is one (an `svg` that is whole in itself), and all of it in words.
pub fn render_html(page: &Page, picture: &str) -> String {
    let mut html = String::new();
    html.push_str(&format!("<h2>{}</h2>\n", escaped(&page.title)));
    if !picture.is_empty() {
        html.push_str(&format!("<figure>\n{picture}</figure>\n"));
    }
    let mut is_list = false;
    for block in &page.blocks {
        let is_item = matches!(block.kind, BlockKind::Item | BlockKind::Question);
        match (is_list, is_item) {
            (false, true) => html.push_str("<ul>\n"),
            (true, false) => html.push_str("</ul>\n"),
            _ => {}
        }
        is_list = is_item;
        let tag = match block.kind {
            BlockKind::Heading(level) => format!("h{}", (level + 2).min(6)),
            BlockKind::Item | BlockKind::Question => "li".to_owned(),
            BlockKind::Drawing => "pre".to_owned(),
            BlockKind::Under | BlockKind::Text => "p".to_owned(),
        };
        html.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(&block.line())));
    }
    if is_list {
        html.push_str("</ul>\n");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_can_be_taken_for_a_tag() {
        assert_eq!(
            escaped("<b a=\"1\" c='2'>&amp;"),
            "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;"
        );
    }

    #[test]
    fn items_stand_in_a_list_under_their_heading() {
        let mut page = Page::titled("Ecomap");
        page.heading("Ava");
        page.item("", "a <club>", None);
        page.item("", "school", None);
        page.say("That is all.");
        assert_eq!(
            render_html(&page, "<svg/>\n"),
            "<h2>Ecomap</h2>\n<figure>\n<svg/>\n</figure>\n<h3>Ava</h3>\n<ul>\n<li>a &lt;club&gt;</li>\n<li>school</li>\n</ul>\n<p>That is all.</p>\n"
        );
    }
}
