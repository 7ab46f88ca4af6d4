//! `/hop-tac/{partnership}/thoa-thuan/{id}`: an agreement, read and signed.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::show::options;
use crate::problem::{Answer, Problem, id};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use axum::response::IntoResponse;
use http::header;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::agreement::text::blocks;
use sanviec_domain::agreement::{AgreementCommand, AgreementFault, AgreementState, SigningFactor};
use sanviec_domain::ids::{AgreementId, CodeId};
use sanviec_domain::partnership::PartnershipReason;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::agreements::signing::{self, Proof, Shown};
use sanviec_exchange::agreements::{self, AgreementView};
use sanviec_exchange::partnerships::files::takes_copies;
use sanviec_exchange::{ExchangeError, SECURITY};
use sanviec_render::pages::partnership::{AgreementPage, SignForm, SignatureRow, VersionRow, text_changes};
use sanviec_render::{FormState, tones};

pub(super) fn address(view: &AgreementView) -> String {
    format!("/hop-tac/{}/thoa-thuan/{}", view.agreement.partnership, view.agreement.id)
}

/// What keeps it from being signed, in words.
fn faults(visit: &Visit, view: &AgreementView) -> Vec<&'static str> {
    let found = view.current().map(|version| version.content.faults()).unwrap_or_default();
    let mut keys: Vec<&'static str> = found
        .into_iter()
        .map(|fault| match fault {
            AgreementFault::NoLines => "agreement-fault-lines",
            AgreementFault::Line(_) => "agreement-fault-line",
            AgreementFault::Days => "agreement-fault-days",
            AgreementFault::Terms => "agreement-fault-terms",
        })
        .collect();
    keys.dedup();
    keys.into_iter().map(|key| visit.texts().get(key)).collect()
}

fn is_open(view: &AgreementView) -> bool {
    matches!(view.agreement.state, AgreementState::Draft | AgreementState::HalfSigned)
}

fn asks(visit: &Visit, view: &AgreementView) -> &'static str {
    let t = visit.texts();
    match view.side.filter(|_| is_open(view)) {
        None => "",
        Some(side) if view.is_signed_by(side) => t.get("agreement-asks-wait"),
        Some(side) if view.is_signed_by(side.other()) => t.get("agreement-asks-me"),
        Some(_) => t.get("agreement-asks-both"),
    }
}

pub(super) async fn show(visit: &Visit, view: &AgreementView, asked: Option<String>, form: &FormState) -> Result<String, Problem> {
    let (t, locale) = (visit.texts(), visit.locale);
    let current = view.current().ok_or_else(Problem::not_found)?;
    let before = view.versions.iter().rev().find(|version| version.number < current.number);
    let changes = before.map(|before| text_changes(&before.body, &current.body)).unwrap_or_default();
    let versions: Vec<VersionRow> = view
        .versions
        .iter()
        .rev()
        .map(|version| VersionRow {
            number: version.number,
            by: version.side.map_or_else(|| t.get("agreement-by-centre"), |side| side.label(locale)),
            at: version.written_at,
            hash: version.hash.clone(),
        })
        .collect();
    let signatures: Vec<SignatureRow> = view
        .signatures
        .iter()
        .map(|made| SignatureRow {
            side: made.side.label(locale),
            name: made.name.clone(),
            title: made.title.clone(),
            factor: made.factor.label(locale),
            at: made.at,
            number: made.number,
            stands: made.cleared_at.is_none() && made.hash == current.hash,
        })
        .collect();
    let is_my_turn = is_open(view) && view.side.is_some_and(|side| !view.is_signed_by(side));
    let sign = match visit.actor.person().filter(|_| is_my_turn && allows(&visit.actor, Action::SignAgreements).is_ok()) {
        Some(person) => Some(SignForm {
            by_authenticator: signing::factor_of(&visit.app.exchange, person).await? == SigningFactor::Authenticator,
            asked,
            faults: faults(visit, view),
        }),
        None => None,
    };
    let may_write = allows(&visit.actor, Action::Partner).is_ok();
    let may_end = allows(&visit.actor, Action::SignAgreements).is_ok() || allows(&visit.actor, Action::Broker).is_ok();
    let is_open_for_me = may_write && view.is_going_on;
    let page = AgreementPage {
        chrome: &visit.chrome(super::place(visit).0),
        partnership: view.agreement.partnership,
        id: view.agreement.id,
        number: &view.agreement.number,
        state: (view.agreement.state.label(locale), tones::agreement(view.agreement.state)),
        asks: asks(visit, view),
        blocks: &blocks(&current.body),
        version: current.number,
        hash: &current.hash,
        changes: &changes,
        rows: &super::results::rows(visit, view).await?,
        versions: &versions,
        signatures: &signatures,
        sign: sign.as_ref(),
        copies: &super::files::rows(visit, &view.copies, &[&view.agreement], view.side, is_open_for_me),
        may_add: is_open_for_me && takes_copies(view.agreement.state),
        may_write: may_write && is_open(view),
        may_terminate: may_end && view.agreement.state == AgreementState::Signed,
        may_discard: may_write && is_open(view),
        reasons: &options::<PartnershipReason>(locale),
        form,
    };
    Ok(page.render()?)
}

