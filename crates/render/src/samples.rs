//! Believable data for the tests of pages: invented, and marked so where a page shows it.

mod account;
mod admin;
mod centre;
mod many;
mod oversight;
mod promise;
pub mod staff;

use crate::Chrome;
use crate::card::VacancyCard;
use crate::chrome::Site;
use crate::format::PayLine;
use crate::pages::{Chip, EmployerBox, FacetGroup, FacetOption, Pager, SearchPage, SortLink, VacancyView};
use chrono::{NaiveDate, NaiveTime};
use sanviec_domain::ids::VacancyNumber;
use sanviec_domain::language::Locale;
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::pay::{Allowance, Pay, PayPeriod};
use sanviec_domain::query::{Facet, Sort};
use sanviec_domain::vacancy::{BusRoute, BusStop, Conditions, Dormitory, Overtime, Probation, RecruitContact, SkillDemand, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::{
    Benefit, Contract, DaysOff, Experience, ExtraDemand, Fluency, Handwork, Hearing, Lifting, Meals, Position, PriorityGroup, Purpose, Qualification, RecruitMode, Schooling,
    Setting, Shift, Sight, SoftSkill, Standing, TwoHands, Vocabulary, WorkTime, Workforce,
};
use std::sync::LazyLock;

/// Whose exchange it is.
pub fn site() -> Site {
    Site {
        name: "Sàn giao dịch việc làm Hưng Yên".to_owned(),
        short_name: "Sàn việc làm".to_owned(),
        centre: "Trung tâm Dịch vụ việc làm tỉnh Hưng Yên".to_owned(),
        phone: "02213862345".to_owned(),
        zalo: "0912345678".to_owned(),
        address: "12 đường Mẫu, phường Phố Hiến, tỉnh Hưng Yên".to_owned(),
        province: "Hưng Yên".to_owned(),
        base_url: "https://vieclam.example.vn".to_owned(),
    }
}

/// The day of the samples.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 5).unwrap_or_default()
}

