//! Bytes of a GEDCOM file turned into text: what the file says of its letters, and what its bytes say.

use super::super::encoding;
use super::super::fault::ImportFault;
use super::ansel;
use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The longest line that is taken. No line of a family's history is longer; the standard stops at 255 letters.
const LONGEST_LINE: usize = 1 << 20;
/// How far into a file the line that names its letters may stand.
const HEAD: usize = 16_384;
/// The upper half of the letters of DOS.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GedcomText {
    /// The text, without a byte order mark.
    pub text: String,
    /// What its letters were written in.
    pub encoding: &'static str,
    /// Lines on which letters did not fit.
    pub doubtful: Vec<usize>,
}

/// Whether a file is GEDCOM: its first words are those of a header, whatever its name and its letters.
pub fn is_gedcom(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let mark = marks.iter().find(|mark| bytes.starts_with(mark));
    let after = bytes.get(mark.map_or(0, |mark| mark.len())..);
    let start = after.unwrap_or_default().iter().take(64);
    // UTF-16 puts a nought beside each of these letters.
    let letters: Vec<u8> = start.copied().filter(|byte| *byte != 0).collect();
    let letters = letters.trim_ascii_start();
    let rest = letters.strip_prefix(b"0").map(<[u8]>::trim_ascii_start);
    rest.is_some_and(|rest| {
        rest.strip_prefix(b"HEAD")
            .is_some_and(|end| end.first().is_none_or(u8::is_ascii_whitespace))
    })
}

/// Turns the bytes of a file into text.
///
/// # Errors
/// The file is empty, no text, or has a line that no file of this kind has.
pub fn decode(file: &str, bytes: &[u8]) -> Result<GedcomText, ImportFault> {
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let mut parts = line.split(|byte| *byte == b'\r');
        if parts.any(|part| part.len() > LONGEST_LINE) {
            return Err(ImportFault::LineTooLong {
                file: file.to_owned(),
                line: u32::try_from(at + 1).unwrap_or(u32::MAX),
                limit: LONGEST_LINE,
            });
        }
    }
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let one_byte = !is_utf8 && !bytes.contains(&0) && !bytes.starts_with(b"\xEF\xBB\xBF");
    // What is UTF-8 throughout is UTF-8, whatever the header says: no other letters come out so by chance.
    let said = match one_byte {
        true => said(bytes),
        false => String::new(),
    };
    let plain = |text: String, encoding| {
        Ok(GedcomText {
            text,
            encoding,
            doubtful: Vec::new(),
        })
    };
    match said.as_str() {
        "ANSEL" => {
            let (text, doubtful) = ansel::decode(bytes);
            Ok(GedcomText {
                text,
                encoding: "ANSEL",
                doubtful,
            })
        }
        "ANSI" | "WINDOWS" | "WINDOWS-1252" | "CP1252" | "IBM WINDOWS" | "ASCII" | "ISO-8859-1"
        | "ISO8859-1" | "LATIN1" => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            plain(text.into_owned(), "windows-1252")
        }
        "MACINTOSH" | "MACROMAN" => {
            let (text, _) = MACINTOSH.decode_without_bom_handling(bytes);
            plain(text.into_owned(), "macintosh")
        }
        "IBMPC" | "IBM DOS" | "MSDOS" | "CP437" | "OEM" => plain(dos(bytes), "IBM437"),
        _ => {
            let decoded = encoding::decode(file, bytes)?;
            let line = |at: &usize| {
                let before = decoded.text.get(..*at).unwrap_or_default();
                before.matches('\n').count() + 1
            };
            // Counting lines from the start for each of very many would take for ever.
            let doubtful = decoded.doubtful.iter().take(100).map(line).collect();
            Ok(GedcomText {
                doubtful,
                encoding: decoded.encoding,
                text: decoded.text,
            })
        }
    }
}

/// What the header says its letters are, in capitals.
fn said(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let mut lines = head.split(|byte| matches!(byte, b'\n' | b'\r'));
    let value = lines.find_map(|line| {
        let line = line.trim_ascii().strip_prefix(b"1")?.trim_ascii_start();
        Some(line.strip_prefix(b"CHAR")?.trim_ascii())
    });
    String::from_utf8_lossy(value.unwrap_or_default()).to_uppercase()
}

fn dos(bytes: &[u8]) -> String {
    let letters: Vec<char> = DOS.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        None => char::from(*byte),
        Some(place) => letters
            .get(usize::from(place))
            .copied()
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_words_and_not_by_its_name() {
        for bytes in [
            &b"0 HEAD\n"[..],
            b"\xEF\xBB\xBF0 HEAD\r\n",
            b"\xFF\xFE0\0 \0H\0E\0A\0D\0\r\0\n\0",
            b"\xFE\xFF\x000\0 \0H\0E\0A\0D\0\n",
            b" \n0  HEAD",
        ] {
            assert!(is_gedcom(bytes), "{bytes:?}");
        }
        for bytes in [&b""[..], b"Name,Born\n", b"0 HEADER", b"1 HEAD"] {
            assert!(!is_gedcom(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn the_letters_of_dos_are_all_there() {
        assert_eq!(DOS.chars().count(), 128);
        assert_eq!(dos(b"Andr\x82"), "André");
    }
}
