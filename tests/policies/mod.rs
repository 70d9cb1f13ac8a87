//! Policies for tests and benchmarks, put together from levels and duties.

use std::fmt::Write;

/// Code, Vietnamese name and further lines of each level, then code, unit, cadres (as TOML) and further lines of each duty.
pub fn policy(levels: &[[&str; 3]], duties: &[[&str; 4]], load: &[i64]) -> String {
    let mut text = "name = \"Quy định\"\noffice = \"Ban Tổ chức\"\n".to_owned();
    for [code, name, more] in levels {
        write!(text, "[[level]]\ncode = \"{code}\"\nname = {{ vi = \"{name}\", en = \"{code}\" }}\n{more}\n")
            .expect("to memory");
    }
    for [code, unit, cadres, more] in duties {
        write!(text, "[[duty]]\ncode = \"{code}\"\nname = {{ vi = \"Phụ trách {code}\", en = \"Holds a {code}\" }}\n")
            .expect("to memory");
        write!(text, "unit = \"{unit}\"\ncadre = {cadres}\n{more}\n").expect("to memory");
    }
    let costs = "own_unit = 0\nsame_parent = 100\nsame_within = 300\nelsewhere = 1000\nreturning = 50";
    write!(text, "[propose]\n{costs}\nload = {load:?}\n").expect("to memory");
    text
}
