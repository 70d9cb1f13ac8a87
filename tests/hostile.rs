//! Hostile input: whatever the bytes are, reading ends, nothing panics, and what is refused changes nothing.

mod memory;

use memory::{Office, POLICY};
use phancong::model::list::Kind;
use phancong::read::policy::policy;
use proptest::prelude::*;

const LISTS: [(Kind, &str); 7] = [
    (
        Kind::Units,
        "code,name,level,parent_code,households,from,to\nT,Tỉnh,province,,10,,\nX,Xã,commune,T,5,,2022-01-31\n",
    ),
    (Kind::Cadres, "code,full_name,birth_year,level,home_unit_code,status\nC,Lê An,1980,province,T,active\n"),
    (Kind::Assignments, "cadre_code,unit_code,duty,from,to\nC,X,lead,2022-01-01,\n"),
    (Kind::Vacancies, "unit_code,duty,since,until\nX,lead,2022-01-01,2022-12-31\n"),
    (Kind::Seats, "unit_code,duty,min,max\nX,lead,1,2\n"),
    (Kind::Meetings, "unit_code,meeting,rule,hour,place\nX,Họp,second Saturday,19:30,Nhà\n"),
    (Kind::Decisions, "number,day,effective,replaces\n1-QĐ,2022-01-01,2022-01-15,9-QĐ\n"),
];

/// Bytes that a sound list becomes by a few random cuts, flips and insertions.
fn damaged() -> impl Strategy<Value = Vec<(Kind, Vec<u8>)>> {
    let edit = (any::<prop::sample::Index>(), any::<u8>(), 0u8..3);
    let edits = prop::collection::vec((0usize..LISTS.len(), edit), 0..12);
    edits.prop_map(|edits| {
        let mut files: Vec<_> = LISTS.iter().map(|(kind, text)| (*kind, text.as_bytes().to_vec())).collect();
        for (file, (at, byte, deed)) in edits {
            let bytes = &mut files[file].1;
            if bytes.is_empty() {
                continue;
            }
            let at = at.index(bytes.len());
            match deed {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn damaged_lists_are_read_or_refused(files in damaged()) {
        Office::new(POLICY).take_in(&files);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0usize..LISTS.len()) {
        let mut office = Office::new(POLICY);
        let before = office.export(Kind::Units, false);
        office.take_in(&[(LISTS[kind].0, bytes)]);
        prop_assert!(office.export(Kind::Units, false).starts_with(&before));
    }

    #[test]
    fn any_text_is_a_policy_or_refused(text in "\\PC{0,200}", at in any::<prop::sample::Index>()) {
        let _ = policy(&text, "policy.toml");
        let cut = (0..=POLICY.len()).filter(|cut| POLICY.is_char_boundary(*cut)).collect::<Vec<_>>();
        let at = cut[at.index(cut.len())];
        let _ = policy(&format!("{}{text}{}", &POLICY[..at], &POLICY[at..]), "policy.toml");
    }
}

#[test]
fn sound_lists_are_sound() {
    let files: Vec<_> = LISTS.iter().map(|(kind, text)| (*kind, text.as_bytes().to_vec())).collect();
    Office::new(POLICY).import(&files);
}

#[test]
fn a_deep_tree_and_long_circles_end() {
    let mut text = String::from("code,name,level,parent_code\n");
    for at in 0..20_000 {
        text.push_str(&format!("U{at},Đơn vị {at},commune,U{}\n", (at + 1) % 20_000));
    }
    let (_, findings) = Office::new(POLICY).take_in(&[(Kind::Units, text.into_bytes())]);
    assert!(!findings.is_empty());
}
