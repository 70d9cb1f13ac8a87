//! Fonts of before Unicode, told by their names: the letters of a text in them are other letters than their codes say.

use super::super::line::{OldFont, Was};

impl OldFont {
    /// The kind of the font of this name, if it is one of before Unicode: ".VnTime" (TCVN3; a capital font ends in
    /// H), "VNI-Times" (VNI).
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim_matches(['\'', '"', ' ']);
        let begins = |with: &str| name.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        if begins(".vn") {
            let is_capital = name.ends_with('H') || name.eq_ignore_ascii_case(".VnTimeH");
            return Some(if is_capital { OldFont::Tcvn3Capital } else { OldFont::Tcvn3 });
        }
        begins("vni-").then_some(OldFont::Vni)
    }
}

/// The font of a text, where it may differ from its cell's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Run {
    /// It is the cell's.
    #[default]
    Cell,
    /// It is the text's own, and one of before Unicode.
    Old(OldFont),
    /// It is the text's own, and a font like any other.
    New,
}

impl Run {
    /// The run of a font of this name.
    pub fn named(name: &str) -> Self {
        OldFont::named(name).map_or(Run::New, Run::Old)
    }

    /// The run of a text of two: what is old anywhere, is; what is the cell's anywhere, is the cell's.
    pub fn with(self, other: Run) -> Self {
        match (self, other) {
            (Run::Old(font), _) | (_, Run::Old(font)) => Run::Old(font),
            (Run::Cell, _) | (_, Run::Cell) => Run::Cell,
            (Run::New, Run::New) => Run::New,
        }
    }

    /// What a text in a cell of the font `cell` was. Plain letters are the same in every font.
    pub fn was(self, text: &str, cell: Option<OldFont>) -> Option<Was> {
        let font = match self {
            Run::Cell => cell?,
            Run::Old(font) => font,
            Run::New => return None,
        };
        (!text.is_ascii()).then_some(Was::InOldFont(font))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_fonts_are_told_by_their_names() {
        for (name, right) in [
            (".VnTime", Some(OldFont::Tcvn3)),
            (".VnArial Narrow", Some(OldFont::Tcvn3)),
            (".VnTimeH", Some(OldFont::Tcvn3Capital)),
            ("'.VnArialH'", Some(OldFont::Tcvn3Capital)),
            (".vntimeh", Some(OldFont::Tcvn3Capital)),
            ("VNI-Times", Some(OldFont::Vni)),
            ("Times New Roman", None),
            ("Vni Times", None),
        ] {
            assert_eq!(OldFont::named(name), right, "{name}");
        }
    }

    #[test]
    fn a_text_is_in_an_old_font_when_any_of_it_is() {
        let old = Run::Old(OldFont::Vni);
        assert_eq!(Run::New.with(old).was("Hueä", None), Some(Was::InOldFont(OldFont::Vni)));
        assert_eq!(Run::Cell.was("Huệ", Some(OldFont::Tcvn3)), Some(Was::InOldFont(OldFont::Tcvn3)));
        assert_eq!(Run::New.was("Huệ", Some(OldFont::Tcvn3)), None);
        assert_eq!(Run::Cell.was("Hue", Some(OldFont::Tcvn3)), None);
    }
}
