//! The tables whose rows a change may touch, in the order in which they build on one another, and the images of their
//! rows that the log keeps.
//!
//! The image of a row is the JSON array of its columns. A change keeps the images of the rows it edits or takes out as
//! they were, and the keys of the rows it adds: from these, every earlier state can be told.

use crate::model::list::Kind;

/// A table whose rows are kept by the log.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, the key first.
    pub columns: &'static [&'static str],
}

/// The policy, of one row.
pub const POLICY: Table = Table { name: "policy", columns: &["id", "toml"] };
/// Units.
pub const UNIT: Table = Table {
    name: "unit",
    columns: &[
        "id",
        "code",
        "name",
        "level_id",
        "parent_id",
        "group_id",
        "type",
        "households",
        "from_day",
        "to_day",
        "note",
    ],
};
/// Cadres.
pub const CADRE: Table = Table {
    name: "cadre",
    columns: &[
        "id",
        "code",
        "full_name",
        "birth_year",
        "position",
        "organization",
        "level_id",
        "home_id",
        "phone",
        "status",
        "status_from",
        "note",
        "status_before",
    ],
};
/// Assignments.
pub const ASSIGNMENT: Table = Table {
    name: "assignment",
    columns: &["id", "cadre_id", "unit_id", "duty_id", "from_day", "to_day", "decision_no", "note"],
};
/// Vacancies.
pub const VACANCY: Table =
    Table { name: "vacancy", columns: &["id", "unit_id", "duty_id", "since_day", "until_day", "reason"] };
/// Seat rules.
pub const SEAT: Table = Table { name: "seat", columns: &["id", "unit_id", "duty_id", "min", "max"] };
/// Which unit took another's place.
pub const SUCCESSION: Table =
    Table { name: "succession", columns: &["id", "old_id", "new_id", "day", "is_whole", "decision_no"] };
/// Months that are closed.
pub const CLOSING: Table = Table { name: "closing", columns: &["id", "month", "change_id"] };

/// Decisions.
pub const DECISION: Table =
    Table { name: "decision", columns: &["id", "number", "day", "issuer", "signer", "effective", "replaces", "note"] };

/// Meetings of every month.
pub const MEETING: Table =
    Table { name: "meeting", columns: &["id", "unit_id", "name", "rule", "hour", "place", "note"] };

/// Who came to which meeting.
pub const ATTENDANCE: Table = Table {
    name: "attendance",
    columns: &["id", "unit_id", "meeting", "day", "cadre_id", "presence", "reason", "invited", "came", "note"],
};

/// What the grass roots report.
pub const FEEDBACK: Table = Table {
    name: "feedback",
    columns: &["id", "unit_id", "day", "raised_by", "matter", "sent_to", "due", "answered", "answer", "note"],
};

/// Every table, those first that others point to.
pub const ALL: &[&Table] = &[
    &POLICY,
    &UNIT,
    &CADRE,
    &ASSIGNMENT,
    &VACANCY,
    &SEAT,
    &SUCCESSION,
    &CLOSING,
    &DECISION,
    &MEETING,
    &ATTENDANCE,
    &FEEDBACK,
];

/// Codes of the policy's levels and duties.
pub const CODES: &[&Table] =
    &[&Table { name: "level", columns: &["id", "code"] }, &Table { name: "duty", columns: &["id", "code"] }];

/// The log of changes; the first column of each table is the number of the change.
pub const LOG: &[&Table] = &[
    &Table {
        name: "change",
        columns: &["id", "at", "command", "about", "undoes", "keeps_rows", "as_of", "user", "machine", "token"],
    },
    &Table { name: "change_file", columns: &["change_id", "name", "size", "sha256"] },
    &Table { name: "change_count", columns: &["change_id", "list", "rows", "added", "changed", "ended"] },
    &Table { name: "change_added", columns: &["change_id", "list", "first_row", "last_row"] },
    &Table { name: "change_before", columns: &["change_id", "list", "row", "deed", "image"] },
];

