//! Attendance: by unit, meeting, day and cadre. A code means the unit, and whoever held something there, of the day of
//! the meeting. What is told of a day stays: `sync` takes nothing away.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Merging;
use super::table::{Table, first_at, repeated};
use crate::model::Text;
use crate::model::attendance::{Attendance, Presence};
use crate::model::book::Book;
use crate::model::change::Deed;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::holdings::Holdings;
use crate::model::id::{CadreId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{AttendanceRow, Listed, Named, Source};
use crate::text::fold::key;
use crate::text::nearest::nearest;
use crate::text::windows::window_of;

/// A meeting of a day: whose, its name as [`key`] has it, when.
type Met = (UnitId, String, Day);
type Key = (Met, Option<CadreId>);

impl Merging<'_> {
    /// Merges the rows of all lists of attendance.
    pub fn attendance(&mut self) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.attendance);
        let mut change = std::mem::take(&mut self.change.attendance);
        change.rows = lists.attendance.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.attendance.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((met(row), row.cadre), at)));
        let told = if lists.attendance.is_empty() { Told::default() } else { Told::of(&self.book, &rows) };
        let mut table = Table::new(&mut rows, &mut change, self.book.last_rows().attendance);
        for listed in &lists.attendance {
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let Some((unit, meeting, cadre)) = self.of_whom(listed, &told) else {
                self.leave_out(Kind::Attendance);
                continue;
            };
            self.compare(listed, listed.row.context.as_deref(), unit, cadre);
            let result = self.lay_attendance(&mut table, listed, (unit, meeting, cadre), &mut keys);
            self.findings.extend(result.err().into_iter().flatten());
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.attendance, self.change.attendance) = (rows, change);
        self.report_not_held(&named_at);
        if self.stamps.has(Kind::Attendance) {
            self.remove_attendance(&named_at);
        }
    }

    /// Whose meeting a row tells of, what it is called, and of which cadre; everything that is wrong is reported.
    fn of_whom(&mut self, listed: &Listed<AttendanceRow>, told: &Told) -> Option<(UnitId, Text, Option<CadreId>)> {
        let (source, row) = (self.lists.source(listed), &listed.row);
        let at = |column| source.place(listed.at, column);
        let is_to_come = row.day > self.how.today;
        if is_to_come {
            let finding = Finding::new("day-to-come", Severity::Error).value(&row.day.to_string());
            self.findings.push(finding.arg("day", row.day).place(at(Column::Day)));
        }
        let unit = self.codes.unit_on(&self.book.units, &row.unit_code, row.day);
        if unit.is_none() {
            self.report_unknown_unit(source, listed.at, (Column::UnitCode, &row.unit_code), row.day);
        }
        let named = unit.map(|unit| self.meeting_named(unit, row, told));
        let named = named.transpose().unwrap_or_else(|finding| {
            self.findings.push(finding.place(at(Column::Meeting)));
            None
        });
        let cadre = self.codes.cadre(&self.book.cadres, &row.cadre_code);
        if cadre.is_none() && !row.cadre_code.is_empty() {
            if !self.is_refused_cadre(&row.cadre_code) {
                let finding = self.unknown_cadre(&row.cadre_code);
                self.findings.push(finding.place(at(Column::CadreCode)));
            }
            return None;
        }
        if let (Some(unit), Some(cadre)) = (unit, cadre)
            && told.holdings.on(&self.book, unit, cadre, row.day).next().is_none()
            && !told.days.contains(&(unit, row.day, cadre))
        {
            let finding = Finding::new("attendance-not-assigned", Severity::Error).value(&row.cadre_code);
            let name = &self.book.cadre(cadre).full_name;
            let finding = finding.cadre(&row.cadre_code).unit(&row.unit_code).arg("name", name).arg("day", row.day);
            self.findings.push(finding.arg("place", self.book.path(unit)).place(at(Column::CadreCode)));
            return None;
        }
        Some((unit?, named?, cadre)).filter(|_| !is_to_come)
    }

    /// What a row calls the meeting of its unit: a window by its name in the policy's language, another meeting as the
    /// list of meetings has it; without a name, the only meeting that the unit has.
    fn meeting_named(&self, unit: UnitId, row: &AttendanceRow, told: &Told) -> Result<Text, Box<Finding>> {
        let policy = self.book.policy.on(row.day);
        let level = self.book.unit(unit).level;
        let name_of = |at: usize| Text::from(policy.windows[at].name.in_lang(policy.lang));
        let windows: Vec<usize> = (0..policy.windows.len()).filter(|at| policy.windows[*at].unit == level).collect();
        let own = told.meetings.get(&unit).into_iter().flatten().map(|at| &self.book.meetings[*at]);
        let known: Vec<Text> =
            windows.iter().map(|at| name_of(*at)).chain(own.clone().map(|meeting| meeting.name.clone())).collect();
        // Nobody said when such units meet, as of most teams: then they meet as the list has it.
        if known.is_empty() {
            return Ok(row.meeting.clone());
        }
        if row.meeting.is_empty() {
            return match &known[..] {
                [only] => Ok(only.clone()),
                _ => Err(Box::new(Finding::new("cell-empty", Severity::Error).arg("name", Column::Meeting.name()))),
            };
        }
        if let Some(window) = window_of(policy, &row.meeting, level) {
            return Ok(name_of(window));
        }
        let wanted = key(&row.meeting);
        if let Some(meeting) = own.into_iter().find(|meeting| key(&meeting.name) == wanted) {
            return Ok(meeting.name.clone());
        }
        if let Some(name) = told.names.get(&(unit, wanted)) {
            return Ok(name.clone());
        }
        let near = nearest(&row.meeting, known.iter().map(Text::as_str)).map(str::to_owned);
        let finding = Finding::new("meeting-unknown", Severity::Error).value(&row.meeting).unit(&row.unit_code);
        let listed = known.iter().map(Text::as_str).collect::<Vec<_>>().join("; ");
        Err(Box::new(finding.nearest(near).arg("place", self.book.path(unit)).arg("known", listed)))
    }

    fn lay_attendance(
        &self,
        table: &mut Table<Attendance>,
        listed: &Listed<AttendanceRow>,
        (unit, meeting, cadre): (UnitId, Text, Option<CadreId>),
        keys: &mut HashMap<Key, usize>,
    ) -> Result<(), Vec<Finding>> {
        let source = self.lists.source(listed);
        let (row, at) = (&listed.row, listed.at);
        let key: Key = ((unit, key(&meeting), row.day), cadre);
        let Some(position) = keys.get(&key).copied() else {
            keys.insert(key, table.next());
            let free = table.free(|row| row.row);
            let plain = Attendance::plain(free, (unit, meeting, row.day), cadre, row.presence);
            return self.add(table, listed, attendance_of(source, row, plain));
        };
        let written = || {
            let parts = [row.unit_code.as_str(), &meeting, &row.day.to_string(), &row.cadre_code].map(str::to_owned);
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let attendance = attendance_of(source, row, table.row(position).clone());
        if let Some(first) = table.first_named(position) {
            // Households may stand on several rows of one meeting.
            if cadre.is_none() && attendance == *table.row(position) {
                table.pass_over();
                return Ok(());
            }
            return Err(vec![repeated(self.lists, listed, first, &written())]);
        }
        let place = || source.place(at, Column::UnitCode);
        let known = |known: Finding| known.value(&written()).place(place());
        self.lay(table, listed, (position, attendance, Deed::Changed), known)
    }

    /// Reports rows that tell of people or households at a meeting that another row says was not held, or the other way
    /// round, where these are known already.
    fn report_not_held(&mut self, named_at: &[Option<Named>]) {
        let rows = &self.book.attendance;
        let mut not_held: BTreeMap<Met, usize> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.presence == Presence::NotHeld) {
            not_held.insert(met(row), at);
        }
        if not_held.is_empty() {
            return;
        }
        let told = |at: usize| named_at.get(at).copied().flatten();
        let mut found = Vec::new();
        let mut is_turned = HashSet::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.presence != Presence::NotHeld) {
            let Some(other) = not_held.get(&met(row)).copied() else { continue };
            let Some(named) = told(at).or_else(|| told(other).filter(|_| is_turned.insert(other))) else { continue };
            let source = &self.lists.sources[usize::from(named.source)];
            let finding = Finding::new("attendance-without-meeting", Severity::Error).value(&row.meeting);
            let finding = finding.arg("place", self.book.path(row.unit)).arg("day", row.day);
            let finding = match (told(at), told(other)) {
                (Some(_), Some(first)) => first_at(finding, self.lists, named, first),
                (Some(_), None) => finding.arg("file", "known").arg("first", ""),
                (None, _) => finding.arg("file", "turned").arg("first", ""),
            };
            found.push(finding.place(source.place(named.at, Column::Presence)));
        }
        self.findings.extend(found);
    }
}

