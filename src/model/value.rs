//! What stands under the columns of a list: the cells of a row, typed, whether the row was read or is known.

use std::borrow::Cow;

use super::assignment::Assignment;
use super::attendance::Attendance;
use super::book::Book;
use super::cadre::Cadre;
use super::day::Day;
use super::decision::Decision;
use super::feedback::Feedback;
use super::id::UnitId;
use super::list::Column;
use super::meeting::{Meeting, written_hour};
use super::seat::SeatRule;
use super::spells;
use super::unit::Unit;
use super::vacancy::Vacancy;
use super::{Shared, Text};

/// A cell of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'v> {
    /// Nothing.
    Empty,
    /// A text, a code among them.
    Text(Cow<'v, str>),
    /// A whole number.
    Number(i64),
    /// A year.
    Year(u16),
    /// A day.
    Day(Day),
}

impl Value<'_> {
    /// The one way to write it: days as ISO, numbers in plain digits.
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Value::Empty => Cow::Borrowed(""),
            Value::Text(text) => Cow::Borrowed(text),
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Year(year) => Cow::Owned(year.to_string()),
            Value::Day(day) => Cow::Owned(day.to_string()),
        }
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        if text.is_empty() { Value::Empty } else { Value::Text(Cow::Borrowed(text)) }
    }
}

impl<'v> From<&'v Text> for Value<'v> {
    fn from(text: &'v Text) -> Self {
        Value::from(text.as_str())
    }
}

impl<'v> From<&'v Shared> for Value<'v> {
    fn from(text: &'v Shared) -> Self {
        Value::from(text.as_str())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Value::Empty } else { Value::Text(Cow::Owned(text)) }
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number.into())
    }
}

impl From<u16> for Value<'_> {
    fn from(number: u16) -> Self {
        Value::Number(number.into())
    }
}

impl From<Day> for Value<'_> {
    fn from(day: Day) -> Self {
        Value::Day(day)
    }
}

impl<'v, T: Into<Value<'v>>> From<Option<T>> for Value<'v> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Empty, Into::into)
    }
}

/// A row of a list.
pub trait Entry {
    /// The cell under a column; empty under a column that the list does not have. Levels, duties and
    /// statuses are given by their codes.
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e>;
}

impl Entry for Unit {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Code => (&self.code).into(),
            Column::Name => (&self.name).into(),
            Column::Level => book.policy.level(self.level).code.as_str().into(),
            Column::ParentCode => self.parent.map(|parent| &book.unit(parent).code).into(),
            Column::Type => (&self.rank).into(),
            Column::GroupCode => self.group.map(|group| &book.unit(group).code).into(),
            Column::Households => self.households.into(),
            Column::From => self.period.from.into(),
            Column::To => self.period.to.into(),
            Column::Note => (&self.note).into(),
            _ => Value::Empty,
        }
    }
}

impl Entry for Cadre {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Code => (&self.code).into(),
            Column::FullName => (&self.full_name).into(),
            Column::BirthYear => self.birth_year.map(Value::Year).into(),
            Column::Position => (&self.position).into(),
            Column::Organization => (&self.organization).into(),
            Column::Level => book.policy.level(self.level).code.as_str().into(),
            Column::HomeUnitCode => (&book.unit(self.home).code).into(),
            Column::Phone => (&self.phone).into(),
            Column::Status => self.status.code().into(),
            Column::StatusFrom => self.status_from.into(),
            Column::StatusBefore => spells::written(&self.earlier).into(),
            Column::Note => (&self.note).into(),
            _ => place(book, self.home, column),
        }
    }
}

impl Entry for Assignment {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::CadreCode => (&book.cadre(self.cadre).code).into(),
            Column::FullName => (&book.cadre(self.cadre).full_name).into(),
            Column::Duty => book.policy.duty(self.duty).code.as_str().into(),
            Column::From => self.period.from.into(),
            Column::To => self.period.to.into(),
            Column::DecisionNo => (&self.decision_no).into(),
            Column::Note => (&self.note).into(),
            _ => place(book, self.unit, column),
        }
    }
}

impl Entry for Vacancy {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Duty => book.policy.duty(self.duty).code.as_str().into(),
            Column::Since => self.since.into(),
            Column::Until => self.until.into(),
            Column::Reason => (&self.reason).into(),
            _ => place(book, self.unit, column),
        }
    }
}

impl Entry for SeatRule {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Duty => book.policy.duty(self.duty).code.as_str().into(),
            Column::Min => self.limits.min.into(),
            Column::Max => self.limits.max.into(),
            _ => place(book, self.unit, column),
        }
    }
}

impl Entry for Decision {
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

impl Entry for Meeting {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Meeting => (&self.name).into(),
            Column::Rule => self.rule.written().into(),
            Column::Hour => self.hour.map(written_hour).into(),
            Column::Place => (&self.place).into(),
            Column::Note => (&self.note).into(),
            _ => place(book, self.unit, column),
        }
    }
}

impl Entry for Attendance {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Meeting => (&self.meeting).into(),
            Column::Day => self.day.into(),
            Column::CadreCode => self.cadre.map(|cadre| &book.cadre(cadre).code).into(),
            Column::FullName => self.cadre.map(|cadre| &book.cadre(cadre).full_name).into(),
            Column::Presence => self.presence.code().into(),
            Column::Reason => (&self.reason).into(),
            Column::HouseholdsInvited => self.invited.into(),
            Column::HouseholdsPresent => self.came.into(),
            Column::Note => (&self.note).into(),
            _ => place(book, self.unit, column),
        }
    }
}

impl Entry for Feedback {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Day => self.day.into(),
            Column::RaisedBy => (&self.raised_by).into(),
            Column::Matter => (&self.matter).into(),
            Column::SentTo => (&self.sent_to).into(),
            Column::Due => self.due.into(),
            Column::Answered => self.answered.into(),
            Column::Answer => (&self.answer).into(),
            Column::Note => (&self.note).into(),
            _ => place(book, self.unit, column),
        }
    }
}

/// What a row says of the unit it is about.
fn place(book: &Book, unit: UnitId, column: Column) -> Value<'_> {
    match column {
        Column::UnitCode => (&book.unit(unit).code).into(),
        Column::UnitName => (&book.unit(unit).name).into(),
        Column::UnitPath => book.path(unit).into(),
        _ => Value::Empty,
    }
}
