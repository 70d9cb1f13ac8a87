//! A policy's text with something added that is to be remembered; the rest stays as the office wrote it.

/// A policy's text with lines added to one of its tables; everything else stays as the office wrote it.
pub fn with_lines(text: &str, table: &str, pairs: &[(&str, &str)]) -> String {
    if pairs.is_empty() {
        return text.to_owned();
    }
    let (text, earlier) = super::policy::parts(text);
    let earlier = if earlier.is_empty() { String::new() } else { format!("\n{earlier}") };
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let is_known = |line: &str, key: &str| line.split_once('=').is_some_and(|(own, _)| own.trim() == quoted(key));
    let lines: String = pairs.iter().map(|(key, value)| format!("{} = {}\n", quoted(key), quoted(value))).collect();
    let head = format!("[{table}]");
    let Some(at) = text.lines().position(|line| line.trim() == head) else {
        return format!("{}\n\n{head}\n{lines}{earlier}", text.trim_end());
    };
    let old: Vec<&str> = text.lines().collect();
    let (above, below) = old.split_at(at + 1);
    let kept = below.iter().filter(|line| !pairs.iter().any(|(key, _)| is_known(line, key)));
    let below: String = kept.map(|line| format!("{line}\n")).collect();
    format!("{}\n{lines}{below}{}", above.join("\n"), earlier.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_go_into_their_table_and_nothing_else_changes() {
        let text = "name = \"x\" # tên\n\n[columns]\n\"A\" = \"code\"\n[names]\n";
        let added = with_lines(text, "columns", &[("Đ/c", "full_name"), ("A", "name")]);
        let right = "name = \"x\" # tên\n\n[columns]\n\"Đ/c\" = \"full_name\"\n\"A\" = \"name\"\n[names]\n";
        assert_eq!(added, right);
        assert_eq!(with_lines("a = 1", "names", &[("An", "CB1")]), "a = 1\n\n[names]\n\"An\" = \"CB1\"\n");
    }
}
