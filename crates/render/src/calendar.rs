//! Appointments for people's own calendars: iCalendar (RFC 5545).

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use uuid::Uuid;

/// The media type of what [`Appointment::to_icalendar`] makes.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// Whether it takes place (RFC 5545, 3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointmentStatus {
    /// Somebody has yet to agree.
    Tentative,
    /// It does.
    Confirmed,
    /// It doesn't.
    Cancelled,
}

/// An appointment.
#[derive(Clone, Copy, Debug)]
pub struct Appointment<'a> {
    /// By which calendars know it again (RFC 7986, 5.3: a UUID).
    pub uid: Uuid,
    /// When this text was made.
    pub made_at: DateTime<Utc>,
    /// When it changed last.
    pub changed_at: DateTime<Utc>,
    /// How often it has changed.
    pub sequence: u32,
    /// When it begins.
    pub begins: DateTime<Utc>,
    /// When it ends.
    pub ends: DateTime<Utc>,
    /// What about.
    pub subject: &'a str,
    /// Which organisations meet.
    pub who: &'a str,
    /// Where.
    pub place: &'a str,
    /// Where online.
    pub link: &'a str,
    /// The page it comes from.
    pub url: &'a str,
    /// Whether it takes place.
    pub status: AppointmentStatus,
}

impl Appointment<'_> {
    /// The appointment as a calendar of its own, to be taken over as it is (`METHOD:PUBLISH`).
    pub fn to_icalendar(&self) -> String {
        let status = match self.status {
            AppointmentStatus::Tentative => EventStatus::Tentative,
            AppointmentStatus::Confirmed => EventStatus::Confirmed,
            AppointmentStatus::Cancelled => EventStatus::Cancelled,
        };
        let mut event = Event::new();
        event
            .uid(&self.uid.to_string())
            .timestamp(self.made_at)
            .last_modified(self.changed_at)
            .sequence(self.sequence)
            .starts(self.begins)
            .ends(self.ends)
            .summary(self.subject)
            .location(if self.place.is_empty() { self.link } else { self.place })
            .url(self.url)
            .status(status);
        let lines = [self.who, self.link].map(str::trim);
        event.description(lines.join("\n").trim());
        let mut calendar = Calendar::empty();
        calendar
            .append_property(Property::new("VERSION", "2.0"))
            .append_property(Property::new("PRODID", "-//San Viec//Partnerships//VI"))
            .append_property(Property::new("METHOD", "PUBLISH"));
        calendar.push(event.done());
        calendar.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn appointment() -> Appointment<'static> {
        let begins: DateTime<Utc> = "2026-12-01T02:00:00Z".parse().unwrap();
        Appointment {
            uid: Uuid::from_u128(1),
            made_at: "2026-11-27T01:00:00Z".parse().unwrap(),
            changed_at: "2026-11-26T01:00:00Z".parse().unwrap(),
            sequence: 2,
            begins,
            ends: begins + chrono::TimeDelta::minutes(90),
            subject: "Bàn về thực tập; lớp K17, \\ và việc làm của học viên cơ điện tử sau khi tốt nghiệp",
            who: "Công ty A – Trường B",
            place: "Phòng 2, nhà A",
            link: "https://hop.example.vn/a",
            url: "https://vieclam.example.vn/hop-tac/1",
            status: AppointmentStatus::Tentative,
        }
    }

    #[test]
    fn the_bytes_are_those_that_rfc_5545_asks_for() {
        let text = appointment().to_icalendar();
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"),
            "{text}"
        );
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        // Lines of at most 75 octets; what goes on begins with a space.
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        let whole = text.replace("\r\n ", "");
        let lines: Vec<&str> = whole.split("\r\n").collect();
        for line in [
            "METHOD:PUBLISH",
            "UID:00000000-0000-0000-0000-000000000001",
            "DTSTAMP:20261127T010000Z",
            "LAST-MODIFIED:20261126T010000Z",
            "DTSTART:20261201T020000Z",
            "DTEND:20261201T033000Z",
            "SEQUENCE:2",
            "STATUS:TENTATIVE",
            "LOCATION:Phòng 2\\, nhà A",
            "URL:https://vieclam.example.vn/hop-tac/1",
            "DESCRIPTION:Công ty A – Trường B\\nhttps://hop.example.vn/a",
            "SUMMARY:Bàn về thực tập\\; lớp K17\\, \\\\ và việc làm của học viên cơ điện tử sau khi tốt nghiệp",
        ] {
            assert_eq!(lines.iter().filter(|found| **found == line).count(), 1, "{line}\n{text}");
        }
    }

    #[test]
    fn online_the_link_is_the_place() {
        let text = Appointment { place: "", ..appointment() }.to_icalendar();
        assert!(text.contains("LOCATION:https://hop.example.vn/a\r\n"), "{text}");
    }
}
