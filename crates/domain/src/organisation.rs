//! Organisations: employers (form 03), colleges, the centre's branches.

use crate::contact::{Email, PersonName, Phone};
use crate::lifecycle::{Machine, Party, Rule};
use crate::place::Place;
use crate::vocabulary::{EmployerService, OwnershipKind, Workforce, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What an organisation is.
    OrganisationKind {
        Employer = "employer", "Nhà tuyển dụng", "Employer";
        College = "college", "Cơ sở đào tạo", "College";
        Centre = "centre", "Trung tâm", "Centre";
    }
}

vocabulary! {
    /// Chủ thể tuyển dụng (form 03).
    Subject {
        Enterprise = "enterprise", "Doanh nghiệp", "Enterprise";
        Person = "person", "Cá nhân", "Person";
    }
}

vocabulary! {
    /// Where an organisation stands.
    OrganisationState {
        Pending = "pending", "Chờ xác minh", "Awaiting verification";
        Verified = "verified", "Đã xác minh", "Verified";
        Refused = "refused", "Bị từ chối", "Refused";
        Suspended = "suspended", "Bị khoá", "Suspended";
    }
}

vocabulary! {
    /// What can be asked of an organisation.
    OrganisationCommand {
        Verify = "verify", "Xác minh", "Verify";
        Refuse = "refuse", "Từ chối", "Refuse";
        Suspend = "suspend", "Khoá", "Suspend";
        Lift = "lift", "Mở khoá", "Lift suspension";
        Resubmit = "resubmit", "Gửi lại", "Resubmit";
        Trust = "trust", "Công nhận đáng tin cậy", "Trust";
        Distrust = "distrust", "Thôi công nhận đáng tin cậy", "Withdraw trust";
    }
}

vocabulary! {
    /// A member's role in an organisation.
    MemberRole {
        Owner = "owner", "Chủ tài khoản", "Owner";
        Recruiter = "recruiter", "Người tuyển dụng", "Recruiter";
        Viewer = "viewer", "Người xem", "Viewer";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationGuard {
    /// Coded reasons are given.
    ReasonGiven,
    /// What it posts is published at once and looked at afterwards.
    Trusted,
    /// What it posts is looked at first.
    NotTrusted,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationEvent {
    /// Its members are told.
    MembersTold,
    /// Its published vacancies are found again.
    VacanciesShown,
    /// Its vacancies are no longer found.
    VacanciesHidden,
    /// Those whose applications are open are told.
    ApplicantsTold,
    /// A moderation case is opened.
    CaseOpened,
    /// From now on what it posts is published at once.
    TrustGiven,
    /// From now on what it posts is looked at first.
    TrustTaken,
}

/// The life cycle of an organisation.
#[derive(Debug)]
pub struct OrganisationLife;

use OrganisationCommand as C;
use OrganisationEvent as E;
use OrganisationGuard as G;
use OrganisationState as S;

impl Machine for OrganisationLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Organisation";
    const INITIAL: S = S::Pending;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Pending, C::Verify, &[Party::Officer], &[], S::Verified, &[E::MembersTold, E::VacanciesShown]),
        Rule::new(S::Pending, C::Refuse, &[Party::Officer], &[G::ReasonGiven], S::Refused, &[E::MembersTold]),
        Rule::new(S::Refused, C::Resubmit, &[Party::Owner], &[], S::Pending, &[E::CaseOpened]),
        Rule::new(
            S::Verified,
            C::Suspend,
            &[Party::Officer],
            &[G::ReasonGiven],
            S::Suspended,
            &[E::MembersTold, E::VacanciesHidden, E::TrustTaken, E::ApplicantsTold],
        ),
        // By the centre's decision, which it can take back.
        Rule::new(S::Verified, C::Trust, &[Party::Officer], &[G::NotTrusted], S::Verified, &[E::TrustGiven, E::MembersTold]),
        Rule::new(
            S::Verified,
            C::Distrust,
            &[Party::Officer],
            &[G::Trusted, G::ReasonGiven],
            S::Verified,
            &[E::TrustTaken, E::MembersTold],
        ),
        Rule::new(S::Suspended, C::Lift, &[Party::Officer], &[], S::Verified, &[E::MembersTold, E::VacanciesShown]),
    ];
}

/// What an organisation says of itself: form 03 for an employer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationProfile {
    /// Chủ thể tuyển dụng.
    pub subject: Option<Subject>,
    /// Loại hình doanh nghiệp.
    pub ownership: Option<OwnershipKind>,
    /// Địa chỉ, with the park where it is in one.
    pub place: Option<Place>,
    /// Số điện thoại.
    pub phone: Option<Phone>,
    /// Email.
    pub email: Option<Email>,
    /// Ngành kinh doanh chính: a section (A to U) of VSIC 2018, as form 03 still prints.
    pub industry: Option<String>,
    /// Mặt hàng/sản phẩm dịch vụ chính.
    pub product: String,
    /// Quy mô lao động.
    pub workforce: Option<Workforce>,
    /// Số lao động tuyển dụng 6 tháng tới.
    pub need_6_months: Option<u32>,
    /// Đăng ký dịch vụ.
    pub services: Vec<EmployerService>,
    /// Thời gian đăng ký.
    pub when: String,
    /// Người đại diện đăng ký: họ tên.
    pub representative: Option<PersonName>,
    /// Chức vụ.
    pub representative_title: String,
    /// Số điện thoại of the representative.
    pub representative_phone: Option<Phone>,
}
