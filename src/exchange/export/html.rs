//! Pages for a browser or a printer: one file, nothing remote, no scripts, headings in their order, large enough to read.

const STYLE: &str =
    "body { font: 1.25rem/1.6 Georgia, serif; color: #1a1a1a; background: #fff; margin: 0; }
main { max-width: 34em; margin: 2em auto; padding: 2em; border: 0.2em double #444; }
h1, .whose { text-align: center; }
h2 { font-size: 1.1rem; margin: 2em 0 0; }
.whose { font-size: 1.8rem; margin: 0; }
blockquote { margin: 0.5em 0; padding-left: 1em; border-left: 0.2em solid #444; }
dt { font-weight: bold; margin-top: 1.5em; }
dd { margin: 0; min-height: 2em; border-bottom: 1px solid #444; }
figure { margin: 1em 0; }
figure svg { max-width: 100%; height: auto; }
main.wide { max-width: 60em; border: none; }
.wide h2 { font-size: 1.6rem; }
@page { margin: 2cm; }
@media print { main { margin: 0; max-width: none; break-inside: avoid; } }";

/// A whole page; the title and what stands in `main` are escaped by whoever writes them.
pub(super) fn page(title: &str, main: &str) -> String {
    within("<main>", title, main)
}

/// The same with room for pictures.
pub(super) fn wide_page(title: &str, main: &str) -> String {
    within("<main class=\"wide\">", title, main)
}

fn within(tag: &str, title: &str, main: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n{tag}\n{main}</main>\n</body>\n</html>\n"
    )
}
