//! Fonts of before Unicode, told by their names: the letters of a text in them are other letters than their codes say.

use super::super::line::OldFont;

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
}
