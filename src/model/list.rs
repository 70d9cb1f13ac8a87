//! The nine lists an office keeps, and their columns: the one place that names them.

use Column::*;
use Use::*;

/// One of the nine lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Places.
    Units,
    /// People.
    Cadres,
    /// Who does what, where.
    Assignments,
    /// Accepted gaps.
    Vacancies,
    /// Numbers of seats that differ from the policy's.
    Seats,
    /// Numbered papers that assignments stand on.
    Decisions,
    /// When and where units meet every month.
    Meetings,
    /// Who came to which meeting.
    Attendance,
    /// What the grass roots report, and what was answered.
    Feedback,
}

/// What a column must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The column must be there, and every cell filled.
    Filled,
    /// The column must be there; cells may be empty.
    Present,
    /// The column may be missing; then what is known stays.
    Optional,
    /// For the reader: compared with the code beside it, or, in a list without codes, what names the unit or
    /// the cadre. Never stored.
    Context,
    /// Names a cadre in a list without codes, beside the name; or says what else a row does. Never written.
    Clue,
}

macro_rules! columns {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// A column of a list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Column {
            $(#[doc = concat!("`", $name, "`")] $variant),*
        }

        impl Column {
            /// Every column of every list.
            pub const ALL: &[Column] = &[$(Column::$variant),*];

            /// Its name in canonical files.
            pub fn name(self) -> &'static str {
                match self { $(Column::$variant => $name),* }
            }
        }
    };
}

columns! {
    Code "code", Name "name", Level "level", ParentCode "parent_code", Type "type", GroupCode "group_code",
    Households "households", From "from", To "to", Note "note",
    FullName "full_name", BirthYear "birth_year", Position "position", Organization "organization",
    HomeUnitCode "home_unit_code", Phone "phone", Status "status", StatusFrom "status_from", StatusBefore "status_before",
    CadreCode "cadre_code", UnitCode "unit_code", Duty "duty", DecisionNo "decision_no",
    Since "since", Until "until", Reason "reason", Min "min", Max "max",
    UnitName "unit_name", UnitPath "unit_path",
    Number "number", Day "day", Issuer "issuer", Signer "signer", Effective "effective", Replaces "replaces",
    Meeting "meeting", Rule "rule", Hour "hour", Place "place",
    Presence "presence", HouseholdsInvited "households_invited", HouseholdsPresent "households_present",
    RaisedBy "raised_by", Matter "matter", SentTo "sent_to", Due "due", Answered "answered", Answer "answer",
}

const UNITS: &[(Column, Use)] = &[
    (Code, Filled),
    (Name, Filled),
    (Level, Filled),
    (ParentCode, Present),
    (Type, Optional),
    (GroupCode, Optional),
    (Households, Optional),
    (From, Optional),
    (To, Optional),
    (Note, Optional),
    (UnitPath, Clue),
];

const CADRES: &[(Column, Use)] = &[
    (Code, Filled),
    (FullName, Filled),
    (BirthYear, Optional),
    (Position, Optional),
    (Organization, Optional),
    (Level, Filled),
    (HomeUnitCode, Filled),
    (Phone, Optional),
    (Status, Optional),
    (StatusFrom, Optional),
    (StatusBefore, Optional),
    (Note, Optional),
    (UnitName, Context),
    (UnitPath, Context),
];

const ASSIGNMENTS: &[(Column, Use)] = &[
    (CadreCode, Filled),
    (UnitCode, Filled),
    (Duty, Filled),
    (From, Filled),
    (To, Optional),
    (DecisionNo, Optional),
    (Note, Optional),
    (FullName, Context),
    (UnitName, Context),
    (UnitPath, Context),
    (BirthYear, Clue),
    (Organization, Clue),
    (Replaces, Clue),
];

const VACANCIES: &[(Column, Use)] = &[
    (UnitCode, Filled),
    (Duty, Filled),
    (Since, Filled),
    (Until, Optional),
    (Reason, Optional),
    (UnitName, Context),
    (UnitPath, Context),
];

const SEATS: &[(Column, Use)] =
    &[(UnitCode, Filled), (Duty, Filled), (Min, Filled), (Max, Optional), (UnitName, Context), (UnitPath, Context)];

const DECISIONS: &[(Column, Use)] = &[
    (Number, Filled),
    (Day, Filled),
    (Issuer, Optional),
    (Signer, Optional),
    (Effective, Optional),
    (Replaces, Optional),
    (Note, Optional),
];

const MEETINGS: &[(Column, Use)] = &[
    (UnitCode, Filled),
    (Meeting, Filled),
    (Rule, Filled),
    (Hour, Optional),
    (Place, Optional),
    (Note, Optional),
    (UnitName, Context),
    (UnitPath, Context),
];

