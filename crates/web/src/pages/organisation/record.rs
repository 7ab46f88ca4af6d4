//! `/ntd/doanh-nghiep`, `/truong-toi/ho-so`: what form 03 asks of an organisation, as its registrant
//! and later its owner fill it in.

use super::place;
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::show::{communes, options, parks};
use crate::problem::Answer;
use crate::visit::{Visit, go, html};
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationProfile, OrganisationState, Subject};
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::text::tidy_line;
use sanviec_domain::vocabulary::{EmployerService, OwnershipKind, Vocabulary, Workforce};
use sanviec_exchange::organisations::register::{Change, Number, Saved, save_own};
use sanviec_exchange::organisations::{self};
use sanviec_render::pages::organisation::OrganisationFormPage;
use sanviec_render::{FormState, RenderError};
use sanviec_store::OrganisationRecord;

/// Which of the three forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// An enterprise's.
    Enterprise,
    /// A person's who employs.
    Person,
    /// A college's.
    College,
}

impl Asked {
    fn of(record: &OrganisationRecord) -> Self {
        match (record.kind, record.profile.subject) {
            (OrganisationKind::College, _) => Self::College,
            (_, Some(Subject::Person)) => Self::Person,
            _ => Self::Enterprise,
        }
    }
}

/// What was typed, understood.
pub struct Read {
    /// The name.
    pub name: String,
    /// The number, where it is asked.
    pub number: Option<Number>,
    /// Form 03.
    pub profile: OrganisationProfile,
}

/// Reads the form; what is wrong stands at its fields.
pub fn read(visit: &Visit, asked: Asked, form: &mut FormState, is_new: bool) -> Option<Read> {
    let (t, reference) = (visit.texts(), &visit.app.exchange.reference);
    let name = tidy_line(form.value("name"));
    if !(2..=200).contains(&name.chars().count()) {
        form.fail("name", t.get("register-error-name"));
    }
    let number = match asked {
        Asked::Person if is_new => form.value("citizen").parse().ok().map(Number::Citizen),
        Asked::Person => None,
        _ => form.value("tax-code").parse().ok().map(Number::Tax),
    };
    if number.is_none() && (is_new || asked != Asked::Person) {
        let (field, key) = if asked == Asked::Person {
            ("citizen", "register-error-citizen")
        } else {
            ("tax-code", "register-error-tax-code")
        };
        form.fail(field, t.get(key));
    }
    let employs = asked != Asked::College;
    let ownership = OwnershipKind::from_key(form.value("ownership"));
    if employs && ownership.is_none() {
        form.fail("ownership", t.get("register-error-choice"));
    }
    let park = Some(ParkSlug(form.value("park").to_owned())).and_then(|slug| reference.park(&slug));
    let commune = form.value("commune").parse().ok().and_then(|code| reference.commune(code));
    let province = commune.map(|commune| commune.province_code).or(park.map(|park| park.province_code));
    if province.is_none() {
        form.fail("commune", t.get("register-error-commune"));
    }
    let place = province.map(|province| Place {
        province,
        commune: commune.map(|commune| commune.code),
        park: park.map(|park| park.slug.clone()),
        street: clip(form.value("street"), 200),
    });
    let phone = form.value("phone").parse().ok();
    if phone.is_none() {
        form.fail("phone", t.get("register-error-phone"));
    }
    let email = form.value("email").parse().ok();
    if email.is_none() {
        form.fail("email", t.get("register-error-email"));
    }
    let industry = reference.industry(2018, form.value("industry")).map(|industry| industry.code.clone());
    if employs && industry.is_none() {
        form.fail("industry", t.get("register-error-choice"));
    }
    let product = clip(form.value("product"), 200);
    if employs && product.is_empty() {
        form.fail("product", t.get("register-error-product"));
    }
    let workforce = Workforce::from_key(form.value("workforce"));
    if employs && workforce.is_none() {
        form.fail("workforce", t.get("register-error-choice"));
    }
    let need: String = form.value("need").chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    let need_6_months = need.parse().ok();
    if !need.is_empty() && need_6_months.is_none() {
        form.fail("need", t.get("register-error-need"));
    }
    let representative = form.value("representative").parse().ok();
    if representative.is_none() {
        form.fail("representative", t.get("register-error-representative"));
    }
    let representative_phone = form.value("representative-phone").parse().ok();
    if representative_phone.is_none() {
        form.fail("representative-phone", t.get("register-error-phone"));
    }
    let profile = OrganisationProfile {
        subject: match asked {
            Asked::Enterprise => Some(Subject::Enterprise),
            Asked::Person => Some(Subject::Person),
            Asked::College => None,
        },
        ownership,
        place,
        phone,
        email,
        industry,
        product,
        workforce,
        need_6_months,
        services: form.values("services").iter().filter_map(|key| EmployerService::from_key(key)).collect(),
        when: clip(form.value("when"), 100),
        representative,
        representative_title: clip(form.value("representative-title"), 100),
        representative_phone,
    };
    (!form.has_errors()).then_some(Read { name, number, profile })
}

