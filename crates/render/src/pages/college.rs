//! `/truong-toi`: a college's own pages.

use crate::pages::centre::case::organisation_rows;
use crate::{Chrome, tones};
use askama::Template;
use sanviec_domain::organisation::{OrganisationProfile, OrganisationState};
use sanviec_domain::training::Cohort;
use sanviec_domain::vocabulary::Vocabulary;

/// The college's home.
#[derive(Template)]
#[template(path = "college/home.html")]
pub struct CollegeHomePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The college's name.
    pub name: &'a str,
    /// Where it stands.
    pub state: OrganisationState,
    /// How many proposals wait for its answer.
    pub waiting: usize,
    /// The classes that graduate within a year, with their programmes' names.
    pub cohorts: &'a [(String, Cohort)],
    /// What it said of itself.
    pub profile: &'a OrganisationProfile,
    /// Its address in words.
    pub address: &'a str,
}

crate::html_pages!(CollegeHomePage);

impl CollegeHomePage<'_> {
    fn tone(&self) -> &'static str {
        tones::organisation(self.state)
    }

    /// What form 03 asks of recruiters alone says nothing about a college.
    fn rows(&self) -> Vec<(&'static str, String)> {
        let profile = OrganisationProfile {
            subject: None,
            need_6_months: None,
            ..self.profile.clone()
        };
        organisation_rows(&profile, self.address, "", self.chrome)
    }
}
