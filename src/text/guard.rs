//! Text that a spreadsheet would run as a formula, kept from running by one apostrophe; text that it would take for a
//! number or a day, kept as it is by `="..."`. An import takes both off again.

/// The mark that a spreadsheet reads as "this is text".
const MARK: char = '\'';

/// The text as a csv cell: with one apostrophe before it when a spreadsheet would run it.
/// Text that carries apostrophes before something runnable gets one more, so that [`unguard`]
/// always gives back the very same text.
pub fn guard(text: &str) -> std::borrow::Cow<'_, str> {
    if is_runnable(bare(text)) { format!("{MARK}{text}").into() } else { text.into() }
}

/// The text as a cell of a csv that is opened in Excel by a double click. A code such as 00123, a long number, 1E5 or
/// 3/2022 would lose digits or become a day; as the formula `="00123"`, which gives nothing but that text, it stays.
pub fn guard_for_excel(text: &str) -> std::borrow::Cow<'_, str> {
    if is_changed_by_excel(text) { format!("=\"{text}\"").into() } else { guard(text) }
}

/// The text without what [`guard`] or [`guard_for_excel`] put around it.
pub fn unguard(text: &str) -> &str {
    if !text.starts_with(['=', MARK]) {
        return text;
    }
    if let Some(kept) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'))
        && is_changed_by_excel(kept)
    {
        return kept;
    }
    match text.strip_prefix(MARK) {
        Some(rest) if is_runnable(bare(rest)) => rest,
        _ => text,
    }
}

/// Whether Excel would take the text of a csv for a number, a time, a day or a truth value, and show another text.
/// Whole numbers of up to eleven digits without a zero before them stay what they are.
fn is_changed_by_excel(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == text.len() {
        return text.len() > 11 || (text.len() > 1 && text.starts_with('0'));
    }
    let is_sign = |c: char| c.is_ascii_digit() || " .,/:+-()%".contains(c);
    let letters = text.trim_matches(is_sign).to_ascii_lowercase();
    let is_month =
        MONTHS.iter().any(|month| letters.starts_with(month)) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    let is_number = text.chars().all(|c| is_sign(c) || matches!(c, 'e' | 'E'));
    (digits > 0 && (is_number || is_month)) || ["true", "false"].contains(&&*text.to_ascii_lowercase())
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(MARK)
}

/// Whether a spreadsheet would take the text for a formula. Phone and other numbers with a sign are none.
fn is_runnable(text: &str) -> bool {
    match text.chars().next() {
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => true,
        Some('+' | '-') => !text[1..].chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_kept_from_running() {
        for text in ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1", "- Nguyễn Văn An", "'=1"] {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn numbers_phones_and_names_are_left_alone() {
        for text in ["+84 912 345 678", "-5", "-1.234,5", "Lê An", "", "'", "'tên'", "a=b"] {
            assert_eq!(guard(text), text);
        }
    }

    #[test]
    fn codes_stay_codes_when_a_file_is_opened_in_excel() {
        let changed =
            ["00123", "007", "089123456789", "123456789012", "1E5", "08001E9", "3/2022", "1-2", "12:30", "1.5"];
        for text in changed.into_iter().chain(["+84 912 345 678", "-5", "(5)", "5%", "MAR1", "1-May", "TRUE"]) {
            assert_eq!(guard_for_excel(text), format!("=\"{text}\""));
            assert_eq!(unguard(&guard_for_excel(text)), text);
        }
        for text in ["28855", "0", "", "CB001", "15-QĐ/HU", "Mai 5 tổ", "Tổ 3", "E", "Mar", "Xã An Hiệp"] {
            assert_eq!(guard_for_excel(text), text);
        }
        for text in ["=1+1", "=\"00123\"", "=\"x\"", "'=\"007\""] {
            assert_eq!(guard_for_excel(text), format!("'{text}"));
            assert_eq!(unguard(&guard_for_excel(text)), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_goes_out_for_excel_comes_back(text in "['=\"+0-9eE./ a-y-]{0,12}|[0-9]{1,16}|=\"[0-9E]{0,6}\"") {
            let guarded = guard_for_excel(&text);
            proptest::prop_assert_eq!(unguard(&guarded), &text);
        }

        #[test]
        fn what_goes_out_comes_back(text in "['=+@\t\r\n-]{0,3}.{0,6}") {
            let guarded = guard(&text);
            proptest::prop_assert_eq!(unguard(&guarded), &text);
            proptest::prop_assert!(!is_runnable(&guarded));
        }
    }
}
