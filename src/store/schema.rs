//! The tables, version by version. Tables are singular and hold integer keys; views are plural and show
//! the columns of the office's lists, with codes. Days are text, `YYYY-MM-DD`.

use super::indexes;

/// "PCNG": marks the file as ours.
pub const APPLICATION_ID: i64 = 0x5043_4E47;

/// The schema that this program writes.
pub const VERSION: i64 = STEPS.len() as i64;

/// What makes each version out of the one before it; the first out of nothing.
const STEPS: &[&[&str]] = &[FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH];

/// The tables and views of version 1.
const FIRST: &[&str] = &[
    "CREATE TABLE policy (id INTEGER PRIMARY KEY CHECK (id = 1), toml TEXT NOT NULL) STRICT",
    "CREATE TABLE level (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE duty (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    level_id INTEGER NOT NULL REFERENCES level,
    parent_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    group_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    type TEXT NOT NULL,
    households INTEGER,
    from_day TEXT,
    to_day TEXT,
    note TEXT NOT NULL
) STRICT",
    "CREATE TABLE cadre (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    full_name TEXT NOT NULL,
    birth_year INTEGER,
    position TEXT NOT NULL,
    organization TEXT NOT NULL,
    level_id INTEGER NOT NULL REFERENCES level,
    home_id INTEGER NOT NULL REFERENCES unit,
    phone TEXT NOT NULL,
    status TEXT NOT NULL,
    status_from TEXT,
    note TEXT NOT NULL
) STRICT",
    "CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    cadre_id INTEGER NOT NULL REFERENCES cadre,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    from_day TEXT NOT NULL,
    to_day TEXT,
    decision_no TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT",
    "CREATE TABLE vacancy (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    since_day TEXT NOT NULL,
    until_day TEXT,
    reason TEXT NOT NULL
) STRICT",
    "CREATE TABLE seat (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    min INTEGER NOT NULL,
    max INTEGER
) STRICT",
    "CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    as_of TEXT NOT NULL,
    user TEXT NOT NULL,
    machine TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE
) STRICT",
    "CREATE TABLE change_file (
    change_id INTEGER NOT NULL REFERENCES change,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT",
    "CREATE TABLE change_count (
    change_id INTEGER NOT NULL REFERENCES change,
    list TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    ended INTEGER NOT NULL
) STRICT",
    "CREATE VIEW units AS
SELECT u.code, u.name, level.code AS level, p.code AS parent_code, u.type, g.code AS group_code, u.households,
    u.from_day AS \"from\", u.to_day AS \"to\", u.note
FROM unit u JOIN level ON level.id = u.level_id
LEFT JOIN unit p ON p.id = u.parent_id LEFT JOIN unit g ON g.id = u.group_id",
    "CREATE VIEW cadres AS
SELECT c.code, c.full_name, c.birth_year, c.position, c.organization, level.code AS level,
    home.code AS home_unit_code, c.phone, c.status, c.status_from, c.note
FROM cadre c JOIN level ON level.id = c.level_id JOIN unit home ON home.id = c.home_id",
    "CREATE VIEW assignments AS
SELECT c.code AS cadre_code, u.code AS unit_code, duty.code AS duty, a.from_day AS \"from\", a.to_day AS \"to\",
    a.decision_no, a.note
FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = a.unit_id JOIN duty ON duty.id = a.duty_id",
    "CREATE VIEW vacancies AS
SELECT u.code AS unit_code, duty.code AS duty, v.since_day AS since, v.until_day AS until, v.reason
FROM vacancy v JOIN unit u ON u.id = v.unit_id JOIN duty ON duty.id = v.duty_id",
    "CREATE VIEW seats AS
SELECT u.code AS unit_code, duty.code AS duty, s.min, s.max
FROM seat s JOIN unit u ON u.id = s.unit_id JOIN duty ON duty.id = s.duty_id",
];

/// What came with version 2: the log keeps rows as they were, so that every change can be looked at and taken back;
/// a cadre's earlier statuses; which unit took another's place; closed months; decisions.
const SECOND: &[&str] = &[
    "ALTER TABLE change ADD COLUMN about TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE change ADD COLUMN undoes INTEGER REFERENCES change",
    "ALTER TABLE change ADD COLUMN keeps_rows INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE change_added (
    change_id INTEGER NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED,
    list TEXT NOT NULL,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    PRIMARY KEY (change_id, list, first_row)
) STRICT, WITHOUT ROWID",
    "CREATE TABLE change_before (
    change_id INTEGER NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED,
    list TEXT NOT NULL,
    row INTEGER NOT NULL,
    deed TEXT NOT NULL CHECK (deed IN ('edited', 'removed')),
    image TEXT NOT NULL,
    PRIMARY KEY (change_id, list, row)
) STRICT, WITHOUT ROWID",
    "CREATE INDEX change_before_by_row ON change_before (list, row, change_id)",
    "ALTER TABLE cadre ADD COLUMN status_before TEXT NOT NULL DEFAULT ''",
    "DROP VIEW cadres",
    "CREATE VIEW cadres AS
