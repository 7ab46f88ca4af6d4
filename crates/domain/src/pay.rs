//! What a job pays. Basic wage and usual income are two numbers and both are always shown; every
//! way of paying that form 03a knows can stand beside the others ("chọn ít nhất một cách").

use crate::money::{Vnd, VndRange};
use crate::vocabulary::{WageBand, vocabulary};
use serde::{Deserialize, Serialize};

/// Working days a month and hours a day used to compare daily and hourly pay with monthly pay
/// (Labour Code 45/2019 art. 105: 48 hours a week; 26 days is the usual pay month).
pub const DAYS_PER_MONTH: i64 = 26;
/// See [`DAYS_PER_MONTH`].
pub const HOURS_PER_MONTH: i64 = 208;

vocabulary! {
    /// What an amount is paid for.
    PayPeriod {
        Month = "month", "tháng", "month";
        Day = "day", "ngày", "day";
        Hour = "hour", "giờ", "hour";
        Shift = "shift", "ca", "shift";
    }
}

vocabulary! {
    /// A currency other than the đồng in which a wage was offered.
    Currency {
        Usd = "USD", "USD", "USD";
        Jpy = "JPY", "JPY", "JPY";
        Krw = "KRW", "KRW", "KRW";
        Cny = "CNY", "CNY", "CNY";
        Eur = "EUR", "EUR", "EUR";
        Twd = "TWD", "TWD", "TWD";
    }
}

/// A wage in another currency, kept beside the VND amounts as it was offered, in whole units a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignWage {
    /// The currency.
    pub currency: Currency,
    /// The least, in whole units.
    pub from: Option<i64>,
    /// The most, in whole units.
    pub to: Option<i64>,
}

/// A named extra: attendance bonus, meal money, travel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// What for, as the employer writes it; at most 80 characters.
    pub name: String,
    /// How much, in VND a month.
    pub amount: Vnd,
}

/// What a vacancy pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pay {
    /// Lương cơ bản, VND a month before allowances and overtime; the figure the law's floor is
    /// compared with.
    pub basic: Option<Vnd>,
    /// Thu nhập thường gặp, VND a month with overtime and allowances.
    pub usual: Option<VndRange>,
    /// Lương ngày, VND.
    pub day: Option<VndRange>,
    /// Lương giờ, VND.
    pub hour: Option<VndRange>,
    /// Lương sản phẩm/khoán.
    pub piece_rate: bool,
    /// Hoa hồng theo doanh thu/sản phẩm.
    pub commission: bool,
    /// Thoả thuận khi phỏng vấn.
    pub negotiable: bool,
    /// Phụ cấp, thưởng.
    pub allowances: Vec<Allowance>,
    /// A wage offered in another currency.
    pub foreign: Option<ForeignWage>,
    /// Day of the month on which wages are paid, 1 to 31.
    pub pay_day: Option<u8>,
    /// Lương tháng 13.
    pub thirteenth_month: bool,
}

impl Pay {
    /// What a full month brings, in VND, for comparing, sorting and filtering: usual income, else
    /// the basic wage, else daily or hourly pay times a full month. `None` where nothing is said.
    pub fn monthly(&self) -> Option<VndRange> {
        let times = |range: VndRange, factor: i64| VndRange {
            from: range.from.map(|amount| Vnd(amount.0 * factor)),
            to: range.to.map(|amount| Vnd(amount.0 * factor)),
        };
        self.usual
            .or_else(|| {
                self.basic.map(|basic| VndRange {
                    from: Some(basic),
                    to: Some(basic),
                })
            })
            .or_else(|| self.day.map(|day| times(day, DAYS_PER_MONTH)))
            .or_else(|| self.hour.map(|hour| times(hour, HOURS_PER_MONTH)))
    }

    /// The band of form 03a that the monthly pay begins in.
    pub fn band(&self) -> Option<WageBand> {
        let least = self.monthly()?.least();
        Some(match least.0 / 1_000_000 {
            ..5 => WageBand::UnderFive,
            5..10 => WageBand::FiveToTen,
            10..20 => WageBand::TenToTwenty,
            20..50 => WageBand::TwentyToFifty,
            _ => WageBand::OverFifty,
        })
    }

    /// Whether at least one way of paying is given, as form 03a demands.
    pub fn is_given(&self) -> bool {
        self.basic.is_some() || self.usual.is_some() || self.day.is_some() || self.hour.is_some() || self.negotiable || self.commission || self.piece_rate || self.foreign.is_some()
    }
}

/// The amounts of a band of the form, for records that only know the band.
pub fn band_range(band: WageBand) -> VndRange {
    let (from, to) = match band {
        WageBand::UnderFive => (None, Some(5)),
        WageBand::FiveToTen => (Some(5), Some(10)),
        WageBand::TenToTwenty => (Some(10), Some(20)),
        WageBand::TwentyToFifty => (Some(20), Some(50)),
        WageBand::OverFifty => (Some(50), None),
    };
    VndRange {
        from: from.map(Vnd::millions),
        to: to.map(Vnd::millions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monthly_pay_prefers_usual_income() {
        let mut pay = Pay {
            basic: Some(Vnd::millions(5)),
            ..Pay::default()
        };
        assert_eq!(pay.monthly().map(|range| range.least()), Some(Vnd::millions(5)));
        pay.usual = VndRange::new(Some(Vnd::millions(9)), Some(Vnd::millions(11))).ok();
        assert_eq!(pay.monthly().map(|range| range.most()), Some(Vnd::millions(11)));
        assert_eq!(pay.band(), Some(WageBand::FiveToTen));
        let daily = Pay {
            day: VndRange::new(Some(Vnd(250_000)), None).ok(),
            ..Pay::default()
        };
        assert_eq!(daily.monthly().map(|range| range.least()), Some(Vnd(6_500_000)));
    }
}
