//! The people with a fixed telephone number and address, for switching roles and for signing in.

use super::Province;
use super::scene::Scene;
use chrono::TimeDelta;
use sanviec_domain::access::StaffRole;
use sanviec_domain::contact::{Email, Phone};
use sanviec_domain::ids::PersonId;
use sanviec_domain::language::Locale;
use sanviec_domain::time::Instant;
use sanviec_store::people::PersonRecord;

/// An account for trying out; the table stands in [`super`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Account {
    Seeker = 1,
    Owner = 2,
    College = 3,
    Moderator = 4,
    Admin = 5,
    SecondModerator = 6,
    Counsellor = 7,
    Manager = 8,
    Recruiter = 9,
    Viewer = 10,
}

impl Account {
    /// The telephone number: no carrier was given 030.
    pub fn phone(self) -> Phone {
        format!("03000000{:02}", self as u8).parse().expect("ten digits beginning with 03")
    }

    /// The address, under a domain that belongs to nobody (RFC 2606).
    pub fn email(self) -> Email {
        let name = match self {
            Self::Seeker => "nguoi-tim-viec",
            Self::Owner => "chu-doanh-nghiep",
            Self::College => "truong-nghe",
            Self::Moderator => "can-bo",
            Self::Admin => "quan-tri",
            Self::SecondModerator => "can-bo-2",
            Self::Counsellor => "tu-van",
            Self::Manager => "quan-ly",
            Self::Recruiter => "nhan-su",
            Self::Viewer => "ke-toan",
        };
        format!("{name}@mau.example").parse().expect("a plain address")
    }

    fn name(self) -> &'static str {
        match self {
            Self::Seeker => "Phạm Thị Hiền",
            Self::Owner => "Vũ Đức Thành",
            Self::College => "Đỗ Minh Hạnh",
            Self::Moderator => "Trần Thị Thu Hà",
            Self::Admin => "Nguyễn Quang Huy",
            Self::SecondModerator => "Lê Văn Dũng",
            Self::Counsellor => "Bùi Thị Ngọc Lan",
            Self::Manager => "Hoàng Xuân Trường",
            Self::Recruiter => "Đặng Thị Yến",
            Self::Viewer => "Ngô Hữu Phúc",
        }
    }

    /// Its record.
    pub fn record(self, scene: &Scene<'_>, created_at: Instant) -> PersonRecord {
        PersonRecord {
            id: PersonId(scene.uuid(created_at)),
            name: Some(self.name().parse().expect("names are made of letters")),
            phone: Some(self.phone()),
            email: Some(self.email()),
            birth_year: (self == Self::Seeker).then_some(1998),
            locale: Locale::Vi,
            created_at,
        }
    }
}

/// The centre's people.
pub(super) struct Staff {
    pub moderator: PersonId,
    pub second: PersonId,
    pub manager: PersonId,
}

impl Staff {
    /// Who may decide, in turn.
    pub fn officer(&self, turn: usize) -> PersonId {
        [self.moderator, self.second, self.manager][turn % 3]
    }
}

/// Makes the centre's people, with every role there is.
pub(super) fn staff(scene: &Scene<'_>, province: &mut Province) -> Staff {
    let created_at = scene.now - TimeDelta::days(500);
    let mut hire = |account: Account, role: StaffRole| {
        let record = account.record(scene, created_at);
        let id = record.id;
        province.people.push(record);
        province.staff.push((id, role));
        id
    };
    let staff = Staff {
        moderator: hire(Account::Moderator, StaffRole::Moderator),
        second: hire(Account::SecondModerator, StaffRole::Moderator),
        manager: hire(Account::Manager, StaffRole::Manager),
    };
    hire(Account::Counsellor, StaffRole::Counsellor);
    hire(Account::Admin, StaffRole::Admin);
    staff
}