/// The agreement of an address, if it belongs to the partnership that stands before it.
pub(super) async fn load(visit: &Visit, partnership: &str, written: &str) -> Answer<AgreementView> {
    let view = agreements::one(&visit.app.exchange, &visit.actor, id::<AgreementId>(written)?).await?;
    if view.agreement.partnership == id(partnership)? {
        Ok(view)
    } else {
        Err(Problem::not_found())
    }
}

/// The agreement.
pub async fn get(visit: Visit, Path((partnership, written)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let asked = asked(raw.as_deref(), "yeu-cau").filter(|asked| asked.parse::<CodeId>().is_ok());
    html(Ok(show(&visit, &view, asked, &FormState::default()).await?))
}

/// The exact text, byte by byte as it is signed.
pub async fn text(visit: Visit, Path((partnership, written)): Path<(String, String)>) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let current = view.current().ok_or_else(Problem::not_found)?;
    let name = format!("attachment; filename=\"{}-ban-{}.txt\"", view.agreement.number, current.number);
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, current.body.clone()).into_response())
}

/// The same on paper, with the signatures over it.
pub async fn paper(visit: Visit, Path((partnership, written)): Path<(String, String)>) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let name = format!("inline; filename=\"{}.pdf\"", view.agreement.number);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, agreements::paper::of(&view).await?).into_response())
}

fn shown(view: &AgreementView, form: &FormState) -> Shown {
    Shown {
        agreement: view.agreement.id,
        number: form.value("ban").parse().unwrap_or_default(),
        hash: form.value("ma-bam").to_owned(),
    }
}

fn is_same(view: &AgreementView, shown: &Shown) -> bool {
    view.current().is_some_and(|current| current.number == shown.number && current.hash == shown.hash)
}

/// Sends the code that signs this very text.
pub async fn send_code(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let shown = shown(&view, &form);
    if !is_same(&view, &shown) {
        visit.warn("flash-agreement-stale").await?;
        return Ok(go(&address(&view)));
    }
    if !form.checked("da-doc", "co") {
        form.fail("da-doc", visit.texts().get("agreement-error-read"));
        return Ok(unprocessable(show(&visit, &view, None, &form).await?));
    }
    let code = signing::send_code(&visit.app.exchange, &visit.actor, &shown, visit.locale).await?;
    Ok(go(&format!("{}?yeu-cau={code}#ky", address(&view))))
}

/// Signs.
pub async fn sign(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let (exchange, t) = (&visit.app.exchange, visit.texts());
    let shown = shown(&view, &form);
    let asked: Option<CodeId> = form.value("yeu-cau").parse().ok();
    if asked.is_none() && !form.checked("da-doc", "co") {
        form.fail("da-doc", t.get("agreement-error-read"));
        return Ok(unprocessable(show(&visit, &view, None, &form).await?));
    }
    let typed = form.value("ma").to_owned();
    let proof = match asked {
        Some(code) => Proof::Code(code, &typed),
        None => Proof::Authenticator(&typed),
    };
    let again = asked.map(|code| code.to_string());
    match signing::sign(exchange, &visit.actor, &shown, &proof).await {
        Ok(()) => {
            visit.say("flash-agreement-signed").await?;
            Ok(go(&address(&view)))
        }
        Err(ExchangeError::WrongCode { .. }) => {
            form.fail("ma", t.get("agreement-error-code"));
            Ok(unprocessable(show(&visit, &view, again, &form).await?))
        }
        Err(ExchangeError::DeadCode) => {
            form.fail("da-doc", t.get("agreement-error-dead"));
            Ok(unprocessable(show(&visit, &view, None, &form).await?))
        }
        Err(ExchangeError::Stale | ExchangeError::Conflict) => {
            tracing::info!(target: SECURITY, event = "signed_another_text", agreement = %view.agreement.id);
            visit.warn("flash-agreement-stale").await?;
            Ok(go(&address(&view)))
        }
        Err(ExchangeError::NotNow(_)) => {
            visit.warn("flash-already-moved").await?;
            Ok(go(&address(&view)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Drops a draft, or ends what is signed before its time.
pub async fn command(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let command = AgreementCommand::from_key(form.value("lenh")).ok_or_else(|| Problem::unreadable("lenh"))?;
    let reason = PartnershipReason::from_key(form.value("ly-do"));
    if command == AgreementCommand::Terminate && reason.is_none() {
        form.fail("ly-do", visit.texts().get("pt-error-reason"));
        return Ok(unprocessable(show(&visit, &view, None, &form).await?));
    }
    match agreements::command(&visit.app.exchange, &visit.actor, view.agreement.id, command, reason).await {
        Ok(partnership) => {
            visit.say("flash-pt-moved").await?;
            Ok(go(&format!("/hop-tac/{partnership}")))
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(go(&address(&view)))
        }
        Err(error) => Err(error.into()),
    }
}
