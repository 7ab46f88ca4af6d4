//! Telephone numbers, e-mail addresses, tax codes, names: parsed once, at the edge.

use crate::text::tidy_line;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Why a piece of contact data was refused. The code is the key of its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// Nothing was written.
    #[error("missing")]
    Missing,
    /// Not a Vietnamese telephone number.
    #[error("not a telephone number")]
    Phone,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    Email,
    /// Not a tax code, or its check digit is wrong.
    #[error("not a tax code")]
    TaxCode,
    /// Not a citizen's number of twelve digits.
    #[error("not a citizen's number")]
    CitizenNumber,
    /// Not a name: too short, too long, or with digits or links in it.
    #[error("not a name")]
    Name,
}

macro_rules! text_newtype {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// As stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<String> for $name {
            type Error = ContactError;
            fn try_from(written: String) -> Result<Self, ContactError> {
                written.parse()
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

text_newtype!(
    /// A Vietnamese telephone number as ten or eleven national digits ("0912345678"). Mobile
    /// numbers begin with 03, 05, 07, 08 or 09; land lines with 02 (numbering plan, TT 22/2014).
    Phone
);
text_newtype!(
    /// An e-mail address, lower case, at most 254 characters.
    Email
);
text_newtype!(
    /// A tax code (mã số thuế, also the enterprise number): ten digits with a check digit, a branch
    /// has three more after a dash (TT 105/2020/TT-BTC art. 5).
    TaxCode
);
text_newtype!(
    /// A citizen's number (số định danh cá nhân): twelve digits, the first three the province where
    /// the birth was registered, 001 to 096 (TT 59/2021/TT-BCA).
    CitizenNumber
);
text_newtype!(
    /// A person's name in one field (họ – đệm – tên), 2 to 80 characters, never re-cased on behalf.
    PersonName
);

impl FromStr for Phone {
    type Err = ContactError;

    fn from_str(written: &str) -> Result<Self, ContactError> {
        if written.trim().is_empty() {
            return Err(ContactError::Missing);
        }
        if written.len() > 40 {
            return Err(ContactError::Phone);
        }
        let mut digits = String::with_capacity(12);
        for (position, c) in written.trim().chars().enumerate() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if position == 0 => {}
                ' ' | '.' | '-' | '(' | ')' | '\u{a0}' => {}
                _ => return Err(ContactError::Phone),
            }
        }
        let national = match digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84").filter(|rest| rest.len() >= 9)) {
            Some(rest) => format!("0{}", rest.trim_start_matches('0')),
            None => digits,
        };
        let valid = match national.as_bytes() {
            [b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..] => national.len() == 10,
            [b'0', b'2', ..] => matches!(national.len(), 10 | 11),
            _ => false,
        };
        if valid { Ok(Self(national)) } else { Err(ContactError::Phone) }
    }
}

impl Phone {
    /// Whether a text message can reach it.
    pub fn is_mobile(&self) -> bool {
        !self.0.starts_with("02")
    }

    /// As people write it: "0912 345 678".
    pub fn spaced(&self) -> String {
        let split = if self.is_mobile() { 4 } else { self.0.len() - 7 };
        format!("{} {} {}", &self.0[..split], &self.0[split..split + 3], &self.0[split + 3..])
    }

    /// For a `tel:` link: "+84912345678".
    pub fn international(&self) -> String {
        format!("+84{}", &self.0[1..])
    }

    /// For a page where the whole number is not owed: "09•• ••• 678".
    pub fn masked(&self) -> String {
        format!("{}•• ••• {}", &self.0[..2], &self.0[self.0.len() - 3..])
    }
}

impl FromStr for Email {
    type Err = ContactError;

    fn from_str(written: &str) -> Result<Self, ContactError> {
        let address = written.trim().to_lowercase();
        if address.is_empty() {
            return Err(ContactError::Missing);
        }
        let (local, host) = address.rsplit_once('@').ok_or(ContactError::Email)?;
        let host_ok = host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            });
        let local_ok = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
        if host_ok && local_ok && address.len() <= 254 {
            Ok(Self(address))
        } else {
            Err(ContactError::Email)
        }
    }
}

impl FromStr for TaxCode {
    type Err = ContactError;

