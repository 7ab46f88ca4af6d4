//! Who takes part in the year: 45 businesses of the economic zone, three colleges, an officer.

use super::super::SEED;
use crate::Exchange;
use crate::demands;
use crate::error::{ExchangeError, Result};
use crate::generate::{Corpus, CorpusOptions};
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::demand::{DemandAudience, DemandContent, DemandOffer};
use sanviec_domain::ids::{CohortId, OrganisationId, PersonId, ProgrammeId};
use sanviec_domain::language::Locale;
use sanviec_domain::money::Vnd;
use sanviec_domain::month::Month;
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationKind, OrganisationLife, OrganisationProfile, OrganisationState};
use sanviec_domain::place::Place;
use sanviec_domain::training::{Cohort, ProgrammeCommand, ProgrammeContent, ProgrammeKind, ProgrammeLife, ProgrammeState, TrainingLevel};
use sanviec_domain::vocabulary::{Qualification, Vocabulary};
use sanviec_store::programmes::{self, ProgrammeRecord};
use sanviec_store::{Entity, OrganisationRecord, PersonRecord, Unit};
use std::ops::Range;

/// Businesses of the year.
const BUSINESSES: usize = 45;
/// The employers of the province stand before them in the corpus: nobody is in both.
const BEHIND: usize = 300;

/// A college: its name, province or commune, and what it teaches with the occupation that it leads to.
type College = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The colleges.
const COLLEGES: [College; 3] = [
    (
        "Trường Cao đẳng Kỹ nghệ Đông Đô (mẫu)",
        "01",
        &[
            ("Điện công nghiệp", "7411"),
            ("Công nghệ thông tin", "2512"),
            ("Tự động hóa công nghiệp", "3113"),
            ("Điện tử công nghiệp", "3114"),
        ],
    ),
    (
        "Trường Cao đẳng Cơ giới Hồ Tây (mẫu)",
        "01",
        &[("Cắt gọt kim loại", "7223"), ("Hàn", "7212"), ("Công nghệ ô tô", "7231")],
    ),
    ("Trường Cao đẳng nghề Diêm Điền (mẫu)", "12826", &[("Cơ điện tử", "7412"), ("Công nghệ may", "7531")]),
];

/// What businesses need: title, occupation, income in VND.
const NEEDS: [(&str, &str, i64); 9] = [
    ("Thợ điện công nghiệp", "7411", 10_000_000),
    ("Lập trình viên", "2512", 14_000_000),
    ("Kỹ thuật viên tự động hóa", "3113", 11_500_000),
    ("Thợ vận hành máy CNC", "7223", 11_000_000),
    ("Kỹ thuật viên điện tử", "3114", 10_500_000),
    ("Thợ hàn", "7212", 10_500_000),
    ("Kỹ thuật viên cơ điện tử", "7412", 10_500_000),
    ("Thợ điện bảo trì", "7411", 10_000_000),
    ("Kỹ thuật viên ô tô", "7231", 9_500_000),
];

/// Which of [`NEEDS`] a business of the second conference has, where it isn't its turn.
const OTHERS: [(usize, usize); 6] = [(25, 5), (26, 8), (27, 4), (28, 6), (29, 0), (30, 3)];

/// Who starts work under the first three agreements.
pub(super) const HIRED: [&[&str]; 3] = [
    &["Nguyễn Văn Hải", "Trần Thị Lan", "Phạm Văn Đức", "Lê Thị Hương", "Hoàng Văn Nam"],
    &["Vũ Thị Thu", "Đặng Văn Long", "Bùi Thị Nga"],
    &["Đỗ Văn Tùng", "Ngô Thị Mai", "Dương Văn Kiên", "Lý Thị Hoa"],
];

/// Somebody who acts for an organisation.
pub(super) struct Member {
    /// Who, to a use case.
    pub actor: Actor,
    /// The person's name.
    pub name: String,
    /// What a college teaches.
    pub programmes: Vec<ProgrammeId>,
}

/// Everybody.
pub(super) struct Cast {
    pub officer: Actor,
    pub businesses: Vec<Member>,
    pub colleges: Vec<Member>,
}

