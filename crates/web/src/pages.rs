//! The pages: one file a page, `get` shows it, `post` does what its form asks.

pub mod account;
pub mod admin;
pub mod apply;
pub mod assets;
pub mod centre;
pub mod college;
pub mod demo;
pub mod employer;
pub mod event;
pub mod file;
pub mod organisation;
pub mod partnership;
pub mod public;
pub mod seeker;
pub mod show;

use crate::problem::Problem;
use crate::routes::Routes;
use crate::visit::Visit;
use sanviec_domain::access::Action;
use sanviec_render::Area;
use sanviec_render::pages::ErrorPage;

/// The routes of every page.
pub fn routes(routes: Routes) -> Routes {
    let routes = organisation::routes(routes)
        .page("/", public::home::get)
        .page("/viec-lam", public::search::get)
        .page("/viec-lam/kcn/{slug}", public::search::park)
        .page("/viec-lam/nghe/{slug}", public::search::occupation)
        .page("/viec-lam/xa/{slug}", public::search::commune)
        .page("/viec-lam/{id}", public::vacancy::get)
        .page("/viec-lam/{id}/to-roi", public::vacancy::poster)
        .own_page("/viec-lam/{id}/phan-anh", Action::ReportAbuse, public::report::get)
        .form("/viec-lam/{id}/phan-anh", Action::ReportAbuse, public::report::post)
        .own_page("/viec-lam/{id}/phan-anh/{report}", Action::ReportAbuse, public::report::reported)
        .form("/viec-lam/{id}/phan-anh/{report}", Action::ReportAbuse, public::report::add)
        .page("/q/{id}", public::vacancy::short)
        .page("/doanh-nghiep/{id}", public::employer::get)
        .page("/dao-tao", public::training::list)
        .page("/dao-tao/{id}", public::training::programme)
        .page("/truong/{id}", public::training::college)
        .page("/tro-nang", public::text::accessibility)
        .page("/quyen-rieng-tu", public::text::privacy)
        .page("/lien-he", public::text::contact)
        .page("/cam-ket-duyet", public::promise::get)
        .page("/goi-y", public::suggest::get)
        .get("/a/{file}", Action::ReadPublic, assets::get)
        .get("/tep/{id}", Action::OpenFiles, file::get)
        .get("/robots.txt", Action::ReadPublic, assets::robots)
        .get("/sitemap.xml", Action::ReadPublic, public::sitemap::get)
        .get("/favicon.ico", Action::ReadPublic, assets::favicon);
    let send = Action::Apply;
    let routes = routes
        .get("/viec-lam/{id}/ung-tuyen", send, apply::get)
        .get("/en/viec-lam/{id}/ung-tuyen", send, apply::get)
        .form_with_files("/viec-lam/{id}/ung-tuyen", send, apply::post)
        .get("/viec-lam/{id}/xac-nhan", send, apply::code::get)
        .get("/en/viec-lam/{id}/xac-nhan", send, apply::code::get)
        .form("/viec-lam/{id}/xac-nhan", send, apply::code::post)
        .form("/viec-lam/{id}/gui-lai-ma", send, apply::code::resend);
    let routes = account::routes(routes);
    let own = Action::OwnApplications;
    let routes = routes
        .get("/toi", own, seeker::home)
        .get("/en/toi", own, seeker::home)
        .get("/toi/don/{id}", own, seeker::application)
        .get("/en/toi/don/{id}", own, seeker::application)
        .form("/toi/don/{id}/rut", own, seeker::withdraw)
        .form("/toi/don/{id}/nhan-viec", own, seeker::started);
    let manage = Action::ManageOwnEmployer;
    let routes = routes
        .get("/ntd/ket-noi", manage, employer::program::get)
        .post("/ntd/ket-noi", manage, employer::program::make)
        .post("/ntd/ket-noi/khoa/{id}/thu-hoi", manage, employer::program::revoke)
        .post("/ntd/ket-noi/dia-chi", manage, employer::program::add)
        .post("/ntd/ket-noi/dia-chi/{id}/thu", manage, employer::program::try_out)
        .post("/ntd/ket-noi/dia-chi/{id}/bo", manage, employer::program::remove);
    let (read, write, answer) = (Action::ReadOwnVacancies, Action::WriteVacancies, Action::AnswerApplications);
    let routes = routes
        .get("/ntd", read, employer::home::get)
        .get("/ntd/duyet", read, employer::cases::get)
        .get("/ntd/ket-qua", read, employer::results::get)
        .post("/ntd/ket-qua", write, employer::results::post)
        .get("/ntd/tin/nhap", write, employer::batches::get)
        .post_with_files("/ntd/tin/nhap", write, employer::batches::post)
        .get("/ntd/tin/nhap/mau.csv", write, employer::batches::template)
        .get("/ntd/tin/nhap/{id}", write, employer::batches::one)
        .post("/ntd/tin/nhap/{id}", write, employer::batches::mend)
        .get("/ntd/tin/nhap/{id}/can-sua.csv", write, employer::batches::wrong_rows)
        .get("/ntd/tin/nhap/{id}/{dong}", write, employer::batches::row)
        .post("/ntd/tin/nhap/{id}/{dong}", write, employer::batches::mend_row)
        .post("/ntd/tin/nhap/{id}/{dong}/bo-qua", write, employer::batches::leave_out)
        .get("/ntd/tin/moi", write, employer::wizard::new)
        .post("/ntd/tin/moi", write, employer::wizard::create)
        .post("/ntd/tin/moi/kiem-tra", write, employer::wizard::check_new)
        .get("/ntd/tin/{id}", read, employer::vacancy::get)
        .get("/ntd/tin/{id}/sua", write, employer::form::edit)
        .post("/ntd/tin/{id}/sua", write, employer::form::save)
        .get("/ntd/tin/{id}/sua/{buoc}", write, employer::wizard::get)
        .post("/ntd/tin/{id}/sua/{buoc}", write, employer::wizard::save)
        .post("/ntd/tin/{id}/sua/{buoc}/kiem-tra", write, employer::wizard::check)
        .get("/ntd/tin/{id}/xem-truoc", write, employer::preview::get)
        .post("/ntd/tin/{id}/gui-duyet", write, employer::vacancy::submit)
        .post("/ntd/tin/{id}/rut-sua-doi", write, employer::vacancy::withdraw_revision)
        .post("/ntd/tin/{id}/lenh", write, employer::vacancy::command)
        .post("/ntd/tin/{id}/sao-chep", write, employer::vacancy::copy)
        .get("/ntd/tin/{id}/ung-vien", read, employer::applicants::list)
        .get("/ntd/don/{id}", read, employer::applicants::one)
        .post("/ntd/don/{id}/lenh", answer, employer::applicants::command);
    let routes = conferences(together(routes));
    let (queue, decide, administer) = (Action::ReadQueue, Action::Decide, Action::Administer);
    let counter = Action::ServeAtCounter;
    routes
        .get("/tt/duyet", queue, centre::queue::get)
        .post("/tt/duyet/nhan-tiep", decide, centre::case::take_next)
        .post("/tt/duyet/nhieu", decide, centre::queue::batch)
        .get("/tt/ban-quan-ly", Action::Supervise, centre::desk::get)
        .post("/tt/duyet/{id}/ghi", queue, centre::case::note)
        .post("/tt/duyet/{id}/chuyen", decide, centre::case::pass_on)
        .get("/tt/duyet/{id}", queue, centre::case::get)
        .post("/tt/duyet/{id}", decide, centre::case::decide)
        .post("/tt/duyet/{id}/nhan", decide, centre::case::claim)
        .post("/tt/duyet/{id}/tra", decide, centre::case::release)
        .get("/tt/nhap-ho", counter, centre::counter::form)
        .post("/tt/nhap-ho", counter, centre::counter::enter)
        .get("/tt/nhap-ho/phieu/{id}", counter, centre::counter::slip)
        .get("/tt/nguoi-tim-viec", counter, centre::counter::people)
        .post("/tt/nguoi-tim-viec", counter, centre::counter::search)
        .get("/tt/nguoi-tim-viec/{id}", counter, centre::counter::file)
        .post("/tt/nguoi-tim-viec/{id}", counter, centre::counter::give_reason)
        .get("/tt/hop-tac", Action::Broker, partnership::all)
        .get("/tt/so-lieu", Action::Broker, centre::figures::get)
        .get("/tt/so-lieu.xlsx", Action::Broker, centre::figures::xlsx)
        .get("/tt/so-lieu/hop-tac", Action::Broker, centre::figures::behind)
        .get("/tt/cung-cau", Action::Broker, partnership::coverage::get)
        .get("/tt/mau-hop-dong", Action::Broker, centre::templates::get)
        .post("/tt/mau-hop-dong", Action::Supervise, centre::templates::post)
        .get("/qt", administer, admin::get)
        .get("/qt/he-thong", administer, admin::get)
        .post("/qt/cong-viec/{id}/thu-lai", administer, admin::retry)
        .get("/qt/kenh-gui", administer, admin::lists::outbox)
        .post("/qt/kenh-gui/{id}/thu-lai", administer, admin::lists::send_again)
        .get("/qt/nhat-ky", administer, admin::lists::audit)
        .get("/qt/danh-muc", administer, admin::lists::lists)
        .get("/qt/to-chuc", administer, admin::lists::organisations)
        .get("/qt/tai-khoan", administer, admin::accounts::get)
        .post("/qt/tai-khoan", administer, admin::accounts::search)
        .get("/qt/tai-khoan/{id}", administer, admin::accounts::one)
        .post("/qt/tai-khoan/{id}", administer, admin::accounts::act)
        .post("/qt/tai-khoan/{id}/gop", administer, admin::merge::preview)
        .post("/qt/tai-khoan/{id}/gop/lam", administer, admin::merge::merge)
        .get("/qt/thong-bao", administer, admin::announcements::get)
        .get("/qt/chi-nhanh", administer, admin::branches::get)
        .post("/qt/chi-nhanh", administer, admin::branches::register)
        .get("/qt/chi-nhanh/{id}", administer, admin::branches::one)
        .post("/qt/chi-nhanh/{id}", administer, admin::branches::change)
        .post("/qt/chi-nhanh/{id}/dong-mo", administer, admin::branches::switch)
        .post("/qt/thong-bao", administer, admin::announcements::publish)
        .post("/qt/thong-bao/{id}/go", administer, admin::announcements::withdraw)
}