    fn from_str(written: &str) -> Result<Self, ContactError> {
        let written = written.trim();
        if written.is_empty() {
            return Err(ContactError::Missing);
        }
        let digits: Vec<u32> = written
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '.'))
            .map(|c| c.to_digit(10).ok_or(ContactError::TaxCode))
            .collect::<Result<_, _>>()?;
        if !matches!(digits.len(), 10 | 13) || Self::check_digit(&digits[..9]) != Some(digits[9]) {
            return Err(ContactError::TaxCode);
        }
        let mut code: String = digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
        if code.len() == 13 {
            code.insert(10, '-');
        }
        Ok(Self(code))
    }
}

impl TaxCode {
    /// The tenth digit of a tax code: 10 − (Σ dᵢ·wᵢ mod 11) with weights 31, 29, 23, 19, 17, 13,
    /// 7, 5, 3 (TT 105/2020/TT-BTC). `None` where the nine digits can't begin a code.
    pub fn check_digit(first_nine: &[u32]) -> Option<u32> {
        const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];
        let sum: u32 = first_nine.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        10u32.checked_sub(sum % 11).filter(|digit| *digit < 10)
    }
}

impl FromStr for CitizenNumber {
    type Err = ContactError;

    fn from_str(written: &str) -> Result<Self, ContactError> {
        let number: String = written.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
        if number.is_empty() {
            return Err(ContactError::Missing);
        }
        let is_digits = number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit());
        let province: u16 = number.get(..3).and_then(|code| code.parse().ok()).unwrap_or_default();
        if is_digits && (1..=96).contains(&province) {
            Ok(Self(number))
        } else {
            Err(ContactError::CitizenNumber)
        }
    }
}

impl FromStr for PersonName {
    type Err = ContactError;

    fn from_str(written: &str) -> Result<Self, ContactError> {
        let name = tidy_line(written);
        if name.is_empty() {
            return Err(ContactError::Missing);
        }
        let length = name.chars().count();
        let plain = name
            .chars()
            .all(|c| c.is_alphabetic() || " '’.-".contains(c) || unicode_normalization::char::is_combining_mark(c));
        if plain && (2..=80).contains(&length) { Ok(Self(name)) } else { Err(ContactError::Name) }
    }
}

impl PersonName {
    /// The given name (tên), by which people are addressed: the last word.
    pub fn given(&self) -> &str {
        self.0.rsplit(' ').next().unwrap_or(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_as_people_write_them() {
        for written in ["0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "84912345678", "+84 (0) 912345678"] {
            assert_eq!(written.parse::<Phone>().map(|phone| phone.spaced()), Ok("0912 345 678".to_owned()), "{written}");
        }
        for wrong in ["", "123", "0112345678", "09123456789", "abc", "0912345678; drop"] {
            assert!(wrong.parse::<Phone>().is_err(), "{wrong}");
        }
        assert_eq!("02273831234".parse::<Phone>().map(|phone| phone.spaced()), Ok("0227 383 1234".to_owned()));
    }

    #[test]
    fn tax_codes_have_a_check_digit() {
        // Public numbers of two well-known enterprises.
        assert!("0100109106".parse::<TaxCode>().is_ok());
        assert!("0101245486".parse::<TaxCode>().is_ok());
        assert_eq!("0100109106".parse::<TaxCode>().map(|code| code.to_string()), Ok("0100109106".to_owned()));
        assert_eq!("0100109106001".parse::<TaxCode>().map(|code| code.to_string()), Ok("0100109106-001".to_owned()));
        assert!("0100109107".parse::<TaxCode>().is_err());
        assert!("12345".parse::<TaxCode>().is_err());
    }

    #[test]
    fn citizens_have_twelve_digits() {
        assert_eq!("033 090 001234".parse::<CitizenNumber>().map(String::from), Ok("033090001234".to_owned()));
        for wrong in ["", "03309000123", "000090001234", "097090001234", "03309000123a", "0330900012345"] {
            assert!(wrong.parse::<CitizenNumber>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_are_kept_as_typed() {
        assert_eq!(" nguyễn  thị An ".parse::<PersonName>().map(|name| name.to_string()), Ok("nguyễn thị An".to_owned()));
        assert_eq!("Nguyễn Thị An".parse::<PersonName>().unwrap().given(), "An");
        assert!("http://x.y".parse::<PersonName>().is_err());
    }

    #[test]
    fn addresses_are_lower_case() {
        assert_eq!(" An@Example.VN ".parse::<Email>().map(|email| email.to_string()), Ok("an@example.vn".to_owned()));
        for wrong in ["a@b", "a b@c.vn", "@c.vn", "a@c..vn"] {
            assert!(wrong.parse::<Email>().is_err(), "{wrong}");
        }
    }
}
