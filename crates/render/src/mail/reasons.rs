//! The sentences of an officer's reasons.

use crate::locale::Texts;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::Reason;

/// The key of the sentence of a reason: what is wrong and what to do.
pub(super) const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::UnclearJob => "reason-unclear-job",
        Reason::WageUnclear => "reason-wage-unclear",
        Reason::BelowMinimumWage => "reason-below-minimum-wage",
        Reason::Discrimination => "reason-discrimination",
        Reason::FeeOrDeposit => "reason-fee-or-deposit",
        Reason::ContactInText => "reason-contact-in-text",
        Reason::WrongPlace => "reason-wrong-place",
        Reason::Duplicate => "reason-duplicate",
        Reason::HoursOrOvertime => "reason-hours-or-overtime",
        Reason::Probation => "reason-probation",
        Reason::AbroadWithoutLicence => "reason-abroad-without-licence",
        Reason::Misleading => "reason-misleading",
        Reason::Language => "reason-language",
        Reason::NotInRegister => "reason-not-in-register",
        Reason::PapersMissing => "reason-papers-missing",
        Reason::NotReached => "reason-not-reached",
        Reason::NotEntitled => "reason-not-entitled",
        Reason::Complaints => "reason-complaints",
        Reason::NoLongerActive => "reason-no-longer-active",
    }
}

/// The sentence of a reason, as a letter and a decision on screen say it.
pub fn reason_sentence(reason: Reason, locale: Locale) -> &'static str {
    Texts::of(locale).get(reason_key(reason))
}
