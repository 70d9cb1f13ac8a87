//! Meetings as a calendar file, which Outlook, Google Calendar and telephones take in. The same bytes every time.

use ics::components::Property;
use ics::properties::{Description, DtEnd, DtStart, Location, Summary};
use ics::{Event, ICalendar, escape_text};
use jiff::ToSpan;
use jiff::civil::DateTime;

use crate::text::clean::clean;

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from every other one.
    pub id: String,
    /// When it begins, where the office stands.
    pub begins: DateTime,
    /// How long it lasts, in minutes.
    pub minutes: u16,
    /// What it is.
    pub title: String,
    /// Where.
    pub place: String,
    /// More about it.
    pub about: String,
}

/// A calendar of a name.
pub fn file(name: &str, entries: &[Entry]) -> Vec<u8> {
    let mut calendar = ICalendar::new("2.0", "-//phancong//phancong//VI");
    calendar.push(Property::new("X-WR-CALNAME", text(name)));
    for entry in entries {
        let written = |moment: DateTime| moment.strftime("%Y%m%dT%H%M%S").to_string();
        let ends = entry.begins.saturating_add(i64::from(entry.minutes).minutes());
        // When it was made is when it is for: nothing in the file depends on the day on which it is written.
        let mut event = Event::new(entry.id.clone(), entry.begins.strftime("%Y%m01T000000Z").to_string());
        // Hours without a zone are those of whoever reads them: the office's.
        event.push(DtStart::new(written(entry.begins)));
        event.push(DtEnd::new(written(ends)));
        event.push(Summary::new(text(&entry.title)));
        if !entry.place.is_empty() {
            event.push(Location::new(text(&entry.place)));
        }
        if !entry.about.is_empty() {
            event.push(Description::new(text(&entry.about)));
        }
        calendar.add_event(event);
    }
    calendar.to_string().into_bytes()
}

fn text(text: &str) -> String {
    escape_text(clean(text).into_owned()).into_owned()
}
