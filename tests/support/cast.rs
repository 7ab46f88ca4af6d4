//! The people of a test, made through the store and signed in through the site.

use crate::app::TestApp;
use crate::authenticator::Authenticator;
use crate::page::Page;
use crate::user::User;
use crate::vacancy::{Posted, VacancyForm};
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::contact::TaxCode;
use sanviec_domain::ids::{CaseId, OrganisationId, PersonId, VacancyId};
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationProfile, OrganisationState};
use sanviec_store::{Entity, OrganisationRecord, PersonRecord};
use std::ops::Deref;

/// A member of an organisation, signed in.
pub struct Employer {
    user: User,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The person.
    pub person: PersonId,
    /// The person's number.
    pub phone: String,
    /// The person's address.
    pub email: String,
}

/// A member of staff, signed in.
pub struct Officer {
    user: User,
    /// The person's second factor.
    pub authenticator: Authenticator,
    /// The person.
    pub person: PersonId,
    /// The role.
    pub role: StaffRole,
    /// The person's number.
    pub phone: String,
}

impl Deref for Employer {
    type Target = User;
    fn deref(&self) -> &User {
        &self.user
    }
}

impl Deref for Officer {
    type Target = User;
    fn deref(&self) -> &User {
        &self.user
    }
}

impl TestApp {
    /// A seeker, signed in with a number and the code sent to it.
    pub async fn seeker(&self, phone: &str) -> User {
        let user = self.visitor();
        let home = user.sign_in(phone).await.ok();
        assert_eq!(home.path, "/toi");
        user
    }

    /// The owner of a new verified employer.
    pub async fn employer(&self) -> Employer {
        let organisation = self
            .organisation("Công ty TNHH May Tiền Hải", OrganisationKind::Employer, OrganisationState::Verified)
            .await;
        self.member(organisation, MemberRole::Owner).await
    }

    /// The owner of a new verified college.
    pub async fn college(&self) -> Employer {
        let organisation = self
            .organisation("Trường Cao đẳng nghề Hưng Yên", OrganisationKind::College, OrganisationState::Verified)
            .await;
        self.member(organisation, MemberRole::Owner).await
    }

    /// A moderator.
    pub async fn moderator(&self) -> Officer {
        self.staff(StaffRole::Moderator).await
    }

    /// An organisation in some state.
    pub async fn organisation(&self, name: &str, kind: OrganisationKind, state: OrganisationState) -> OrganisationId {
        let unit = self.exchange().begin(&Actor::System).await.expect("a unit begins");
        let id = OrganisationId(unit.uuid());
        let record = OrganisationRecord {
            id,
            kind,
            state,
            name: name.to_owned(),
            tax_code: None::<TaxCode>,
            profile: OrganisationProfile::default(),
            trusted: false,
            sample: false,
            version: 1,
            created_at: unit.now(),
            updated_at: unit.now(),
        };
        sanviec_store::organisations::insert(&unit, record).await.expect("an organisation can be written");
        unit.save().await.expect("the unit is saved");
        id
    }

    async fn person(&self, name: &str) -> PersonRecord {
        let unit = self.exchange().begin(&Actor::System).await.expect("a unit begins");
        let phone = self.phone();
        let record = PersonRecord {
            id: PersonId(unit.uuid()),
            name: Some(name.parse().expect("a name")),
            phone: Some(phone.parse().expect("a number")),
            email: Some(format!("n{phone}@example.vn").parse().expect("an address")),
            birth_year: None,
            locale: Locale::Vi,
            created_at: unit.now(),
        };
        sanviec_store::people::insert(&unit, record.clone()).await.expect("a person can be written");
        unit.save().await.expect("the unit is saved");
        record
    }

    /// A new member of an organisation, signed in.
    pub async fn member(&self, organisation: OrganisationId, role: MemberRole) -> Employer {
        let record = self.person("Vũ Đức Thành").await;
        let unit = self.exchange().begin(&Actor::System).await.expect("a unit begins");
        sanviec_store::people::add_member(&unit, record.id, organisation, role)
            .await
            .expect("a member can be added");
        unit.save().await.expect("the unit is saved");
        let phone = record.phone.map(String::from).unwrap_or_default();
        let user = self.visitor();
        user.sign_in(&phone).await.ok();
        let email = record.email.map(String::from).unwrap_or_default();
        Employer {
            user,
            organisation,
            person: record.id,
            phone,
            email,
        }
    }

