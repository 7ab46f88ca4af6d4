//! The pages about one's own account, filled.

use super::site;
use super::staff::{Rendered, id, now};
use crate::pages::{
    AccountPage, CapacityRow, ContactCodePage, ContactPage, DeviceRow, DevicesPage, ForgotPage, LinkPage, MergeAccountsPage, MergePerson, MergePreviewPage, PasskeyRow,
    PasskeysPage, PasswordPage, PasswordSignInPage, ProviderRow, RecoveryCodesPage, ResetPage, SecondFactorPage, SecondFactorState, SecondStepPage,
};
use crate::{Area, Chrome, FormState};
use chrono::{NaiveDate, TimeDelta};
use sanviec_domain::language::Locale;

fn day() -> NaiveDate {
    super::today()
}

/// A form in which a field is wrong.
fn wrong(chrome: &Chrome<'_>, field: &str, key: &str) -> FormState {
    let mut form = FormState::default();
    form.fail(field, chrome.t.get(key));
    form
}

/// The pages of signing in and of one's own account.
pub(super) fn pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let chrome = Chrome::new(&site, locale, Area::Public, "/toi/tai-khoan");
    let mut pages = signing_in(&chrome);
    pages.extend(own(&chrome));
    pages.extend(two_accounts(&chrome));
    pages
}

fn signing_in(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let form = FormState::default();
    let wrong_code = wrong(chrome, "ma", "code-error-dead");
    let codes: Vec<String> = ["k3m9p-x7w2d", "a2b3c-d4e5f"].map(str::to_owned).to_vec();
    let wrong_password = wrong(chrome, "mat-khau", "password-sign-in-wrong");
    vec![
        (
            "password-sign-in",
            PasswordSignInPage {
                chrome,
                next: "/ntd",
                form: &wrong_password,
            }
            .render(),
        ),
        ("forgot", ForgotPage { chrome, sent: false, form: &form }.render()),
        ("forgot-sent", ForgotPage { chrome, sent: true, form: &form }.render()),
        (
            "reset",
            ResetPage {
                chrome,
                token: Some("abc"),
                form: &form,
            }
            .render(),
        ),
        ("reset-dead", ResetPage { chrome, token: None, form: &form }.render()),
        (
            "second-step",
            SecondStepPage {
                chrome,
                next: "",
                form: &wrong_code,
            }
            .render(),
        ),
        (
            "recovery-codes",
            RecoveryCodesPage {
                chrome,
                codes: &codes,
                next: "/tt/duyet",
            }
            .render(),
        ),
        (
            "link-first",
            LinkPage {
                chrome,
                provider: "Cổng tỉnh",
                label: "an@example.vn",
                account: None,
            }
            .render(),
        ),
        (
            "link",
            LinkPage {
                chrome,
                provider: "Cổng tỉnh",
                label: "an@example.vn",
                account: Some("Nguyễn Văn An"),
            }
            .render(),
        ),
    ]
    .into_iter()
    .map(|(name, page)| page.map(|html| (name, html)))
    .collect()
}

fn own(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let form = FormState::default();
    let capacities = ["Người tìm việc", "Công ty TNHH May Tiền Hải (doanh nghiệp)"].map(|label| CapacityRow {
        key: "toi".to_owned(),
        label: label.to_owned(),
        now: label.starts_with("Người"),
    });
    let providers = [("vneid", "VNeID", None), ("tinh", "Cổng tỉnh", Some("an@example.vn"))].map(|(key, name, linked)| ProviderRow {
        key: key.to_owned(),
        name: name.to_owned(),
        linked: linked.map(str::to_owned),
    });
    let account = AccountPage {
        chrome,
        phone: Some("0912 345 678"),
        email: None,
        password_since: Some(day()),
        second_factor: Some(8),
        passkeys: Some(2),
        providers: &providers,
        also: &["0987 654 321".to_owned()],
        locked: true,
        capacities: &capacities,
        may_register: true,
    };
    let begun = SecondFactorState::Begun {
        secret: "JBSW Y3DP EHPK 3PXP".to_owned(),
        url: "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP".to_owned(),
    };
    let second = |state, obligatory| {
        SecondFactorPage {
            chrome,
            state,
            obligatory,
            form: &form,
        }
        .render()
    };
    let devices = [true, false].map(|this| DeviceRow {
        key: "abc".to_owned(),
        browser: this.then(|| "Chrome, Android".to_owned()),
        network: Some("203.0.113.0/24".to_owned()),
        began: now() - TimeDelta::days(2),
        last: now(),
        this,
    });
    let passkeys = [PasskeyRow {
        id: id(401).to_string(),
        name: "Điện thoại của tôi".to_owned(),
        added: now() - TimeDelta::days(9),
        last: Some(now()),
    }];
    let keys = |passkeys, full, fresh| PasskeysPage { chrome, passkeys, full, fresh }.render();
    let wrong_contact = wrong(chrome, "moi", "contact-same");
    let code = ContactCodePage {
        chrome,
        title: chrome.t.get("contact-new-title"),
        action: "/toi/lien-lac/moi",
        back: "/toi/tai-khoan",
        sent_to: "09•• ••• 678",
        by_email: false,
        minutes: 5,
        request: "0190f",
        form: &form,
    };
    vec![
        ("account", account.render()),
        (
            "password-set",
            PasswordPage {
                chrome,
                has_one: false,
                form: &form,
            }
            .render(),
        ),
        (
            "password-change",
            PasswordPage {
                chrome,
                has_one: true,
                form: &form,
            }
            .render(),
        ),
        ("second-off", second(&SecondFactorState::Off, true)),
        ("second-begun", second(&begun, false)),
        ("second-on", second(&SecondFactorState::On, false)),
        ("devices", DevicesPage { chrome, devices: &devices }.render()),
        (
            "contact",
            ContactPage {
                chrome,
                is_email: false,
                can_lose: true,
                form: &wrong_contact,
            }
            .render(),
        ),
        ("contact-code", code.render()),
        ("passkeys", keys(&passkeys[..], false, true)),
        ("passkeys-none", keys(&[], false, false)),
        ("passkeys-full", keys(&passkeys[..], true, true)),
    ]
    .into_iter()
    .map(|(name, page)| page.map(|html| (name, html)))
    .collect()
}

fn two_accounts(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let person = |phone: &str, email: Option<&str>| MergePerson {
        name: Some("Phạm Thị Hiền".to_owned()),
        phone: Some(phone.to_owned()),
        email: email.map(str::to_owned),
        since: day(),
    };
    let wrong_contact = wrong(chrome, "lien-lac", "accounts-merge-nobody");
    let preview = MergePreviewPage {
        chrome,
        action: "/toi/gop/xem",
        back: "/toi/tai-khoan",
        by_officer: false,
        hidden: &[],
        from: &person("0987 654 321", None),
        into: &person("0912 345 678", Some("hien@example.vn")),
        applications: 3,
        twice: 1,
        memberships: 1,
    };
    vec![
        ("accounts-merge", MergeAccountsPage { chrome, form: &wrong_contact }.render()),
        ("accounts-merge-preview", preview.render()),
    ]
    .into_iter()
    .map(|(name, page)| page.map(|html| (name, html)))
    .collect()
}
