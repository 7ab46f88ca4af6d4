//! `/ntd/tin/{id}/sua`: the posting form on one page, to change what was written.

use super::{posting, vacancy_id};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::Reason;
use sanviec_domain::vacancy::{VacancyContent, VacancyState};
use sanviec_exchange::vacancies::revise::{OwnRevision, Revised};
use sanviec_exchange::vacancies::{read, revise, write};
use sanviec_exchange::{ExchangeError, moderation};
use sanviec_render::pages::employer::{faults, posting_values};
use sanviec_render::pages::{VacancyFormPage, posting_fields};
use sanviec_render::{Area, FormState};
use sanviec_store::vacancies::VacancyRecord;

/// A draft or returned posting again, or the text of a published one to change it.
pub async fn edit(visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = Opened::find(&visit, vacancy_id(&id)?).await?;
    if !opened.is_open() {
        visit.warn("flash-not-editable").await?;
        return Ok(go(&opened.page()));
    }
    html(show(&visit, &opened, &posting_values::typed(&opened.text())).await?)
}

/// Saves it again.
pub async fn save(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let opened = Opened::find(&visit, vacancy_id(&id)?).await?;
    keep(&visit, &opened, form).await
}

/// One's own vacancy, opened to edit it.
struct Opened {
    vacancy: VacancyRecord,
    latest: Option<OwnRevision>,
}

impl Opened {
    async fn find(visit: &Visit, id: VacancyId) -> Result<Self, Problem> {
        let exchange = &visit.app.exchange;
        Ok(Self {
            vacancy: read::own(exchange, &visit.actor, id).await?.vacancy,
            latest: revise::own_latest(exchange, &visit.actor, id).await?,
        })
    }

    fn is_open(&self) -> bool {
        write::is_editable(self.vacancy.state) || self.is_revision()
    }

    fn is_revision(&self) -> bool {
        revise::is_revisable(self.vacancy.state)
    }

    fn text(&self) -> VacancyContent {
        revise::text_to_edit(&self.vacancy, self.latest.as_ref())
    }

    fn page(&self) -> String {
        format!("/ntd/tin/{}", self.vacancy.id)
    }

    /// Why the centre sent the text back that is being edited.
    async fn answer(&self, visit: &Visit) -> Result<(Vec<Reason>, String), Problem> {
        let case = match self.vacancy.state {
            VacancyState::Returned => moderation::last_decision_on_own(&visit.app.exchange, &visit.actor, self.vacancy.id).await?,
            _ if self.is_revision() => {
                let refused = self.latest.as_ref().filter(|own| own.was_refused());
                refused.and_then(|own| own.case.clone())
            }
            _ => None,
        };
        Ok(case.map(|case| (case.reasons, case.message)).unwrap_or_default())
    }
}

/// Somebody was faster, or the centre: the text is no longer one to write over.
pub async fn refused(visit: &Visit, id: Option<VacancyId>) -> Answer {
    visit.warn("flash-not-editable").await?;
    Ok(go(&id.map_or_else(|| "/ntd".to_owned(), |id| format!("/ntd/tin/{id}"))))
}

/// A draft is saved whatever is missing; only what can't be read at all is sent back at once, so
/// that nothing typed is lost.
async fn keep(visit: &Visit, opened: &Opened, mut form: FormState) -> Answer {
    let exchange = &visit.app.exchange;
    let (mut content, mut unread) = posting::read(&form, &exchange.reference);
    posting::keep(&opened.text(), &form, &mut content, &mut unread);
    if !unread.is_empty() {
        posting::say(&mut form, &unread, visit.texts());
        return Ok(unprocessable(show(visit, opened, &form).await??));
    }
    if opened.is_revision() {
        return change(visit, opened, form, content).await;
    }
    let id = write::save_draft(exchange, &visit.actor, Some(opened.vacancy.id), content).await?;
    if form.value(posting_fields::ACTION) == posting_fields::PREVIEW {
        return Ok(go(&format!("/ntd/tin/{id}/xem-truoc")));
    }
    visit.say("flash-draft-saved").await?;
    Ok(go(&format!("/ntd/tin/{id}")))
}

/// Changes a published vacancy; what is wrong with the text stands at its fields.
async fn change(visit: &Visit, opened: &Opened, mut form: FormState, content: VacancyContent) -> Answer {
    match revise::revise(&visit.app.exchange, &visit.actor, opened.vacancy.id, content).await {
        Ok(Revised::Unchanged) => visit.say("flash-revision-same").await?,
        Ok(Revised::Applied) => visit.say("flash-revised").await?,
        Ok(Revised::Waits) => visit.say("flash-revision-sent").await?,
        Err(ExchangeError::Invalid(errors)) => {
            faults::put(&mut form, &errors, visit.texts());
            return Ok(unprocessable(show(visit, opened, &form).await??));
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&opened.page()))
}

/// What a place is chosen from: (value, name).
pub struct Choices {
    pub provinces: Vec<(String, String)>,
    pub communes: Vec<(String, String)>,
    pub parks: Vec<(String, String)>,
}

/// The choices of a form, with the place that is chosen in it.
pub fn choices(visit: &Visit, form: &FormState) -> Choices {
    let reference = &visit.app.exchange.reference;
    let provinces = reference.provinces().iter().map(|province| (province.code.to_string(), province.name.clone())).collect();
    // A place in another province, as an import may bring it, is offered beside the home province's.
    let chosen = form.value(posting_fields::COMMUNE).parse().ok().and_then(|code| reference.commune(code));
    let elsewhere = chosen.filter(|commune| commune.province_code != reference.home());
    let communes = elsewhere
        .into_iter()
        .chain(reference.communes_of(reference.home()))
        .map(|commune| {
            let hint = reference.former_hint(commune.code).map(|hint| format!(" ({hint})")).unwrap_or_default();
            (commune.code.to_string(), format!("{} {}{hint}", commune.kind.word(), commune.name))
        })
        .collect();
    let parks = reference.parks().iter().map(|park| (park.slug.to_string(), park.name.clone())).collect();
    Choices { provinces, communes, parks }
}

/// One's latest vacancies, to copy from.
pub async fn earlier(visit: &Visit) -> Result<Vec<(VacancyId, String)>, Problem> {
    let latest = read::own_list(&visit.app.exchange, &visit.actor, None, None, 10).await?;
    Ok(latest
        .into_iter()
        .filter(|vacancy| !vacancy.content.title.is_empty())
        .map(|vacancy| (vacancy.id, vacancy.content.title))
        .collect())
}

/// The form with what is chosen from.
async fn show(visit: &Visit, opened: &Opened, form: &FormState) -> Result<Result<String, sanviec_render::RenderError>, Problem> {
    let choices = choices(visit, form);
    let (reasons, message) = opened.answer(visit).await?;
    let action = format!("{}/sua", opened.page());
    let chrome = visit.chrome(Area::Employer);
    let page = VacancyFormPage {
        chrome: &chrome,
        id: Some(opened.vacancy.id),
        step: None,
        checks: None,
        findings: &[],
        action: &action,
        form,
        provinces: &choices.provinces,
        communes: &choices.communes,
        parks: &choices.parks,
        earlier: &[],
        revising: opened.is_revision(),
        reasons: &reasons,
        message: &message,
    };
    Ok(page.render())
}
