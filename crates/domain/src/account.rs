//! What can change about how a person signs in. Whoever it happens to is told of it.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A change of how a person signs in.
    AccountChange {
        PasswordSet = "password_set", "Đặt mật khẩu", "Password set";
        PasswordRemoved = "password_removed", "Bỏ mật khẩu", "Password removed";
        SecondFactorOn = "second_factor_on", "Bật xác thực hai bước", "Second step switched on";
        SecondFactorOff = "second_factor_off", "Tắt xác thực hai bước", "Second step switched off";
        RecoveryCodeUsed = "recovery_code_used", "Dùng mã dự phòng", "Recovery code used";
        RecoveryCodesRenewed = "recovery_codes_renewed", "Đổi mã dự phòng", "Recovery codes renewed";
        PhoneChanged = "phone_changed", "Đổi số điện thoại", "Telephone number changed";
        EmailChanged = "email_changed", "Đổi địa chỉ email", "E-mail address changed";
        IdentityLinked = "identity_linked", "Liên kết cách đăng nhập", "Sign-in through a provider linked";
        IdentityUnlinked = "identity_unlinked", "Bỏ liên kết cách đăng nhập", "Sign-in through a provider unlinked";
        PasskeyAdded = "passkey_added", "Thêm khoá truy cập", "Passkey added";
        PasskeyRemoved = "passkey_removed", "Bỏ khoá truy cập", "Passkey removed";
        EnteredAtCounter = "entered_at_counter", "Cán bộ nhập hộ", "Entered at the counter";
        AccountsMerged = "accounts_merged", "Gộp tài khoản", "Accounts merged";
    }
}
