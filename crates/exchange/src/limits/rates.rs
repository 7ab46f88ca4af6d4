//! The rates of the configuration: "5/1h" is five within an hour.

use super::{Limited, Subject};
use serde::Deserialize;
use std::str::FromStr;

/// So many within a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Rate {
    /// How often.
    pub count: u32,
    /// Within how many seconds.
    pub seconds: u32,
}

/// A rate that can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a rate as in 5/1h: how often, within how many s, m, h or d; at least 1/1s, at most 31 days")]
pub struct WrongRate(String);

impl FromStr for Rate {
    type Err = WrongRate;

    fn from_str(text: &str) -> Result<Self, WrongRate> {
        let read = || {
            let (count, time) = text.split_once('/')?;
            let unit = time.chars().next_back()?;
            let number: u32 = time.strip_suffix(unit)?.parse().ok()?;
            let seconds = number.checked_mul(match unit {
                's' => 1,
                'm' => 60,
                'h' => 3_600,
                'd' => 86_400,
                _ => return None,
            })?;
            let rate = Self {
                count: count.parse().ok()?,
                seconds,
            };
            (rate.count > 0 && (1..=31 * 86_400).contains(&seconds)).then_some(rate)
        };
        read().ok_or_else(|| WrongRate(text.to_owned()))
    }
}

impl TryFrom<String> for Rate {
    type Error = WrongRate;
    fn try_from(text: String) -> Result<Self, WrongRate> {
        text.parse()
    }
}

/// Every rate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    /// Codes and links sent to one number or address.
    pub code_contact: Rate,
    /// Codes and links asked for from one network.
    pub code_network: Rate,
    /// Tries to sign in to one account, by the number or address it is known under; tries of its
    /// password while it is signed in.
    pub sign_in_contact: Rate,
    /// Tries to sign in from one network.
    pub sign_in_network: Rate,
    /// Organisations registered or asked to join by one account.
    pub register_account: Rate,
    /// The same from one network.
    pub register_network: Rate,
    /// Applications of one account.
    pub apply_account: Rate,
    /// Applications from one network.
    pub apply_network: Rate,
    /// Reports of one account.
    pub report_account: Rate,
    /// Reports from one network.
    pub report_network: Rate,
    /// Requests of an employer's own system, by its key.
    pub program_key: Rate,
    /// Searches, suggestions and API requests from one network.
    pub search_network: Rate,
}

impl Rates {
    /// The rate of an action for a subject; `None` where that is not limited.
    pub fn of(&self, action: Limited, subject: Subject<'_>) -> Option<Rate> {
        Some(match (action, subject) {
            (Limited::Code, Subject::Contact(_)) => self.code_contact,
            (Limited::Code, Subject::Network(_)) => self.code_network,
            (Limited::SignIn, Subject::Contact(_) | Subject::Account(_)) => self.sign_in_contact,
            (Limited::SignIn, Subject::Network(_)) => self.sign_in_network,
            (Limited::Register, Subject::Account(_)) => self.register_account,
            (Limited::Register, Subject::Network(_)) => self.register_network,
            (Limited::Apply, Subject::Account(_)) => self.apply_account,
            (Limited::Apply, Subject::Network(_)) => self.apply_network,
            (Limited::Report, Subject::Account(_)) => self.report_account,
            (Limited::Report, Subject::Network(_)) => self.report_network,
            (Limited::Program, Subject::Key(_)) => self.program_key,
            (Limited::Search, Subject::Network(_)) => self.search_network,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_as_it_is_written() {
        assert_eq!("5/1h".parse(), Ok(Rate { count: 5, seconds: 3_600 }));
        assert_eq!("600/30s".parse(), Ok(Rate { count: 600, seconds: 30 }));
        for wrong in ["", "5", "5/", "/1h", "0/1h", "5/0m", "5/h", "5/1y", "-1/1h", "5/32d", "5/99999999999h", "5/1ờ"] {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }
}
