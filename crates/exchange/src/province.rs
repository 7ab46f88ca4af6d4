//! The demo province: invented employers, vacancies, seekers and colleges in every state there is,
//! with a queue to work on. Everything is marked as a sample and lies relative to today.
//!
//! Content and counts follow from one seed; only ids differ from one seeding to the next. The
//! records are written straight into the store, in one unit of work: a seeding that is cut off
//! leaves nothing behind. Every state is reached by walking the life cycle's own table, so a
//! history here is one that could have happened.
//!
//! # Accounts for trying out
//!
//! Each signs in with the telephone number or the address; the code is in the box of sent messages.
//!
//! | who | telephone | e-mail |
//! | --- | --- | --- |
//! | a seeker with applications | 0300 000 001 | `nguoi-tim-viec@mau.example` |
//! | the owner of a verified employer | 0300 000 002 | `chu-doanh-nghiep@mau.example` |
//! | the owner of a college | 0300 000 003 | `truong-nghe@mau.example` |
//! | a moderator of the centre | 0300 000 004 | `can-bo@mau.example` |
//! | an administrator | 0300 000 005 | `quan-tri@mau.example` |
//! | a second moderator | 0300 000 006 | `can-bo-2@mau.example` |
//! | a counsellor | 0300 000 007 | `tu-van@mau.example` |
//! | a manager of the centre | 0300 000 008 | `quan-ly@mau.example` |
//! | a recruiter of the employer | 0300 000 009 | `nhan-su@mau.example` |
//! | a viewer of the employer | 0300 000 010 | `ke-toan@mau.example` |
//!
//! The employer's own system comes with the test key [`TEST_KEY`].

mod accounts;
mod applications;
mod cases;
mod conference;
mod letters;
mod organisations;
mod partners;
mod plan;
mod scene;
pub mod story;
mod vacancies;
mod walk;

pub use plan::Size;

use crate::Exchange;
use crate::error::Result;
use crate::generate::{Corpus, CorpusOptions};
use crate::program::keys;
use accounts::Account;
use plan::Plan;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::ids::PersonId;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_store::history::HistoryLine;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::people::PersonRecord;
use sanviec_store::{ChangeKind, Entity, Unit, VacancyRecord};
use scene::Scene;
use uuid::Uuid;

/// A test key of the demo's employer, so that the API can be tried at once. It opens nothing that is real.
pub const TEST_KEY: &str = "svk_test_demo";

/// The seed of the province: another one is another province.
const SEED: u64 = 33;

/// How much the exchange holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Employers, in any state.
    pub employers: u64,
    /// Vacancies, in any state.
    pub vacancies: u64,
    /// People who belong to no organisation and are no staff.
    pub seekers: u64,
    /// Colleges, in any state.
    pub colleges: u64,
}

/// Fills an exchange with the demo province; one that has sample organisations is left as it is.
/// What is public stands in the change feed, so the index finds it; after so much, building it anew
/// ([`crate::indexing::rebuild`]) is faster.
pub async fn seed(exchange: &Exchange, size: Size) -> Result<()> {
    if is_seeded(exchange).await? {
        return Ok(());
    }
    let plan = Plan::of(size);
    let options = CorpusOptions {
        today: exchange.clock.today(),
        employers: plan.employers,
    };
    let corpus = Corpus::new(SEED, exchange.reference.clone(), options);
    let scene = Scene::new(exchange, &corpus, plan);
    let mut province = Province::default();
    let staff = accounts::staff(&scene, &mut province);
    let organisations = organisations::invent(&scene, &staff, &mut province)?;
    let vacancies = vacancies::invent(&scene, &staff, &organisations, &mut province)?;
    let seekers = applications::invent(&scene, &organisations, &vacancies, &mut province)?;
    partners::invent(&scene, staff.officer(0), &organisations, &mut province)?;
    cases::invent(&scene, &organisations, &vacancies, &seekers, &mut province);
    let letters = letters::write(&scene, &organisations, &vacancies, &province)?;

    let unit = exchange.begin(&Actor::System).await?;
    province.vacancies = vacancies.into_iter().map(|vacancy| vacancy.record).collect();
    province.messages = letters;
    let guests = conference::Guests::of(&province, staff.officer(0));
    province.write(unit).await?;
    conference::open(exchange, &guests).await
}

/// Whether the store holds the demo province: whoever it acts for is there.
pub async fn is_seeded(exchange: &Exchange) -> Result<bool> {
    let owner = sanviec_store::people::by_email(exchange.store.reader(), &Account::Owner.email()).await?;
    Ok(owner.is_some())
}

/// How much the exchange holds.
pub async fn figures(exchange: &Exchange) -> Result<Figures> {
    let conn = exchange.store.reader();
    let organisations = sanviec_store::organisations::counts(conn).await?;
    let of_kind = |wanted: OrganisationKind| organisations.iter().filter(|((kind, _), _)| *kind == wanted).map(|(_, count)| count).sum();
    Ok(Figures {
        employers: of_kind(OrganisationKind::Employer),
        vacancies: sanviec_store::vacancies::counts_by_state(conn).await?.values().sum(),
        seekers: sanviec_store::people::count_seekers(conn).await?,
        colleges: of_kind(OrganisationKind::College),
    })
}

