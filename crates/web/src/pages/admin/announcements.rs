//! `/qt/thong-bao`: what the centre announces on its pages.

use crate::forms::{Fields, moment};
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::time::Instant;
use sanviec_exchange::announcements::{self, NewAnnouncement, Wrong};
use sanviec_render::pages::{AdminAnnouncementsPage, AnnouncementRow};
use sanviec_render::{Area, FormState};

/// The form and the last ones.
pub async fn get(visit: Visit) -> Answer {
    show(&visit, &FormState::default()).await
}

/// Publishes one.
pub async fn publish(visit: Visit, Fields(mut form): Fields) -> Answer {
    let now = visit.app.exchange.now();
    let new = NewAnnouncement {
        text_vi: form.value("vi").trim().to_owned(),
        text_en: form.value("en").trim().to_owned(),
        // What can't be read as a moment is wrong as a time.
        starts_at: moment(form.value("tu")).unwrap_or(Instant::MAX_UTC),
        ends_at: moment(form.value("den")).unwrap_or(Instant::MIN_UTC),
    };
    let wrong = new.wrong(now);
    if wrong.is_empty() {
        announcements::publish(&visit.app.exchange, &visit.actor, new).await?;
        visit.say("flash-done").await?;
        return Ok(go("/qt/thong-bao"));
    }
    for fault in wrong {
        let (field, text) = match fault {
            Wrong::TextVi => ("vi", "announcements-error-text"),
            Wrong::TextEn => ("en", "announcements-error-text"),
            Wrong::Time => ("den", "announcements-error-time"),
        };
        form.fail(field, visit.texts().get(text));
    }
    let page = show(&visit, &form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Takes one down.
pub async fn withdraw(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    announcements::withdraw(&visit.app.exchange, &visit.actor, id).await?;
    visit.say("flash-done").await?;
    Ok(go("/qt/thong-bao"))
}

async fn show(visit: &Visit, form: &FormState) -> Answer {
    let now = visit.app.exchange.now();
    let rows: Vec<AnnouncementRow> = announcements::list(&visit.app.exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|record| AnnouncementRow {
            id: record.id.to_string(),
            text: record.text(visit.locale).to_owned(),
            from: record.starts_at,
            until: record.withdrawn_at.unwrap_or(record.ends_at),
            open: record.withdrawn_at.is_none() && record.ends_at > now,
        })
        .collect();
    let chrome = visit.chrome(Area::Admin);
    let page = AdminAnnouncementsPage {
        chrome: &chrome,
        form,
        rows: &rows,
    };
    html(page.render())
}
