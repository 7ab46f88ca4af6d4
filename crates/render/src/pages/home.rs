//! `/`.

use crate::Chrome;
use crate::card::VacancyCard;
use askama::Template;
use sanviec_domain::vocabulary::Vocabulary;

/// A place with open vacancies.
#[derive(Clone, Debug)]
pub struct PlaceLink {
    /// "KCN Liên Hà Thái".
    pub name: String,
    /// Its address, with the language.
    pub href: String,
    /// How many vacancies are open there.
    pub count: u64,
}

/// The home page.
#[derive(Template)]
#[template(path = "public/home.html")]
pub struct HomePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Open vacancies.
    pub vacancies: u64,
    /// Verified employers that have one.
    pub employers: u64,
    /// The newest, about five.
    pub fresh: &'a [VacancyCard],
    /// The industrial parks with the most, about eight.
    pub parks: &'a [PlaceLink],
    /// Names offered in the place field.
    pub places: &'a [String],
}

crate::html_pages!(HomePage);

/// The short ways into the search: the query behind `/viec-lam?`, the icon, the key of the words.
const WAYS: [(&str, &str, &str); 5] = [
    ("kn=none", "check", "way-no-experience"),
    ("pl=bus", "bus", "way-bus"),
    ("pl=dormitory", "bed", "way-dormitory"),
    ("ca=day", "clock", "way-day-shift"),
    ("luong=10", "wallet", "way-wage"),
];
