//! Invented seekers and colleges.

use super::employers::phone;
use super::jobs::{Branch, JOBS};
use super::random::{Dice, Stream};
use super::vacancies::lower_first;
use super::{Corpus, names};
use chrono::Datelike;
use sanviec_domain::contact::{Email, PersonName, Phone};
use sanviec_domain::money::Vnd;
use sanviec_domain::organisation::OrganisationProfile;
use sanviec_domain::place::Place;
use sanviec_domain::text::{fold, slug};
use sanviec_domain::vocabulary::{CallTime, Experience, OwnershipKind, Qualification, Schooling, Shift, Workforce};

/// An invented person who looks for work.
#[derive(Clone, Debug)]
pub struct GeneratedPerson {
    /// Its number in the corpus.
    pub index: u64,
    /// A name put together at random.
    pub name: PersonName,
    /// From a range that no carrier was given.
    pub phone: Phone,
    /// An address under .example; half of the people have none.
    pub email: Option<Email>,
    /// Year of birth; everybody is of working age.
    pub birth_year: i32,
    /// Where the person lives.
    pub home: Place,
    /// The work wished for.
    pub wish: GeneratedWish,
    /// General schooling.
    pub schooling: Schooling,
    /// Training.
    pub qualification: Qualification,
    /// Experience in the work wished for.
    pub experience: Experience,
    /// When the person may be called.
    pub call_time: CallTime,
    /// One or two sentences to an employer; often empty.
    pub message: String,
}

/// The work a person wishes for.
#[derive(Clone, Debug)]
pub struct GeneratedWish {
    /// As people write it: "công nhân may".
    pub title: String,
    /// VSCO, four digits.
    pub occupation: String,
    /// The least wage a month.
    pub wage_from: Option<Vnd>,
    /// The shift wished for.
    pub shift: Option<Shift>,
}

/// An invented college.
#[derive(Clone, Debug)]
pub struct GeneratedCollege {
    /// Marked "(mẫu)".
    pub name: String,
    /// What it says of itself.
    pub profile: OrganisationProfile,
    /// What it teaches.
    pub programmes: Vec<GeneratedProgramme>,
}

/// A programme of a college, from the national list of training fields.
#[derive(Clone, Debug)]
pub struct GeneratedProgramme {
    /// Seven digits.
    pub code: String,
    /// "Công nghệ may".
    pub name: String,
    /// Seats a year.
    pub seats: u16,
}

impl Corpus {
    /// Person number `index`: always the same.
    pub fn person(&self, index: u64) -> GeneratedPerson {
        let mut dice = Dice::new(self.seed, Stream::Person, index);
        let dice = &mut dice;
        let (name, _) = names::person(dice);
        // Most who ask are between 18 and 45.
        let age = 18 + ((dice.unit() * dice.unit()) * 40.0) as i32;
        let branch = self.employers[self.employer_ranks.draw(dice)].branch;
        let (jobs, ranks) = &self.jobs[&branch];
        let job = &JOBS[jobs[ranks.draw(dice)]];
        let qualification = job.qualification;
        let email = dice
            .percent(48)
            .then(|| format!("{}{}@thu.example", fold(&name).replace(' ', ""), dice.between(1, 9999)).parse::<Email>().ok())
            .flatten();
        let experience = *dice.weighted(&[
            (Experience::None, 35),
            (Experience::UnderOneYear, 15),
            (Experience::OneToTwo, 20),
            (Experience::TwoToFive, 20),
            (Experience::OverFive, 10),
        ]);
        let title = if dice.percent(60) { job.title } else { dice.pick(job.others) };
        GeneratedPerson {
            index,
            phone: unique_phone(index),
            email,
            birth_year: self.options.today.year() - age,
            home: self.sites.commune(dice),
            wish: GeneratedWish {
                title: plain_title(title),
                occupation: job.code.to_owned(),
                wage_from: dice.percent(70).then(|| Vnd(job.wage.0 / 5 * 500_000 + dice.between(0, 4) * 500_000)),
                shift: dice.percent(45).then(|| *dice.pick(&[Shift::Office, Shift::Day, Shift::TwoShifts])),
            },
            schooling: if qualification == Qualification::None {
                *dice.weighted(&[(Schooling::LowerSecondary, 40), (Schooling::UpperSecondary, 55), (Schooling::Primary, 5)])
            } else {
                Schooling::UpperSecondary
            },
            qualification,
            experience,
            call_time: *dice.weighted(&[(CallTime::AnyTime, 40), (CallTime::Evening, 35), (CallTime::Noon, 15), (CallTime::Morning, 10)]),
            message: message(dice, job.title, experience),
            name: name.parse().expect("names are made of letters"),
        }
    }

