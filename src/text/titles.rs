//! Titles that people hold (chức danh), found in their posts.

use unicode_normalization::char::is_combining_mark;

use super::fold::key;

/// Words before a title that make another one of it: a deputy's, a former holder's.
const OTHERS: [&str; 3] = ["phó", "nguyên", "cựu"];

/// Titles that are looked for, in their order.
pub struct Titles {
    wanted: Vec<Vec<String>>,
    others: Vec<String>,
}

impl Titles {
    /// Those of a list.
    pub fn new(titles: &[String]) -> Self {
        let wanted = titles.iter().map(|title| words(title)).collect();
        Titles { wanted, others: OTHERS.map(key).to_vec() }
    }

    /// Which of the titles, by its place in the list, a post has: the first. Small and capital letters, spaces and the
    /// ways to write one tone do not tell titles apart; "Phó Bí thư Chi bộ" is not "Bí thư Chi bộ".
    pub fn first_in(&self, post: &str) -> Option<usize> {
        let post = words(post);
        self.wanted.iter().position(|title| !title.is_empty() && self.holds(&post, title))
    }

    fn holds(&self, post: &[String], title: &[String]) -> bool {
        let starts = post.windows(title.len()).enumerate().filter(|(_, part)| *part == title);
        starts.map(|(at, _)| at).any(|at| at == 0 || !self.others.contains(&post[at - 1]))
    }
}

fn words(text: &str) -> Vec<String> {
    let key = key(text);
    let words = key.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_found_whole_however_it_is_written() {
        let titles = Titles::new(&["Bí thư Đảng ủy", "Bí thư Chi bộ", " "].map(str::to_owned));
        for (post, place) in [
            ("Bí thư Chi bộ kiêm Trưởng ấp", Some(1)),
            ("BÍ THƯ  chi bộ", Some(1)),
            ("Huyện ủy viên, Bí thư Đảng uỷ xã", Some(0)),
            ("Phó Chủ tịch - Bí thư Chi bộ", Some(1)),
            ("Phó Bí thư Chi bộ, Bí thư Chi bộ cơ quan", Some(1)),
            ("Phó Bí thư Chi bộ, Trưởng ấp", None),
            ("Nguyên Bí thư Đảng ủy", None),
            ("Bí thư Chi bội", None),
            ("Bí thư Đoàn", None),
            ("Bi thu Chi bo", None),
            ("", None),
        ] {
            assert_eq!(titles.first_in(post), place, "{post}");
        }
    }
}
