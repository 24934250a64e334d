//! Bytes of a file turned into text: which encoding, and which letters were doubtful. No byte is lost.

use super::fault::ImportFault;
use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's standard name.
    pub encoding: &'static str,
    /// Where letters did not fit the encoding: places in `text`, in order.
    pub doubtful: Vec<usize>,
}

/// What the first bytes of other programs' files are.
const OTHER_PROGRAMS: [(&[u8], &str); 5] = [
    (
        b"PK\x03\x04",
        "a workbook, document or archive (such as .xlsx, .docx or .zip)",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "an old workbook or document (.xls or .doc)",
    ),
    (b"%PDF", "a PDF"),
    (b"\x1F\x8B", "a compressed file"),
    (b"{\\rtf", "a rich text document"),
];

/// Turns the bytes of `file` into text.
///
/// # Errors
/// The file is empty, or not text.
pub fn decode(file: &str, bytes: &[u8]) -> Result<Decoded, ImportFault> {
    let file = || file.to_owned();
    if let Some((_, what)) = OTHER_PROGRAMS
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
    {
        return Err(ImportFault::OtherProgram { file: file(), what });
    }
    let marked = Encoding::for_bom(bytes);
    let body = marked.map_or(bytes, |(_, length)| bytes.get(length..).unwrap_or_default());
    let encoding = marked.map(|(encoding, _)| encoding).or_else(|| wide(body));
    let mut decoded = match encoding {
        None => narrow(body),
        Some(encoding) if encoding == UTF_8 => narrow(body),
        Some(encoding) => {
            let (text, _) = encoding.decode_without_bom_handling(body);
            Decoded {
                doubtful: Vec::new(),
                text: text.into_owned(),
                encoding: encoding.name(),
            }
        }
    };
    // Ctrl-Z ends a text of the oldest machines.
    let end = decoded.text.trim_end_matches(['\u{1A}', '\0']).len();
    decoded.text.truncate(end);
    if decoded.text.trim().is_empty() {
        return Err(ImportFault::Empty { file: file() });
    }
    if let Some((before, _)) = decoded.text.split_once('\0') {
        let line = u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX);
        return Err(ImportFault::Binary { file: file(), line });
    }
    // U+FFFD and the control letters of C1 stand for bytes that the encoding does not know.
    let odd = |letter: char| letter == '\u{FFFD}' || ('\u{80}'..='\u{9F}').contains(&letter);
    if decoded.text.contains(odd) {
        let places = decoded.text.match_indices(odd).map(|(place, _)| place);
        decoded.doubtful.extend(places);
        decoded.doubtful.sort_unstable();
        decoded.doubtful.dedup();
    }
    Ok(decoded)
}

/// UTF-16 without a mark: every other byte of Latin text is nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let noughts = |start: usize| {
        sample
            .iter()
            .skip(start)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second, pairs) = (noughts(0), noughts(1), sample.len() / 2);
    if pairs < 4 {
        None
    } else if second * 2 > pairs && first * 20 < pairs {
        Some(UTF_16LE)
    } else if first * 2 > pairs && second * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// One byte a letter, or UTF-8. A file that is UTF-8 apart from a few bytes (two files pasted together) is read as
/// UTF-8, and those bytes as Windows-1252.
fn narrow(bytes: &[u8]) -> Decoded {
    let (mut text, mut doubtful) = (String::with_capacity(bytes.len()), Vec::new());
    let mut fitting = 0;
    for chunk in bytes.utf8_chunks() {
        fitting += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            doubtful.push(text.len());
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    if fitting >= doubtful.len() {
        return Decoded {
            text,
            encoding: UTF_8.name(),
            doubtful,
        };
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"uk"), false);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        doubtful: Vec::new(),
    }
}
