//! Who issues a decision and who signs it, as the heading and the foot of the document have it.

use crate::model::policy::Policy;
use crate::text::fold::plain;

/// What nobody has told: to be written in by hand.
pub const BLANK: &str = "…………";

/// The parts of a document that name its issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// In full, as the text names it ("Ban Thường vụ Huyện ủy Châu Thành").
    pub whole: String,
    /// The body that the heading names ("Huyện ủy Châu Thành").
    pub body: String,
    /// The body above it, over it in the heading.
    pub superior: String,
    /// On whose behalf is signed ("T/M BAN THƯỜNG VỤ"); empty where the head of the office signs.
    pub on_behalf: String,
    /// What the signer is ("BÍ THƯ").
    pub signer_title: &'static str,
}

/// Committees that decide together; their heading names the body that elected them.
const COMMITTEES: [&str; 2] = ["Ban Thường vụ", "Ban Chấp hành"];
/// What committees of the Party sign their numbers with ("24-QĐ/HU").
const SIGNS: [&str; 6] = ["TU", "HU", "QU", "ThU", "ĐU", "TW"];

impl Issuer {
    /// Of a decision: as the list of decisions says, else as its number tells, else the office itself.
    pub fn of(told: &str, number: &str, policy: &Policy) -> Self {
        let sign = number.rsplit('/').next().unwrap_or_default().trim();
        let is_of_superior = !policy.superior.is_empty() && initials(&policy.superior) == plain(sign);
        match told {
            "" if is_of_superior => {
                let superior = in_small_letters(&policy.superior);
                Issuer::committee(&superior, COMMITTEES[0], &superior, BLANK)
            }
            "" if SIGNS.contains(&sign) => Issuer::committee(BLANK, COMMITTEES[0], BLANK, BLANK),
            "" => Issuer::office(&in_small_letters(&policy.office), &policy.superior),
            told => match COMMITTEES.iter().find_map(|one| Some((*one, without(told, one)?.trim()))) {
                Some((committee, "")) => Issuer::committee(told, committee, above(policy), BLANK),
                Some((committee, body)) => Issuer::committee(told, committee, body, BLANK),
                None if told.to_uppercase() == policy.office.to_uppercase() => Issuer::office(told, &policy.superior),
                None => Issuer::office(told, BLANK),
            },
        }
    }

    fn committee(whole: &str, committee: &str, body: &str, superior: &str) -> Self {
        let on_behalf = format!("T/M {}", committee.to_uppercase());
        let [whole, body, superior] = [whole, body, superior].map(str::to_owned);
        Issuer { whole, body, superior, on_behalf, signer_title: "BÍ THƯ" }
    }

    fn office(name: &str, superior: &str) -> Self {
        let [whole, body] = [name, name].map(str::to_owned);
        // Who heads another office than a Ban is called otherwise.
        let signer_title = if plain(name).starts_with("ban ") { "TRƯỞNG BAN" } else { BLANK };
        Issuer { whole, body, superior: superior.to_owned(), on_behalf: String::new(), signer_title }
    }
}

/// What stands after a beginning, in whatever letters it is written.
fn without<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    let is_begun = text.get(..beginning.len()).is_some_and(|head| head.to_lowercase() == beginning.to_lowercase());
    is_begun.then(|| &text[beginning.len()..])
}

fn above(policy: &Policy) -> &str {
    if policy.superior.is_empty() { &policy.office } else { &policy.superior }
}

/// The first letters of the first two words, which is how a committee signs; without marks.
fn initials(body: &str) -> String {
    plain(body).split_whitespace().take(2).filter_map(|word| word.chars().next()).collect()
}

/// A name that a policy has in capitals, as it stands in a sentence: "Huyện ủy Châu Thành". Others stay.
fn in_small_letters(name: &str) -> String {
    const SMALL: [&str; 14] =
        ["ủy", "ban", "chức", "vụ", "dựng", "hành", "phòng", "tra", "giáo", "vận", "xã", "phường", "và", "chính"];
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |(at, word): (usize, &str)| {
        let word = word.to_lowercase();
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if at == 0 || !SMALL.contains(&word.as_str()) => first.to_uppercase().chain(letters).collect(),
            _ => word,
        }
    };
    name.split_whitespace().enumerate().map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(told: &str, number: &str) -> [String; 4] {
        let policy = Policy {
            office: "BAN TỔ CHỨC".to_owned(),
            superior: "HUYỆN ỦY CHÂU THÀNH".to_owned(),
            ..Policy::default()
        };
        let Issuer { body, superior, on_behalf, signer_title, .. } = Issuer::of(told, number, &policy);
        [body, superior, on_behalf, signer_title.to_owned()]
    }

    #[test]
    fn a_committee_signs_for_the_body_that_elected_it_and_an_office_by_its_head() {
        let committee = |body: &'static str| [body, BLANK, "T/M BAN THƯỜNG VỤ", "BÍ THƯ"];
        assert_eq!(of("Ban Thường vụ Huyện ủy Đồng Lúa", "1-QĐ/HU"), committee("Huyện ủy Đồng Lúa"));
        assert_eq!(of("", "24-QĐ/HU"), committee("Huyện ủy Châu Thành"));
        assert_eq!(of("", "24-QĐ/ĐU"), committee(BLANK));
        assert_eq!(of("", "7-QĐ/BTC"), ["Ban Tổ chức", "HUYỆN ỦY CHÂU THÀNH", "", "TRƯỞNG BAN"]);
        assert_eq!(of("Ban Tổ chức", "7"), ["Ban Tổ chức", "HUYỆN ỦY CHÂU THÀNH", "", "TRƯỞNG BAN"]);
        assert_eq!(of("Ủy ban nhân dân", "7"), ["Ủy ban nhân dân", BLANK, "", BLANK]);
    }

    #[test]
    fn names_in_capitals_are_written_as_in_a_sentence() {
        for (capitals, small) in [
            ("ĐẢNG ỦY XÃ AN HIỆP", "Đảng ủy xã An Hiệp"),
            ("BAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận"),
            ("BAN NỘI CHÍNH", "Ban Nội chính"),
            ("ỦY BAN KIỂM TRA", "Ủy ban Kiểm tra"),
            ("HUYỆN ỦY CHÂU THÀNH", "Huyện ủy Châu Thành"),
        ] {
            assert_eq!(in_small_letters(capitals), small);
        }
    }
}