/// A person of the story; the number is nobody's.
async fn person(unit: &Unit, number: usize, name: &str, mailbox: &str) -> Result<PersonId> {
    let record = PersonRecord {
        id: PersonId(unit.uuid()),
        name: name.parse().ok(),
        phone: format!("0302024{number:03}").parse().ok(),
        email: format!("{mailbox}@mau.example").parse().ok(),
        birth_year: None,
        locale: Locale::Vi,
        created_at: unit.now(),
    };
    let id = record.id;
    sanviec_store::people::insert(unit, record).await?;
    Ok(id)
}

/// A verified organisation with its owner.
async fn organisation(
    unit: &Unit,
    kind: OrganisationKind,
    name: &str,
    tax_code: Option<sanviec_domain::contact::TaxCode>,
    profile: OrganisationProfile,
    owner: PersonId,
) -> Result<OrganisationId> {
    let id = OrganisationId(unit.uuid());
    let mut walk = super::super::walk::Walk::<OrganisationLife>::begin(unit.now());
    walk.step(OrganisationCommand::Verify, (sanviec_domain::lifecycle::Party::Officer, None), unit.now(), None)?;
    let record = OrganisationRecord {
        id,
        kind,
        state: OrganisationState::Verified,
        name: name.to_owned(),
        tax_code,
        profile,
        trusted: false,
        sample: true,
        version: walk.version(),
        created_at: unit.now(),
        updated_at: unit.now(),
    };
    sanviec_store::organisations::insert(unit, record).await?;
    let mut lines = Vec::new();
    walk.leave(Entity::Organisation, id.0, &mut lines);
    sanviec_store::history::insert_many(unit, lines).await?;
    unit.changed(Entity::Organisation, id.0, sanviec_store::ChangeKind::Put);
    sanviec_store::people::add_member(unit, owner, id, MemberRole::Owner).await?;
    Ok(id)
}

/// Makes everybody, as of now.
pub(super) async fn assemble(exchange: &Exchange) -> Result<Cast> {
    let unit = exchange.begin(&Actor::System).await?;
    let officer = person(&unit, 999, "Phạm Thị Thanh Tâm", "can-bo-2024").await?;
    sanviec_store::people::add_staff_role(&unit, officer, StaffRole::Counsellor).await?;
    let options = CorpusOptions {
        today: exchange.clock.today(),
        employers: BEHIND + BUSINESSES,
    };
    let corpus = Corpus::new(SEED, exchange.reference.clone(), options);
    let mut cast = Cast {
        officer: Actor::Staff {
            person: officer,
            role: StaffRole::Counsellor,
        },
        businesses: Vec::with_capacity(BUSINESSES),
        colleges: Vec::with_capacity(COLLEGES.len()),
    };
    for (number, made) in corpus.employers().iter().skip(BEHIND).take(BUSINESSES).enumerate() {
        let mut profile = made.profile.clone();
        let name = profile.representative.as_ref().map(ToString::to_string).unwrap_or_default();
        let owner = person(&unit, number, &name, &format!("nhan-su-{number}")).await?;
        "Giám đốc".clone_into(&mut profile.representative_title);
        let id = organisation(&unit, OrganisationKind::Employer, &made.name, Some(made.tax_code.clone()), profile, owner).await?;
        cast.businesses.push(Member {
            actor: Actor::Employer {
                person: owner,
                organisation: id,
                role: MemberRole::Owner,
            },
            name,
            programmes: Vec::new(),
        });
    }
    for (number, (name, place, teaches)) in COLLEGES.iter().enumerate() {
        let director = ["Nguyễn Đình Khải", "Trịnh Thị Mai Phương", "Lưu Quốc Hùng"][number % 3];
        let owner = person(&unit, 900 + number, director, &format!("truong-{number}")).await?;
        let place = match place.parse() {
            Ok(commune) => Place {
                commune: Some(commune),
                ..Place::province(exchange.reference.home())
            },
            Err(_) => Place::province(place.parse().map_err(|_| ExchangeError::Internal("no such province".to_owned()))?),
        };
        let profile = OrganisationProfile {
            place: Some(place.clone()),
            representative: director.parse().ok(),
            representative_title: "Hiệu trưởng".to_owned(),
            ..OrganisationProfile::default()
        };
        let id = organisation(&unit, OrganisationKind::College, name, None, profile, owner).await?;
        let mut programmes = Vec::new();
        for (programme, occupation) in *teaches {
            programmes.push(teach(&unit, id, owner, programme, occupation, &place).await?);
        }
        cast.colleges.push(Member {
            actor: Actor::College {
                person: owner,
                organisation: id,
                role: MemberRole::Owner,
            },
            name: director.to_owned(),
            programmes,
        });
    }
    unit.save().await?;
    Ok(cast)
}

