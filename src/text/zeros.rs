//! Codes of digits that a spreadsheet took for numbers, and so lost their leading zeros.

/// The most digits that a code of digits has.
const MOST: usize = 12;

/// What a code may have been before it lost zeros, shortest first; nothing for a code that is not all digits.
pub fn with_zeros(code: &str) -> impl Iterator<Item = String> + '_ {
    let is_number = !code.is_empty() && code.len() < MOST && code.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = if is_number { code.len() + 1 } else { MOST + 1 };
    (shortest..=MOST).map(move |digits| format!("{code:0>digits$}"))
}

/// What a code is without its leading zeros.
pub fn without_zeros(code: &str) -> &str {
    code.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_put_before_digits_alone() {
        assert_eq!(with_zeros("0823").take(2).collect::<Vec<_>>(), ["00823", "000823"]);
        assert_eq!(with_zeros("12345678901").collect::<Vec<_>>(), ["012345678901"]);
        for code in ["", "T1", "28.1", "123456789012"] {
            assert_eq!(with_zeros(code).count(), 0, "{code}");
        }
    }
}
