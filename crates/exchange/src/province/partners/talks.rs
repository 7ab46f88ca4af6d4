//! Who talks with whom, and how far they have come.

use super::super::Province;
use super::super::organisations::Employer;
use super::super::scene::{Scene, Topic};
use super::super::walk::Walk;
use super::{Partners, owner_of};
use crate::agreements;
use crate::error::{ExchangeError, Result};
use crate::generate::random::Dice;
use chrono::{Datelike, Months, TimeDelta};
use sanviec_domain::agreement::text::compose;
use sanviec_domain::agreement::{AgreementCommand, AgreementContent, AgreementLife, AgreementLine, SigningFactor};
use sanviec_domain::ids::{AgreementId, OrganisationId, PartnershipId, PersonId};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::partnership::clock::Urgency;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipLife, PartnershipReason, PartnershipState, Proposer, Side, Sides};
use sanviec_domain::time::Instant;
use sanviec_store::agreements::{AgreementRecord, SignatureRecord, VersionRecord};
use sanviec_store::demands::DemandRecord;
use sanviec_store::partnerships::PartnershipRecord;
use sanviec_store::programmes::ProgrammeRecord;
use sanviec_store::{Entity, OrganisationRecord};

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

pub(super) fn bring_together(
    scene: &Scene<'_>,
    officer: PersonId,
    employers: &[Employer],
    colleges: &[OrganisationRecord],
    partners: &mut Partners,
    province: &mut Province,
) -> Result<()> {
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
        event: None,
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
    let party = |organisation| agreements::party(scene.exchange, organisation);
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