/// What is known of meetings and of those who have to come to them. What was told once may be told again, also where
/// the meeting is held no more, or what somebody held was corrected since.
#[derive(Default)]
struct Told {
    holdings: Holdings,
    /// Positions of the meetings of each unit.
    meetings: HashMap<UnitId, Vec<usize>>,
    /// The meetings of which something is told already.
    names: HashMap<(UnitId, String), Text>,
    /// Of whom something is told already, where and when.
    days: HashSet<(UnitId, Day, CadreId)>,
}

impl Told {
    fn of(book: &Book, known: &[Attendance]) -> Self {
        let mut told = Told { holdings: Holdings::of(book), ..Told::default() };
        for (at, meeting) in book.meetings.iter().enumerate() {
            told.meetings.entry(meeting.unit).or_default().push(at);
        }
        for row in known {
            told.names.entry((row.unit, key(&row.meeting))).or_insert_with(|| row.meeting.clone());
            told.days.extend(row.cadre.map(|cadre| (row.unit, row.day, cadre)));
        }
        told
    }
}

fn met(row: &Attendance) -> Met {
    (row.unit, key(&row.meeting), row.day)
}

/// The attendance as the row says; what the file has no column for stays as it was.
fn attendance_of(source: &Source, row: &AttendanceRow, before: Attendance) -> Attendance {
    let mut attendance = Attendance { presence: row.presence, ..before };
    if source.has(Column::Reason) {
        attendance.reason = row.reason.clone();
    }
    if source.has(Column::HouseholdsInvited) {
        attendance.invited = row.invited;
    }
    if source.has(Column::HouseholdsPresent) {
        attendance.came = row.came;
    }
    if source.has(Column::Note) {
        attendance.note = row.note.clone();
    }
    attendance
}
