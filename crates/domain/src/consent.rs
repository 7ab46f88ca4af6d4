//! Consent to the use of personal data (law 91/2025/QH15 art. 9): for one purpose each, never presumed,
//! written down with the text that was agreed to.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a consent is for.
    ConsentPurpose {
        Application = "application", "Gửi đơn đến doanh nghiệp", "Sending an application to the employer";
        KeepApplication = "keep_application", "Giữ đơn sau thời hạn xoá", "Keeping an application beyond its time";
        Counter = "counter", "Nhập hộ tại quầy", "Entry by staff at the counter";
    }
}

impl ConsentPurpose {
    /// The version of the text in force. A changed text gets a new version, so that each consent goes on
    /// saying what was agreed to.
    pub const fn text_version(self) -> &'static str {
        match self {
            Self::Application => "application-2026-11",
            Self::KeepApplication => "keep-application-2026-11",
            Self::Counter => "counter-2026-11",
        }
    }
}

vocabulary! {
    /// In which way a consent was given.
    ConsentWay {
        Online = "online", "Đánh dấu trên trang", "Ticked on the page";
        Spoken = "spoken", "Đồng ý bằng lời", "Said";
        Signed = "signed", "Ký vào phiếu", "Signed on paper";
    }
}
