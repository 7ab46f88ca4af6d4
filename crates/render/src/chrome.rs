//! What stands round every page: who looks at it, in which area and language, what has just
//! happened, and whose exchange it is.

use crate::assets::Assets;
use crate::format;
use crate::locale::Texts;
use chrono::{NaiveDate, NaiveTime};
use sanviec_domain::access::{Action, ActorKind};
use sanviec_domain::language::Locale;
use sanviec_domain::money::Vnd;
use sanviec_domain::time::Instant;
use serde::{Deserialize, Serialize};

/// The parts of the product, each with its own navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// Everybody's pages.
    Public,
    /// `/toi`.
    Seeker,
    /// `/ntd`.
    Employer,
    /// `/truong-toi`.
    College,
    /// `/tt`.
    Centre,
    /// `/qt`.
    Admin,
}

/// A place of the navigation.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    /// Its address, without the language.
    pub href: &'static str,
    /// The key of its word.
    pub text: &'static str,
    /// Whether the page is there yet. A link that leads nowhere is worse than none.
    pub built: bool,
    /// What one must be allowed to do, where not everybody who comes into the area is.
    pub action: Option<Action>,
}

const fn item(href: &'static str, text: &'static str) -> NavItem {
    NavItem {
        href,
        text,
        built: true,
        action: None,
    }
}

const fn later(href: &'static str, text: &'static str) -> NavItem {
    NavItem { built: false, ..item(href, text) }
}

const fn guarded(href: &'static str, text: &'static str, action: Action) -> NavItem {
    NavItem {
        action: Some(action),
        ..item(href, text)
    }
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 6] = [Self::Public, Self::Seeker, Self::Employer, Self::College, Self::Centre, Self::Admin];

    /// The area's navigation in its order, at most five places.
    pub fn navigation(self) -> &'static [NavItem] {
        match self {
            Self::Public => {
                const {
                    &[
                        item("/viec-lam", "nav-jobs"),
                        item("/hoi-nghi", "event-list-title"),
                        item("/dao-tao", "nav-training"),
                        later("/thi-truong", "nav-market"),
                        item("/ntd", "nav-employers"),
                    ]
                }
            }
            Self::Seeker => {
                const {
                    &[
                        item("/viec-lam", "nav-find"),
                        item("/toi", "nav-applications"),
                        later("/toi/lich", "nav-appointments"),
                        later("/toi/ho-so", "nav-profile"),
                        later("/toi/tin-nhan", "nav-messages"),
                    ]
                }
            }
            Self::Employer => {
                const {
                    &[
                        item("/ntd", "nav-postings"),
                        later("/ntd/ung-vien", "nav-candidates"),
                        later("/ntd/lich", "nav-interviews"),
                        item("/ntd/truong", "nav-colleges"),
                        item("/ntd/doanh-nghiep", "nav-company"),
                    ]
                }
            }
            Self::College => {
                const {
                    &[
                        item("/truong-toi", "nav-college-home"),
                        item("/truong-toi/chuong-trinh", "nav-programmes"),
                        item("/truong-toi/doi-tac", "nav-partners"),
                        later("/truong-toi/thuc-tap", "nav-internships"),
                        later("/truong-toi/bao-cao", "nav-reports"),
                    ]
                }
            }
            Self::Centre => {
                const {
                    &[
                        item("/tt/duyet", "nav-queue"),
                        guarded("/tt/nguoi-tim-viec", "nav-seekers", Action::ServeAtCounter),
                        guarded("/tt/ban-quan-ly", "desk-title", Action::Supervise),
                        item("/tt/to-chuc", "nav-organisations"),
                        guarded("/tt/hop-tac", "nav-cooperation", Action::Broker),
                    ]
                }
            }
            Self::Admin => {
                const {
                    &[
                        item("/qt", "nav-system"),
                        item("/qt/kenh-gui", "nav-outbox"),
                        item("/qt/tai-khoan", "nav-accounts"),
                        item("/qt/danh-muc", "nav-lists"),
                        item("/qt/nhat-ky", "nav-audit"),
                    ]
                }
            }
        }
    }

    /// Whether its screens are dense: staff sit before a large screen all day.
    pub fn is_dense(self) -> bool {
        matches!(self, Self::Centre | Self::Admin)
    }

    /// Whether the pages exist in every language under its prefix.
    pub fn is_translated(self) -> bool {
        matches!(self, Self::Public | Self::Seeker)
    }
}

/// The tone of a [`Flash`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FlashKind {
    /// Done.
    Ok,
    /// Good to know.
    Info,
    /// Not as wished.
    Warn,
    /// Not done.
    Bad,
}

impl FlashKind {
    /// The end of the class name.
    pub fn class(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// What has just been done, said once on the next page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// Its tone.
    pub kind: FlashKind,
    /// The sentence.
    pub text: String,
}

/// The bar of the demo.
#[derive(Clone, Debug)]
pub struct DemoBar<'a> {
    /// The role taken: one of [`DEMO_ROLES`].
    pub role: &'a str,
    /// The demo's clock, in words.
    pub now: String,
}

