//! `/ntd/tin/{id}/xem-truoc`: the posting exactly as the public will read it, with what the rules say.

use super::vacancy_id;
use crate::pages::show::Named;
use crate::problem::Answer;
use crate::visit::{Visit, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::vacancies::{judge, read, write};
use sanviec_render::Area;
use sanviec_render::pages::VacancyPreviewPage;

/// The preview.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = vacancy_id(&id)?;
    let app = &visit.app;
    let view = read::own(&app.exchange, &visit.actor, id).await?;
    let verdict = judge(&app.exchange, &view.vacancy.content, &view.employer);
    let named = Named::of(app, &view, visit.locale, 0);
    let edit = format!("/ntd/tin/{id}/sua");
    let chrome = visit.chrome(Area::Employer);
    let page = VacancyPreviewPage {
        chrome: &chrome,
        id,
        view: named.view(app, &view, visit.locale),
        edit: &edit,
        may_submit: write::is_editable(view.vacancy.state) && allows(&visit.actor, Action::WriteVacancies).is_ok(),
        steps: view.vacancy.state == VacancyState::Draft,
        errors: &verdict.errors,
        findings: &verdict.findings,
    };
    html(page.render())
}