impl Table {
    /// The table of a list.
    pub fn of(list: Kind) -> &'static Table {
        match list {
            Kind::Units => &UNIT,
            Kind::Cadres => &CADRE,
            Kind::Assignments => &ASSIGNMENT,
            Kind::Vacancies => &VACANCY,
            Kind::Seats => &SEAT,
            Kind::Decisions => &DECISION,
            Kind::Meetings => &MEETING,
            Kind::Attendance => &ATTENDANCE,
            Kind::Feedback => &FEEDBACK,
        }
    }

    /// Its columns, for a query.
    pub fn selected(&self) -> String {
        self.columns.join(", ")
    }

    /// The expression that makes the image of a row.
    pub fn image(&self) -> String {
        format!("json_array({})", self.selected())
    }

    /// The columns out of an image.
    pub fn columns_of_image(&self) -> String {
        let columns = self.columns.iter().enumerate();
        columns.map(|(at, name)| format!("json_extract(image, '$[{at}]') AS {name}")).collect::<Vec<_>>().join(", ")
    }

    /// Adds a row; the columns are numbered from 1, the key first.
    pub fn insert(&self) -> String {
        self.adding(self.columns)
    }

    /// Adds a row after the last, with the key that comes next; the columns are numbered from 1, without the key.
    pub fn append(&self) -> String {
        self.adding(&self.columns[1..])
    }

    fn adding(&self, columns: &[&str]) -> String {
        let places: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.name, columns.join(", "), places.join(", "))
    }

    /// Changes a row; the columns are numbered as in [`Self::insert`].
    pub fn update(&self) -> String {
        let set: Vec<String> =
            self.columns.iter().zip(1..).skip(1).map(|(column, at)| format!("{column} = ?{at}")).collect();
        format!("UPDATE {} SET {} WHERE id = ?1", self.name, set.join(", "))
    }

    /// Keeps the image of the row ?2 as it is before the change ?1, which does ?3 to it; the first image counts.
    pub fn keep_image(&self) -> String {
        let (name, image) = (self.name, self.image());
        format!(
            "INSERT OR IGNORE INTO change_before (change_id, list, row, deed, image)
            SELECT ?1, '{name}', id, ?3, {image} FROM {name} WHERE id = ?2"
        )
    }

    /// The rows with keys from ?1 to ?2.
    pub fn rows_between(&self) -> String {
        format!("SELECT {} FROM {} WHERE id BETWEEN ?1 AND ?2 ORDER BY id", self.selected(), self.name)
    }

    /// The rows as they are, or as they were after a change.
    pub fn rows(&self, after: Option<i64>) -> String {
        let (name, columns) = (self.name, self.selected());
        let Some(after) = after else { return format!("SELECT {columns} FROM {name} ORDER BY id") };
        // Of what later changes did to a row, the first tells how it was: added then, or with these cells before.
        format!(
            "SELECT {columns} FROM {name} now
            WHERE NOT EXISTS (SELECT 1 FROM change_before b
                WHERE b.list = '{name}' AND b.row = now.id AND b.change_id > {after})
            AND NOT EXISTS (SELECT 1 FROM change_added a
                WHERE a.list = '{name}' AND a.change_id > {after} AND now.id BETWEEN a.first_row AND a.last_row)
            UNION ALL
            SELECT {} FROM change_before b WHERE b.list = '{name}' AND b.change_id > {after}
            AND NOT EXISTS (SELECT 1 FROM change_before x WHERE x.list = b.list AND x.row = b.row
                AND x.change_id > {after} AND x.change_id < b.change_id)
            AND NOT EXISTS (SELECT 1 FROM change_added a WHERE a.list = b.list AND a.change_id > {after}
                AND a.change_id < b.change_id AND b.row BETWEEN a.first_row AND a.last_row)
            ORDER BY 1",
            self.columns_of_image()
        )
    }
}
