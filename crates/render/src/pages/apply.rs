//! Applying: who you are, then the code. Two screens, nothing else.

use crate::format::PayLine;
use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::ids::FileId;
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::{CallTime, Vocabulary};

/// A file that somebody handed in.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Its id.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

impl FileRow {
    /// Its size in words: "120 KB", "1,4 MB".
    pub fn size(&self, locale: Locale) -> String {
        crate::format::size(self.bytes, locale)
    }
}

/// The first screen. Inputs: `ho-ten`, `dien-thoai`, `nam-sinh`, `goi-luc` ([`CallTime`]'s keys),
/// `loi-nhan`, `dong-y` (=`co`), `giu-ho-so` (=`co`), and `trang-web`, which only a machine fills.
#[derive(Template)]
#[template(path = "public/apply.html")]
pub struct ApplyPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy's title.
    pub title: &'a str,
    /// The employer's name; it stands in the consent.
    pub employer: &'a str,
    /// The first line about pay.
    pub pay: PayLine,
    /// The vacancy's address, with the language.
    pub back: &'a str,
    /// Where the form goes.
    pub action: &'a str,
    /// What was typed.
    pub form: &'a FormState,
    /// What was handed in so far.
    pub files: &'a [FileRow],
    /// Whether the telephone number is already proved: no code will be asked for.
    pub proved: bool,
}

crate::html_pages!(ApplyPage);

impl ApplyPage<'_> {
    fn call_times(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let locale = self.chrome.locale;
        CallTime::ALL.iter().map(move |time| (time.key(), time.label(locale)))
    }
}

/// What a code is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePurpose {
    /// To send an application.
    Apply,
    /// To sign in.
    SignIn,
}

/// The screen for the one-time code. Inputs: `ma`, and `yeu-cau`, which names the code asked for.
#[derive(Template)]
#[template(path = "public/code.html")]
pub struct CodePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What it is asked for.
    pub purpose: CodePurpose,
    /// The vacancy's title, when applying.
    pub title: Option<&'a str>,
    /// Where the code went: "09•• ••• 678".
    pub sent_to: &'a str,
    /// Whether it went by e-mail.
    pub by_email: bool,
    /// Minutes that it holds.
    pub minutes: u32,
    /// Names the code asked for.
    pub request: &'a str,
    /// Where the form goes.
    pub action: &'a str,
    /// Where a new code is asked for, by POST.
    pub resend: &'a str,
    /// Where the number can be corrected.
    pub back: &'a str,
    /// What was typed.
    pub form: &'a FormState,
}

crate::html_pages!(CodePage);
