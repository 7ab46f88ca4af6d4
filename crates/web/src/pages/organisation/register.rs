//! `/dang-ky`: registering an employer or a college; asking to join one that is here already.

use super::record::{Asked, read, show};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::contact::TaxCode;
use sanviec_domain::organisation::OrganisationKind;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::organisations::joining::{self, Asked as Joined};
use sanviec_exchange::organisations::register::{Registered, Registration, register};
use sanviec_render::pages::organisation::{KnownOrganisationPage, RegisterChoicePage};
use sanviec_render::{Area, FormState};

/// For whom.
pub async fn choose(visit: Visit) -> Answer {
    html(
        RegisterChoicePage {
            chrome: &visit.chrome(Area::Public),
        }
        .render(),
    )
}

fn asked(kind: &str) -> Result<Asked, Problem> {
    match kind {
        "doanh-nghiep" => Ok(Asked::Enterprise),
        "ca-nhan" => Ok(Asked::Person),
        "truong" => Ok(Asked::College),
        _ => Err(Problem::not_found()),
    }
}

/// The form.
pub async fn get(visit: Visit, Path(kind): Path<String>) -> Answer {
    let asked = asked(&kind)?;
    let action = visit.link(&format!("/dang-ky/{kind}"));
    html(show(&visit, asked, &action, None, &FormState::default()))
}

/// Registers, and acts for the new organisation from now on.
pub async fn post(visit: Visit, Path(kind): Path<String>, Fields(mut form): Fields) -> Answer {
    let asked = asked(&kind)?;
    let action = visit.link(&format!("/dang-ky/{kind}"));
    let read = read(&visit, asked, &mut form, true);
    let (Some(read), false) = (read, form.has_errors()) else {
        return Ok(unprocessable(show(&visit, asked, &action, None, &form)?));
    };
    let Some(number) = read.number else { return Err(Problem::unreadable("no number")) };
    let tax_code = form.value("tax-code").to_owned();
    let registration = Registration {
        kind: if asked == Asked::College {
            OrganisationKind::College
        } else {
            OrganisationKind::Employer
        },
        name: read.name,
        number,
        profile: read.profile,
    };
    match register(&visit.app.exchange, &visit.actor, registration).await? {
        Registered::New(actor) => {
            visit.act_as(&actor).await?;
            visit.say("flash-organisation-registered").await?;
            Ok(go(Visit::home(&actor)))
        }
        Registered::Known { name } => known(&visit, &name, &tax_code),
        Registered::CitizenTaken => {
            form.fail("citizen", visit.texts().get("register-error-citizen-taken"));
            Ok(unprocessable(show(&visit, asked, &action, None, &form)?))
        }
    }
}

fn known(visit: &Visit, name: &str, tax_code: &str) -> Answer {
    html(
        KnownOrganisationPage {
            chrome: &visit.chrome(Area::Public),
            name,
            tax_code,
        }
        .render(),
    )
}

/// Asks to join.
pub async fn ask(visit: Visit, Fields(form): Fields) -> Answer {
    let code: TaxCode = form.value("tax-code").parse().map_err(|_| Problem::not_found())?;
    match joining::ask(&visit.app.exchange, &visit.actor, &code).await {
        Ok(Joined::Sent) => visit.say("flash-join-asked").await?,
        Ok(Joined::Already) | Err(ExchangeError::Conflict) => visit.say("flash-join-asked-already").await?,
        Ok(Joined::Member) => visit.say("flash-member-already").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(Visit::home(&visit.actor)))
}
