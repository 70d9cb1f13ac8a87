//! A decision (quyết định): the numbered paper that assignments stand on.

use super::Text;
use super::day::Day;

/// A numbered decision. Assignments cite it by its number, also where it is in no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its row in the database.
    pub row: u32,
    /// Its number, unique ("24-QĐ/HU").
    pub number: Text,
    /// Day of its signing.
    pub day: Day,
    /// Body that issued it (cơ quan ban hành).
    pub issuer: Text,
    /// Who signed it (người ký).
    pub signer: Text,
    /// Day on which it takes effect; `None` is the day of its signing.
    pub effective: Option<Day>,
    /// Numbers of the decisions that it replaces, apart by `;`.
    pub replaces: Text,
    /// Free text.
    pub note: Text,
}

impl Decision {
    /// The first day on which it is in effect.
    pub fn in_effect_from(&self) -> Day {
        self.effective.unwrap_or(self.day)
    }
}

/// The numbers that a text cites, apart by `;`.
pub fn cited(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|number| !number.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cites_one_decision_several_or_none() {
        let of = |text| cited(text).collect::<Vec<_>>();
        assert_eq!(of("24-QĐ/HU"), ["24-QĐ/HU"]);
        assert_eq!(of(" 24-QĐ/HU; 30-QĐ/HU;"), ["24-QĐ/HU", "30-QĐ/HU"]);
        assert_eq!(of(" ; "), [""; 0]);
    }
}
