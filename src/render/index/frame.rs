//! The frame of the page: it says what a browser may load and run, which is nothing but its own style and script.

use std::sync::LazyLock;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::model::lang::Lang;
use crate::text::clean::clean;

/// Line ends as browsers count them, whatever the source was checked out with.
static STYLE: LazyLock<String> = LazyLock::new(|| include_str!("page.css").replace("\r\n", "\n"));
static SCRIPT: LazyLock<String> = LazyLock::new(|| include_str!("page.js").replace("\r\n", "\n"));

/// A page around its body.
pub fn page(lang: Lang, title: &str, body: &Markup) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(STYLE.as_bytes())),
        base64(&Sha256::digest(SCRIPT.as_bytes())),
    );
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (clean(title)) }
                style { (PreEscaped(STYLE.as_str())) }
            }
            body { (body) script { (PreEscaped(SCRIPT.as_str())) } }
        }
    };
    page.into_string()
}

/// Bytes as the policy of a page has them.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_letters() {
        let letters = ["", "f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes()));
        assert_eq!(letters, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
    }

    #[test]
    fn style_and_script_do_not_end_before_their_end_and_load_nothing() {
        for text in [STYLE.as_str(), SCRIPT.as_str()] {
            for bad in ["</", "<!--", "http:", "https:", "url(", "@import", "innerHTML", "eval("] {
                assert!(!text.contains(bad), "{bad}");
            }
        }
    }
}
