//! The administrators' lists, one account, announcements, filled.

use super::site;
use super::staff::{Rendered, id, now};
use crate::pages::{AdminAccountPage, AdminAnnouncementsPage, AdminBranchesPage, AdminListPage, AnnouncementRow, BranchRow, Cell, Filter};
use crate::{Area, Chrome};
use chrono::TimeDelta;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::language::Locale;

/// The administrators' lists and forms.
pub(super) fn pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let chrome = Chrome::new(&site, locale, Area::Admin, "/qt/kenh-gui");
    let form = crate::FormState::default();
    let texts = |key| chrome.t.get(key);
    let filters = [
        Filter {
            name: "trang-thai",
            label: texts("admin-state"),
            value: "failed".to_owned(),
            options: vec![(String::new(), texts("admin-all").to_owned()), ("failed".to_owned(), texts("system-failed").to_owned())],
            kind: "text",
        },
        Filter {
            name: "q",
            label: texts("admin-name"),
            value: "<b>Hoà</b>".to_owned(),
            options: Vec::new(),
            kind: "search",
        },
    ];
    let rows = [vec![
        Cell::Moment(now()),
        Cell::Code("code".to_owned()),
        Cell::Link("/qt/tai-khoan/1".to_owned(), "09•• ••• 678".to_owned()),
        Cell::Text("smtp: connection refused".to_owned()),
        Cell::Button("/qt/kenh-gui/1/thu-lai".to_owned(), texts("admin-send-again").to_owned(), "code".to_owned()),
    ]];
    let columns = ["admin-time", "admin-kind", "admin-recipient", "admin-error", "admin-send-again"].map(texts);
    let list = |rows, fault, next| AdminListPage {
        chrome: &chrome,
        title: texts("admin-outbox-title"),
        lead: texts("admin-outbox-lead"),
        links: &[("/qt/to-chuc", "Tổ chức")],
        action: "/qt/kenh-gui",
        posts: false,
        filters: &filters,
        fault,
        columns: &columns,
        rows,
        none: texts("admin-none"),
        next,
    };
    let account = AdminAccountPage {
        chrome: &chrome,
        id: sanviec_domain::ids::PersonId(id(301)),
        name: "Trần Thị Thu Hà",
        contacts: &["09•• ••• 678".to_owned(), "h•••@example.vn".to_owned()],
        created_at: now(),
        organisations: &["Công ty CP May Kiến Xương".to_owned()],
        roles: &[sanviec_domain::access::StaffRole::Admin],
        devices: &[("Firefox, Android, 203.0.113.0/24".to_owned(), now())],
        form: &form,
    };
    let announcements = AdminAnnouncementsPage {
        chrome: &chrome,
        form: &form,
        rows: &[AnnouncementRow {
            id: id(302).to_string(),
            text: "Sàn nghỉ lễ <từ> 1 đến 3 tháng 9.".to_owned(),
            from: now(),
            until: now() + TimeDelta::days(3),
            open: true,
        }],
    };
    let branch = BranchRow {
        id: OrganisationId(id(303)),
        name: "Văn phòng Tiền Hải".to_owned(),
        address: "Số 5 đường Hùng Vương, xã Tiền Hải, Hưng Yên".to_owned(),
        phone: "0227 382 1234".parse().ok(),
        open: true,
    };
    let branches = AdminBranchesPage {
        chrome: &chrome,
        form: &form,
        editing: None,
        communes: &[("12826".to_owned(), "xã Tiền Hải".to_owned())],
        rows: &[branch.clone(), BranchRow { open: false, ..branch }],
    };
    vec![
        list(&rows[..], "", Some("/qt/kenh-gui?truoc=1".to_owned())).render().map(|html| ("kenh-gui", html)),
        list(&[], texts("admin-audit-wrong"), None).render().map(|html| ("kenh-gui-trong", html)),
        account.render().map(|html| ("tai-khoan", html)),
        announcements.render().map(|html| ("thong-bao", html)),
        branches.render().map(|html| ("chi-nhanh", html)),
    ]
}
