//! A file of answers: names in the column `asked` and the codes that they mean in the column `code`.

use std::collections::HashMap;

use anyhow::Result;
use csv::Reader;

use super::encoding::decode;
use crate::model::Text;
use crate::text::guard::unguard;

/// The names that are answered; rows without a code are not.
///
/// # Errors
/// When the file is no csv.
pub fn answers(bytes: &[u8]) -> Result<HashMap<String, Text>> {
    let text = decode(bytes, None);
    let mut reader = Reader::from_reader(&*text.bytes);
    let header = reader.headers()?.clone();
    let position = |name: &str| header.iter().position(|heading| heading.trim() == name);
    let (Some(asked), Some(code)) = (position("asked"), position("code")) else { return Ok(HashMap::new()) };
    let mut answers = HashMap::new();
    for row in reader.records() {
        let row = row?;
        let (asked, code) = (row.get(asked).unwrap_or(""), row.get(code).unwrap_or("").trim());
        if !code.is_empty() {
            answers.insert(unguard(asked).to_owned(), Text::from(unguard(code)));
        }
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_a_code_is_answered() {
        let text = "\u{FEFF}what,asked,code,candidates\r\nunits,\"Ấp 1, Xã A\",28801.01,x\r\ncadres,An,,\r\n";
        let answers = answers(text.as_bytes()).expect("csv");
        assert_eq!(answers.into_iter().collect::<Vec<_>>(), [("Ấp 1, Xã A".to_owned(), Text::from("28801.01"))]);
    }
}
