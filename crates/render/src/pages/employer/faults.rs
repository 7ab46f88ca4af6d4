//! What is wrong with a posting, in words at the right input.

use super::posting_fields;
use crate::{FormState, Texts};
use sanviec_domain::vacancy::{DraftError, Fault};
use sanviec_domain::vocabulary::Vocabulary;

/// The sentence for an error: "Nhập mục “Tên công việc”".
pub fn sentence(error: DraftError, t: &Texts) -> String {
    let key = match error.fault {
        Fault::Missing => "fault-missing",
        Fault::TooLong => "fault-too-long",
        Fault::TooMany => "fault-too-many",
        Fault::OutOfBounds => "fault-out-of-bounds",
        Fault::TurnedRound => "fault-turned-round",
        Fault::NotUnderstood => "fault-not-understood",
        Fault::Unknown => "fault-unknown",
        Fault::Ambiguous => "fault-ambiguous",
        Fault::InThePast => "fault-in-the-past",
        Fault::TooFar => "fault-too-far",
        Fault::NotAPhone => "fault-not-a-phone",
        Fault::NotAnEmail => "fault-not-an-email",
        Fault::NotATaxCode => "fault-not-a-tax-code",
        Fault::NotAName => "fault-not-a-name",
        Fault::BelowMinimumWage => "fault-below-minimum-wage",
        Fault::Duplicate => "fault-duplicate",
        Fault::NotVerified => "fault-not-verified",
        Fault::NotNow => "fault-not-now",
        Fault::AgainstTheLaw => "fault-against-the-law",
    };
    t.fill(key, "field", error.field.label(t.locale()))
}

/// The errors of a posting at the inputs of its form, in the form's order.
pub fn put(form: &mut FormState, errors: &[DraftError], t: &Texts) {
    let mut placed: Vec<(&str, String)> = errors.iter().map(|error| (posting_fields::input_of(error.field), sentence(*error, t))).collect();
    placed.sort_by_key(|(input, _)| posting_fields::ALL.iter().position(|name| name == input));
    for (input, message) in placed {
        form.fail(input, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::language::Locale;
    use sanviec_domain::vacancy::Field;

    #[test]
    fn every_fault_has_its_sentence() {
        for locale in Locale::ALL {
            let t = Texts::of(locale);
            for fault in Fault::ALL {
                let said = sentence(
                    DraftError {
                        field: Field::Deadline,
                        fault: *fault,
                    },
                    t,
                );
                assert_eq!(said, t.fill(&format!("fault-{}", fault.key()), "field", Field::Deadline.label(locale)));
            }
        }
        let said = sentence(
            DraftError {
                field: Field::Title,
                fault: Fault::Missing,
            },
            Texts::of(Locale::Vi),
        );
        assert_eq!(said, "Nhập mục “Tên công việc”");
    }
}