SELECT c.code, c.full_name, c.birth_year, c.position, c.organization, level.code AS level,
    home.code AS home_unit_code, c.phone, c.status, c.status_from, c.status_before, c.note
FROM cadre c JOIN level ON level.id = c.level_id JOIN unit home ON home.id = c.home_id",
    "CREATE TABLE succession (
    id INTEGER PRIMARY KEY,
    old_id INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    new_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    decision_no TEXT NOT NULL
) STRICT",
    "CREATE INDEX succession_by_old ON succession (old_id)",
    "CREATE INDEX succession_by_new ON succession (new_id)",
    "CREATE VIEW successions AS
SELECT old.code AS old_code, old.name AS old_name, new.code AS new_code, new.name AS new_name, s.day, s.is_whole,
    s.decision_no
FROM succession s JOIN unit old ON old.id = s.old_id LEFT JOIN unit new ON new.id = s.new_id",
    "CREATE TABLE closing (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL UNIQUE,
    change_id INTEGER NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED
) STRICT",
    "CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    issuer TEXT NOT NULL,
    signer TEXT NOT NULL,
    effective TEXT,
    replaces TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT",
    "CREATE VIEW decisions AS
SELECT number, day, issuer, signer, effective, replaces, note FROM decision",
    "CREATE UNIQUE INDEX decision_by_number ON decision (number)",
];

/// What came with version 3: the seal on the content.
const THIRD: &[&str] = &["CREATE TABLE seal (id INTEGER PRIMARY KEY CHECK (id = 1), sum TEXT NOT NULL) STRICT"];

/// What came with version 4: meetings.
const FOURTH: &[&str] = &[
    "CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    hour TEXT,
    place TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT",
    "CREATE UNIQUE INDEX meeting_by_unit ON meeting (unit_id, name)",
    "CREATE VIEW meetings AS
SELECT u.code AS unit_code, m.name AS meeting, m.rule, m.hour, m.place, m.note
FROM meeting m JOIN unit u ON u.id = m.unit_id",
];

/// What came with version 5: attendance and feedback.
const FIFTH: &[&str] = &[
    "CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    meeting TEXT NOT NULL,
    day TEXT NOT NULL,
    cadre_id INTEGER REFERENCES cadre,
    presence TEXT NOT NULL,
    reason TEXT NOT NULL,
    invited INTEGER,
    came INTEGER,
    note TEXT NOT NULL
) STRICT",
    "CREATE UNIQUE INDEX attendance_by_unit ON attendance (unit_id, day, meeting, coalesce(cadre_id, 0))",
    "CREATE INDEX attendance_by_cadre ON attendance (cadre_id)",
    "CREATE VIEW attendances AS
SELECT u.code AS unit_code, a.meeting, a.day, c.code AS cadre_code, a.presence, a.reason,
    a.invited AS households_invited, a.came AS households_present, a.note
FROM attendance a JOIN unit u ON u.id = a.unit_id LEFT JOIN cadre c ON c.id = a.cadre_id",
    "CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    day TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    matter TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    due TEXT,
    answered TEXT,
    answer TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT",
    "CREATE UNIQUE INDEX feedback_by_unit ON feedback (unit_id, day, matter)",
    "CREATE VIEW feedbacks AS
SELECT u.code AS unit_code, f.day, f.raised_by, f.matter, f.sent_to, f.due, f.answered, f.answer, f.note
FROM feedback f JOIN unit u ON u.id = f.unit_id",
];

/// What came with version 6: the index on groups, which few units have, is of those alone; the seal is made of faster
/// hashes, and has another name.
const SIXTH: &[&str] = &[
    "DROP INDEX IF EXISTS unit_by_group",
    "DROP TABLE seal",
    "CREATE TABLE seal (id INTEGER PRIMARY KEY CHECK (id = 1), xxh3 TEXT NOT NULL) STRICT",
];

/// The statements that lead from a version to this program's, in their order; from 0 on a new file.
pub fn statements(from: i64) -> impl Iterator<Item = &'static str> {
    let first = usize::try_from(from).unwrap_or_default();
    STEPS.iter().skip(first).flat_map(|step| step.iter().copied()).chain(indexes::statements(VERSION, from))
}

/// The statements that make a database of a version.
pub fn statements_of(version: i64) -> impl Iterator<Item = &'static str> {
    let steps = usize::try_from(version).unwrap_or_default();
    STEPS.iter().take(steps).flat_map(|step| step.iter().copied()).chain(indexes::statements(version, 0))
}
