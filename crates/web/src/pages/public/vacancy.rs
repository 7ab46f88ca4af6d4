//! `/viec-lam/{number}-{slug}`: a vacancy, its poster, its short address.

use crate::pages::show::Named;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, html};
use axum::body::Bytes;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect};
use sanviec_domain::access::{Action, Actor};
use sanviec_domain::ids::VacancyNumber;
use sanviec_domain::text::slug;
use sanviec_exchange::vacancies::{read, shown};
use sanviec_render::Area;
use sanviec_render::card::vacancy_path;
use sanviec_render::pages::{ApplyOffer, PosterPage, VacancyPage};

/// The number at the front of "10234-cong-nhan-may".
pub fn number(id: &str) -> Result<VacancyNumber, Problem> {
    id.split('-')
        .next()
        .and_then(|number| number.parse().ok())
        .map(VacancyNumber)
        .ok_or_else(Problem::not_found)
}

/// A vacancy's page; an address with an old or missing slug leads to the right one.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let app = &visit.app;
    let shown = shown::shown(&app.exchange, number(&id)?).await?;
    let view = &shown.view;
    if shown.path.strip_prefix("/viec-lam/") != Some(&id) {
        return Ok(Redirect::permanent(&visit.link(&shown.path)).into_response());
    }
    let offer = if !view.is_open(app.exchange.clock.today()) || visit.may(Action::Apply).is_err() {
        ApplyOffer::Nothing
    } else if let Actor::Seeker { .. } = visit.actor {
        match sanviec_exchange::applications::read::mine_for(&app.exchange, &visit.actor, view.vacancy.id).await? {
            Some(sent) => ApplyOffer::Sent(visit.link(&format!("/toi/don/{sent}"))),
            None => ApplyOffer::Form(visit.link(&format!("/viec-lam/{}/ung-tuyen", view.vacancy.number))),
        }
    } else {
        ApplyOffer::Form(visit.link(&format!("/viec-lam/{}/ung-tuyen", view.vacancy.number)))
    };
    let page = || {
        let named = Named::of(app, view, visit.locale, shown.open_vacancies);
        let back = visit.link("/viec-lam");
        let chrome = visit.chrome(Area::Public);
        let poster = Some(visit.link(&format!("/viec-lam/{}/to-roi", view.vacancy.number)));
        VacancyPage {
            chrome: &chrome,
            view: named.view(app, view, visit.locale),
            apply: offer,
            back: &back,
            poster,
            report: visit
                .may(Action::ReportAbuse)
                .is_ok()
                .then(|| visit.link(&format!("/viec-lam/{}/phan-anh", view.vacancy.number))),
            similar: &shown.similar,
        }
        .render()
    };
    if visit.brings_nothing() {
        let page = shown.page(visit.locale, page)?;
        return Ok(Html(Bytes::from_owner(page)).into_response());
    }
    html(page())
}

/// The vacancy as an A4 poster.
pub async fn poster(visit: Visit, Path(id): Path<String>) -> Answer {
    let app = &visit.app;
    let view = read::public(&app.exchange, number(&id)?).await?;
    let named = Named::of(app, &view, visit.locale, 0);
    let link = format!("{}/q/{}", app.exchange.settings.site.base_url, view.vacancy.number);
    let chrome = visit.chrome(Area::Public);
    html(
        PosterPage {
            chrome: &chrome,
            view: named.view(app, &view, visit.locale),
            link: &link,
        }
        .render(),
    )
}

/// The short address under a QR code: a vacancy's number on a poster, or the token on a badge.
pub async fn short(visit: Visit, Path(id): Path<String>) -> Answer {
    if !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return crate::pages::event::scanned(&visit, &id).await;
    }
    let view = read::public(&visit.app.exchange, number(&id)?).await?;
    let path = vacancy_path(view.vacancy.number, &slug(&view.vacancy.content.title));
    Ok(Redirect::to(&visit.link(&path)).into_response())
}
