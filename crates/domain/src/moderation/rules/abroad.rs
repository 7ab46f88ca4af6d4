//! Sending people to another country to work needs a licence: law 69/2020/QH14 art. 10; Employment Law
//! 74/2025. "Đơn hàng Nhật Bản" says two things: the order of a Japanese customer that a factory here
//! sews, and a group of workers who are sent to Japan. Only the second counts, so some words count only
//! where the posting says as well that people go there.
//!
//! A false alarm stops an honest employer. What says it by itself ("đi Nhật làm cơm hộp") always counts;
//! weaker words only where nothing speaks of trade, travel or a desk here; and a place counts together
//! with what is said of a journey to work ("Warszawa … chủ mua vé").

mod excuses;
mod phrases;
mod places;

use crate::moderation::phrases::{Phrases, merge};
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// An order and its country: it counts where the posting says elsewhere that people go.
static ORDER: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&[&format!("đơn_hàng ~4 {}", places::COUNTRIES)], &[], &[], 0));

/// Words that say that people go to another country to work, by tokens.
pub(super) fn going(reading: &Reading) -> Vec<Range<usize>> {
    let mut found = phrases::STRONG.find(reading);
    found.extend(phrases::CERTAIN.find(reading));
    found.extend(phrases::DEPARTING.find(reading));
    if !excuses::OTHER_MATTERS.all(reading).any(|words| !words.is_empty()) {
        found.extend(phrases::WEAK.find(reading));
        let places = phrases::PLACE.find(reading);
        let signs = if places.is_empty() { Vec::new() } else { phrases::SIGNS.find(reading) };
        if !signs.is_empty() {
            found.extend(places);
            found.extend(signs);
        }
        if found.is_empty() && excuses::STAYING.all(reading).all(|words| words.is_empty()) {
            let hints: Vec<Vec<Range<usize>>> = phrases::HINTS.iter().map(|kind| kind.find(reading)).filter(|hints| !hints.is_empty()).collect();
            if hints.len() > 1 {
                found.extend(hints.into_iter().flatten());
            }
        }
    }
    merge(found)
}

/// Whether a text says so in the terms of the trade, so that nobody has to judge it; or says that people go
/// and, besides, what is said of such a journey, where nothing speaks of trade, travel or a desk here.
pub(super) fn is_certain(reading: &Reading) -> bool {
    if excuses::STAYING.all(reading).any(|words| !words.is_empty()) {
        return false;
    }
    if !phrases::CERTAIN.find(reading).is_empty() {
        return true;
    }
    let goes = || !phrases::STRONG.find(reading).is_empty() || !phrases::DEPARTING.find(reading).is_empty();
    let is_other = || excuses::OTHER_MATTERS.all(reading).any(|words| !words.is_empty());
    let has_flight = || ORDER.find(reading).iter().any(|order| order.len() > 2) && !phrases::FLIGHT.find(reading).is_empty();
    let is_paid_there = || !phrases::WAGES.find(reading).is_empty();
    !is_other() && (is_paid_there() || has_flight() || goes() && !phrases::SIGNS.find(reading).is_empty())
}

/// The same with the orders of countries, which are journeys where the posting says that people go.
pub(super) fn with_orders(reading: &Reading, going: &[Range<usize>]) -> Vec<Range<usize>> {
    let orders = ORDER.find(reading).into_iter().filter(|order| order.len() > 2);
    merge(going.iter().cloned().chain(orders).collect())
}

#[cfg(test)]
mod tests;
