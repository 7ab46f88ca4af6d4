//! Numbers and units: "8,5 triệu", "8tr5", "7.500.000", "$1,000", "20 man".

use super::WageUnread;
use super::tokens::Token;
use crate::pay::Currency;

/// Money in which currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Money {
    /// Đồng.
    Vnd,
    /// Another.
    Foreign(Currency),
}

/// A number with the units written beside it.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// The number, in hundredths.
    hundredths: i64,
    /// "triệu", "k", …
    pub(super) times: Option<i64>,
    /// The currency written beside it.
    pub(super) money: Option<Money>,
    /// Added to the number after the units: the 500,000 of "8tr5".
    rest: i64,
}

const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000_000;

/// What a word beside a number multiplies it by.
fn times(word: &str) -> Option<i64> {
    Some(match word {
        "trieu" | "tr" | "cu" | "trd" | "trieud" => MILLION,
        "k" | "nghin" | "ngan" | "kd" | "nghind" => THOUSAND,
        _ => return None,
    })
}

/// The currency of a word.
fn money(word: &str) -> Option<Money> {
    Some(match word {
        "d" | "dong" | "vnd" | "vn" => Money::Vnd,
        "usd" => Money::Foreign(Currency::Usd),
        "jpy" | "yen" => Money::Foreign(Currency::Jpy),
        "krw" | "won" => Money::Foreign(Currency::Krw),
        "cny" | "rmb" | "te" => Money::Foreign(Currency::Cny),
        "eur" | "euro" => Money::Foreign(Currency::Eur),
        "twd" | "ntd" => Money::Foreign(Currency::Twd),
        _ => return None,
    })
}

/// A number in hundredths. A single separator before three digits groups thousands, before one or
/// two it is a decimal sign; anything else is not a number anybody writes.
fn hundredths(raw: &str) -> Option<(i64, bool)> {
    let parts: Vec<&str> = raw.split(['.', ',']).collect();
    let one_sign = !(raw.contains('.') && raw.contains(','));
    let number = |text: &str| text.parse::<i64>().ok().filter(|_| text.len() <= 12);
    match parts.as_slice() {
        [whole] => Some((number(whole)?.checked_mul(100)?, false)),
        [whole, decimals] if decimals.len() <= 2 => {
            let decimals = if decimals.len() == 1 { number(decimals)? * 10 } else { number(decimals)? };
            Some((number(whole)?.checked_mul(100)? + decimals, false))
        }
        [first, groups @ ..] if one_sign && (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.iter().all(|group| group.len() == 3) => {
            Some((number(&parts.concat())?.checked_mul(100)?, true))
        }
        _ => None,
    }
}

impl Amount {
    /// Reads an amount at the front of `tokens`: `None` where there is none, else the amount and how
    /// many tokens it took.
    pub(super) fn read(tokens: &[Token]) -> Result<Option<(Self, usize)>, WageUnread> {
        let word_at = |at: usize| tokens.get(at).and_then(Token::word);
        let mut at = 0;
        let mut currency = word_at(0).and_then(money);
        at += usize::from(currency.is_some());
        let Some(Token::Number(raw)) = tokens.get(at) else { return Ok(None) };
        let (hundredths, grouped) = hundredths(raw).ok_or_else(|| WageUnread::AmbiguousNumber(raw.clone()))?;
        at += 1;
        let mut amount = Self {
            hundredths,
            times: None,
            money: currency,
            rest: 0,
        };
        if let Some(times) = word_at(at).and_then(times) {
            if times == MILLION && grouped {
                // "8.500 triệu": eight and a half, or eight and a half thousand?
                return Err(WageUnread::AmbiguousNumber(raw.clone()));
            }
            amount.times = Some(times);
            at += 1;
            if times == MILLION {
                at += amount.read_rest(&tokens[at..])?;
            }
        } else if word_at(at) == Some("man") {
            // 万, the ten thousand that wages in Japan are counted in.
            (amount.times, currency) = (Some(10_000), Some(Money::Foreign(Currency::Jpy)));
            at += 1;
        }
        if let Some(written) = word_at(at).and_then(money) {
            if currency.is_some_and(|before| before != written) {
                return Err(WageUnread::MixedCurrencies);
            }
            currency = Some(written);
            at += 1;
        }
        amount.money = currency;
        Ok(Some((amount, at)))
    }

    /// What follows "8 triệu" in "8tr5", "8 triệu 500", "8 triệu 500 nghìn", "8 triệu rưỡi".
    fn read_rest(&mut self, tokens: &[Token]) -> Result<usize, WageUnread> {
        match tokens {
            [Token::Word(half), ..] if half == "ruoi" => {
                self.rest = MILLION / 2;
                Ok(1)
            }
            [Token::Number(raw), after @ ..] => {
                let next = after.first().and_then(Token::word);
                if raw == "1" && next.is_some_and(|word| super::reading::period(word).is_some()) {
                    return Ok(0); // "10 triệu 1 tháng"
                }
                let thousands = next.and_then(times) == Some(THOUSAND);
                let digits: i64 = raw.parse().map_err(|_| WageUnread::AmbiguousNumber(raw.clone()))?;
                self.rest = match raw.len() {
                    1 if !thousands => digits * 100_000,
                    3 => digits * THOUSAND,
                    2 if thousands => digits * THOUSAND,
                    _ => return Err(WageUnread::AmbiguousNumber(raw.clone())),
                };
                if self.hundredths % 100 != 0 {
                    return Err(WageUnread::AmbiguousNumber(raw.clone()));
                }
                Ok(1 + usize::from(thousands))
            }
            _ => Ok(0),
        }
    }

    /// Whether no unit stands beside it.
    pub(super) fn is_bare(&self) -> bool {
        self.times.is_none() && self.money.is_none()
    }

    /// Whether it is a small bare number, which must take its unit from its neighbour.
    pub(super) fn needs_unit(&self) -> bool {
        self.is_bare() && self.hundredths < 100_000
    }

    /// The amount in whole units of its currency.
    pub(super) fn value(&self) -> Result<(i64, Money), WageUnread> {
        if self.needs_unit() {
            return Err(WageUnread::MissingUnit);
        }
        let product = self.hundredths.checked_mul(self.times.unwrap_or(1)).ok_or(WageUnread::OutOfBounds)?;
        if product % 100 != 0 {
            return Err(WageUnread::OutOfBounds);
        }
        Ok((product / 100 + self.rest, self.money.unwrap_or(Money::Vnd)))
    }
}