/// Rows as a search finds them.
pub fn cards() -> Vec<VacancyCard> {
    const TITLES: [(&str, &str); 10] = [
        ("Công nhân lắp ráp linh kiện điện tử", "cong-nhan-lap-rap-linh-kien-dien-tu"),
        ("Nhân viên kiểm tra chất lượng (QC)", "nhan-vien-kiem-tra-chat-luong-qc"),
        ("Công nhân may", "cong-nhan-may"),
        ("Kỹ thuật viên bảo trì máy CNC", "ky-thuat-vien-bao-tri-may-cnc"),
        ("Phiên dịch tiếng Hàn", "phien-dich-tieng-han"),
        ("Nhân viên kho", "nhan-vien-kho"),
        ("Tổ trưởng sản xuất", "to-truong-san-xuat"),
        ("Công nhân vận hành máy ép nhựa", "cong-nhan-van-hanh-may-ep-nhua"),
        ("Lái xe nâng", "lai-xe-nang"),
        ("Kế toán tổng hợp", "ke-toan-tong-hop"),
    ];
    const EMPLOYERS: [&str; 5] = [
        "Công ty TNHH Điện tử Sông Hóa",
        "Công ty CP May Kiến Xương",
        "Công ty CP Nhựa Minh Phú",
        "Công ty TNHH Cơ khí Trà Lý",
        "Công ty CP Linh kiện Diêm Hộ",
    ];
    const PLACES: [&str; 5] = ["KCN Liên Hà Thái", "Xã Kiến Xương", "KCN Phúc Khánh", "KCN Gia Lễ", "KCN Tiền Hải"];
    const SHIFTS: [Shift; 4] = [Shift::TwoShifts, Shift::Day, Shift::ThreeShifts, Shift::Office];
    (0..20usize)
        .map(|index| {
            let (title, slug) = TITLES[index % 10];
            let least = Vnd::millions(7 + index as i64 % 5);
            VacancyCard {
                number: VacancyNumber(10_234 + index as i64),
                title: title.to_owned(),
                slug: slug.to_owned(),
                employer: EMPLOYERS[index % 5].to_owned(),
                verified: index % 4 != 3,
                pay: if index % 7 == 6 {
                    PayLine::Negotiable
                } else {
                    PayLine::Amount(
                        PayPeriod::Month,
                        VndRange {
                            from: Some(least),
                            to: Some(Vnd(least.0 + 3_000_000)),
                        },
                    )
                },
                basic: (index % 7 != 6).then_some(Vnd(5_310_000)),
                place_short: PLACES[index % 5].to_owned(),
                shift: Some(SHIFTS[index % 4]),
                has_bus: index % 3 != 2,
                has_meals: index % 5 != 4,
                has_dormitory: index % 4 == 0,
                deadline: today().checked_add_days(chrono::Days::new(5 + index as u64)),
                published_on: today().checked_sub_days(chrono::Days::new(index as u64 / 3)),
                sample: true,
            }
        })
        .collect()
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A vacancy with every field filled.
pub fn content() -> VacancyContent {
    let stop = |name: &str, hour, minute| BusStop {
        name: name.to_owned(),
        time: at(hour, minute),
    };
    VacancyContent {
        title: "Công nhân lắp ráp linh kiện điện tử".to_owned(),
        openings: Some(120),
        description: "Lắp ráp linh kiện vào bản mạch theo mẫu.\nKiểm tra ngoại quan (soi lỗi) bằng mắt và kính lúp.\nĐóng gói, dán nhãn, ghi sổ sản lượng cuối ca.\n\nĐược đào tạo tại chỗ 3 ngày, hưởng đủ lương.".to_owned(),
        requirements: "Sức khoẻ tốt, đi làm được ca đêm.\nBiết đọc, biết viết.".to_owned(),
        occupation: Some("8212".to_owned()),
        occupation_confirmed: true,
        position: Some(Position::Staff),
        schooling: Some(Schooling::LowerSecondary),
        qualification: Some(Qualification::None),
        other_training: vec!["An toàn lao động nhóm 3".to_owned()],
        skill_level: "Bậc 1".to_owned(),
        languages: vec![SkillDemand { name: "Tiếng Trung".to_owned(), certificate: None, fluency: Some(Fluency::Average) }],
        soft_skills: vec![SoftSkill::Teamwork, SoftSkill::Pressure],
        experience: Some(Experience::None),
        contract: Some(Contract::TwelveToThirtySixMonths),
        extra: vec![ExtraDemand::Shifts],
        work_time: Some(WorkTime::FullTime),
        purpose: Some(Purpose::LongTerm),
        pay: Pay {
            basic: Some(Vnd(5_310_000)),
            usual: Some(VndRange { from: Some(Vnd::millions(9)), to: Some(Vnd::millions(11)) }),
            allowances: vec![Allowance { name: "Thưởng chuyên cần".to_owned(), amount: Vnd(500_000) }, Allowance { name: "Hỗ trợ xăng xe".to_owned(), amount: Vnd(300_000) }],
            pay_day: Some(10),
            thirteenth_month: true,
            ..Pay::default()
        },
        meals: Some(Meals::One),
        benefits: vec![Benefit::Insurance, Benefit::Bus, Benefit::Training, Benefit::Nursery, Benefit::Promotion],
        benefits_other: "Khám sức khoẻ mỗi năm, du lịch hè.".to_owned(),
        conditions: Conditions {
            setting: Some(Setting::Indoors),
            lifting: Some(Lifting::Light),
            standing: Some(Standing::Much),
            hearing: Some(Hearing::Basic),
            sight: Some(Sight::Fine),
            handwork: Some(Handwork::VerySmall),
            two_hands: vec![TwoHands::Both],
        },
        priority: vec![PriorityGroup::Demobilised, PriorityGroup::Poor],
        recruit_modes: vec![RecruitMode::InPerson, RecruitMode::Telephone],
        deadline: NaiveDate::from_ymd_opt(2026, 11, 30),
        contact: contact(),
        shift: Some(Shift::TwoShifts),
        hours_from: at(8, 0),
        hours_to: at(17, 0),
        hours_per_week: Some(48),
        overtime: Overtime { hours_per_month: Some(40), hours_per_year: None },
        days_off: Some(DaysOff::Sundays),
        bus: vec![
            BusRoute { name: "Tuyến 1: Diêm Điền – Liên Hà Thái".to_owned(), stops: vec![stop("Bến xe Diêm Điền", 6, 30), stop("Ngã tư Vô Hối", 6, 45), stop("Cổng chợ Gú", 7, 5), stop("Cổng công ty", 7, 30)] },
            BusRoute { name: "Tuyến 2: Đông Hưng – Liên Hà Thái".to_owned(), stops: vec![stop("Thị trấn Đông Hưng (cũ)", 6, 20), stop("Cầu Trà Linh", 6, 55)] },
        ],
        dormitory: Some(Dormitory { free: false, monthly: Some(Vnd(150_000)), per_room: Some(6) }),
        probation: Some(Probation { days: 6, pay_percent: 85 }),
        papers: vec!["Thẻ căn cước (bản sao)".to_owned(), "Sơ yếu lý lịch".to_owned(), "Giấy khám sức khoẻ".to_owned()],
        least_age: Some(18),
        ..VacancyContent::default()
    }
}

/// Who recruits.
pub fn contact() -> Option<RecruitContact> {
    Some(RecruitContact {
        name: "Nguyễn Thị Mẫu".parse().ok()?,
        title: "Phòng nhân sự".to_owned(),
        phone: "0912345678".parse().ok()?,
        email: "tuyendung@example.vn".parse().ok(),
        notify_sms: true,
        notify_email: true,
        other: String::new(),
    })
}

/// An employer.
pub fn employer() -> EmployerBox<'static> {
    EmployerBox {
        href: Some("/doanh-nghiep/1-dien-tu-song-hoa".to_owned()),
        name: "Công ty TNHH Điện tử Sông Hóa",
        verified: true,
        workforce: Some(Workforce::To3000),
        address: "Lô CN-05, KCN Liên Hà Thái, xã Thái Thụy, tỉnh Hưng Yên",
        open_vacancies: 12,
        answers: Some((86, 3)),
        sample: true,
    }
}

