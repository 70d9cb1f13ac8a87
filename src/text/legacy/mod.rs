//! Vietnamese text of before Unicode, put right: fonts whose letters were other bytes, and what wrong readings left.

pub mod lost;
pub mod mojibake;
pub mod one_byte;
pub mod tcvn3;
pub mod vni;

use super::syllable::Share;

/// A set of letters of before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// TCVN3 (ABC): fonts named .Vn...
    Tcvn3,
    /// VNI: fonts named VNI-...
    Vni,
}

impl Charset {
    /// Both.
    pub const ALL: [Charset; 2] = [Charset::Tcvn3, Charset::Vni];

    /// The name that an office calls it.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Tcvn3 => "TCVN3 (ABC)",
            Charset::Vni => "VNI",
        }
    }

    /// The word used on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Charset::Tcvn3 => "tcvn3",
            Charset::Vni => "vni",
        }
    }

    /// The text in Unicode; `text` is its bytes seen as Latin-1 or windows-1252.
    pub fn read(self, text: &str) -> String {
        match self {
            Charset::Tcvn3 => tcvn3::tcvn3(text, false),
            Charset::Vni => vni::vni(text),
        }
    }

    /// How much of the text is Vietnamese when read so. Capitals are not looked at: TCVN3 mixes them.
    pub fn share(self, text: &str) -> Share {
        let stray = |_| char::REPLACEMENT_CHARACTER;
        let read = match self {
            Charset::Tcvn3 => tcvn3::read(text, stray),
            Charset::Vni => vni::read(text, stray),
        };
        Share::of(&read.to_lowercase())
    }

    /// The text in Unicode, where more of it is Vietnamese then than as it stands.
    pub fn better(self, text: &str) -> Option<String> {
        let is_better = || self.share(text).percent() > Share::of(text).percent();
        (one_byte::is_of_bytes(text) && is_better()).then(|| self.read(text))
    }

    /// The set that a font draws, and whether it draws capitals only.
    pub fn of_font(font: &str) -> Option<(Charset, bool)> {
        let begins = |with: &str| font.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
        if begins(".Vn") {
            Some((Charset::Tcvn3, font.ends_with('H')))
        } else if begins("VNI-") || begins("VNI ") {
            Some((Charset::Vni, false))
        } else {
            None
        }
    }
}

/// Text of before Unicode in a valid Unicode cell, put right. Its font decides, unless the text is more Vietnamese
/// as it stands; without a font the text must read far better when put right. None where it is to stay as it is.
pub fn put_right(text: &str, font: Option<&str>) -> Option<(Charset, String)> {
    if !one_byte::is_of_bytes(text) {
        return None;
    }
    let Some(font) = font else {
        return by_share(text).map(|charset| (charset, charset.read(text)));
    };
    let (charset, is_capital) = Charset::of_font(font)?;
    drawn(text, charset, is_capital).map(|right| (charset, right))
}

/// Text in a font of before Unicode, put right; None where it is more Vietnamese as it stands. A font of capitals
/// draws every letter as its capital.
pub fn drawn(text: &str, charset: Charset, is_capital: bool) -> Option<String> {
    if !one_byte::is_of_bytes(text) || Share::of(text).percent() > charset.share(text).percent() {
        return None;
    }
    Some(if is_capital { tcvn3::tcvn3(text, true) } else { charset.read(text) })
}

/// The one set under which far more of a text is Vietnamese than as it stands.
fn by_share(text: &str) -> Option<Charset> {
    const ENOUGH: usize = 75;
    const MARGIN: usize = 40;
    if !has_sign(text) {
        return None;
    }
    let plain = Share::of(text);
    if plain.is_whole() {
        return None;
    }
    let [tcvn3, vni] = Charset::ALL.map(|charset| charset.share(text).percent());
    let best = if tcvn3 > vni { Charset::Tcvn3 } else { Charset::Vni };
    let share = tcvn3.max(vni);
    (tcvn3 != vni && share >= ENOUGH && share >= plain.percent() + MARGIN).then_some(best)
}

/// Whether anything in the text looks like letters of an old set: a letter or sign that Vietnamese does not have, a
/// capital after a small letter, a letter right after a vowel. Nearly all right text is let go here, unscored.
fn has_sign(text: &str) -> bool {
    let (mut last, mut before) = (' ', ' ');
    text.chars().any(|c| {
        let is_uneven =
            last.is_lowercase() && c.is_uppercase() || before.is_uppercase() && last.is_uppercase() && c.is_lowercase();
        let is_sign = match c {
            _ if c.is_ascii() || c.is_whitespace() || c > '\u{FF}' => false,
            'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' => is_vowel(last),
            'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' => is_vowel(last),
            _ => true,
        };
        (before, last) = (last, c);
        is_sign || is_uneven
    })
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'Ô')
}

#[cfg(test)]
mod tests;
