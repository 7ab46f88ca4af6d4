//! What the colleges teach, what the employers will need, and what has come of bringing them together.

mod talks;

use super::Province;
use super::cases;
use super::organisations::Employer;
use super::scene::{Scene, Topic};
use super::walk::Walk;
use crate::error::Result;
use chrono::{Datelike, TimeDelta};
use sanviec_domain::demand::{DemandAudience, DemandContent, DemandOffer, DemandState};
use sanviec_domain::ids::{CohortId, DemandId, OrganisationId, PersonId, ProgrammeId};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::money::Vnd;
use sanviec_domain::month::Month;
use sanviec_domain::organisation::{MemberRole, OrganisationState};
use sanviec_domain::training::{Cohort, ProgrammeCommand, ProgrammeContent, ProgrammeKind, ProgrammeLife, TrainingLevel};
use sanviec_domain::vocabulary::{Qualification, Shift};
use sanviec_store::agreements::{AgreementRecord, SignatureRecord, VersionRecord};
use sanviec_store::demands::DemandRecord;
use sanviec_store::partnerships::PartnershipRecord;
use sanviec_store::programmes::ProgrammeRecord;
use sanviec_store::{Entity, OrganisationRecord, Unit};

/// Everything that this module makes.
#[derive(Default)]
pub(super) struct Partners {
    pub programmes: Vec<ProgrammeRecord>,
    pub cohorts: Vec<(OrganisationId, Cohort)>,
    pub demands: Vec<DemandRecord>,
    pub partnerships: Vec<PartnershipRecord>,
    pub agreements: Vec<(AgreementRecord, VersionRecord, Vec<SignatureRecord>)>,
}

impl Partners {
    /// Writes all of it.
    pub async fn write(self, unit: &Unit) -> Result<()> {
        for programme in &self.programmes {
            sanviec_store::programmes::insert(unit, programme).await?;
        }
        for (college, cohort) in &self.cohorts {
            sanviec_store::programmes::put_cohort(unit, *college, cohort).await?;
        }
        for demand in &self.demands {
            sanviec_store::demands::insert(unit, demand).await?;
        }
        for partnership in &self.partnerships {
            sanviec_store::partnerships::insert(unit, partnership).await?;
        }
        for (agreement, version, signatures) in &self.agreements {
            sanviec_store::agreements::insert(unit, agreement).await?;
            sanviec_store::agreements::add_version(unit, agreement.id, version).await?;
            for signature in signatures {
                sanviec_store::agreements::sign(unit, agreement.id, signature).await?;
            }
        }
        Ok(())
    }
}

/// What employers need: title, occupation, income in VND, and a programme that leads to it.
const NEEDS: [(&str, &str, i64, &str); 10] = [
    ("Kỹ thuật viên cơ điện tử", "7412", 11_000_000, "Cơ điện tử"),
    ("Thợ điện công nghiệp", "7411", 10_500_000, "Điện công nghiệp"),
    ("Kỹ thuật viên bảo trì dây chuyền", "3113", 12_000_000, "Tự động hóa công nghiệp"),
    ("Thợ hàn", "7212", 11_500_000, "Hàn"),
    ("Thợ vận hành máy CNC", "7223", 12_000_000, "Cắt gọt kim loại"),
    ("Kỹ thuật viên ô tô", "7231", 10_000_000, "Công nghệ ô tô"),
    ("Thợ may công nghiệp", "7531", 9_000_000, "Công nghệ may"),
    ("Kỹ thuật viên điện tử", "3114", 11_000_000, "Điện tử công nghiệp"),
    ("Lập trình viên", "2512", 15_000_000, "Công nghệ thông tin"),
    ("Kế toán doanh nghiệp", "3313", 9_500_000, "Kế toán doanh nghiệp"),
];

/// Makes all of it. The first college is the one that the demo acts for, and so is the shown employer.
pub(super) fn invent(scene: &Scene<'_>, officer: PersonId, employers: &[Employer], province: &mut Province) -> Result<()> {
    let colleges: Vec<OrganisationRecord> = province
        .organisations
        .iter()
        .filter(|organisation| organisation.kind == sanviec_domain::organisation::OrganisationKind::College && organisation.state == OrganisationState::Verified)
        .cloned()
        .collect();
    let mut partners = Partners::default();
    for (index, college) in colleges.iter().enumerate() {
        teach(scene, officer, index, college, &mut partners, province)?;
    }
    demand(scene, employers, &mut partners);
    talks::bring_together(scene, officer, employers, &colleges, &mut partners, province)?;
    province.partners = partners;
    Ok(())
}

fn owner_of(province: &Province, organisation: OrganisationId) -> Option<PersonId> {
    let mut members = province.members.iter();
    members
        .find(|(_, of, role)| *of == organisation && *role == MemberRole::Owner)
        .map(|(person, _, _)| *person)
}