/// A published vacancy.
pub fn view(content: &VacancyContent) -> VacancyView<'_> {
    VacancyView {
        number: VacancyNumber(10_234),
        slug: "cong-nhan-lap-rap-linh-kien-dien-tu",
        content,
        state: VacancyState::Published,
        closed: None,
        employer: employer(),
        place_short: "KCN Liên Hà Thái",
        place_long: "Lô CN-05, KCN Liên Hà Thái, xã Thái Thụy, tỉnh Hưng Yên",
        place_former: Some("huyện Thái Thụy, tỉnh Thái Bình"),
        commune: Some("Xã Thái Thụy"),
        province: "Hưng Yên",
        occupation: Some("Thợ lắp ráp thiết bị điện tử"),
        published_on: NaiveDate::from_ymd_opt(2026, 11, 3),
        today: today(),
    }
}

fn vocabulary<V: Vocabulary>() -> Vec<(&'static str, &'static str)> {
    V::ALL.iter().map(|word| (word.key(), word.label(Locale::Vi))).collect()
}

/// The filters of a search, with counts.
pub fn facets() -> Vec<FacetGroup> {
    let group = |facet, options: &[(&str, &str, u64)]| FacetGroup {
        facet,
        options: options
            .iter()
            .enumerate()
            .map(|(index, (value, label, count))| FacetOption {
                value: (*value).to_owned(),
                label: (*label).to_owned(),
                count: *count,
                selected: index == 1,
            })
            .collect(),
    };
    let words = |list: &[(&'static str, &'static str)]| -> Vec<(&'static str, &'static str, u64)> {
        list.iter().enumerate().map(|(index, (key, label))| (*key, *label, 940 / (index as u64 + 1))).collect()
    };
    vec![
        group(
            Facet::Park,
            &words(&[
                ("lien-ha-thai", "KCN Liên Hà Thái"),
                ("phuc-khanh", "KCN Phúc Khánh"),
                ("gia-le", "KCN Gia Lễ"),
                ("song-tra", "KCN Sông Trà"),
                ("tien-hai", "KCN Tiền Hải"),
                ("pho-noi-a", "KCN Phố Nối A"),
                ("thang-long-2", "KCN Thăng Long II"),
                ("yen-my", "KCN Yên Mỹ"),
                ("minh-quang", "KCN Minh Quang"),
                ("cau-nghin", "KCN Cầu Nghìn"),
            ]),
        ),
        group(
            Facet::Commune,
            &words(&[
                ("12826", "Xã Thái Thụy"),
                ("12454", "Phường Thái Bình"),
                ("12970", "Xã Tiền Hải"),
                ("11983", "Phường Phố Hiến"),
            ]),
        ),
        group(
            Facet::Wage,
            &words(&[
                ("5", "Từ 5 triệu"),
                ("7", "Từ 7 triệu"),
                ("9", "Từ 9 triệu"),
                ("10", "Từ 10 triệu"),
                ("12", "Từ 12 triệu"),
                ("15", "Từ 15 triệu"),
            ]),
        ),
        group(Facet::Shift, &words(&vocabulary::<Shift>())),
        group(Facet::Benefit, &words(&vocabulary::<Benefit>())),
        group(Facet::Experience, &words(&vocabulary::<Experience>())),
        group(Facet::Contract, &words(&vocabulary::<Contract>())),
        group(
            Facet::Occupation,
            &words(&[
                ("8", "Thợ lắp ráp và vận hành máy"),
                ("7", "Thợ thủ công"),
                ("9", "Lao động giản đơn"),
                ("3", "Kỹ thuật viên"),
                ("4", "Nhân viên văn phòng"),
            ]),
        ),
    ]
}

/// A search for "may" with what is given.
pub fn search<'a>(chrome: &'a Chrome<'a>, rows: &'a [VacancyCard], facets: &'a [FacetGroup], chips: &'a [Chip], pager: &'a Pager) -> SearchPage<'a> {
    SearchPage {
        chrome,
        text: "may",
        place: "",
        total: 1284,
        asked: true,
        scope: None,
        rows,
        chips,
        clear_href: "/viec-lam",
        facets,
        sorts: sorts(),
        sort: None,
        pager,
        corrected: None,
        widen: &[],
        places: &[],
    }
}

fn sorts() -> &'static [SortLink] {
    static SORTS: LazyLock<Vec<SortLink>> = LazyLock::new(|| {
        Sort::ALL
            .iter()
            .map(|sort| SortLink {
                label: sort.label(Locale::Vi),
                href: format!("/viec-lam?q=may&sx={}", sort.key()),
                current: *sort == Sort::Relevance,
            })
            .collect()
    });
    &SORTS
}
