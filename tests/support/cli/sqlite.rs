//! Changing a closed case behind the program's back.

use std::path::Path;

use rusqlite::Connection;

/// Runs SQL on a closed case, as a person with another tool would.
pub fn tamper(case: &Path, sql: &str) {
    let connection = Connection::open(case).expect("any SQLite opens it");
    connection.execute_batch(sql).expect("the other tool may do this");
    connection.close().map_err(|(_, error)| error).expect("closes");
}
