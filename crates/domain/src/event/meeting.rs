//! What comes of meetings at tables.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What came of a meeting at a table.
    MeetingResult {
        Partnership = "partnership", "Sẽ hợp tác", "Will cooperate";
        TalkOn = "talk_on", "Trao đổi thêm", "Will talk on";
        NoFit = "no_fit", "Chưa phù hợp", "No fit";
        NotHeld = "not_held", "Không gặp", "Not held";
    }
}

impl MeetingResult {
    /// Whether the two met.
    pub fn was_held(self) -> bool {
        self != Self::NotHeld
    }
}
