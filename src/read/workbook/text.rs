//! Text as the readers gather it: no more of a cell than is needed to see that it is too long.

use super::super::line::MOST_CELL_BYTES;

/// Adds `text` to a cell whose text begins at `from`, as far as a cell goes and a little further.
pub fn push(into: &mut String, from: usize, text: &str) {
    let room = (MOST_CELL_BYTES + 4).saturating_sub(into.len().saturating_sub(from));
    into.push_str(&text[..text.floor_char_boundary(room)]);
}

/// Resolves what Excel writes for characters that XML cannot hold, from `from` on: "_x000D_" is a carriage return.
pub fn resolve(text: &mut String, from: usize) {
    if !text[from..].contains("_x") {
        return;
    }
    let raw = text.split_off(from);
    let mut rest = raw.as_str();
    let mut pair = None;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at..at + 7).filter(|escape| escape.ends_with('_')).map(|escape| &escape[2..6]);
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let Some(unit) = code.and_then(|code| u16::from_str_radix(code, 16).ok()) else {
            text.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        if at > 0 {
            text.extend(pair.take().map(|_| char::REPLACEMENT_CHARACTER));
        }
        text.push_str(&rest[..at]);
        rest = &rest[at + 7..];
        // Characters beyond the first plane are written as two halves.
        let halves: Vec<u16> = pair.take().into_iter().chain([unit]).collect();
        if halves.len() == 1 && (0xD800..0xDC00).contains(&unit) {
            pair = Some(unit);
        } else {
            text.extend(char::decode_utf16(halves).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        }
    }
    text.extend(pair.map(|_| char::REPLACEMENT_CHARACTER));
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved() {
        for (raw, right) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x_x0_xZZZZ_", "_x_x0_xZZZZ_"),
            ("_xD83D__xDCF7_!", "\u{1F4F7}!"),
            ("_xD83D_!", "\u{FFFD}!"),
            ("_xĐạix000D_", "_xĐạix000D_"),
            ("plain", "plain"),
        ] {
            let mut text = format!("before{raw}");
            resolve(&mut text, "before".len());
            assert_eq!(text, format!("before{right}"), "{raw}");
        }
    }

    #[test]
    fn a_cell_is_cut_where_it_is_too_long() {
        let mut text = String::from("x");
        for _ in 0..3 {
            push(&mut text, 1, &"ệ".repeat(MOST_CELL_BYTES));
        }
        assert!(text.len() > MOST_CELL_BYTES + 1 && text.len() <= MOST_CELL_BYTES + 5);
    }
}
