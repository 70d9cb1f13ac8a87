//! The indexes on the tables that an import fills, version by version: a bulk load drops them, and makes them afterwards.

/// An index on such a table.
pub struct Index {
    /// The table.
    pub table: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// What makes it.
    pub statement: &'static str,
    /// The versions that have it, from the first to the last.
    versions: [i64; 2],
}

impl Index {
    const fn of(table: &'static str, name: &'static str, statement: &'static str) -> Self {
        Index { table, name, statement, versions: [1, i64::MAX] }
    }

    const fn since(self, first: i64) -> Self {
        Index { versions: [first, self.versions[1]], ..self }
    }

    const fn until(self, last: i64) -> Self {
        Index { versions: [self.versions[0], last], ..self }
    }

    fn is_in(&self, version: i64) -> bool {
        (self.versions[0]..=self.versions[1]).contains(&version)
    }
}

/// Those of all versions.
const ALL: &[Index] = &[
    Index::of("unit", "unit_by_code", "CREATE INDEX unit_by_code ON unit (code)"),
    Index::of("unit", "unit_by_parent", "CREATE INDEX unit_by_parent ON unit (parent_id)"),
    Index::of("unit", "unit_by_group", "CREATE INDEX unit_by_group ON unit (group_id)").until(5),
    Index::of("unit", "unit_by_group", "CREATE INDEX unit_by_group ON unit (group_id) WHERE group_id IS NOT NULL")
        .since(6),
    Index::of("cadre", "cadre_by_code", "CREATE UNIQUE INDEX cadre_by_code ON cadre (code)"),
    Index::of("cadre", "cadre_by_home", "CREATE INDEX cadre_by_home ON cadre (home_id)"),
    Index::of(
        "assignment",
        "assignment_by_unit",
        "CREATE UNIQUE INDEX assignment_by_unit ON assignment (unit_id, duty_id, cadre_id, from_day)",
    ),
    Index::of("assignment", "assignment_by_cadre", "CREATE INDEX assignment_by_cadre ON assignment (cadre_id)"),
    Index::of(
        "vacancy",
        "vacancy_by_unit",
        "CREATE UNIQUE INDEX vacancy_by_unit ON vacancy (unit_id, duty_id, since_day)",
    ),
    Index::of("seat", "seat_by_unit", "CREATE UNIQUE INDEX seat_by_unit ON seat (unit_id, duty_id)"),
];

/// The indexes of a version on a table.
pub fn on_table(table: &str, version: i64) -> impl Iterator<Item = &'static Index> + '_ {
    ALL.iter().filter(move |index| index.table == table && index.is_in(version))
}

/// The statements that make the indexes of a version, but for those that another one has already.
pub fn statements(version: i64, there: i64) -> impl Iterator<Item = &'static str> {
    let wanted = ALL.iter().filter(move |index| index.is_in(version) && !index.is_in(there));
    wanted.map(|index| index.statement)
}
