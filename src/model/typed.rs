//! The cells of rows as they were read: codes that nobody has looked up yet stand as they are.

use super::book::Book;
use super::list::Column;
use super::meeting::written_hour;
use super::rows::{
    AssignmentRow, AttendanceRow, CadreRow, Context, DecisionRow, FeedbackRow, MeetingRow, SeatRow, UnitRow, VacancyRow,
};
use super::spells;
use super::value::{Entry, Value};

impl Entry for UnitRow {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Code => (&self.code).into(),
            Column::Name => (&self.name).into(),
            Column::Level => book.policy.level(self.level).code.as_str().into(),
            Column::ParentCode => (&self.parent_code).into(),
            Column::Type => (&self.rank).into(),
            Column::GroupCode => (&self.group_code).into(),
            Column::Households => self.households.into(),
            Column::From => self.period.from.into(),
            Column::To => self.period.to.into(),
            Column::Note => (&self.note).into(),
            _ => Value::Empty,
        }
    }
}

impl Entry for CadreRow {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Code => (&self.code).into(),
            Column::FullName => (&self.full_name).into(),
            Column::BirthYear => self.birth_year.into(),
            Column::Position => (&self.position).into(),
            Column::Organization => (&self.organization).into(),
            Column::Level => self.level.map(|level| book.policy.level(level).code.as_str()).into(),
            Column::HomeUnitCode => (&self.home_unit_code).into(),
            Column::Phone => (&self.phone).into(),
            Column::Status => self.status.code().into(),
            Column::StatusFrom => self.status_from.into(),
            Column::StatusBefore => spells::written(&self.earlier).into(),
            Column::Note => (&self.note).into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for AssignmentRow {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::CadreCode => (&self.cadre_code).into(),
            Column::UnitCode => (&self.unit_code).into(),
            Column::Duty => book.policy.duty(self.duty).code.as_str().into(),
            Column::From => self.from.into(),
            Column::To => self.to.into(),
            Column::DecisionNo => (&self.decision_no).into(),
            Column::Note => (&self.note).into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for VacancyRow {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::UnitCode => (&self.unit_code).into(),
            Column::Duty => book.policy.duty(self.duty).code.as_str().into(),
            Column::Since => self.since.into(),
            Column::Until => self.until.into(),
            Column::Reason => (&self.reason).into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for SeatRow {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::UnitCode => (&self.unit_code).into(),
            Column::Duty => book.policy.duty(self.duty).code.as_str().into(),
            Column::Min => self.limits.min.into(),
            Column::Max => self.limits.max.into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for MeetingRow {
    fn value<'e>(&'e self, _: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::UnitCode => (&self.unit_code).into(),
            Column::Meeting => (&self.name).into(),
            Column::Rule => self.rule.written().into(),
            Column::Hour => self.hour.map(written_hour).into(),
            Column::Place => (&self.place).into(),
            Column::Note => (&self.note).into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for AttendanceRow {
    fn value<'e>(&'e self, _: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::UnitCode => (&self.unit_code).into(),
            Column::Meeting => (&self.meeting).into(),
            Column::Day => self.day.into(),
            Column::CadreCode => (&self.cadre_code).into(),
            Column::Presence => self.presence.code().into(),
            Column::Reason => (&self.reason).into(),
            Column::HouseholdsInvited => self.invited.into(),
            Column::HouseholdsPresent => self.came.into(),
            Column::Note => (&self.note).into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for FeedbackRow {
    fn value<'e>(&'e self, _: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::UnitCode => (&self.unit_code).into(),
            Column::Day => self.day.into(),
            Column::RaisedBy => (&self.raised_by).into(),
            Column::Matter => (&self.matter).into(),
            Column::SentTo => (&self.sent_to).into(),
            Column::Due => self.due.into(),
            Column::Answered => self.answered.into(),
            Column::Answer => (&self.answer).into(),
            Column::Note => (&self.note).into(),
            _ => said(self.context.as_deref(), column),
        }
    }
}

impl Entry for DecisionRow {
    fn value<'e>(&'e self, _: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Number => (&self.number).into(),
            Column::Day => self.day.into(),
            Column::Issuer => (&self.issuer).into(),
            Column::Signer => (&self.signer).into(),
            Column::Effective => self.effective.into(),
            Column::Replaces => (&self.replaces).into(),
            Column::Note => (&self.note).into(),
            _ => Value::Empty,
        }
    }
}

/// What a row says beside its codes.
fn said(context: Option<&Context>, column: Column) -> Value<'_> {
    let Some(context) = context else { return Value::Empty };
    match column {
        Column::FullName => (&context.full_name).into(),
        Column::UnitName => (&context.unit_name).into(),
        Column::UnitPath => (&context.unit_path).into(),
        _ => Value::Empty,
    }
}
