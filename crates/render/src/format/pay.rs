//! Money and pay in the short forms people read first: "7–10 triệu/tháng", "32.000 đ/giờ".

use super::Number;
use sanviec_domain::language::Locale;
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::pay::{ForeignWage, Pay, PayPeriod};
use sanviec_domain::vocabulary::Vocabulary;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display};

/// The one line about pay that is seen first. Small, so that a search result can carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayLine {
    /// VND for a month, a day, an hour or a shift.
    Amount(PayPeriod, VndRange),
    /// Another currency, a month.
    Foreign(ForeignWage),
    /// Piece rate.
    PieceRate,
    /// Commission.
    Commission,
    /// Negotiable, or nothing said.
    Negotiable,
}

impl PayLine {
    /// Usual income first, because it is what a month brings; then what else is known.
    pub fn of(pay: &Pay) -> Self {
        let basic = || {
            pay.basic.map(|basic| VndRange {
                from: Some(basic),
                to: Some(basic),
            })
        };
        if let Some(month) = pay.usual.or_else(basic) {
            Self::Amount(PayPeriod::Month, month)
        } else if let Some(day) = pay.day {
            Self::Amount(PayPeriod::Day, day)
        } else if let Some(hour) = pay.hour {
            Self::Amount(PayPeriod::Hour, hour)
        } else if let Some(foreign) = pay.foreign.filter(|foreign| foreign.from.or(foreign.to).is_some()) {
            Self::Foreign(foreign)
        } else if pay.piece_rate {
            Self::PieceRate
        } else if pay.commission {
            Self::Commission
        } else {
            Self::Negotiable
        }
    }

    /// The line in a language.
    pub fn in_locale(self, locale: Locale) -> LocalPay {
        LocalPay(self, locale)
    }
}

/// A [`PayLine`] in a language.
#[derive(Clone, Copy, Debug)]
pub struct LocalPay(PayLine, Locale);

impl Display for LocalPay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locale = self.1;
        let vi = locale == Locale::Vi;
        match self.0 {
            PayLine::Amount(period, range) => {
                write!(f, "{}", Range(range, locale))?;
                // "Từ 9 triệu" stands alone: a month is what everybody takes it for.
                let open = range.from.is_none() || range.to.is_none();
                if open && period == PayPeriod::Month {
                    Ok(())
                } else {
                    write!(f, "/{}", period.label(locale))
                }
            }
            PayLine::Foreign(wage) => {
                let currency = wage.currency.key();
                match (wage.from, wage.to) {
                    (Some(from), Some(to)) if from != to => write!(f, "{}–{} {currency}", Number(from, locale), Number(to, locale)),
                    (Some(from), None) => write!(f, "{}{} {currency}", from_word(vi), Number(from, locale)),
                    (None, Some(to)) => write!(f, "{}{} {currency}", to_word(vi), Number(to, locale)),
                    (from, _) => write!(f, "{} {currency}", Number(from.unwrap_or_default(), locale)),
                }
            }
            PayLine::PieceRate => f.write_str(if vi { "Lương sản phẩm" } else { "Piece rate" }),
            PayLine::Commission => f.write_str(if vi { "Lương theo doanh thu" } else { "Commission" }),
            PayLine::Negotiable => f.write_str(if vi { "Thoả thuận" } else { "Negotiable" }),
        }
    }
}

// Digits and our own words: nothing that HTML would have to escape.
impl askama::filters::HtmlSafe for LocalPay {}

const fn from_word(vi: bool) -> &'static str {
    if vi { "Từ " } else { "From " }
}

const fn to_word(vi: bool) -> &'static str {
    if vi { "Đến " } else { "Up to " }
}

/// An amount in millions with at most two decimals ("8,25"), where it can be said so exactly.
struct Millions(i64, Locale);

impl Millions {
    fn fits(amount: Vnd) -> bool {
        amount.0 >= 1_000_000 && amount.0 % 10_000 == 0
    }
}

impl Display for Millions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, hundredths) = (self.0 / 1_000_000, self.0 % 1_000_000 / 10_000);
        write!(f, "{}", Number(whole, self.1))?;
        let point = if self.1 == Locale::Vi { ',' } else { '.' };
        match (hundredths / 10, hundredths % 10) {
            (0, 0) => Ok(()),
            (tenths, 0) => write!(f, "{point}{tenths}"),
            (tenths, rest) => write!(f, "{point}{tenths}{rest}"),
        }
    }
}

struct Range(VndRange, Locale);

impl Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(range, locale) = *self;
        let vi = locale == Locale::Vi;
        let in_millions = [range.from, range.to].into_iter().flatten().all(Millions::fits);
        let unit = match (in_millions, vi) {
            (true, true) => " triệu",
            (true, false) => " million VND",
            (false, true) => " đ",
            (false, false) => " VND",
        };
        let amount = |f: &mut fmt::Formatter<'_>, amount: Vnd| {
            if in_millions {
                write!(f, "{}", Millions(amount.0, locale))
            } else {
                write!(f, "{}", Number(amount.0, locale))
            }
        };
        match (range.from, range.to) {
            (Some(from), Some(to)) if from != to => {
                amount(f, from)?;
                f.write_str("–")?;
                amount(f, to)?;
            }
            (Some(from), None) => {
                f.write_str(from_word(vi))?;
                amount(f, from)?;
            }
            (None, Some(to)) => {
                f.write_str(to_word(vi))?;
                amount(f, to)?;
            }
            (from, _) => amount(f, from.unwrap_or_default())?,
        }
        f.write_str(unit)
    }
}