/// What businesses, colleges and the centre do together.
fn together(routes: Routes) -> Routes {
    let (area, teach) = (Action::CollegeArea, Action::WriteProgrammes);
    let (read, need) = (Action::ReadPartnerships, Action::WriteDemands);
    let (partner, sign) = (Action::Partner, Action::SignAgreements);
    routes
        .get("/truong-toi", area, college::home::get)
        .get("/truong-toi/chuong-trinh", area, college::programmes::get)
        .get("/truong-toi/chuong-trinh/moi", teach, college::programmes::new)
        .post("/truong-toi/chuong-trinh/moi", teach, college::programmes::create)
        .get("/truong-toi/chuong-trinh/{id}", area, college::programmes::one)
        .post("/truong-toi/chuong-trinh/{id}", teach, college::programmes::post)
        .post("/truong-toi/chuong-trinh/{id}/lenh", teach, college::programmes::command)
        .post("/truong-toi/chuong-trinh/{id}/khoa", teach, college::cohorts::put)
        .post_with_files("/truong-toi/khoa", teach, college::cohorts::table)
        .get("/truong-toi/khoa/{id}", area, college::cohorts::one)
        .post("/truong-toi/khoa/{id}/bo", teach, college::cohorts::remove)
        .get("/truong-toi/doi-tac", area, partnership::own)
        .get("/ntd/truong", Action::ReadOwnEmployer, partnership::own)
        .get("/ntd/nhu-cau", Action::ReadOwnEmployer, employer::demands::get)
        .get("/ntd/nhu-cau/moi", need, employer::demands::new)
        .post("/ntd/nhu-cau/moi", need, employer::demands::create)
        .get("/ntd/nhu-cau/nhieu", need, employer::demands::table::get)
        .post_with_files("/ntd/nhu-cau/nhieu", need, employer::demands::table::post)
        .get("/ntd/nhu-cau/{id}", Action::ReadOwnEmployer, employer::demands::one)
        .get("/ntd/nhu-cau/{id}/sua", need, employer::demands::edit)
        .post("/ntd/nhu-cau/{id}/sua", need, employer::demands::change)
        .post("/ntd/nhu-cau/{id}/lenh", need, employer::demands::command)
        .post("/hop-tac", partner, partnership::propose)
        .get("/hop-tac/{id}", read, partnership::get)
        .post("/hop-tac/{id}/lenh", partner, partnership::command)
        .post("/hop-tac/{id}/tin-nhan", partner, partnership::say)
        .post("/hop-tac/{id}/hen", partner, partnership::meetings::propose)
        .get("/hop-tac/{id}/hen/{hen}", read, partnership::meetings::calendar)
        .post("/hop-tac/{id}/hen/{hen}", partner, partnership::meetings::command)
        .post_with_files("/hop-tac/{id}/tep", partner, partnership::files::post)
        .get("/hop-tac/{id}/tep/{tep}", read, partnership::files::get)
        .post("/hop-tac/{id}/tep/{tep}", partner, partnership::files::remove)
        .get("/hop-tac/{id}/soan", partner, partnership::draft::get)
        .post("/hop-tac/{id}/soan", partner, partnership::draft::post)
        .get("/hop-tac/{id}/thoa-thuan/{ban}", read, partnership::agreement::get)
        .get("/hop-tac/{id}/thoa-thuan/{ban}/ban-in.pdf", read, partnership::agreement::paper)
        .get("/hop-tac/{id}/thoa-thuan/{ban}/van-ban.txt", read, partnership::agreement::text)
        .post("/hop-tac/{id}/thoa-thuan/{ban}/ma", sign, partnership::agreement::send_code)
        .post("/hop-tac/{id}/thoa-thuan/{ban}/ky", sign, partnership::agreement::sign)
        .post_with_files("/hop-tac/{id}/thoa-thuan/{ban}/ban-ky-so", partner, partnership::files::post_copy)
        .post("/hop-tac/{id}/thoa-thuan/{ban}/lenh", partner, partnership::agreement::command)
        .get("/hop-tac/{id}/thoa-thuan/{ban}/ket-qua", read, partnership::results::get)
        .post("/hop-tac/{id}/thoa-thuan/{ban}/ket-qua", partner, partnership::results::state)
        .post("/hop-tac/{id}/thoa-thuan/{ban}/nguoi", partner, partnership::results::people)
        .get("/hop-tac/{id}/thoa-thuan/{ban}/danh-gia", read, partnership::reviews::get)
        .post("/hop-tac/{id}/thoa-thuan/{ban}/danh-gia", partner, partnership::reviews::post)
}