const ATTENDANCE: &[(Column, Use)] = &[
    (UnitCode, Filled),
    (Meeting, Optional),
    (Day, Filled),
    (CadreCode, Optional),
    (Presence, Present),
    (Reason, Optional),
    (HouseholdsInvited, Optional),
    (HouseholdsPresent, Optional),
    (Note, Optional),
    (FullName, Context),
    (UnitName, Context),
    (UnitPath, Context),
    (BirthYear, Clue),
    (Organization, Clue),
];

const FEEDBACK: &[(Column, Use)] = &[
    (UnitCode, Filled),
    (Day, Filled),
    (RaisedBy, Optional),
    (Matter, Filled),
    (SentTo, Optional),
    (Due, Optional),
    (Answered, Optional),
    (Answer, Optional),
    (Note, Optional),
    (UnitName, Context),
    (UnitPath, Context),
];

impl Kind {
    /// Every list, in the order in which they build on one another.
    pub const ALL: [Kind; 9] = [
        Kind::Units,
        Kind::Cadres,
        Kind::Assignments,
        Kind::Vacancies,
        Kind::Seats,
        Kind::Decisions,
        Kind::Meetings,
        Kind::Attendance,
        Kind::Feedback,
    ];

    /// The lists that grow month by month and say nothing about who holds what: read only where they are asked for.
    pub const RECORDS: [Kind; 2] = [Kind::Attendance, Kind::Feedback];

    /// The name used on the command line and for files.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Units => "units",
            Kind::Cadres => "cadres",
            Kind::Assignments => "assignments",
            Kind::Vacancies => "vacancies",
            Kind::Seats => "seats",
            Kind::Decisions => "decisions",
            Kind::Meetings => "meetings",
            Kind::Attendance => "attendance",
            Kind::Feedback => "feedback",
        }
    }

    /// Its columns, in canonical order, context columns last.
    pub fn columns(self) -> &'static [(Column, Use)] {
        match self {
            Kind::Units => UNITS,
            Kind::Cadres => CADRES,
            Kind::Assignments => ASSIGNMENTS,
            Kind::Vacancies => VACANCIES,
            Kind::Seats => SEATS,
            Kind::Decisions => DECISIONS,
            Kind::Meetings => MEETINGS,
            Kind::Attendance => ATTENDANCE,
            Kind::Feedback => FEEDBACK,
        }
    }

    /// The columns without which it cannot be read; in a list without codes, names stand in for codes.
    pub fn required(self) -> impl Iterator<Item = Column> {
        self.columns().iter().filter(|(_, role)| matches!(role, Filled | Present)).map(|(column, _)| *column)
    }

    /// The columns that it has in a file, beside those that are read only to name something.
    pub fn written(self) -> impl Iterator<Item = (Column, Use)> {
        self.columns().iter().copied().filter(|(_, role)| *role != Clue)
    }

    /// The columns that are stored.
    pub fn stored(self) -> impl Iterator<Item = Column> {
        self.columns().iter().filter(|(_, role)| !matches!(role, Context | Clue)).map(|(column, _)| *column)
    }

    /// Columns that stand beside codes, or in their place.
    pub fn beside(self) -> impl Iterator<Item = Column> {
        self.columns().iter().filter(|(_, role)| matches!(role, Context | Clue)).map(|(column, _)| *column)
    }

    /// Whether a column holds the code of a unit or cadre of another row.
    pub fn points(self, column: Column) -> bool {
        match self {
            Kind::Units => matches!(column, ParentCode | GroupCode),
            Kind::Cadres => column == HomeUnitCode,
            Kind::Assignments | Kind::Attendance => matches!(column, CadreCode | UnitCode),
            Kind::Vacancies | Kind::Seats | Kind::Meetings | Kind::Feedback => column == UnitCode,
            Kind::Decisions => false,
        }
    }

    /// The columns that together name one row.
    pub fn key(self) -> &'static [Column] {
        match self {
            Kind::Units | Kind::Cadres => &[Code],
            Kind::Assignments => &[CadreCode, UnitCode, Duty, From],
            Kind::Vacancies => &[UnitCode, Duty, Since],
            Kind::Seats => &[UnitCode, Duty],
            Kind::Decisions => &[Number],
            Kind::Meetings => &[UnitCode, Meeting],
            Kind::Attendance => &[UnitCode, Meeting, Day, CadreCode],
            Kind::Feedback => &[UnitCode, Day, Matter],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_column_is_required_but_what_a_row_of_attendance_may_leave_out() {
        for kind in Kind::ALL {
            for column in kind.key() {
                let may_lack = kind == Kind::Attendance && matches!(column, Meeting | CadreCode);
                let role = if may_lack { Optional } else { Filled };
                assert!(kind.columns().contains(&(*column, role)), "{} {}", kind.name(), column.name());
            }
        }
    }
}
