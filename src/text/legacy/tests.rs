//! Cells as they stand in workbooks. All letters of the two sets are in `tests/hazards_text.rs`.

use super::tcvn3::tcvn3;
use super::{Charset, put_right};

#[test]
fn capitals_of_tcvn3_are_told_where_the_word_tells_them() {
    for (seen, meant) in [
        ("NGUY\u{D4}N TH\u{DE} HU\u{D6}", "NGUYỄN THỊ HUỆ"),
        ("\u{A7}\u{C6}ng V¨n Th\u{AD}", "Đặng Văn Thư"),
        ("T\u{E6} NDTQ", "Tổ NDTQ"),
        ("\u{CA}p H\u{AD}ng", "ấp Hưng"),
        ("An 1\u{96}2", "An 1–2"),
    ] {
        assert_eq!(tcvn3(seen, false), meant);
    }
    assert_eq!(tcvn3("Nguy\u{D4}n", true), "NGUYỄN");
}

#[test]
fn the_font_of_a_cell_decides() {
    let (tcvn3, vni) = (Charset::Tcvn3, Charset::Vni);
    for (text, font, right) in [
        ("NguyÔn ThÞ HuÖ", ".VnTime", Some((tcvn3, "Nguyễn Thị Huệ"))),
        ("NguyÔn", ".VnArialH", Some((tcvn3, "NGUYỄN"))),
        ("§", ".VnTime", Some((tcvn3, "Đ"))),
        ("Thò", "VNI-Times", Some((vni, "Thị"))),
        ("Thò", "VNI Helve", Some((vni, "Thị"))),
        ("Bình", ".VnTime", None),
        ("Nguyễn", ".VnTime", None),
        ("An", "VNI-Times", None),
        ("NguyÔn", "Times New Roman", None),
    ] {
        let right = right.map(|(charset, right)| (charset, right.to_owned()));
        assert_eq!(put_right(text, Some(font)), right, "{text} {font}");
    }
}

#[test]
fn without_a_font_a_cell_must_read_far_better() {
    for (text, charset, right) in [
        ("NguyÔn", Charset::Tcvn3, "Nguyễn"),
        ("TrÇn V¨n H\u{AD}ng", Charset::Tcvn3, "Trần Văn Hưng"),
        ("Th\u{AD} ký", Charset::Tcvn3, "Thư ký"),
        ("Nguyeãn Thò Hueä", Charset::Vni, "Nguyễn Thị Huệ"),
        ("Lyù Quoác Höôøng", Charset::Vni, "Lý Quốc Hường"),
        ("UÛY BAN NHAÂN DAÂN", Charset::Vni, "ỦY BAN NHÂN DÂN"),
    ] {
        assert_eq!(put_right(text, None), Some((charset, right.to_owned())), "{text}");
    }
}

#[test]
fn right_text_stays() {
    for text in [
        "Lê Hòa",
        "Nguyễn Thị Huệ",
        "Ê Ban Niê, Mlô, Kbuôr, H'Wiê, Krông Nô",
        "KPă Ksor Y Bhă Đăk",
        "José Müller, café",
        "Y Hâ, A Hâi, Gôa",
        "35°C ± 2",
        "10 m²",
        "Lê\u{A0}An",
        "",
    ] {
        assert_eq!(put_right(text, None), None, "{text}");
    }
}
