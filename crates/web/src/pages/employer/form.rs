//! `/ntd/tin/moi` and `/ntd/tin/{id}/sua`: the posting form.

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
use sanviec_exchange::{ExchangeError, moderation, organisations};
use sanviec_render::pages::employer::{faults, posting_values};
use sanviec_render::pages::{VacancyFormPage, posting_fields};
use sanviec_render::{Area, FormState};
use sanviec_store::vacancies::VacancyRecord;

/// A new posting; the contact and place of the last one stand in it already.
pub async fn new(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let organisation = organisations::own(exchange, &visit.actor).await?;
    let latest = read::own_list(exchange, &visit.actor, None, None, 1).await?.into_iter().next();
    let mut content = sanviec_domain::vacancy::VacancyContent {
        work_time: Some(sanviec_domain::vocabulary::WorkTime::FullTime),
        ..Default::default()
    };
    match latest {
        Some(latest) => {
            content.place = latest.content.place;
            content.contact = latest.content.contact;
        }
        None => content.place = organisation.profile.place,
    }
    html(show(&visit, None, &posting_values::typed(&content)).await?)
}

/// Saves a new posting as a draft, and shows it if asked.
pub async fn create(visit: Visit, Fields(form): Fields) -> Answer {
    keep(&visit, None, form).await
}

/// A draft or returned posting again, or the text of a published one to change it.
pub async fn edit(visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = Opened::find(&visit, vacancy_id(&id)?).await?;
    if !opened.is_open() {
        visit.warn("flash-not-editable").await?;
        return Ok(go(&opened.page()));
    }
    html(show(&visit, Some(&opened), &posting_values::typed(&opened.text())).await?)
}

/// Saves it again.
pub async fn save(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let opened = Opened::find(&visit, vacancy_id(&id)?).await?;
    keep(&visit, Some(&opened), form).await
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

/// A draft is saved whatever is missing; only what can't be read at all is sent back at once, so
/// that nothing typed is lost.
async fn keep(visit: &Visit, opened: Option<&Opened>, mut form: FormState) -> Answer {
    let exchange = &visit.app.exchange;
    let (mut content, mut unread) = posting::read(&form, &exchange.reference);
    if let Some(opened) = opened {
        posting::keep(&opened.text(), &form, &mut content, &mut unread);
    }
    if !unread.is_empty() {
        posting::say(&mut form, &unread, visit.texts());
        return Ok(unprocessable(show(visit, opened, &form).await??));
    }
    if let Some(opened) = opened.filter(|opened| opened.is_revision()) {
        return change(visit, opened, form, content).await;
    }
    let id = write::save_draft(exchange, &visit.actor, opened.map(|opened| opened.vacancy.id), content).await?;
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
            return Ok(unprocessable(show(visit, Some(opened), &form).await??));
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&opened.page()))
}

/// The form with what is chosen from.
async fn show(visit: &Visit, opened: Option<&Opened>, form: &FormState) -> Result<Result<String, sanviec_render::RenderError>, Problem> {
    let reference = &visit.app.exchange.reference;
    let provinces: Vec<(String, String)> = reference.provinces().iter().map(|province| (province.code.to_string(), province.name.clone())).collect();
    // A place in another province, as an import may bring it, is offered beside the home province's.
    let chosen = form.value(posting_fields::COMMUNE).parse().ok().and_then(|code| reference.commune(code));
    let elsewhere = chosen.filter(|commune| commune.province_code != reference.home());
    let communes: Vec<(String, String)> = elsewhere
        .into_iter()
        .chain(reference.communes_of(reference.home()))
        .map(|commune| {
            let hint = reference.former_hint(commune.code).map(|hint| format!(" ({hint})")).unwrap_or_default();
            (commune.code.to_string(), format!("{} {}{hint}", commune.kind.word(), commune.name))
        })
        .collect();
    let parks: Vec<(String, String)> = reference.parks().iter().map(|park| (park.slug.to_string(), park.name.clone())).collect();
    let earlier: Vec<(VacancyId, String)> = match opened {
        None => read::own_list(&visit.app.exchange, &visit.actor, None, None, 10)
            .await?
            .into_iter()
            .filter(|vacancy| !vacancy.content.title.is_empty())
            .map(|vacancy| (vacancy.id, vacancy.content.title))
            .collect(),
        Some(_) => Vec::new(),
    };
    let (reasons, message) = match opened {
        Some(opened) => opened.answer(visit).await?,
        None => (Vec::new(), String::new()),
    };
    let action = opened.map_or_else(|| "/ntd/tin/moi".to_owned(), |opened| format!("{}/sua", opened.page()));
    let chrome = visit.chrome(Area::Employer);
    let page = VacancyFormPage {
        chrome: &chrome,
        id: opened.map(|opened| opened.vacancy.id),
        action: &action,
        form,
        provinces: &provinces,
        communes: &communes,
        parks: &parks,
        earlier: &earlier,
        revising: opened.is_some_and(Opened::is_revision),
        reasons: &reasons,
        message: &message,
    };
    Ok(page.render())
}