    /// A new member of staff, signed in with both factors.
    pub async fn staff(&self, role: StaffRole) -> Officer {
        let record = self.person("Trần Thị Thu Hà").await;
        let unit = self.exchange().begin(&Actor::System).await.expect("a unit begins");
        sanviec_store::people::add_staff_role(&unit, record.id, role).await.expect("a role can be given");
        unit.save().await.expect("the unit is saved");
        let phone = record.phone.map(String::from).unwrap_or_default();
        let user = self.visitor();
        user.sign_in(&phone).await.ok();
        let authenticator = user.sets_up_second_factor().await;
        Officer {
            user,
            authenticator,
            person: record.id,
            role,
            phone,
        }
    }

    /// The open case about a vacancy.
    pub async fn case_of(&self, vacancy: VacancyId) -> CaseId {
        let case = sanviec_store::cases::open_for(self.store().reader(), Entity::Vacancy, vacancy.0)
            .await
            .expect("cases can be read");
        case.unwrap_or_else(|| panic!("no case about {vacancy} is open")).id
    }

    /// A vacancy as it is stored.
    pub async fn stored(&self, id: VacancyId) -> sanviec_store::VacancyRecord {
        let found = sanviec_store::vacancies::find(self.store().reader(), id).await.expect("vacancies can be read");
        found.unwrap_or_else(|| panic!("{id} is gone"))
    }
}

impl Employer {
    /// Who this person is to a use case.
    pub fn actor(&self, role: MemberRole) -> Actor {
        Actor::Employer {
            person: self.person,
            organisation: self.organisation,
            role,
        }
    }

    /// Begins a posting with its title, writes the rest into the form of one page and looks at the
    /// preview; it is a draft.
    pub async fn drafts(&self, vacancy: VacancyForm) -> Posted {
        let form = self.get("/ntd/tin/moi").await.ok().form("/ntd/tin/moi");
        let saved = self.submit(form.fill("job_title", &vacancy.title_text()).press("action", "save")).await.ok();
        let whole = format!("{}/sua", saved.path);
        let form = self.get(&whole).await.ok().form(&whole);
        let form = vacancy.fill(form, self.app.today()).press("action", "preview");
        let preview = self.submit(form).await.ok();
        let id: VacancyId = preview
            .path
            .split('/')
            .nth(3)
            .and_then(|id| id.parse().ok())
            .unwrap_or_else(|| panic!("{}: {:?}", preview.path, preview.errors()));
        assert_eq!(preview.path, format!("/ntd/tin/{id}/xem-truoc"));
        let number = self.app.stored(id).await.number.0;
        Posted {
            id,
            number,
            title: vacancy.title_text(),
        }
    }

    /// Writes a posting, looks at its preview and hands it to the centre.
    pub async fn posts(&self, vacancy: VacancyForm) -> Posted {
        let posted = self.drafts(vacancy).await;
        let page = self.sends(&posted).await;
        assert_eq!(page.path, format!("/ntd/tin/{}", posted.id), "{}", page.text("main"));
        posted
    }

    /// Hands a draft to the centre from its preview.
    pub async fn sends(&self, posted: &Posted) -> Page {
        let preview = self.get(&format!("/ntd/tin/{}/xem-truoc", posted.id)).await.ok();
        self.submit(preview.form(&format!("/ntd/tin/{}/gui-duyet", posted.id))).await.ok()
    }

    /// Presses one of the buttons on a vacancy's own page.
    pub async fn commands(&self, posted: &Posted, command: &str) -> Page {
        self.post(&format!("/ntd/tin/{}/lenh", posted.id), &[("command", command)]).await
    }
}

impl Officer {
    /// Who this person is to a use case.
    pub fn actor(&self) -> Actor {
        Actor::Staff {
            person: self.person,
            role: self.role,
        }
    }

    /// Opens a case from the queue and takes it.
    pub async fn claims(&self, posted: &Posted) -> Page {
        let queue = self.get("/tt/duyet").await.ok();
        let case = self.get(&queue.link(&posted.title)).await.ok();
        let take = case.form(&format!("{}/nhan", case.path));
        self.submit(take).await.ok()
    }

    /// Takes a case and decides it.
    pub async fn decides(&self, posted: &Posted, outcome: &str, reason: Option<&str>) -> Page {
        let case = self.claims(posted).await;
        let mut form = case.form(&case.path).fill("outcome", outcome);
        if let Some(reason) = reason {
            form = form.fill("reason", reason);
        }
        self.submit(form.press("then", "stay")).await.ok()
    }

    /// Publishes a vacancy that waits.
    pub async fn publishes(&self, posted: &Posted) {
        self.decides(posted, "approved", None).await;
    }
}
