//! A database of an earlier version to one of this program's: backed up first, then changed whole or not at all.

use std::path::{Path, PathBuf};

use anyhow::Result;
use rusqlite::{Connection, TransactionBehavior};

use super::backup::backup;
use super::failure::Failure;
use super::open::check_to_upgrade;
use super::schema::{VERSION, statements};
use super::seal;

/// The most backups beside one database whose names are tried.
const MOST_BACKUPS: u32 = 100;

/// Upgrades; gives the file that holds the database as it was.
pub fn upgrade(connection: &mut Connection, path: &Path, version: i64) -> Result<PathBuf> {
    let wrap = |err| Failure::wrap(err, path);
    if connection.is_readonly("main").map_err(wrap)? {
        return Err(Failure::ReadOnly(path.to_owned()).into());
    }
    let kept = kept(connection, path, version)?;
    connection.pragma_update(None, "journal_mode", "TRUNCATE").map_err(wrap)?;
    let upgrading = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrap)?;
    let found: i64 = upgrading.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(wrap)?;
    // Another program may have been faster.
    if found == version {
        if let Err(refused) = check_to_upgrade(&upgrading, path, version) {
            // Nothing is written yet: there is nothing of before to be kept.
            let _ = std::fs::remove_file(&kept);
            return Err(refused);
        }
        for statement in statements(version) {
            upgrading.execute(statement, ()).map_err(wrap)?;
        }
        seal::seal(&upgrading, VERSION).map_err(wrap)?;
        upgrading.pragma_update(None, "user_version", VERSION).map_err(wrap)?;
    }
    upgrading.commit().map_err(wrap)?;
    Ok(kept)
}

/// Makes the copy of before; where another program takes the name meanwhile, under the next.
fn kept(connection: &Connection, path: &Path, version: i64) -> Result<PathBuf> {
    loop {
        let name = free_name(path, &format!("v{version}"))?;
        match backup(connection, &name) {
            Err(err) if matches!(err.downcast_ref(), Some(Failure::Exists(_))) => {}
            made => return made.map(|()| name),
        }
    }
}

/// The first name beside the database that is not taken: `phancong.db.v1`, `phancong.db.v1-2` and so on.
pub fn free_name(path: &Path, ending: &str) -> Result<PathBuf> {
    let name = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{ending}"));
        if number > 1 {
            name.push(format!("-{number}"));
        }
        PathBuf::from(name)
    };
    let free = (1..=MOST_BACKUPS).map(name).find(|name| !name.exists());
    free.ok_or_else(|| Failure::Exists(name(MOST_BACKUPS)).into())
}
