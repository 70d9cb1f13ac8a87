//! Days of every month and hours, as offices write them: "thứ Bảy tuần thứ hai", "mùng 8", "19 giờ 30".

use jiff::civil::{Time, Weekday};

use crate::model::meeting::{COUNTS, LAST, Rule, WEEKDAYS};
use crate::text::fold::plain;

/// Weekdays in Vietnamese, folded, with their short forms.
const VIETNAMESE: [(&[&str], Weekday); 7] = [
    (&["thu hai", "thu 2", "t2"], Weekday::Monday),
    (&["thu ba", "thu 3", "t3"], Weekday::Tuesday),
    (&["thu tu", "thu 4", "t4"], Weekday::Wednesday),
    (&["thu nam", "thu 5", "t5"], Weekday::Thursday),
    (&["thu sau", "thu 6", "t6"], Weekday::Friday),
    (&["thu bay", "thu 7", "t7"], Weekday::Saturday),
    (&["chu nhat", "cn"], Weekday::Sunday),
];

/// How Vietnamese counts the weeks of a month, folded.
const COUNTED: [&[&str]; 5] = [
    &["dau tien", "dau", "thu nhat", "thu 1", "1", "nhat"],
    &["thu hai", "thu 2", "2", "hai"],
    &["thu ba", "thu 3", "3", "ba"],
    &["thu tu", "thu 4", "4", "tu"],
    &["cuoi cung", "cuoi"],
];

/// The rule that a text means.
pub fn rule(text: &str) -> Option<Rule> {
    let folded = plain(text.trim());
    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let day = ["ngay mung ", "ngay ", "mung ", "mong ", "day "].iter().find_map(|word| folded.strip_prefix(word));
    if let Some(rule) = day.unwrap_or(&folded).trim_end_matches(" hang thang").parse().ok().and_then(of_number) {
        return Some(rule);
    }
    english(&folded).or_else(|| vietnamese(&folded))
}

fn of_number(number: u8) -> Option<Rule> {
    (1..=31).contains(&number).then_some(Rule::Day(number))
}

fn english(folded: &str) -> Option<Rule> {
    let (count, weekday) = folded.split_once(' ')?;
    let ordinals = ["1st", "2nd", "3rd", "4th", "last"];
    let count = (0..COUNTS.len()).find(|at| COUNTS[*at] == count || ordinals[*at] == count)?;
    let (_, weekday) = WEEKDAYS.iter().find(|(name, _)| name.to_lowercase() == weekday)?;
    Some(Rule::Weekday(u8::try_from(count + 1).ok()?, *weekday))
}

/// "thứ Bảy tuần thứ hai", "thứ bảy tuần 2", "chủ nhật cuối tháng", "CN đầu tiên".
fn vietnamese(folded: &str) -> Option<Rule> {
    let (rest, weekday) = VIETNAMESE.iter().find_map(|(names, weekday)| {
        let rest = names.iter().find_map(|name| folded.strip_prefix(name).filter(|rest| rest.starts_with(' ')))?;
        Some((rest.trim(), *weekday))
    })?;
    let rest = rest.strip_prefix("cua ").unwrap_or(rest);
    let rest = rest.strip_prefix("tuan ").unwrap_or(rest);
    let rest = ["trong thang", "hang thang", "cua thang", "thang"]
        .iter()
        .find_map(|end| rest.strip_suffix(end))
        .unwrap_or(rest)
        .trim();
    let count = COUNTED.iter().position(|words| words.contains(&rest))?;
    Some(Rule::Weekday(u8::try_from(count + 1).ok()?.min(LAST), weekday))
}

/// The hour that a text means: "19:30", "19h30", "19h", "19 giờ 30", "7 giờ 30 phút".
pub fn hour(text: &str) -> Option<Time> {
    let folded = plain(text.trim());
    let folded = folded.trim_end_matches("phut").trim();
    let numbers: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let words: String = folded.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
    let [hour, minute] = match (words.as_str(), &numbers[..]) {
        // "7.3" may be what a spreadsheet made of 7.30.
        (":" | ".", [hour, minute]) if minute.len() == 2 => [*hour, *minute],
        ("h" | "g" | "gio", [hour, minute]) => [*hour, *minute],
        ("::", [hour, minute, "00"]) => [*hour, *minute],
        ("h" | "g" | "gio", [hour]) => [*hour, "0"],
        _ => return None,
    };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_as_offices_write_them() {
        let saturday = Some(Rule::Weekday(2, Weekday::Saturday));
        for text in
            ["second Saturday", "2nd saturday", "thứ Bảy tuần thứ hai", "thứ 7 tuần 2", "Thứ bảy  tuần hai hàng tháng"]
        {
            assert_eq!(rule(text), saturday, "{text}");
        }
        for text in ["last Sunday", "Chủ nhật cuối tháng", "CN tuần cuối", "chủ nhật cuối cùng của tháng"]
        {
            assert_eq!(rule(text), Some(Rule::Weekday(LAST, Weekday::Sunday)), "{text}");
        }
        for text in ["8", "08", "ngày 8", "mùng 8", "Ngày 08 hàng tháng", "day 8"] {
            assert_eq!(rule(text), Some(Rule::Day(8)), "{text}");
        }
        for text in ["", "0", "32", "thứ tám tuần 1", "thứ hai", "sáng thứ hai", "30 tháng 2", "hai Saturday"]
        {
            assert_eq!(rule(text), None, "{text}");
        }
    }

    #[test]
    fn hours_as_offices_write_them() {
        let half = Time::new(19, 30, 0, 0).ok();
        for text in ["19:30", "19h30", "19 giờ 30", "19 giờ 30 phút", "19H30", "19:30:00", "19.30"] {
            assert_eq!(hour(text), half, "{text}");
        }
        assert_eq!(hour("7h"), Time::new(7, 0, 0, 0).ok());
        for text in ["", "25:00", "7", "sáng", "7h61", "7 giờ tối", "7.3", "19.5", "7:3"] {
            assert_eq!(hour(text), None, "{text}");
        }
    }
}
