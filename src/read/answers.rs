//! A file of answers: names in the column `asked` and the codes that they mean in the column `code`.

use std::collections::HashMap;

use anyhow::Result;
use csv::ReaderBuilder;

use super::csv::told_delimiter;
use super::encoding::decode;
use crate::model::Text;
use crate::text::guard::unguard;

/// What may stand between the cells: Excel saves with what the computer's region uses.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The names that are answered; rows without a code are not. None when the file is no file of answers.
///
/// # Errors
/// When a row cannot be read.
pub fn answers(bytes: &[u8]) -> Result<Option<HashMap<String, Text>>> {
    let text = decode(bytes, None);
    let text = told_delimiter(&text.bytes).map_or(&*text.bytes, |(_, rest)| rest);
    for delimiter in DELIMITERS {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text);
        let header = reader.headers()?.clone();
        let position = |name: &str| header.iter().position(|heading| heading.trim() == name);
        let (Some(asked), Some(code)) = (position("asked"), position("code")) else { continue };
        let mut answers = HashMap::new();
        for row in reader.records() {
            let row = row?;
            let (asked, code) = (row.get(asked).unwrap_or(""), row.get(code).unwrap_or("").trim());
            if !code.is_empty() {
                answers.insert(unguard(asked).to_owned(), Text::from(unguard(code)));
            }
        }
        return Ok(Some(answers));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_a_code_is_answered() {
        for text in [
            "\u{FEFF}what,asked,code,candidates\r\nunits,\"Ấp 1, Xã A\",28801.01,x\r\ncadres,An,,\r\n",
            "\u{FEFF}what;asked;code;candidates\r\nunits;Ấp 1, Xã A;28801.01;x\r\ncadres;An;;\r\n",
            "sep=;\r\nwhat;asked;code\r\nunits;Ấp 1, Xã A;28801.01\r\n",
            "what\tasked\tcode\tcandidates\r\nunits\tẤp 1, Xã A\t28801.01\tx\r\n",
        ] {
            let answers = answers(text.as_bytes()).expect("csv").expect("answers");
            assert_eq!(answers.into_iter().collect::<Vec<_>>(), [("Ấp 1, Xã A".to_owned(), Text::from("28801.01"))]);
        }
    }

    #[test]
    fn another_list_is_no_file_of_answers() {
        assert_eq!(answers("code,name\n1,Xã A\n".as_bytes()).expect("csv"), None);
    }
}
