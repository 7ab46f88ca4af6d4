//! How a person signs in: password, second step, devices, contacts, capacities.

use crate::qr::qr_svg;
use crate::{Chrome, FormState};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::time::Instant;

/// `/dang-nhap/mat-khau`. Inputs: `lien-lac`, `mat-khau`, `tiep`.
#[derive(Template)]
#[template(path = "account/password_sign_in.html")]
pub struct PasswordSignInPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where to go afterwards: a path of this site.
    pub next: &'a str,
    /// What was typed; never the password.
    pub form: &'a FormState,
}

/// `/toi/mat-khau`: sets, changes, removes. Inputs: `mat-khau`, `mat-khau-moi`.
#[derive(Template)]
#[template(path = "account/password.html")]
pub struct PasswordPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Whether there is one, which then has to be given.
    pub has_one: bool,
    /// What is wrong.
    pub form: &'a FormState,
}

/// `/quen-mat-khau`. Input: `email`.
#[derive(Template)]
#[template(path = "account/forgot.html")]
pub struct ForgotPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Whether it was asked for.
    pub sent: bool,
    /// What was typed.
    pub form: &'a FormState,
}

/// `/dat-mat-khau`. Inputs: `mat-khau-moi`, `ma`.
#[derive(Template)]
#[template(path = "account/reset.html")]
pub struct ResetPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What the link carries; `None` where it can no longer be used.
    pub token: Option<&'a str>,
    /// What is wrong.
    pub form: &'a FormState,
}

/// A capacity that a person can act in.
#[derive(Clone, Debug)]
pub struct CapacityRow {
    /// Names it in a form, as `vai-tro`.
    pub key: String,
    /// Its words.
    pub label: String,
    /// Whether it is acted in now.
    pub now: bool,
}

/// A provider, and the person's account there.
#[derive(Clone, Debug)]
pub struct ProviderRow {
    /// Its key in addresses.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What the person knows the account there by, where it is linked.
    pub linked: Option<String>,
}

/// `/toi/tai-khoan`.
#[derive(Template)]
#[template(path = "account/account.html")]
pub struct AccountPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The telephone number, as people write it.
    pub phone: Option<&'a str>,
    /// The e-mail address.
    pub email: Option<&'a str>,
    /// The day the password was set.
    pub password_since: Option<NaiveDate>,
    /// Recovery codes left, where the second factor is on.
    pub second_factor: Option<u64>,
    /// Passkeys, where the site offers them.
    pub passkeys: Option<usize>,
    /// Accounts at providers, for those that are configured.
    pub providers: &'a [ProviderRow],
    /// Numbers and addresses of accounts that were merged into this one: they sign in, too.
    pub also: &'a [String],
    /// Whether staff's work is closed for want of a second factor.
    pub locked: bool,
    /// Every capacity.
    pub capacities: &'a [CapacityRow],
    /// Whether an organisation may be registered in the capacity acted in.
    pub may_register: bool,
}

/// Where the second factor stands, for its page.
#[derive(Clone, Debug)]
pub enum SecondFactorState {
    /// Off.
    Off,
    /// Begun: what the authenticator needs.
    Begun {
        /// The secret, in groups.
        secret: String,
        /// `otpauth://…`
        url: String,
    },
    /// On.
    On,
}

/// `/toi/xac-thuc`. Input: `ma`.
#[derive(Template)]
#[template(path = "account/second_factor.html")]
pub struct SecondFactorPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where it stands.
    pub state: &'a SecondFactorState,
    /// Whether it is obligatory for this person.
    pub obligatory: bool,
    /// What is wrong.
    pub form: &'a FormState,
}

impl SecondFactorPage<'_> {
    fn qr(&self, url: &str) -> String {
        qr_svg(url)
    }
}

/// The recovery codes, shown once.
#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
pub struct RecoveryCodesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The codes.
    pub codes: &'a [String],
    /// Where to go on.
    pub next: &'a str,
}

/// `/dang-nhap/buoc-hai`. Inputs: `ma`, `tiep`.
#[derive(Template)]
#[template(path = "account/second_step.html")]
pub struct SecondStepPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where to go afterwards: a path of this site.
    pub next: &'a str,
    /// What is wrong.
    pub form: &'a FormState,
}

/// A device a person is signed in on.
#[derive(Clone, Debug)]
pub struct DeviceRow {
    /// Names it in a form, as `thiet-bi`.
    pub key: String,
    /// "Firefox, Android".
    pub browser: Option<String>,
    /// "203.0.113.0/24".
    pub network: Option<String>,
    /// When it signed in.
    pub began: Instant,
    /// When it was last used.
    pub last: Instant,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// `/toi/thiet-bi`.
#[derive(Template)]
#[template(path = "account/devices.html")]
pub struct DevicesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The devices, last used first.
    pub devices: &'a [DeviceRow],
}

/// `/toi/dien-thoai` and `/toi/email`: another number or address. Inputs: `moi`, `mat`.
#[derive(Template)]
#[template(path = "account/contact.html")]
pub struct ContactPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Whether it is the e-mail address that changes.
    pub is_email: bool,
    /// Whether the person may say that the old one is lost, because there is another to ask.
    pub can_lose: bool,
    /// What was typed.
    pub form: &'a FormState,
}

impl ContactPage<'_> {
    fn path(&self) -> &'static str {
        if self.is_email { "/toi/email" } else { "/toi/dien-thoai" }
    }
}

/// `/toi/lien-lac/ma`: the code of one end. Inputs: `yeu-cau`, `ma`.
#[derive(Template)]
#[template(path = "account/contact_code.html")]
pub struct ContactCodePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The heading.
    pub title: &'a str,
    /// Where the code is sent back to, without the language.
    pub action: &'a str,
    /// Where one begins again, without the language.
    pub back: &'a str,
    /// Where the code went, masked.
    pub sent_to: &'a str,
    /// Whether it went by e-mail.
    pub by_email: bool,
    /// Minutes that it holds.
    pub minutes: u32,
    /// Names the code asked for.
    pub request: &'a str,
    /// What is wrong.
    pub form: &'a FormState,
}

crate::html_pages!(
    PasswordSignInPage,
    PasswordPage,
    ForgotPage,
    ResetPage,
    AccountPage,
    SecondFactorPage,
    RecoveryCodesPage,
    SecondStepPage,
    DevicesPage,
    ContactPage,
    ContactCodePage
);
