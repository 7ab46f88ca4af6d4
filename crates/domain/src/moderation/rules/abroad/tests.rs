//! Journeys to work abroad, and trade with the same countries.

mod certain;
mod families;

use crate::moderation::check::RuleCode;
use crate::moderation::rules::{Read, judge, scan};

/// What is found in a title and a description.
fn found(title: &str, description: &str) -> bool {
    let texts = [title, description].map(Read::of);
    let going = texts.iter().any(Read::says_going);
    texts.iter().any(|text| text.scan(going).iter().any(|hit| hit.rule == RuleCode::AbroadLicence))
}

#[test]
fn orders_of_customers_are_no_journeys() {
    for (title, description) in [
        ("Công nhân may", "May áo sơ mi đơn hàng Nhật Bản, yêu cầu đường may đẹp."),
        ("Công nhân may đơn hàng Nhật Bản", "Làm việc tại xưởng ở KCN Tiền Hải, có xe đưa đón."),
        ("Nhân viên QC", "Kiểm hàng trước khi xuất sang Nhật, theo dõi đơn hàng Nhật Bản."),
        ("Kỹ thuật chuyền", "Phụ trách đơn hàng Nhật, hằng năm được đi Nhật Bản đào tạo hai tuần."),
        ("Trưởng phòng kinh doanh", "Tìm đơn hàng Nhật Bản, thỉnh thoảng đi công tác sang Nhật."),
        ("Tổ trưởng may", "Đơn hàng Nhật Bản. Ưu tiên cựu thực tập sinh Nhật Bản."),
        ("Phiên dịch tiếng Nhật", "Ưu tiên thực tập sinh Nhật Bản đã về nước, biết đơn hàng may mặc Nhật."),
        ("Công nhân đóng gói", "Đóng gói đơn hàng Hàn Quốc, giao hàng sang Hàn Quốc hằng tuần."),
    ] {
        assert!(!found(title, description), "{title}: {description}");
    }
}

#[test]
fn sending_people_is_found() {
    for (title, description) in [
        ("Tuyển lao động", "Đơn hàng Nhật Bản ngành thực phẩm, ba tháng xuất cảnh."),
        ("Đơn hàng Nhật Bản", "Tuyển 30 người đi Nhật làm cơm hộp, không cần tiếng."),
        ("Đơn hàng may Nhật Bản", "Hợp đồng ba năm, làm việc tại Nhật Bản, lương 35 triệu."),
        ("Tuyển 15 lao động đi đơn hàng xây dựng Nhật Bản", "Thi tuyển trực tiếp với xí nghiệp."),
        ("don hang nhat ban", "ky nang dac dinh nganh dieu duong"),
        ("Đơn hàng Đài Loan", "Sang Đài Loan làm công xưởng, bao ăn ở."),
        ("Thực tập sinh Nhật Bản", "Nhận hồ sơ ngay."),
        ("Tư vấn", "Xuất khẩu lao động Nhật Bản, Hàn Quốc."),
    ] {
        assert!(found(title, description), "{title}: {description}");
    }
}

#[test]
fn journeys_are_told_from_trade() {
    let words = |text: &str| {
        scan(text)
            .into_iter()
            .filter(|hit| hit.rule == RuleCode::AbroadLicence)
            .map(|hit| text[hit.range].to_owned())
            .collect::<Vec<_>>()
    };
    judge(words, FOUND, LEFT_ALONE);
}

const FOUND: &[&str] = &[
    "Tuyển lao động đi Nhật, lương 30 triệu",
    "di han quoc thoi vu 5 thang",
    "Sang Đài Loan làm nhà máy điện tử",
    "Việc làm tại Úc, hái nho, lương 80 triệu",
    "XKLĐ Hungary, bay nhanh",
    "x.k.l.đ đài loan",
    "Tuyển đầu bếp làm việc ở Đức",
    "qua cam lam online, bao an o, xe don",
    "Tuyển hộ lý đi Đức, học tiếng miễn phí",
    "Chương trình EPS Hàn Quốc nhận hồ sơ",
    "Visa E8 nông nghiệp, đi ngay tháng sau",
    "Nhận hồ sơ thực tập sinh kỹ năng, phỏng vấn online",
    "Cần 20 nữ đi Singapore giúp việc",
    "thợ hàn đi Rumani, lương 1000 usd",
    "Đưa người sang Lào trồng chuối",
    "lam viec tai nhat ban nganh co khi",
    "đi l.à.m ở N.h.ậ.t",
    "Thuyền viên tàu cá Hàn Quốc, lương 30 triệu",
    "tuyen 10 nam di Ba Lan dong goi thit",
    "Du học nghề Đức, có lương",
    "tokutei nganh nha hang",
    "bay sang Dubai phục vụ khách sạn",
    "Xuất cảnh trong 3 tháng, đơn hàng mới",
    "Lao động phổ thông làm việc tại Macao",
    "hai dau o Phan Lan mua he",
    "đi Canada làm nông trại, bao visa",
];

const LEFT_ALONE: &[&str] = &[
    "May hàng xuất Nhật, Mỹ",
    "Công ty Hàn Quốc tại KCN Phố Nối",
    "Phiên dịch tiếng Nhật cho chuyên gia",
    "Được đi Hàn Quốc đào tạo một tháng",
    "Thưởng chuyến du lịch Thái Lan cuối năm",
    "Cựu thực tập sinh Nhật về nước được ưu tiên",
    "Đã từng đi xuất khẩu lao động là lợi thế",
    "Đóng hàng container đi Mỹ, châu Âu",
    "Nhân viên xuất nhập khẩu, làm thủ tục hải quan",
    "Nhà hàng Nhật tuyển phụ bếp",
    "Giáo viên tiếng Hàn tại trung tâm",
    "Giao hàng đi Đức bằng đường biển",
    "di lam dung gio, qua cong bao ve phai xuat trinh the",
    "Công nhân làm việc tại nhà máy ở Thái Bình, sản phẩm xuất đi Úc",
    "Kỹ sư được cử đi công tác Trung Quốc",
    "Không đưa lao động đi nước ngoài",
    "Bán hàng nội địa Đức, mỹ phẩm Hàn",
    "Tư vấn visa du lịch cho khách",
    "Đi anh chị em cùng vui, qua áp lực",
    "Dịch tài liệu, hỗ trợ chuyên gia nước ngoài đi lại",
    "Khách nước ngoài, tiếng Anh giao tiếp",
    "Đơn hàng đi kèm chứng từ",
    "Xe tuyến đi Hà Nội, qua Hưng Yên",
    "cong nhan trong cam, hai cam tai vuon",
    "Lắp máy của Ý, bảo trì robot Đức",
    "May áo đơn hàng Hàn Quốc, xuất sang Mỹ",
];
