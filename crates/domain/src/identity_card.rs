//! The QR code on a citizen's card, as a scanner types it: "number|old number|name|ddMMyyyy|sex|
//! address|ddMMyyyy". Only the name and the year of birth are read; nothing else of it is kept, and no
//! picture of a card is ever asked for (law 91/2025/QH15 art. 29.2).

use crate::contact::PersonName;
use crate::text::tidy_line;

/// What is taken from a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityCard {
    /// Họ và tên.
    pub name: PersonName,
    /// The year of birth.
    pub birth_year: i32,
}

/// Reads a scanned line; `None` where it isn't one.
pub fn read(line: &str) -> Option<IdentityCard> {
    let line = tidy_line(line);
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let [number, _, name, born, ..] = parts.as_slice() else { return None };
    let is_number = number.len() == 12 && number.bytes().all(|b| b.is_ascii_digit());
    let is_date = born.len() == 8 && born.bytes().all(|b| b.is_ascii_digit());
    if !is_number || !is_date {
        return None;
    }
    Some(IdentityCard {
        name: name.parse().ok()?,
        birth_year: born[4..].parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanned_card_gives_name_and_year_and_no_more() {
        let card = read("034195001234|151234567|Phạm Thị Hiền|02091995|Nữ|Thôn 3, Thụy Liên, Thái Thụy|10052021\r\n").unwrap();
        assert_eq!((card.name.as_str(), card.birth_year), ("Phạm Thị Hiền", 1995));
        assert!(!format!("{card:?}").contains("034195001234"));
        for wrong in [
            "",
            "034195001234",
            "0341|x|Phạm Thị Hiền|02091995|",
            "034195001234||Phạm Thị Hiền|2/9/95|Nữ",
            "034195001234||12345|02091995|Nữ",
            "a|b|c|d|e|f|g",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
