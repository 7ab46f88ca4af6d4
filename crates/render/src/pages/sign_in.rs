//! `/dang-nhap`.

use crate::{Chrome, FormState};
use askama::Template;

/// Signing in by telephone number or e-mail address; a code follows. Inputs: `lien-lac`, `tiep`.
#[derive(Template)]
#[template(path = "public/sign_in.html")]
pub struct SignInPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where to go afterwards: a path of this site.
    pub next: &'a str,
    /// Providers that one may sign in through: key and name.
    pub providers: &'a [(&'a str, &'a str)],
    /// Whether one may sign in with a passkey.
    pub passkeys: bool,
    /// What was typed.
    pub form: &'a FormState,
}

crate::html_pages!(SignInPage);