/// The roles of the demo, as `POST /demo/vai-tro` takes them in `vai-tro`.
pub const DEMO_ROLES: [&str; 7] = ["visitor", "seeker", "employer", "college", "officer", "manager", "admin"];

/// The steps of the demo's clock, as `POST /demo/dong-ho` takes them in `buoc`.
pub const DEMO_STEPS: [&str; 4] = ["1h", "1d", "15d", "reset"];

impl DemoBar<'_> {
    /// The role's word.
    pub fn role_text(&self, t: &'static Texts) -> &'static str {
        demo_role(self.role, t)
    }
}

/// The word of a demo role.
pub fn demo_role(role: &str, t: &'static Texts) -> &'static str {
    match role {
        "seeker" => t.get("demo-role-seeker"),
        "employer" => t.get("demo-role-employer"),
        "college" => t.get("demo-role-college"),
        "officer" => t.get("demo-role-officer"),
        "manager" => t.get("demo-role-manager"),
        "admin" => t.get("demo-role-admin"),
        _ => t.get("demo-role-visitor"),
    }
}

/// The word of a step of the demo's clock.
pub fn demo_step(step: &str, t: &'static Texts) -> &'static str {
    match step {
        "1h" => t.get("demo-clock-hour"),
        "1d" => t.get("demo-clock-day"),
        "15d" => t.get("demo-clock-fortnight"),
        _ => t.get("demo-clock-reset"),
    }
}

/// Whose exchange this is: configuration, because names and provinces change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// "Sàn giao dịch việc làm Hưng Yên".
    pub name: String,
    /// "Sàn việc làm", for titles and small screens.
    pub short_name: String,
    /// "Trung tâm Dịch vụ việc làm tỉnh Hưng Yên".
    pub centre: String,
    /// The number people call.
    pub phone: String,
    /// The number of the Zalo account; empty where there is none.
    pub zalo: String,
    /// The centre's postal address.
    pub address: String,
    /// The centre's province.
    pub province: String,
    /// `https://vieclam.example.vn`, without a slash at the end.
    pub base_url: String,
}

/// What the layout shows round a page.
#[derive(Clone, Debug)]
pub struct Chrome<'a> {
    /// The words; of [`Self::locale`].
    pub t: &'static Texts,
    /// The language.
    pub locale: Locale,
    /// The page's path without the language prefix, with its query: `/viec-lam?q=may`.
    pub path: &'a str,
    /// The area.
    pub area: Area,
    /// What kind of actor reads the page; with none, every place of the navigation is shown.
    pub kind: Option<ActorKind>,
    /// Who has signed in, by name.
    pub person: Option<&'a str>,
    /// Where that person's own pages begin.
    pub own: Option<&'a str>,
    /// The other capacities the person can act in: their key and words.
    pub others: &'a [(String, String)],
    /// Things that wait, by the address of their place in the navigation.
    pub badges: &'a [(&'a str, u64)],
    /// What the centre announces, in the page's language.
    pub announcements: &'a [String],
    /// What has just happened.
    pub flash: Option<Flash>,
    /// The demo's bar.
    pub demo: Option<DemoBar<'a>>,
    /// Whose exchange it is.
    pub site: &'a Site,
}

/// The prefix of a language's addresses: nothing for Vietnamese.
pub fn prefix(locale: Locale) -> &'static str {
    match locale {
        Locale::Vi => "",
        Locale::En => "/en",
    }
}

/// A path in a language: `/viec-lam` → `/en/viec-lam`.
pub fn localised(path: &str, locale: Locale) -> String {
    match (path, locale) {
        ("/", Locale::En) => "/en".to_owned(),
        (path, Locale::En) if path.starts_with("/?") => format!("/en{}", &path[1..]),
        (path, locale) => format!("{}{path}", prefix(locale)),
    }
}

impl<'a> Chrome<'a> {
    /// A page without anybody signed in, for the fields that are most often empty.
    pub fn new(site: &'a Site, locale: Locale, area: Area, path: &'a str) -> Self {
        Self {
            t: Texts::of(locale),
            locale,
            path,
            area,
            kind: None,
            person: None,
            own: None,
            others: &[],
            badges: &[],
            announcements: &[],
            flash: None,
            demo: None,
            site,
        }
    }

