//! Organisations: registering, the record, members, invitations.

pub mod invitation;
pub mod members;
pub mod record;
pub mod register;

use crate::pages::centre::organisations as officer;
use crate::routes::Routes;
use sanviec_domain::access::{Action, Actor};
use sanviec_render::Area;

/// The routes of organisations.
pub fn routes(routes: Routes) -> Routes {
    let enter = Action::EnterOrganisation;
    let routes = routes
        .get("/dang-ky", enter, register::choose)
        .get("/en/dang-ky", enter, register::choose)
        .get("/dang-ky/{loai}", enter, register::get)
        .get("/en/dang-ky/{loai}", enter, register::get)
        .form("/dang-ky/{loai}", enter, register::post)
        .form("/xin-tham-gia", enter, register::ask)
        .page("/loi-moi/{token}", invitation::get)
        .form("/loi-moi/{token}", enter, invitation::accept);
    let (queue, decide) = (Action::ReadQueue, Action::Decide);
    let routes = routes
        .get("/tt/to-chuc", queue, officer::list)
        .get("/tt/to-chuc/{id}", queue, officer::get)
        .post("/tt/to-chuc/{id}/lenh", decide, officer::command)
        .post("/tt/to-chuc/{id}/chu/{person}", decide, officer::owner)
        .post("/tt/to-chuc/{id}/xin-tham-gia/{request}", decide, officer::answer)
        .get("/tt/to-chuc/{id}/gop", decide, officer::preview)
        .post("/tt/to-chuc/{id}/gop", decide, officer::merge);
    let routes = own(routes, "/ntd", "/ntd/doanh-nghiep", Action::ReadOwnEmployer, Action::ManageOwnEmployer);
    own(routes, "/truong-toi", "/truong-toi/ho-so", Action::CollegeArea, Action::ManageOwnCollege)
}

fn own(routes: Routes, base: &str, record: &str, read: Action, manage: Action) -> Routes {
    routes
        .get(record, read, record::get)
        .post(record, manage, record::post)
        .get(&format!("{base}/thanh-vien"), read, members::get)
        .post(&format!("{base}/thanh-vien/{{id}}/vai-tro"), manage, members::role)
        .post(&format!("{base}/thanh-vien/{{id}}/go"), manage, members::remove)
        .post(&format!("{base}/roi"), read, members::leave)
        .post(&format!("{base}/loi-moi"), manage, members::invite)
        .post(&format!("{base}/loi-moi/{{id}}/gui-lai"), manage, members::resend)
        .post(&format!("{base}/loi-moi/{{id}}/thu-hoi"), manage, members::revoke)
        .post(&format!("{base}/xin-tham-gia/{{id}}"), manage, members::answer)
}

/// Where the actor's own pages begin, and which area they are.
pub(super) fn place(actor: &Actor) -> (&'static str, &'static str, Area) {
    match actor {
        Actor::College { .. } => ("/truong-toi", "/truong-toi/ho-so", Area::College),
        _ => ("/ntd", "/ntd/doanh-nghiep", Area::Employer),
    }
}
