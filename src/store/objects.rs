//! What there is in a database, by name and text: what this program makes, and what is found.

use rusqlite::{Connection, Result};

use super::schema::statements_of;
use super::seal::sha;

/// Name and text of something in a database, as SQLite keeps it.
pub type Object = (String, Option<String>);

/// What everything in a database of this program's version comes to, so that no database need be made to compare another
/// with; a test tells what it must be.
const FINGERPRINT: u128 = 0xb7f2_6a34_7a7c_19e7_dbca_2e72_d832_1e2a;

/// Whether these are what there is in a database of this program's version.
pub fn are_ours(found: &[Object]) -> bool {
    fingerprint(found) == FINGERPRINT
}

fn fingerprint(objects: &[Object]) -> u128 {
    let texts = objects.iter().flat_map(|(name, sql)| [name.as_str(), sql.as_deref().unwrap_or_default()]);
    let told: String = texts.map(|text| format!("{} {text}", text.len())).collect();
    sha(told.as_bytes())
}

/// Everything in a database of a version.
pub fn objects(version: i64) -> Result<Vec<Object>> {
    let made = Connection::open_in_memory()?;
    for statement in statements_of(version) {
        made.execute(statement, ())?;
    }
    objects_of(&made)
}

/// Everything in a database, beside what SQLite makes for itself.
pub fn objects_of(connection: &Connection) -> Result<Vec<Object>> {
    let query = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    let mut reading = connection.prepare(query)?;
    let objects = reading.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    objects.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema::VERSION;

    #[test]
    fn what_is_ours_is_known_by_its_fingerprint_and_nothing_else_is() {
        let ours = objects(VERSION).expect("all objects");
        assert_eq!(fingerprint(&ours), FINGERPRINT, "FINGERPRINT must be {:#x}", fingerprint(&ours));
        let mut more = ours.clone();
        more.push(("zz".to_owned(), None));
        let mut others = ours.clone();
        others[0].1.as_mut().expect("a statement").push(' ');
        assert!(are_ours(&ours) && !are_ours(&ours[1..]) && !are_ours(&more) && !are_ours(&others));
        for version in 1..VERSION {
            assert!(!are_ours(&objects(version).expect("all objects")), "{version}");
        }
    }
}
