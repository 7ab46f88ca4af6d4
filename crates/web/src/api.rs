//! The JSON API under `/api/v1`: open data, no key, the same typed query as the page; and, with a key, the
//! one for employers' own systems ([`employer`]).

pub mod changes;
pub mod document;
pub mod employer;
pub mod figures;
pub mod problems;
pub mod reference;
pub mod unchanged;
pub mod vacancies;

use crate::routes::Routes;
use sanviec_domain::access::Action;

/// The API's routes.
pub fn routes(routes: Routes) -> Routes {
    employer::routes(routes)
        .get("/api/v1/vacancies", Action::ReadPublic, vacancies::list)
        .get("/api/v1/vacancies/{id}", Action::ReadPublic, vacancies::one)
        .get("/api/v1/figures/partnerships", Action::ReadPublic, figures::partnerships)
        .get("/api/v1/changes", Action::ReadPublic, changes::list)
        .get("/api/v1/reference", Action::ReadPublic, reference::lists)
        .get("/api/v1/reference/{list}", Action::ReadPublic, reference::list)
        .get("/api/v1/problems/{code}", Action::ReadPublic, problems::get)
        .get("/api/v1/openapi.json", Action::ReadPublic, document::get)
}
