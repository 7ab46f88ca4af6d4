//! The order of things in a written wage: amounts, what bounds them, what they are paid for.

use super::amounts::{Amount, Money};
use super::tokens::Token;
use super::{WageUnread, WrittenWage, foreign_wage, vnd_range};
use crate::pay::PayPeriod;

/// What a phrase means for the amounts round it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Negotiable,
    AtLeast,
    AtMost,
    Per(PayPeriod),
    /// Changes nothing: "lương", "khoảng", "VNĐ".
    Filler,
}

/// Phrases, folded; a longer one before its own beginning.
const PHRASES: &[(&[&str], Meaning)] = &[
    (&["thoa", "thuan", "khi", "phong", "van"], Meaning::Negotiable),
    (&["thoa", "thuan"], Meaning::Negotiable),
    (&["thuong", "luong"], Meaning::Negotiable),
    (&["canh", "tranh"], Meaning::Negotiable),
    (&["negotiable"], Meaning::Negotiable),
    (&["toi", "thieu"], Meaning::AtLeast),
    (&["it", "nhat"], Meaning::AtLeast),
    (&["tro", "len"], Meaning::AtLeast),
    (&["tren"], Meaning::AtLeast),
    (&["hon"], Meaning::AtLeast),
    (&["tu"], Meaning::AtLeast),
    (&["from"], Meaning::AtLeast),
    (&["len", "den"], Meaning::AtMost),
    (&["len", "toi"], Meaning::AtMost),
    (&["toi", "da"], Meaning::AtMost),
    (&["up", "to"], Meaning::AtMost),
    (&["upto"], Meaning::AtMost),
    (&["tro", "xuong"], Meaning::AtMost),
    (&["duoi"], Meaning::AtMost),
    (&["den"], Meaning::AtMost),
    (&["toi"], Meaning::AtMost),
    (&["luong", "thang"], Meaning::Per(PayPeriod::Month)),
    (&["luong", "ngay"], Meaning::Per(PayPeriod::Day)),
    (&["luong", "gio"], Meaning::Per(PayPeriod::Hour)),
    (&["luong"], Meaning::Filler),
    (&["muc"], Meaning::Filler),
    (&["thu", "nhap"], Meaning::Filler),
    (&["khoang"], Meaning::Filler),
    (&["gross"], Meaning::Filler),
    (&["hap", "dan"], Meaning::Filler),
    (&["vnd"], Meaning::Filler),
];

/// The period of a word after "/", "mỗi", "một", "1".
pub(super) fn period(word: &str) -> Option<PayPeriod> {
    Some(match word {
        "thang" | "th" | "month" => PayPeriod::Month,
        "ngay" | "day" | "cong" => PayPeriod::Day,
        "gio" | "h" | "hour" | "tieng" => PayPeriod::Hour,
        _ => return None,
    })
}

/// What was read so far.
#[derive(Default)]
pub(super) struct Reading {
    amounts: Option<(Amount, Option<Amount>)>,
    at_least: bool,
    at_most: bool,
    period: Option<PayPeriod>,
    negotiable: bool,
}

impl Reading {
    /// Reads what stands at the front; how many tokens it took.
    pub(super) fn step(&mut self, rest: &[Token]) -> Result<usize, WageUnread> {
        if let [Token::Word(each), Token::Word(word), ..] = rest
            && matches!(each.as_str(), "moi" | "mot" | "theo" | "hang")
            && let Some(period) = period(word)
        {
            return self.per(period, 2);
        }
        match rest {
            [Token::Slash, Token::Number(one), Token::Word(word), ..] if one == "1" => self.per_word(word, 3),
            [Token::Slash, Token::Word(word), ..] => self.per_word(word, 2),
            [Token::Number(one), Token::Word(word), ..] if one == "1" && self.amounts.is_some() => self.per_word(word, 2),
            [Token::Pause, ..] => Ok(1),
            [Token::Greater, ..] => self.bound(true, 1),
            [Token::Less, ..] => self.bound(false, 1),
            // "10 triệu +": at least; before anything else "+" announces more than the amount.
            [Token::Plus] | [Token::Plus, Token::Slash | Token::Pause, ..] if self.amounts.is_some() => self.bound(true, 1),
            _ => self.amount_or_phrase(rest),
        }
    }

