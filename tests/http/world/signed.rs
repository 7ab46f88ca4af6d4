//! Agreements that both sides have signed.

use super::{demand_of, draft_of, need, of_college, partnership_of, programme_of};
use sanviec_domain::access::Actor;
use sanviec_domain::agreement::AgreementContent;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::ids::{AgreementId, PartnershipId, ProgrammeId};
use sanviec_domain::language::Locale;
use sanviec_domain::month::Month;
use sanviec_domain::organisation::MemberRole;
use sanviec_exchange::agreements;
use sanviec_exchange::agreements::signing::{self, Proof, Shown};
use sanviec_tests::{Employer, TestApp};

/// A business and a college with an agreement that both have signed.
pub struct Signed {
    pub business: Employer,
    pub college: Employer,
    pub programme: ProgrammeId,
    pub partnership: PartnershipId,
    pub agreement: AgreementId,
}

impl Signed {
    /// The agreement's address.
    pub fn href(&self) -> String {
        format!("/hop-tac/{}/thoa-thuan/{}", self.partnership, self.agreement)
    }
}

/// Signs for a side, with a code that is sent to its owner.
pub async fn sign_as(app: &TestApp, owner: &Employer, actor: &Actor, agreement: AgreementId) {
    let view = agreements::one(app.exchange(), actor, agreement).await.unwrap();
    let current = view.current().unwrap();
    let shown = Shown {
        agreement,
        number: current.number,
        hash: current.hash.clone(),
    };
    let code = signing::send_code(app.exchange(), actor, &shown, Locale::Vi).await.unwrap();
    app.run_jobs().await;
    let digits = app.code_for(&owner.phone).await;
    signing::sign(app.exchange(), actor, &shown, &Proof::Code(code, &digits)).await.unwrap();
}

/// Signs for both.
pub async fn sign_both(app: &TestApp, business: &Employer, college: &Employer, agreement: AgreementId) {
    sign_as(app, business, &business.actor(MemberRole::Owner), agreement).await;
    sign_as(app, college, &of_college(college), agreement).await;
}

/// Two that have signed an agreement for ten people who graduate this month.
pub async fn signed(app: &TestApp) -> Signed {
    let (business, college) = (app.employer().await, app.college().await);
    let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
    let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
    let partnership = partnership_of(app, &business, &college, (demand, programme)).await;
    let agreement = draft_of(app, &business, partnership).await;
    let owner = business.actor(MemberRole::Owner);
    let view = agreements::one(app.exchange(), &owner, agreement).await.unwrap();
    let mut content: AgreementContent = view.current().unwrap().content.clone();
    content.lines[0].people = 10;
    content.lines[0].intake = Month::of(app.today());
    "Trả lương thực tập.".clone_into(&mut content.business_terms);
    agreements::write(app.exchange(), &owner, partnership, 1, content).await.unwrap();
    sign_both(app, &business, &college, agreement).await;
    app.settle().await;
    Signed {
        business,
        college,
        programme,
        partnership,
        agreement,
    }
}
