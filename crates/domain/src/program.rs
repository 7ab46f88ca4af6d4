//! An employer's own system: what it may do, and where what it does counts.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a key opens.
    KeyScope {
        Read = "read", "Chỉ đọc", "Read";
        Write = "write", "Đọc và đăng tin", "Read and write";
    }
}

vocabulary! {
    /// Where what is done with a key counts.
    KeyMode {
        Live = "live", "Thật", "Live";
        Test = "test", "Thử", "Test";
    }
}

vocabulary! {
    /// How a telling of what happened stands.
    DeliveryState {
        Waiting = "waiting", "Đang chờ", "Waiting";
        Arrived = "arrived", "Đã nhận", "Arrived";
        Failed = "failed", "Không gửi được", "Failed";
    }
}