    fn amount_or_phrase(&mut self, rest: &[Token]) -> Result<usize, WageUnread> {
        if let Some((first, taken)) = Amount::read(rest)? {
            return self.amounts(first, taken, rest);
        }
        for (phrase, meaning) in PHRASES {
            let fits = phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(word, token)| token.word() == Some(word));
            if fits {
                match meaning {
                    Meaning::Negotiable => self.negotiable = true,
                    Meaning::AtLeast => return self.bound(true, phrase.len()),
                    Meaning::AtMost => return self.bound(false, phrase.len()),
                    Meaning::Per(period) => return self.per(*period, phrase.len()),
                    Meaning::Filler => {}
                }
                return Ok(phrase.len());
            }
        }
        Err(match rest.first() {
            Some(Token::Word(word)) => WageUnread::UnknownWord(word.clone()),
            Some(Token::Plus) => WageUnread::UnknownWord("+".to_owned()),
            _ => WageUnread::SeveralWages,
        })
    }

    /// One amount, or two with a dash or "đến" between them.
    fn amounts(&mut self, first: Amount, taken: usize, rest: &[Token]) -> Result<usize, WageUnread> {
        if self.amounts.is_some() {
            return Err(WageUnread::SeveralWages);
        }
        let between = match rest.get(taken) {
            Some(Token::Dash) => 1,
            Some(Token::Word(word)) if matches!(word.as_str(), "den" | "toi" | "to") => 1,
            _ => 0,
        };
        let second = if between > 0 { Amount::read(&rest[taken + between..])? } else { None };
        let Some((second, second_taken)) = second else {
            self.amounts = Some((first, None));
            return Ok(taken);
        };
        self.amounts = Some((first, Some(second)));
        Ok(taken + between + second_taken)
    }

    fn per_word(&mut self, word: &str, taken: usize) -> Result<usize, WageUnread> {
        self.per(period(word).ok_or_else(|| WageUnread::UnknownPeriod(word.to_owned()))?, taken)
    }

    fn per(&mut self, period: PayPeriod, taken: usize) -> Result<usize, WageUnread> {
        if self.period.is_some_and(|before| before != period) {
            return Err(WageUnread::SeveralWages);
        }
        self.period = Some(period);
        Ok(taken)
    }

    fn bound(&mut self, at_least: bool, taken: usize) -> Result<usize, WageUnread> {
        if self.at_least || self.at_most {
            return Err(WageUnread::SeveralWages);
        }
        (self.at_least, self.at_most) = (at_least, !at_least);
        Ok(taken)
    }

    /// What it all says together; `empty`: whether nothing was written.
    pub(super) fn finish(self, empty: bool) -> Result<WrittenWage, WageUnread> {
        let period = self.period.unwrap_or(PayPeriod::Month);
        let mut wage = WrittenWage {
            range: None,
            period,
            negotiable: self.negotiable,
            foreign: None,
        };
        let Some((mut first, second)) = self.amounts else {
            return match (self.negotiable, self.at_least || self.at_most, empty) {
                (_, _, true) => Err(WageUnread::Empty),
                (true, false, _) => Ok(wage),
                _ => Err(WageUnread::NoAmount),
            };
        };
        let (from, to, money) = if let Some(mut second) = second {
            if self.at_most {
                return Err(WageUnread::SeveralWages);
            }
            if first.needs_unit() || (first.is_bare() && matches!(second.money, Some(Money::Foreign(_)))) {
                (first.times, first.money) = (second.times, second.money);
            } else if second.is_bare() && first.times.is_none() {
                second.money = first.money; // "$1,000 - 1,500"
            }
            let ((from, money), (to, other)) = (first.value()?, second.value()?);
            if money != other && !(first.money.is_none() && money == Money::Vnd && other == Money::Vnd) {
                return Err(WageUnread::MixedCurrencies);
            }
            (Some(from), Some(to), money)
        } else {
            let (value, money) = first.value()?;
            ((!self.at_most).then_some(value), (!self.at_least).then_some(value), money)
        };
        match money {
            Money::Vnd => wage.range = Some(vnd_range(from, to, period, self.period.is_some())?),
            Money::Foreign(_) if period != PayPeriod::Month => return Err(WageUnread::ForeignNotMonthly),
            Money::Foreign(currency) => wage.foreign = Some(foreign_wage(currency, from, to)?),
        }
        Ok(wage)
    }
}
