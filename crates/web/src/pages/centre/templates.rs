//! `/tt/mau-hop-dong`: the template of agreements that the centre keeps.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use sanviec_domain::access::{Action, allows};
use sanviec_domain::agreement::text::TemplateError;
use sanviec_domain::time::Instant;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::agreements::templates;
use sanviec_render::pages::partnership::TemplatePage;
use sanviec_render::{Area, FormState};

async fn show(visit: &Visit, typed: Option<&FormState>) -> Result<String, Problem> {
    let all = templates::all(&visit.app.exchange, &visit.actor).await?;
    let mut form = FormState::default();
    form.set("mau", all.first().map(|newest| newest.body.clone()).unwrap_or_default());
    let versions: Vec<(u32, String, Option<Instant>)> = all.into_iter().map(|one| (one.version, one.note, (one.version > 0).then_some(one.created_at))).collect();
    let page = TemplatePage {
        chrome: &visit.chrome(Area::Centre),
        form: typed.unwrap_or(&form),
        versions: &versions,
        may_write: allows(&visit.actor, Action::Supervise).is_ok(),
    };
    Ok(page.render()?)
}

/// The template of today.
pub async fn get(visit: Visit) -> Answer {
    html(Ok(show(&visit, None).await?))
}

/// Writes a new version.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let t = visit.texts();
    let wrong = match templates::write(&visit.app.exchange, &visit.actor, form.value("mau"), form.value("ghi-chu")).await {
        Ok(Ok(_)) => {
            visit.say("flash-template").await?;
            return Ok(go("/tt/mau-hop-dong"));
        }
        Ok(Err(wrong)) => match wrong {
            TemplateError::TooLong => t.get("template-error-long").to_owned(),
            TemplateError::Lacks(name) => t.fill("template-error-lacks", "name", name),
            TemplateError::Unknown(name) => t.fill("template-error-unknown", "name", name.as_str()),
            TemplateError::Open(line) => t.count("template-error-open", line),
        },
        Err(ExchangeError::NotNow(_)) => t.get("template-error-same").to_owned(),
        Err(error) => return Err(error.into()),
    };
    form.fail("mau", wrong);
    Ok(unprocessable(show(&visit, Some(&form)).await?))
}