/// The demo's person of a role of the bar ("seeker", "employer", "college", "officer", "manager", "admin") and
/// the capacity that person acts in; `None` for "visitor" and where the province isn't there.
pub async fn person_of_role(exchange: &Exchange, role: &str) -> Result<Option<(PersonId, Actor)>> {
    let account = match role {
        "seeker" => Account::Seeker,
        "employer" => Account::Owner,
        "college" => Account::College,
        "officer" => Account::Moderator,
        "manager" => Account::Manager,
        "admin" => Account::Admin,
        _ => return Ok(None),
    };
    let conn = exchange.store.reader();
    let Some(PersonRecord { id: person, .. }) = sanviec_store::people::by_email(conn, &account.email()).await? else {
        return Ok(None);
    };
    let membership = sanviec_store::people::memberships_of(conn, person)
        .await?
        .into_iter()
        .find(|membership| membership.role == MemberRole::Owner);
    let actor = match (account, membership) {
        (Account::Owner, Some(at)) => Actor::Employer {
            person,
            organisation: at.organisation,
            role: at.role,
        },
        (Account::College, Some(at)) => Actor::College {
            person,
            organisation: at.organisation,
            role: at.role,
        },
        (Account::Owner | Account::College, None) => return Ok(None),
        (Account::Moderator, _) => Actor::Staff {
            person,
            role: StaffRole::Moderator,
        },
        (Account::Manager, _) => Actor::Staff { person, role: StaffRole::Manager },
        (Account::Admin, _) => Actor::Staff { person, role: StaffRole::Admin },
        _ => Actor::Seeker { person },
    };
    Ok(Some((person, actor)))
}

/// Everything that is written, put together before the unit of work begins.
#[derive(Default)]
struct Province {
    people: Vec<PersonRecord>,
    staff: Vec<(PersonId, StaffRole)>,
    organisations: Vec<OrganisationRecord>,
    members: Vec<(PersonId, sanviec_domain::ids::OrganisationId, MemberRole)>,
    vacancies: Vec<VacancyRecord>,
    revisions: Vec<sanviec_store::RevisionRecord>,
    applications: Vec<sanviec_store::ApplicationRecord>,
    cases: Vec<sanviec_store::CaseRecord>,
    reports: Vec<sanviec_store::reports::ReportRecord>,
    messages: Vec<sanviec_store::MessageRecord>,
    lines: Vec<(Entity, Uuid, HistoryLine)>,
    partners: partners::Partners,
    /// The owner with a fixed number, and the employer.
    shown: Option<(PersonId, sanviec_domain::ids::OrganisationId)>,
}

impl Province {
    async fn write(mut self, unit: Unit) -> Result<()> {
        let details = serde_json::json!({
            "organisations": self.organisations.len(), "people": self.people.len(), "vacancies": self.vacancies.len(),
            "applications": self.applications.len(), "cases": self.cases.len(),
        });
        // What is public is followed by others.
        for organisation in self.organisations.iter().filter(|organisation| organisation.state == OrganisationState::Verified) {
            unit.changed(Entity::Organisation, organisation.id.0, ChangeKind::Put);
        }
        let first = sanviec_store::vacancies::next_numbers(&unit, self.vacancies.len()).await?.0;
        for (number, vacancy) in (first..).zip(&mut self.vacancies) {
            vacancy.number = sanviec_domain::ids::VacancyNumber(number);
            if vacancy.published_at.is_some() {
                unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
            }
        }
        self.lines.sort_by_key(|(_, _, line)| line.at);
        sanviec_store::people::insert_many(&unit, self.people).await?;
        for (person, role) in self.staff {
            sanviec_store::people::add_staff_role(&unit, person, role).await?;
        }
        sanviec_store::organisations::insert_many(&unit, self.organisations).await?;
        for (person, organisation, role) in self.members {
            sanviec_store::people::add_member(&unit, person, organisation, role).await?;
        }
        if let Some((owner, employer)) = self.shown {
            keys::put(&unit, employer, owner, "Khóa thử của bản demo", KeyScope::Write, KeyMode::Test, TEST_KEY).await?;
        }
        sanviec_store::vacancies::insert_many(&unit, self.vacancies).await?;
        for revision in self.revisions {
            sanviec_store::revisions::insert(&unit, revision).await?;
        }
        sanviec_store::applications::insert_many(&unit, self.applications).await?;
        sanviec_store::cases::insert_many(&unit, self.cases).await?;
        for report in &self.reports {
            sanviec_store::reports::insert(&unit, report).await?;
        }
        self.partners.write(&unit).await?;
        for message in self.messages {
            sanviec_store::messages::insert(&unit, message).await?;
        }
        sanviec_store::history::insert_many(&unit, self.lines).await?;
        unit.audit("province.seed", Entity::Organisation, Uuid::nil(), details);
        unit.save().await?;
        Ok(())
    }
}
