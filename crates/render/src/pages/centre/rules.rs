//! What the rules say, each with its source in law.

use crate::Texts;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::{Finding, Severity};
use sanviec_domain::vacancy::Field;

/// What one rule found, all over the posting: read once, with every wording that raised it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFindings<'a> {
    /// The rule.
    pub rule: RuleCode,
    /// How grave it is at its worst.
    pub severity: Severity,
    /// Where it was found, each field once.
    pub fields: Vec<Field>,
    /// The words that raised it, each once.
    pub words: Vec<&'a str>,
}

/// The findings by rule, the gravest first.
pub fn by_rule(findings: &[Finding]) -> Vec<RuleFindings<'_>> {
    let mut rules: Vec<RuleFindings<'_>> = Vec::new();
    for finding in findings {
        let at = rules.iter().position(|known| known.rule == finding.rule).unwrap_or_else(|| {
            rules.push(RuleFindings {
                rule: finding.rule,
                severity: finding.severity,
                fields: Vec::new(),
                words: Vec::new(),
            });
            rules.len() - 1
        });
        let known = &mut rules[at];
        known.severity = known.severity.min(finding.severity);
        if !known.fields.contains(&finding.field) {
            known.fields.push(finding.field);
        }
        if !finding.words.is_empty() && !known.words.contains(&finding.words.as_str()) {
            known.words.push(&finding.words);
        }
    }
    rules.sort_by_key(|rule| rule.severity);
    rules
}

/// The rule in a sentence, with the law it comes from.
pub fn text(rule: RuleCode, t: &'static Texts) -> &'static str {
    t.get(match rule {
        RuleCode::MinimumWage => "rule-minimum-wage",
        RuleCode::TooYoung => "rule-too-young",
        RuleCode::AgeLimit => "rule-age-limit",
        RuleCode::Sex => "rule-sex",
        RuleCode::FamilyStatus => "rule-family-status",
        RuleCode::Appearance => "rule-appearance",
        RuleCode::Origin => "rule-origin",
        RuleCode::Fee => "rule-fee",
        RuleCode::AbroadLicence => "rule-abroad-licence",
        RuleCode::Probation => "rule-probation",
        RuleCode::Hours => "rule-hours",
        RuleCode::Overtime => "rule-overtime",
        RuleCode::ContactInText => "rule-contact-in-text",
        RuleCode::ShortLink => "rule-short-link",
        RuleCode::Health => "rule-health",
        RuleCode::Middleman => "rule-middleman",
        RuleCode::OddWage => "rule-odd-wage",
        RuleCode::NewAndMany => "rule-new-and-many",
        RuleCode::LookAlikeName => "rule-look-alike-name",
        RuleCode::NearDuplicate => "rule-near-duplicate",
        RuleCode::Capitals => "rule-capitals",
    })
}

/// The tone of a finding's tag.
pub const fn tone(severity: Severity) -> &'static str {
    match severity {
        Severity::Stop | Severity::Severe => "bad",
        Severity::Warning => "warn",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::language::Locale;
    use sanviec_domain::vocabulary::Vocabulary;

    #[test]
    fn what_a_rule_found_is_said_once_the_gravest_first() {
        let found = |rule, severity, field, words: &str| Finding {
            rule,
            severity,
            field,
            words: words.to_owned(),
        };
        let findings = [
            found(RuleCode::Sex, Severity::Warning, Field::Requirements, "chỉ tuyển nữ"),
            found(RuleCode::Fee, Severity::Severe, Field::Description, "đặt cọc"),
            found(RuleCode::Fee, Severity::Severe, Field::Requirements, "đặt cọc"),
            found(RuleCode::MinimumWage, Severity::Stop, Field::BasicWage, ""),
        ];
        let rules = by_rule(&findings);
        assert_eq!(
            rules.iter().map(|rule| rule.rule).collect::<Vec<_>>(),
            [RuleCode::MinimumWage, RuleCode::Fee, RuleCode::Sex]
        );
        assert_eq!(
            (rules[1].words.as_slice(), rules[1].fields.as_slice()),
            (["đặt cọc"].as_slice(), [Field::Description, Field::Requirements].as_slice())
        );
        assert!(rules[0].words.is_empty());
    }

    #[test]
    fn every_rule_has_its_sentence() {
        for rule in RuleCode::ALL {
            for locale in Locale::ALL {
                let t = Texts::of(locale);
                assert_eq!(text(*rule, t), t.get(&format!("rule-{}", rule.key())));
                assert!(text(*rule, t).ends_with('.'));
            }
        }
    }
}
