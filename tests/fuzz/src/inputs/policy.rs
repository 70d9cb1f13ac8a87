//! A policy as TOML: refused with a reason, or lists can be taken in under it, and it can follow and be followed.

use phancong::model::book::Book;
use phancong::model::policy::Policy;
use phancong::read::policy::{policy, succeeding};
use phancong::read::source::File;

use super::held::{IMPORT, file, looked_at, take_in, worded};
use crate::memory::{DAY, Office, POLICY};

/// Lists that suit the policies of tests.
const LISTS: [(&str, &str); 3] = [
    (
        "units.csv",
        "code,name,level,parent_code,households\nT,Tỉnh,province,,10\nX,Xã,commune,T,5\nA,Ấp,hamlet,X,5\nH,Huyện,district,,\n",
    ),
    (
        "cadres.csv",
        "code,full_name,level,home_unit_code\nC,Lê An,province,T\nD,Lê Bình,commune,X\nE,Võ Cúc,district,H\n",
    ),
    ("assignments.csv", "cadre_code,unit_code,duty,from\nC,X,lead,2022-01-01\nD,A,follow,2022-01-01\n"),
];

thread_local! {
    static LISTED: Vec<File> = LISTS.iter().map(|(name, text)| file(name, text.as_bytes())).collect();
    static OTHER: Policy = policy(POLICY, "policy.toml").expect("a sound policy");
}

/// Runs an input.
pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = match policy(text, "policy.toml") {
        Ok(read) => read,
        Err(findings) => {
            assert!(!findings.is_empty(), "refused without a reason");
            return worded(&Policy::default(), &findings);
        }
    };
    assert!(read.source == text, "its text is another one");
    let followed = policy(&succeeding(POLICY, &read, DAY), "policy.toml").map(|policy| policy.earlier.len());
    assert!(followed.is_ok_and(|earlier| earlier == read.earlier.len() + 1), "it cannot be followed");
    let follows = OTHER.with(|before| policy(&succeeding(text, before, DAY), "policy.toml"));
    assert!(follows.is_ok(), "it cannot follow");
    let mut office = Office { book: Book::new(read) };
    LISTED.with(|lists| {
        lists.iter().for_each(|list| {
            take_in(&mut office, std::slice::from_ref(list), IMPORT);
        })
    });
    looked_at(&office.book, DAY);
}
