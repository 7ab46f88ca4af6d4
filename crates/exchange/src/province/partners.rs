//! What the colleges teach, what the employers will need, and what has come of bringing them together.

use super::Province;
use super::cases;
use super::organisations::Employer;
use super::scene::{Scene, Topic};
use super::walk::Walk;
use crate::agreements;
use crate::error::{ExchangeError, Result};
use crate::generate::random::Dice;
use chrono::{Datelike, Months, TimeDelta};
use sanviec_domain::agreement::text::{PartyText, compose};
use sanviec_domain::agreement::{AgreementCommand, AgreementContent, AgreementLife, AgreementLine, SigningFactor};
use sanviec_domain::demand::{DemandAudience, DemandContent, DemandOffer, DemandState};
use sanviec_domain::ids::{AgreementId, CohortId, DemandId, OrganisationId, PartnershipId, PersonId, ProgrammeId};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::money::Vnd;
use sanviec_domain::month::Month;
use sanviec_domain::organisation::{MemberRole, OrganisationState};
use sanviec_domain::partnership::clock::Urgency;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipLife, PartnershipReason, PartnershipState, Proposer, Side, Sides};
use sanviec_domain::time::Instant;
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

/// How far the talks of a pair have come.
const STORIES: [PartnershipState; 9] = [
    PartnershipState::Proposed,
    PartnershipState::Negotiating,
    PartnershipState::Signed,
    PartnershipState::Accepted,
    PartnershipState::Declined,
    PartnershipState::Signed,
    PartnershipState::Active,
    PartnershipState::Negotiating,
    PartnershipState::Proposed,
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
    bring_together(scene, officer, employers, &colleges, &mut partners, province)?;
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

/// A pair that talks: a need and a programme that leads to it.
struct Pair<'a> {
    demand: &'a DemandRecord,
    programme: &'a ProgrammeRecord,
    employer: &'a Employer,
    college: &'a OrganisationRecord,
}

/// The programme that leads to a need's work: of the first college where it has one.
fn programme_for<'a>(demand: &DemandRecord, programmes: &'a [ProgrammeRecord]) -> Option<&'a ProgrammeRecord> {
    programmes
        .iter()
        .find(|programme| programme.shown.as_ref().is_some_and(|shown| shown.occupations.contains(&demand.content.occupation)))
}

fn bring_together(scene: &Scene<'_>, officer: PersonId, employers: &[Employer], colleges: &[OrganisationRecord], partners: &mut Partners, province: &mut Province) -> Result<()> {
    let mut talking: Vec<(OrganisationId, OrganisationId)> = Vec::new();
    let mut told = 0;
    for demand in &partners.demands {
        let Some(story) = STORIES.get(told).copied() else { break };
        let Some(programme) = programme_for(demand, &partners.programmes) else { continue };
        let employer = employers.iter().find(|employer| employer.record.id == demand.business);
        let college = colleges.iter().find(|college| college.id == programme.college);
        let (Some(employer), Some(college)) = (employer, college) else { continue };
        if talking.contains(&(demand.business, college.id)) {
            continue;
        }
        talking.push((demand.business, college.id));
        let pair = Pair {
            demand,
            programme,
            employer,
            college,
        };
        let mut dice = scene.dice(Topic::Partnership, told);
        let proposer = [Proposer::Business, Proposer::College, Proposer::Centre][told % 3];
        let (partnership, agreement) = talk(scene, &mut dice, officer, &pair, story, proposer, told, province)?;
        partners.partnerships.push(partnership);
        partners.agreements.extend(agreement);
        told += 1;
    }
    Ok(())
}

type Signed = (AgreementRecord, VersionRecord, Vec<SignatureRecord>);

#[expect(clippy::too_many_arguments, reason = "one partnership's story, told once, here")]
fn talk(
    scene: &Scene<'_>,
    dice: &mut Dice,
    officer: PersonId,
    pair: &Pair<'_>,
    story: PartnershipState,
    proposer: Proposer,
    number: usize,
    province: &mut Province,
) -> Result<(PartnershipRecord, Option<Signed>)> {
    use PartnershipCommand as C;
    let director = owner_of(province, pair.college.id);
    let (business_by, college_by) = ((Party::Owner, Some(pair.employer.owner)), (Party::Owner, director));
    let days = dice.between(20, 38);
    let begun = scene.days_ago(dice, days).max(pair.demand.created_at).max(pair.programme.created_at);
    let id = PartnershipId(scene.uuid(begun));
    let mut walk = Walk::<PartnershipLife>::begin(begun);
    let by = match proposer {
        Proposer::Business => business_by,
        Proposer::College => college_by,
        _ => (Party::Officer, Some(officer)),
    };
    walk.entered("begin", by);
    let at = |day: i64| scene.past(begun + TimeDelta::days(day));
    let answers = match proposer {
        Proposer::Business => college_by,
        _ => business_by,
    };
    let steps: &[C] = match story {
        PartnershipState::Proposed => &[],
        PartnershipState::Accepted => &[C::Accept],
        PartnershipState::Declined => &[C::Accept, C::Decline],
        PartnershipState::Negotiating => &[C::Accept, C::Write],
        PartnershipState::Signed => &[C::Accept, C::Write, C::Seal],
        _ => &[C::Accept, C::Write, C::Seal, C::Begin],
    };
    for (day, command) in steps.iter().enumerate() {
        let by = if *command == C::Write { business_by } else { answers };
        walk.step(*command, by, at(2 + 3 * day as i64), None)?;
    }
    let has_agreed = story != PartnershipState::Proposed;
    let agreement = if steps.contains(&C::Write) {
        Some(agree(scene, pair, id, at(5), steps.contains(&C::Seal).then(|| at(8)), director, number, province)?)
    } else {
        None
    };
    let moved_at = walk.last;
    let record = PartnershipRecord {
        id,
        sides: Sides {
            business: pair.employer.record.id,
            college: pair.college.id,
        },
        state: walk.state,
        proposer,
        demand: Some(pair.demand.id),
        programme: Some(pair.programme.id),
        business_agrees: has_agreed || proposer == Proposer::Business,
        college_agrees: has_agreed || proposer == Proposer::College,
        reason: (story == PartnershipState::Declined).then_some(PartnershipReason::Time),
        moved_at,
        urgency: if walk.state.was_signed() { Urgency::Fresh } else { Urgency::due(moved_at, scene.now) },
        version: walk.version(),
        created_by: by.1,
        created_at: begun,
        signed_at: steps.contains(&C::Seal).then(|| at(8)),
    };
    walk.leave(Entity::Partnership, id.0, &mut province.lines);
    Ok((record, agreement))
}

