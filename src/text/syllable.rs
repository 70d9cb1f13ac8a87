//! Vietnamese syllables: whether a word can be one. Tells right letters from those of a wrong encoding, and nothing else:
//! names of other peoples of the country (Ksor, Y Bhă, Đăk) are none, and right all the same.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::fold::TONES;

/// What a syllable may begin with. Which vowels may follow c, k, g, gh, ng, ngh is left open: names do not keep to it.
const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

/// What may follow, without tones; iê stands for yê as well.
const RHYMES: &str = "
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt
    uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu";

static TABLES: LazyLock<(Vec<&str>, HashSet<&str>)> = LazyLock::new(|| {
    let onsets = std::iter::once("").chain(ONSETS.split_whitespace()).collect();
    (onsets, RHYMES.split_whitespace().collect())
});

/// How many words of a text can be Vietnamese syllables. Only words with a letter beyond ASCII
/// count: plain ASCII reads alike in every encoding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Words that can be syllables.
    pub possible: usize,
    /// Words that count.
    pub counted: usize,
}

impl Share {
    /// The share of `text`. A small letter before a capital within a word is no syllable.
    pub fn of(text: &str) -> Self {
        let mut share = Share::default();
        let words = text.split(is_between_words).filter(|word| !word.is_ascii() && !is_abbreviation(word));
        for word in words {
            share.counted += 1;
            share.possible += usize::from(has_even_case(word) && is_possible(word));
        }
        share
    }

    /// Whether all words that count are possible.
    pub fn is_whole(self) -> bool {
        self.possible == self.counted
    }

    /// In hundredths; 0 where no word counts.
    pub fn percent(self) -> usize {
        (100 * self.possible).checked_div(self.counted).unwrap_or(0)
    }
}

/// Signs of Latin-1 such as « are none: in old encodings they are letters.
fn is_between_words(c: char) -> bool {
    c.is_whitespace() || c.is_ascii() && !c.is_ascii_alphabetic() || ('\u{2010}'..='\u{205E}').contains(&c)
}

/// Capitals without a vowel, as in QĐ and HĐND.
fn is_abbreviation(word: &str) -> bool {
    word.chars().all(|c| {
        c.is_uppercase() && !matches!(std::iter::once(c).nfd().next(), Some('A' | 'E' | 'I' | 'O' | 'U' | 'Y'))
    })
}

/// Small letters after the first, or capitals throughout.
fn has_even_case(word: &str) -> bool {
    let mut rest = word.chars();
    let first = rest.next().is_some_and(char::is_uppercase);
    rest.clone().all(|c| !c.is_uppercase()) || first && rest.all(|c| !c.is_lowercase())
}

/// Whether a word can be a syllable: onset, rhyme, and a tone that the rhyme can carry.
fn is_possible(word: &str) -> bool {
    let mut tones = word.nfd().filter(|c| TONES.contains(c));
    let (tone, is_toned_twice) = (tones.next(), tones.next().is_some());
    let letters: String = word.nfd().filter(|c| !TONES.contains(c)).nfc().flat_map(char::to_lowercase).collect();
    let (onsets, rhymes) = &*TABLES;
    let fits = |onset: &str, rhyme: &str| {
        let is_known = match rhyme.strip_prefix('y') {
            Some("" | "ch" | "n" | "nh" | "p" | "t") => true,
            Some(rest) => rest.starts_with('ê') && rhymes.contains(format!("i{rest}").as_str()),
            None => rhymes.contains(rhyme) && !(onset == "qu" && rhyme.starts_with(['o', 'u'])),
        };
        is_known && (!is_stopped(rhyme) || matches!(tone, Some('\u{301}' | '\u{323}')))
    };
    !is_toned_twice && onsets.iter().any(|onset| letters.strip_prefix(onset).is_some_and(|rhyme| fits(onset, rhyme)))
}

/// Rhymes that end in a stop carry only sắc and nặng.
fn is_stopped(rhyme: &str) -> bool {
    rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch")
}

/// Whether a letter beyond ASCII is one of the Vietnamese alphabet, with or without a tone.
pub fn is_letter(c: char) -> bool {
    let shape: String =
        std::iter::once(c).nfd().filter(|c| !TONES.contains(c)).nfc().flat_map(char::to_lowercase).collect();
    !c.is_ascii() && !shape.is_empty() && "a ă â đ e ê i o ô ơ u ư y".split(' ').any(|letter| letter == shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> (usize, usize) {
        let Share { possible, counted } = Share::of(text);
        (possible, counted)
    }

    #[test]
    fn names_of_people_and_places_are_syllables() {
        for text in [
            "Nguyễn Thị Huệ, Đặng Ngọc Ánh",
            "Xã Quỳnh Phụ, huyện Mỏ Cày Bắc, TỈNH BẾN TRE",
            "Hòa Hoà thuỷ thủy quý qúy giếng giữ gìn khuỷu nghiêng Yên Ýên ủy",
            "Nguye\u{302}\u{303}n Khuyến quyết Quốc xoong rượu ướt",
        ] {
            let (possible, counted) = share(text);
            assert_eq!(possible, counted, "{text}");
            assert!(counted > 2, "{text}");
        }
    }

    #[test]
    fn letters_of_a_wrong_encoding_are_none() {
        for text in [
            "NguyÔn ThÞ HuÖ",
            "Nguyeãn Vaên Hueä",
            "Nguyá»…n Thá»‹",
            "TÊn LÔp",
            "Bác Tat\u{309}",
            "Hàa",
            "Bấấn",
            "Lyù Quoác",
        ] {
            assert!(!Share::of(text).is_whole(), "{text}");
        }
        assert_eq!(share("Bạc bac Bàc Mặt mằt"), (2, 4));
    }

    #[test]
    fn ascii_and_abbreviations_say_nothing() {
        assert_eq!(share("Nguyen Thi Hue, 01/2022 - T1, 12-QĐ/HU"), (0, 0));
        assert_eq!((Share::default().percent(), Share::of("Lê Ksô").percent()), (0, 50));
    }

    #[test]
    fn the_alphabet_is_known() {
        assert!("ăâđêôơưắậờýỹĐẮ".chars().all(is_letter));
        assert!(!"aZñäûçÐæ×'".chars().any(is_letter));
    }
}
