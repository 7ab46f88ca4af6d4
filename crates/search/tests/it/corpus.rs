//! A small realistic corpus.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::reference::{Lists, Reference};
use sanviec_domain::vocabulary::{Benefit, Contract, Experience, Shift, WorkTime};
use sanviec_search::{IndexChange, VacancyDocument, VacancyIndex};
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

static REFERENCE: LazyLock<Arc<Reference>> = LazyLock::new(|| Arc::new(Reference::new(Lists::embedded(), Reference::HUNG_YEN.parse().unwrap())));

pub fn reference() -> Arc<Reference> {
    REFERENCE.clone()
}

/// The tenth vacancy is ten minutes younger than the first.
fn moment(number: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap() + TimeDelta::minutes(number)
}

/// A vacancy with a title and an occupation, somewhere in Hưng Yên.
pub fn vacancy(number: i64, title: &str, code: &str, occupation: &str) -> VacancyDocument {
    VacancyDocument {
        id: VacancyId(Uuid::from_u128(0x0190_0000 + number as u128)),
        number: VacancyNumber(number),
        title: title.to_owned(),
        employer: OrganisationId(Uuid::from_u128(number as u128 % 5)),
        employer_name: [
            "Công ty TNHH Thiên Hương",
            "Công ty CP Điện tử Sao Mai",
            "Công ty TNHH Bao bì Tiến Phát",
            "Công ty TNHH Vận tải Mai Linh",
            "Công ty CP Dệt Sông Trà",
        ][number as usize % 5]
            .to_owned(),
        occupation: (!code.is_empty()).then(|| code.to_owned()),
        occupation_names: if occupation.is_empty() { Vec::new() } else { vec![occupation.to_owned()] },
        place: Place::province("33".parse().unwrap()),
        place_names: vec!["Hưng Yên".to_owned()],
        description: "Làm việc theo sự phân công của quản lý. Liên hệ chị Mai phòng nhân sự để được hướng dẫn, hạn nộp cuối tháng.".to_owned(),
        requirements: "Chăm chỉ, trung thực, không yêu cầu bằng cấp".to_owned(),
        extra: vec!["Xe đưa đón".to_owned()],
        pay_from: Some(7_000_000),
        pay_to: Some(7_000_000 + number % 7 * 1_000_000),
        shift: [None, Some(Shift::Office), Some(Shift::TwoShifts)][number as usize % 3],
        contract: [None, Some(Contract::Indefinite)][number as usize % 2],
        benefits: [vec![], vec![Benefit::Bus], vec![Benefit::Bus, Benefit::Dormitory]][number as usize % 3].clone(),
        experience: Some(Experience::None),
        work_time: Some(WorkTime::FullTime),
        published_at: moment(number),
        deadline: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap() + Days::new(number as u64 % 11),
        card: format!("card {number}").into_bytes(),
    }
}

fn in_park(mut document: VacancyDocument, slug: &str, names: &[&str]) -> VacancyDocument {
    document.place.park = Some(ParkSlug(slug.to_owned()));
    document.place_names.extend(names.iter().map(|name| (*name).to_owned()));
    document
}

fn in_commune(mut document: VacancyDocument, code: &str, names: &[&str]) -> VacancyDocument {
    document.place.commune = Some(code.parse().unwrap());
    document.place_names.extend(names.iter().map(|name| (*name).to_owned()));
    document
}

pub fn documents() -> Vec<VacancyDocument> {
    let sewing = "Thợ may công nghiệp";
    let mut all = vec![
        vacancy(1, "Công nhân may", "8153", sewing),
        in_park(
            vacancy(2, "Tuyển gấp 50 công nhân may lương cao", "8153", sewing),
            "tien-hai",
            &["KCN Tiền Hải", "Tiền Hải"],
        ),
        vacancy(3, "Thợ may công nghiệp", "8153", sewing),
        in_commune(vacancy(4, "CN may đi làm ngay", "8153", sewing), "12826", &["xã Thái Thụy", "Thái Thụy", "Diêm Điền"]),
        vacancy(5, "Công nhân vận hành máy", "8189", "Thợ vận hành máy móc"),
        in_park(
            vacancy(6, "Công nhân đứng máy dệt", "8152", "Thợ vận hành máy dệt"),
            "tien-hai",
            &["KCN Tiền Hải", "Tiền Hải"],
        ),
        vacancy(7, "Công nhân lắp ráp linh kiện điện tử", "8212", "Thợ lắp ráp điện tử"),
        vacancy(8, "Kỹ sư điện tử", "2152", "Kỹ sư điện tử"),
        vacancy(9, "Công nhân điện tử ca đêm", "8212", "Thợ lắp ráp điện tử"),
        vacancy(10, "Kế toán kho", "4321", "Nhân viên kế toán kho"),
        vacancy(11, "Kế toán tổng hợp", "2411", "Kế toán viên"),
        vacancy(12, "Lái xe tải", "8332", "Lái xe tải"),
        vacancy(13, "Tài xế giao hàng", "8322", "Lái xe con"),
        vacancy(14, "Thợ hàn TIG", "7212", "Thợ hàn"),
        vacancy(15, "Tuyển LĐPT làm đóng gói", "9329", "Lao động giản đơn"),
        vacancy(16, "Lao động phổ thông thời vụ", "9329", "Lao động giản đơn"),
        vacancy(17, "Nhân viên bảo vệ", "5414", "Nhân viên bảo vệ"),
        vacancy(18, "Nhân viên phục vụ nhà hàng", "5131", "Phục vụ bàn"),
        vacancy(19, "Tuyen cong nhan may", "8153", sewing),
        vacancy(20, "Công nhân kiểm hàng, chia hàng", "7543", "Kiểm tra chất lượng"),
    ];
    let tone = vacancy(21, "Nhân viên hoà giải, thuỷ thủ", "8350", "Thủy thủ");
    all.push(VacancyDocument {
        description: "Kĩ thuật viên".to_owned(),
        ..tone
    });
    for number in 22..40 {
        all.push(in_commune(
            vacancy(number, "Công nhân may chuyền", "8153", sewing),
            "12454",
            &["phường Thái Bình", "Kiến Xương"],
        ));
    }
    all
}

pub fn index() -> VacancyIndex {
    let index = VacancyIndex::in_memory(reference()).unwrap();
    index.apply(puts(documents()), 40).unwrap();
    index
}

pub fn puts(documents: Vec<VacancyDocument>) -> Vec<IndexChange> {
    documents.into_iter().map(|document| IndexChange::Put(Box::new(document))).collect()
}