/// A programme that the public reads, with a class that graduates this summer and one that does the next.
async fn teach(unit: &Unit, college: OrganisationId, owner: PersonId, name: &str, occupation: &str, place: &Place) -> Result<ProgrammeId> {
    let content = ProgrammeContent {
        name: name.to_owned(),
        level: Some(TrainingLevel::College),
        kind: Some(ProgrammeKind::Regular),
        months: Some(30),
        capacity: Some(60),
        place: Some(place.clone()),
        occupations: vec![occupation.to_owned()],
        occupations_confirmed: true,
        internship_months: Some(4),
        ..ProgrammeContent::default()
    };
    let mut walk = super::super::walk::Walk::<ProgrammeLife>::begin(unit.now());
    walk.step(ProgrammeCommand::Submit, (sanviec_domain::lifecycle::Party::Owner, Some(owner)), unit.now(), None)?;
    walk.step(ProgrammeCommand::Publish, (sanviec_domain::lifecycle::Party::Officer, None), unit.now(), None)?;
    let programme = ProgrammeRecord {
        id: ProgrammeId(unit.uuid()),
        college,
        state: ProgrammeState::Published,
        written: content.clone(),
        shown: Some(content),
        version: walk.version(),
        created_by: Some(owner),
        created_at: unit.now(),
        updated_at: unit.now(),
        published_at: Some(unit.now()),
    };
    programmes::insert(unit, &programme).await?;
    let mut lines = Vec::new();
    walk.leave(Entity::Programme, programme.id.0, &mut lines);
    sanviec_store::history::insert_many(unit, lines).await?;
    for (year, unplaced) in [(2024, 32), (2025, 40)] {
        let graduates = Month::new(year, 7).unwrap_or_else(|_| Month::of(unit.today()));
        let cohort = Cohort {
            id: CohortId(unit.uuid()),
            programme: programme.id,
            name: format!("K{}", year - 2010),
            starts: graduates.plus(-33),
            graduates,
            enrolled: 45,
            unplaced,
        };
        programmes::put_cohort(unit, college, &cohort).await?;
    }
    Ok(programme.id)
}

/// What some of the businesses need, stated before the conference.
pub(super) async fn state_needs(exchange: &Exchange, cast: &Cast, places: Range<usize>) -> Result<()> {
    for place in places {
        let business = &cast.businesses[place];
        let turn = OTHERS.iter().find(|(known, _)| *known == place).map_or(place, |(_, turn)| *turn);
        let (title, occupation, income) = NEEDS[turn % NEEDS.len()];
        let own = crate::organisations::own(exchange, &business.actor).await?;
        let from = Month::of(exchange.clock.today()).plus(4);
        let content = DemandContent {
            title: title.to_owned(),
            occupation: occupation.to_owned(),
            level: Qualification::Intermediate,
            headcount: 10 + 5 * (place as u32 % 4),
            minimum: 0,
            from,
            until: from.plus(6),
            place: own.profile.place.unwrap_or_else(|| Place::province(exchange.reference.home())),
            wage: Some(Vnd(income)),
            shift: None,
            offers: vec![DemandOffer::Internship, DemandOffer::ALL[1 + place % 4]],
            note: String::new(),
            audience: if place % 3 == 0 { DemandAudience::Public } else { DemandAudience::Colleges },
        };
        let written = demands::write(exchange, &business.actor, None, content).await?;
        written.map_err(|bad| ExchangeError::Internal(bad.to_string()))?;
    }
    Ok(())
}
