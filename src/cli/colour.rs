//! Whether colours are shown: decided here, before the command line is understood and after.

use std::ffi::OsString;

use clap::ValueEnum;

use super::args::When;

/// Whether colours are shown: as wished, else on a terminal, unless `NO_COLOR` says something.
pub fn shows(when: When, is_terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// What `--color` says in a command line that may be wrong elsewhere.
pub fn typed(typed: &[OsString]) -> When {
    let texts: Vec<&str> = typed.iter().filter_map(|text| text.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--color="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--color").map(|pair| pair[1]);
    let said = joined.or(apart).and_then(|when| When::from_str(when, false).ok());
    said.unwrap_or(When::Auto)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_known_in_a_wrong_command_line() {
        let of = |line: &str| typed(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!((of("p --color never bogus"), of("p --color=always bogus")), (When::Never, When::Always));
        assert_eq!((of("p bogus"), of("p --color sometimes")), (When::Auto, When::Auto));
        assert!(!shows(When::Never, true) && shows(When::Always, false) && !shows(When::Auto, false));
    }
}
