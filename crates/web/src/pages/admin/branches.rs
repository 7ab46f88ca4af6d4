//! `/qt/chi-nhanh`: the centre's branches.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::place::Place;
use sanviec_domain::text::tidy_line;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::branches::{self, Branch};
use sanviec_render::pages::{AdminBranchesPage, BranchRow};
use sanviec_render::{Area, FormState};
use sanviec_store::organisations::OrganisationRecord;

const PATH: &str = "/qt/chi-nhanh";

/// The branches, and the form of a new one.
pub async fn get(visit: Visit) -> Answer {
    html(show(&visit, None, &FormState::default()).await?)
}

/// One branch, to change it.
pub async fn one(visit: Visit, Path(id): Path<String>) -> Answer {
    let branch = branches::find(&visit.app.exchange, &visit.actor, branch_id(&id)?).await?;
    html(show(&visit, Some(branch.id), &filled(&branch)).await?)
}

/// Registers one.
pub async fn register(visit: Visit, Fields(mut form): Fields) -> Answer {
    match read(&visit, &mut form) {
        Some(branch) => {
            branches::register(&visit.app.exchange, &visit.actor, branch).await?;
            visit.say("flash-done").await?;
            Ok(go(PATH))
        }
        None => Ok(unprocessable(show(&visit, None, &form).await??)),
    }
}

/// Changes one.
pub async fn change(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id = branch_id(&id)?;
    match read(&visit, &mut form) {
        Some(branch) => {
            branches::change(&visit.app.exchange, &visit.actor, id, branch).await?;
            visit.say("flash-done").await?;
            Ok(go(PATH))
        }
        None => Ok(unprocessable(show(&visit, Some(id), &form).await??)),
    }
}

/// Closes one or opens it again; clicked twice, it is done already.
pub async fn switch(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    match branches::switch(&visit.app.exchange, &visit.actor, branch_id(&id)?, form.value("mo") == "co").await {
        Ok(()) | Err(ExchangeError::NotNow(_)) => visit.say("flash-done").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(PATH))
}

fn branch_id(id: &str) -> Result<OrganisationId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

fn read(visit: &Visit, form: &mut FormState) -> Option<Branch> {
    let (t, reference) = (visit.texts(), &visit.app.exchange.reference);
    let name = tidy_line(form.value("name"));
    if !(2..=200).contains(&name.chars().count()) {
        form.fail("name", t.get("branches-error-name"));
    }
    let commune = form.value("commune").parse().ok().and_then(|code| reference.commune(code));
    if commune.is_none() {
        form.fail("commune", t.get("register-error-commune"));
    }
    let phone = form.value("phone").parse().ok();
    if phone.is_none() {
        form.fail("phone", t.get("register-error-phone"));
    }
    let written = form.value("email").trim().to_owned();
    let email = written.parse().ok();
    if !written.is_empty() && email.is_none() {
        form.fail("email", t.get("register-error-email"));
    }
    if form.has_errors() {
        return None;
    }
    let commune = commune?;
    Some(Branch {
        name,
        place: Place {
            province: commune.province_code,
            commune: Some(commune.code),
            park: None,
            street: tidy_line(form.value("street")).chars().take(200).collect(),
        },
        phone: phone?,
        email,
    })
}

fn filled(branch: &OrganisationRecord) -> FormState {
    let mut form = FormState::default();
    form.set("name", branch.name.clone());
    if let Some(place) = &branch.profile.place {
        form.set("commune", place.commune.map(|code| code.to_string()).unwrap_or_default());
        form.set("street", place.street.clone());
    }
    form.set("phone", branch.profile.phone.clone().map(String::from).unwrap_or_default());
    form.set("email", branch.profile.email.clone().map(String::from).unwrap_or_default());
    form
}

/// A branch as the contact page and the list name it.
pub fn row(visit: &Visit, branch: &OrganisationRecord) -> BranchRow {
    let place = branch.profile.place.as_ref();
    BranchRow {
        id: branch.id,
        name: branch.name.clone(),
        address: place.map(|place| visit.app.exchange.reference.place_label(place)).unwrap_or_default(),
        phone: branch.profile.phone.clone(),
        open: branch.state == OrganisationState::Verified,
    }
}

async fn show(visit: &Visit, editing: Option<OrganisationId>, form: &FormState) -> Result<Result<String, sanviec_render::RenderError>, Problem> {
    let reference = &visit.app.exchange.reference;
    let communes: Vec<(String, String)> = reference
        .communes_of(reference.home())
        .map(|commune| (commune.code.to_string(), format!("{} {}", commune.kind.word(), commune.name)))
        .collect();
    let rows: Vec<BranchRow> = branches::all(&visit.app.exchange, &visit.actor).await?.iter().map(|branch| row(visit, branch)).collect();
    let chrome = visit.chrome(Area::Admin);
    let page = AdminBranchesPage {
        chrome: &chrome,
        form,
        editing,
        communes: &communes,
        rows: &rows,
    };
    Ok(page.render())
}
