//! The API for employers' own systems, under `/api/v1/employer`: with a key, for one employer. What may be
//! sent stands in one table (`fields`); the reader and the description are both made from it.

pub mod document;
mod examples;
mod fields;
mod schema;
pub mod vacancies;

use crate::routes::Routes;
use sanviec_domain::access::Action;

/// Where it begins.
pub const BASE: &str = "/api/v1/employer";

/// The API's routes.
pub fn routes(routes: Routes) -> Routes {
    let (read, write) = (Action::ReadByProgram, Action::WriteByProgram);
    routes
        .get("/api/v1/employer/openapi.json", Action::ReadPublic, document::get)
        .get("/api/v1/employer", read, vacancies::whoami)
        .get("/api/v1/employer/vacancies", read, vacancies::list)
        .post("/api/v1/employer/vacancies", write, vacancies::create)
        .get("/api/v1/employer/vacancies/{id}", read, vacancies::one)
        .put("/api/v1/employer/vacancies/{id}", write, vacancies::replace)
        .post("/api/v1/employer/vacancies/{id}/submit", write, vacancies::submit)
        .post("/api/v1/employer/vacancies/{id}/pause", write, vacancies::pause)
        .post("/api/v1/employer/vacancies/{id}/resume", write, vacancies::resume)
        .post("/api/v1/employer/vacancies/{id}/close", write, vacancies::close)
        .post("/api/v1/employer/vacancies/{id}/decide", write, vacancies::decide)
}
