//! `/truong-toi`: a college's own pages.

pub mod cohorts;
pub mod home;
pub mod programmes;
