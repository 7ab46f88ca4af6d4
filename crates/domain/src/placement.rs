//! A person who started work: where, when, through what (kết quả việc làm).

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where the work is.
    Destination {
        Home = "home", "Trong tỉnh", "In the province";
        Elsewhere = "elsewhere", "Tỉnh khác", "Another province";
        Abroad = "abroad", "Nước ngoài", "Abroad";
    }
}

vocabulary! {
    /// Through what somebody found it.
    PlacementWay {
        Application = "application", "Ứng tuyển trên sàn", "Application";
        Fair = "fair", "Phiên giao dịch", "Fair";
        Referral = "referral", "Trung tâm giới thiệu", "Referral by the centre";
        Agreement = "agreement", "Thoả thuận với trường", "Agreement with a college";
    }
}
