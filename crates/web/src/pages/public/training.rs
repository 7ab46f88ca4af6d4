//! `/dao-tao`, `/truong`: what colleges teach, for everybody.

use crate::pages::college::programmes::{facts_of, summary};
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, html};
use axum::extract::{Path, RawQuery};
use axum::response::{IntoResponse, Redirect};
use sanviec_domain::ids::{OrganisationId, ProgrammeId};
use sanviec_domain::text::slug;
use sanviec_domain::training::TrainingLevel;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::partnerships;
use sanviec_exchange::placements::figures;
use sanviec_exchange::training::public::{self, ProgrammeQuery, PublicProgramme};
use sanviec_render::pages::training::{CollegePublicPage, PublicProgrammePage, PublicProgrammeRow, PublicProgrammesPage};
use sanviec_render::{Area, FormState};

use crate::pages::show::options;

/// Vacancies for an occupation that are linked to.
const JOBS: usize = 5;

fn row(visit: &Visit, programme: &PublicProgramme) -> PublicProgrammeRow {
    let place = programme
        .content
        .place
        .as_ref()
        .map(|place| visit.app.exchange.reference.place_short(place))
        .unwrap_or_default();
    PublicProgrammeRow {
        href: visit.link(&format!("/dao-tao/{}-{}", programme.id, slug(&programme.content.name))),
        name: programme.content.name.clone(),
        facts: summary(&programme.content, visit),
        college: programme.college.name.clone(),
        place,
    }
}

/// The list.
pub async fn list(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let raw = raw.unwrap_or_default();
    let form = FormState::from_pairs(
        url::form_urlencoded::parse(raw.as_bytes())
            .take(20)
            .map(|(name, value)| (name.into_owned(), value.into_owned())),
    );
    let query = ProgrammeQuery {
        words: form.value("q").chars().take(100).collect(),
        level: TrainingLevel::from_key(form.value("trinh-do")),
    };
    let rows: Vec<PublicProgrammeRow> = public::find(&visit.app.exchange, &query).await?.iter().map(|programme| row(&visit, programme)).collect();
    let page = PublicProgrammesPage {
        chrome: &visit.chrome(Area::Public),
        form: &form,
        levels: &options::<TrainingLevel>(visit.locale),
        rows: &rows,
    };
    html(page.render())
}

/// An id before a slug: "0195…-co-dien-tu".
fn id_of<T: std::str::FromStr>(path: &str) -> Answer<T> {
    id(path.get(..36).ok_or_else(Problem::not_found)?)
}

fn phone(college: &sanviec_store::OrganisationRecord) -> Option<(String, String)> {
    college.profile.phone.as_ref().map(|phone| (phone.international(), phone.spaced()))
}

/// One programme.
pub async fn programme(visit: Visit, Path(path): Path<String>) -> Answer {
    let (exchange, id) = (&visit.app.exchange, id_of::<ProgrammeId>(&path)?);
    let (programme, cohorts) = public::one(exchange, id).await?;
    let canonical = visit.link(&format!("/dao-tao/{id}-{}", slug(&programme.content.name)));
    if path.len() > 36 && !canonical.ends_with(&path) {
        return Ok(Redirect::permanent(&canonical).into_response());
    }
    let jobs: Vec<(String, String)> = programme
        .content
        .occupations
        .iter()
        .take(JOBS)
        .filter_map(|code| {
            let name = exchange.reference.occupation_name(code, visit.locale)?;
            Some((name.to_owned(), visit.link(&format!("/viec-lam?nghe={code}"))))
        })
        .collect();
    let page = PublicProgrammePage {
        chrome: &visit.chrome(Area::Public),
        name: &programme.content.name,
        college: &programme.college.name,
        college_href: &visit.link(&format!("/truong/{}-{}", programme.college.id, slug(&programme.college.name))),
        facts: &facts_of(&visit, &programme.content),
        description: &programme.content.description,
        cohorts: &cohorts,
        in_work: figures::share_in_work(exchange, programme.college.id, id).await?,
        phone: phone(&programme.college),
        jobs: &jobs,
        sample: programme.college.sample,
    };
    html(page.render())
}

/// A college with what it teaches.
pub async fn college(visit: Visit, Path(path): Path<String>) -> Answer {
    let (exchange, id) = (&visit.app.exchange, id_of::<OrganisationId>(&path)?);
    let (college, programmes) = public::college(exchange, id).await?;
    let rows: Vec<PublicProgrammeRow> = programmes.iter().map(|programme| row(&visit, programme)).collect();
    let address = college.profile.place.as_ref().map(|place| exchange.reference.place_label(place)).unwrap_or_default();
    let partners = partnerships::read::signed_partners(exchange, id).await?;
    let page = CollegePublicPage {
        chrome: &visit.chrome(Area::Public),
        id,
        name: &college.name,
        address: &address,
        phone: phone(&college),
        rows: &rows,
        partners: &partners,
        sample: college.sample,
    };
    html(page.render())
}
