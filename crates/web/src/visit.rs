//! One request of one person: the language, who is asking and in which capacity, what to say on the
//! next page. Every page handler takes a [`Visit`] first.

use crate::App;
use crate::device::Device;
use crate::pages::account::capacity;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::request::Parts;
use http::{HeaderValue, header};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::PersonId;
use sanviec_domain::language::Locale;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::{self, second_factor};
use sanviec_exchange::program::keys as keys_of_programs;
use sanviec_render::{Area, Chrome, DemoBar, Flash, FlashKind, Texts};
use tower_sessions::Session;

/// The session's keys.
mod keys {
    /// The person; the store reads it, too, for "my devices".
    pub const PERSON: &str = "person";
    /// The capacity the person acts in.
    pub const ACTOR: &str = "actor";
    /// What the next page says.
    pub const FLASH: &str = "flash";
    /// Whether this session may act as staff: a second factor was proved in it, or the demo's bar gave
    /// the role.
    pub const STRONG: &str = "strong";
    /// When the person last proved who they are in this session, in seconds.
    pub const PROVED: &str = "proved";
    /// Who has shown a first factor and owes the second.
    pub const PENDING: &str = "pending";
    /// When the session was last used, about, in seconds: its being saved is what keeps it alive.
    pub const USED: &str = "used";
    pub use sanviec_store::sessions::{BEGAN, IP_PREFIX, STAFF, USER_AGENT};
}

/// Minutes for which a proof of who one is lets one change how one signs in.
const FRESH_MINUTES: i64 = 15;
/// Seconds after which a session that is used is saved again: people's, which live for days, and
/// staff's, which live for an hour.
const SAVED_AGAIN: i64 = 24 * 3_600;
/// See [`SAVED_AGAIN`].
const STAFF_SAVED_AGAIN: i64 = 5 * 60;
/// Minutes that a first factor waits for the second.
const PENDING_MINUTES: i64 = 10;

/// Who has shown a first factor, and when.
#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
struct Pending {
    person: PersonId,
    since: i64,
}

/// One request of one person.
#[derive(Clone)]
pub struct Visit {
    /// The site.
    pub app: App,
    /// The language of the page.
    pub locale: Locale,
    /// The path and query, without the language.
    pub path: String,
    /// Who is asking.
    pub actor: Actor,
    /// The person's name, or the organisation's.
    pub name: Option<String>,
    /// The session.
    pub session: Session,
    /// Every capacity the person could act in, with its name.
    pub capacities: Vec<(Actor, String)>,
    /// The other capacities that are open in this session, for the chrome.
    others: Vec<(String, String)>,
    device: Device,
    flash: Option<Flash>,
    announcements: Vec<String>,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let whole = parts.uri.path_and_query().map_or(parts.uri.path(), http::uri::PathAndQuery::as_str);
        let (locale, path) = split_locale(whole);
        let session = parts.extensions.get::<Session>().cloned().ok_or_else(|| Problem::internal("no session layer"))?;
        // An employer's own system comes with a key; a session opens nothing there, nor a key elsewhere.
        let Who { actor, name, capacities, others } = if is_for_programs(path) {
            program(app, parts).await?
        } else {
            who(app, &session, locale).await?
        };
        if let Some(person) = actor.person() {
            tracing::Span::current().record("person", tracing::field::display(person));
        }
        let flash = if session.id().is_some() { session.remove::<Flash>(keys::FLASH).await? } else { None };
        let announced = sanviec_exchange::announcements::current(&app.exchange).await?;
        let announcements = announced.iter().map(|one| one.text(locale).to_owned()).collect();
        let visit = Self {
            announcements,
            app: app.clone(),
            locale,
            path: path.to_owned(),
            actor,
            name,
            session,
            capacities,
            others,
            device: Device::of(parts),
            flash,
        };
        parts.extensions.insert(visit.clone());
        Ok(visit)
    }
}

/// "/en/viec-lam" is "/viec-lam" in English.
pub fn split_locale(path: &str) -> (Locale, &str) {
    match path.strip_prefix("/en") {
        Some("") => (Locale::En, "/"),
        Some(rest) if rest.starts_with('/') => (Locale::En, rest),
        Some(rest) if rest.starts_with('?') => (Locale::En, path),
        _ => (Locale::Vi, path),
    }
}

