//! Which encoding bytes have that are no UTF-8: the one under which they are Vietnamese, if it is clearly one.

use super::encoding::{Encoding, read};
use crate::text::legacy::lost::has_lost_letters;
use crate::text::syllable::Share;

/// The most bytes that are looked at: lines with letters beyond ASCII, from the first on.
const MOST: usize = 1 << 16;

/// What can be guessed. UTF-16 shows in other ways.
const CANDIDATES: [Encoding; 4] = [Encoding::Windows1258, Encoding::Windows1252, Encoding::Tcvn3, Encoding::Vni];

/// What bytes are under one encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The encoding.
    pub encoding: Encoding,
    /// Words that can be Vietnamese.
    pub share: Share,
}

/// What bytes that are no valid UTF-8 are taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guess {
    /// UTF-8 in which something is broken.
    Utf8,
    /// One encoding, well before all others.
    Clear(Encoding),
    /// None; what was considered, best first.
    Unclear(Vec<Score>),
}

/// What the bytes are taken for.
pub fn guess(bytes: &[u8]) -> Guess {
    let sample = sample(bytes);
    if is_mostly_utf8(&sample) {
        return Guess::Utf8;
    }
    let mut scores = CANDIDATES.map(|encoding| Score { encoding, share: share(&sample, encoding) });
    scores.sort_by_key(|score| std::cmp::Reverse(score.share.possible));
    if is_clear(&scores, &sample) {
        return Guess::Clear(scores[0].encoding);
    }
    let windows = scores.iter().map(|score| score.encoding).find(|encoding| encoding.charset().is_none());
    match windows.filter(|_| read(&sample, Encoding::Windows1252).lines().any(has_lost_letters)) {
        // Letters are lost: whichever it is, the rows are going to be refused.
        Some(windows) => Guess::Clear(windows),
        None => Guess::Unclear(scores.to_vec()),
    }
}

fn share(sample: &[u8], encoding: Encoding) -> Share {
    match encoding.charset() {
        Some(charset) => charset.share(&read(sample, Encoding::Windows1252)),
        None => Share::of(&read(sample, encoding)),
    }
}

/// Whether the best is Vietnamese, and well before the next that reads otherwise. A guess at an old set is confirmed by
/// the user, and may stand on one word.
fn is_clear(scores: &[Score], sample: &[u8]) -> bool {
    const ENOUGH: usize = 75;
    let [best, others @ ..] = scores else { return false };
    let text = read(sample, best.encoding);
    let next = others.iter().find(|score| read(sample, score.encoding) != text);
    let margin = best.share.possible - next.map_or(0, |next| next.share.possible);
    let least = if best.encoding.charset().is_some() { 1 } else { 2 };
    best.share.percent() >= ENOUGH && margin >= least && margin * 10 >= best.share.counted * 3
}

/// Lines that say something, [`MOST`] bytes of them.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_ascii()) {
        sample.extend_from_slice(&line[..line.len().min(MOST)]);
        sample.push(b'\n');
        if sample.len() >= MOST {
            break;
        }
    }
    sample
}

/// Whether more letters are UTF-8 than are not. By chance they hardly ever are.
fn is_mostly_utf8(sample: &[u8]) -> bool {
    let (mut right, mut broken) = (0, 0);
    for chunk in sample.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    right > broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told_by_its_letters() {
        for (bytes, encoding) in [
            (b"H\xE4 v\xB5 t\xAAn\nNguy\xD4n Th\xDE Hu\xD6\n".as_slice(), Encoding::Tcvn3),
            (b"Nguy\xD4n", Encoding::Tcvn3),
            (b"Ho\xEF va\xF8 te\xE2n\nNguye\xE3n Va\xEAn Hue\xE4\n".as_slice(), Encoding::Vni),
            (b"Ho\xF2 va\xCC t\xEAn\nNguy\xEA\xDEn Thi\xF2 Hu\xEA\xF2\n", Encoding::Windows1258),
            (b"B\xECnh L\xECnh,v\xE0 t\xEAn\n", Encoding::Windows1252),
        ] {
            assert_eq!(guess(bytes), Guess::Clear(encoding), "{}", read(bytes, encoding));
        }
    }

    #[test]
    fn a_few_broken_rows_leave_utf_8() {
        let rows = ["Đỗ Thị Bưởi\n".as_bytes(), b"Nguy\xD4n\n"].concat();
        assert_eq!(guess(&rows), Guess::Utf8);
    }

    #[test]
    fn what_reads_alike_well_or_badly_is_unclear() {
        for bytes in [b"Th\xF2".as_slice(), b"\xFF\xFE\xFD", b"M\xFCller Jos\xE9"] {
            assert!(matches!(guess(bytes), Guess::Unclear(scores) if scores.len() == 4), "{bytes:?}");
        }
    }

    #[test]
    fn lost_letters_are_left_to_the_rows() {
        assert_eq!(guess(b"Nguy?n Th? Hu?\n??ng Ng?c \xC1nh,X\xE3 Qu?nh Ph?"), Guess::Clear(Encoding::Windows1252));
    }
}
