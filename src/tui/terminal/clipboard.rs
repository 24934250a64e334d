//! The clipboard of the user's own terminal, reached through the line (OSC 52).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes that put a text on the clipboard.
pub fn copy(text: &str) -> String {
    format!("\x1b]52;c;{}\x07", base64(text.as_bytes()))
}

/// Bytes as letters (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS
                .get((bits >> (18 - 6 * place) & 63) as usize)
                .copied();
            let filled = place <= three.len();
            out.push(letter.filter(|_| filled).map_or('=', char::from));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_the_letters_of_the_standard() {
        let told = ["", "f", "fo", "foo", "foob", "fooba", "foobar", "Siân"];
        let wanted = [
            "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy", "U2nDom4=",
        ];
        assert_eq!(told.map(|text| base64(text.as_bytes())), wanted);
        assert_eq!(copy("f"), "\x1b]52;c;Zg==\x07");
    }
}