fn clip(text: &str, most: usize) -> String {
    tidy_line(text).chars().take(most).collect()
}

/// The form, for a new organisation or a known one.
pub fn show(visit: &Visit, asked: Asked, action: &str, own: Option<(&OrganisationRecord, Option<&str>)>, form: &FormState) -> Result<String, RenderError> {
    let (reference, locale) = (&visit.app.exchange.reference, visit.locale);
    let (communes, parks) = (communes(&visit.app), parks(&visit.app));
    let industries: Vec<(String, String)> = ('A'..='U')
        .filter_map(|code| reference.industry(2018, &code.to_string()).map(|industry| (code.to_string(), industry.name.clone())))
        .collect();
    let (base, _, area) = place(&visit.actor);
    let members = format!("{base}/thanh-vien");
    let chrome = visit.chrome(if own.is_some() { area } else { sanviec_render::Area::Public });
    let t = visit.texts();
    let may_save = own.is_none() || is_owner(visit);
    OrganisationFormPage {
        chrome: &chrome,
        title: if own.is_some() { t.get("own-organisation-title") } else { t.get("register-title") },
        action,
        form,
        college: asked == Asked::College,
        person: asked == Asked::Person,
        known: own.is_some(),
        may_save,
        resubmits: own.is_some_and(|(own, _)| own.state == OrganisationState::Refused),
        proposed: own.and_then(|(_, proposed)| proposed),
        members: own.is_some().then_some(members.as_str()),
        ownership: &options::<OwnershipKind>(locale),
        parks: &parks,
        communes: &communes,
        industries: &industries,
        workforce: &options::<Workforce>(locale),
        services: &options::<EmployerService>(locale),
    }
    .render()
}

fn is_owner(visit: &Visit) -> bool {
    use sanviec_domain::access::Actor;
    matches!(
        visit.actor,
        Actor::Employer { role: MemberRole::Owner, .. } | Actor::College { role: MemberRole::Owner, .. }
    )
}

fn filled(record: &OrganisationRecord) -> FormState {
    let profile = &record.profile;
    let mut form = FormState::default();
    form.set("name", record.name.clone());
    form.set("tax-code", record.tax_code.clone().map(String::from).unwrap_or_default());
    form.set("ownership", profile.ownership.map(Vocabulary::key).unwrap_or_default());
    if let Some(place) = &profile.place {
        form.set("park", place.park.as_ref().map(ToString::to_string).unwrap_or_default());
        form.set("commune", place.commune.map(|code| code.to_string()).unwrap_or_default());
        form.set("street", place.street.clone());
    }
    form.set("phone", profile.phone.clone().map(String::from).unwrap_or_default());
    form.set("email", profile.email.clone().map(String::from).unwrap_or_default());
    form.set("industry", profile.industry.clone().unwrap_or_default());
    form.set("product", profile.product.clone());
    form.set("workforce", profile.workforce.map(Vocabulary::key).unwrap_or_default());
    form.set("need", profile.need_6_months.map(|n| n.to_string()).unwrap_or_default());
    form.values
        .insert("services".to_owned(), profile.services.iter().map(|service| service.key().to_owned()).collect());
    form.set("when", profile.when.clone());
    form.set("representative", profile.representative.clone().map(String::from).unwrap_or_default());
    form.set("representative-title", profile.representative_title.clone());
    form.set("representative-phone", profile.representative_phone.clone().map(String::from).unwrap_or_default());
    form
}

/// One's own organisation.
pub async fn get(visit: Visit) -> Answer {
    let own = organisations::own(&visit.app.exchange, &visit.actor).await?;
    let proposed = organisations::own_proposal(&visit.app.exchange, &visit.actor).await?;
    let (_, path, _) = place(&visit.actor);
    html(show(&visit, Asked::of(&own), path, Some((&own, proposed.as_deref())), &filled(&own)))
}

/// Changes it.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let own = organisations::own(&visit.app.exchange, &visit.actor).await?;
    let (asked, (_, path, _)) = (Asked::of(&own), place(&visit.actor));
    let Some(read) = read(&visit, asked, &mut form, false) else {
        return Ok(unprocessable(show(&visit, asked, path, Some((&own, None)), &form)?));
    };
    let tax_code = match read.number {
        Some(Number::Tax(code)) => Some(code),
        _ => None,
    };
    let change = Change {
        name: read.name,
        tax_code,
        profile: read.profile,
    };
    match save_own(&visit.app.exchange, &visit.actor, change).await? {
        Saved::Done => visit.say("flash-organisation-saved").await?,
        Saved::Proposed => visit.say("flash-organisation-proposed").await?,
        Saved::Resubmitted => visit.say("flash-organisation-resubmitted").await?,
        Saved::Taken => {
            form.fail("tax-code", visit.texts().get("register-error-tax-code-taken"));
            return Ok(unprocessable(show(&visit, asked, path, Some((&own, None)), &form)?));
        }
    }
    Ok(go(path))
}
