//! Pages for everybody.

pub mod employer;
pub mod home;
pub mod promise;
pub mod report;
pub mod search;
pub mod sitemap;
pub mod suggest;
pub mod text;
pub mod training;
pub mod vacancy;