/// The programmes of a college with their classes; the last of the first college waits for an officer.
fn teach(scene: &Scene<'_>, officer: PersonId, index: usize, college: &OrganisationRecord, partners: &mut Partners, province: &mut Province) -> Result<()> {
    let made = scene.corpus.colleges().into_iter().find(|made| made.name == college.name);
    let names = made.map(|made| made.programmes).unwrap_or_default();
    let reference = &scene.exchange.reference;
    let owner = owner_of(province, college.id);
    for (place, made) in names.iter().enumerate() {
        let mut dice = scene.dice(Topic::Training, index * 100 + place);
        let Some(field) = reference.lists().training_fields.iter().find(|field| field.code == made.code) else {
            continue;
        };
        let name = made.name.as_str();
        let level = if field.level == "cao_dang" {
            TrainingLevel::College
        } else {
            TrainingLevel::Intermediate
        };
        let hints = field.vsco_prefix_hint.as_deref().unwrap_or_default().split_whitespace();
        let mut occupations: Vec<String> = NEEDS.iter().filter(|need| need.3 == name).map(|need| need.1.to_owned()).collect();
        occupations.extend(hints.filter(|code| reference.occupation(code).is_some()).map(str::to_owned));
        occupations.truncate(4);
        let content = ProgrammeContent {
            name: name.to_owned(),
            field: Some(field.code.clone()),
            level: Some(level),
            kind: Some(ProgrammeKind::Regular),
            months: Some(if level == TrainingLevel::College { 30 } else { 24 }),
            capacity: Some(u32::from(made.seats)),
            tuition: Some(Vnd(if dice.percent(40) { 0 } else { dice.between(6, 12) * 100_000 })),
            support: "Có ký túc xá. Người học hộ nghèo, cận nghèo được giảm học phí.".to_owned(),
            place: college.profile.place.clone(),
            occupations,
            occupations_confirmed: true,
            internship_months: Some(dice.between(2, 6) as u32),
            workshops: String::new(),
            description: format!(
                "Học lý thuyết buổi sáng, thực hành buổi chiều; học kỳ cuối thực tập tại doanh nghiệp. Nghề {}.",
                name.to_lowercase()
            ),
        };
        let waits = index == 0 && place + 1 == names.len();
        let days = dice.between(40, 90);
        let created_at = if waits {
            scene.waiting_since(&mut dice, false)
        } else {
            scene.days_ago(&mut dice, days)
        };
        let id = ProgrammeId(scene.uuid(created_at));
        let mut walk = Walk::<ProgrammeLife>::begin(created_at);
        walk.step(ProgrammeCommand::Submit, (Party::Owner, owner), created_at, None)?;
        if waits {
            let about = cases::About {
                kind: CaseKind::Programme,
                entity: Entity::Programme,
                subject: id.0,
                organisation: college.id,
                by: owner,
                opened: created_at,
                findings: content.findings(),
            };
            let case = cases::waiting(scene, about);
            province.cases.push(case);
        } else {
            walk.step(ProgrammeCommand::Publish, (Party::Officer, Some(officer)), created_at + TimeDelta::hours(4), None)?;
        }
        partners.programmes.push(ProgrammeRecord {
            id,
            college: college.id,
            state: walk.state,
            shown: (!waits).then(|| content.clone()),
            written: content,
            version: walk.version(),
            created_by: owner,
            created_at,
            updated_at: walk.last,
            published_at: (!waits).then_some(walk.last),
        });
        walk.leave(Entity::Programme, id.0, &mut province.lines);
        for year in 0..2 {
            let graduates = Month::new(scene.today.year() + 1 + year, 6).unwrap_or_else(|_| Month::of(scene.today));
            let enrolled = dice.between(24, 70) as u32;
            partners.cohorts.push((
                college.id,
                Cohort {
                    id: CohortId(scene.uuid(created_at)),
                    programme: id,
                    name: format!("K{}", graduates.year() - 2_010),
                    starts: graduates.plus(if level == TrainingLevel::College { -33 } else { -21 }),
                    graduates,
                    enrolled,
                    unplaced: enrolled - dice.between(0, i64::from(enrolled) / 3) as u32,
                },
            ));
        }
    }
    Ok(())
}

/// What verified employers will need: the shown one has two needs, every fourth of the others one.
fn demand(scene: &Scene<'_>, employers: &[Employer], partners: &mut Partners) {
    for (index, employer) in employers.iter().enumerate() {
        let is_shown = index == scene.plan.shown;
        if employer.record.state != OrganisationState::Verified || !(is_shown || index % 4 == 2) {
            continue;
        }
        for turn in 0..if is_shown { 2 } else { 1 } {
            let mut dice = scene.dice(Topic::Demand, index * 10 + turn);
            let (title, occupation, income, _) = NEEDS[if is_shown { turn } else { dice.below(NEEDS.len()) }];
            let Some(place) = employer.record.profile.place.clone() else { continue };
            let from = Month::of(scene.today).plus(dice.between(4, 16) as i32);
            let days = dice.between(3, 60);
            let created_at = scene.days_ago(&mut dice, days);
            let offers = [DemandOffer::Internship, DemandOffer::Tuition, DemandOffer::Housing, DemandOffer::Instructors];
            partners.demands.push(DemandRecord {
                id: DemandId(scene.uuid(created_at)),
                business: employer.record.id,
                state: DemandState::Open,
                content: DemandContent {
                    title: title.to_owned(),
                    occupation: occupation.to_owned(),
                    level: if dice.percent(60) { Qualification::Intermediate } else { Qualification::College },
                    headcount: dice.between(2, 16) as u32 * 5,
                    minimum: 0,
                    from,
                    until: from.plus(dice.between(1, 5) as i32),
                    place,
                    wage: Some(Vnd(income + dice.between(-4, 6) * 250_000)),
                    shift: Some(if dice.percent(50) { Shift::Day } else { Shift::TwoShifts }),
                    offers: offers.into_iter().filter(|_| dice.percent(45)).collect(),
                    note: String::new(),
                    audience: if dice.percent(70) { DemandAudience::Colleges } else { DemandAudience::Public },
                },
                confirmed_at: created_at,
                asked_at: None,
                version: 1,
                created_by: Some(employer.owner),
                created_at,
            });
        }
    }
}
