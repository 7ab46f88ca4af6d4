//! The screens a posting is written on, and what the rules say on each.

use super::posting_fields as fields;
use crate::pages::centre::rules::{self, RuleFindings};
use crate::{Chrome, Texts};
use askama::Template;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::{Finding, Severity};
use sanviec_domain::vacancy::Field;
use sanviec_domain::vocabulary::Vocabulary;

/// The check: the posting as the public will read it, after the last screen.
pub const CHECK: usize = fields::STEPS + 1;

/// A screen in the list of all.
pub struct Step {
    /// What it is called.
    pub name: &'static str,
    /// Where it is, once the draft is saved.
    pub href: Option<String>,
    /// Whether it is the one that is shown.
    pub is_here: bool,
}

/// Where a screen of a draft is.
pub fn path(id: VacancyId, step: usize) -> String {
    if step >= CHECK {
        format!("/ntd/tin/{id}/xem-truoc")
    } else {
        format!("/ntd/tin/{id}/sua/{step}")
    }
}

/// What a screen is called.
pub fn name(step: usize, t: &'static Texts) -> &'static str {
    t.get(match step {
        1 => "posting-job",
        2 => "posting-pay",
        3 => "posting-benefits",
        4 => "posting-contact",
        _ => "posting-check",
    })
}

/// The findings on inputs of a step.
pub fn of_step(findings: &[Finding], step: usize) -> Vec<Finding> {
    findings.iter().filter(|finding| is_on(finding.field, step)).cloned().collect()
}

/// Whether a field's input stands on a step.
pub fn is_on(field: Field, step: usize) -> bool {
    fields::step_of(fields::input_of(field)) == step
}

/// Tells whether two lots of remarks are the same: whoever has read them and goes on is let through.
pub fn fingerprint(findings: &[Finding]) -> String {
    let said: Vec<String> = findings
        .iter()
        .filter(|finding| finding.severity != Severity::Stop)
        .map(|finding| format!("{}:{}", finding.rule.key(), finding.words))
        .collect();
    if said.is_empty() {
        return String::new();
    }
    // FNV-1a, 64 bits: nobody is kept out by it, so a hash that can be made up will do.
    let hash = said
        .join("\n")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// The list of all screens, over each of them.
#[derive(Template)]
#[template(path = "employer/posting/steps.html")]
pub struct PostingSteps<'a> {
    /// The page's language.
    pub chrome: &'a Chrome<'a>,
    /// The draft, once it is saved: its screens can be gone to.
    pub id: Option<VacancyId>,
    /// The screen that is shown.
    pub at: usize,
}

impl PostingSteps<'_> {
    fn steps(&self) -> Vec<Step> {
        let step = |step: usize| Step {
            name: name(step, self.chrome.t),
            href: self.id.filter(|_| step != self.at).map(|id| path(id, step)),
            is_here: step == self.at,
        };
        (1..=CHECK).map(step).collect()
    }
}

/// Where the inputs are that a remark leads to.
#[derive(Clone, Copy, Debug)]
pub enum Inputs<'a> {
    /// On the page itself.
    Here,
    /// On a page of their own.
    On(&'a str),
    /// On the screens of a draft.
    OnSteps(VacancyId),
}

impl Inputs<'_> {
    /// The address of a field's input.
    pub fn link(self, field: Field) -> String {
        let input = fields::input_of(field);
        match self {
            Self::Here => format!("#{input}"),
            Self::On(page) => format!("{page}#{input}"),
            Self::OnSteps(id) => format!("{}#{input}", path(id, fields::step_of(input))),
        }
    }
}

/// What the rules say to look at again; what stops the posting stands at its field as an error.
#[derive(Template)]
#[template(path = "employer/posting/remarks.html")]
pub struct PostingRemarks<'a> {
    /// The page's language.
    pub chrome: &'a Chrome<'a>,
    /// What the rules say.
    pub findings: &'a [Finding],
    /// Where the inputs are.
    pub inputs: Inputs<'a>,
}

crate::html_pages!(PostingRemarks);

impl PostingRemarks<'_> {
    fn remarks(&self) -> Vec<RuleFindings<'_>> {
        let mut remarks = rules::by_rule(self.findings);
        remarks.retain(|found| found.severity != Severity::Stop);
        remarks
    }

    fn rule(&self, found: &RuleFindings) -> &'static str {
        rules::text(found.rule, self.chrome.t)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::moderation::check::RuleCode;

    #[test]
    fn remarks_are_told_apart_by_what_they_say() {
        let finding = |rule, severity, words: &str| Finding {
            rule,
            severity,
            field: Field::Description,
            words: words.to_owned(),
        };
        let fee = finding(RuleCode::Fee, Severity::Severe, "đặt cọc");
        let other = finding(RuleCode::Fee, Severity::Severe, "tiền cọc");
        let stop = finding(RuleCode::MinimumWage, Severity::Stop, "");
        assert_eq!(fingerprint(&[]), "");
        assert_eq!(fingerprint(std::slice::from_ref(&stop)), "", "what stops is an error and no remark");
        assert_ne!(fingerprint(std::slice::from_ref(&fee)), fingerprint(&[other]));
        assert_eq!(fingerprint(&[stop, fee.clone()]), fingerprint(std::slice::from_ref(&fee)));
        assert_eq!(of_step(std::slice::from_ref(&fee), 1).len(), 1);
        assert_eq!(of_step(&[fee], 2).len(), 0);
    }
}
