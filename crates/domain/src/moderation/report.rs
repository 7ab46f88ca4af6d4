//! What anybody may report about a vacancy: a reason out of a list, without an account.

use super::Reason;
use crate::calendar::PROMISE;
use crate::vocabulary::vocabulary;
use chrono::TimeDelta;

vocabulary! {
    /// Why somebody reports a vacancy, the gravest first.
    ReportReason {
        Fee = "fee", "Đòi tiền, đặt cọc hoặc giữ giấy tờ", "Asks for money, a deposit or papers";
        Fake = "fake", "Tin giả, mạo danh công ty", "Fake, or in another company's name";
        Abroad = "abroad", "Đưa đi nước ngoài không rõ ràng", "Dubious work abroad";
        Danger = "danger", "Nguy hiểm, ép buộc hoặc quấy rối", "Dangerous, forced, or harassing";
        NotAsDescribed = "not-as-described", "Lương hoặc việc khác với tin đăng", "Pay or work differ from the posting";
        Discrimination = "discrimination", "Phân biệt tuổi, giới tính, quê quán", "Discriminates by age, sex or origin";
        Closed = "closed", "Nơi này không còn tuyển", "They are no longer hiring";
        Contact = "contact", "Không liên hệ được", "They can't be reached";
        Other = "other", "Lý do khác", "Something else";
    }
}

impl ReportReason {
    /// Whether people may come to harm while the report waits.
    pub const fn is_grave(self) -> bool {
        matches!(self, Self::Fee | Self::Fake | Self::Abroad | Self::Danger)
    }

    /// Working time within which it is looked at: half of the promise where somebody may come to harm.
    pub fn promise(self) -> TimeDelta {
        if self.is_grave() { PROMISE / 2 } else { PROMISE }
    }

    /// The reason an officer would give for taking the vacancy down: offered first in the decision.
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Fee => Some(Reason::FeeOrDeposit),
            Self::Fake | Self::Danger => Some(Reason::Misleading),
            Self::Abroad => Some(Reason::AbroadWithoutLicence),
            Self::NotAsDescribed => Some(Reason::WageUnclear),
            Self::Discrimination => Some(Reason::Discrimination),
            Self::Closed => Some(Reason::NoLongerActive),
            Self::Contact => Some(Reason::NotReached),
            Self::Other => None,
        }
    }
}

/// The most characters of what is written beside the reason.
pub const REPORT_WORDS: usize = 1_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn what_harms_is_looked_at_twice_as_fast() {
        for reason in ReportReason::ALL {
            let hours = if reason.is_grave() { 4 } else { 8 };
            assert_eq!(reason.promise(), TimeDelta::hours(hours), "{reason:?}");
        }
    }
}
