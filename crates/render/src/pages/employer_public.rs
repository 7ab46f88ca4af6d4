//! `/doanh-nghiep/{id}-{slug}`.

use crate::Chrome;
use crate::card::VacancyCard;
use crate::pages::{EmployerBox, Pager};
use askama::Template;
use sanviec_domain::vocabulary::Vocabulary;

/// An employer as everybody sees it.
#[derive(Template)]
#[template(path = "public/employer.html")]
pub struct EmployerPublicPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The employer.
    pub employer: EmployerBox<'a>,
    /// What it makes, in its own words.
    pub product: &'a str,
    /// Its open vacancies.
    pub rows: &'a [VacancyCard],
    /// The pages of them.
    pub pager: &'a Pager,
}

crate::html_pages!(EmployerPublicPage);