    /// Eight colleges.
    pub fn colleges(&self) -> Vec<GeneratedCollege> {
        const COLLEGES: [(&str, &str, &[&str]); 8] = [
            (
                "Trường Cao đẳng Kỹ nghệ Sông Trà (mẫu)",
                "13225",
                &["Điện công nghiệp", "Cơ điện tử", "Hàn", "Cắt gọt kim loại", "Công nghệ ô tô"],
            ),
            (
                "Trường Cao đẳng Dệt may Phố Nối (mẫu)",
                "12103",
                &["Công nghệ may", "May thời trang", "Thiết kế thời trang"],
            ),
            (
                "Trường Cao đẳng Y Dược Đồng Xuân (mẫu)",
                "12452",
                &["Điều dưỡng", "Dược", "Hộ sinh", "Kỹ thuật xét nghiệm y học"],
            ),
            (
                "Trường Trung cấp nghề Tiền Hải (mẫu)",
                "12970",
                &["Điện dân dụng", "Công nghệ may", "Kỹ thuật chế biến món ăn", "Nuôi trồng thủy sản"],
            ),
            (
                "Trường Cao đẳng Công nghệ Phố Hiến (mẫu)",
                "11953",
                &["Công nghệ thông tin", "Kế toán doanh nghiệp", "Logistics", "Điện tử công nghiệp"],
            ),
            (
                "Trường Cao đẳng Kinh tế Kỹ thuật Bắc Hưng (mẫu)",
                "12073",
                &["Kế toán", "Quản trị kinh doanh", "Tiếng Trung Quốc", "Tiếng Hàn Quốc"],
            ),
            (
                "Trường Trung cấp Nông nghiệp Đồng Bằng (mẫu)",
                "12523",
                &["Chăn nuôi - Thú y", "Bảo vệ thực vật", "Công nghệ thực phẩm"],
            ),
            (
                "Trường Cao đẳng Cơ điện Thái Thụy (mẫu)",
                "12826",
                &["Cơ điện tử", "Tự động hóa công nghiệp", "Điện tử công nghiệp", "Kỹ thuật máy lạnh và điều hòa không khí"],
            ),
        ];
        let home = self.reference.home();
        let fields = &self.reference.lists().training_fields;
        COLLEGES
            .iter()
            .enumerate()
            .map(|(index, (name, commune, programmes))| {
                let mut dice = Dice::new(self.seed, Stream::College, index as u64);
                let dice = &mut dice;
                let (head, _) = names::person(dice);
                let level = if name.contains("Cao đẳng") { "cao_dang" } else { "trung_cap" };
                let commune = commune.parse().ok().filter(|code| self.reference.commune(*code).is_some());
                let domain = slug(name.trim_end_matches(" (mẫu)")).replace("truong-", "").replace('-', "");
                let profile = OrganisationProfile {
                    ownership: Some(OwnershipKind::State),
                    place: Some(Place {
                        province: home,
                        commune,
                        park: None,
                        street: names::street(dice, false, true),
                    }),
                    phone: Some(phone(dice)),
                    email: format!("tuyensinh@{domain}.example").parse().ok(),
                    industry: Some("P".to_owned()),
                    product: "Giáo dục nghề nghiệp".to_owned(),
                    workforce: Some(Workforce::To200),
                    representative: head.parse().ok(),
                    representative_title: "Trưởng phòng Đào tạo và Quan hệ doanh nghiệp".to_owned(),
                    representative_phone: Some(phone(dice)),
                    ..OrganisationProfile::default()
                };
                let programmes = programmes
                    .iter()
                    .filter_map(|wanted| fields.iter().find(|field| field.name == *wanted && field.level == level))
                    .map(|field| GeneratedProgramme {
                        code: field.code.clone(),
                        name: field.name.clone(),
                        seats: dice.between(3, 16) as u16 * 10,
                    })
                    .collect();
                GeneratedCollege {
                    name: (*name).to_owned(),
                    profile,
                    programmes,
                }
            })
            .collect()
    }
}

/// Telephone numbers of people don't repeat: "0312" and up is theirs, employers' are drawn at random.
fn unique_phone(index: u64) -> Phone {
    // 7,919 has no factor in common with ten million: every index has a number of its own.
    format!("031{:07}", (index % 10_000_000) * 7_919 % 10_000_000)
        .parse()
        .expect("ten digits beginning with 03")
}

/// "Nhân viên kiểm tra chất lượng (QC)" as people say it: "nhân viên kiểm tra chất lượng".
fn plain_title(title: &str) -> String {
    lower_first(title.split('(').next().unwrap_or(title).trim())
}

fn message(dice: &mut Dice, title: &str, experience: Experience) -> String {
    if dice.percent(55) {
        return String::new();
    }
    let title = plain_title(title);
    let known = match experience {
        Experience::None => format!("Tôi chưa làm {title} nhưng mong được học việc"),
        Experience::UnderOneYear => format!("Tôi đã làm {title} được mấy tháng"),
        Experience::OneToTwo => format!("Tôi có hơn một năm làm {title}"),
        Experience::TwoToFive => format!("Tôi làm {title} đã ba năm"),
        Experience::OverFive => format!("Tôi có trên năm năm làm {title}"),
    };
    let more = *dice.pick(&[
        "nhà gần công ty, đi làm được ngay.",
        "có thể làm ca đêm.",
        "mong công ty sắp xếp xe đưa đón.",
        "muốn gắn bó lâu dài.",
        "xin hỏi thêm về ký túc xá.",
        "có thể đến phỏng vấn vào buổi chiều.",
    ]);
    format!("{known}, {more}")
}

/// The jobs of a branch.
pub(super) fn jobs_of(branch: Branch) -> Vec<usize> {
    JOBS.iter().enumerate().filter(|(_, job)| job.branch == branch).map(|(index, _)| index).collect()
}

/// Jobs by their titles.
pub(super) fn jobs_named(titles: &[&str]) -> Vec<usize> {
    titles.iter().filter_map(|title| JOBS.iter().position(|job| job.title == *title)).collect()
}
