//! `/dang-nhap`: by telephone number or e-mail address and a one-time code; beside it everything else
//! about how a person signs in, one file a concern.

pub mod capacity;
pub mod code;
pub mod contact;
pub mod devices;
pub mod merge;
pub mod passkey;
pub mod password;
pub mod profile;
pub mod provider;
pub mod reset;
pub mod second;

use crate::forms::Fields;
use crate::problem::Answer;
use crate::queries::asked;
use crate::routes::Routes;
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::{HeaderName, HeaderValue, StatusCode};
use sanviec_domain::access::{Action, Actor};
use sanviec_exchange::accounts::{self, codes::Target, passkeys};
use sanviec_render::pages::SignInPage;
use sanviec_render::{Area, FormState};

/// The routes of signing in and of one's own account.
pub fn routes(routes: Routes) -> Routes {
    let own = Action::OwnAccount;
    let open = Action::ReadPublic;
    routes
        .page("/dang-nhap", get)
        .form("/dang-nhap", open, post)
        .page("/dang-nhap/mat-khau", password::get)
        .form("/dang-nhap/mat-khau", open, password::post)
        .page("/dang-nhap/buoc-hai", second::ask)
        .form("/dang-nhap/buoc-hai", open, second::prove)
        .page("/dang-nhap/qua/{provider}", provider::start)
        .page("/dang-nhap/qua/{provider}/ve", provider::back)
        .page("/dang-nhap/lien-ket", provider::confirm)
        .form("/dang-nhap/lien-ket", own, provider::link)
        .form("/dang-nhap/khoa/bat-dau", open, passkey::begin_sign_in)
        .form("/dang-nhap/khoa", open, passkey::sign_in)
        .page("/xac-nhan", code::get)
        .form("/xac-nhan", open, code::post)
        .form("/gui-lai-ma", open, code::resend)
        .form("/dang-xuat", open, sign_out)
        .page("/quen-mat-khau", reset::forgot)
        .form("/quen-mat-khau", open, reset::send)
        .page("/dat-mat-khau", reset::get)
        .form("/dat-mat-khau", open, reset::post)
        .own_page("/toi/tai-khoan", own, profile::get)
        .form("/toi/vai-tro", own, capacity::switch)
        .own_page("/toi/mat-khau", own, password::edit)
        .form("/toi/mat-khau", own, password::save)
        .form("/toi/mat-khau/bo", own, password::remove)
        .own_page("/toi/xac-thuc", own, second::get)
        .form("/toi/xac-thuc", own, second::begin)
        .form("/toi/xac-thuc/bat", own, second::confirm)
        .form("/toi/xac-thuc/ma-du-phong", own, second::renew)
        .form("/toi/xac-thuc/tat", own, second::remove)
        .form("/toi/lien-ket/{provider}/bo", own, provider::unlink)
        .own_page("/toi/khoa", own, passkey::get)
        .form("/toi/khoa", own, passkey::add)
        .form("/toi/khoa/bat-dau", own, passkey::begin)
        .form("/toi/khoa/bo", own, passkey::remove)
        .own_page("/toi/gop", own, merge::get)
        .form("/toi/gop", own, merge::post)
        .own_page("/toi/gop/ma", own, merge::code)
        .form("/toi/gop/ma", own, merge::prove)
        .own_page("/toi/gop/xem", own, merge::preview)
        .form("/toi/gop/xem", own, merge::merge)
        .own_page("/toi/thiet-bi", own, devices::get)
        .form("/toi/thiet-bi/ket-thuc", own, devices::end)
        .form("/toi/thiet-bi/tat-ca", own, devices::end_others)
        .own_page("/toi/dien-thoai", own, contact::phone)
        .form("/toi/dien-thoai", own, contact::change_phone)
        .own_page("/toi/email", own, contact::email)
        .form("/toi/email", own, contact::change_email)
        .own_page("/toi/lien-lac/cu", own, contact::known)
        .form("/toi/lien-lac/cu", own, contact::prove_known)
        .own_page("/toi/lien-lac/moi", own, contact::new)
        .form("/toi/lien-lac/moi", own, contact::prove_new)
}

/// The form; somebody signed in is already there, unless asked to sign in again.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let again = raw.as_deref().is_some_and(|raw| raw.split('&').any(|part| part == "lai"));
    if visit.actor != Actor::Visitor && !again {
        return Ok(go(Visit::home(&visit.actor)));
    }
    show(&visit, safe(&asked_next(raw.as_deref())), &FormState::default())
}

/// Where an address says to go on.
fn asked_next(raw: Option<&str>) -> String {
    asked(raw, "tiep").unwrap_or_default()
}

/// Leads somebody who wants to change how they sign in to prove again who they are, then back.
async fn sign_in_again(visit: &Visit, path: &str) -> Answer {
    visit.warn("account-sign-in-again").await?;
    let back: String = url::form_urlencoded::byte_serialize(visit.link(path).as_bytes()).collect();
    Ok(go(&format!("{}?lai&tiep={back}", visit.link("/dang-nhap"))))
}

/// A number or an address, as somebody typed it.
pub fn contact_of(written: &str) -> Option<Target> {
    let written = written.trim();
    if written.contains('@') {
        written.parse().ok().map(Target::Email)
    } else {
        written.parse().ok().map(Target::Phone)
    }
}

/// Sends a code. The answer is the same whether anybody is known under the number or address.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let next = safe(form.value("tiep")).to_owned();
    let Some(target) = contact_of(form.value("lien-lac")) else {
        form.fail("lien-lac", visit.texts().get("sign-in-error-contact"));
        let page = show(&visit, &next, &form)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let code = accounts::request_sign_in(&visit.app.exchange, target, visit.locale).await?;
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("yeu-cau", &code.to_string());
    if !next.is_empty() {
        query.append_pair("tiep", &next);
    }
    Ok(go(&format!("{}?{}", visit.link("/xac-nhan"), query.finish())))
}

/// Ends the session; the browser forgets what it kept of the site.
pub async fn sign_out(visit: Visit) -> Answer {
    visit.sign_out().await?;
    let mut response = go(&visit.link("/"));
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

fn show(visit: &Visit, next: &str, form: &FormState) -> Answer {
    let exchange = &visit.app.exchange;
    let providers: Vec<_> = exchange
        .settings
        .providers
        .list()
        .iter()
        .map(|provider| (provider.key.as_str(), provider.name.as_str()))
        .collect();
    let page = SignInPage {
        chrome: &visit.chrome(Area::Public),
        next,
        providers: &providers,
        passkeys: passkeys::are_offered(exchange),
        form,
    };
    html(page.render())
}

/// A path of this site, or nothing: a sign-in never sends anybody elsewhere.
pub fn safe(next: &str) -> &str {
    let is_path = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\") && next.len() <= 300 && !next.chars().any(char::is_control);
    if is_path { next } else { "" }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sign_in_never_leads_elsewhere() {
        for wrong in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\r\nb"] {
            assert_eq!(super::safe(wrong), "", "{wrong}");
        }
        assert_eq!(super::safe("/ntd/tin/moi"), "/ntd/tin/moi");
    }
}
