//! Pay that lies far from that of the same occupation. Vacancies' pay is skewed, so it is compared on a
//! logarithmic scale; what lies beyond the outer fences of J. W. Tukey (Exploratory Data Analysis, 1977: three
//! times the range of the middle half) is far out. An officer judges: some work is paid so.

use crate::money::VndRange;
use crate::pay::Pay;

/// Fewer others than this say nothing of what is usual.
pub const FEWEST: usize = 20;
/// How many ranges of the middle half beyond it.
const FENCE: f64 = 3.0;
/// Where nearly all pay the same, a quarter more is nothing odd: the least range of the middle half.
const LEAST_RANGE: f64 = 0.18;

/// The middle of what a month brings, on the scale of comparison.
fn level(range: VndRange) -> f64 {
    let (least, most) = (range.least().0.max(1) as f64, range.most().0.max(1) as f64);
    f64::midpoint(least.ln(), most.ln())
}

/// Whether a vacancy's pay lies far from that of others of its occupation.
pub fn is_odd<'a>(pay: &Pay, others: impl Iterator<Item = &'a Pay>) -> bool {
    let Some(own) = pay.monthly().map(level) else { return false };
    let mut levels: Vec<f64> = others.filter_map(Pay::monthly).map(level).collect();
    if levels.len() < FEWEST {
        return false;
    }
    levels.sort_by(f64::total_cmp);
    let at = |share: f64| levels[((levels.len() - 1) as f64 * share).round() as usize];
    let (low, high) = (at(0.25), at(0.75));
    let range = (high - low).max(LEAST_RANGE);
    own < low - FENCE * range || own > high + FENCE * range
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Vnd;

    fn pays(millions: f64) -> Pay {
        let amount = Some(Vnd((millions * 1_000_000.0) as i64));
        Pay {
            usual: Some(VndRange { from: amount, to: amount }),
            ..Pay::default()
        }
    }

    #[test]
    fn what_is_far_out_is_seen() {
        let others: Vec<Pay> = (0..40).map(|at| pays(7.0 + f64::from(at) * 0.1)).collect();
        let odd = |millions| is_odd(&pays(millions), others.iter());
        for usual in [5.0, 6.5, 8.0, 11.0, 14.0, 18.0] {
            assert!(!odd(usual), "{usual}");
        }
        for far in [0.9, 2.0, 45.0, 90.0] {
            assert!(odd(far), "{far}");
        }
        assert!(
            !is_odd(
                &Pay {
                    negotiable: true,
                    ..Pay::default()
                },
                others.iter()
            ),
            "nothing is said"
        );
        assert!(!is_odd(&pays(90.0), others.iter().take(FEWEST - 1)), "too few to know");
        let same: Vec<Pay> = (0..40).map(|_| pays(8.0)).collect();
        assert!(!is_odd(&pays(10.0), same.iter()) && is_odd(&pays(30.0), same.iter()));
    }
}