/// The first line about pay.
pub fn pay_headline(pay: &Pay, locale: Locale) -> String {
    PayLine::of(pay).in_locale(locale).to_string()
}

/// An amount in full: "8.500.000 đ".
pub fn money(amount: Vnd, locale: Locale) -> String {
    match locale {
        Locale::Vi => format!("{} đ", Number(amount.0, locale)),
        Locale::En => format!("{} VND", Number(amount.0, locale)),
    }
}

/// An amount as short as it can be said exactly: "8,5 triệu", "450.000 đ".
pub fn money_short(amount: Vnd, locale: Locale) -> String {
    Range(
        VndRange {
            from: Some(amount),
            to: Some(amount),
        },
        locale,
    )
    .to_string()
}

/// A range of amounts as short as it can be said exactly: "9–11 triệu".
pub fn range_short(range: VndRange, locale: Locale) -> String {
    Range(range, locale).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::pay::Currency;

    #[expect(clippy::unnecessary_wraps, reason = "the fields it fills are options")]
    fn range(from: Option<i64>, to: Option<i64>) -> Option<VndRange> {
        Some(VndRange {
            from: from.map(Vnd),
            to: to.map(Vnd),
        })
    }

    fn both(pay: &Pay) -> [String; 2] {
        [pay_headline(pay, Locale::Vi), pay_headline(pay, Locale::En)]
    }

    #[test]
    fn monthly_pay() {
        let usual = |from, to| Pay {
            usual: range(from, to),
            basic: Some(Vnd(5_310_000)),
            ..Pay::default()
        };
        assert_eq!(both(&usual(Some(7_000_000), Some(10_000_000))), ["7–10 triệu/tháng", "7–10 million VND/month"]);
        assert_eq!(both(&usual(Some(9_000_000), None)), ["Từ 9 triệu", "From 9 million VND"]);
        assert_eq!(both(&usual(None, Some(15_000_000))), ["Đến 15 triệu", "Up to 15 million VND"]);
        assert_eq!(both(&usual(Some(8_500_000), Some(8_500_000))), ["8,5 triệu/tháng", "8.5 million VND/month"]);
        assert_eq!(both(&usual(Some(8_250_000), Some(9_300_000))), ["8,25–9,3 triệu/tháng", "8.25–9.3 million VND/month"]);
        assert_eq!(both(&usual(Some(4_957_500), Some(6_000_000)))[0], "4.957.500–6.000.000 đ/tháng");
        let basic = Pay {
            basic: Some(Vnd(5_310_000)),
            ..Pay::default()
        };
        assert_eq!(both(&basic), ["5,31 triệu/tháng", "5.31 million VND/month"]);
    }

    #[test]
    fn other_ways_of_paying() {
        assert_eq!(
            both(&Pay {
                hour: range(Some(32_000), Some(32_000)),
                ..Pay::default()
            }),
            ["32.000 đ/giờ", "32,000 VND/hour"]
        );
        assert_eq!(
            both(&Pay {
                day: range(Some(300_000), Some(350_000)),
                ..Pay::default()
            }),
            ["300.000–350.000 đ/ngày", "300,000–350,000 VND/day"]
        );
        assert_eq!(
            both(&Pay {
                day: range(Some(300_000), None),
                ..Pay::default()
            })[0],
            "Từ 300.000 đ/ngày"
        );
        let foreign = |from, to| Pay {
            foreign: Some(ForeignWage {
                currency: Currency::Usd,
                from,
                to,
            }),
            ..Pay::default()
        };
        assert_eq!(both(&foreign(Some(1200), Some(1200))), ["1.200 USD", "1,200 USD"]);
        assert_eq!(both(&foreign(Some(1200), None))[0], "Từ 1.200 USD");
        assert_eq!(both(&foreign(None, None))[0], "Thoả thuận");
        assert_eq!(
            both(&Pay {
                piece_rate: true,
                ..Pay::default()
            }),
            ["Lương sản phẩm", "Piece rate"]
        );
        assert_eq!(
            both(&Pay {
                commission: true,
                ..Pay::default()
            })[0],
            "Lương theo doanh thu"
        );
        assert_eq!(
            both(&Pay {
                negotiable: true,
                ..Pay::default()
            }),
            ["Thoả thuận", "Negotiable"]
        );
    }

    #[test]
    fn amounts() {
        assert_eq!(money(Vnd(8_500_000), Locale::Vi), "8.500.000 đ");
        assert_eq!(money_short(Vnd(450_000), Locale::Vi), "450.000 đ");
        assert_eq!(money_short(Vnd(5_800_000), Locale::Vi), "5,8 triệu");
        assert_eq!(
            range_short(
                VndRange {
                    from: Some(Vnd::millions(9)),
                    to: Some(Vnd::millions(11))
                },
                Locale::En
            ),
            "9–11 million VND"
        );
    }
}
