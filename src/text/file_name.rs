//! File names made from names of places: plain letters, nothing that any file system refuses.

use std::collections::HashSet;

use super::fold::plain;

const MAX_BYTES: usize = 60;

/// A part of a file name: plain small letters, digits and single hyphens, at most 60 bytes; never empty,
/// never a name that Windows keeps for itself.
pub fn part(text: &str) -> String {
    let mut part = String::new();
    for c in plain(text).chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            part.push(c);
        } else if !part.ends_with('-') {
            part.push('-');
        }
    }
    part.truncate(MAX_BYTES);
    let part = part.trim_matches(['-', '.']);
    let options = sanitize_filename::Options { windows: true, truncate: true, replacement: "" };
    match sanitize_filename::sanitize_with_options(part, options) {
        name if name.is_empty() => "x".to_owned(),
        name => name,
    }
}

/// The name, with a number where another file has it already: codes may differ by what file names lack.
pub fn free(stem: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(stem);
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places_become_plain() {
        assert_eq!(part("Xã Phước Thạnh"), "xa-phuoc-thanh");
        assert_eq!(part("Thị trấn Châu Thành"), "thi-tran-chau-thanh");
        assert_eq!(part("28846.03"), "28846.03");
    }

    #[test]
    fn two_codes_of_one_file_name_get_two_files() {
        let mut taken = HashSet::new();
        let stems = ["X 1", "x-1", "X.1"].map(|code| free(format!("roster-{}", part(code)), &mut taken));
        assert_eq!(stems, ["roster-x-1", "roster-x-1-2", "roster-x.1"]);
    }

    #[test]
    fn nothing_hostile_gets_through() {
        for hostile in
            ["../../etc", "CON", "con.txt", "a:b", "..", "", "\u{0}", "x\\y", "lpt1", "tên.", "-a", &"ấ".repeat(300)]
        {
            let name = part(hostile);
            assert!(!name.is_empty() && name.len() <= MAX_BYTES, "{hostile}");
            assert!(!name.contains(['/', '\\', ':']) && !name.contains(".."), "{hostile}: {name}");
            assert!(!name.ends_with('.') && !name.starts_with(['.', '-']), "{hostile}: {name}");
        }
        assert_eq!(part("CON"), "x");
    }
}