    /// What stands before every address of a translated page.
    pub fn prefix(&self) -> &'static str {
        prefix(self.locale)
    }

    /// The home page.
    pub fn home(&self) -> &'static str {
        if self.locale == Locale::Vi { "/" } else { "/en" }
    }

    /// A path in the page's language.
    pub fn url(&self, path: &str) -> String {
        localised(path, self.locale)
    }

    /// The same page in the other language, where it exists.
    pub fn other_language(&self) -> Option<String> {
        self.area.is_translated().then(|| localised(self.path, self.other_locale()))
    }

    /// The language that this page is not in.
    pub fn other_locale(&self) -> Locale {
        match self.locale {
            Locale::Vi => Locale::En,
            Locale::En => Locale::Vi,
        }
    }

    /// The page's whole address in a language, without its query.
    pub fn absolute(&self, locale: Locale) -> String {
        let path = self.path.split('?').next().unwrap_or_default();
        format!("{}{}", self.site.base_url, localised(path, locale))
    }

    /// Whether a link leads somebody signed in anywhere: an employer's pages turn others away.
    fn leads_in(&self, href: &str) -> bool {
        href != "/ntd" || self.own.is_none_or(|own| own == href)
    }

    /// The places of the navigation that exist, with their address here.
    pub fn navigation(&self) -> impl Iterator<Item = NavLink> {
        let prefix = if self.area.is_translated() { self.prefix() } else { "" };
        self.area
            .navigation()
            .iter()
            .filter(|item| item.built && self.leads_in(item.href) && self.may(item.action))
            .map(move |item| NavLink {
                // What leads out of the translated part keeps its own address.
                prefix: if item.href.starts_with("/ntd") { "" } else { prefix },
                href: item.href,
                text: self.t.get(item.text),
                badge: self.badges.iter().find(|(href, _)| *href == item.href).map_or(0, |(_, n)| *n),
                current: self.is_current(item.href),
            })
    }

    fn may(&self, action: Option<Action>) -> bool {
        self.kind.zip(action).is_none_or(|(kind, action)| kind.may(action))
    }

    fn is_current(&self, href: &str) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        let deeper = |href: &str| path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        // The longest that fits: `/qt/kenh-gui` is not also `/qt`.
        deeper(href)
            && !self
                .area
                .navigation()
                .iter()
                .any(|other| other.built && other.href.len() > href.len() && deeper(other.href))
    }

    /// The centre's number as people write it.
    pub fn phone(&self) -> String {
        format::phone(&self.site.phone)
    }

    /// The centre's number as a link.
    pub fn phone_href(&self) -> String {
        format::phone_href(&self.site.phone)
    }

    // Templates hand every argument over by reference and call methods more easily than paths:
    // these put the page's language behind the formats.

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// "05/11/2026".
    pub fn date(&self, day: &NaiveDate) -> format::Date {
        format::Date(*day, self.locale)
    }

    /// "Thứ Năm, ngày 05/11/2026".
    pub fn long_date(&self, day: &NaiveDate) -> String {
        format::long_date(*day, self.locale)
    }

    /// "hôm nay", "3 ngày trước", or the date.
    pub fn relative(&self, day: &NaiveDate, today: &NaiveDate) -> String {
        format::relative(*day, *today, self.locale)
    }

    /// "08:00".
    pub fn time(&self, at: &NaiveTime) -> String {
        format::time(*at)
    }

    /// "08:00, 05/11/2026".
    pub fn moment(&self, at: &Instant) -> String {
        format::moment(*at, self.locale)
    }

    /// "1.284".
    pub fn number(&self, value: &u64) -> format::Number {
        format::Number(i64::try_from(*value).unwrap_or(i64::MAX), self.locale)
    }

    /// "8.500.000 đ".
    pub fn money(&self, amount: &Vnd) -> String {
        format::money(*amount, self.locale)
    }

    /// "8,5 triệu".
    pub fn money_short(&self, amount: &Vnd) -> String {
        format::money_short(*amount, self.locale)
    }

    /// The attribute for a text that is Vietnamese whatever the page's language; to be written `|safe`.
    pub fn vi(&self) -> &'static str {
        match self.locale {
            Locale::Vi => "",
            Locale::En => " lang=\"vi\"",
        }
    }

    /// The address of the icons.
    pub fn icons(&self) -> &'static str {
        Assets::icons()
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> &'static str {
        Assets::url(name)
    }
}

/// A link of the navigation.
#[derive(Clone, Copy, Debug)]
pub struct NavLink {
    /// The language's prefix.
    pub prefix: &'static str,
    /// The address behind it.
    pub href: &'static str,
    /// The word.
    pub text: &'static str,
    /// How many things wait there.
    pub badge: u64,
    /// Whether the page is it, or below it.
    pub current: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn addresses_in_the_other_language() {
        assert_eq!(localised("/", Locale::En), "/en");
        assert_eq!(localised("/?demo=1", Locale::En), "/en?demo=1");
        assert_eq!(localised("/viec-lam?q=may", Locale::En), "/en/viec-lam?q=may");
        assert_eq!(localised("/viec-lam", Locale::Vi), "/viec-lam");
        let site = samples::site();
        assert_eq!(Chrome::new(&site, Locale::En, Area::Public, "/viec-lam").other_language().as_deref(), Some("/viec-lam"));
        assert_eq!(Chrome::new(&site, Locale::Vi, Area::Centre, "/tt/duyet").other_language(), None);
    }

    #[test]
    fn the_navigation_is_short_and_marks_one_place() {
        let site = samples::site();
        for area in Area::ALL {
            assert!(area.navigation().len() <= 5);
        }
        let admin = Chrome::new(&site, Locale::Vi, Area::Admin, "/qt/he-thong?trang=2");
        let current: Vec<_> = admin.navigation().filter(|link| link.current).map(|link| link.href).collect();
        assert_eq!(current, ["/qt"]);
    }
}
