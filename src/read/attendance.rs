//! Rows of attendance.csv.

use super::row::Row;
use crate::model::attendance::{MOST_INVITED, Presence};
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;
use crate::model::rows::AttendanceRow;

/// Reads a row: `None` when it has a fault, `Some(None)` when it is not filled in yet.
pub fn attendance(row: &mut Row) -> Option<Option<AttendanceRow>> {
    let [invited, came] = [Column::HouseholdsInvited, Column::HouseholdsPresent];
    if [Column::Presence, invited, came].into_iter().all(|column| row.raw(column).trim().is_empty()) {
        return Some(None);
    }
    let unit_code = row.code(Column::UnitCode);
    let meeting = row.text(Column::Meeting);
    let day = row.day(Column::Day);
    let cadre_code = row.code(Column::CadreCode);
    let presence = row.presence(Column::Presence);
    let is_told = presence.is_some() || !row.raw(Column::Presence).trim().is_empty();
    let reason = row.text(Column::Reason);
    let [invited, came] = [invited, came].map(|column| row.number(column, MOST_INVITED));
    if let (Some(asked), Some(came)) = (invited, came)
        && came > asked
    {
        let finding = Finding::new("households-more-than-invited", Severity::Warning).value(&came.to_string());
        row.note(finding.arg("invited", asked), Column::HouseholdsPresent);
    }
    let note = row.text(Column::Note);
    let context = row.context();
    let has_cadre = !cadre_code.is_empty() || context.as_ref().is_some_and(|context| !context.full_name.is_empty());
    // Households that came say that the meeting was held, and nothing of the cadre.
    let is_of_meeting = !has_cadre || !is_told;
    let presence = if is_told { presence } else { Some(Presence::Held) };
    if let Some(presence) = presence.filter(|presence| presence.is_of_cadre() == is_of_meeting) {
        let check = if is_of_meeting { "presence-of-nobody" } else { "presence-of-meeting" };
        let value = row.raw(Column::Presence).to_owned();
        row.fault(check, Column::Presence, if value.is_empty() { presence.code() } else { &value });
    }
    let (cadre_code, context) = match is_of_meeting && has_cadre {
        true => Default::default(),
        false => (cadre_code, context),
    };
    let (day, presence) = (day?, presence?);
    let read = AttendanceRow { unit_code, meeting, day, cadre_code, presence, reason, invited, came, note, context };
    row.is_sound.then_some(Some(read))
}
