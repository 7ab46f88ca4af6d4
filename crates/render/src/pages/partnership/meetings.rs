//! Meetings on a partnership's page.

use sanviec_domain::ids::PartnershipMeetingId;
use sanviec_domain::partnership::Side;
use sanviec_domain::time::Instant;

/// A meeting.
#[derive(Clone, Debug)]
pub struct MeetingRow {
    /// Its id.
    pub id: PartnershipMeetingId,
    /// What about.
    pub subject: String,
    /// When it begins.
    pub begins: Instant,
    /// How long it takes.
    pub minutes: u32,
    /// Where.
    pub place: String,
    /// Where online.
    pub link: String,
    /// Who proposed it; the centre where there is none.
    pub side: Option<Side>,
    /// Where it stands, in words, and its tone.
    pub state: (&'static str, &'static str),
    /// What the reader may ask: keys and words.
    pub commands: Vec<(&'static str, &'static str)>,
}