#[expect(clippy::too_many_arguments, reason = "one agreement's story, told once, here")]
fn agree(
    scene: &Scene<'_>,
    pair: &Pair<'_>,
    partnership: PartnershipId,
    written_at: Instant,
    signed_at: Option<Instant>,
    director: Option<PersonId>,
    number: usize,
    province: &mut Province,
) -> Result<Signed> {
    let (need, programme) = (&pair.demand.content, &pair.programme.written);
    let from = sanviec_domain::time::vietnam_date(written_at);
    let content = AgreementContent {
        lines: vec![AgreementLine {
            programme: Some(pair.programme.id),
            training: programme.name.clone(),
            occupation: need.occupation.clone(),
            work: need.title.clone(),
            people: need.headcount,
            intake: need.from,
            internship_months: programme.internship_months.unwrap_or_default(),
            terms: String::new(),
        }],
        from,
        until: from.checked_add_months(Months::new(24)).unwrap_or(from),
        business_terms: "Nhận thực tập, trả lương thực tập ít nhất bằng 85 % lương của vị trí.\nPhỏng vấn người tốt nghiệp trong 10 ngày.".to_owned(),
        college_terms: "Gửi danh sách người sắp tốt nghiệp trước 3 tháng.\nĐưa nội dung an toàn lao động của doanh nghiệp vào chương trình.".to_owned(),
        other_terms: String::new(),
    };
    let name = format!("HT-{}-{:04}", from.year(), 9_000 + number);
    let party = |organisation: &OrganisationRecord| PartyText {
        name: organisation.name.clone(),
        tax_code: organisation.tax_code.as_ref().map(ToString::to_string),
        address: organisation
            .profile
            .place
            .as_ref()
            .map(|place| scene.exchange.reference.place_label(place))
            .unwrap_or_default(),
        representative: organisation.profile.representative.as_ref().map(ToString::to_string).unwrap_or_default(),
        representative_title: organisation.profile.representative_title.clone(),
        phone: organisation.profile.phone.as_ref().map(sanviec_domain::contact::Phone::spaced).unwrap_or_default(),
    };
    let body = compose(agreements::templates::BUILT_IN, &name, &content, &party(&pair.employer.record), &party(pair.college))
        .map_err(|error| ExchangeError::Internal(error.to_string()))?;
    let id = AgreementId(scene.uuid(written_at));
    let mut walk = Walk::<AgreementLife>::begin(written_at);
    walk.entered("begin", (Party::Owner, Some(pair.employer.owner)));
    let version = VersionRecord {
        number: 1,
        hash: agreements::hash(&body),
        body,
        content,
        template: 0,
        side: Some(Side::Business),
        written_by: Some(pair.employer.owner),
        written_at,
    };
    let mut signatures = Vec::new();
    if let Some(at) = signed_at {
        for (side, person, organisation) in [(Side::Business, Some(pair.employer.owner), &pair.employer.record), (Side::College, director, pair.college)] {
            walk.step(AgreementCommand::Sign, (Party::Owner, person), at, None)?;
            signatures.push(SignatureRecord {
                number: 1,
                hash: version.hash.clone(),
                side,
                person,
                name: organisation.profile.representative.as_ref().map(ToString::to_string).unwrap_or_default(),
                title: organisation.profile.representative_title.clone(),
                factor: SigningFactor::Code,
                at: walk.last,
                cleared_at: None,
            });
        }
    }
    let record = AgreementRecord {
        id,
        partnership,
        state: walk.state,
        number: name,
        amends: None,
        current: 1,
        reason: None,
        ends_on: signed_at.map(|_| version.content.until),
        version: walk.version(),
        created_at: written_at,
        signed_at,
    };
    walk.leave(Entity::Agreement, id.0, &mut province.lines);
    Ok((record, version, signatures))
}