/// Where they come together.
fn conferences(routes: Routes) -> Routes {
    use event::{centre, form, sheet};
    let (read, attend, broker) = (Action::ReadPartnerships, Action::Attend, Action::Broker);
    routes
        .page("/hoi-nghi", event::list)
        .page("/hoi-nghi/{id}", event::one)
        .get("/hoi-nghi/{id}/dang-ky", attend, event::register_form)
        .post("/hoi-nghi/{id}/dang-ky", attend, event::register)
        .post("/hoi-nghi/{id}/rut", attend, event::withdraw)
        .get("/hoi-nghi/{id}/muon-gap", read, event::wishes_form)
        .post("/hoi-nghi/{id}/muon-gap", attend, event::wish)
        .get("/hoi-nghi/{id}/cua-toi", read, event::mine)
        .post("/hoi-nghi/{id}/cuoc-gap/{cuoc}", attend, event::result)
        .get("/tt/hoi-nghi", broker, centre::list)
        .get("/tt/hoi-nghi/moi", broker, form::new)
        .post("/tt/hoi-nghi/moi", broker, form::create)
        .get("/tt/hoi-nghi/{id}", broker, centre::get)
        .get("/tt/hoi-nghi/{id}/sua", broker, form::edit)
        .post("/tt/hoi-nghi/{id}/sua", broker, form::change)
        .post("/tt/hoi-nghi/{id}/lenh", broker, centre::command)
        .post("/tt/hoi-nghi/{id}/dang-ky", broker, centre::register)
        .post("/tt/hoi-nghi/{id}/xac-nhan", broker, centre::confirm_all)
        .post("/tt/hoi-nghi/{id}/don-vi/{don}", broker, centre::registration)
        .get("/tt/hoi-nghi/{id}/diem-danh", broker, centre::check_in)
        .get("/tt/hoi-nghi/{id}/muon-gap/{don}", broker, centre::wishes_form)
        .post("/tt/hoi-nghi/{id}/muon-gap/{don}", broker, centre::wish)
        .get("/tt/hoi-nghi/{id}/lich", broker, sheet::timetable)
        .post("/tt/hoi-nghi/{id}/lich", broker, sheet::plan)
        .get("/tt/hoi-nghi/{id}/in", broker, sheet::print)
        .get("/tt/hoi-nghi/{id}/ket-qua", broker, sheet::results)
        .get("/tt/hoi-nghi/{id}/ket-qua.xlsx", broker, sheet::results_xlsx)
        .post("/tt/hoi-nghi/{id}/ket-qua/{cuoc}", broker, sheet::result)
}

/// The page of a problem.
pub fn error_page(visit: &Visit, problem: &Problem) -> Option<String> {
    let chrome = visit.chrome(Area::Public);
    let retry_after = problem.retry_after.and_then(|seconds| u32::try_from(seconds).ok());
    ErrorPage {
        chrome: &chrome,
        status: problem.status.as_u16(),
        retry_after,
        reference: None,
    }
    .render()
    .ok()
}
