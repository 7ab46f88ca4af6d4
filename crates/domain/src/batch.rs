//! Files of vacancies that an employer hands in.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What became of a row of a file.
    RowState {
        Waiting = "waiting", "Đang chờ", "Waiting";
        Sent = "sent", "Đã gửi", "Sent";
        Wrong = "wrong", "Cần sửa", "To be mended";
        LeftOut = "left_out", "Đã bỏ qua", "Left out";
    }
}
