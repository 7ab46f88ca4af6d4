//! The coded reasons of a decision. Each has a label for the officer's list and a sentence that is
//! put together into the message to the employer: kind, clear, with what to do.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why changes were asked for or a posting was refused. The sentence is the locale file's
    /// `reason-…` text.
    Reason {
        UnclearJob = "unclear-job", "Mô tả công việc chưa rõ", "The work is not described clearly";
        WageUnclear = "wage-unclear", "Mức lương chưa rõ hoặc không thực tế", "The pay is unclear or not realistic";
        BelowMinimumWage = "below-minimum-wage", "Lương dưới mức tối thiểu vùng", "Below the regional minimum wage";
        Discrimination = "discrimination", "Có điều kiện phân biệt đối xử", "Discriminating requirement";
        FeeOrDeposit = "fee-or-deposit", "Thu tiền hoặc giữ giấy tờ của người lao động", "Asks workers for money or papers";
        ContactInText = "contact-in-text", "Số điện thoại, liên kết trong phần mô tả", "Contact details in the text";
        WrongPlace = "wrong-place", "Nơi làm việc chưa đúng", "The place of work is wrong";
        Duplicate = "duplicate", "Trùng với tin khác", "Duplicate of another vacancy";
        HoursOrOvertime = "hours-or-overtime", "Giờ làm, tăng ca vượt quy định", "Hours or overtime beyond the law";
        Probation = "probation", "Thử việc trái quy định", "Unlawful probation";
        AbroadWithoutLicence = "abroad-without-licence", "Đưa người đi nước ngoài không có giấy phép", "Work abroad without a licence";
        Misleading = "misleading", "Thông tin gây hiểu lầm hoặc có dấu hiệu lừa đảo", "Misleading or fraudulent";
        Language = "language", "Cần viết bằng tiếng Việt, không viết toàn chữ hoa", "Needs plain Vietnamese, not capitals";
        NotInRegister = "not-in-register", "Mã số không khớp với đăng ký doanh nghiệp", "The number doesn't match the register";
        PapersMissing = "papers-missing", "Thiếu giấy tờ chứng minh", "Papers are missing";
        NotReached = "not-reached", "Không liên hệ được người đại diện", "The representative can't be reached";
        NotEntitled = "not-entitled", "Người đăng ký chưa được tổ chức uỷ quyền", "The registrant isn't entitled to act";
        Complaints = "complaints", "Có phản ánh đang được xác minh", "Complaints are being looked into";
        NoLongerActive = "no-longer-active", "Tổ chức đã ngừng hoạt động", "The organisation has ceased to exist";
    }
}

impl Reason {
    /// The reasons that are about an organisation and not about a text.
    pub const OF_ORGANISATIONS: [Self; 7] = [
        Self::NotInRegister,
        Self::PapersMissing,
        Self::NotReached,
        Self::NotEntitled,
        Self::Complaints,
        Self::NoLongerActive,
        Self::Misleading,
    ];

    /// The reasons that are about a text.
    pub fn of_texts() -> impl Iterator<Item = Self> {
        use crate::vocabulary::Vocabulary;
        Self::ALL
            .iter()
            .copied()
            .filter(|reason| *reason == Self::Misleading || !Self::OF_ORGANISATIONS.contains(reason))
    }
}
