//! The employers and colleges with their members.

use super::Province;
use super::accounts::{Account, Staff};
use super::cases::{self, Decided};
use super::scene::{Scene, Topic};
use super::walk::Walk;
use crate::error::Result;
use crate::generate::random::Dice;
use chrono::TimeDelta;
use sanviec_domain::contact::{Email, TaxCode};
use sanviec_domain::ids::{OrganisationId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationKind, OrganisationLife, OrganisationProfile, OrganisationState};
use sanviec_domain::text::fold;
use sanviec_domain::time::Instant;
use sanviec_store::Entity;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::people::PersonRecord;

/// Of so many employers in a row, this one is trusted: not the one that the demo acts for.
const TRUSTED: usize = 3;

/// An employer with those who write its vacancies.
pub(super) struct Employer {
    pub record: OrganisationRecord,
    pub owner: PersonId,
    pub recruiter: Option<PersonId>,
}

impl Employer {
    /// Who wrote a vacancy: its recruiter, mostly, where it has one.
    pub fn writer(&self, dice: &mut Dice) -> PersonId {
        match self.recruiter {
            Some(recruiter) if dice.percent(70) => recruiter,
            _ => self.owner,
        }
    }
}

/// What happens to an organisation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Verified,
    Pending,
    Refused,
    Suspended,
}

/// Makes the employers, in the corpus's order, and the colleges.
pub(super) fn invent(scene: &Scene<'_>, staff: &Staff, province: &mut Province) -> Result<Vec<Employer>> {
    let plan = &scene.plan;
    let mut employers = Vec::with_capacity(plan.employers);
    let mut members = 0;
    for made in scene.corpus.employers() {
        let index = made.index;
        let mut dice = scene.dice(Topic::Organisation, index);
        let dice = &mut dice;
        let shown = index == plan.shown;
        let standing = match index {
            _ if plan.pending.contains(&index) => Standing::Pending,
            _ if plan.refused.contains(&index) => Standing::Refused,
            _ if plan.suspended.contains(&index) => Standing::Suspended,
            _ => Standing::Verified,
        };
        let overdue = plan.pending.last() == Some(&index);
        let created_at = founded(scene, dice, standing, overdue);
        let owner = if shown {
            Account::Owner.record(scene, created_at)
        } else {
            member(scene, &mut members, &made.profile, created_at)
        };
        let mut profile = made.profile.clone();
        (profile.representative, profile.representative_phone) = (owner.name.clone(), owner.phone.clone());
        let record = organisation(
            scene,
            staff,
            province,
            Draft {
                kind: OrganisationKind::Employer,
                name: &made.name,
                tax_code: Some(made.tax_code.clone()),
                profile,
                created_at,
                owner: owner.id,
            },
            standing,
            index,
        )?;
        if shown {
            province.shown = Some((owner.id, record.id));
        }
        let role = if index == plan.ownerless { MemberRole::Recruiter } else { MemberRole::Owner };
        let mut employer = Employer {
            owner: join(province, owner, record.id, role),
            recruiter: None,
            record,
        };
        if shown || index % 4 == 1 {
            let recruiter = if shown {
                Account::Recruiter.record(scene, created_at)
            } else {
                colleague(scene, &mut members, &made.profile, "tuyendung2", dice, created_at)
            };
            employer.recruiter = Some(join(province, recruiter, employer.record.id, MemberRole::Recruiter));
        }
        if shown || index % 12 == 5 {
            let viewer = if shown {
                Account::Viewer.record(scene, created_at)
            } else {
                colleague(scene, &mut members, &made.profile, "ketoan", dice, created_at)
            };
            join(province, viewer, employer.record.id, MemberRole::Viewer);
        }
        employers.push(employer);
    }
    for (index, made) in scene.corpus.colleges().into_iter().enumerate() {
        let mut dice = scene.dice(Topic::Organisation, 1_000_000 + index);
        // The last of the colleges waits to be verified.
        let standing = if index == 7 { Standing::Pending } else { Standing::Verified };
        let created_at = founded(scene, &mut dice, standing, false);
        let owner = if index == 0 {
            Account::College.record(scene, created_at)
        } else {
            member(scene, &mut members, &made.profile, created_at)
        };
        let mut profile = made.profile;
        (profile.representative, profile.representative_phone) = (owner.name.clone(), owner.phone.clone());
        let record = organisation(
            scene,
            staff,
            province,
            Draft {
                kind: OrganisationKind::College,
                name: &made.name,
                tax_code: None,
                profile,
                created_at,
                owner: owner.id,
            },
            standing,
            index,
        )?;
        join(province, owner, record.id, MemberRole::Owner);
    }
    Ok(employers)
}

