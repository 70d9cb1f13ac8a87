//! Attendance: the sheet to fill in, who has not come for how long, which meetings were not held, and rates.

pub mod absences;
pub mod sheet;
pub mod turnout;
pub mod unheld;
