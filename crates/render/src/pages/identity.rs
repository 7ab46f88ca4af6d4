//! Other ways to be known: accounts at providers, passkeys, and two accounts that become one.

use crate::{Chrome, FormState};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::time::Instant;

/// `/dang-nhap/lien-ket`.
#[derive(Template)]
#[template(path = "account/link.html")]
pub struct LinkPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The provider's name.
    pub provider: &'a str,
    /// What the person knows that account by.
    pub label: &'a str,
    /// The account here, where somebody is signed in.
    pub account: Option<&'a str>,
}

/// A passkey of the list.
#[derive(Clone, Debug)]
pub struct PasskeyRow {
    /// Its id, as text.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Since when.
    pub added: Instant,
    /// When it last signed in.
    pub last: Option<Instant>,
}

/// `/toi/khoa`. Inputs: `ten`, `tra-loi`.
#[derive(Template)]
#[template(path = "account/passkeys.html")]
pub struct PasskeysPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The person's passkeys.
    pub passkeys: &'a [PasskeyRow],
    /// Whether there can be no more.
    pub full: bool,
    /// Whether the person proved a moment ago who they are, as adding asks for.
    pub fresh: bool,
}

/// `/toi/gop`. Input: `lien-lac`.
#[derive(Template)]
#[template(path = "account/merge.html")]
pub struct MergeAccountsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was typed.
    pub form: &'a FormState,
}

/// One of the two accounts of a merger.
#[derive(Clone, Debug)]
pub struct MergePerson {
    /// Họ và tên.
    pub name: Option<String>,
    /// The number, as people write it.
    pub phone: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// The day the account was made.
    pub since: NaiveDate,
}

/// `/toi/gop/xem`, `/qt/tai-khoan/{id}/gop`: what a merger would do.
#[derive(Template)]
#[template(path = "account/merge_preview.html")]
pub struct MergePreviewPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where the yes goes.
    pub action: &'a str,
    /// Where the no goes.
    pub back: &'a str,
    /// Whether it is an administrator who asks, whose reason is written down.
    pub by_officer: bool,
    /// What the form carries along.
    pub hidden: &'a [(&'static str, String)],
    /// The account that goes.
    pub from: &'a MergePerson,
    /// The one that stays.
    pub into: &'a MergePerson,
    /// Applications of the one that goes.
    pub applications: u64,
    /// Those for a vacancy that both have applied for.
    pub twice: u64,
    /// Organisations the one that goes belongs to.
    pub memberships: u64,
}

crate::html_pages!(LinkPage, PasskeysPage, MergeAccountsPage, MergePreviewPage);