fn founded(scene: &Scene<'_>, dice: &mut Dice, standing: Standing, overdue: bool) -> Instant {
    match standing {
        Standing::Pending => scene.waiting_since(dice, overdue),
        Standing::Refused => scene.handed_in_and_decided(dice, 6).0,
        // Before any vacancy of the last months.
        Standing::Verified | Standing::Suspended => {
            let days = dice.between(100, 420);
            scene.days_ago(dice, days)
        }
    }
}

/// What an organisation registers with.
struct Draft<'d> {
    kind: OrganisationKind,
    name: &'d str,
    tax_code: Option<TaxCode>,
    profile: OrganisationProfile,
    created_at: Instant,
    owner: PersonId,
}

fn organisation(scene: &Scene<'_>, staff: &Staff, province: &mut Province, draft: Draft<'_>, standing: Standing, index: usize) -> Result<OrganisationRecord> {
    let mut dice = scene.dice(Topic::Organisation, 2_000_000 + index);
    let id = OrganisationId(scene.uuid(draft.created_at));
    let mut walk = Walk::<OrganisationLife>::begin(draft.created_at);
    let officer = staff.officer(index);
    let by_officer = (Party::Officer, Some(officer));
    let decided = scene.past(sanviec_domain::calendar::due(
        draft.created_at,
        TimeDelta::minutes(dice.between(20, 440)),
        &scene.exchange.is_holiday(),
    ));
    let about = cases::About {
        kind: CaseKind::Organisation,
        entity: Entity::Organisation,
        subject: id.0,
        organisation: id,
        by: Some(draft.owner),
        opened: draft.created_at,
        findings: Vec::new(),
    };
    match standing {
        Standing::Pending => {
            let case = cases::waiting(scene, about);
            province.cases.push(case);
        }
        Standing::Verified => walk.step(OrganisationCommand::Verify, by_officer, decided, None)?,
        Standing::Refused => {
            walk.step(OrganisationCommand::Refuse, by_officer, decided, None)?;
            let message = "Mã số thuế và tên doanh nghiệp không khớp với giấy đăng ký gửi kèm. Mời doanh nghiệp gửi lại bản chụp rõ hơn.";
            cases::decided(
                scene,
                province,
                about,
                Decided {
                    officer,
                    at: decided,
                    outcome: Outcome::Rejected,
                    reasons: vec![Reason::Misleading],
                    message,
                    note: "Đã gọi số đại diện hai lần, không nghe máy.",
                },
            )?;
        }
        Standing::Suspended => {
            walk.step(OrganisationCommand::Verify, by_officer, decided, None)?;
            let days = dice.between(3, 20);
            let at = scene.days_ago(&mut dice, days);
            walk.step(
                OrganisationCommand::Suspend,
                by_officer,
                at,
                Some("Nhiều người tìm việc phản ánh thu tiền đồng phục trước khi nhận việc.".to_owned()),
            )?;
        }
    }
    let record = OrganisationRecord {
        id,
        kind: draft.kind,
        state: walk.state,
        name: draft.name.to_owned(),
        tax_code: draft.tax_code,
        profile: draft.profile,
        trusted: walk.state == OrganisationState::Verified && index % 6 == TRUSTED,
        sample: true,
        version: walk.version(),
        created_at: draft.created_at,
        updated_at: walk.last,
    };
    walk.leave(Entity::Organisation, id.0, &mut province.lines);
    province.organisations.push(record.clone());
    Ok(record)
}

/// Its representative, with a number of a row of its own so that no two are the same.
fn member(scene: &Scene<'_>, members: &mut u32, profile: &OrganisationProfile, created_at: Instant) -> PersonRecord {
    let name = profile.representative.clone();
    let given = name.as_ref().map(|name| fold(name.given())).unwrap_or_default();
    person(scene, members, profile, &given, name, created_at)
}

fn colleague(scene: &Scene<'_>, members: &mut u32, profile: &OrganisationProfile, mailbox: &str, dice: &mut Dice, created_at: Instant) -> PersonRecord {
    // Somebody of the corpus far behind the seekers.
    let name = scene.corpus.person(9_000_000 + dice.below(900_000) as u64).name;
    person(scene, members, profile, mailbox, Some(name), created_at)
}

fn person(
    scene: &Scene<'_>,
    members: &mut u32,
    profile: &OrganisationProfile,
    mailbox: &str,
    name: Option<sanviec_domain::contact::PersonName>,
    created_at: Instant,
) -> PersonRecord {
    *members += 1;
    let host = profile.email.as_ref().and_then(|email| email.as_str().split('@').nth(1));
    PersonRecord {
        id: PersonId(scene.uuid(created_at)),
        name,
        phone: format!("0309{members:06}").parse().ok(),
        email: host.and_then(|host| format!("{mailbox}@{host}").parse::<Email>().ok()),
        birth_year: None,
        locale: Locale::Vi,
        created_at,
    }
}

fn join(province: &mut Province, person: PersonRecord, organisation: OrganisationId, role: MemberRole) -> PersonId {
    let id = person.id;
    province.people.push(person);
    province.members.push((id, organisation, role));
    id
}