/// Who asks.
struct Who {
    actor: Actor,
    name: Option<String>,
    capacities: Vec<(Actor, String)>,
    others: Vec<(String, String)>,
}

impl Who {
    fn nobody() -> Self {
        Self {
            actor: Actor::Visitor,
            name: None,
            capacities: Vec::new(),
            others: Vec::new(),
        }
    }
}

/// Whether a path is for employers' own systems.
fn is_for_programs(path: &str) -> bool {
    let rest = path.strip_prefix(crate::api::employer::BASE);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

/// Whom the key of a request belongs to.
async fn program(app: &App, parts: &Parts) -> Result<Who, Problem> {
    let written = parts.headers.get(header::AUTHORIZATION).and_then(|line| line.to_str().ok());
    let key = written.and_then(|line| line.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let actor = match key {
        Some((_, key)) => keys_of_programs::authenticate(&app.exchange, key.trim()).await?,
        None => None,
    };
    Ok(Who {
        actor: actor.unwrap_or(Actor::Visitor),
        ..Who::nobody()
    })
}

/// Who the session belongs to. A capacity that is gone (a membership that ended) is a seeker's again;
/// staff's is closed until a second factor was proved in this session.
async fn who(app: &App, session: &Session, locale: Locale) -> Result<Who, Problem> {
    // No cookie, no look into the store.
    if session.id().is_none() {
        return Ok(Who::nobody());
    }
    let Some(person) = session.get::<PersonId>(keys::PERSON).await? else {
        return Ok(Who::nobody());
    };
    let Some(account) = accounts::account(&app.exchange, person).await? else {
        return Ok(Who::nobody());
    };
    let now = app.exchange.now().timestamp();
    let is_office = session.get::<bool>(keys::STAFF).await?.unwrap_or_default();
    let used = session.get::<i64>(keys::USED).await?.unwrap_or_default();
    if (now - used).abs() >= if is_office { STAFF_SAVED_AGAIN } else { SAVED_AGAIN } {
        session.insert(keys::USED, now).await?;
    }
    let strong = session.get::<bool>(keys::STRONG).await?.unwrap_or_default();
    let wanted = session.get::<Actor>(keys::ACTOR).await?;
    let is_open = |actor: &Actor| strong || !matches!(actor, Actor::Staff { .. });
    let open = || account.capacities.iter().filter(|(actor, _)| is_open(actor));
    let chosen = wanted.and_then(|wanted| open().find(|(actor, _)| actor.is_same_place(&wanted)));
    let (actor, name) = chosen.or_else(|| open().next()).cloned().unwrap_or((Actor::Seeker { person }, String::new()));
    let name = if name.is_empty() {
        account.person.phone.as_ref().map(sanviec_domain::contact::Phone::masked)
    } else {
        Some(name)
    };
    let others = open()
        .filter(|(other, _)| *other != actor)
        .map(|(other, name)| (capacity::key(other), capacity::label(other, name, Texts::of(locale))))
        .collect();
    Ok(Who {
        actor,
        name,
        capacities: account.capacities,
        others,
    })
}

impl Visit {
    /// Whether the actor may do this at all; nobody signed in is sent to sign in.
    pub fn may(&self, action: Action) -> Result<(), Problem> {
        match allows(&self.actor, action) {
            Ok(()) => Ok(()),
            Err(_) if self.actor == Actor::Visitor => Err(ExchangeError::SignInFirst.into()),
            Err(denied) => Err(ExchangeError::Denied(denied).into()),
        }
    }

    /// A first factor was proved. Who has a second one owes it now; anybody else is signed in. Staff
    /// without one are led to set it up. Answers with where to go.
    pub async fn first_factor(&self, person: PersonId, actor: Option<&Actor>, next: &str) -> Result<String, Problem> {
        let exchange = &self.app.exchange;
        if second_factor::standing(exchange, person).await? == second_factor::Standing::On {
            self.session.cycle_id().await?;
            self.session.remove_value(keys::PERSON).await?;
            let since = exchange.now().timestamp();
            self.session.insert(keys::PENDING, Pending { person, since }).await?;
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.append_pair("tiep", next);
            return Ok(format!("{}?{}", self.link("/dang-nhap/buoc-hai"), query.finish()));
        }
        let capacities = accounts::account(exchange, person).await?.map(|account| account.capacities).unwrap_or_default();
        let is_staff = capacities.iter().any(|(actor, _)| matches!(actor, Actor::Staff { .. }));
        let best = capacities.into_iter().map(|(actor, _)| actor).rfind(|actor| !matches!(actor, Actor::Staff { .. }));
        let actor = actor.cloned().or(best).unwrap_or(Actor::Seeker { person });
        self.sign_in(person, Some(&actor), false).await?;
        Ok(match (is_staff, next) {
            (true, _) => self.link("/toi/xac-thuc"),
            (false, "") => Self::home(&actor).to_owned(),
            (false, next) => next.to_owned(),
        })
    }

    /// Who owes the second factor in this session.
    pub async fn pending(&self) -> Result<Option<PersonId>, Problem> {
        if self.session.id().is_none() {
            return Ok(None);
        }
        let pending = self.session.get::<Pending>(keys::PENDING).await?;
        let now = self.app.exchange.now().timestamp();
        Ok(pending.filter(|pending| now - pending.since < PENDING_MINUTES * 60).map(|pending| pending.person))
    }

    /// Both factors were proved: signs in, in the capacity that matters most, or in one asked for.
    /// Answers with where to go.
    pub async fn both_factors(&self, person: PersonId, actor: Option<&Actor>, next: &str) -> Result<String, Problem> {
        let capacities = accounts::account(&self.app.exchange, person).await?.map(|account| account.capacities);
        let best = capacities.and_then(|all| all.into_iter().next_back()).map(|(actor, _)| actor);
        let actor = actor.cloned().or(best).unwrap_or(Actor::Seeker { person });
        self.sign_in(person, Some(&actor), true).await?;
        Ok(if next.is_empty() { Self::home(&actor).to_owned() } else { next.to_owned() })
    }

    /// Whether the person proved who they are a moment ago, as whoever changes how they sign in must.
    pub async fn is_fresh(&self) -> Result<bool, Problem> {
        let proved = self.session.get::<i64>(keys::PROVED).await?.unwrap_or_default();
        Ok(self.app.exchange.now().timestamp() - proved < FRESH_MINUTES * 60)
    }

    /// When the person proved who they are, where that was not just now and here; seconds since 1970.
    pub async fn proved_at(&self, time: i64) -> Result<(), Problem> {
        Ok(self.session.insert(keys::PROVED, time).await?)
    }

    /// The key of this session among the person's devices.
    pub fn device_key(&self) -> Option<String> {
        self.session.id().map(|id| sanviec_store::sessions::key(&id))
    }

    /// The browser and its system, as the person would call them: "Chrome, Android".
    pub fn device_name(&self) -> Option<String> {
        self.device.browser.clone()
    }

    /// Whether a capacity is open in this session.
    pub async fn is_open(&self, actor: &Actor) -> Result<bool, Problem> {
        let strong = self.session.get::<bool>(keys::STRONG).await?.unwrap_or_default();
        Ok(strong || !matches!(actor, Actor::Staff { .. }))
    }

    /// Gives this session a new id; whoever knew the old one has nothing.
    pub async fn renew(&self) -> Result<(), Problem> {
        Ok(self.session.cycle_id().await?)
    }

    /// Signs a person in under a new session id: a new session, whose time begins now. `strong` where
    /// a second factor was proved.
    pub async fn sign_in(&self, person: PersonId, actor: Option<&Actor>, strong: bool) -> Result<(), Problem> {
        self.session.cycle_id().await?;
        self.session.remove_value(keys::BEGAN).await?;
        self.session.remove_value(keys::PENDING).await?;
        self.session.insert(keys::STRONG, strong).await?;
        self.session.insert(keys::PROVED, self.app.exchange.now().timestamp()).await?;
        self.session.insert(keys::PERSON, person).await?;
        self.session.insert(keys::USED, self.app.exchange.now().timestamp()).await?;
        self.session.insert(keys::STAFF, matches!(actor, Some(Actor::Staff { .. }))).await?;
        for (key, value) in [(keys::USER_AGENT, &self.device.browser), (keys::IP_PREFIX, &self.device.network)] {
            match value {
                Some(value) => self.session.insert(key, value).await?,
                None => drop(self.session.remove_value(key).await?),
            }
        }
        match actor {
            Some(actor) => self.session.insert(keys::ACTOR, actor).await?,
            None => {
                self.session.remove::<Actor>(keys::ACTOR).await?;
            }
        }
        Ok(())
    }

    /// Acts in another capacity from now on; the id is changed, as at each change of rights, but the
    /// session's time goes on.
    pub async fn act_as(&self, actor: &Actor) -> Result<(), Problem> {
        self.session.cycle_id().await?;
        if matches!(actor, Actor::Staff { .. }) {
            self.session.insert(keys::STAFF, true).await?;
        }
        Ok(self.session.insert(keys::ACTOR, actor).await?)
    }

    /// Ends the session.
    pub async fn sign_out(&self) -> Result<(), Problem> {
        Ok(self.session.flush().await?)
    }

    /// Says something on the next page.
    pub async fn say(&self, key: &str) -> Result<(), Problem> {
        self.tell(FlashKind::Ok, self.texts().get(key)).await
    }

    /// Says on the next page how many of something were dealt with.
    pub async fn say_counted(&self, key: &str, count: u64) -> Result<(), Problem> {
        self.tell(FlashKind::Ok, &self.texts().count(key, count)).await
    }

    /// Says on the next page that something did not happen.
    pub async fn warn(&self, key: &str) -> Result<(), Problem> {
        self.tell(FlashKind::Warn, self.texts().get(key)).await
    }

    async fn tell(&self, kind: FlashKind, text: &str) -> Result<(), Problem> {
        Ok(self.session.insert(keys::FLASH, Flash { kind, text: text.to_owned() }).await?)
    }

    /// The words of the page's language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.locale)
    }

    /// A path in the page's language.
    pub fn link(&self, path: &str) -> String {
        sanviec_render::chrome::localised(path, self.locale)
    }

    /// What stands round every page of an area.
    pub fn chrome(&self, area: Area) -> Chrome<'_> {
        Chrome {
            kind: Some(self.actor.kind()),
            person: self.name.as_deref(),
            others: &self.others,
            own: (self.actor != Actor::Visitor).then(|| Self::home(&self.actor)),
            announcements: if area.is_translated() { &self.announcements } else { &[] },
            flash: self.flash.clone(),
            demo: self.app.clock.as_ref().map(|_| DemoBar {
                role: self.role(),
                now: sanviec_render::format::moment(self.app.exchange.now(), self.locale),
            }),
            ..Chrome::new(&self.app.exchange.settings.site, self.locale, area, &self.path)
        }
    }

    /// Whether everybody who comes like this sees the same: no session, nothing in the address beside
    /// the path, and no demo bar with its clock.
    pub fn brings_nothing(&self) -> bool {
        self.session.id().is_none() && !self.path.contains('?') && self.app.clock.is_none()
    }

    /// The demo bar's word for the actor.
    fn role(&self) -> &'static str {
        match &self.actor {
            Actor::Visitor | Actor::Program { .. } | Actor::System => "visitor",
            Actor::Seeker { .. } => "seeker",
            Actor::Employer { .. } => "employer",
            Actor::College { .. } => "college",
            Actor::Staff {
                role: sanviec_domain::access::StaffRole::Admin,
                ..
            } => "admin",
            Actor::Staff {
                role: sanviec_domain::access::StaffRole::Manager,
                ..
            } => "manager",
            Actor::Staff { .. } => "officer",
        }
    }

    /// The page a person comes to after signing in.
    pub fn home(actor: &Actor) -> &'static str {
        match actor {
            Actor::Visitor | Actor::Program { .. } | Actor::System => "/",
            Actor::Seeker { .. } => "/toi",
            Actor::Employer { .. } => "/ntd",
            Actor::College { .. } => "/truong-toi",
            Actor::Staff {
                role: sanviec_domain::access::StaffRole::Admin,
                ..
            } => "/qt/he-thong",
            Actor::Staff { .. } => "/tt/duyet",
        }
    }
}

/// A page.
pub fn html(rendered: Result<String, sanviec_render::RenderError>) -> Result<Response, Problem> {
    Ok(Html(rendered?).into_response())
}

/// A spreadsheet to be kept, under a name without its ending.
pub fn workbook(name: &str, sheets: &[sanviec_render::sheet::Sheet]) -> Result<Response, Problem> {
    let bytes = sanviec_render::sheet::workbook(sheets)?;
    let headers = [
        (header::CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.xlsx\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// A page that no cache keeps, the browser's own included.
pub fn unkept(mut page: Response) -> Response {
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    page
}

/// See other: POST, redirect, GET.
pub fn go(path: &str) -> Response {
    Redirect::to(path).into_response()
}
