//! The words of the official forms as a reader expects them on a screen.
//!
//! The vocabulary stays as printed, because imports, exports and reports compare it word by word;
//! on a page nobody should have to guess what "BH" or "LĐ" is short for.

use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;

/// The label of a word: abbreviations written out, a range with its dash.
pub fn label<V: Vocabulary>(word: V, locale: Locale) -> &'static str {
    match word.label(locale) {
        "BH nhân thọ" => "Bảo hiểm nhân thọ",
        "GT việc làm" => "Giới thiệu việc làm",
        "Cung ứng LĐ" => "Cung ứng lao động",
        "5 - 20 kg" => "5–20 kg",
        "< 10" => "Dưới 10",
        "10-50" => "10–50",
        "51-100" => "51–100",
        "101-200" => "101–200",
        "201-500" => "201–500",
        "500-1.000" => "500–1.000",
        "1.000-3.000" => "1.000–3.000",
        "3.000-10.000" => "3.000–10.000",
        ">10.000" => "Trên 10.000",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::vocabulary::{Benefit, CentreService, Lifting, Workforce};

    fn all<V: Vocabulary>() -> Vec<&'static str> {
        V::ALL.iter().map(|word| label(*word, Locale::Vi)).collect()
    }

    #[test]
    fn nothing_is_left_short_and_no_range_has_a_hyphen() {
        let shown = [all::<Benefit>(), all::<CentreService>(), all::<Lifting>(), all::<Workforce>()].concat();
        for words in &shown {
            let shortened = words.split(' ').any(|part| matches!(part, "BH" | "GT" | "LĐ"));
            let hyphen = words.chars().any(|c| c.is_ascii_digit()) && words.contains(['-', '<', '>']);
            assert!(!shortened && !hyphen, "{words}");
        }
        assert!(shown.contains(&"101–200") && shown.contains(&"Bảo hiểm nhân thọ"));
    }
}
