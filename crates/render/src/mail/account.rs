//! Letters about how a person signs in.

use super::Body;
use crate::locale::Texts;
use crate::{Site, format};
use sanviec_domain::account::AccountChange;
use sanviec_domain::time::Instant;

/// The link that sets a password.
pub(super) fn password_link<'a>(t: &'static Texts, site: &Site, url: &str, minutes: i64) -> Body<'a> {
    Body {
        subject: t.get("mail-password-link-subject").to_owned(),
        greeting: t.get("mail-to-officer").to_owned(),
        lines: vec![t.fill("mail-password-link-line", "site", &site.name)],
        closing: vec![t.fill("mail-password-link-life", "minutes", minutes), t.get("mail-password-link-not-me").to_owned()],
        button: Some((t.get("mail-password-link-button"), url.to_owned())),
        ..Body::default()
    }
}

/// Something about how a person signs in was changed.
pub(super) fn changed<'a>(t: &'static Texts, site: &Site, change: AccountChange, at: Instant) -> Body<'a> {
    use AccountChange as C;
    let (subject, line) = match change {
        C::PasswordSet => ("mail-password-set-subject", "mail-password-set-line"),
        C::PasswordRemoved => ("mail-password-removed-subject", "mail-password-removed-line"),
        C::SecondFactorOn => ("mail-second-factor-on-subject", "mail-second-factor-on-line"),
        C::SecondFactorOff => ("mail-second-factor-off-subject", "mail-second-factor-off-line"),
        C::RecoveryCodeUsed => ("mail-recovery-used-subject", "mail-recovery-used-line"),
        C::RecoveryCodesRenewed => ("mail-recovery-renewed-subject", "mail-recovery-renewed-line"),
        C::PhoneChanged => ("mail-phone-changed-subject", "mail-phone-changed-line"),
        C::EmailChanged => ("mail-email-changed-subject", "mail-email-changed-line"),
        C::IdentityLinked => ("mail-identity-linked-subject", "mail-identity-linked-line"),
        C::IdentityUnlinked => ("mail-identity-unlinked-subject", "mail-identity-unlinked-line"),
        C::PasskeyAdded => ("mail-passkey-added-subject", "mail-passkey-added-line"),
        C::PasskeyRemoved => ("mail-passkey-removed-subject", "mail-passkey-removed-line"),
        C::EnteredAtCounter => ("mail-entered-subject", "mail-entered-line"),
        C::AccountsMerged => ("mail-accounts-merged-subject", "mail-accounts-merged-line"),
    };
    let (when, phone) = (format::moment(at, t.locale()), format::phone(&site.phone));
    // What an officer entered is no sign of a stranger.
    let is_entry = change == C::EnteredAtCounter;
    let (not_so, button, path, short) = if is_entry {
        ("mail-entered-not-so", "mail-entered-button", "/toi", "sms-entered")
    } else {
        ("mail-account-not-me", "mail-account-button", "/toi/thiet-bi", "sms-account")
    };
    let values = [
        ("subject", t.get(subject).into()),
        ("site", site.short_name.as_str().into()),
        ("phone", phone.as_str().into()),
    ];
    Body {
        subject: t.get(subject).to_owned(),
        greeting: t.get("mail-to-officer").to_owned(),
        lines: vec![t.with(line, &[("when", when.into()), ("site", site.name.as_str().into())])],
        closing: vec![t.fill(not_so, "phone", &phone)],
        button: Some((t.get(button), format!("{}{path}", site.base_url))),
        sms: Some(t.with(short, &values)),
        ..Body::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::{Notice, letter};
    use chrono::{TimeZone, Utc};
    use sanviec_domain::account::AccountChange;
    use sanviec_domain::language::Locale;
    use sanviec_domain::vocabulary::Vocabulary;

    #[test]
    fn a_change_says_what_when_and_whom_to_call() {
        let at = Utc.with_ymd_and_hms(2026, 11, 24, 3, 12, 0).unwrap();
        for locale in Locale::ALL {
            let mut subjects = std::collections::HashSet::new();
            for change in AccountChange::ALL {
                let letter = letter(&Notice::AccountChanged { change: *change, at }, locale, &crate::samples::site()).unwrap();
                let html = letter.html.unwrap();
                let path = if *change == AccountChange::EnteredAtCounter { "/toi" } else { "/toi/thiet-bi" };
                for said in ["10:12", "0221 386 2345", path] {
                    assert!(letter.text.contains(said) && html.contains(said), "{change:?}: {said}: {}", letter.text);
                }
                assert!(letter.short.chars().count() <= 160 && letter.short.contains("0221 386 2345"), "{}", letter.short);
                assert!(!letter.text.contains('!') && !letter.text.contains("{ $"), "{}", letter.text);
                assert!(subjects.insert(letter.subject));
            }
        }
    }

    #[test]
    fn the_link_stands_in_both_forms_with_its_life() {
        let url = "https://vieclam.example.vn/dat-mat-khau?ma=abc_-1";
        for locale in Locale::ALL {
            let letter = letter(&Notice::PasswordLink { url, minutes: 30 }, locale, &crate::samples::site()).unwrap();
            let html = letter.html.unwrap();
            assert!(letter.text.contains(url) && letter.text.contains("30"), "{}", letter.text);
            assert!(html.contains(&format!("href=\"{url}\"")) && html.contains("30"));
            assert!(!letter.subject.contains("abc"));
        }
    }
}
